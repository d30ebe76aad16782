/* model_encoder.h: run an encoder over one sentence. */
#ifndef ATT_NLP_MODEL_ENCODER_H
#define ATT_NLP_MODEL_ENCODER_H

#include "nlp/model_int.h"

/* Tokens [beg, end) of doc -> out, (end - beg) x 2 * hidden integers of ATT_UNIT_H per 1.0, in scratch. *input gets the
 * embedded words, (end - beg) x in. Tags are read where the encoder has tables for them. */
const int16_t *att_encode(const att_model *m, const att_encoder *e, const att_doc *doc, uint32_t beg, uint32_t end,
                          const int16_t **input);

/* y[rows x out] += sums of x W in real numbers (bias included when there is one). */
void att_apply(const att_model *m, const att_weights *w, const int16_t *x, size_t ldx, uint32_t rows, int32_t *sums, float *y);

#endif
