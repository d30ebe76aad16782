#!/bin/sh
# How fast is attaché on this machine? Builds the optimised program in build/ and times every stage on one core.
#   bench/run.sh                 1,000 articles of ../shared/data/articles, or examples/articles where that is not there
#   bench/run.sh PATH...         articles of your own (files, folders, JSON Lines)
#   bench/run.sh --json ...      one line of JSON, for keeping; --rounds N, --limit N, --date D as attache_bench has them
# Numbers are comparable only on one machine with nothing else running.
set -eu
cd "$(dirname "$0")/.."
. tools/packages.sh

mkdir -p build
if [ ! -f build/CMakeCache.txt ]; then
    cmake -S . -B build -G "$(generator)" -DCMAKE_BUILD_TYPE=Release > build/bench-cmake.log 2>&1 || die "cmake failed, see build/bench-cmake.log; ./quickstart installs what is missing"
fi
cmake -S . -B build -DATT_BENCH=ON >> build/bench-cmake.log 2>&1 || die "cmake failed, see build/bench-cmake.log"
build_quietly "Building attache_bench" build/bench-build.log cmake --build build --target attache_bench -j "${ATT_JOBS:-2}" >&2 || die "the build failed"

options=
while [ $# -gt 0 ]; do
    case $1 in
        --json) options="$options $1"; shift ;;
        --rounds|--limit|--date) options="$options $1 ${2-}"; shift 2 ;;
        *) break ;;
    esac
done
if [ $# -eq 0 ]; then
    packed=../shared/data/articles/articles-train.jsonl.gz
    if [ -f "$packed" ]; then
        [ -f build/bench.jsonl ] || gunzip -c "$packed" | head -n 1000 > build/bench.jsonl
        set -- build/bench.jsonl
    else
        set -- examples/articles
    fi
fi
pin=
command -v taskset > /dev/null 2>&1 && pin="taskset -c 0"
# shellcheck disable=SC2086 # lists of words
exec $pin build/attache_bench $options "$@"
