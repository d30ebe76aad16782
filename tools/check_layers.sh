#!/bin/sh
# Includes must point down: a stage may use itself and the stages that stand before it in CMakeLists.txt's ATT_STAGES; cli/ and
# bench/ stand above all of them, train/ too; nothing in src/ may include from cli/, train/, bench/ or tests/.
# Prints every arrow that points up as file:line; exit 1 when there is one.
set -eu
cd "$(dirname "$0")/.."
stages=$(sed -n 's/^set(ATT_STAGES \(.*\))$/\1/p' CMakeLists.txt)
[ -n "$stages" ] || { echo "check_layers: no set(ATT_STAGES ...) line in CMakeLists.txt" >&2; exit 1; }

find src cli include -name '*.[ch]' -type f | LC_ALL=C sort | xargs grep -Hn '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' |
awk -v stages="$stages" '
BEGIN {
    n = split(stages, s, " ")
    for (i = 1; i <= n; i++) rank[s[i]] = i
    rank["cli"] = n + 1
}
{
    # path:line:#include "target"
    split($0, part, ":"); file = part[1]; line = part[2]
    target = $0; sub(/^[^"]*"/, "", target); sub(/".*$/, "", target)
    arrows++
    from = file
    if (from ~ /^include\//) from = "include"
    else { sub(/^src\//, "", from); sub(/\/.*$/, "", from) }
    to = target
    if (index(to, "/") == 0) to = from   # a file beside it
    else sub(/\/.*$/, "", to)
    if (target ~ /\.\./) { bad(file, line, target, "leaves the folder with ..: write the path below src/"); next }
    if (to == "attache") next            # public headers: everybody
    if (from == "include") { bad(file, line, target, "a public header may include only attache/"); next }
    if (!(to in rank)) { bad(file, line, target, "is no stage of ATT_STAGES"); next }
    if (!(from in rank)) { bad(file, line, target, "stands in a folder that is no stage of ATT_STAGES"); next }
    if (rank[to] > rank[from]) bad(file, line, target, "points up: " from " comes before " to)
}
function bad(file, line, target, why) { printf "%s:%s: #include \"%s\" %s\n", file, line, target, why; failed++ }
END {
    if (failed) { printf "check_layers: %d of %d includes point the wrong way\n", failed, arrows; exit 1 }
    printf "check_layers: %d includes, all point down (%s < cli)\n", arrows, stages
}'
