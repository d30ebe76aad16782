#!/bin/sh
# The articles and annotations in ../shared belong to their publishers and are for measuring only: no sentence of theirs may stand in
# this repository. Sentences of eight words or more are compared. Skipped where ../shared is not there.
set -eu
cd "$(dirname "$0")/.."
shared=${ATT_SHARED:-../shared}
if [ ! -d "$shared/articles" ] && [ ! -d "$shared/gold" ]; then
    echo "check_texts: $shared is not here, nothing to compare"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# One sentence a line, words of letters and digits only, so that quotation marks, markup and line ends don't matter.
find "$shared/articles" "$shared/gold" -name '*.txt' -type f 2>/dev/null | LC_ALL=C sort | xargs cat |
    tr -s '\n\r\t ' ' ' | sed 's/[.!?]/&\n/g' | LC_ALL=C sed 's/[^A-Za-z0-9]\{1,\}/ /g; s/^ //; s/ $//' |
    awk 'NF >= 8 { print " " $0 " " }' | LC_ALL=C sort -u > "$work/sentences"
{ git ls-files --cached --others --exclude-standard 2>/dev/null || find . -type f -not -path './.git/*' -not -path './build*'; } |
    LC_ALL=C sort -u > "$work/files"
# The first eight words of a sentence are looked up in a table: linear in the size of both sides.
cat "$work/files" | while IFS= read -r f; do
    case $f in models/*.attm) continue ;; esac
    [ -f "$f" ] && printf '\001%s\n' "$f" && LC_ALL=C tr '\n' ' ' < "$f" | LC_ALL=C tr -c '\t\n -~' ' ' | fold -s -w 100000 && echo
done | LC_ALL=C awk -v sentences="$work/sentences" '
BEGIN {
    while ((getline line < sentences) > 0) {
        n = split(line, w, " ")
        key = w[1]; for (i = 2; i <= 8; i++) key = key " " w[i]
        first[key] = line; total++
    }
}
/^\001/ { file = substr($0, 2); next }
{
    gsub(/\\n|\\r|\\t|\\u201[0-9c-d]/, " "); gsub(/[^A-Za-z0-9]+/, " ")
    n = split($0, w, " ")
    hay = ""
    for (i = 1; i + 7 <= n; i++) {
        key = w[i] " " w[i+1] " " w[i+2] " " w[i+3] " " w[i+4] " " w[i+5] " " w[i+6] " " w[i+7]
        if (!(key in first)) continue
        if (hay == "") { hay = " "; for (k = 1; k <= n; k++) hay = hay w[k] " " }
        if (index(hay, first[key])) {
            printf "%s: holds a sentence of ../shared: \"%s ...\": take it out, or say it in your own words\n", file, key
            failed++
        }
    }
}
END {
    if (failed) { printf "check_texts: %d sentences copied\n", failed; exit 1 }
    printf "check_texts: none of %d sentences of ../shared is in the repository\n", total
}'
