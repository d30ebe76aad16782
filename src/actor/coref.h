/* coref.h: who "he", "they", "the two leaders" and "both sides" are, from the mentions before. */
#ifndef ATT_ACTOR_COREF_H
#define ATT_ACTOR_COREF_H

#include "actor/resolve.h"

/* Marks the tokens that stand between quotation marks. */
void att_quoted_mark(att_cast *c);
/* Entity of a pronoun, from the mentions made so far and from the subject that follows ("In his speech, Macron"); 0 = not known. (pronoun.c) */
att_id att_coref_pronoun(att_cast *c, uint32_t tok);
/* "you" and its forms: one entity of the article, or of the quotations of a paragraph; 0 = another word. */
att_id att_coref_address(att_cast *c, uint32_t tok);
/* The entity of an earlier phrase with this head noun and that country (or none) that the phrase of head takes up; 0 = somebody new. */
att_id att_coref_noun(const att_cast *c, uint32_t head, att_slice code);
/* The same for a definite phrase that doesn't say of which country its people are: an earlier phrase of any. */
att_id att_coref_again(const att_cast *c, uint32_t head);
/* Whom an apposition or a predicate explains ("her father, a doctor", "Ms Brekke is the owner"); 0 = nobody. */
att_id att_coref_explained(const att_cast *c, uint32_t head);
/* Makes a mention of token t when it is "you" or heads a phrase of people or bodies that are no actors. */
void att_noun_mention(att_cast *c, uint32_t t);
/* anti.c: a mention for whom token t ("anti-government") is against. */
void att_anti_mention(att_cast *c, uint32_t t);
/* bloc.c: a mention for token t when it is a word like "Western" or "Europe" that stands for a group of states. */
void att_bloc_mention(att_cast *c, uint32_t t);
/* The last two different persons ("the two leaders") or countries ("both sides"); empty when there are no two. */
att_ids att_coref_pair(att_cast *c, uint32_t tok, bool persons);
/* "they" and its forms. */
bool att_coref_many(att_slice lower);
/* Those named together whom "they" or "their" takes up; empty when it takes up one, or nobody. */
att_ids att_coref_both(const att_cast *c, uint32_t tok);
/* "the party", "the company", "the bloc" at e: the organisation of that kind that was named last; 0 = none. */
att_id att_coref_body(att_cast *c, const att_element *e, const att_kb_entry *role);

#endif
