#!/bin/sh
# places.sh: the gazetteer's compiler on a small made-up set of packages, and the program with what it made.
. "$(dirname "$0")/lib.sh"
gazetteer=$(dirname "$ATTACHE")/attache_gazetteer

# GeoNames' columns: id name ascii others lat lon class feature country cc2 admin1 admin2 admin3 admin4 people elevation dem zone day
row() { printf '%s\t%s\t%s\t%s\t%s\t%s\tP\t%s\t%s\t\t%s\t%s\t\t\t%s\t\t\tUTC\t2023-01-01\n' "$@"; }
mkdir p none
{
    row 11 Velmoor Velmoor 'Velmore,ВЕЛМУР,VLM' 54.10 -2.10 PPL GB ENG N1 52000
    row 12 Velmoor Velmoor '' 38.10 -84.10 PPL US KY 125 3100
    row 13 Oxbrack Oxbrack '' 38.20 -84.20 PPL US KY 125 900
    row 14 'Saint Orl' 'Saint Orl' '' 38.30 -84.30 PPLA2 US KY 125 7000
    row 703448 Kyiv Kyiv 'Kiev,Kyjiw' 50.45466 30.5238 PPLC UA 12 '' 2797553
} > p/cities500.txt
printf '[{"code":"US.KY","name":"Kentucky"},{"code":"GB.ENG","name":"England"},{"code":"UA.12","name":"Kyiv City"}]' > p/admin1.json
printf '[{"code":"US.KY.125","name":"Orl County"},{"code":"GB.ENG.N1","name":"Velshire"}]' > p/admin2.json
printf '[{"name":"Velmoor","lat":"54.11","lng":"-2.11","country":"GB","admin1":"ENG","admin2":"N1"},{"name":"Newbrack","lat":"38.4","lng":"-84.4","country":"US","admin1":"KY","admin2":"125"}]' > p/cities.json
printf '[{"name":"Orl Air Base","iso_country":"US","latitude_deg":"38.35","longitude_deg":"-84.35"}]' > p/airports.json
"$gazetteer" p made.attg > made.out; same "compiler: exit code 0" 0 $?
has "compiler: towns of both lists, once each" "$(cat made.out)" '6 populated'
export ATTACHE_PLACES=$work/made.attg

places() { printf '%s\n' "$1" > t.txt; "$ATTACHE" code --format jsonl --only place t.txt; }
of() { printf '%s\n' "$1" | grep "\"text\":\"$2\""; }
out=$(places 'A fire broke out in Velmoor, Ky., at noon. In Velmoor all was calm.')
same "X, Y: both mentions in Kentucky" 2 "$(printf '%s\n' "$out" | grep -c '"geonames":12,')"
has "the divisions" "$(of "$out" Velmoor | head -1)" '"admin1":"Kentucky","admin2":"Orl County"'
has "the rule" "$(of "$out" Velmoor | head -1)" '"rule":"PLACE_PAIR"'
has "without context: the larger one" "$(places 'A fire broke out in Velmoor at noon.')" '"geonames":11,'
has "near other places: the smaller one" "$(places 'Police from Oxbrack and St. Orl drove to Velmoor on Monday. The road from Oxbrack to St. Orl was shut.')" '"text":"Velmoor".*"geonames":12,'
has "St. is Saint" "$(places 'He lives in St. Orl, Kentucky.')" '"name":"Saint Orl"'
has "a county" "$(places 'A fire in Orl County was put out.')" '"name":"Orl County".*"kind":"county"'
has "a town of the newer list" "$(places 'He lives in Newbrack, Kentucky.')" '"text":"Newbrack".*"lat":38\.4'
has "the tables' own rows get ids" "$(places 'They met in Kyiv.')" '"geonames":703448,'
has "relation" "$(places 'Shells fell 30 km north of Kyiv.')" '"relation":\{"kind":"distance","direction":"north","km":30\}'
has "explain: the choice and the runner-up" "$("$ATTACHE" explain 'A fire broke out in Velmoor, Kentucky.')" 'PLACE_PAIR; runner-up of 2'
has "explain: what is chosen by people" "$("$ATTACHE" explain 'A fire broke out in Velmoor.')" 'Velmoor, England, GBR \(city\) by PLACE_PROMINENT; runner-up of 2: Velmoor, Kentucky, USA'

"$gazetteer" none small.attg > small.out; same "no packages: exit code 0" 0 $?
ATTACHE_PLACES=$work/small.attg "$ATTACHE" code --only place t.txt > small.jsonl; same "no packages: the program runs" 0 $?
has "no packages: the tables' own places" "$(cat small.jsonl)" '"name":"Kyiv".*"lat":50\.45'

refused() {
    ATTACHE_PLACES=$work/$2 "$ATTACHE" code --only place t.txt > /dev/null 2> err; rc=$?
    if [ "$rc" -ne 0 ] && grep -Eq "$3" err; then ok "refused: $1" 0; else ok "refused: $1" 1; sed 's/^/# /' err; fi
}
{ head -c 200 made.attg; printf X; tail -c +202 made.attg; } > flip.attg
refused "a damaged byte" flip.attg 'damaged'
head -c 3000 made.attg > cut.attg; refused "cut short" cut.attg 'cut short|damaged'
{ cat made.attg; printf '12345678'; } > long.attg; refused "too long" long.attg 'bytes after its end'
cp "$root/models/relate.attm" foreign.attg; refused "a foreign file" foreign.attg 'not a gazetteer'
: > empty.attg; refused "an empty file" empty.attg 'not a gazetteer'
refused "a file that is not there" nowhere.attg 'places|opened|No such'
"$gazetteer" p "$work/none/x/y.attg" > /dev/null 2> err; same "compiler: a folder that is not there" 1 $?
finish
