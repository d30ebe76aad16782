/* kb.h: the knowledge base of actors as the actor stage sees it: phrases -> entries. The files: data/README.md.
 *
 * A phrase is looked up by its folded words: lower case, accents stripped, full stops and apostrophes dropped, split at
 * spaces and hyphens. So "al-Qa'ida", "Al Qaida" and "AL-QAIDA" are one key. A name that is written in capitals in the lexicon
 * and is short ("US", "WHO", "IT") must be in capitals in the text too.
 */
#ifndef ATT_ACTOR_KB_H
#define ATT_ACTOR_KB_H

#include "actor/actor.h"
#include "base/hash.h"

typedef enum {
    ATT_KB_NONE, ATT_KB_COUNTRY, ATT_KB_ADJECTIVE, ATT_KB_DEMONYM, ATT_KB_CAPITAL, ATT_KB_ORGAN, ATT_KB_PERSON, ATT_KB_ORG,
    ATT_KB_ROLE, ATT_KB_SURNAME
} att_kb_kind;

typedef struct {
    att_slice name;        /* canonical */
    att_slice code, sector;
    att_slice office;      /* persons and roles; of a country its adjective */
    att_day from, to;      /* INT32_MIN / INT32_MAX when open */
    uint32_t next;         /* next entry with the same key, 0 = none */
    uint8_t kind;          /* att_kb_kind */
    uint8_t role_kind;     /* att_entity_kind of a role */
    bool plural;
    bool capitals;         /* the text must have it in capitals */
    bool tail_capital;     /* of several words, the last begins with a capital letter */
    bool capital;          /* the text must begin with a capital letter */
    bool family;           /* a surname that millions bear: it needs more than being in office to be meant */
} att_kb_entry;

/* How the persons' names are strung together for similar.h. */
typedef struct {
    att_slice key;         /* folded name or spelling */
    uint32_t skeleton;     /* next entry whose surname has the same skeleton, 0 = none */
    uint32_t given;        /* next entry with the same first word */
} att_kb_link;

/* What a language writes for a sound: "sch" of German is "sh". */
typedef struct {
    att_slice language, theirs, ours;
} att_kb_spelling;

struct att_kb {
    att_map keys;                    /* folded phrase -> first entry */
    att_map first_words;             /* folded first word -> longest phrase in words */
    att_map offices;                 /* "RUS/president" -> first person entry, chained by office_next */
    ATT_VEC(att_kb_entry) entries;   /* [0] unused */
    ATT_VEC(uint32_t) office_next;   /* parallel to entries */
    ATT_VEC(att_kb_link) links;      /* parallel to entries */
    att_map skeletons, first_names;  /* of persons: skeleton of the last word, first word -> first entry */
    att_map country_name;            /* "RUS" -> entry */
    att_map nouns;                   /* common noun -> kind | gender << 8 */
    att_map given;                   /* given name -> gender */
    att_map family;                  /* family names that come before the given name, folded */
    ATT_VEC(att_kb_spelling) spellings;
    ATT_VEC(att_slice) languages;    /* of spellings */
    att_map cow;                     /* "RUS" -> 365 */
    att_map wikidata;                /* "RUS/Vladimir Putin" -> 7747 */
    att_map bodies;                  /* role noun -> entry whose name is a pattern with {country} or {adjective} */
    uint32_t faults;                 /* lines that were skipped */
    uint32_t first_fault_line;
    const char *first_fault;         /* of the file that was read last */
};

enum { ATT_FOLD_MAX = 160, ATT_PHRASE_WORDS = 8 };

/* Folds s into out; returns the length, 0 when nothing is left or it is too long. */
uint32_t att_fold(att_slice s, char out[ATT_FOLD_MAX]);
/* First entry of a folded phrase, 0 = none. */
uint32_t att_kb_find(const att_kb *kb, att_slice folded);
/* Who held an office of a country on a day (ATT_NO_DAY: the latest); 0 = not known. */
uint32_t att_kb_office(const att_kb *kb, att_slice code, att_slice office, att_day day);
/* The term of office that counts on a day, of the person whom entry id names, whichever of his rows has that spelling: the one of
 * that day (of two at a time the one at the head of a state), else the one that ended last, else the first known. */
uint32_t att_kb_term(const att_kb *kb, uint32_t id, att_day day);
/* An office at the head of a state, a government or a movement. */
bool att_kb_leads(att_slice office);
/* Name of a country by code, or empty. */
att_slice att_kb_country(const att_kb *kb, att_slice code);
/* A common noun for people or a body, by dictionary form: its att_entity_kind and gender ('m', 'f' or 0); false when it is none. */
bool att_kb_noun(const att_kb *kb, att_slice lemma, uint8_t *kind, uint8_t *gender);
/* What a given name says of its bearer: 'm', 'f' or 0. */
uint8_t att_kb_gender(const att_kb *kb, att_slice given);
/* What articles call a person of that country after the first mention: the last word, but "Xi" of "Xi Jinping" and "Kim" of "Kim Jong-un".
 * common: one of the family names that millions bear there. */
att_slice att_kb_surname(const att_kb *kb, att_slice name, att_slice code, bool *common);
/* Its Correlates of War number (Correlates of War Project, State System Membership List, v2016), 0 = none. */
uint16_t att_kb_cow(const att_kb *kb, att_slice code);
/* Number of the Wikidata item ("Q142" is 142) of the canonical name that has that code, 0 = not known. */
uint32_t att_kb_wikidata(const att_kb *kb, att_slice name, att_slice code);
/* Its adjective ("Turkish"), or its name when it has none. */
att_slice att_kb_adjective(const att_kb *kb, att_slice code);
/* Pattern of the proper name of a body ("government" -> "Government of {country}"), or empty. */
att_slice att_kb_body(const att_kb *kb, att_slice role);

#endif
