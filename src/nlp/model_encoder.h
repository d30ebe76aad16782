/* model_encoder.h: run an encoder over a few sentences. */
#ifndef ATT_NLP_MODEL_ENCODER_H
#define ATT_NLP_MODEL_ENCODER_H

#include "nlp/model_int.h"

/* A stretch of tokens that the encoder reads by itself: a sentence; one over ATT_MAX_SENTENCE_TOKENS (CoNLL-U from elsewhere may have
 * such) makes several. */
typedef struct {
    uint32_t first, len;
    uint32_t same; /* index of the first run with the same words, which has the same answers; its own when there is none before it */
} att_run;

typedef struct {
    att_run *at;
    uint32_t n, next; /* next: where the next group begins */
} att_runs;

/* The runs of a document, in scratch. What makes two the same: the words; their tags too where tags is true; the flags too (one for each
 * token) where they are not NULL. Tables of figures, standing phrases and endless hyphens are worked on once in this way. */
att_runs att_runs_find(const att_doc *doc, bool tags, const uint64_t *flags);

enum { ATT_GROUP_RUNS = 32, ATT_GROUP_TOKENS = 1024 };

/* Runs that are worked on side by side, which is faster than one by one; each is the first of its kind. */
typedef struct {
    uint32_t run[ATT_GROUP_RUNS + 1]; /* run i is words [run[i], run[i + 1]) of the group */
    uint32_t runs, words;
    uint32_t tok[ATT_GROUP_TOKENS];   /* of each word */
} att_group;

/* The next group; false after the last. */
bool att_group_next(att_group *g, att_runs *runs);

/* The embedded words of a group. Tokens that look the same to the encoder share a row, which is computed once. */
typedef struct {
    const int16_t *x;    /* rows x in */
    const uint32_t *row; /* of each token of the group */
    uint32_t rows;
} att_embedded_words;

/* -> words x 2 * hidden integers of ATT_UNIT_H per 1.0, in scratch. *input (may be NULL) gets the embedded words. Tags are
 * read where the encoder has tables for them; flags: one for each token of the document, or NULL. */
const int16_t *att_encode(const att_model *m, const att_encoder *e, const att_doc *doc, const att_group *g, const uint64_t *flags,
                          att_embedded_words *input);

/* y[rows x out] += sums of x W in real numbers (bias included when there is one). */
void att_apply(const att_model *m, const att_weights *w, const int16_t *x, uint32_t rows, int32_t *sums, float *y);
/* The same of embedded words: y has a row for each of n tokens. */
void att_apply_words(const att_model *m, const att_weights *w, const att_embedded_words *words, uint32_t n, int32_t *sums, float *y);
/* What a tagger puts on the encoder: a leaky layer over the rows h and the words themselves, then a linear one; n rows of out->out, in a. */
float *att_apply_head(const att_model *m, const att_weights *from_h, const att_weights *from_x, const att_weights *out, const int16_t *h, const att_embedded_words *words, uint32_t n, att_arena *a);

#endif
