#!/bin/sh
# Train models/names.attm anew: train/train_names.sh NER_DIR OUT_MODEL
#
# NER_DIR holds uner_ewt-train.tsv, wikigold.tsv, re3d-train.jsonl and uner_ewt-dev.tsv (for the score only); ../articles beside it holds
# articles-train.jsonl.gz for the classes of words. VECTORS=FILE takes vectors that train/vectors.sh made before. 3 to 6 minutes on one
# core. The language model must stand in models/ (or $ATTACHE_MODEL): its tags and trees are features, its word vectors the network's words.
# BUILD: build folder (build-train). SHARES: weights in the file of the hashed features' scores, the network's, and the steps (0.7,1,0.4).
set -eu
if [ $# -ne 2 ]; then
    sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")/.." && pwd)
build=${BUILD:-$here/build-train}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cmake -S "$here" -B "$build" -DATT_TRAIN=ON >/dev/null
cmake --build "$build" --target attache_vectors attache_blend attache_train_names
vectors=${VECTORS:-$work/vectors}
[ -f "$vectors" ] || "$here/train/vectors.sh" "$build" "$1/../articles/articles-train.jsonl.gz" "$vectors"
"$build/train/attache_train_names" "$2" \
    "UNER EWT train (CC BY-SA 4.0), WikiGold (CC BY 4.0), re3d without BBC; US census 1990, GeoNames (CC BY 4.0), OSM name-suggestion-index (BSD); word classes of GloVe and news" \
    "$vectors" "$1/uner_ewt-train.tsv" "$1/wikigold.tsv" "$1/re3d-train.jsonl" --dev "$1/uner_ewt-dev.tsv" --shares "${SHARES:-0.7,1,0.4}"
