/* resolve.h: from elements to entities: who is meant by a name, a role, a nationality on the article's day. */
#ifndef ATT_ACTOR_RESOLVE_H
#define ATT_ACTOR_RESOLVE_H

#include "actor/element.h"

typedef struct {
    att_id entity;   /* 0 = nobody that could be named */
    uint8_t how;     /* att_how */
} att_resolved;

/* What stands around the core of a mention. */
typedef struct {
    att_slice code, sector, office;
    uint32_t role;          /* entry of a role noun, 0 = none */
    att_id owner;           /* entity of a possessor ("Macron's aide") */
    uint32_t org;           /* entry of an organisation or organ ("Hamas fighters", "Pentagon officials"), 0 = none */
    att_slice region;       /* name of the place that it belongs to, when that is no country ("the Gujarat government") */
    bool former, plural, counted_two;
    bool shadow;            /* "the shadow chancellor": of the opposition, and not who holds the office */
    bool person;            /* the name is that of a person: so it was tagged, or so its title says */
    bool elsewhere;         /* his title names a body that nobody knows ("CBOT chairman"): it may be of any country */
    bool owned;             /* the code is a possessor's ("Iraq's neighbour"), not its own */
} att_traits;

void att_traits_gather(att_cast *c, uint32_t element, att_traits *t, uint32_t depth);
att_resolved att_resolve(att_cast *c, uint32_t element, const att_traits *t);
/* The entity of that name in this document, made when new. */
att_id att_entity_named(att_cast *c, att_slice name, att_slice code, att_slice sector, att_entity_kind kind);
/* Gives an unknown person his country: what the text tells replaces what was guessed from where it is set. */
void att_place_person(att_entity *e, att_slice told, att_slice guessed);
/* A person or body without an entry keeps his name; country and sector come from his title. */
att_resolved att_resolve_unknown(att_cast *c, const att_element *e, const att_traits *t);

/* ---- term.c ---- */
/* Does the article name the country or body, or one of its places or people (but for him of that name) in full? */
bool att_speaks_of(const att_cast *c, att_slice code, att_slice but);
/* The term of a person that an article without a day means; told: a title before his name says so. */
const att_kb_entry *att_term_undated(const att_cast *c, const att_kb_entry *k, const att_traits *t, bool *told);

/* ---- surname.c ---- */
/* A surname alone; entry: the first of its key; given: the given name that stands before it, or empty. */
att_resolved att_resolve_surname(att_cast *c, att_slice surname, uint32_t entry, const att_traits *t, att_slice given);
/* A surname that the knowledge base has, with the given name before it. */
att_resolved att_resolve_bearer(att_cast *c, const att_element *e, att_traits t);
/* Whom the article names in full, and with which surnames. */
void att_bearers_find(att_cast *c);
/* The element that names the one person in full who bears the surname in this article; 0 = none, or several. */
uint32_t att_bearer_in_full(const att_cast *c, att_slice surname);
/* The same, when the surname comes before it. */
att_id att_bearer_behind(att_cast *c, att_slice surname, const att_traits *t);
/* The one person named before whose longer name has these words in it, not at its head; 0 = none, or several. */
att_id att_bearer_of_part(const att_cast *c, att_slice part);

/* ---- role.c ---- */
/* An office ("the chancellor") is its holder on that day; any other role is a country's or a body's people. */
att_resolved att_resolve_role(att_cast *c, const att_element *e, const att_traits *t);
/* What a role noun is the name of in one country: "congress" of the Indian Congress, listed so; entry of a body, 0 = none. */
uint32_t att_body_there(const att_cast *c, const att_kb_entry *role, att_slice code);
/* "the Russians": the state, where nothing but the article stands with it; else people. */
att_resolved att_resolve_demonym(att_cast *c, const att_element *e);

/* ---- for both ---- */
/* From now on "the president", "the commander" is he. */
void att_hold_office(att_cast *c, att_slice office, att_id who);
/* The entry that an element was read as, on the article's day; NULL = none. */
const att_kb_entry *att_reading(const att_cast *c, const att_element *e);

#endif
