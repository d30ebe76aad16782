/* coref.h: who "he", "they", "the two leaders" and "both sides" are, from the mentions before. */
#ifndef ATT_ACTOR_COREF_H
#define ATT_ACTOR_COREF_H

#include "actor/resolve.h"

/* Entity of a pronoun, from the mentions made so far; 0 = not known. */
att_id att_coref_pronoun(const att_cast *c, uint32_t tok);
/* The last two different persons ("the two leaders") or countries ("both sides"); empty when there are no two. */
att_ids att_coref_pair(att_cast *c, bool persons);
/* "the party", "the company", "the bloc": the organisation of that kind that was named last; 0 = none. */
att_id att_coref_body(const att_cast *c, const att_kb_entry *role);

#endif
