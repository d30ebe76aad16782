#!/bin/sh
# code.sh: attache code: formats, input, errors, exit codes.
. "$(dirname "$0")/lib.sh"

article > a.txt
out=$("$ATTACHE" code a.txt); rc=$?
same "exit code 0" 0 "$rc"
has "a document record first" "$(printf '%s\n' "$out" | head -1)" '^\{"type":"document","id":"[0-9a-f]{16}","doc":"a.txt","path":"a.txt"'
has "an event" "$out" '"event_type":"THREATEN"'
same "JSON Lines in a pipe" 0 "$(printf '%s\n' "$out" | grep -vc '^{.*}$')"
same "standard input gives the same events" \
    "$("$ATTACHE" code --only event a.txt | sed 's/"id":"[^"]*","doc":"[^"]*"//' | cksum)" \
    "$("$ATTACHE" code --only event - < a.txt | sed 's/"id":"[^"]*","doc":"[^"]*"//' | cksum)"
same "--only event" "event" "$("$ATTACHE" code --only event a.txt | sed 's/^{"type":"\([a-z]*\)".*/\1/' | sort -u)"
has "--only timex,place,name,mention" "$("$ATTACHE" code --only timex,place,name,mention a.txt)" '"type":"mention"'
has "--text" "$("$ATTACHE" code --text --only document a.txt)" '"text":"MOSCOW, Feb 14'
has "--date" "$("$ATTACHE" code --date 2020-05-06 --only document a.txt)" '"published":"2020-05-06","published_from":"option"'
has "--date in words" "$("$ATTACHE" code --date "Feb. 3, 2020" --only document a.txt)" '"published":"2020-02-03"'
has "--date that is none is said and left out" "$("$ATTACHE" code --date 2022-13-01 --only document a.txt 2>&1)" "is no day"
has "CSV" "$("$ATTACHE" code --format csv a.txt | head -1)" '^doc,id,date,event_type'
table=$("$ATTACHE" code --format table a.txt)
has "table" "$table" 'THREATEN +Russia'
same "no colours in a pipe" 0 "$(printf '%s\n' "$table" | grep -c "$(printf '\033')")"
same "a table fits 80 columns" yes "$([ "$(printf '%s\n' "$table" | LC_ALL=C.UTF-8 wc -L)" -le 80 ] && echo yes)"

# every text stands at its span
if command -v python3 >/dev/null; then
    "$ATTACHE" code --only all a.txt > all.jsonl
    python3 - <<'P'
import json, sys
text = open('a.txt', 'rb').read()
def walk(o):
    if isinstance(o, dict):
        if isinstance(o.get('span'), list) and isinstance(o.get('text'), str):
            assert text[o['span'][0]:o['span'][1]].decode() == o['text'], o
        for v in o.values(): walk(v)
    if isinstance(o, list):
        for v in o: walk(v)
for line in open('all.jsonl'): walk(json.loads(line))
P
    ok "every text stands at its span" $?
fi

printf '# Made up.\n# kind: persons\nZebulon Quark | - | BEL | GOV | prime minister | 2020 | -\n' > more.txt
echo "Zebulon Quark threatened Russia." > q.txt
has "--lexicon" "$("$ATTACHE" code --lexicon more.txt --date 2022-02-02 --only event q.txt)" '"name":"Zebulon Quark","code":"BEL"'
"$ATTACHE" code --lexicon nowhere.txt q.txt > /dev/null 2> err; same "--lexicon that is not there: exit code 3" 3 $?

mkdir -p news/deep
for i in 1 2 3 4 5 6 7 8 9; do { article; echo "Number $i."; } > "news/$i.txt"; done
article > news/deep/z.txt
printf '\001\002\000\003' > news/deep/picture.png
"$ATTACHE" code --jobs 1 news > one; "$ATTACHE" code --jobs 3 news > three; "$ATTACHE" code --jobs 3 news > again
check "the same bytes for any --jobs" cmp one three
check "the same bytes again" cmp three again
same "folders are read with the folders in them" 10 "$(grep -c '"type":"document"' one)"

printf '{"id":"x1","body":"Russia threatened Ukraine."}\n{bad\n{"id":"x2","body":"France met Germany."}\n' > r.jsonl
out=$("$ATTACHE" code --field text=body --only document r.jsonl 2> err); rc=$?
same "a bad record doesn't stop the batch" 2 "$(printf '%s\n' "$out" | wc -l)"
same "exit code 1 when some failed" 1 "$rc"
has "the record is named" "$(cat err)" '^attache: r.jsonl.*:2: '

: > empty.txt
head -c 3000 /dev/zero > binary.txt
mkdir nothing
for f in missing.txt empty.txt binary.txt nothing; do
    err=$("$ATTACHE" code "$f" 2>&1 >/dev/null); rc=$?
    same "$f: exit code 3" 3 "$rc"
    has "$f: named with a reason" "$err" "^attache: $f: ."
    "$ATTACHE" code "$f" a.txt > out 2>/dev/null; rc=$?
    same "$f: the rest is coded, exit code 1" "1 yes" "$rc $(grep -q '"doc":"a.txt"' out && echo yes)"
done
ln -s . news/loop
timeout 300 "$ATTACHE" code --only document news > out 2> err
same "a loop of folders ends" 10 "$(grep -c . out)"

# the manual's rules for the future, and without them
echo 'Macron will visit Moscow on Friday.' > plan.txt
has "a planned visit is an agreement" "$("$ATTACHE" code --only event plan.txt)" '"event_type":"AGREE".*"type_rule":"FUTURE_AGREE"'
has "--no-future-rules: it is a visit, planned" "$("$ATTACHE" code --no-future-rules --only event plan.txt)" '"event_type":"CONSULT".*"status":"planned".*"type_rule":"FRAME"'
"$ATTACHE" add --no-future-rules plan.db plan.txt > /dev/null
same "the same in a store" 1 "$("$ATTACHE" events plan.db --type CONSULT --format jsonl | wc -l)"
has "the same in explain" "$("$ATTACHE" explain --no-future-rules "$(cat plan.txt)")" 'CONSULT visit'

echo "President Emmanuel Macron thanked President Vladimir Putin during their meeting in Moscow." > both.txt
same "nobody is named twice on a side" 0 "$("$ATTACHE" code --only event both.txt | grep -c '"actors":\[[^]]*Emmanuel Macron[^]]*Emmanuel Macron')"

"$ATTACHE" code a.txt > /dev/full 2> err; rc=$?
same "a full disk: exit code 4" 4 "$rc"
has "a full disk: said" "$(cat err)" 'could not be written'
{ "$ATTACHE" code news news news news; echo $? > rc; } 2> err | head -c 10 > /dev/null
has "a closed pipe: exit code 141 or done" "$(cat rc)" '^(0|141)$'
same "a closed pipe: no words" "" "$(cat err)"
finish
