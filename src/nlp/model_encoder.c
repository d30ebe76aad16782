#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "no-trapping-math")
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif
#include "nlp/model_encoder.h"

#include "nlp/features.h"

static void add_row(int16_t *x, const att_table *t, uint32_t row)
{
    const int8_t *v = t->v + (size_t)row * t->cols;
    for (uint32_t i = 0; i < t->cols; i++) x[i] = (int16_t)(x[i] + v[i]);
}

/* A tag that the model does not know (a caller may set any) counts as the first, which is "none". */
static uint32_t within(const att_table *t, uint32_t row) { return row < t->rows ? row : 0; }

static void embed(const att_model *m, const att_encoder *e, const att_tok *tok, int16_t *x)
{
    att_word_features f;
    att_word_features_of(tok->form, tok->lower, &f);
    add_row(x, &e->word, att_model_word(m, f.word));
    x += e->word.cols;
    for (uint32_t k = 0; k < ATT_SUB_FEATURES; k++) add_row(x, &e->sub, f.sub[k] & (e->sub.rows - 1));
    if (!e->upos.v) return;
    x += e->sub.cols;
    add_row(x, &e->upos, within(&e->upos, tok->upos));
    add_row(x, &e->xpos, within(&e->xpos, tok->xpos));
    add_row(x, &e->feats, within(&e->feats, tok->feats));
}

static void run_layer(const att_model *m, const att_layer *l, const int16_t *x, uint32_t n, int32_t *zx, int16_t *out)
{
    uint32_t H = l->hidden;
    int32_t zh[3 * ATT_MAX_WIDTH];
    float c[ATT_MAX_WIDTH];
    for (uint32_t d = 0; d < 2; d++) {
        m->kernel.multiply(zx, x, l->x[d].in, l->x[d].w, n, l->x[d].in, 3 * H);
        memset(zh, 0, 3 * H * sizeof *zh);
        memset(c, 0, H * sizeof *c);
        for (uint32_t k = 0; k < n; k++) {
            uint32_t t = d ? n - 1 - k : k;
            int16_t *h = out + (size_t)t * 2 * H + d * H;
            if (k) m->kernel.multiply(zh, d ? h + 2 * H : h - 2 * H, H, l->h[d].w, 1, H, 3 * H);
            m->kernel.cell(zx + (size_t)t * 3 * H, zh, l->x[d].bias, l->x[d].unit, l->h[d].unit, c, h, H);
        }
    }
}

const int16_t *att_encode(const att_model *m, const att_encoder *e, const att_doc *doc, uint32_t beg, uint32_t end,
                          const int16_t **input)
{
    uint32_t n = end - beg;
    int16_t *x = att_new(doc->scratch, int16_t, (size_t)n * e->in);
    int32_t *zx = att_new(doc->scratch, int32_t, (size_t)n * 3 * e->hidden);
    for (uint32_t i = 0; i < n; i++) embed(m, e, &doc->toks.at[beg + i], x + (size_t)i * e->in);
    if (input) *input = x;
    for (uint32_t i = 0; i < e->layers; i++) {
        int16_t *out = att_new(doc->scratch, int16_t, (size_t)n * 2 * e->hidden);
        run_layer(m, &e->layer[i], x, n, zx, out);
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
