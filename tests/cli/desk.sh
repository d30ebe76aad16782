#!/bin/sh
# desk.sh: stories, rewrites, happenings, and the commands that ask a store.
. "$(dirname "$0")/lib.sh"

quake() {
    cat <<'A'
Earthquake destroys the harbour of Samora

Published 2021-03-08

PORT LINDEL - A strong earthquake shook the island of Samora on Monday and destroyed the harbour of Port Lindel, officials said.

Governor Ada Mirek told reporters that 42 people were missing. "We need help at once," she said.

U.S. President Joe Biden met German Chancellor Angela Merkel in Washington on Monday to discuss aid for the island.

Rescue teams from the capital searched the rubble of the fish market, where most of the victims had worked. Ferries to Ostrel were cancelled until Friday.

The tremor was felt as far away as Kandor, 300 kilometres to the north.
A
}
mkdir news
quake > news/a.txt
cat > news/b.txt <<'A'
Rescuers search ruins on Samora

Published 2021-03-09

Rescuers searched for survivors in Port Lindel on Tuesday after the earthquake on the island of Samora. At least 42 people were missing, Governor Mirek said.

Joe Biden met Angela Merkel in Washington on Monday.

It was the worst disaster of the region since 1974. The army flew in tents and two field hospitals, and neighbouring Ostrel offered doctors.

Samora's fish market and its quays lay in ruins.
A
cat > news/c.txt <<'A'
Strong tremor wrecks harbor

Published 2021-03-10

A powerful earthquake rocked the island of Samora on Monday and wrecked the harbour of Port Lindel, authorities stated.

Rescue squads from the capital combed the debris of the fish market, where most of the casualties had toiled. Ferries to Ostrel got cancelled until Friday.

The tremor was felt as far off as Kandor, 300 kilometres northward.

Governor Ada Mirek informed reporters that 42 individuals were missing. We require help at once," she stated.
A
cat > news/d.txt <<'A'
Pension bill fails in Trenova

Published 2021-03-09

Lawmakers in Trenova rejected the pension bill of Prime Minister Goran Hale by 61 votes to 58. The opposition Green Alliance called for new elections.

"I will not resign," Hale said in the chamber.

Russia attacked Poland on Tuesday.
A
"$ATTACHE" add s.db news > out; same "add: exit code 0" 0 $?
same "two stories" 2 "$("$ATTACHE" stories s.db | wc -l)"
has "the quake is one story of three" "$("$ATTACHE" stories s.db)" '"articles":3.*"rewrites":1.*"docs":\["a.txt","b.txt","c.txt"\]'
has "the rewrite is told from the reports" "$("$ATTACHE" stories s.db)" '"doc":"c.txt".*"copy_of":"a.txt","copy_kind":"rewrite"'
id=$("$ATTACHE" stories s.db --format csv --limit 1 | sed -n '2s/,.*//p')
has "one story" "$("$ATTACHE" stories s.db "$id" --format csv | cut -d, -f4 | tr '\r\n' '  ')" 'copy_kind .*rewrite'

# the order of adding doesn't matter
"$ATTACHE" add o.db news/d.txt news/c.txt > /dev/null; "$ATTACHE" add o.db news/b.txt > /dev/null; "$ATTACHE" add o.db news/a.txt > /dev/null
same "the same stories in any order" "$("$ATTACHE" stories s.db)" "$("$ATTACHE" stories o.db)"
same "the same events in any order" "$("$ATTACHE" events s.db --merged --format tsv | sort)" "$("$ATTACHE" events o.db --merged --format tsv | sort)"

# one event, told by two
has "a meeting told twice is one event" "$("$ATTACHE" events s.db --merged --type CONSULT --actor USA)" '"date":"2021-03-08".*"mentions":2,"sources":2'
if command -v sqlite3 > /dev/null; then
    has "with reasons" "$(sqlite3 s.db "SELECT merged_by FROM events WHERE merged_by IS NOT NULL")" 'same actor.*day; wording'
    same "sums are those of the rows" "$(sqlite3 s.db "SELECT count(*) FROM events JOIN documents USING (document) WHERE date_first = date_last AND copy_of IS NULL")" \
        "$(sqlite3 s.db "SELECT sum(events) FROM day_totals")"
fi

# by hand, and it stays so
"$ATTACHE" stories s.db split b.txt; same "split: exit code 0" 0 $?
same "split: three stories" 3 "$("$ATTACHE" stories s.db | wc -l)"
sed 's/42/57/' news/a.txt > news/e.txt
"$ATTACHE" add s.db news > /dev/null
same "split: it stays so" 3 "$("$ATTACHE" stories s.db | wc -l)"
"$ATTACHE" stories s.db join a.txt d.txt b.txt; same "join: exit code 0" 0 $?
same "join: one story" 1 "$("$ATTACHE" stories s.db | wc -l)"
"$ATTACHE" stories s.db release a.txt b.txt c.txt d.txt e.txt
same "release: as it was found" 2 "$("$ATTACHE" stories s.db | wc -l)"
"$ATTACHE" stories s.db join a.txt nothing.txt 2> err; same "an unknown name: exit code 2" 2 $?
"$ATTACHE" stories s.db frob a.txt 2> err; same "an unknown verb: exit code 2" 2 $?

# what the reports of one story don't agree on, with who says it
mkdir toll
cat > toll/x.txt <<'A'
Explosion at the fuel depot of Ostrel

Published 2021-04-02

OSTREL - An explosion at the fuel depot of Ostrel killed 12 people on Thursday, police said. The fire burned for six hours.

Ostrel's ferry harbour was closed. Mayor Olga Dorn called for an inquiry into the depot.
A
cat > toll/y.txt <<'A'
Fuel depot blast in Ostrel: mayor wants inquiry

Published 2021-04-02

OSTREL - An explosion at the fuel depot of Ostrel killed 19 people on Thursday, the hospital said. Fire crews fought the flames for six hours.

Mayor Olga Dorn called for an inquiry into the depot. Ostrel's ferry harbour was closed.
A
sed 's/killed 12 people/killed at least 10 people/; s/Explosion/Blast/; s/The fire/The blaze/; s/was closed/stayed shut/' toll/x.txt > toll/z.txt
"$ATTACHE" add t.db toll > /dev/null
"$ATTACHE" report t.db > differ.md
has "report: tolls that differ" "$(cat differ.md)" 'How many were killed\*\*: .*12 people; .*19 people'
has "report: who says so, and where" "$(cat differ.md)" '19 people, says the hospital .*Fuel depot blast in Ostrel: mayor wants inquiry, 2021-04-02'
rm -r toll/y.txt t.db
"$ATTACHE" add t.db toll > /dev/null
check "report: 12 and at least 10 don't differ" sh -c '! "$1" report t.db | grep -q "How many were killed"' sh "$ATTACHE"

# asking
has "statements" "$("$ATTACHE" statements s.db --format csv)" 'I will not resign'
same "statements --speaker" 1 "$("$ATTACHE" statements s.db --speaker 'Goran Hale' --format csv | grep -c resign)"
same "statements --from after all" 0 "$("$ATTACHE" statements s.db --from 2030 | wc -l)"
has "figures" "$("$ATTACHE" figures s.db --unit votes,people --format tsv)" '42'
has "search: best first, with snippet" "$("$ATTACHE" search s.db 'pension bills' | head -1)" '"title":"Pension bill fails in Trenova","snippet":".*\[pension\] \[bill\]'
has "search --speaker" "$("$ATTACHE" search s.db resign --speaker Hale)" '"speaker":"Goran Hale"'
"$ATTACHE" search s.db '"broken' 2> err; same "search: broken query: exit code 2" 2 $?
has "search: broken query: reason" "$(cat err)" 'quotation marks'
"$ATTACHE" search s.db ' ' 2> err; same "search: no words: exit code 2" 2 $?
has "timeline" "$("$ATTACHE" timeline s.db RUS POL --by month)" '"period":"2021-03","events":[1-9]'
has "timeline: chart" "$("$ATTACHE" timeline s.db --format table)" '█|░'
"$ATTACHE" timeline s.db --by fortnight 2> err; same "timeline: unknown period: exit code 2" 2 $?
has "network" "$("$ATTACHE" network s.db --format csv)" 'RUS,POL,1,0,1'
same "events --place" 0 "$("$ATTACHE" events s.db --place Nowhere | wc -l)"
"$ATTACHE" statements missing.db 2> err; same "no store: exit code 3" 3 $?
case $("$ATTACHE" events s.db --format table) in *"$(printf '\033')"*) ok "no colours in a pipe" 1 ;; *) ok "no colours in a pipe" 0 ;; esac

# stopped before stories were found: the next question finds them
if command -v sqlite3 > /dev/null; then
    before=$("$ATTACHE" stories s.db)
    sqlite3 s.db "UPDATE documents SET derived = 0, story = NULL; DELETE FROM stories; UPDATE events SET happening = NULL; DELETE FROM happenings;
        DELETE FROM day_totals; DELETE FROM pair_totals; DELETE FROM pair_sums; DELETE FROM actor_totals; DELETE FROM place_totals"
    same "what a kill left undone is done by the next question" "$before" "$("$ATTACHE" stories s.db)"
    same "integrity" ok "$(sqlite3 s.db 'PRAGMA integrity_check; PRAGMA foreign_key_check')"
    # what stands beside a happening is what counting its rows gives
    same "happenings: counted right" "0" "$(sqlite3 s.db "SELECT count(*) FROM happenings h WHERE (mentions, articles, sources, copies) <>
        (SELECT count(*), count(DISTINCT e.document), count(DISTINCT iif(d.copy_of IS NULL, coalesce(d.outlet, d.document), NULL)),
        count(DISTINCT iif(d.copy_of IS NULL, NULL, e.document)) FROM events e JOIN documents d USING (document) WHERE e.happening = h.happening)")"
    check "happenings: some have several tellings" test "$(sqlite3 s.db 'SELECT count(*) FROM happenings WHERE mentions > 1')" -gt 0
fi
finish
