#!/bin/sh
# Time per megabyte of `attache parse` for news and for the nastiest texts, at 1, 10 and 100 MB: it must not grow with the size.
#
# usage: bench/nasty.sh ATTACHE [NEWS [MEGABYTES...]]
#   ATTACHE    the program
#   NEWS       a text of news to be repeated (examples/articles/*.txt when not given, or -)
#   MEGABYTES  sizes (1 10)
# Prints seconds of the processor per megabyte, at each size, and the peak of memory. Ends with 1 when the largest size takes more than
# twice as long per megabyte as the smallest (what is under a tenth of a second per megabyte counts as nothing), or a text ends the
# program by a signal. GNU time must be there (Debian: time).
set -eu
[ $# -ge 1 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")/.." && pwd)
attache=$1 news=${2:--}
shift
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- 1 10
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$news" != - ] || { cat "$here"/examples/articles/*.txt > "$work/news"; news=$work/news; }
status=0

# $1: what; $2: bytes. Endless text on standard output, cut by head.
text() {
    case $1 in
        news) while :; do cat "$news"; echo; echo; done ;;
        'one word') tr '\0' a < /dev/zero ;;
        'one sentence') yes 'the minister said that' | tr '\n' ' ' ;;
        'hyphens') yes 'a-' | tr -d '\n' ;;
        'full stops') yes . | tr -d '\n' ;;
        'quotation marks') yes '"' | tr -d '\n' ;;
        'brackets') yes '(' | tr -d '\n' ;;
        'commas and digits') yes '1,' | tr -d '\n' ;;
        'initials') yes 'U.S. Gen.' | tr '\n' ' ' ;;
        'paragraphs of a letter') yes "$(printf 'a\n\n')" ;;
        'blanks') yes '' | tr '\n' ' ' ;;
        'capitals') yes 'ABC' | tr '\n' ' ' ;;
        'if clauses') yes 'if he said that' | tr '\n' ' ' ;;
        'Cyrillic') yes 'Президент заявил, что переговоры продолжатся.' ;;
        'Chinese') yes '中国外交部发言人周一表示，两国将继续对话。' ;;
        'base64') head -c 3000000 /dev/zero | tr '\0' '\1' | base64 -w 76; text base64 ;;
        'fused words') yes 'Macronwhoinfrastructurekilling' | tr '\n' ' ' ;;
        'combining marks') yes "$(printf 'e\314\201\314\201')" | tr -d '\n' ;;
        'marks by chance') # a token a byte, and no stretch like another
            awk 'BEGIN { m = "()\"-.,:;/!?[]%&=+*#ab1c2d3 "; for (srand(1);;) { s = ""; for (i = 0; i < 999; i++) s = s substr(m, int(rand() * 27) + 1, 1); printf "%s", s } }' ;;
    esac 2> /dev/null
}

head='%-24s'
# shellcheck disable=SC2059 # the format is ours
printf "$head" 'seconds per MB'
for mb in "$@"; do printf '%12s' "$mb MB"; done
printf '%14s\n' 'memory (MB)'
for what in news 'one word' 'one sentence' hyphens 'full stops' 'quotation marks' brackets 'commas and digits' initials \
    'paragraphs of a letter' blanks capitals 'if clauses' Cyrillic Chinese base64 'fused words' 'combining marks' \
    'marks by chance'; do
    # shellcheck disable=SC2059
    printf "$head" "$what"
    first='' last='' peak=0
    for mb in "$@"; do
        text "$what" | head -c $((mb * 1000000)) > "$work/text" || true
        rc=0
        /usr/bin/time -o "$work/time" -f '%U %S %M' "$attache" parse "$work/text" > /dev/null 2> "$work/err" || rc=$?
        if [ $rc -gt 125 ]; then status=1; printf '%12s' "signal $((rc - 128))"; continue; fi
        last=$(tail -n 1 "$work/time" | awk -v mb="$mb" '{ printf "%.2f", ($1 + $2) / mb }')
        peak=$(tail -n 1 "$work/time" | awk '{ printf "%.0f", $3 / 1000 }')
        [ -n "$first" ] || first=$last
        [ $rc -eq 0 ] && printf '%12s' "$last" || printf '%12s' "$last (no)"
    done
    printf '%14s\n' "$peak"
    awk -v a="${first:-0}" -v b="${last:-0}" 'BEGIN { exit b > 0.1 && b > 2 * (a > 0.1 ? a : 0.1) }' || { status=1; echo "  grows with the size" ; }
done
exit $status
