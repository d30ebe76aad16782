/* encoder.h: words of a batch -> vectors that know their sentence. Embeddings (word, parts of the word, tags) and a stack of
 * bidirectional layers; the tagger and the parser each have one of their own. */
#ifndef ATT_TRAIN_ENCODER_H
#define ATT_TRAIN_ENCODER_H

#include "bank.h"
#include "lstm.h"
#include "nlp/model_int.h"
#include "wordmap.h"

enum { MAX_LAYERS = 4, MAX_PARAMS = 64, WORD_DIM = 96 };

/* The words that have a row: first those seen twice in training, which every network also learns by itself, then those of the vector
 * file. Row 0 is any other. */
typedef struct {
    wordmap map;       /* hash -> row */
    uint32_t n, own;   /* rows; rows below own have a learned part */
    uint32_t *freq;    /* in the training banks */
    float *fixed;      /* n x WORD_DIM, from the vector file; zero where it has none */
    const att_model *model; /* whose words these are; NULL: map's */
    float hide;        /* how often a word is hidden in learning, beside the rare ones of the treebanks */
} vocabulary;

vocabulary vocabulary_make(const char *vectors_path, const bank *b, uint32_t max_rows);
/* The words and vectors of a language model; *unit: what one of its integers is. */
vocabulary vocabulary_of(const att_model *m, float hide, float *unit);

typedef struct {
    layout y;
    uint32_t cap_rows;
    const bank_sent *sent;  /* [n_sents], by falling length */
    uint32_t *order;        /* position in the caller's list */
    const bank_word **word; /* [n_rows] */
    uint32_t *row;          /* word rows, 0 = unknown */
    uint32_t *sub;          /* n_rows x ATT_SUB_FEATURES, already modulo the table */
    uint8_t *use_own;       /* take the learned part of the word row too, if it has one */
} batch;

/* learning: words are sometimes hidden (r may be NULL otherwise). */
void batch_fill(batch *b, const vocabulary *v, uint32_t sub_rows, const bank_sent *sents, uint32_t n, mat_rng *r);

typedef struct {
    uint32_t sub_rows, sub_dim, tag_dim, hidden, layers;
    float drop_in, drop_mid;
    uint32_t flag_rows, flag_dim; /* a row for each bit of bank_word.flags */
} encoder_shape;

typedef struct {
    encoder_shape shape;
    uint32_t in;
    const vocabulary *voc;
    param word, sub, upos, xpos, feats, flags; /* tags only if tag_dim, flags only if flag_dim */
    lstm layer[MAX_LAYERS];
    float *x, *dx;   /* n_rows x in */
    float *mid[MAX_LAYERS], *dmid;
    uint8_t *mask[MAX_LAYERS + 1];
    uint32_t cap;
} encoder;

encoder encoder_new(encoder_shape s, const vocabulary *v, const bank_lists *l, mat_rng *r);
uint32_t encoder_params(encoder *e, param **out);
/* -> rows x 2H (after dropout when r is not NULL), and a place for its gradient, zeroed */
float *encoder_forward(encoder *e, const batch *b, const bank_lists *l, mat_rng *r, float **grad);
/* extra: what else wants to move the input rows (n_rows x in), or NULL */
void encoder_backward(encoder *e, const batch *b, const bank_lists *l, const float *extra);
#define ENCODER_OUT(e) (2 * (e)->shape.hidden)

#endif
