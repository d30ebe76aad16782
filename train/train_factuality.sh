#!/bin/sh
# train_factuality.sh FACTUALITY_DIR OUT.attm: trains the model of factuality.
# FACTUALITY_DIR holds uds-ih2-, meantime- and megaveridicality-train.jsonl; their dev files, and those of UW and CommitmentBank, are
# scored if they are there, never trained on. Needs a build with -DATT_TRAIN=ON in build/ (or $BUILD). Ten seconds. After a new
# english.attm run it again: the features are tags and trees.
set -eu
data=$1 out=$2
build=${BUILD:-build}
dev=
for set in uds-ih2-dev uw-train uw-dev meantime-dev megaveridicality-dev commitmentbank-dev; do
    [ ! -f "$data/$set.jsonl" ] || dev="$dev $data/$set.jsonl"
done
# shellcheck disable=SC2086 # the list of files is meant to be split
"$build/train/attache_train_factuality" "$out.new" \
    "news: MEANTIME train (CC BY 4.0); talk: UDS-IH2 train (CC BY-SA 4.0); both: MegaVeridicality train; seed 20260101" \
    --news "$data/meantime-train.jsonl" "$data/megaveridicality-train.jsonl" \
    --talk "$data/uds-ih2-train.jsonl" "$data/megaveridicality-train.jsonl" ${dev:+--dev $dev}
mv "$out.new" "$out" # beside and renamed: the old file may be mapped
