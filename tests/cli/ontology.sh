#!/bin/sh
# ontology.sh: attache ontology, and --ontology.
. "$(dirname "$0")/lib.sh"

same "types: 16" 16 "$("$ATTACHE" ontology --format csv | sed 1d | cut -d, -f1 | sort -u | wc -l)"
has "a type with its score" "$("$ATTACHE" ontology types --format jsonl)" '"type":"CONSULT","mode":"phone","quad":"verbal cooperation","score":1.5'
has "a CAMEO code with its Goldstein score and PLOVER type" "$("$ATTACHE" ontology cameo --format csv)" '^042,1.9,CONSULT,visit,'
has "the log of repairs" "$("$ATTACHE" ontology repairs --format jsonl)" '"cameo":"0871","published_type":"RETREAT","published_mode":"ceasefire","type":"CONCEDE","mode":null,"reason":"a declared truce'
has "the same as a table" "$("$ATTACHE" ontology repairs --format table)" '^1712   ASSAULT        seize          ASSAULT    destroy         ASSAULT has no mode'
same "contexts: 37" 37 "$("$ATTACHE" ontology contexts --format csv | sed 1d | wc -l)"
has "frames" "$("$ATTACHE" ontology frames --format jsonl)" '"frame":"abdicate/v","type":"RETREAT"'
has "table: the versions" "$("$ATTACHE" ontology --format table)" '^PLOVER 2.0 draft.*; lexicon [0-9a-f]{8}; attache '
"$ATTACHE" ontology nonsense > /dev/null 2>&1; same "unknown: exit code 2" 2 $?
"$ATTACHE" ontology check > /dev/null 2>&1; same "check without a folder: exit code 2" 2 $?

mkdir mine bad
cat > mine/frames-mine.txt <<'F'
# Frames of a test. Provenance: made up.
defenestrate/v | ASSAULT | beat | 182 | subj > obj | body | Czech rebels defenestrated two Austrian governors
condemn/v obj=ACTOR | NONE | - | - | - | - | Peru condemned Chile
F
out=$("$ATTACHE" ontology check mine); rc=$?
same "check: exit code 0" 0 "$rc"
has "check: counts" "$out" '^1 files, 2 frames, 2 examples hold, 0 faults'
sentence="Czech rebels defenestrated two Austrian governors. Peru condemned Chile."
same "--ontology: a frame of one's own" ASSAULT "$(echo "$sentence" | "$ATTACHE" code --ontology mine --format csv - | sed 1d | cut -d, -f4 | tr '\n' ' ' | sed 's/ $//')"
same "without: the program's" ACCUSE "$(echo "$sentence" | "$ATTACHE" code --format csv - | sed 1d | cut -d, -f4 | tr '\n' ' ' | sed 's/ $//')"
with=$(echo "$sentence" | "$ATTACHE" code --ontology mine --only event --format jsonl - | sed 's/.*"lexicon_version":"\([^"]*\)".*/\1/' | sort -u)
without=$(echo "$sentence" | "$ATTACHE" code --only event --format jsonl - | sed 's/.*"lexicon_version":"\([^"]*\)".*/\1/' | sort -u)
check "rows name the lexicon, and which" [ -n "$with" -a "$with" != "$without" ]

cat > bad/frames-bad.txt <<'F'
# Faults
attack/v | ASSALT | - | 190 | - | - | Mali attacked Niger
attack/v obj=@nosuchclass | ASSAULT | - | 190 | - | - | Mali attacked Niger
attack/v obj=goat | ASSAULT | phone | 999 | - | - | Nothing happened in Mali
attack/v obj=sheep | ASSAULT | - | 190 | - | - | -
F
out=$("$ATTACHE" ontology check bad 2> err); rc=$?
same "faults: exit code 1" 1 "$rc"
for f in 'frames-bad.txt:2: ' 'frames-bad.txt:3: unknown class' 'frames-bad.txt:4: this type has no such mode' 'frames-bad.txt:4: there is no such CAMEO code' \
    'frames-bad.txt:4: the example gives no event' 'frames-bad.txt:5: no example'; do has "fault: $f" "$out" "$f"; done
"$ATTACHE" code --ontology nowhere - < /dev/null > /dev/null 2>&1; same "no such folder: exit code 3" 3 $?

cat > old.verbs <<'F'
&ARMS
+RIFLES
+HAND GRENADES

--- SUPPLY [070] ---
SUPPLY {SUPPLIES SUPPLIED}
+FURNISH_ [0701]
DISH_OUT
- $ * &ARMS TO + [072]  # with arms
- * NOTHING_
--- FLARE [---] ---
FLARE
F
out=$("$ATTACHE" ontology import old.verbs 2> err)
has "import: a verb" "$out" '^supply/v \| AID \| - \| 070 '
has "import: a pattern with a set" "$out" '^supply.*/v obj=rifles,grenades to=ANY \| AID \| - \| 072 '
has "import: a particle" "$out" '^dish/v out \| AID'
has "import: what was left out is counted" "$(cat err)" 'frames; [0-9]+ verbs or patterns without'
mkdir void
"$ATTACHE" ontology check void > out 2> err; same "an empty folder: exit code 3" 3 $?
has "an empty folder: what it lacks" "$(cat err)" 'no file of an ontology in it'
echo "$sentence" | "$ATTACHE" code --ontology bad --format csv - > out 2> err; rc=$?
same "faulty lines: the rest is used" 0 "$rc"
has "faulty lines: counted, and who names them" "$(cat err)" "bad: [0-9]+ lines can't be read and were left out: 'attache ontology check bad'"
finish
