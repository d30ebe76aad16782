/* relate_model.h: the learned part of `attache relate`: a linear classifier over what the rules and the tree say.
 *
 * Method: multinomial logistic regression on hashed binary features (Weinberger et al. 2009, feature hashing). The features are the
 * best frame candidates with their status and fit, the words on the way between the two sides, and the verbs that govern them, so
 * that what was learned from one phrasing carries over to others. The file: docs/formats/relate-model.md.
 */
#ifndef ATT_EVENT_RELATE_MODEL_H
#define ATT_EVENT_RELATE_MODEL_H

#include "event/relate.h"

enum { ATT_RELATE_BITS = 15, ATT_RELATE_CLASSES = 15, ATT_RELATE_MAX_FEATURES = 400 };

/* The classes: PLOVER's types with CONCEDE and RETREAT as one (YIELD), as in the data it learns from. */
extern const uint8_t ATT_RELATE_TYPE[ATT_RELATE_CLASSES];

typedef struct att_relate_model att_relate_model;

/* Hashed features of one marked pair, each below 1 << ATT_RELATE_BITS; returns how many. */
uint32_t att_relate_features(const att_doc *doc, const att_marks *marks, const att_candidate *cands, uint32_t cand_count,
                             uint32_t out[ATT_RELATE_MAX_FEATURES]);
/* ATT_E_IO when the file is missing, ATT_E_MODEL when it is damaged or foreign. */
att_err att_relate_model_open(att_relate_model **out, const char *path);
void att_relate_model_close(att_relate_model *model);
/* Probabilities of the classes. */
void att_relate_score(const att_relate_model *model, const uint32_t *features, uint32_t n, double prob[ATT_RELATE_CLASSES]);

/* File: this head, then int8 weights [1 << bits][classes], each times scale. */
typedef struct {
    char magic[8];      /* "ATTRELAT" */
    uint32_t format;    /* 1 */
    uint32_t bits, classes;
    float scale;
    uint64_t checksum;  /* att_hash of the weights */
    char note[224];     /* what it was trained on */
} att_relate_head;

#endif
