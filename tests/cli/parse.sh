#!/bin/sh
# parse.sh: attache parse, relate and explain.
. "$(dirname "$0")/lib.sh"

printf 'Putin met Macron in Moscow. They didn\xe2\x80\x99t agree.\n\nTalks go on.\n' > p.txt
"$ATTACHE" parse p.txt > p.conllu; same "parse: exit code 0" 0 $?
same "ten columns" "10" "$(grep '^[0-9]' p.conllu | awk -F'\t' '{print NF}' | sort -u)"
same "three sentences" 3 "$(grep -c '^# text' p.conllu)"
same "one root each" 3 "$(awk -F'\t' '$7 == "0"' p.conllu | wc -l)"
wrong=0
grep '^[0-9]*	' p.conllu | cut -f2,10 | sed 's/SpaceAfter=No|//; s/start=\([0-9]*\)|end=\([0-9]*\).*/\1	\2/' > spans
while read -r form beg end; do
    [ "$(tail -c +$((beg + 1)) p.txt | head -c $((end - beg)))" = "$form" ] || wrong=1
done < spans
ok "offsets cut the forms out of the text" $wrong
"$ATTACHE" parse --from conllu p.conllu > q.conllu; same "parse --from conllu: exit code 0" 0 $?
same "tokens are kept" "$(cut -f1,2 p.conllu | cksum)" "$(cut -f1,2 q.conllu | cksum)"
has "names are marked" "$(cat q.conllu)" 'NER=B-(PER|LOC)'
has "factuality is marked" "$(cat q.conllu)" 'Factuality=-?[0-3]\.[0-9][0-9]'
json=$(printf 'Kyiv denied that it had attacked the depot.\n' | "$ATTACHE" parse --json -)
has "--json: clauses" "$json" '"clauses":\[\{"predicate":2,"subject":1,'
has "--json: what stands above" "$json" '"under":\[\{"id":2,"by":"ccomp","class":"denied","holder":1,"negated":false\}\]'
has "--json: factuality" "$json" '"factuality":-?[0-3]\.[0-9][0-9]'
table=$("$ATTACHE" explain 'Kyiv denied that it had attacked the depot.')
has "explain: factuality in the table of clauses" "$table" 'PREDICATE +SUBJECT +OBJECT +INDIRECT +FACTUALITY'
has "explain: what stands above" "$table" 'under denied \(ccomp, denied\) of Kyiv'
has "--json" "$("$ATTACHE" parse --json p.txt | head -1)" '^\{"type":"sentence","span":\[0,'
"$ATTACHE" parse - < p.txt | cmp -s - p.conllu; ok "standard input" $?
yes 'Russia threatened Ukraine on Monday. ' | head -c 1300000 > big.txt
last=$("$ATTACHE" parse big.txt | grep '^[0-9]' | tail -1)
has "big input: offsets go on" "$last" 'end=1(299|300)[0-9]{3}'
printf '1\tx\n' > bad.conllu
"$ATTACHE" parse --from conllu bad.conllu > /dev/null 2> err; rc=$?
same "damaged CoNLL-U: exit code 3" 3 "$rc"
has "damaged CoNLL-U: the line is named" "$(cat err)" '^attache: bad.conllu'

printf 'id\tmarked_sentence\tx\r\n1\t<s>Russia</s> threatened <t>Ukraine</t>.\ty\r\n\r\n2\n3\t\t\n' > t.tsv
out=$("$ATTACHE" relate t.tsv)
same "relate: header" "id	marked_sentence	x	event_type	mode	cameo	quad	confidence" "$(printf '%s\n' "$out" | head -1)"
same "relate: an answer for each row" 4 "$(printf '%s\n' "$out" | wc -l)"
same "relate: all columns in each row" 8 "$(printf '%s\n' "$out" | awk -F'\t' '{print NF}' | sort -u)"
has "relate: THREATEN" "$out" '^1	.*	y	THREATEN	'
same "relate: never without a type" 0 "$(printf '%s\n' "$out" | awk -F'\t' '$4 == ""' | wc -l)"
same "relate: standard input" "$(printf '%s\n' "$out" | cksum)" "$("$ATTACHE" relate < t.tsv | cksum)"
printf 'a\tb\n' | "$ATTACHE" relate > /dev/null 2> err; rc=$?
same "relate: no column, exit code 3" 3 "$rc"
has "relate: no column, said" "$(cat err)" 'marked_sentence'

out=$("$ATTACHE" explain "Russia threatened Ukraine on Monday." --date 2022-02-16)
for part in Tokens Tree Clauses Mentions Events; do has "explain: $part" "$out" "^$part\$"; done
has "explain: the tree is drawn" "$out" '└─'
has "explain: a rule for a field" "$out" 'status +occurred +\[ST_'
article > a.txt
has "explain FILE --sentence" "$("$ATTACHE" explain a.txt --sentence 2)" '^Sentence 2:'
"$ATTACHE" explain a.txt --sentence 99 > /dev/null 2>&1; same "explain: no such sentence, exit code 3" 3 $?
"$ATTACHE" explain no/such.txt > /dev/null 2> err; same "explain: no such file, exit code 3" 3 $?
finish
