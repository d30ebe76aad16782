#!/bin/sh
# docs/tour.md has a table "decision -> function": | decision | `function` | `file` |. Every function named there must be defined in the
# file named beside it, so that the tour can't rot.
set -eu
cd "$(dirname "$0")/.."
tour=docs/tour.md
[ -f "$tour" ] || { echo "check_tour: $tour is missing"; exit 1; }
tab=$(printf '\t')
rows=$(awk -F'|' '
/^[[:space:]]*\|/ && NF >= 5 {
    if ($3 !~ /`/ || $4 !~ /`/) next
    file = $4; sub(/^[^`]*`/, "", file); sub(/`.*$/, "", file)
    if (file !~ /\.[ch]$/) next
    cell = $3
    while (match(cell, /`[^`]+`/)) {
        name = substr(cell, RSTART + 1, RLENGTH - 2); cell = substr(cell, RSTART + RLENGTH)
        sub(/\(.*$/, "", name)
        printf "%d\t%s\t%s\n", NR, name, file
    }
}' "$tour")
[ -n "$rows" ] || { echo "check_tour: $tour has no table row of the form | decision | \`function\` | \`file.c\` |"; exit 1; }
echo "$rows" | {
    n=0 failed=0
    while IFS="$tab" read -r line name file; do
        n=$((n + 1))
        if [ ! -f "$file" ]; then
            echo "$tour:$line: $file does not exist"
            failed=$((failed + 1))
        elif ! grep -Eq "(^|[^A-Za-z0-9_])$name *\(|#define +$name" "$file"; then
            echo "$tour:$line: $name is not in $file"
            failed=$((failed + 1))
        fi
    done
    [ "$failed" -eq 0 ] || { echo "check_tour: $failed of $n names are wrong"; exit 1; }
    echo "check_tour: $n functions of the tour exist where it says"
}
