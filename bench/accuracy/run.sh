#!/bin/sh
# Tags, lemmas and trees on gold words, as the official scorer counts them, and against the floors of docs/training.md.
#
# usage: bench/accuracy/run.sh BUILD SHARED [MODEL]
#   BUILD   build folder with train/attache_evaluate (cmake -DATT_TRAIN=ON)
#   SHARED  folder with data/ud/*.conllu and tools/score_conllu.py
set -eu
if [ $# -lt 2 ]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")/../.." && pwd)
model=${3:-$here/models/english.attm}
out=$(mktemp)
trap 'rm -f "$out"' EXIT
status=0
# treebank, least UPOS, least lemmas, least LAS
for row in "en_ewt-dev 95.4 97.0 85.2" "en_gum-dev 96.3 97.7 85.3"; do
    set -- "$1" "$2" $row
    gold=$2/data/ud/$3.conllu
    "$1/train/attache_evaluate" "$model" "$gold" --out "$out"
    python3 "$2/tools/score_conllu.py" --gold-tokens "$gold" "$out"
    python3 "$2/tools/score_conllu.py" --gold-tokens "$gold" "$out" | awk -v bank="$3" -v u="$4" -v l="$5" -v t="$6" '
        $1 == "UPOS" && $4 + 0 < u || $1 == "Lemmas" && $4 + 0 < l || $1 == "LAS" && $4 + 0 < t {
            print bank ": " $1 " " $4 " is below its floor"; bad = 1
        }
        END { exit bad }' || status=1
done
exit $status
