#!/bin/sh
# page.sh PROGRAM [STORE]: how long the page's questions take on a store of 100,000 events (made of the example articles by vary.awk
# when no store is given: some two minutes). Milliseconds, the median of nine, by curl on this machine, and processor time of the server for
# one (of nine, to 1 ms), which other jobs on the machine change less. The floors are those of the issue: first view 300 ms, any filter 100 ms.
set -eu
program=$1 store=${2-}
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'kill $pid 2> /dev/null; rm -rf "$work"' EXIT
pid=
if [ -z "$store" ]; then
    store=$work/big.db
    awk -v n=9800 -f "$here/bench/vary.awk" "$here"/examples/articles/*.txt > "$work/many.jsonl"
    "$program" add "$store" "$work/many.jsonl" >&2
fi
begin=$(date +%s%N)
"$program" serve --port 0 "$store" > "$work/address" 2> /dev/null &
pid=$!
while [ ! -s "$work/address" ]; do sleep 0.01; done
echo "start until the address is printed: $((($(date +%s%N) - begin) / 1000000)) ms"
base=$(cat "$work/address")
curl -s "${base}api/state"
echo
ticks() { awk '{ print $14 + $15 }' /proc/$pid/stat; } # of 10 ms
while read -r what path; do
    used=$(ticks)
    for i in 1 2 3 4 5 6 7 8 9; do curl -s -o /dev/null -w '%{time_total}\n' "${base}$path"; done | sort -n > "$work/times"
    awk -v what="$what" -v path="$path" -v used=$(($(ticks) - used)) 'NR == 5 { printf "%-18s %7.1f ms %5.0f ms processor  %s\n", what, $1 * 1000, used * 10 / 9, path }' "$work/times"
done << 'LIST'
timeline api/timeline
timeline-by-day api/timeline?by=day
timeline-pair api/timeline?pair=RUS~UKR
timeline-undated api/timeline?undated=published
facets api/facets
facets-actor api/facets?actor=RUS
facets-many api/facets?actor=RUS&type=ASSAULT&status=occurred&from=2018-01-01
events api/events?limit=100
events-newest api/events?limit=100&sort=-date
events-deep api/events?limit=100&offset=90000
events-type api/events?limit=100&type=CONSULT
events-words api/events?limit=100&q=troops
actors api/actors?limit=60
actors-by-name api/actors?limit=60&level=name
actor api/actor?key=USA
map api/map
quantities api/quantities
figures api/figures?unit=troops
search api/search?q=sanctions
articles api/articles?limit=100
stories api/stories?limit=60&sort=size
LIST
