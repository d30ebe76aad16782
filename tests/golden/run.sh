#!/bin/sh
# What must come out right: each folder beside this script has an article, its day and a list of what must and must not be found.
# Runs $ATTACHE (default build/attache) on all of them, or on those named, and prints TAP. The lines of expect.txt: README.md here.
#
#   tests/golden/run.sh                     all cases
#   tests/golden/run.sh 003 017             those whose names begin so
#   tests/golden/run.sh --show 003          what the program finds, in the form of expect.txt
set -u
here=$(cd "$(dirname "$0")" && pwd)
attache=${ATTACHE:-$here/../../build/attache}
show=0
if [ "${1-}" = --show ]; then
    show=1
    shift
fi
if [ ! -x "$attache" ]; then
    echo "Bail out! $attache is not there: build it, or set ATTACHE to the program" >&2
    exit 2
fi
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

cases=$(
    for c in "$here"/*/; do
        name=$(basename "$c")
        [ -f "$c/expect.txt" ] || continue
        [ $# -eq 0 ] && echo "$name"
        for want in "$@"; do
            case $name in "$want"*) echo "$name" && break ;; esac
        done
    done
)
[ -n "$cases" ] || { echo "Bail out! no such case" >&2; exit 2; }
[ "$show" -eq 1 ] || echo "1..$(for c in $cases; do grep -Ecv '^(#|todo |[[:space:]]*$)' "$here/$c/expect.txt"; done | awk '{ n += $1 } END { print n }')"

n=0
failed=0
for c in $cases; do
    day=$(cat "$here/$c/date" 2>/dev/null)
    if [ -z "$day" ] || [ "$day" = - ]; then
        set -- "$here/$c/article.txt"
    else
        set -- --date "$day" "$here/$c/article.txt"
    fi
    # A program that stops in the middle fails every line of the case: there are no records to meet them.
    "$attache" code --format jsonl "$@" > "$work/records" 2> "$work/messages"
    rc=$?
    if [ "$rc" -ne 0 ]; then
        echo "# $c: $attache ended with $rc"
        sed 's/^/# /' "$work/messages"
        : > "$work/records"
    fi
    LC_ALL=C awk -v name="$c" -v n="$n" -v rc="$rc" -v show="$show" -f "$here/judge.awk" "$work/records" "$here/$c/expect.txt" > "$work/tap"
    cat "$work/tap"
    failed=$((failed + $(grep -c '^not ok' "$work/tap")))
    n=$((n + $(grep -Ecv '^(#|todo |[[:space:]]*$)' "$here/$c/expect.txt")))
done
if [ "$show" -eq 0 ] && [ "$failed" -ne 0 ]; then echo "# $failed of $n failed" && exit 1; fi
exit 0
