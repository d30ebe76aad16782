/* element.h: the pieces that actor mentions are made of: names, nationalities, role nouns, pronouns, as they stand in the text.
 *
 * "German Chancellor Olaf Scholz" is three elements (adjective, role, person) and one mention; "an aide to Macron" is two
 * elements and two mentions. Finding elements is looking up words; which of them belong together is read off the tree.
 */
#ifndef ATT_ACTOR_ELEMENT_H
#define ATT_ACTOR_ELEMENT_H

#include "actor/kb.h"

typedef enum { ATT_EL_KB, ATT_EL_NAME, ATT_EL_PLACE, ATT_EL_PRONOUN } att_el_kind;
/* How an element hangs under another. */
typedef enum { ATT_LINK_NONE, ATT_LINK_MOD, ATT_LINK_POSS, ATT_LINK_OF, ATT_LINK_APPOS } att_link;

typedef struct {
    uint32_t beg, end;     /* tokens */
    uint32_t top;          /* its token whose head lies outside */
    uint32_t entry;        /* ATT_EL_KB: first entry of the key; ATT_EL_NAME: that of the role noun which ends the name, or 0 */
    att_id place;          /* ATT_EL_PLACE */
    uint8_t kind;          /* att_el_kind */
    uint8_t kb_kind;       /* att_kb_kind of the reading that was chosen */
    uint8_t link;          /* att_link */
    uint32_t into;         /* element that it hangs under, by link */
    att_id mention;        /* once made */
} att_element;

typedef struct {
    const att_kb *kb;
    att_doc *doc;
    ATT_VEC(att_element) els;   /* [0] unused */
    uint32_t *at;               /* token -> element that covers it, 0 = none */
    att_id *place_at;           /* token -> place of the place stage that covers it, 0 = none */
    att_id *mention_at;         /* token -> mention whose head it is, also of those that are no actors, 0 = none */
    bool *quoted;               /* token -> stands between quotation marks */
    att_id self[2], address;    /* entities of "I", "we" and "you" outside quotations, 0 = none yet */
    att_id quote_self[2], quote_address, quote_para; /* the same inside the quotations of one paragraph */
    bool *timed;                /* token -> is part of a time expression */
    bool looking_behind;        /* somebody is resolved who is named farther on */
    bool lowercase;             /* the article has no capitals */
    att_slice focus;            /* code of the country that the article is about, or empty */
    bool focus_clear;           /* ... and hardly about another */
    uint32_t focus_times;       /* how often it is named, up to some hundred words of names */
    att_day day;                /* publication day, or ATT_NO_DAY */
    att_map by_name;            /* folded name -> entity */
    att_map by_surname;         /* folded last word -> latest person entity */
    att_map by_given;           /* folded first word -> latest person entity of two words or more */
    att_map in_full;            /* folded surname -> element that names its one bearer in full */
    att_map by_office;          /* office -> the last person named who holds it */
} att_cast;

void att_elements_find(att_cast *c);
void att_elements_link(att_cast *c);
/* namesake.c: names of persons with a country's word in them become one element; part of att_elements_find(). */
void att_namesakes_find(att_cast *c);
/* The entry of the chain that fits the kind and the day best, 0 = none. */
uint32_t att_entry_of(const att_cast *c, uint32_t first, att_kb_kind kind);
/* Does the article come from what tokens [beg, end) name? */
bool att_is_outlet(const att_cast *c, uint32_t beg, uint32_t end);
/* "killed five", "20 were arrested": a number alone counts people where only people are meant. */
bool att_counts_people(const att_doc *doc, uint32_t t);
/* "Mr", "Sir": no part of a name. */
bool att_honorific(att_slice lower);
static inline const att_kb_entry *att_entry(const att_cast *c, uint32_t id) { return &c->kb->entries.at[id]; }

#endif
