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
    bool owned;             /* the code is a possessor's ("Iraq's neighbour"), not its own */
} att_traits;

void att_traits_gather(att_cast *c, uint32_t element, att_traits *t, uint32_t depth);
att_resolved att_resolve(att_cast *c, uint32_t element, const att_traits *t);
/* The entity of that name in this document, made when new. */
att_id att_entity_named(att_cast *c, att_slice name, att_slice code, att_slice sector, att_entity_kind kind);
/* Gives an unknown person his country: what the text tells replaces what was guessed from where it is set. */
void att_place_person(att_entity *e, att_slice told, att_slice guessed);
/* A surname alone; entry: the first of its key. */
att_resolved att_resolve_surname(att_cast *c, att_slice surname, uint32_t entry, const att_traits *t);

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
