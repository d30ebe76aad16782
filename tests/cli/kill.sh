#!/bin/sh
# kill.sh: a few of the kills of bench/kill.sh.
. "$(dirname "$0")/lib.sh"
if command -v sqlite3 > /dev/null; then
    sh "$root/bench/kill.sh" "$ATTACHE" 8 3 > out 2>&1; rc=$?
    ok "killed at random moments: nothing is lost, nothing is there twice" $rc
    [ $rc -eq 0 ] || sed 's/^/# /' out
else
    ok "killed at random moments # SKIP no sqlite3" 0
fi
finish
