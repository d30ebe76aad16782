#!/bin/sh
# Runs a linter over src/ and cli/, one file at a time, some at once. A file that was found clean, with the same headers and settings,
# is not looked at again: the hashes of clean files are kept in WORK/cache.
# usage: tools/lint_code.sh tidy|cppcheck WORK [JOBS]     (WORK/release/compile_commands.json is needed)
set -eu
cd "$(dirname "$0")/.."
tool=$1 work=$2 jobs=${3:-2}
mkdir -p "$work/cache"
case $tool in
    tidy)
        program=$(command -v clang-tidy || command -v clang-tidy-14) || { echo "clang-tidy is not installed"; exit 1; }
        [ -f "$work/release/compile_commands.json" ] || { echo "$work/release/compile_commands.json is missing: build first"; exit 1; } ;;
    cppcheck) program=$(command -v cppcheck) || { echo "cppcheck is not installed"; exit 1; } ;;
    *) echo "usage: tools/lint_code.sh tidy|cppcheck WORK [JOBS]" >&2; exit 2 ;;
esac
common=$({ cat .clang-tidy tools/lint_code.sh; find include src cli -name '*.h' -type f | LC_ALL=C sort | xargs cat; "$program" --version; } | sha256sum | cut -c1-16)
find src cli -name '*.c' -type f | LC_ALL=C sort | while IFS= read -r f; do
    hash=$({ echo "$tool $common $f"; cat "$f"; } | sha256sum | cut -c1-32)
    [ -f "$work/cache/$tool-$hash" ] || echo "$hash $f"
done > "$work/cache/$tool.todo"
# shellcheck disable=SC2016
xargs -r -n 2 -P "$jobs" sh -c '
    tool=$0 program=$1 work=$2 hash=$3 f=$4
    out=$work/cache/$tool-$hash.log
    if [ "$tool" = tidy ]; then
        "$program" -p "$work/release" --quiet "$f" > "$out" 2> "$out.err" || { [ -s "$out" ] || cat "$out.err" >> "$out"; }
    else
        # internalAstError: cppcheck 2.10 stumbles over compound literals behind "?"; autoVariables: the recovery point of an arena
        # is a local of the function that sets and clears it
        "$program" -q --enable=warning,performance,portability --inline-suppr --std=c11 -Iinclude -Isrc -I. --error-exitcode=9 \
            --suppress=missingIncludeSystem --suppress=internalAstError --suppress=autoVariables --suppress=normalCheckLevelMaxBranches "$f" > "$out" 2>&1 || true
    fi
    rm -f "$out.err"
    if [ -s "$out" ] && grep -qE "warning:|error:|: (style|portability|performance)" "$out"; then :; else
        rm -f "$out"
        : > "$work/cache/$tool-$hash"
    fi' "$tool" "$program" "$work" < "$work/cache/$tool.todo"
bad=0
while read -r hash f; do
    [ -f "$work/cache/$tool-$hash.log" ] || continue
    cat "$work/cache/$tool-$hash.log"
    bad=$((bad + 1))
done < "$work/cache/$tool.todo"
n=$(find src cli -name '*.c' -type f | wc -l)
[ "$bad" -eq 0 ] || { echo "$tool: remarks in $bad of $n files"; exit 1; }
echo "$tool: $n files without remarks"
