/* attache_gazetteer FOLDER OUT: compiles the packages' files in FOLDER (tools/fetch_places.sh put them there) to OUT.
 * FOLDER may be empty: then OUT holds nothing but its head, and the program knows the places of data/place/places.txt only. */
#include <stdio.h>
#include <stdlib.h>

#include "build.h"

void build_die(const char *what, const char *which)
{
    fprintf(stderr, "attache_gazetteer: %s: %s\n", which, what);
    exit(1);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: attache_gazetteer FOLDER OUT\n", stderr);
        return 2;
    }
    build b = {0};
    att_arena_init(&b.memory, (size_t)4 << 30);
    build_lands(&b);
    build_divisions(&b, argv[1]);
    build_towns(&b, argv[1]);
    build_newer_towns(&b, argv[1]);
    b.populated = b.towns.n;
    build_division_places(&b);
    build_airports(&b, argv[1]);
    build_link(&b);
    build_write(&b, argv[2]);
    att_arena_release(&b.memory);
    return 0;
}
