/* rank.h: which of the mentions before a pronoun of the third person it takes up: what speaks for each of them, and how much.
 *
 * A linear ranker over what the literature on salience and centering names: recency, grammatical role, the role of the pronoun itself,
 * repetition, depth of the clause (Hobbs 1978; Lappin and Leass 1994; Grosz, Joshi and Weinstein 1995). */
#ifndef ATT_ACTOR_RANK_H
#define ATT_ACTOR_RANK_H

#include "actor/resolve.h"

typedef enum { ATT_PRON_HE, ATT_PRON_IT, ATT_PRON_THEY, ATT_PRON_CLASSES } att_pron_class;

/* A mention before the pronoun at token tok. */
typedef struct {
    uint32_t tok;
    const att_mention *m;
    uint32_t passed;   /* other entities that would do and stand nearer */
    uint32_t times;    /* mentions of its entity among the last ones */
    uint32_t things;   /* nouns between the two that are nobody's mention, as "it" might mean */
} att_candidate;

/* The higher, the likelier. */
int att_rank(const att_cast *c, att_pron_class class, const att_candidate *k);
/* What a candidate must beat: "it" and "they" often stand for what is no actor. */
int att_rank_nobody(const att_cast *c, att_pron_class class, uint32_t tok);
/* "Brekke also wants new ships, he added": who is named in what is told does not tell it. */
bool att_rank_reported(const att_cast *c, uint32_t tok, const att_mention *m);
/* Two arguments of one predicate are two different parties, unless the pronoun is reflexive (Chomsky's principle B). */
bool att_rank_barred(const att_cast *c, uint32_t tok, const att_mention *m);

#endif
