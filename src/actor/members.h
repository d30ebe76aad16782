/* members.h: mentions that stand for several: "Russian and Ukrainian officials", "the leaders of Russia and France", "Reagan-Gorbachev". */
#ifndef ATT_ACTOR_MEMBERS_H
#define ATT_ACTOR_MEMBERS_H

#include "actor/resolve.h"

/* One group or holder of the office per country that belongs to element i; empty when there are not two. */
att_ids att_members_by_country(att_cast *c, uint32_t i, const att_traits *t);
/* The mention of a group per country begins with the first country: "Russian and Ukrainian officials". */
uint32_t att_members_widen(const att_cast *c, uint32_t i, uint32_t beg);
/* Two parties joined by a hyphen ("the Reagan-Gorbachev summit", "US-China talks"), i the second; empty when one is not known. */
att_ids att_members_hyphen(att_cast *c, uint32_t i);

/* "Reagan and Gorbachev ... their meeting": those who stand side by side just before; empty when another group is nearer. */
att_ids att_members_pronoun(const att_cast *c, uint32_t tok);

#endif
