# lib.sh: what the tests of the command line share. Each script prints TAP: "ok N - name" or "not ok N - name".
# $ATTACHE is the program. A script works in a folder of its own, which is gone when it ends.
set -u
: "${ATTACHE:?set ATTACHE to the program}"
case $ATTACHE in /*) ;; *) ATTACHE=$PWD/$ATTACHE ;; esac
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
count=0
bad=0

# ok NAME STATUS: one result.
ok() {
    count=$((count + 1))
    if [ "$2" -eq 0 ]; then echo "ok $count - $1"; else echo "not ok $count - $1"; bad=1; fi
}
# check NAME COMMAND...: fine when the command is.
check() { name=$1; shift; "$@" >/dev/null 2>&1; ok "$name" $?; }
# same NAME WANT GOT
same() {
    if [ "$2" = "$3" ]; then ok "$1" 0; else ok "$1" 1; echo "# want: $2"; echo "# got:  $3"; fi
}
# has NAME TEXT PATTERN: grep -E
has() {
    if printf '%s\n' "$2" | grep -Eq -- "$3"; then ok "$1" 0; else ok "$1" 1; printf '%s\n' "$2" | sed 's/^/# /' | head -20; fi
}
finish() { echo "1..$count"; exit $bad; }

article() {
    cat <<'A'
MOSCOW, Feb 14, 2022 - Russia threatened on Monday to cut gas supplies to Poland.

"We will answer," Polish President Andrzej Duda said. Some 5,000 Russian troops moved to the border.

U.S. President Joe Biden met German Chancellor Olaf Scholz in Washington on Friday.
A
}
