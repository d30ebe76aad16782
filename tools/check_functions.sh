#!/bin/sh
# Sizes: functions over 70 lines and files over 500 are listed (advice); functions over 150 or files over 1000 fail.
# A function starts at a line that ends a head with "{" alone in column 1 (the style of .clang-format) and ends at "}" in column 1.
set -eu
cd "$(dirname "$0")/.."
find src cli train include bench fuzz tests -name '*.[ch]' -type f 2>/dev/null | LC_ALL=C sort | xargs awk '
FNR == 1 { if (file != "") close_file(); file = FILENAME; lines = 0; inside = 0; head = "" }
{ lines = FNR }
/^[a-zA-Z_].*\(/ && !/;[[:space:]]*$/ { head = $0 }
/^\{[[:space:]]*$/ && !inside { inside = FNR }
/^\}/ && inside {
    size = FNR - inside - 1
    functions++
    name = head; sub(/\(.*$/, "", name); sub(/^.*[ *]/, "", name)
    if (size > 150) { printf "%s:%d: %s is %d lines long (at most 150): cut it into steps\n", file, inside, name, size; failed++ }
    else if (size > 70) { printf "%s:%d: %s is %d lines long (better under 70)\n", file, inside, name, size; long++ }
    inside = 0
}
function close_file() {
    files++
    if (lines > 1000) { printf "%s: %d lines (at most 1000): split it\n", file, lines; failed++ }
    else if (lines > 500) { printf "%s: %d lines (better under 500)\n", file, lines; long++ }
}
END {
    if (file != "") close_file()
    printf "check_functions: %d functions in %d files; %d longer than wished, %d too long\n", functions, files, long, failed
    exit failed > 0
}'
