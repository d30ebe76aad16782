#!/bin/sh
# Lints data/**/*.txt by the rules of data/README.md: provenance in the first comment, UTF-8, a constant number of fields, sorted in byte
# order, no line twice, dates and codes well formed. Reports file:line, the fault and the cure; exit 1 when there is any.
# usage: tools/lint_data.sh [FILE...]; with --sort FILE... it puts the lines in order and drops repetitions itself.
set -eu
cd "$(dirname "$0")/.."
if [ "${1-}" = --sort ]; then
    shift
    for f in "$@"; do
        tmp=$(mktemp)
        awk '!/^#/ { exit } { print }' "$f" > "$tmp"
        awk 'body || !/^#/ { body = 1; print }' "$f" | sed '/^$/d' | LC_ALL=C sort -u >> "$tmp"
        cat "$tmp" > "$f"
        rm -f "$tmp"
    done
    exit 0
fi
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046 # names in data/ have no spaces
    set -- $(find data -name '*.txt' -type f | LC_ALL=C sort)
fi
failed=0
for f in "$@"; do
    if ! iconv -f UTF-8 -t UTF-8 "$f" > /dev/null 2>&1; then
        line=$(LC_ALL=C.UTF-8 grep -naxv '.*' "$f" | head -1 | cut -d: -f1)
        echo "$f:${line:-1}: not UTF-8: save it as UTF-8"
        failed=1
        continue
    fi
    LC_ALL=C awk -v file="$f" '
function bad(why) { printf "%s:%d: %s\n", file, FNR, why; faults++ }
function day_of(s, last,   p, n) {   # a number that orders dates; 0 = open, -1 = malformed
    sub(/\?$/, "", s)
    if (s == "-") return 0
    if (s !~ /^-?[0-9][0-9][0-9][0-9](-[0-9][0-9](-[0-9][0-9])?)?$/) return -1
    n = split(s, p, "-")
    if (n > 1 && (p[2] < 1 || p[2] > 12)) return -1
    if (n > 2 && (p[3] < 1 || p[3] > month_days(p[1] + 0, p[2] + 0))) return -1
    return p[1] * 10000 + (n > 1 ? p[2] : last ? 12 : 1) * 100 + (n > 2 ? p[3] : last ? 31 : 1)
}
function month_days(y, m) {
    if (m == 2) return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0 ? 29 : 28
    return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31
}
function code(s,   i, n, c) {   # ATA: Antarctica has places but is no state
    n = split(s, c, "; ")
    for (i = 1; i <= n; i++) {
        if (c[i] == "-" || c[i] == "ATA" || c[i] ~ /^IGO:[A-Z0-9]+$/) continue
        if (c[i] !~ /^[A-Z][A-Z][A-Z]$/) bad("code \"" c[i] "\" is neither ISO 3166 alpha-3 nor IGO:NAME")
        else if (countries > 0 && !(c[i] in country)) bad("code " c[i] " is not in data/actors/countries.txt")
    }
}
function dates(a, b,   from, to) {
    from = day_of(a, 0); to = day_of(b, 1)
    if (from < 0) bad("\"" a "\" is no date: write YYYY, YYYY-MM or YYYY-MM-DD (and ? behind it when not sure), or -")
    if (to < 0) bad("\"" b "\" is no date: write YYYY, YYYY-MM or YYYY-MM-DD (and ? behind it when not sure), or -")
    if (from > 0 && to > 0 && from > to) bad("ends (" b ") before it begins (" a "): swap or correct them")
}
function point(lat, lon) {
    if (lat == "-" && lon == "-") return
    if (lat !~ /^-?[0-9]+(\.[0-9]+)?$/ || lat < -90 || lat > 90) bad("latitude \"" lat "\" is not between -90 and 90")
    if (lon !~ /^-?[0-9]+(\.[0-9]+)?$/ || lon < -180 || lon > 180) bad("longitude \"" lon "\" is not between -180 and 180")
}
BEGIN {
    FS = " \\| "
    while ((getline row < "data/actors/countries.txt") > 0)
        if (row !~ /^#/) { split(row, c, " "); country[c[1]] = 1; countries++ }
    name = file; sub(/^.*data\//, "", name)
    single = name ~ /^text\// || name == "actors/countries.txt" || name == "events/cameo.txt"
}
FNR == 1 && !/^# / { bad("the first line must be a comment that says what the file is and where its facts come from (\"# ... Provenance: ...\")") }
/^#/ {
    if (body) bad("comments stand at the head of a file only: the lines below are sorted")
    head = head " " tolower($0)
    next
}
!body {
    body = 1
    if (head !~ /provenance|written|general knowledge|source/) bad("the head does not say where the facts come from: add \"Provenance: ...\"")
}
/^$/ { bad("empty line: take it out"); next }
/[ \t\r]$/ { bad("white space at the end of the line: take it out") }
/\t/ { bad("a tab: separate fields by \" | \"") }
/[^ ]\|[^ ]|^\||\|$|[^ ]\| | \|[^ ]/ { bad("a bar without a space on both sides: separate fields by \" | \"") }
{
    if (!want) want = NF
    if (NF != want) { bad(NF " fields where the rows before have " want ": an empty field is \"-\""); next }
    for (i = 1; i <= NF; i++) if ($i == "") bad("field " i " is empty: write \"-\"")
    if (prev != "" && $0 == prev) bad("the same line twice: take one out (tools/lint_data.sh --sort " file ")")
    else if (prev != "" && $0 < prev) bad("not in byte order (LC_ALL=C sort): run tools/lint_data.sh --sort " file)
    else if (single && $1 == key) bad("\"" $1 "\" is there twice: join the two lines")
    prev = $0 ""; key = $1
    rows++
}
name == "actors/countries.txt" { code($1); dates($8, $9) }
name == "actors/organs.txt" || name == "actors/wikidata.txt" { code($2) }
name == "actors/wikidata.txt" && $3 !~ /^Q[1-9][0-9]*$/ { bad("no Wikidata item in the third field: write Q and its number") }
name == "actors/orgs.txt" { code($3); dates($5, $6) }
name == "actors/persons.txt" { code($3); dates($6, $7) }
name == "place/places.txt" { code($3); point($5, $6); if ($7 != "-" && $7 !~ /^[0-9]+(\.[0-9]+)?$/) bad("population \"" $7 "\" is no number: thousands, or -") }
END {
    if (rows == 0 && !faults) { FNR = 1; bad("no rows") }
    exit faults > 0
}' "$f" || failed=1
done
[ "$failed" -eq 0 ] || { echo "lint_data: faults in $# files"; exit 1; }
echo "lint_data: $# files are well formed"
