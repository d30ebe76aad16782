/* model_int.h: a mapped model as the stages of nlp/ see it: pointers into the file, checked once by model.c. */
#ifndef ATT_NLP_MODEL_INT_H
#define ATT_NLP_MODEL_INT_H

#include "base/mapfile.h"
#include "nlp/model_format.h"
#include "nlp/model_kernel.h"
#include "nlp/nlp.h"

enum { ATT_MAX_LAYERS = 4, ATT_MAX_WIDTH = 1024 }; /* inputs of any layer: keeps sums of int16 products in 32 bits */

typedef struct {
    const int8_t *v;
    uint32_t rows, cols;
} att_table;

/* y = x W + bias, x as integers of in_scale units per 1.0 */
typedef struct {
    const int16_t *w;
    const float *bias; /* NULL = none */
    uint32_t in, out;
    float unit;        /* of the sum of products */
    float in_scale;
} att_weights;

/* One bidirectional layer: [0] reads forwards, [1] backwards; gates forget, output, candidate. */
typedef struct {
    att_weights x[2], h[2];
    uint32_t hidden;
} att_layer;

/* Embeddings and layers: words -> vectors of 2 * hidden numbers. */
typedef struct {
    att_table word, sub, upos, xpos, feats, flags; /* word: what the network adds to the first rows of the vectors; tags: the parser
                                                    * alone; flags: a row for each bit that the caller sets, the names alone */
    uint32_t words, in, hidden, layers;            /* words: numbers of a vector; in: of all side by side */
    att_layer layer[ATT_MAX_LAYERS];
} att_encoder;

typedef struct {
    const att_file_lemma *slots;
    uint32_t mask;
    const att_file_rule *rules;
    uint32_t rule_count, text_len;
    const char *text;       /* all endings */
} att_lemmas;

struct att_model {
    att_mapped file;
    att_kernel kernel;      /* the fastest that this machine has; all give the same bits */
    att_slice notes;        /* "key\0value\0" ... */
    const att_file_word *words;
    uint32_t word_mask;
    att_table vectors;      /* of all words; every network reads them */
    const char **xpos, **feats; /* NUL-ended names in the file */
    uint32_t xpos_count, feats_count;
    const att_file_tag *tags;
    uint32_t tag_count;
    uint32_t *groups;       /* where each upos and xpos begins among the tags; [group_count] = tag_count */
    uint32_t group_count;
    att_lemmas lemmas;

    att_encoder tag_encoder;
    att_weights tag_h, tag_x, tag_out;

    att_encoder tree_encoder;
    att_weights arc_dep, arc_head, label_dep, label_head, label_out;
    const float *arc_root, *label_root, *far; /* far: ATT_UPOS_COUNT x ATT_FAR_CLASSES */
    float arc_scale;        /* units per 1.0 of arc vectors */
};

/* Row of the word table, 0 = not in it. */
uint32_t att_model_word(const att_model *model, uint64_t hash);

#endif
