/* lstm.h: bidirectional recurrent layers over a batch of sentences, forward and backward.
 *
 * Cell (coupled gates, no peepholes):  f = gate(zf), o = gate(zo), g = tanh(zg)
 *                                      c = f * c' + (1 - f) * g,   h = o * c
 * Rows of a batch are time-major: sentences sorted by falling length, word t of sentence s is row off[t] + s. The words at
 * time t are then rows off[t] .. off[t+1], and the state before (or after) them is a prefix of the rows of t-1 (t+1). */
#ifndef ATT_TRAIN_LSTM_H
#define ATT_TRAIN_LSTM_H

#include "mat.h"

typedef struct {
    uint32_t n_sents, n_steps, n_rows;
    uint32_t *len;  /* [n_sents], falling */
    uint32_t *off;  /* [n_steps + 1] */
} layout;

typedef struct {
    uint32_t in, hidden;
    param wx[2], wh[2], b[2]; /* wx: in x 3H, wh: H x 3H; gates f, o, g */
    /* of the last batch */
    uint32_t cap;
    float *z[2], *c[2], *prev[2], *dz, *wt;
    float *out, *dout; /* rows x 2H */
} lstm;

lstm lstm_new(uint32_t in, uint32_t hidden, mat_rng *r);
uint32_t lstm_params(lstm *l, param **out);
/* x: rows x in -> l->out */
void lstm_forward(lstm *l, const layout *y, const float *x);
/* l->dout -> gradients, and dx (may be NULL), which is overwritten */
void lstm_backward(lstm *l, const layout *y, const float *x, float *dx);

/* Inverted dropout with its mask, in place. */
void dropout(float *x, uint8_t *mask, size_t n, float p, mat_rng *r);
void dropout_back(float *dx, const uint8_t *mask, size_t n, float p);

#endif
