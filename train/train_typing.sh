#!/bin/sh
# train_typing.sh DATA_DIR OUT.attm: trains the learned part of event typing.
# DATA_DIR holds events/plv-train.jsonl and articles/articles-train.jsonl.gz. Needs a build with -DATT_TRAIN=ON in build/ (or $BUILD). The
# lexicon of that build is the teacher: train anew when many frames have changed. Write beside the model in use, and move: it is mapped.
set -eu
data=$1 out=$2
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gunzip -c "$data/articles/articles-train.jsonl.gz" > "$work/articles.jsonl"
"$build/train/attache_train_typing" "$work/typing.attm" "the examples of data/events/frames-*.txt; PLV train; articles-train" \
    "$data/events/plv-train.jsonl" "$work/articles.jsonl"
mv "$work/typing.attm" "$out"
