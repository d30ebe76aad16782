/* embedding.h: the words that stand above a predicate and tell what it is worth: who says it, believes it, plans it, wants it, or on what
 * condition; and nouns that name a happening, read as predicates. */
#ifndef ATT_NLP_EMBEDDING_H
#define ATT_NLP_EMBEDDING_H

#include "nlp/embed.h"
#include "nlp/nlp.h"

enum { ATT_MAX_EMBEDDERS = 6 };

typedef struct {
    uint32_t tok;    /* the embedding word: "denied", "plan", "if" clause's verb */
    uint8_t rel;     /* att_deprel by which the predicate, or what stands between, hangs there */
    uint8_t cls;     /* att_embed; ATT_EMB_NONE when the lexicon does not know the word */
    uint32_t holder; /* head token of who says, believes, plans or wants; 0 = not said */
    bool negated;    /* the embedding word is: "did not promise" */
} att_embedder;

/* From the nearest to the farthest; returns how many. Reads tags, trees and clauses. */
uint32_t att_embedders_of(const att_embeds *embeds, const att_doc *doc, uint32_t tok, att_embedder out[ATT_MAX_EMBEDDERS]);

/* doc->nominals: nouns made of verbs, with those who do it (possessor, "by", nationality) and those it is done to ("of"); only with at
 * least one of them. The flags have ATT_CL_NOMINAL; they are not in tok_clause. */
void att_nominals_find(att_doc *doc);

#endif
