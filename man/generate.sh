#!/bin/sh
# generate.sh PROGRAM FOLDER: the man pages, from the tables that --help uses.
set -eu
program=$1 folder=$2
"$program" help --man > "$folder/attache.1"
for c in $("$program" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    "$program" help --man "$c" > "$folder/attache-$c.1"
done
