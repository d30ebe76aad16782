#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "no-trapping-math")
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif
#include "nlp/model_encoder.h"

#include "base/limits.h"
#include "nlp/features.h"

static void add_row(int16_t *x, const att_table *t, uint32_t row)
{
    const int8_t *v = t->v + (size_t)row * t->cols;
    for (uint32_t i = 0; i < t->cols; i++) x[i] = (int16_t)(x[i] + v[i]);
}

/* A tag that the model does not know (a caller may set any) counts as the first, which is "none". */
static uint32_t within(const att_table *t, uint32_t row) { return row < t->rows ? row : 0; }

static void embed(const att_model *m, const att_encoder *e, const att_tok *tok, uint64_t flags, int16_t *x)
{
    att_word_features f;
    att_word_features_of(tok->form, tok->lower, &f);
    uint32_t row = att_model_word(m, f.word);
    add_row(x, &m->vectors, row);
    if (row < e->word.rows) add_row(x, &e->word, row);
    x += e->words;
    for (uint32_t k = 0; k < ATT_SUB_FEATURES; k++) add_row(x, &e->sub, f.sub[k] & (e->sub.rows - 1));
    x += e->sub.cols;
    if (e->upos.v) {
        add_row(x, &e->upos, within(&e->upos, tok->upos));
        add_row(x, &e->xpos, within(&e->xpos, tok->xpos));
        add_row(x, &e->feats, within(&e->feats, tok->feats));
        x += e->upos.cols;
    }
    for (uint32_t i = 0; i < e->flags.rows && i < 64; i++)
        if (flags >> i & 1) add_row(x, &e->flags, i);
}

bool att_group_next(att_group *g, const att_doc *doc)
{
    if (g->sent == 0) g->sent = 1;
    g->runs = 0;
    while (g->sent < doc->sents.n && g->runs < ATT_GROUP_RUNS) {
        const att_sent *s = &doc->sents.at[g->sent];
        uint32_t beg = g->at > s->tok_beg ? g->at : s->tok_beg, end = s->tok_end;
        if (beg >= end) {
            g->sent++;
            continue;
        }
        if (end - beg > ATT_MAX_SENTENCE_TOKENS) end = beg + ATT_MAX_SENTENCE_TOKENS;
        if (g->runs && (beg != g->end || end - g->beg > ATT_GROUP_TOKENS)) break;
        if (!g->runs) g->beg = beg;
        g->run[g->runs++] = beg;
        g->run[g->runs] = g->at = g->end = end;
    }
    return g->runs > 0;
}

/* One direction over all runs in step: at step k the k-th token of each run that is so long, so that the weights are read
 * once for all of them. */
static void run_direction(const att_model *m, const att_layer *l, uint32_t d, const att_group *g, const int32_t *zx, int16_t *out,
                          att_arena *a)
{
    uint32_t H = l->hidden, longest = 0;
    int32_t *zh = att_new(a, int32_t, (size_t)ATT_GROUP_RUNS * 3 * H);
    int16_t *before = att_new(a, int16_t, (size_t)ATT_GROUP_RUNS * H);
    float *c = att_new(a, float, (size_t)ATT_GROUP_RUNS * H);
    for (uint32_t r = 0; r < g->runs; r++) longest = g->run[r + 1] - g->run[r] > longest ? g->run[r + 1] - g->run[r] : longest;
    for (uint32_t k = 0; k < longest; k++) {
        uint32_t n = 0, run[ATT_GROUP_RUNS], at[ATT_GROUP_RUNS];
        for (uint32_t r = 0; r < g->runs; r++) {
            if (k >= g->run[r + 1] - g->run[r]) continue;
            at[n] = (d ? g->run[r + 1] - 1 - k : g->run[r] + k) - g->beg;
            if (k) memcpy(before + (size_t)n * H, out + (size_t)(d ? at[n] + 1 : at[n] - 1) * 2 * H + d * H, H * sizeof *out);
            run[n++] = r;
        }
        if (k) m->kernel.multiply(zh, before, H, l->h[d].w, n, H, 3 * H);
        for (uint32_t i = 0; i < n; i++)
            m->kernel.cell(zx + (size_t)at[i] * 3 * H, zh + (size_t)i * 3 * H, l->x[d].bias, l->x[d].unit, l->h[d].unit,
                           c + (size_t)run[i] * H, out + (size_t)at[i] * 2 * H + d * H, H);
    }
}

const int16_t *att_encode(const att_model *m, const att_encoder *e, const att_doc *doc, const att_group *g, const uint64_t *flags,
                          const int16_t **input)
{
    att_arena *a = doc->scratch;
    uint32_t n = g->end - g->beg;
    int16_t *x = att_new(a, int16_t, (size_t)n * e->in);
    int32_t *zx = att_new(a, int32_t, (size_t)n * 3 * e->hidden);
    for (uint32_t i = 0; i < n; i++) embed(m, e, &doc->toks.at[g->beg + i], flags ? flags[g->beg + i] : 0, x + (size_t)i * e->in);
    if (input) *input = x;
    for (uint32_t i = 0; i < e->layers; i++) {
        const att_layer *l = &e->layer[i];
        int16_t *out = att_new(a, int16_t, (size_t)n * 2 * e->hidden);
        for (uint32_t d = 0; d < 2; d++) {
            m->kernel.multiply(zx, x, l->x[d].in, l->x[d].w, n, l->x[d].in, 3 * l->hidden);
            run_direction(m, l, d, g, zx, out, a);
        }
        x = out;
    }
    return x;
}

void att_apply(const att_model *m, const att_weights *w, const int16_t *x, size_t ldx, uint32_t rows, int32_t *sums, float *y)
{
    m->kernel.multiply(sums, x, ldx, w->w, rows, w->in, w->out);
    for (uint32_t i = 0; i < rows; i++) {
        const int32_t *s = sums + (size_t)i * w->out;
        float *restrict to = y + (size_t)i * w->out;
        if (w->bias)
            for (uint32_t j = 0; j < w->out; j++) to[j] = to[j] + ((float)s[j] * w->unit + w->bias[j]);
        else
            for (uint32_t j = 0; j < w->out; j++) to[j] = to[j] + (float)s[j] * w->unit;
    }
}
