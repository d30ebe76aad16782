#!/bin/sh
# actors.sh: attache actors lookup, check, unknown; lexicons of users, PETRARCH's too.
. "$(dirname "$0")/lib.sh"

out=$("$ATTACHE" actors lookup Selenskyj --date 2022-02-14 --format csv); rc=$?
same "lookup: exit code" 0 "$rc"
has "lookup: another spelling" "$out" '^Volodymyr Zelensky,UKR,369,GOV,president,2019-05-20'
has "lookup: several words" "$("$ATTACHE" actors lookup Moamar Qadhafi --format jsonl)" '"name":"Muammar Gaddafi","code":"LBY","cow":"620"'
has "lookup: by date" "$("$ATTACHE" actors lookup Benjamin Netanyahu --date 2003-01-01 --format csv)" 'foreign minister'
has "lookup: the other offices of the day" "$("$ATTACHE" actors lookup Marco Rubio --date 2025-06-06 --format csv)" 'secretary of state,.*,national security adviser'
has "lookup: as German writes it" "$("$ATTACHE" actors lookup Wladimir Schirinowski --date 2000-01-01 --format csv)" '^Vladimir Zhirinovsky,RUS'
has "lookup: its item in Wikidata" "$("$ATTACHE" actors lookup NATO --format jsonl)" '"code":"IGO:NATO".*"wikidata":"Q7184"'
printf '# kind: wikidata\nAda Korhola | FIN | 142\n' > item.txt
has "check: a Wikidata item" "$("$ATTACHE" actors check item.txt)" '^item.txt:2: no Wikidata item in the third field: write Q'
"$ATTACHE" actors lookup Xbamagga > /dev/null 2> err; rc=$?
same "lookup: nobody is exit code 3" 3 "$rc"
has "lookup: nobody is said" "$(cat err)" "nobody of the name 'Xbamagga'"
"$ATTACHE" actors lookup > /dev/null 2>&1; same "lookup without a name: exit code 2" 2 $?
"$ATTACHE" actors lokup x > /dev/null 2> err; rc=$?
same "unknown word: exit code 2" 2 "$rc"
has "unknown word: suggestion" "$(cat err)" 'did you mean lookup'

printf '# kind: persons\nAda Korhola | - | FIN | GOV | - | - | -\n' > good.txt
printf '# kind: persons\nAda Korhola | - | FIX | GOV | - | 2004 | 2001\nBo\n' > bad.txt
has "check: a good file" "$("$ATTACHE" actors check good.txt)" '^good.txt: 1 rows, no fault'
out=$("$ATTACHE" actors check good.txt bad.txt); rc=$?
same "check: faults are exit code 1" 1 "$rc"
has "check: file, line, fault and cure" "$out" "^bad.txt:2: unknown country code 'FIX': write ISO 3166"
has "check: dates" "$out" '^bad.txt:2: ends before it begins: swap'
has "check: fields" "$out" '^bad.txt:3: too few fields'
"$ATTACHE" actors check nothere.txt > /dev/null 2>&1; same "check: no file is exit code 3" 3 $?

article > a.txt
has "records: the Wikidata item of an actor" "$("$ATTACHE" code --format jsonl --only mention a.txt)" '"code":"RUS","cow":365,"wikidata":"Q159"'
printf 'Ada Korhola met Andrzej Duda in Warsaw. Ada Korhola criticised Poland.\n' > b.txt
err=$("$ATTACHE" code --lexicon bad.txt a.txt 2>&1 > /dev/null); rc=$?
same "a faulty lexicon does not stop the run" 0 "$rc"
same "and is reported once" 1 "$(printf '%s\n' "$err" | grep -c 'bad.txt')"
printf '# kind: persons\nBo Ek | - | XQX | GOV | - | - | -\n' > odd.txt
err=$("$ATTACHE" code --lexicon odd.txt a.txt 2>&1 > /dev/null); rc=$?
same "a row with an unknown country does not stop the run" 0 "$rc"
has "and is told once" "$err" "^attache: odd.txt:2: unknown country code 'XQX'"
out=$("$ATTACHE" actors unknown --format csv a.txt b.txt)
has "unknown: the name with a row for a lexicon" "$out" '^Ada Korhola,2,1,persons,Ada Korhola \| - \| - \| - \| - \| - \| -,b.txt'
out=$("$ATTACHE" actors unknown --format csv --lexicon good.txt a.txt b.txt 2>/dev/null)
same "unknown: not when a lexicon has it" 0 "$(printf '%s\n' "$out" | grep -c Korhola)"
check "unknown: of a store" sh -c '"$0" add s.db a.txt b.txt && "$0" actors unknown s.db' "$ATTACHE"

printf 'KORHOLAND_ [KHL]\n+KORHOLANDIC\nADA_KORHOLA_ [KHLGOV 20200101-20231231]\n' > petr.txt
out=$("$ATTACHE" code --format csv --lexicon petr.txt --date 2022-02-14 b.txt)
has "PETRARCH: the code of the day" "$out" 'KHL'
out=$("$ATTACHE" code --format jsonl --only mention --lexicon petr.txt --date 2022-02-14 b.txt)
has "PETRARCH: sector" "$out" '"name":"Ada Korhola","code":"KHL","cow":null,"wikidata":null,"sector":"GOV"'
finish
