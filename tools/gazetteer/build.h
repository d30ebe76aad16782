/* build.h: what the files of the gazetteer compiler share. It runs when the program is built and is no part of it.
 *
 *   main.c    the order of the steps
 *   read.c    the packages' files -> places, divisions, names
 *   link.c    which place of the packages each row of data/place/places.txt is
 *   write.c   places and names -> places.attg (src/place/gaz_format.h)
 *
 * Memory is one arena that the end of the program gives back; a file that can't be read ends the program with status 1.
 */
#ifndef ATT_TOOLS_GAZETTEER_BUILD_H
#define ATT_TOOLS_GAZETTEER_BUILD_H

#include "base/arena.h"
#include "base/hash.h"
#include "place/gaz_format.h"

typedef struct {
    att_slice name;
    double lat, lon;
    uint32_t geonames, people;
    uint32_t admin1, admin2; /* 1-based */
    uint32_t next;           /* of the same country and name, see by_name; 1-based */
    uint8_t country, kind, rank;
} town;

typedef struct {
    att_slice code, name; /* "US.KY", "US.KY.125" */
    double x, y, z;       /* sum of its places' directions */
    uint32_t members;
    uint64_t people;      /* of its towns */
    uint8_t country;
} division;

typedef struct {
    uint64_t hash;
    uint32_t place;
    uint32_t flags;
} key;

typedef struct {
    att_slice code2, code3;
} land_row;

typedef struct {
    att_arena memory;
    ATT_VEC(land_row) lands;
    ATT_VEC(town) towns;
    ATT_VEC(division) admin1, admin2;
    ATT_VEC(key) keys;
    ATT_VEC(att_gaz_hand) hands;
    att_map land_of, admin1_of, admin2_of; /* code -> index + 1 */
    att_map by_name;                       /* "CC key" -> first town + 1 */
    uint32_t populated;
} build;

_Noreturn void build_die(const char *what, const char *which);
/* The whole file, NUL-ended; empty when it is not there. */
att_slice build_file(build *b, const char *folder, const char *name);

void build_lands(build *b);
void build_divisions(build *b, const char *folder);
void build_towns(build *b, const char *folder);
void build_newer_towns(build *b, const char *folder);
void build_airports(build *b, const char *folder);
/* Divisions become places too, where their places lie. */
void build_division_places(build *b);
void build_link(build *b);
void build_write(build *b, const char *path);

uint32_t build_add_town(build *b, const town *t);
/* One more name of a place; names that no English text has (other scripts, codes, rough transliterations) are left out. */
void build_add_name(build *b, uint32_t place, att_slice name, uint32_t flags);
/* First town + 1 of a country by a name's key, 0 = none. */
uint32_t build_find(build *b, uint8_t country, att_slice name);
double build_km(double lat1, double lon1, double lat2, double lon2);

#endif
