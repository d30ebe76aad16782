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
    bool former, plural, counted_two;
    bool owned;             /* the code is a possessor's ("Iraq's neighbour"), not its own */
} att_traits;

void att_traits_gather(att_cast *c, uint32_t element, att_traits *t, uint32_t depth);
att_resolved att_resolve(att_cast *c, uint32_t element, const att_traits *t);
/* The entity of that name in this document, made when new. */
att_id att_entity_named(att_cast *c, att_slice name, att_slice code, att_slice sector, att_entity_kind kind);
/* The code that most elements of the article point to. */
att_slice att_focus_country(const att_cast *c);

#endif
