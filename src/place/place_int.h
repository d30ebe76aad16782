/* place_int.h: what the files of place.h share.
 *
 *   place_key.c     names in the form in which they are compared
 *   gazetteer.c     the tables of data/ -> entries, and a map from keys to them
 *   gaz_file.c      places.attg, the large gazetteer: open, check, look up
 *   place_cands.c   all the places that one name may mean
 *   place_name.c    is a match a place at all, or part of a person's or an organisation's name?
 *   place_unknown.c names that can only be places, though the hand-made tables don't hold them
 *   place_local.c   names of small places close to those that are settled
 *   place_choose.c  which of the places of one name is meant
 *   place_role.c    place, government or nationality
 *   place_rel.c     "30 km from", "northern", "the coast of"
 *   places.c        the walk over the tokens
 */
#ifndef ATT_PLACE_PLACE_INT_H
#define ATT_PLACE_PLACE_INT_H

#include "base/doc.h"
#include "base/hash.h"
#include "base/mapfile.h"
#include "place/gaz_format.h"
#include "place/place.h"

enum { GAZ_MAX_TOKENS = 6, GAZ_KEY_BYTES = 96, GAZ_MAX_CANDS = 400, GAZ_MAX_ANCHORS = 24 };

typedef enum { GAZ_PLACE, GAZ_COUNTRY, GAZ_ADJECTIVE, GAZ_DEMONYM } gaz_sort;

typedef struct {
    att_slice name, country, kind;
    double lat, lon;
    double people;           /* 0 = not known */
    uint32_t geonames;
    uint16_t admin1, admin2; /* numbers in the file's list, 0 = none */
    bool has_point, capital;
    uint8_t rank;            /* of gaz_format.h */
    uint8_t sort;            /* gaz_sort */
} gaz_entry;

/* The entries of one key form a list. */
typedef struct {
    uint32_t entry, next;
} gaz_link;

/* places.attg where it is mapped; all NULL and 0 without it. */
typedef struct {
    att_mapped map;
    att_gaz_head head;
    const uint32_t *bucket;
    const att_gaz_key *keys;
    const att_gaz_place *places;
    const att_gaz_admin *admins;
    const char *countries; /* four bytes each */
    const att_gaz_hand *hands;
    const unsigned char *text;
} gaz_file;

typedef struct {
    uint32_t place, entry;
} gaz_twin;

struct att_gazetteer {
    ATT_VEC(gaz_entry) entries; /* [0] is empty; first the rows of places.txt in their order */
    ATT_VEC(gaz_link) links;    /* [0] is the end of every list */
    att_map keys;               /* key -> first link */
    att_map shorts;             /* "ky" -> first link: only behind a comma */
    att_map outlets;            /* outlet -> entry of its home */
    uint32_t rows;              /* entries [1, rows] are places.txt */
    gaz_file file;
    ATT_VEC(gaz_twin) twins;    /* places of the file that are entries too, sorted by place */
};

/* One place that a name may mean. */
typedef struct {
    uint32_t entry;    /* see att_gaz_entry */
    bool alt;          /* by one of its other names */
    gaz_entry e;
    double x, y, z;    /* direction of its point */
    double score;
} gaz_cand;

/* A stretch of tokens whose key is in the gazetteer. */
typedef struct {
    uint32_t beg, end;
    uint32_t links;    /* first link in the hand-made tables; 0 = not in them */
    gaz_cand *cands;   /* in doc->scratch */
    uint32_t cand_count;
    uint32_t group;    /* hits of the same name have the same number, from 1 */
    uint32_t entry;    /* chosen one, 0 = none */
    uint32_t second;   /* runner-up, 0 = none */
    const char *why;   /* rule id of the choice */
    att_slice country; /* of a place without entry, when the words beside it tell */
    bool part;         /* the candidates are those of a part of the text */
    bool region;       /* a word behind the name says that it is a province, county ... */
    bool elsewhere;    /* the words beside it say that it is none of them ("London, Ontario") */
    bool sure;         /* chosen by the words beside it ("London, Ontario") */
} gaz_hit;

/* s in lower case, without accents, points and apostrophes, hyphens as spaces. Bytes written, 0 when it is empty or too long. */
uint32_t att_place_key(att_slice s, char out[GAZ_KEY_BYTES]);
/* First link of the text of tokens [beg, end), 0 = none. */
uint32_t att_place_lookup(const att_gazetteer *gaz, const att_doc *doc, uint32_t beg, uint32_t end);

/* ATT_E_IO, ATT_E_MODEL (foreign or damaged; msg says how). The map is the caller's to close. */
att_err att_gaz_file_open(gaz_file *f, const char *path);
void att_gaz_file_close(gaz_file *f);
/* The keys of one name: index of the first, *n of them. */
uint32_t att_gaz_file_find(const gaz_file *f, att_slice key, uint32_t *n);
gaz_entry att_gaz_file_entry(const gaz_file *f, uint32_t place);
att_slice att_gaz_file_admin(const gaz_file *f, uint32_t level, uint32_t number);

/* Entry of a number: of the tables, or entries.n + place for a place of the file. */
gaz_entry att_gaz_entry(const att_gazetteer *gaz, uint32_t entry);
/* Fills hit->cands with what its text may mean, or else a part of its text: "southern California", "Laurel County Jail". */
void att_place_cands(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hit);
/* A note for `attache explain`: what was chosen, by which rule, and what came second. */
void att_place_explain(const att_gazetteer *gaz, att_doc *doc, const gaz_hit *hit);
/* Does the large gazetteer hold the text of tokens [beg, end)? */
bool att_place_in_file(const att_gazetteer *gaz, const att_doc *doc, uint32_t beg, uint32_t end);
/* First link of a short form ("Ky.", "Ont.") at token t, 0 = none. */
uint32_t att_place_short(const att_gazetteer *gaz, const att_doc *doc, uint32_t t);

bool att_place_unknown(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, gaz_hit *hit);
/* A name at token t that the large gazetteer has close to one of the anchors. */
bool att_place_local(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, const gaz_cand *const *anchors, uint32_t n, gaz_hit *hit);
/* The settled towns and counties of the hits, GAZ_MAX_ANCHORS at most. */
uint32_t att_place_anchors(const gaz_hit *hits, uint32_t n, const gaz_cand **anchors);
/* Is token t the word County (or Parish) of a name? */
bool att_place_is_county(const att_doc *doc, uint32_t t);
bool att_place_is_name(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit);
/* Home of the article's outlet; entry 0 when it is not known. */
gaz_cand att_place_home(const att_gazetteer *gaz, const att_doc *doc);
/* Fills relation, direction and km of p. */
void att_place_relate(const att_doc *doc, att_place *p);
void att_place_choose(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hits, uint32_t n);
att_place_role att_place_role_of(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit, bool after_place);

#endif
