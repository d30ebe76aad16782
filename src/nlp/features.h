/* features.h: what a word looks like, as hashes. Shared by the trainer and the program, and part of the model file format:
 * a change here makes every model foreign (raise ATT_MODEL_FORMAT).
 *
 * `word` names the word itself (lower case, digits as 0). `sub` are its parts: endings, beginnings, shape, length, and the
 * form with its capitals; they say what an unknown word probably is.
 */
#ifndef ATT_NLP_FEATURES_H
#define ATT_NLP_FEATURES_H

#include "base/slice.h"

enum { ATT_SUFFIXES = 5, ATT_PREFIXES = 4, ATT_SUB_FEATURES = ATT_SUFFIXES + ATT_PREFIXES + 4 };

typedef struct {
    uint64_t word;
    uint32_t sub[ATT_SUB_FEATURES];
} att_word_features;

/* form: as written; lower: the same in lower case. Both at most ATT_MAX_TOKEN_BYTES. */
void att_word_features_of(att_slice form, att_slice lower, att_word_features *out);

#endif
