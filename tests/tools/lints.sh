#!/bin/sh
# The lints find what they are for: each is run over a small tree with and without a planted fault. Prints TAP.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree" "$tree-shared"' EXIT
n=0

# holds NAME COMMAND... / fails NAME PATTERN COMMAND...: fails wants a non-zero exit and the pattern in what is printed.
holds() {
    name=$1; shift; n=$((n + 1))
    if "$@" > "$tree/out" 2>&1; then echo "ok $n - $name"; else echo "not ok $n - $name"; sed 's/^/# /' "$tree/out"; fi
}
fails() {
    name=$1 pattern=$2; shift 2; n=$((n + 1))
    if "$@" > "$tree/out" 2>&1; then
        echo "not ok $n - $name (nothing was found)"
    elif grep -q -e "$pattern" "$tree/out"; then
        echo "ok $n - $name"
    else
        echo "not ok $n - $name (found, but not said: $pattern)"; sed 's/^/# /' "$tree/out"
    fi
}

cp -r "$here/tools" "$tree/tools"
cd "$tree" || exit 1
mkdir -p src/base src/text src/event cli data/actors data/text docs include/attache "$tree-shared/articles"
echo 'set(ATT_STAGES base text event)' > CMakeLists.txt

printf '#include "attache/doc.h"\n' > src/base/a.h
printf '#include "base/a.h"\n#include "text/b.h"\n' > src/text/b.c
printf '#include "base/a.h"\n' > src/text/b.h
printf '#include "text/b.h"\n#include "cli/x.h"\n' > cli/main.c
holds "layers: arrows that point down" tools/check_layers.sh
printf '#include <stdio.h>\n\n  #  include "event/c.h"\n' > src/text/up.c
fails "layers: an arrow that points up" 'src/text/up.c:3: .*points up' tools/check_layers.sh
printf '#include "cli/x.h"\n' > src/text/up.c
fails "layers: src includes cli" 'src/text/up.c:1:' tools/check_layers.sh
printf '#include "../base/a.h"\n' > src/text/up.c
fails "layers: a way around with .." 'src/text/up.c:1:' tools/check_layers.sh
rm src/text/up.c

cat > g.c <<'E2'
static const int TABLE[] = {1, 2};
static const char *const NAMES[] = {"a", "b"};
int f(int i);
const char *g(int i);
int f(int i) { return TABLE[i & 1]; }
const char *g(int i) { return NAMES[i & 1]; }
E2
gcc -fPIC -c g.c -o g.o
holds "globals: constant tables" tools/check_globals.sh g.o
for bad in 'static int n; int h(void); int h(void) { return n++; }' 'int n = 5;' 'int n;' 'static _Thread_local int n; int h(void); int h(void) { return n++; }' \
    'int h(void); int h(void) { static int n = 3; return n++; }' 'const char *name = "x";'; do
    echo "$bad" > g2.c
    gcc -fPIC -c g2.c -o g2.o
    fails "globals: $bad" 'g2.o: ' tools/check_globals.sh g.o g2.o
done
fails "globals: a file that is not there" 'does not exist' tools/check_globals.sh nothing.o

head='# Test. Provenance: written for this test.
# columns'
countries="$head
FRA | France | - | French | - | Paris | 220 | - | -
SUN | Soviet Union | - | Soviet | - | Moscow | 365 | 1922 | 1991-12-26"
echo "$countries" > data/actors/countries.txt
persons() { printf '%s\n' "$head" "$@" > data/actors/persons.txt; }
good='Anna Example | - | FRA | GOV | president | 2012-05-15 | 2017-05?'
persons "$good" 'Bob | Robert | IGO:UN | IGO | - | - | 1999'
holds "data: good files" tools/lint_data.sh
persons 'Bob | - | FRA | GOV | - | - | -' "$good"
fails "data: order" 'persons.txt:4: not in byte order' tools/lint_data.sh
holds "data: --sort" tools/lint_data.sh --sort data/actors/persons.txt
holds "data: sorted now" tools/lint_data.sh
persons "$good" "$good"
fails "data: a line twice" 'persons.txt:4: the same line twice' tools/lint_data.sh
holds "data: --sort drops it" tools/lint_data.sh --sort data/actors/persons.txt
holds "data: once now" tools/lint_data.sh
persons "$good" 'Bob | - | FRA | GOV'
fails "data: fields" 'persons.txt:4: 4 fields' tools/lint_data.sh
persons 'Bob | - | FRA | GOV | - | 2001 | 1999'
fails "data: ends before it begins" 'persons.txt:3: ends' tools/lint_data.sh
persons 'Bob | - | FRA | GOV | - | 2001-02-30 | -'
fails "data: no such day" 'persons.txt:3: "2001-02-30" is no date' tools/lint_data.sh
persons 'Bob | - | France | GOV | - | - | -'
fails "data: no code" 'persons.txt:3: code' tools/lint_data.sh
persons 'Bob | - | XYZ | GOV | - | - | -'
fails "data: unknown country" 'XYZ is not in' tools/lint_data.sh
persons 'Bob | - |  | GOV | - | - | -'
fails "data: empty field" 'field 3 is empty' tools/lint_data.sh
printf '%s\nB\351b | - | FRA | GOV | - | - | -\n' "$head" > data/actors/persons.txt
fails "data: not UTF-8" 'persons.txt:3: not UTF-8' tools/lint_data.sh
echo "$good" > data/actors/persons.txt
fails "data: no provenance" 'persons.txt:1: the first line must be a comment' tools/lint_data.sh
persons "$good"
printf '%s\na | x\na | y\n' "$head" > data/text/words.txt
fails "data: a word twice" '"a" is there twice' tools/lint_data.sh
rm data/text/words.txt

mkdir -p src/event
printf 'int att_when(void)\n{\n    return 1;\n}\n' > src/event/when.c
printf '| decision | function | file |\n|---|---|---|\n| when | `att_when` | `src/event/when.c` |\n' > docs/tour.md
holds "tour: a function that exists" tools/check_tour.sh
printf '| where | `att_where` | `src/event/when.c` |\n' >> docs/tour.md
fails "tour: one that does not" 'tour.md:4: att_where is not in' tools/check_tour.sh
printf '| decision | function | file |\n|---|---|---|\n| when | `att_when` | `src/event/gone.c` |\n' > docs/tour.md
fails "tour: a file that does not" 'gone.c does not exist' tools/check_tour.sh

mkdir -p inc
printf 'ATT_API int att_open(int a);\n' > inc/a.h
printf '{ global: att_open; local: *; };\n' > list
holds "exports: what is declared" env INCLUDE=inc LIST=list tools/check_exports.sh
printf 'ATT_API const char *att_text(void);\n' >> inc/a.h
fails "exports: one that is missing" 'att_text is declared' env INCLUDE=inc LIST=list tools/check_exports.sh

holds "functions: short ones" tools/check_functions.sh
{ printf 'int f(void)\n{\n'; yes '    ;' | head -151; printf '}\n'; } > src/event/long.c
fails "functions: a long one" 'long.c:2: f is 151 lines' tools/check_functions.sh
yes '/* x */' | head -1001 > src/event/long.c
fails "functions: a long file" 'long.c: 1001 lines' tools/check_functions.sh
rm src/event/long.c

export ATT_SHARED="$tree-shared"
echo 'The ministers of all four states met in the old town hall on Tuesday. They left.' > "$ATT_SHARED/articles/a.txt"
holds "texts: none copied" tools/check_texts.sh
printf 'x = "The ministers of all four\\nstates met in the old town hall on Tuesday."\n' > docs/copy.md
fails "texts: a sentence copied" 'docs/copy.md' tools/check_texts.sh
ATT_SHARED=nowhere
holds "texts: nothing to compare with" tools/check_texts.sh
echo "1..$n"
