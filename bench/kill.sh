#!/bin/sh
# attache add, killed with SIGKILL at random moments: what was in the store before the kill is there after it, nothing is there twice, the
# file is whole, and when the same command has at last run to its end the store is the one that a run without kills gives.
# usage: bench/kill.sh PROGRAM [KILLS [SEED]]      (1000 kills: some ten minutes on a quiet machine)
set -eu
program=$1 kills=${2-1000} seed=${3-1}
case $program in /*) ;; *) program=$PWD/$program ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# More than one transaction takes (cli/cmd_add.c); most of one sentence, so that a run is short, some that are copies and rewrites.
awk 'BEGIN { for (i = 0; i < 1100; i++) {
    long = i % 11 ? "" : sprintf(" MOSCOW - Russia threatened on Monday to cut gas supplies to Poland. Some %d,000 troops moved to the border. Number %d follows number %d in paragraph %d of the long report that nobody else has written down.", i + 2, i - i % 2, (i - i % 2) * 7919, i % 7)
    printf "{\"id\":\"n%d\",\"title\":\"Talks %d\",\"date\":\"2021-03-%02d\",\"text\":\"Minister Nr%d Karsten met Olga Dorn%d in Lome%d on Tuesday.%s\"}\n", i, i, i % 28 + 1, i / 3, i / 3, i / 3, long } }' > articles.jsonl
content='SELECT doc, version, newest, content_hash, copy_kind, (SELECT id FROM stories s WHERE s.story = d.story) FROM documents d ORDER BY 1, 2;
SELECT id, type, status, date, (SELECT id FROM happenings h WHERE h.happening = e.happening), merged_by FROM events e ORDER BY 1;
SELECT day, quad, status, events FROM day_totals ORDER BY 1, 2, 3; SELECT actor, recipient, quad, events FROM pair_sums ORDER BY 1, 2, 3;
SELECT id, articles, copies, rewrites FROM stories ORDER BY 1; SELECT id, mentions, articles, sources, copies FROM happenings ORDER BY 1;'
start=$(date +%s%N)
"$program" add whole.db articles.jsonl > /dev/null
span=$((($(date +%s%N) - start) / 1000000))
sqlite3 whole.db "$content" > want
fail() { echo "kill $done_kills: $1" >&2; exit 1; }
rm -f k.db*
done_kills=0 finished=0 partial=0 added=0
awk -v n="$kills" -v seed="$seed" -v span="$span" 'BEGIN { srand(seed); for (i = 0; i < n; i++) printf "%.3f\n", rand() * span * 1.1 / 1000 }' > moments
while read -r moment; do
    before=$([ -e k.db ] && sqlite3 k.db 'SELECT count(*) FROM documents' 2> /dev/null || echo 0)
    "$program" add k.db articles.jsonl > out 2> /dev/null &
    pid=$!
    sleep "$moment"
    seen=$(sqlite3 k.db 'SELECT count(*) FROM documents' 2> /dev/null || echo 0) # what others see is stored
    kill -9 $pid 2> /dev/null || true
    wait $pid 2> /dev/null || true
    done_kills=$((done_kills + 1))
    [ -e k.db ] || continue
    after=$(sqlite3 k.db 'SELECT count(*) FROM documents' 2> /dev/null || echo 0)
    [ "$after" -ge "${seen:-0}" ] && [ "$after" -ge "${before:-0}" ] || fail "lost: $before before, $seen seen, $after after"
    if grep -q stored out; then
        sqlite3 k.db "$content" > got
        cmp -s want got || fail "a finished store differs from that of a run without kills: $(diff want got | head -5)"
        finished=$((finished + 1))
        rm -f k.db* # begin anew
        continue
    fi
    [ "$after" -eq 0 ] || [ "$after" -eq 1100 ] || partial=$((partial + 1))
    [ "$after" -ne 1100 ] || added=$((added + 1))
    if [ "$after" -gt 0 ]; then
        [ "$(sqlite3 k.db 'SELECT count(*) FROM (SELECT doc FROM documents GROUP BY doc, source, version HAVING count(*) > 1)')" = 0 ] || fail "an article is there twice"
        [ "$(sqlite3 k.db 'SELECT count(*) FROM (SELECT id FROM events GROUP BY id HAVING count(*) > 1)')" = 0 ] || fail "an event is there twice"
        [ $((done_kills % 10)) -ne 0 ] || [ "$(sqlite3 k.db 'PRAGMA integrity_check; PRAGMA foreign_key_check')" = ok ] || fail "the file is damaged"
    fi
    # now and then a run to the end, so that recovery is seen as well
    if [ $((done_kills % 7)) -eq 0 ]; then
        "$program" add k.db articles.jsonl > /dev/null
        sqlite3 k.db "$content" > got
        cmp -s want got || fail "the store after kills differs from that of a run without: $(diff want got | head -5)"
        finished=$((finished + 1))
        rm -f k.db*
    fi
done < moments
echo "$done_kills kills: nothing lost, nothing twice; $finished stores finished, each as a run without kills makes it; $partial kills left some of the articles, $added all without an end"
