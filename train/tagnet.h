/* tagnet.h: UPOS, XPOS and features together. A tag is a triple seen in training; its score is the sum of its three parts,
 * so that rare triples learn from their parts, and the three never contradict one another. */
#ifndef ATT_TRAIN_TAGNET_H
#define ATT_TRAIN_TAGNET_H

#include "dense.h"
#include "encoder.h"

typedef struct {
    encoder enc;
    dense from_h, from_x, out; /* 2H -> M, in -> M, M -> parts */
    uint32_t upos_n, xpos_n;   /* parts: upos, then xpos, then feats */
    float *m, *dm, *y, *dy, *dx;
    size_t cap_m, cap_dm, cap_y, cap_dy, cap_dx;
    uint8_t *mask;
    size_t cap_mask;
} tagnet;

tagnet tagnet_new(encoder_shape s, uint32_t middle, const vocabulary *v, const bank_lists *l, mat_rng *r);
uint32_t tagnet_params(tagnet *t, param **out);
/* Forward, and backward when learning. Returns the summed loss. guess: best triple of each row (may be NULL). */
double tagnet_run(tagnet *t, const batch *b, const bank_lists *l, mat_rng *learning, uint16_t *guess);

#endif
