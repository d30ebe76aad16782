#!/bin/sh
# train_relate.sh EVENTS_DIR OUT.attm: trains the learned part of `attache relate`.
# EVENTS_DIR holds plv-train.jsonl and ngec-synthetic-headlines.jsonl. Needs a build with -DATT_TRAIN=ON in build/ (or $BUILD).
set -eu
events=$1 out=$2
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# the headlines have no marks: {"event": ..., "title": ...} becomes a row without them
sed -n 's/.*"event": *"\([A-Z]*\)".*"title": *"\(\([^"\\]\|\\.\)*\)".*/{"gold_root": "\1", "marked_sentence": "\2"}/p' \
    "$events/ngec-synthetic-headlines.jsonl" > "$work/headlines.jsonl"
"$build/train/attache_train_relate" "$out" "PLV train (1,049 rows), NGEC headlines ($(wc -l < "$work/headlines.jsonl"))" \
    "$events/plv-train.jsonl" "$work/headlines.jsonl"
