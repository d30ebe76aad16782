#!/bin/sh
# eval.sh: attache eval.
. "$(dirname "$0")/lib.sh"

article > a.txt
"$ATTACHE" code --format jsonl --only event a.txt > gold.jsonl
sed 's/"event_type":"THREATEN"/"event_type":"ACCUSE"/' gold.jsonl > system.jsonl
out=$("$ATTACHE" eval gold.jsonl gold.jsonl --format csv); rc=$?
same "against itself: exit code 0" 0 "$rc"
same "against itself: all right" "1.0000" "$(printf '%s\n' "$out" | grep '^dyad' | cut -d, -f4)"
out=$("$ATTACHE" eval gold.jsonl system.jsonl)
has "a wrong type is an error" "$out" '"type":"error","fault":"type","doc":"a".*"event_type":"THREATEN".*"event_type":"ACCUSE"'
has "and a confusion" "$out" '"type":"confusion","gold":"THREATEN","system":"ACCUSE","count":1'
same "each line is JSON" "$(printf '%s\n' "$out" | wc -l)" "$(printf '%s\n' "$out" | grep -c '^{.*}$')"
has "table" "$("$ATTACHE" eval gold.jsonl system.jsonl --format table)" '^THREATEN +ACCUSE +1'
has "with the sentence" "$("$ATTACHE" eval gold.jsonl system.jsonl --format table)" 'threatened on Monday'
same "--limit 0: no errors" 0 "$("$ATTACHE" eval gold.jsonl system.jsonl --limit 0 | grep -c '"error"')"
mkdir folder; cp gold.jsonl folder/; echo 'no record' > folder/notes.txt; : > folder/more.jsonl
same "a folder" "1.0000" "$("$ATTACHE" eval folder gold.jsonl --format csv | grep '^type' | cut -d, -f4)"
"$ATTACHE" eval missing.jsonl gold.jsonl > /dev/null 2> err; same "no gold: exit code 3" 3 $?
: > empty.jsonl; "$ATTACHE" eval empty.jsonl gold.jsonl > /dev/null 2> err; same "empty gold: exit code 3" 3 $?
echo nonsense >> system.jsonl; "$ATTACHE" eval gold.jsonl system.jsonl > /dev/null 2> err; same "a faulty line: exit code 1" 1 $?
has "a faulty line: of which file" "$(cat err)" 'system.jsonl: 1 lines are no JSON objects'
{ cat gold.jsonl; echo '{"type":"event","doc":"a.txt"}'; } > half.jsonl
"$ATTACHE" eval half.jsonl gold.jsonl --format csv > out 2> err; same "half an event: exit code 1" 1 $?
has "half an event: left out, and said" "$(cat err)" 'half.jsonl: 1 events without event_type'
same "half an event: the rest counts" "1.0000" "$(grep '^type' out | cut -d, -f4)"
sed 's/"doc":"[^"]*"/"doc":"elsewhere"/' gold.jsonl > other.jsonl
"$ATTACHE" eval gold.jsonl other.jsonl > /dev/null 2> err
has "other documents: said" "$(cat err)" 'no event of a document that gold.jsonl knows'
printf '%s\n' '{"type":"event","doc":"a","sentence":[0,9],"event_type":"AID","trigger":{"text":"a","span":[0,1]},"actors":[],"recipients":[],"status":"occurred"}' > bare.jsonl
same "nothing to measure: no value" "date,,,,,,0,0,0,0" "$("$ATTACHE" eval bare.jsonl bare.jsonl --format csv | tr -d '\r' | grep '^date')"
has "nothing to measure: null in JSON" "$("$ATTACHE" eval bare.jsonl bare.jsonl --format jsonl)" '"level":"place","precision":null'
"$ATTACHE" eval gold.jsonl > /dev/null 2> err; same "one operand: exit code 2" 2 $?
finish
