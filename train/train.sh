#!/bin/sh
# Train models/english.attm anew: train/train.sh DATA_DIR OUT_MODEL [DATE] [SEED]
#
# DATA_DIR holds ud/en_{ewt,gum}-{train,dev}.conllu and articles/articles-train.jsonl.gz. 15 to 25 minutes on one core.
# docs/training.md tells what happens. BUILD names the build folder (default: build-train); GLOVE as in train/vectors.sh; VECTORS=FILE
# takes vectors that it made before.
set -eu
if [ $# -lt 2 ]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-$here/build-train}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -S "$here" -B "$build" -DATT_TRAIN=ON >/dev/null
cmake --build "$build" --target attache_vectors attache_blend attache_train attache_evaluate
vectors=${VECTORS:-$work/vectors}
[ -f "$vectors" ] || "$here/train/vectors.sh" "$build" "$1/articles/articles-train.jsonl.gz" "$vectors" "${4:-1}"
"$build/train/attache_train" --data "$1/ud" --vectors "$vectors" --out "$2" --date "${3:-unknown}" --seed "${4:-1}"
"$build/train/attache_evaluate" "$2" "$1/ud/en_ewt-dev.conllu" "$1/ud/en_gum-dev.conllu"
