#!/bin/sh
# usage.sh: help, suggestions, man pages, exit codes of the command line itself.
. "$(dirname "$0")/lib.sh"

has "attache --help fits a screen of 50 lines" "$("$ATTACHE" --help | wc -l)" "^ *([1-4]?[0-9])$"
same "help fits 80 columns" 0 "$("$ATTACHE" --help | awk 'length($0) > 79' | wc -l)"
check "--version" "$ATTACHE" --version
"$ATTACHE" > /dev/null 2>&1; same "no command: exit code 2" 2 $?
err=$("$ATTACHE" cdoe 2>&1); rc=$?
same "unknown command: exit code 2" 2 "$rc"
has "unknown command: suggestion" "$err" "did you mean 'code'"
err=$("$ATTACHE" code --fromat csv x 2>&1); rc=$?
same "unknown option: exit code 2" 2 "$rc"
has "unknown option: suggestion" "$err" 'did you mean --format'
for line in "--jobs 0" "--jobs many" "--format xml" "--only evnt" "--input doc" "--field nothing=x" "--date" "--text=1"; do
    # shellcheck disable=SC2086
    "$ATTACHE" code x.txt $line > /dev/null 2> err; rc=$?
    same "code $line: exit code 2" 2 "$rc"
    has "code $line: says why" "$(cat err)" '^attache: .*--?'
done
has "type: suggestion" "$("$ATTACHE" events x.db --type treaten 2>&1)" 'did you mean THREATEN'

commands=$("$ATTACHE" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
for c in $commands; do
    help=$("$ATTACHE" "$c" --help); rc=$?
    same "$c --help" 0 "$rc"
    has "$c --help: examples" "$help" '^examples:'
    page="$root/man/attache-$c.1"
    "$ATTACHE" help --man "$c" > now.1
    check "man/attache-$c.1 is what the program says (man/generate.sh)" cmp now.1 "$page"
    missing=0
    for o in $(printf '%s\n' "$help" | sed -n 's/^  --\([a-z]*\).*/\1/p'); do
        grep -Fq "\\-\\-$o" "$page" || missing=1
    done
    ok "man/attache-$c.1 has every option" $missing
    check "man/attache.1 names $c" grep -q "attache..$c" "$root/man/attache.1"
done
"$ATTACHE" help --man > now.1
check "man/attache.1 is what the program says" cmp now.1 "$root/man/attache.1"
finish
