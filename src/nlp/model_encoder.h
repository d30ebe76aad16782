/* model_encoder.h: run an encoder over a few sentences. */
#ifndef ATT_NLP_MODEL_ENCODER_H
#define ATT_NLP_MODEL_ENCODER_H

#include "nlp/model_int.h"

enum { ATT_GROUP_RUNS = 32, ATT_GROUP_TOKENS = 1024 };

/* Sentences that are worked on side by side, which is faster than one by one: tokens [beg, end) of doc without a gap, cut
 * into runs. A run is a sentence; one over ATT_MAX_SENTENCE_TOKENS (CoNLL-U from elsewhere may have such) makes several. */
typedef struct {
    uint32_t beg, end;
    uint32_t run[ATT_GROUP_RUNS + 1]; /* run i is tokens [run[i], run[i + 1]) */
    uint32_t runs;
    uint32_t sent, at;                /* where the next group goes on */
} att_group;

/* The next group of doc; false after the last. Zeroed = before the first. */
bool att_group_next(att_group *g, const att_doc *doc);

/* The embedded words of a group. Tokens that look the same to the encoder share a row, which is computed once. */
typedef struct {
    const int16_t *x;    /* rows x in */
    const uint32_t *row; /* of each token of the group */
    uint32_t rows;
} att_embedded_words;

/* -> (end - beg) x 2 * hidden integers of ATT_UNIT_H per 1.0, in scratch. *input (may be NULL) gets the embedded words. Tags are
 * read where the encoder has tables for them; flags: one for each token of the document, or NULL. */
const int16_t *att_encode(const att_model *m, const att_encoder *e, const att_doc *doc, const att_group *g, const uint64_t *flags,
                          att_embedded_words *input);

/* y[rows x out] += sums of x W in real numbers (bias included when there is one). */
void att_apply(const att_model *m, const att_weights *w, const int16_t *x, uint32_t rows, int32_t *sums, float *y);
/* The same of embedded words: y has a row for each of n tokens. */
void att_apply_words(const att_model *m, const att_weights *w, const att_embedded_words *words, uint32_t n, int32_t *sums, float *y);

#endif
