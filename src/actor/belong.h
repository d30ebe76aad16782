/* belong.h: which country people and bodies belong to that are named without one. */
#ifndef ATT_ACTOR_BELONG_H
#define ATT_ACTOR_BELONG_H

#include "actor/resolve.h"

/* Sets c->focus, the country that most elements of the article point to, and c->focus_clear: there is hardly another. */
void att_focus_find(att_cast *c);
/* Sectors of bodies and groups that an article names without a country: they belong to the country that it is about. */
bool att_domestic(att_slice sector);
/* The country that the sentence is set in ("In Sydney, 3,000 people marched"), else the article's; may be empty. */
att_slice att_setting(const att_cast *c, const att_element *e);
/* The same for a body that is named ("Metropolitan Police"): empty when its sector is no state's. */
att_slice att_organ_home(const att_cast *c, const att_element *e, att_slice sector);
/* "anti-Assad", "anti-government" forces: they fight those who rule. */
bool att_against_rulers(const att_cast *c, const att_element *e);
/* The country of a role noun that stands without one; *many: it is of several states or of any ("European powers", "governments"). */
att_slice att_belongs(const att_cast *c, const att_element *e, const att_kb_entry *k, att_slice sector, bool definite, bool *many);

/* The country of the place at the very head of a sentence ("In Sydney, 3,000 people marched"), or empty. */
att_slice att_opening(const att_cast *c, att_id sent);

#endif
