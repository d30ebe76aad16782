#!/bin/sh
# The language layer's accuracy and speed beside their floors and aims, one row a measure.
#
# usage: bench/accuracy/run.sh BUILD SHARED [MODEL]
#   BUILD   build folder with attache and, for the speed, train/attache_evaluate (cmake -DATT_TRAIN=ON)
#   SHARED  folder with data/ud, data/ner, data/factuality and tools/score_*.py (the official scorers; they need Python)
#   MODEL   english.attm to be measured, with the smaller models beside it; else models/
# Exit status 1 when a measure is below its floor. A measure whose data are not there is left out.
set -eu
if [ $# -lt 2 ]; then
    sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")/../.." && pwd)
build=$1 data=$2/data tools=$2/tools model=${3:-$here/models/english.attm}
attache=$build/attache
ATTACHE_MODEL=$model
export ATTACHE_MODEL
[ -x "$attache" ] || { echo "$attache is not there: build it" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# measure, value, floor, aim; unit "less" when small is good
row() {
    printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "${5-}" | awk -F'\t' '{
        low = $5 == "less" ? $2 + 0 > $3 + 0 : $2 + 0 < $3 + 0
        aim = $5 == "less" ? $2 + 0 <= $4 + 0 : $2 + 0 >= $4 + 0
        printf "%-44s %10s %10s %10s   %s\n", $1, $2, $3, $4, low ? "BELOW THE FLOOR" : aim ? "aim reached" : ""
        exit low
    }' || status=1
}
# name of a measure in the output of score_conllu.py --brief -> its value
value() { awk -v want="$1" '{ for (i = 1; i < NF; i++) if ($i == want) print $(i + 1) }' "$2"; }

printf '%-44s %10s %10s %10s\n' measure value floor aim
for bank in en_ewt-dev en_gum-dev; do
    gold=$data/ud/$bank.conllu
    [ -f "$gold" ] || continue
    python3 "$tools/score_conllu.py" --make-tokens "$gold" > "$work/in.conllu"
    "$attache" parse --from conllu "$work/in.conllu" > "$work/out.conllu"
    python3 "$tools/score_conllu.py" --brief --gold-tokens "$gold" "$work/out.conllu" > "$work/score"
    if [ $bank = en_gum-dev ]; then
        row "$bank, gold tokens: LAS" "$(value LAS "$work/score")" 83 89
        continue
    fi
    row "$bank, gold tokens: UPOS" "$(value UPOS "$work/score")" 95.8 97.3
    row "$bank, gold tokens: UAS" "$(value UAS "$work/score")" 88 92.5
    row "$bank, gold tokens: LAS" "$(value LAS "$work/score")" 85 90.5
    row "$bank, gold tokens: lemmas" "$(value Lemmas "$work/score")" 96.5 98
    python3 "$tools/score_conllu.py" --make-raw "$gold" > "$work/in.conllu"
    "$attache" parse --conllu "$work/in.conllu" > "$work/out.conllu"
    python3 "$tools/score_conllu.py" --brief "$gold" "$work/out.conllu" > "$work/score"
    row "$bank, raw text: sentence F1" "$(value Sentences "$work/score")" 85 92
    row "$bank, raw text: word F1" "$(value Words "$work/score")" 98.5 99.3
    row "$bank, raw text: LAS" "$(value LAS "$work/score")" 81 88
done
gold=$data/ner/uner_ewt-dev.tsv
if [ -f "$gold" ]; then
    python3 "$tools/score_ner.py" --make-tokens "$gold" > "$work/in.conllu"
    "$attache" parse --from conllu "$work/in.conllu" > "$work/out.conllu"
    # nationalities and groups (NORP) are no names in that set
    python3 "$tools/score_ner.py" --brief --map MISC=,NORP= "$gold" "$work/out.conllu" > "$work/score"
    row "uner_ewt-dev: names, span F1 without NORP" "$(value F1 "$work/score" | tr -d ';' | head -n 1)" 0.76 0.86
    python3 "$tools/score_ner.py" --brief --map MISC= "$gold" "$work/out.conllu" > "$work/score"
    row "uner_ewt-dev: names, span F1, NORP as wrong" "$(value F1 "$work/score" | tr -d ';' | head -n 1)" 0 0.86
fi
for set in uds-ih2-dev:0.60:0.80 uw-dev:0.72:0.82; do
    gold=$data/factuality/${set%%:*}.jsonl rest=${set#*:}
    [ -f "$gold" ] || continue
    python3 "$tools/score_factuality.py" --make-input "$gold" > "$work/in.conllu"
    "$attache" parse --from conllu "$work/in.conllu" > "$work/out.conllu"
    python3 "$tools/score_factuality.py" --brief "$gold" "$work/out.conllu" > "$work/score"
    row "${set%%:*}: factuality, Pearson r" "$(value r "$work/score" | tr -d ';' | head -n 1)" "${rest%:*}" "${rest#*:}"
done
if [ -x "$build/train/attache_evaluate" ] && [ -f "$data/ud/en_ewt-dev.conllu" ]; then
    pin=
    ! command -v taskset > /dev/null 2>&1 || pin="taskset -c 0"
    $pin "$build/train/attache_evaluate" "$model" "$data/ud/en_ewt-dev.conllu" > "$work/score"
    row "tagging and parsing, words a second, one core" "$(sed -n 's/.*both \([0-9]*\) words.*/\1/p' "$work/score")" 40000 200000
fi
row "model file, MB" "$(wc -c < "$model" | awk '{ printf "%.1f", $1 / 1e6 }')" 24 12 less
# beside the mapped files: peak resident memory while parsing one article
if [ -x /usr/bin/time ] && [ -f "$here/examples/articles/2022-ukraine.txt" ]; then
    /usr/bin/time -f %M "$attache" parse "$here/examples/articles/2022-ukraine.txt" > /dev/null 2> "$work/score"
    mapped=$(cat "$(dirname "$model")"/*.attm | wc -c)
    row "memory beyond the models, MB" "$(awk -v m="$mapped" '{ v = $1 / 1e3 - m / 1e6; printf "%.1f", (v > 0 ? v : $1 / 1e3) }' "$work/score")" 60 30 less
fi
exit $status
