#!/bin/sh
# stands.sh: attache quotes, positions and claims, over the articles of a store.
. "$(dirname "$0")/lib.sh"

mkdir news
cat > news/a.txt <<'END'
MOSCOW, February 10, 2022 - Russia demanded that Ukraine be barred from NATO. "We will not accept Kyiv's membership," Foreign Minister Sergei Lavrov said.

French President Emmanuel Macron said he was willing to talk to Moscow if troops were withdrawn.

Ukrainian President Volodymyr Zelensky spoke to reporters in Kyiv. "We have seen many promises," he said. "We need deliveries.

"And we need them now.

"The winter is long," Zelensky added.

Russia said on Tuesday that its troops had returned to their bases. U.S. President Joe Biden said the claim had not been verified.
END
cat > news/b.txt <<'END'
BRUSSELS, February 16, 2022 - NATO Secretary General Jens Stoltenberg said that the alliance saw no sign of a withdrawal of Russian troops.

Poland supports Ukraine's membership in NATO. Ukraine denied that it had shelled the kindergarten in Luhansk.
END
cat > news/c.txt <<'END'
MOSCOW, February 17, 2022 - Russia said that Ukraine had shelled a kindergarten in Luhansk.
END
"$ATTACHE" add s.db news > /dev/null

out=$("$ATTACHE" quotes news/a.txt --format table); same "quotes: exit code 0" 0 $?
has "quotes: speaker, cue, words" "$out" 'Serge[iy] Lavrov \(RUS\) · said'
has "quotes: paragraphs of one quotation" "$(echo "$out" | tr '\n' ' ')" 'We need deliveries … And we need them now … +The winter is long'
same "quotes --speaker" "Joe Biden" "$("$ATTACHE" quotes news --speaker Biden --format csv | sed 1d | cut -d, -f3 | sort -u)"
same "quotes: records as code prints them" "$("$ATTACHE" code --only statement news | cksum)" "$("$ATTACHE" quotes news --format jsonl | cksum)"
same "quotes --speaker keeps the ids" 1 "$("$ATTACHE" code --only statement news | grep -c "$("$ATTACHE" quotes news --speaker Biden --format jsonl | cut -d'"' -f8)")"
same "quotes: any --jobs" "$("$ATTACHE" quotes --jobs 1 --format table news | cksum)" "$("$ATTACHE" quotes --jobs 3 --format table news | cksum)"

led() { "$ATTACHE" positions s.db --format csv "$@" | tr -d '\r'; }
same "positions: who demands to bar is against" "against" "$(led --holder RUS --issue nato | sed 1d | cut -d, -f4)"
same "positions: two wordings, one row, one article" "1" "$(led --holder RUS --issue nato | sed 1d | cut -d, -f8)"
same "positions: the other side" "for" "$(led --holder POL | sed 1d | cut -d, -f4)"
has "positions: condition" "$(led --holder FRA)" 'conditional,.*if troops were withdrawn'
same "positions --to before all" 1 "$(led --to 2021 | wc -l | tr -d ' ')"
has "positions: table" "$("$ATTACHE" positions s.db --format table)" '^NATO enlargement'
has "positions: a changed mind" "$(cp -r news more; echo 'WARSAW, March 3, 2022 - Poland opposes the membership of Ukraine in NATO.' > more/d.txt
    "$ATTACHE" add m.db more > /dev/null; "$ATTACHE" positions m.db --format csv --holder POL --issue nato)" 'against,for,2022-03-03'

claims() { "$ATTACHE" claims s.db --format csv "$@" | tr -d '\r'; }
has "claims: answered in the article" "$(claims --by RUS)" 'returned to their bases,true,1,a.txt.*,doubts,Joe Biden,USA,had not been verified'
has "claims: answered in another" "$(claims --by RUS)" 'returned to their bases.*,doubts,.*b.txt,,true$'
has "claims: who said what is only denied" "$(claims --disputed)" 'shelled the kindergarten in Luhansk,true,1,b.txt,,Russia,c.txt,denies,Ukraine'
has "claims: table" "$("$ATTACHE" claims s.db --format table)" 'disputed · 1 article'
same "claims: JSON Lines" "$(claims | sed 1d | cut -d, -f4 | sort -u | wc -l | tr -d ' ')" "$("$ATTACHE" claims s.db --format jsonl | wc -l | tr -d ' ')"
same "claims --limit" 1 "$("$ATTACHE" claims s.db --limit 1 --format jsonl | wc -l | tr -d ' ')"
"$ATTACHE" report s.db --actor RUS -o brief.md > /dev/null
has "report: claims with the answers of other articles" "$(tr '\n' ' ' < brief.md)" 'Disputed claims.*returned to their bases.*no sign of a withdrawal.*b.txt'
has "report: who is against what" "$(cat brief.md)" 'against NATO membership of Ukraine'
"$ATTACHE" claims missing.db > /dev/null 2> err; same "claims: no store, exit code 3" 3 $?
"$ATTACHE" positions s.db --holder > /dev/null 2> err; same "positions: option without value, exit code 2" 2 $?
finish
