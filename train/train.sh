#!/bin/sh
# Train models/english.attm anew: train/train.sh DATA_DIR OUT_MODEL [DATE] [SEED]
#
# DATA_DIR holds ud/en_{ewt,gum}-{train,dev}.conllu and articles/articles-train.jsonl.gz. 10 to 20 minutes on one core.
# docs/training.md tells what happens. BUILD names the build folder (default: build-train).
set -eu
if [ $# -lt 2 ]; then
    sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-$here/build-train}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -S "$here" -B "$build" -DATT_TRAIN=ON >/dev/null
cmake --build "$build" --target attache_vectors attache_train attache_evaluate
gzip -dc "$1/articles/articles-train.jsonl.gz" | "$build/train/attache_vectors" "$work/vectors" 4 8 "${4:-1}"
"$build/train/attache_train" --data "$1/ud" --vectors "$work/vectors" --out "$2" --date "${3:-unknown}" --seed "${4:-1}"
"$build/train/attache_evaluate" "$2" "$1/ud/en_ewt-dev.conllu" "$1/ud/en_gum-dev.conllu"
