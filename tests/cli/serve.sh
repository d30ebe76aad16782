#!/bin/sh
# serve.sh: attache serve and attache report: what is answered, who is answered, and that text of articles stays text.
. "$(dirname "$0")/lib.sh"
command -v curl > /dev/null || { echo "1..0 # SKIP no curl"; exit 0; }

mkdir news
article > news/a.txt
article | sed 's/Poland/Finland/; s/Monday/Sunday/' > news/b.txt
cat > news/evil.jsonl << 'J'
{"id": "=1+1<script>alert(1)</script>", "title": "=cmd|'/c calc'!A1 <script>alert(2)</script>", "outlet": "@SUM(1)", "date": "2022-02-14", "text": "Russia threatened on Monday to cut gas supplies to Poland.\n\n\"<img src=x onerror=alert(4)> We will answer, and we will answer soon,\" Polish President Andrzej Duda said. Some 5,000 Russian troops moved to the border.\n\nRussian President Vladimir Putin met German Chancellor Olaf Scholz in Berlin on Friday <script>alert(3)</script> \u001b[31m [Gazeta](http://x).\n\nPoland accused Russia of lies."}
J
"$ATTACHE" add s.db news > /dev/null

start() {
    rm -f address
    "$ATTACHE" serve --port 0 "$1" > address 2> err &
    pid=$!
    i=0; while [ ! -s address ] && kill -0 $pid 2> /dev/null && [ $i -lt 600 ]; do sleep 0.1; i=$((i + 1)); done
    base=$(cat address)
    [ -n "$base" ] || { ok "serve starts" 1; sed 's/^/# /' err; exit 1; }
}
# The limits here only end what hangs: a busy machine takes its time.
get() { path=$1; shift; curl -s -m 120 "$@" "$base$path"; }
status() { path=$1; shift; curl -s -m 120 -o /dev/null -w '%{http_code}' "$@" "$base$path"; }
start s.db
trap 'kill $pid 2> /dev/null; rm -rf "$work"' EXIT

has "serve: prints its address, on loopback" "$base" '^http://127\.0\.0\.1:[0-9]+/$'
has "the page" "$(get "" --compressed)" '<title>'
has "strict policy" "$(get "" -i -o /dev/null -D -)" "^Content-Security-Policy: default-src 'none'; script-src 'self'"
tag=$(get world.json -o /dev/null -D - | tr -d '\r' | sed -n 's/^ETag: //p')
same "the same asset is not sent again" 304 "$(status world.json -H "If-None-Match: $tag")"
script=$(get "" --compressed | sed -n 's/.*src="\/\(app-[A-Z0-9]*\.js\)".*/\1/p')
has "what is named after its content may be kept" "$(get "$script" -o /dev/null -D -)" '^Cache-Control: max-age=31536000, immutable'
has "the page itself is asked for again" "$(get "" -o /dev/null -D -)" '^Cache-Control: no-cache'
same "assets only compressed" 406 "$(status "$script" -H 'Accept-Encoding: identity')"
same "nothing else" 404 "$(status ../../etc/passwd --path-as-is)"

port=${base##*:}; port=${port%/}
same "Host: another name is turned away (DNS rebinding)" 403 "$(status api/state -H 'Host: evil.example')"
same "Host: another name with our port too" 403 "$(status api/state -H "Host: evil.example:$port")"
same "Host: another port" 403 "$(status api/state -H 'Host: 127.0.0.1:1')"
same "Host: localhost is us" 200 "$(status api/state -H "Host: localhost:$port")"
same "Origin of another site" 403 "$(status api/state -H 'Origin: https://evil.example')"
same "Origin: null" 403 "$(status api/state -H 'Origin: null')"
same "our own Origin" 200 "$(status api/state -H "Origin: http://127.0.0.1:$port")"
same "a script of another site" 403 "$(status api/state -H 'Sec-Fetch-Site: cross-site' -H 'Sec-Fetch-Mode: no-cors')"
same "a link on another site" 200 "$(status "" -H 'Sec-Fetch-Site: cross-site' -H 'Sec-Fetch-Mode: navigate')"
same "POST" 405 "$(status api/state -X POST)"
check "a body is not read" test "$(status api/state -X POST -d x=1)" != 200
same "a parameter of 2 KB" 414 "$(status "api/events?q=$(head -c 2000 /dev/zero | tr '\0' a)")"
check "a request of 60 KB" test "$(status "api/events?q=$(head -c 60000 /dev/zero | tr '\0' a)")" != 200
same "100 parameters" 414 "$(status "api/events?$(i=0; while [ $i -lt 100 ]; do printf 'type=X&'; i=$((i + 1)); done)")"

json() { if command -v python3 > /dev/null; then python3 -m json.tool > /dev/null; else cat > /dev/null; fi; }
for q in state timeline "timeline?by=year" events facets actors "actors?level=name" "actor?key=RUS" map quantities "figures?unit=troops" statements positions claims \
    stories "story?story=1" articles "article?document=1" "search?q=gas" "tellings?row=1" "event?row=1"; do
    get "api/$q" > out; same "api/$q: 200" 200 "$(status "api/$q")"
    check "api/$q: JSON" json < out
done
same "an article that is not there" 404 "$(status 'api/article?document=999')"
same "an actor that is not there" 404 "$(status 'api/actor?key=NOBODY')"
same "an event that is not there" 404 "$(status 'api/event?row=999999')"
same "no such question" 404 "$(status api/nothing)"

total() { get "api/events?${1-}" | sed -n 's/^{"total":\([0-9]*\).*/\1/p'; }
sql() { sqlite3 s.db "SELECT count(DISTINCT e.event) FROM events e JOIN documents d USING (document) LEFT JOIN event_actors a USING (event) WHERE d.newest AND d.copy_of IS NULL AND ($1)"; }
if command -v sqlite3 > /dev/null; then
    same "events: all" "$(sql 1)" "$(total)"
    same "events: an actor" "$(sql "a.side = 'actor' AND a.code = 'RUS'")" "$(total actor=RUS)"
    same "events: two types" "$(sql "e.type IN ('THREATEN', 'CONSULT')")" "$(total 'type=THREATEN&type=CONSULT')"
    same "events: from" "$(sql "e.date_last >= '2022-02-14'")" "$(total from=2022-02-14)"
    same "events: a value that nothing has" 0 "$(total 'actor=%27%20OR%201=1%20--')"
    same "events: words" "$(sql "d.document IN (SELECT rowid FROM articles_text WHERE articles_text MATCH 'gas')")" "$(total q=gas)"
    same "timeline: as many as dated events" "$(sql 'e.date_first IS NOT NULL')" \
        "$(get api/timeline | sed 's/.*"bins":\[\[\(.*\)\]\],"movers.*/\1/; s/\],\[/\n/g' | awk -F, '{ n += $6 } END { print n }')"
fi
same "search: any characters are words" 200 "$(status 'api/search?q=%22%20%2A%20NEAR%28%20%29%20-%20AND%20%5E%3A')"

# what articles say is data
get "api/events.csv?copies=1" > e.csv
same "CSV: no cell begins a formula" "" "$(sed 1d e.csv | grep -E '(^|,)"?[=+@]' || true)"
has "CSV: the apostrophe" "$(cat e.csv)" "'=1\+1"
has "JSON: control characters are escaped" "$(get 'api/events?copies=1&limit=100')" 'u001[bB]'
get 'api/events?copies=1&limit=100' > e.json
check "JSON: none goes out as it is" sh -c "! grep -q '$(printf '\033')' e.json"
"$ATTACHE" report s.db --actor RUS -o r.html; same "report: exit code 0" 0 $?
check "report: no script, no foreign tag" sh -c "! grep -qiE '<script|<img|onerror=[^&]*>' r.html"
has "report: the text is there, as text" "$(cat r.html)" '&lt;script&gt;'
check "report: no escape codes" sh -c "! grep -q '$(printf '\033')' r.html"
"$ATTACHE" report s.db --actor RUS > r.md
check "report: Markdown has no tags" sh -c "! grep -q '<' r.md"
has "report: Markdown marks are escaped" "$(cat r.md)" '\\\[Gazeta\\\]'
check "report: tables have no blanks at the end of a line" sh -c "! grep -q '| $' r.md"
has "report: heading" "$(head -1 r.md)" '^# Russia$'
"$ATTACHE" report s.db --actor RUS --actor POL --from 2022-02-01 --to 2022-02-28 -o two.md; same "report of two" 0 $?
"$ATTACHE" report s.db --actor POL --actor GBR -o none.md; same "report of two that never met" 0 $?
check "report of two: nothing of articles without dealings between them" sh -c "! grep -q '^## In their words' none.md"
has "report of two: their words" "$(cat two.md)" '^## In their words'
has "report: articles, outlets, days" "$(sed -n 3p two.md)" '^[0-9]+ events? in [0-9]+ articles?( of [0-9]+ outlets?)?, published 2022-02-'
has "report of two: title" "$(head -1 two.md)" '^# Russia and Poland, 2022-02-01 to 2022-02-28'
same "the same report again" "$(cksum < r.md)" "$("$ATTACHE" report s.db --actor RUS | cksum)"
cp s.db twice.db
sqlite3 twice.db "INSERT INTO event_actors SELECT event, side, position + 50, text, name, code, sector, resolved_by FROM event_actors"
same "report: who is there twice in one event is named once" "$(grep -c ' → ' r.md) $(grep ' → ' r.md)" "$(grep -c ' → ' r.md) $("$ATTACHE" report twice.db --actor RUS | grep ' → ')"
"$ATTACHE" report s.db --format pdf > /dev/null 2>&1; same "report: unknown format" 2 $?
"$ATTACHE" report missing.db > /dev/null 2> err2; same "report: no store" 3 $?
"$ATTACHE" report s.db -o /nowhere/x.html > /dev/null 2> err2; same "report: no folder" 4 $?
check "terminal: no escape codes" sh -c "! \"$ATTACHE\" events s.db --format table | grep -q '$(printf '\033')\[31m'"

# many at once, and something new meanwhile
all=
i=0; while [ $i -lt 40 ]; do status api/facets > once.$i & all="$all $!"; i=$((i + 1)); done
# shellcheck disable=SC2086
wait $all
same "forty at once are all answered" 40 "$(cat once.* | grep -o 200 | wc -l)"
same "after forty at once" 200 "$(status api/state)"
article | sed 's/Russia threatened/China threatened/; s/Berlin/Lima/; s/troops/tanks/; s/Biden/Trump/' > c.txt
"$ATTACHE" add s.db c.txt > /dev/null
i=0; while [ $i -lt 300 ] && ! { get api/state > new; grep -q '"articles":4' new; }; do sleep 0.2; i=$((i + 1)); done
has "what is added is seen" "$(cat new)" '"articles":4'
has "and said to be new" "$(cat new)" '"writing":true'

kill -INT $pid; wait $pid; same "Ctrl-C ends it: exit code 0" 0 $?
echo text > t.db
for s in missing.db t.db; do "$ATTACHE" serve "$s" > /dev/null 2> err2; same "serve $s: exit code 3" 3 $?; done
"$ATTACHE" serve --port 99999 s.db > /dev/null 2>&1; same "serve: no such port" 2 $?
start s.db
"$ATTACHE" serve --port "${base##*:}" s.db > /dev/null 2>&1; rc=$?
check "serve: a port with a slash is none" test $rc -ne 0
p=${base##*:}; "$ATTACHE" serve --port "${p%/}" s.db > /dev/null 2> err2; same "serve: a taken port, when asked for" 3 $?
kill -TERM $pid; wait $pid; same "SIGTERM ends it: exit code 0" 0 $?

# a store that takes a while to read: the page is there before, and a question waits for it
sqlite3 s.db "DROP INDEX events_date; DROP INDEX events_type; DROP INDEX events_told; DROP INDEX events_country; DROP INDEX events_loose;
    INSERT INTO events (document, id, type, status, record) SELECT (SELECT min(document) FROM documents WHERE newest AND copy_of IS NULL), 'x' || value, 'AID', 'occurred', '{}'
    FROM (WITH RECURSIVE c (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM c WHERE value < 400000) SELECT value FROM c)"
start s.db
has "a large store: the first question waits until it is read" "$(get api/state)" '"events":40000[0-9]'
kill -TERM $pid; wait $pid
start s.db
kill -TERM $pid; wait $pid; same "a large store: ended while it is read" 0 $?
finish
