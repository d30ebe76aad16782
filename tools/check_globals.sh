#!/bin/sh
# No writable globals: lists the objects' symbols and fails on any in .bss, .data or thread-local storage. Pointers in constant
# tables (.data.rel.ro) are fine: they are read-only once the program has started.
# usage: tools/check_globals.sh FILE.o|FILE.a|FOLDER...   (of a build without sanitizers)
set -eu
[ $# -gt 0 ] || { echo "usage: tools/check_globals.sh OBJECT|ARCHIVE|FOLDER..." >&2; exit 2; }
for f in "$@"; do
    if [ -d "$f" ]; then
        find "$f" -name '*.o' -type f
    elif [ -e "$f" ]; then
        echo "$f"
    else
        echo "check_globals: $f does not exist; build it first" >&2
        exit 2
    fi
done | LC_ALL=C sort | xargs objdump -t | awk '
/file format/ { file = $1; sub(/:$/, "", file); sub(/^.*\//, "", file); sub(/^.*CMakeFiles\//, "", file); files++; next }
{
    # value flags section size name; the section is the first field that starts with a dot or is *COM*
    section = ""
    for (i = 2; i <= NF; i++) if ($i ~ /^\./ || $i == "*COM*") { section = $i; name = $NF; size = $(i + 1); break }
    if (section == "" || name == section) next
    writable = section == "*COM*" || section ~ /^\.(bss|tbss|tdata)/ || (section ~ /^\.data/ && section !~ /^\.data\.rel\.ro/)
    if (!writable || size ~ /^0+$/) next
    printf "%s: %s stands in %s (%d bytes): make it const, or move it into the engine or the worker\n", file, name, section, hex(size)
    failed++
}
function hex(s,   i, v) { v = 0; for (i = 1; i <= length(s); i++) v = v * 16 + index("0123456789abcdef", substr(s, i, 1)) - 1; return v }
END {
    if (!files) { print "check_globals: no object files found; build first"; exit 1 }
    if (failed) { printf "check_globals: %d writable globals\n", failed; exit 1 }
    printf "check_globals: %d objects without writable globals\n", files
}'
