/* place_int.h: what the files of place.h share.
 *
 *   place_key.c     names in the form in which they are compared
 *   gazetteer.c     data/place/places.txt and data/actors/countries.txt -> entries, and a map from keys to them
 *   place_name.c    is a match a place at all, or part of a person's or an organisation's name?
 *   place_unknown.c names that can only be places, though the gazetteer doesn't hold them
 *   place_choose.c  which of the places of one name is meant
 *   place_role.c    place, government or nationality
 *   places.c        the walk over the tokens
 */
#ifndef ATT_PLACE_PLACE_INT_H
#define ATT_PLACE_PLACE_INT_H

#include "base/doc.h"
#include "base/hash.h"
#include "place/place.h"

enum { GAZ_MAX_TOKENS = 6, GAZ_KEY_BYTES = 96 };

typedef enum { GAZ_PLACE, GAZ_COUNTRY, GAZ_ADJECTIVE, GAZ_DEMONYM } gaz_sort;

typedef struct {
    att_slice name, country, kind;
    double lat, lon;
    float people;     /* thousands, 0 = not known */
    bool has_point, capital;
    uint8_t sort;     /* gaz_sort */
} gaz_entry;

/* The entries of one key form a list. */
typedef struct {
    uint32_t entry, next;
} gaz_link;

struct att_gazetteer {
    ATT_VEC(gaz_entry) entries; /* [0] is empty */
    ATT_VEC(gaz_link) links;    /* [0] is the end of every list */
    att_map keys;               /* key -> first link */
};

/* A stretch of tokens whose key is in the gazetteer. */
typedef struct {
    uint32_t beg, end;
    uint32_t links;   /* first link; 0 = not in the gazetteer */
    uint32_t entry;   /* chosen one, 0 = not yet */
    bool elsewhere;   /* the words beside it say that it is none of them ("London, Ontario") */
    att_slice country; /* of a place without entry, when the words beside it tell */
    bool sure;        /* chosen by the words beside it ("London, Ontario") */
} gaz_hit;

/* s in lower case, without accents, points and apostrophes, hyphens as spaces. Bytes written, 0 when it is empty or too long. */
uint32_t att_place_key(att_slice s, char out[GAZ_KEY_BYTES]);
/* First link of the text of tokens [beg, end), 0 = none. */
uint32_t att_place_lookup(const att_gazetteer *gaz, const att_doc *doc, uint32_t beg, uint32_t end);

bool att_place_unknown(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, gaz_hit *hit);
/* Is token t the word County (or Parish) of a name? */
bool att_place_is_county(const att_doc *doc, uint32_t t);
bool att_place_is_name(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit);
void att_place_choose(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hits, uint32_t n);
att_place_role att_place_role_of(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit, bool after_place);

#endif
