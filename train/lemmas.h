/* lemmas.h: learn lemma rules (src/nlp/lemma.h) from a treebank. */
#ifndef ATT_TRAIN_LEMMAS_H
#define ATT_TRAIN_LEMMAS_H

#include "bank.h"
#include "nlp/lemma.h"
#include "wordmap.h"

typedef struct {
    att_arena arena;
    att_map ids;                   /* spelled-out rule -> index */
    ATT_VEC(att_file_rule) rules;
    char *text;
    uint32_t text_len, text_cap;
    wordmap table;                 /* key -> rule + 1 */
} lemma_model;

void lemmas_learn(lemma_model *m, const bank *b);

#endif
