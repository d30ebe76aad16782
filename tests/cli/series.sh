#!/bin/sh
# series.sh: attache series, one quantity through the articles of a store.
. "$(dirname "$0")/lib.sh"

mkdir news
printf "NATO said that 100,000 Russian troops stood near Ukraine's border.\n" > news/a.txt
printf 'U.S. President Joe Biden said that 150,000 Russian troops stood near the Ukrainian border, an increase over the earlier 130,000.\n' > news/b.txt
printf 'Russian Defence Minister Sergei Shoigu said that 40,000 Russian soldiers stood near the Ukrainian border.\n' > news/c.txt
printf "NATO said that between 160,000 and 190,000 Russian troops stood near Ukraine's border.\n" > news/d.txt
printf 'Police said that 300 miles of road were closed. At least 12 people were killed in Peru.\n' > news/e.txt
for d in a:2022-02-01 b:2022-02-15 c:2022-02-16 d:2022-02-18 e:2022-02-18; do "$ATTACHE" add s.db --date "${d#*:}" "news/${d%%:*}.txt" > /dev/null; done

csv() { "$ATTACHE" series s.db "$@" --format csv | sed 1d | tr -d '\r'; }
same "five figures of Russian troops, soldiers among them" 5 "$(csv troops --of RUS | wc -l)"
same "in the order of their days" "2022-02-01 2022-02-15 2022-02-15 2022-02-16 2022-02-18" "$(csv troops | cut -d, -f1 | tr '\n' ' ' | sed 's/ $//')"
same "low and high" "160000,190000" "$(csv troops | tail -1 | cut -d, -f3-4)"
same "the claimant" "IGO:NATO" "$(csv troops | tail -1 | cut -d, -f10)"
same "older: NATO's first, and what the article corrects" "100000 130000" "$(csv troops | awk -F, '$11 == 1 { print $3 }' | tr '\n' ' ' | sed 's/ $//')"
same "contradictions" "150000 40000 160000" "$(csv troops | awk -F, '$12 != "" { print $3 }' | tr '\n' ' ' | sed 's/ $//')"
same "--place" 5 "$(csv troops --place 'Ukraine border' | wc -l)"
same "--place elsewhere" 0 "$(csv troops --place Peru | wc -l)"
same "--place with a sign of LIKE" 0 "$(csv troops --place '%' | wc -l)"
same "--of somebody else" 0 "$(csv troops --of USA | wc -l)"
same "--from" 1 "$(csv troops --from 2022-02-17 | wc -l)"
same "--to" 1 "$(csv troops --to 2022-02-14 | wc -l)"
out=$("$ATTACHE" series s.db troops --format table)
has "table: a range" "$out" '160,000–190,000'
has "table: the chart" "$out" '├─+┤'
has "table: older" "$out" 'older · '
has "table: contradicts" "$out" 'contradicts 4'
same "no colours in a pipe" 0 "$("$ATTACHE" series s.db troops --format table | grep -c "$(printf '\033')")"
jsonl=$("$ATTACHE" series s.db troops --format jsonl | tail -1)
has "jsonl: the record with what the series adds" "$jsonl" '^\{"type":"figure".*"day":"2022-02-18","older":false,"contradicts":"[0-9a-f]{16}"\}$'
same "miles in kilometers" '"normalised":{"low":482.803,"high":482.803,"unit":"kilometers"}' "$("$ATTACHE" series s.db miles --format jsonl | grep -o '"normalised":{[^}]*}')"

"$ATTACHE" series s.db submarines --format table > out 2> err; same "nothing found: exit code 0" 0 $?
has "nothing found: said" "$(cat err)" 'no figures'
"$ATTACHE" series s.db > /dev/null 2>&1; same "no unit: exit code 2" 2 $?
"$ATTACHE" series s.db "" > /dev/null 2>&1; same "an empty unit: exit code 2" 2 $?
"$ATTACHE" series missing.db troops > /dev/null 2> err; same "no store: exit code 3" 3 $?
has "--help" "$("$ATTACHE" series --help)" 'attache series news.db troops'
finish
