#!/bin/sh
# store.sh: attache add and attache events.
. "$(dirname "$0")/lib.sh"

mkdir news
article > news/a.txt
article | sed 's/Poland/Finland/' > news/b.txt
sed 's/Russia threatened/China threatened/' news/b.txt > news/c.txt
out=$("$ATTACHE" add s.db news); rc=$?
same "add: exit code 0" 0 "$rc"
has "add: summary" "$out" '^3 stored \(3 new, 0 changed\), 0 already there, 0 failed'
cksum_before=$("$ATTACHE" events s.db --format jsonl | cksum)
has "again: nothing" "$("$ATTACHE" add s.db news)" '^0 stored .* 3 already there'
same "again: the same events" "$cksum_before" "$("$ATTACHE" events s.db --format jsonl | cksum)"
"$ATTACHE" add --jobs 1 one.db news > /dev/null; "$ATTACHE" add --jobs 3 three.db news > /dev/null
same "the same store for any --jobs" "$("$ATTACHE" events one.db | cksum)" "$("$ATTACHE" events three.db | cksum)"
same "a store gives the records of attache code" \
    "$("$ATTACHE" code --only event news | sort | cksum)" "$("$ATTACHE" events s.db --format jsonl | sort | cksum)"

same "--actor" CHN "$("$ATTACHE" events s.db --actor chn --format csv | sed 1d | cut -d, -f10 | sort -u)"
same "--type" THREATEN "$("$ATTACHE" events s.db --type THREATEN --format csv | sed 1d | cut -d, -f4 | sort -u)"
same "--limit" 2 "$("$ATTACHE" events s.db --limit 2 --format jsonl | wc -l)"
same "--from after all" 0 "$("$ATTACHE" events s.db --from 2030 --format jsonl | wc -l)"
has "table" "$("$ATTACHE" events s.db --format table)" 'THREATEN'

echo "Russia invaded Ukraine." >> news/a.txt
has "a changed article is a new version" "$("$ATTACHE" add s.db news)" '^1 stored \(0 new, 1 changed\)'
if command -v sqlite3 > /dev/null; then
    same "the older version is kept" "1|0 2|1" "$(sqlite3 s.db "SELECT version, newest FROM documents WHERE doc = 'a.txt' ORDER BY 1" | tr '\n' ' ' | sed 's/ $//')"
    same "near copies are marked" "a.txt" "$(sqlite3 s.db "SELECT DISTINCT copy_of FROM articles WHERE copy_of IS NOT NULL")"
    for v in articles who_did_what_to_whom pairs_of_actors who_said_what numbers_reported; do check "view $v" sqlite3 s.db "SELECT * FROM $v"; done
    same "integrity" ok "$(sqlite3 s.db 'PRAGMA integrity_check')"
fi

# an event told twice in an article is counted once
printf '%s\n' 'PARIS, Feb 15, 2022 -- Israel bombed Syria.' '' 'On Monday Israel bombed Syria near Aleppo.' > twice.txt
"$ATTACHE" add twice.db twice.txt > out
has "told twice: counted once when stored" "$(cat out)" '2 events'
same "told twice: both rows stay" 2 "$("$ATTACHE" events twice.db --type ASSAULT --format jsonl | wc -l)"
full=$("$ATTACHE" events twice.db --type ASSAULT --format csv | sed -n 's/.*near Aleppo.*/&/p' | cut -d, -f2)
same "told twice: the poorer row names the fuller" "$full" "$("$ATTACHE" events twice.db --type ASSAULT --format csv | tr -d '\r' | sed -n '/near Aleppo/!p' | sed 1d | sed 's/,[a-z]*$//; s/.*,//')"
same "told twice: merged" 1 "$("$ATTACHE" events twice.db --type ASSAULT --merged --format jsonl | wc -l)"
has "told twice: network" "$("$ATTACHE" network twice.db --format jsonl)" '"recipient":"SYR","events":1,'
has "told twice: timeline" "$("$ATTACHE" timeline twice.db --format jsonl)" '"events":1'

# what is told as background: its own class for whoever asks a store, an added field in the records
printf '%s\n' 'PARIS, Feb 15, 2022 -- Russia shelled Kharkiv.' '' 'In 2014 Russia occupied Crimea.' > past.txt
"$ATTACHE" add past.db past.txt > /dev/null
same "--status history" occupied "$("$ATTACHE" events past.db --status history --format jsonl | sed 's/.*"trigger":{"text":"\([a-z]*\)".*/\1/')"
same "--status occurred leaves history out" 0 "$("$ATTACHE" events past.db --status occurred --format jsonl | grep -c occupied)"
has "the record keeps the status of the contract" "$("$ATTACHE" events past.db --status history --format jsonl)" '"status":"occurred","history":true'
has "a table says history" "$("$ATTACHE" events past.db --format table)" 'COERCE.* history'

echo text > t.db
for s in missing.db t.db; do
    "$ATTACHE" events "$s" > /dev/null 2> err; rc=$?
    same "events $s: exit code 3" 3 "$rc"
    has "events $s: named with a reason" "$(cat err)" "^attache: $s: ."
done
check "events doesn't make a store" test ! -e missing.db
"$ATTACHE" add t.db news > /dev/null 2> err; same "add to a foreign file: exit code 3" 3 $?
same "a foreign file is left alone" text "$(cat t.db)"
"$ATTACHE" add /nowhere/x.db news > /dev/null 2> err; same "add in a missing folder: exit code 3" 3 $?
"$ATTACHE" add s.db missing.txt news > /dev/null 2> err; same "add with a missing file: exit code 1" 1 $?

# killed at any moment: the store is whole, and the same command finishes the work
mkdir many
i=0; while [ $i -lt 300 ]; do { article; echo "Number $i met number $((i * 7919)). Paragraph $i."; } > many/$i.txt; i=$((i + 1)); done
whole=0
for delay in 0.05 0.2 0.4 0.6 0.8; do
    "$ATTACHE" add k.db many > /dev/null 2>&1 &
    pid=$!
    sleep $delay
    kill -9 $pid 2> /dev/null
    wait $pid 2> /dev/null
    [ ! -e k.db ] || "$ATTACHE" events k.db --limit 1 > /dev/null 2> err || grep -q empty err || whole=1
done
ok "killed: the store can be read" $whole
"$ATTACHE" add k.db many > out
has "killed: finished by the same command" "$(cat out)" 'holds 300 articles'
finish
