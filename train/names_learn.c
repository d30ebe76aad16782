/* names_learn.c: learns the network of names (src/nlp/names_net.c) by Adam over whole sentences; what is scored is the chain over the
 * stretches in which names can stand. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dense.h"
#include "names_train.h"
#include "sections.h"

enum { SUB_ROWS = 1 << 13, MIDDLE = 64, OUT = 16, EPOCHS = 8, BATCH_WORDS = 500, FLAG_ROWS = NAMES_FLAGS };
static const encoder_shape SHAPE = {SUB_ROWS, 32, 0, 96, 1, 0.5f, 0.5f, FLAG_ROWS, 16};
static const float RATE = 0.003f, HIDDEN_WORDS = 0.1f;
/* Above the flags of the program, in bank_word.flags: the word stands in a stretch; it is a stretch's first. */
static const uint64_t INSIDE = (uint64_t)1 << 62, FIRST = (uint64_t)1 << 63;

typedef struct {
    encoder enc;
    dense from_h, from_x, out;
    param step; /* [NAMES_TAGS][NAMES_STRIDE] */
    float *m, *dm, *y, *dy, *dx;
    size_t cap_m, cap_dm, cap_y, cap_dy, cap_dx;
    uint8_t *mask;
    size_t cap_mask;
    float top; /* largest number of the middle layer */
} network;

/* Every sentence of every document. */
static bank_sent *all_sentences(names_trainer *t, uint32_t *n)
{
    *n = 0;
    for (uint32_t d = 0; d < t->articles.n; d++) *n += t->articles.at[d].doc.sents.n - 1;
    bank_sent *out = mat_alloc(*n, sizeof *out), *s = out;
    for (uint32_t d = 0; d < t->articles.n; d++) {
        const names_article *a = &t->articles.at[d];
        for (uint32_t i = 1; i < a->doc.sents.n; i++) {
            const att_sent *from = &a->doc.sents.at[i];
            *s = (bank_sent){att_new(&t->keep, bank_word, from->tok_end - from->tok_beg + 1), from->tok_end - from->tok_beg};
            if (s->n == 0 || s->n > 400) continue;
            for (uint32_t k = 0; k < s->n; k++) {
                const att_tok *tok = &a->doc.toks.at[from->tok_beg + k];
                s->w[k] = (bank_word){.form = tok->form, .lower = tok->lower, .tag = a->gold[from->tok_beg + k], .flags = att_names_flags(&a->lattice.word[from->tok_beg + k])};
            }
            for (uint32_t g = 0; g < a->lattice.segments.n; g++) {
                att_names_segment x = a->lattice.segments.at[g];
                for (uint32_t k = x.beg; k < x.end && x.beg >= from->tok_beg && x.beg < from->tok_end; k++)
                    s->w[k - from->tok_beg].flags |= INSIDE | (k == x.beg ? FIRST : 0);
            }
            s++;
        }
    }
    *n = (uint32_t)(s - out);
    return out;
}

/* The gradient of all stretches of a batch into dy. */
static double chains(network *w, const batch *b, names_trainer *t, float *dy)
{
    att_names_steps step, g = {{{0}}};
    memcpy(&step, w->step.v, sizeof step);
    double loss = 0;
    for (uint32_t s = 0; s < b->y.n_sents; s++)
        for (uint32_t beg = 0, end; beg < b->y.len[s]; beg = end) {
            end = beg + 1;
            if (!(b->sent[s].w[beg].flags & INSIDE)) continue;
            while (end < b->y.len[s] && (b->sent[s].w[end].flags & INSIDE) && !(b->sent[s].w[end].flags & FIRST)) end++;
            att_mark mark = att_arena_mark(&t->scratch);
            uint32_t n = end - beg;
            float(*score)[NAMES_STRIDE] = (void *)att_new(&t->scratch, float, (size_t)n * NAMES_STRIDE);
            float(*grad)[NAMES_STRIDE] = (void *)att_new(&t->scratch, float, (size_t)n * NAMES_STRIDE);
            uint8_t *gold = att_new(&t->scratch, uint8_t, n);
            for (uint32_t k = 0; k < n; k++) {
                memcpy(score[k], w->y + (size_t)(b->y.off[beg + k] + s) * OUT, sizeof score[k]);
                gold[k] = (uint8_t)b->sent[s].w[beg + k].tag;
            }
            loss += names_chain(&step, n, (void *)score, gold, grad, &g, &t->scratch);
            for (uint32_t k = 0; k < n; k++)
                for (uint32_t c = 0; c < NAMES_TAGS; c++) dy[(size_t)(b->y.off[beg + k] + s) * OUT + c] = grad[k][c] / 32;
            att_arena_rewind(&t->scratch, mark);
        }
    for (uint32_t a = 0; a < NAMES_TAGS; a++)
        for (uint32_t c = 0; c < NAMES_TAGS; c++)
            if (step.at[a][c] > NAMES_NEVER) w->step.g[a * NAMES_STRIDE + c] += g.at[a][c] / 32;
    return loss;
}

static double run(network *w, const batch *b, names_trainer *t, mat_rng *r)
{
    uint32_t T = b->y.n_rows;
    float *dh, *h = encoder_forward(&w->enc, b, NULL, r, &dh);
    float *m = room(&w->m, &w->cap_m, (size_t)T * MIDDLE, 0), *y = room(&w->y, &w->cap_y, (size_t)T * OUT, 0);
    dense_forward(&w->from_h, h, T, m, 0);
    dense_forward(&w->from_x, w->enc.x, T, m, 1);
    leaky(m, (size_t)T * MIDDLE);
    if (!r) {
        for (size_t i = 0; i < (size_t)T * MIDDLE; i++) w->top = fmaxf(w->top, fabsf(m[i]));
        return 0;
    }
    if (w->cap_mask < (size_t)T * MIDDLE) {
        free(w->mask);
        w->mask = mat_alloc(w->cap_mask = (size_t)T * MIDDLE, 1);
    }
    dropout(m, w->mask, (size_t)T * MIDDLE, SHAPE.drop_mid, r);
    dense_forward(&w->out, m, T, y, 0);
    float *dy = room(&w->dy, &w->cap_dy, (size_t)T * OUT, 1);
    double loss = chains(w, b, t, dy);
    float *dm = room(&w->dm, &w->cap_dm, (size_t)T * MIDDLE, 1), *dx = room(&w->dx, &w->cap_dx, (size_t)T * w->enc.in, 1);
    dense_backward(&w->out, m, dy, T, dm, 1);
    dropout_back(dm, w->mask, (size_t)T * MIDDLE, SHAPE.drop_mid);
    leaky_back(dm, m, (size_t)T * MIDDLE);
    dense_backward(&w->from_h, h, dm, T, dh, 1);
    dense_backward(&w->from_x, w->enc.x, dm, T, dx, 0);
    encoder_backward(&w->enc, b, NULL, dx);
    return loss;
}

static uint32_t params_of(network *w, param **out)
{
    uint32_t n = encoder_params(&w->enc, out);
    n += dense_params(&w->from_h, out + n);
    out[n++] = &w->from_x.w;
    n += dense_params(&w->out, out + n);
    out[n++] = &w->step;
    return n;
}

static uint32_t take(const bank_sent *s, uint32_t n)
{
    uint32_t k = 0, words = 0;
    while (k < n && words < BATCH_WORDS) words += s[k++].n;
    return k;
}

static void fit(network *w, names_trainer *t, const vocabulary *v, bank_sent *s, uint32_t n, mat_rng *r)
{
    param *ps[MAX_PARAMS];
    uint32_t np = params_of(w, ps);
    uint64_t words = 0, done = 0;
    adam a = {RATE, 0.9f, 0.99f, 1e-6f, 0};
    batch b = {0};
    for (uint32_t i = 0; i < n; i++) words += s[i].n;
    for (int e = 0; e < EPOCHS; e++) {
        double loss = 0;
        for (uint32_t i = n; i-- > 1;) {
            uint32_t j = rng_below(r, i + 1);
            bank_sent x = s[i];
            s[i] = s[j];
            s[j] = x;
        }
        for (uint32_t i = 0, k; i < n; i += k) {
            k = take(s + i, n - i);
            a.lr = RATE * (1 - (float)done / (float)(words * EPOCHS)) + 1e-5f;
            batch_fill(&b, v, SUB_ROWS, s + i, k, r);
            loss += run(w, &b, t, r);
            adam_step(&a, ps, np, 5);
            done += b.y.n_rows;
        }
        fprintf(stderr, "network: epoch %d of %d, loss %.4f\n", e + 1, EPOCHS, loss / (double)words);
    }
    for (uint32_t i = 0, k; i < n; i += 10 * k) {
        k = take(s + i, n - i);
        batch_fill(&b, v, SUB_ROWS, s + i, k, NULL);
        run(w, &b, t, NULL);
    }
}

names_net names_learn_net(names_trainer *t)
{
    float unit;
    mat_rng r = {t->seed};
    vocabulary v = vocabulary_of(t->engine->model, HIDDEN_WORDS, &unit);
    network w = {.enc = encoder_new(SHAPE, &v, NULL, &r)};
    w.from_h = dense_new(ENCODER_OUT(&w.enc), MIDDLE, &r);
    w.from_x = dense_new(w.enc.in, MIDDLE, &r);
    w.out = dense_new(MIDDLE, OUT, &r);
    w.step = param_new(NAMES_TAGS, NAMES_STRIDE, 0, &r);
    names_net net;
    names_no_steps(&net.step);
    memcpy(w.step.v, &net.step, sizeof net.step);
    uint32_t n;
    bank_sent *s = all_sentences(t, &n);
    fit(&w, t, &v, s, n, &r);
    sections *f = mat_alloc(1, sizeof *f);
    sections_encoder(f, "name", &w.enc, unit);
    sections_dense(f, "name", "h", &w.from_h, ATT_UNIT_H, 1);
    sections_dense(f, "name", "x", &w.from_x, 1 / unit, 0);
    sections_dense(f, "name", "out", &w.out, 2047 / (w.top + 1e-6f), 1);
    net.bytes = sections_finish(f, &net.len);
    memcpy(&net.step, w.step.v, sizeof net.step);
    free(f), free(s);
    return net;
}
