#!/bin/sh
# Recall and precision of rewrites: articles are rewritten by tools/rewrite_articles.py and added to a store with their originals
# and, if there are any, other articles.
# usage: bench/rewrites.sh PROGRAM ARTICLES.jsonl [OTHERS.jsonl] [SEED [STRENGTH]]
set -eu
program=$1 articles=$2 others=${3-} seed=${4-1} strength=${5-0.8}
case $program in /*) ;; *) program=$PWD/$program ;; esac
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/tools/rewrite_articles.py" --seed "$seed" --strength "$strength" "$articles" "$work/rewrites.jsonl"
"$program" add "$work/s.db" "$articles" "$work/rewrites.jsonl" ${others:+"$others"} > "$work/out"
total=$(wc -l < "$work/rewrites.jsonl")
sqlite3 "$work/s.db" "
CREATE TEMP VIEW found AS SELECT d.doc AS a, o.doc AS b FROM documents d JOIN documents o ON o.document = d.copy_of;
CREATE TEMP VIEW judged AS SELECT a, b, a = b || '-rewrite' OR b = a || '-rewrite' AS good FROM found WHERE (a LIKE '%-rewrite') + (b LIKE '%-rewrite') > 0;
SELECT 'rewrites: recall ' || round(1.0 * sum(good) / $total, 3) || ', precision ' || round(1.0 * sum(good) / count(*), 3) || ' (' || sum(good) || ' of $total found, '
    || (count(*) - sum(good)) || ' wrong); copies and rewrites among the others: ' || (SELECT count(*) FROM found WHERE a NOT LIKE '%-rewrite' AND b NOT LIKE '%-rewrite') FROM judged"
