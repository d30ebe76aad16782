/* factuality_int.h: shared by the reader of factuality.attm, its features, and its trainer. */
#ifndef ATT_NLP_FACTUALITY_INT_H
#define ATT_NLP_FACTUALITY_INT_H

#include <stddef.h>

#include "nlp/factuality.h"

enum {
    ATT_FACT_FORMAT = 1,
    ATT_FACT_BITS = 17,     /* of the feature hash */
    ATT_FACT_FEATURES = 256 /* most features of a predicate */
};

/* What was learned from texts of two kinds. */
enum { ATT_FACT_NEWS, ATT_FACT_TALK, ATT_FACT_HEADS };

/* File: this head, then int8 weights [1 << bits][heads], each times scale of its head. docs/formats/factuality-model.md */
typedef struct {
    char magic[8];               /* "ATTFACTS" */
    uint32_t format, bits, heads, zero;
    uint64_t checksum;           /* att_hash of all that follows */
    float scale[ATT_FACT_HEADS];
    float base[ATT_FACT_HEADS];  /* value of a predicate without features */
    float mix[ATT_FACT_HEADS][ATT_FACT_HEADS + 1]; /* value in a text of this kind: parts of the two heads' values, and of the rules' */
    char note[312];              /* what it was trained on, with which scores */
} att_fact_head;

/* Hashed features of the predicate at tok, each below 1 << ATT_FACT_BITS; returns how many. rule: its value by the rules. */
uint32_t att_factuality_features(const att_factuality_way *way, const att_doc *doc, uint32_t tok, float rule,
                                 uint32_t out[ATT_FACT_FEATURES]);
/* The nearest word above tok that governs it: coordination is passed over. *rel: the relation by which it hangs there. 0 = none. */
uint32_t att_fact_governor(const att_doc *doc, uint32_t tok, uint8_t *rel);

#endif
