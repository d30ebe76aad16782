#include "tagnet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static uint32_t up16(uint32_t n) { return (n + 15) / 16 * 16; }

tagnet tagnet_new(encoder_shape s, uint32_t middle, const vocabulary *v, const bank_lists *l, mat_rng *r)
{
    tagnet t = {.enc = encoder_new(s, v, l, r), .upos_n = ATT_UPOS_COUNT, .xpos_n = l->xpos.n};
    t.from_h = dense_new(ENCODER_OUT(&t.enc), middle, r);
    t.from_x = dense_new(t.enc.in, middle, r);
    t.out = dense_new(middle, up16(t.upos_n + t.xpos_n + l->feats.n), r);
    return t;
}

uint32_t tagnet_params(tagnet *t, param **out)
{
    uint32_t n = encoder_params(&t->enc, out);
    n += dense_params(&t->from_h, out + n);
    out[n++] = &t->from_x.w;
    return n + dense_params(&t->out, out + n);
}

/* Softmax over the triples of one row: loss, gradient on the parts (dy, if not NULL), best triple. */
static double triple_loss(const tagnet *t, const bank_lists *l, const float *y, float *dy, uint16_t gold, uint16_t *best)
{
    float score[2048], top = -1e30f, sum = 0;
    const float *yx = y + t->upos_n, *yf = yx + t->xpos_n;
    uint32_t n = l->tags.n;
    for (uint32_t i = 0; i < n; i++) {
        bank_tag g = l->tags.at[i];
        score[i] = y[g.upos] + yx[g.xpos] + yf[g.feats];
        if (score[i] > top) top = score[i], *best = (uint16_t)i;
    }
    if (!dy) return 0;
    for (uint32_t i = 0; i < n; i++) sum += score[i] = expf(score[i] - top);
    for (uint32_t i = 0; i < n; i++) {
        bank_tag g = l->tags.at[i];
        float d = score[i] / sum - (i == gold);
        dy[g.upos] += d;
        dy[t->upos_n + g.xpos] += d;
        dy[t->upos_n + t->xpos_n + g.feats] += d;
    }
    return -log((double)(score[gold] / sum) + 1e-12);
}

double tagnet_run(tagnet *t, const batch *b, const bank_lists *l, mat_rng *learning, uint16_t *guess)
{
    uint32_t T = b->y.n_rows, M = t->out.in, O = t->out.out;
    float *dh, *h = encoder_forward(&t->enc, b, l, learning, &dh);
    float *m = room(&t->m, &t->cap_m, (size_t)T * M, 0), *y = room(&t->y, &t->cap_y, (size_t)T * O, 0);
    dense_forward(&t->from_h, h, T, m, 0);
    dense_forward(&t->from_x, t->enc.x, T, m, 1);
    leaky(m, (size_t)T * M);
    if (learning) {
        if (t->cap_mask < (size_t)T * M) {
            free(t->mask);
            t->mask = mat_alloc(t->cap_mask = (size_t)T * M, 1);
        }
        dropout(m, t->mask, (size_t)T * M, t->enc.shape.drop_mid, learning);
    }
    dense_forward(&t->out, m, T, y, 0);
    float *dy = learning ? room(&t->dy, &t->cap_dy, (size_t)T * O, 1) : NULL;
    double loss = 0;
    for (uint32_t i = 0; i < T; i++) {
        uint16_t best = 0;
        loss += triple_loss(t, l, y + (size_t)i * O, dy ? dy + (size_t)i * O : NULL, b->word[i]->tag, &best);
        if (guess) guess[i] = best;
    }
    if (!learning) return loss;
    float scale = 1.0f / 32; /* gradients are sums over the batch; Adam does not mind, the clipping does */
    for (size_t i = 0; i < (size_t)T * O; i++) dy[i] *= scale;
    float *dm = room(&t->dm, &t->cap_dm, (size_t)T * M, 1), *dx = room(&t->dx, &t->cap_dx, (size_t)T * t->enc.in, 1);
    dense_backward(&t->out, m, dy, T, dm, 1);
    dropout_back(dm, t->mask, (size_t)T * M, t->enc.shape.drop_mid);
    leaky_back(dm, m, (size_t)T * M);
    dense_backward(&t->from_h, h, dm, T, dh, 1);
    dense_backward(&t->from_x, t->enc.x, dm, T, dx, 0);
    encoder_backward(&t->enc, b, l, dx);
    return loss;
}
