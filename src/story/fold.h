/* fold.h: the words of a text as texts are compared by: lower case, typography left out. No tags and no trees: texts from a store
 * can be compared without being parsed again. */
#ifndef ATT_STORY_FOLD_H
#define ATT_STORY_FOLD_H

#include "base/slice.h"

enum { ATT_FOLD_BYTES = 48 };

typedef struct {
    uint64_t hash;   /* of the word in lower case; never 0. Part of the format of stores: words_hash and mins are made of it. */
    att_span span;   /* in the text */
    bool capital;    /* its first letter is */
    bool number;     /* it holds digits only */
    char stem[ATT_FOLD_BYTES]; /* lower case, common endings off; long words are cut */
    uint8_t stem_len;
} att_folded;

/* The next word at or after *at; false at the end. A word is letters, marks and digits; apostrophes and soft hyphens inside it are
 * passed over, everything else is a gap. */
bool att_fold_next(att_slice text, uint32_t *at, att_folded *out);

static inline att_slice att_fold_stem(const att_folded *w) { return (att_slice){w->stem, w->stem_len}; }

#endif
