#!/bin/sh
# The store: speed of adding against coding alone, and the questions of the page on a store of many articles.
# usage: bench/store.sh PROGRAM ARTICLES... [-x TIMES]     TIMES: the store is multiplied so often, with shifted days, before it is asked
set -eu
program=$1; shift
case $program in /*) ;; *) program=$PWD/$program ;; esac
times=100
files=''
while [ $# -gt 0 ]; do case $1 in -x) times=$2; shift 2 ;; *) files="$files $1"; shift ;; esac; done
work=$(mktemp -d "${TMPDIR:-/tmp}/att-store-XXXXXX")
trap 'rm -rf "$work"' EXIT
now() { date +%s.%N; }
t0=$(now)
# shellcheck disable=SC2086 # paths without blanks
"$program" code --jobs 2 --format jsonl $files > /dev/null
t1=$(now)
# shellcheck disable=SC2086
"$program" add --jobs 2 "$work/s.db" $files | sed 's/^/  /'
t2=$(now)
awk -v a="$t0" -v b="$t1" -v c="$t2" 'BEGIN { printf "code alone %.1f s, add %.1f s: add keeps %.0f %% of the speed\n", b - a, c - b, 100 * (b - a) / (c - b) }'

n=$(sqlite3 "$work/s.db" 'SELECT max(document) FROM documents')
e=$(sqlite3 "$work/s.db" 'SELECT max(event) FROM events')
[ "$times" -gt 1 ] && sqlite3 "$work/s.db" "
PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA journal_mode = MEMORY;
CREATE TEMP TABLE k AS WITH RECURSIVE c (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < $times - 1) SELECT k FROM c;
BEGIN;
INSERT INTO documents (document, doc, source, version, newest, outlet, title, published, language, bytes, sentences, tokens, content_hash, text, record, coded, derived, story, copy_of, copy_kind)
 SELECT document + k * $n, doc || '-' || k, source, version, newest, outlet, title, date(published, '+' || (k * 11) || ' days'), language, bytes, sentences, tokens, content_hash || k,
 text, '{}', 2, 1, NULL, copy_of + k * $n, copy_kind FROM documents, k;
INSERT INTO events (event, document, id, sentence, trigger_text, type, mode, quad, status, score, goldstein, confidence, date, date_first, date_last, place, country, lat, lon, record)
 SELECT event + k * $e, document + k * $n, id || k, sentence, trigger_text, type, mode, quad, status, score, goldstein, confidence, date(date_first, '+' || (k * 11) || ' days'),
 date(date_first, '+' || (k * 11) || ' days'), date(date_last, '+' || (k * 11) || ' days'), place, country, lat, lon, '{}' FROM events, k;
INSERT INTO event_actors SELECT event + k * $e, side, position, text, name, code, sector, resolved_by FROM event_actors, k;
INSERT INTO statements (document, id, speaker, speaker_name, speaker_code, content, manner, date_first, record)
 SELECT document + k * $n, id || k, speaker, speaker_name, speaker_code, content, manner, date(date_first, '+' || (k * 11) || ' days'), '{}' FROM statements, k;
INSERT INTO figures (document, id, text, low, high, unit, of_name, of_code, as_of_first, record) SELECT document + k * $n, id || k, text, low, high, unit, of_name, of_code,
 date(as_of_first, '+' || (k * 11) || ' days'), '{}' FROM figures, k;
INSERT INTO day_totals SELECT date(day, '+' || (k * 11) || ' days'), quad, status, events, score, goldstein FROM (SELECT * FROM day_totals), k WHERE 1
 ON CONFLICT DO UPDATE SET events = events + excluded.events;
INSERT INTO pair_totals SELECT actor, recipient, date(day, '+' || (k * 11) || ' days'), quad, events, score, goldstein FROM (SELECT * FROM pair_totals), k WHERE 1
 ON CONFLICT DO UPDATE SET events = events + excluded.events;
INSERT INTO articles_text (rowid, title, text) SELECT document, title, text FROM documents WHERE document > $n;
COMMIT; ANALYZE;"
sqlite3 "$work/s.db" "SELECT (SELECT count(*) FROM documents) || ' articles, ' || (SELECT count(*) FROM events) || ' events'"
ls -l "$work/s.db" | awk '{ printf "%.0f MB\n", $5 / 1e6 }'
ask() { # name, SQL: the second of two runs, in milliseconds
    printf '%-46s ' "$1"
    printf '.timer on\n%s\n%s\n' "$2" "$2" | sqlite3 -readonly "$work/s.db" | sed -n 's/^Run Time: real \([0-9.]*\).*/\1/p' | tail -1 | awk '{ printf "%7.1f ms\n", $1 * 1000 }'
}
ask 'timeline: all, by day and quad class' "SELECT day, quad, sum(events), sum(score) FROM day_totals GROUP BY 1, 2;"
ask 'timeline: a pair' "SELECT day, quad, sum(events), sum(score) FROM pair_totals WHERE actor = 'USA' AND recipient = 'RUS' GROUP BY 1, 2;"
ask 'events: a page of a month' "SELECT e.event, e.sentence, d.doc FROM events e JOIN documents d USING (document) WHERE d.newest AND e.date_first BETWEEN '2018-01-01' AND '2018-01-31' ORDER BY e.date_first LIMIT 200;"
ask 'events: type and status' "SELECT e.event, e.sentence FROM events e WHERE e.type = 'ASSAULT' AND e.status = 'occurred' ORDER BY e.date_first DESC LIMIT 200;"
ask 'events: an actor, newest first' "SELECT e.event FROM event_actors a JOIN events e USING (event) WHERE a.code = 'NGA' AND a.side = 'actor' AND e.date_first > '2017' ORDER BY e.date_first DESC LIMIT 200;"
ask 'actors: network' "SELECT actor, recipient, sum(events) FROM pair_sums GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 200;"
ask 'actors: the busiest' "SELECT * FROM actor_totals ORDER BY as_actor DESC LIMIT 100;"
ask 'stories: newest' "SELECT * FROM stories ORDER BY last_day DESC LIMIT 100;"
ask 'figures: a unit' "SELECT as_of_first, low, high, of_name FROM figures WHERE unit = 'people' ORDER BY as_of_first LIMIT 500;"
ask 'map: places' "SELECT place, country, lat, lon, sum(events) FROM place_totals GROUP BY 1, 2;"
ask 'article: its events' "SELECT * FROM events WHERE document = 1234;"
ask 'search: two words, best 50' "SELECT rowid FROM articles_text WHERE articles_text MATCH 'earthquake rescue' ORDER BY rank LIMIT 50;"
ask 'search: a phrase' "SELECT rowid FROM articles_text WHERE articles_text MATCH '\"nuclear weapons\"' ORDER BY rank LIMIT 50;"
