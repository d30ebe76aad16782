/* described.h: who somebody is by what a clause of the text says of him, and by where the text is set. */
#ifndef ATT_ACTOR_DESCRIBED_H
#define ATT_ACTOR_DESCRIBED_H

#include "actor/resolve.h"

/* What a relative clause says that he is; false = nothing. Sets role, sector and, where it is told, code. */
bool att_described(att_cast *c, const att_element *e, att_traits *t);
/* The entry of the part of a people that lives in the state which the text is set in ("Turkish Kurds"); 0 = none is listed. */
uint32_t att_people_here(const att_cast *c, const att_element *e, const att_kb_entry *people);
/* The country that a body's name ends in ("Banco de Guatemala"); empty = none. */
att_slice att_named_country(const att_cast *c, const att_element *e);
/* A person of whom nothing is told is of the country that the article is about, where it is about one. */
void att_live_there(const att_cast *c, att_entity *e);

#endif
