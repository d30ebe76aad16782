#!/bin/sh
# Each function of include/attache/*.h that is marked ATT_API must be in the list of what the shared library exports, and the other way
# round: a function that is declared and not exported links in our tests (they are static) and nowhere else.
# usage: tools/check_exports.sh   (env INCLUDE, LIST: other places, for the test of this script)
set -eu
cd "$(dirname "$0")/.."
include=${INCLUDE:-include/attache} list=${LIST:-cmake/install.cmake}
declared=$(sed -n 's/^ATT_API .*[ *]\(att_[a-z0-9_]*\)(.*/\1/p' "$include"/*.h | LC_ALL=C sort)
exported=$(sed -n 's/.*{ global: \(.*\) local: .*/\1/p' "$list" | tr -d ' ' | tr ';' '\n' | sed '/^$/d' | LC_ALL=C sort)
[ -n "$declared" ] && [ -n "$exported" ] || { echo "check_exports: nothing found in $include or $list"; exit 1; }
failed=0
for f in $declared; do
    echo "$exported" | grep -qx "$f" || { echo "$list: $f is declared in $include but not exported"; failed=1; }
done
for f in $exported; do
    echo "$declared" | grep -qx "$f" || { echo "$list: $f is exported but not declared in $include"; failed=1; }
done
[ "$failed" -eq 0 ] && echo "check_exports: $(echo "$declared" | wc -l) functions are declared and exported"
exit "$failed"
