#include "encoder.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_OWN = 60000 };

static void count_words(vocabulary *v, const bank *b)
{
    wordmap counts = {0};
    for (uint32_t pass = 0; pass < 2; pass++)
        for (uint32_t i = 0; i < b->sents.n; i++)
            for (uint32_t j = 0; j < b->sents.at[i].n; j++) {
                att_word_features f;
                att_word_features_of(b->sents.at[i].w[j].form, b->sents.at[i].w[j].lower, &f);
                if (pass == 0) {
                    ++*wordmap_put(&counts, f.word);
                } else if (wordmap_get(&counts, f.word) >= 2 && v->n < MAX_OWN) {
                    uint32_t *row = wordmap_put(&v->map, f.word);
                    if (!*row) *row = v->n++;
                    v->freq[*row]++;
                }
            }
    free(counts.key), free(counts.val);
    v->own = v->n;
}

/* The vectors, commonest first, of the words that have a row or get one; brought to a root mean square of 0.3. */
static void read_vectors(vocabulary *v, FILE *f, uint32_t max_rows)
{
    double sum2 = 0;
    uint64_t hash, n = 0;
    float x[WORD_DIM];
    while (fread(&hash, 8, 1, f) == 1 && fread(x, sizeof(float), WORD_DIM, f) == WORD_DIM) {
        if (v->n >= max_rows && !wordmap_get(&v->map, hash)) continue;
        uint32_t *row = wordmap_put(&v->map, hash);
        if (!*row) *row = v->n++;
        memcpy(v->fixed + (size_t)*row * WORD_DIM, x, sizeof x);
        for (int i = 0; i < WORD_DIM; i++) sum2 += x[i] * x[i];
        n++;
    }
    float scale = 0.3f / (float)sqrt(sum2 / (double)n / WORD_DIM);
    for (size_t i = 0; i < (size_t)v->n * WORD_DIM; i++) v->fixed[i] = fminf(fmaxf(v->fixed[i] * scale, -1), 1);
}

vocabulary vocabulary_make(const char *path, const bank *b, uint32_t max_rows)
{
    vocabulary v = {.n = 1};
    v.freq = mat_alloc(max_rows + MAX_OWN, sizeof *v.freq);
    v.fixed = mat_alloc((size_t)(max_rows + MAX_OWN) * WORD_DIM, sizeof(float));
    count_words(&v, b);
    FILE *f = path ? fopen(path, "rb") : NULL;
    char magic[8];
    uint32_t head[2];
    if (f && fread(magic, 1, 8, f) == 8 && fread(head, 4, 2, f) == 2 && head[1] == WORD_DIM) {
        read_vectors(&v, f, max_rows);
    } else if (path) {
        fprintf(stderr, "%s: no word vectors\n", path);
        exit(1);
    }
    if (f) fclose(f);
    return v;
}

vocabulary vocabulary_of(const att_model *m, float hide, float *unit)
{
    vocabulary v = {.n = m->vectors.rows, .model = m, .hide = hide};
    if (m->vectors.cols != WORD_DIM) {
        fprintf(stderr, "the language model's vectors have another size\n");
        exit(1);
    }
    *unit = 1 / m->tag_encoder.layer[0].x[0].in_scale;
    v.freq = mat_alloc(v.n, sizeof *v.freq);
    v.fixed = mat_alloc((size_t)v.n * WORD_DIM, sizeof *v.fixed);
    for (size_t i = 0; i < (size_t)v.n * WORD_DIM; i++) v.fixed[i] = (float)m->vectors.v[i] * *unit;
    return v;
}

static int longer_first(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return x[0] != y[0] ? (x[0] < y[0] ? 1 : -1) : (x[1] > y[1]) - (x[1] < y[1]);
}

static void batch_layout(batch *b, const bank_sent *sents, uint32_t n)
{
    uint32_t (*key)[2] = mat_alloc(n, sizeof *key);
    for (uint32_t i = 0; i < n; i++) key[i][0] = sents[i].n, key[i][1] = i;
    qsort(key, n, sizeof *key, longer_first);
    free(b->y.len), free(b->y.off), free(b->order), free((void *)b->sent);
    b->y.n_sents = n;
    b->y.n_steps = key[0][0];
    b->y.len = mat_alloc(n, sizeof(uint32_t));
    b->order = mat_alloc(n, sizeof(uint32_t));
    b->y.off = mat_alloc(b->y.n_steps + 1, sizeof(uint32_t));
    bank_sent *ordered = mat_alloc(n, sizeof *ordered);
    for (uint32_t i = 0; i < n; i++) {
        b->y.len[i] = key[i][0];
        b->order[i] = key[i][1];
        ordered[i] = sents[key[i][1]];
    }
    b->sent = ordered;
    uint32_t active = n;
    for (uint32_t t = 0; t < b->y.n_steps; t++) {
        while (active && b->y.len[active - 1] <= t) active--;
        b->y.off[t + 1] = b->y.off[t] + active;
    }
    b->y.n_rows = b->y.off[b->y.n_steps];
    free(key);
}

void batch_fill(batch *b, const vocabulary *v, uint32_t sub_rows, const bank_sent *sents, uint32_t n, mat_rng *r)
{
    batch_layout(b, sents, n);
    if (b->y.n_rows > b->cap_rows) {
        b->cap_rows = b->y.n_rows;
        free((void *)b->word), free(b->row), free(b->sub), free(b->use_own);
        b->word = mat_alloc(b->cap_rows, sizeof *b->word);
        b->row = mat_alloc(b->cap_rows, sizeof *b->row);
        b->use_own = mat_alloc(b->cap_rows, 1);
        b->sub = mat_alloc((size_t)b->cap_rows * ATT_SUB_FEATURES, sizeof *b->sub);
    }
    for (uint32_t s = 0; s < n; s++)
        for (uint32_t t = 0; t < b->y.len[s]; t++) {
            uint32_t i = b->y.off[t] + s;
            const bank_word *w = &b->sent[s].w[t];
            att_word_features f;
            att_word_features_of(w->form, w->lower, &f);
            b->word[i] = w;
            b->row[i] = v->model ? att_model_word(v->model, f.word) : wordmap_get(&v->map, f.word);
            b->use_own[i] = b->row[i] < v->own;
            for (uint32_t k = 0; k < ATT_SUB_FEATURES; k++) b->sub[i * ATT_SUB_FEATURES + k] = f.sub[k] & (sub_rows - 1);
            if (!r) continue;
            float freq = (float)v->freq[b->row[i]];
            if (rng_unit(r) < 0.25f / (0.25f + freq) * (freq > 0) + v->hide) b->row[i] = 0;
            else if (rng_unit(r) < 0.15f) b->use_own[i] = 0;
        }
}

encoder encoder_new(encoder_shape s, const vocabulary *v, const bank_lists *l, mat_rng *r)
{
    encoder e = {.shape = s, .voc = v, .in = WORD_DIM + s.sub_dim + s.tag_dim + s.flag_dim};
    e.word = param_sparse(v->own, WORD_DIM, 0, r);
    e.sub = param_sparse(s.sub_rows, s.sub_dim, 0.08f, r);
    if (s.tag_dim) {
        e.upos = param_sparse(ATT_UPOS_COUNT, s.tag_dim, 0.15f, r);
        e.xpos = param_sparse(l->xpos.n, s.tag_dim, 0.15f, r);
        e.feats = param_sparse(l->feats.n, s.tag_dim, 0.15f, r);
    }
    if (s.flag_dim) e.flags = param_sparse(s.flag_rows, s.flag_dim, 0.15f, r);
    for (uint32_t i = 0; i < s.layers; i++) e.layer[i] = lstm_new(i ? 2 * s.hidden : e.in, s.hidden, r);
    return e;
}

uint32_t encoder_params(encoder *e, param **out)
{
    uint32_t n = 0;
    out[n++] = &e->word;
    out[n++] = &e->sub;
    if (e->shape.tag_dim) out[n++] = &e->upos, out[n++] = &e->xpos, out[n++] = &e->feats;
    if (e->shape.flag_dim) out[n++] = &e->flags;
    for (uint32_t i = 0; i < e->shape.layers; i++) n += lstm_params(&e->layer[i], out + n);
    return n;
}

static void reserve(encoder *e, uint32_t rows)
{
    if (rows <= e->cap) return;
    e->cap = rows;
    uint32_t out = ENCODER_OUT(e), wide = out > e->in ? out : e->in;
    free(e->x), free(e->dx), free(e->dmid);
    e->x = mat_alloc((size_t)rows * e->in, sizeof(float));
    e->dx = mat_alloc((size_t)rows * wide, sizeof(float));
    e->dmid = mat_alloc((size_t)rows * wide, sizeof(float));
    for (uint32_t i = 0; i <= e->shape.layers; i++) {
        free(e->mask[i]);
        e->mask[i] = mat_alloc((size_t)rows * wide, 1);
    }
}

static void add_row(float *x, const param *p, uint32_t row)
{
    const float *v = p->v + (size_t)row * p->cols;
    for (uint32_t i = 0; i < p->cols; i++) x[i] += v[i];
}

static void add_grad(param *p, uint32_t row, const float *d)
{
    float *g = param_touch(p, row);
    for (uint32_t i = 0; i < p->cols; i++) g[i] += d[i];
}

static void embed(encoder *e, const batch *b, const bank_lists *l)
{
    memset(e->x, 0, (size_t)b->y.n_rows * e->in * sizeof(float));
    for (uint32_t i = 0; i < b->y.n_rows; i++) {
        float *x = e->x + (size_t)i * e->in;
        memcpy(x, e->voc->fixed + (size_t)b->row[i] * WORD_DIM, WORD_DIM * sizeof(float));
        if (b->use_own[i]) add_row(x, &e->word, b->row[i]);
        for (uint32_t k = 0; k < ATT_SUB_FEATURES; k++) add_row(x + WORD_DIM, &e->sub, b->sub[i * ATT_SUB_FEATURES + k]);
        if (e->shape.tag_dim) {
            const bank_tag *t = &l->tags.at[b->word[i]->guess];
            float *xt = x + WORD_DIM + e->shape.sub_dim;
            add_row(xt, &e->upos, t->upos);
            add_row(xt, &e->xpos, t->xpos);
            add_row(xt, &e->feats, t->feats);
        }
        float *xf = x + e->in - e->shape.flag_dim;
        for (uint32_t k = 0; k < e->shape.flag_rows; k++)
            if (b->word[i]->flags >> k & 1) add_row(xf, &e->flags, k);
    }
}

float *encoder_forward(encoder *e, const batch *b, const bank_lists *l, mat_rng *r, float **grad)
{
    reserve(e, b->y.n_rows);
    embed(e, b, l);
    if (r) dropout(e->x, e->mask[0], (size_t)b->y.n_rows * e->in, e->shape.drop_in, r);
    float *x = e->x;
    for (uint32_t i = 0; i < e->shape.layers; i++) {
        lstm_forward(&e->layer[i], &b->y, x);
        x = e->layer[i].out;
        if (r) {
            /* the layer's own output must stay whole for its backward pass: h is not needed there, only c and z */
            dropout(x, e->mask[i + 1], (size_t)b->y.n_rows * ENCODER_OUT(e), e->shape.drop_mid, r);
        }
    }
    if (grad) *grad = e->layer[e->shape.layers - 1].dout;
    return x;
}

void encoder_backward(encoder *e, const batch *b, const bank_lists *l, const float *extra)
{
    uint32_t T = b->y.n_rows, O = ENCODER_OUT(e);
    for (uint32_t i = e->shape.layers; i-- > 0;) {
        dropout_back(e->layer[i].dout, e->mask[i + 1], (size_t)T * O, e->shape.drop_mid);
        lstm_backward(&e->layer[i], &b->y, i ? e->layer[i - 1].out : e->x, i ? e->layer[i - 1].dout : e->dx);
    }
    for (size_t i = 0; extra && i < (size_t)T * e->in; i++) e->dx[i] += extra[i];
    dropout_back(e->dx, e->mask[0], (size_t)T * e->in, e->shape.drop_in);
    for (uint32_t i = 0; i < T; i++) {
        const float *d = e->dx + (size_t)i * e->in;
        if (b->use_own[i]) add_grad(&e->word, b->row[i], d);
        for (uint32_t k = 0; k < ATT_SUB_FEATURES; k++) add_grad(&e->sub, b->sub[i * ATT_SUB_FEATURES + k], d + WORD_DIM);
        if (e->shape.tag_dim) {
            const bank_tag *t = &l->tags.at[b->word[i]->guess];
            const float *dt = d + WORD_DIM + e->shape.sub_dim;
            add_grad(&e->upos, t->upos, dt);
            add_grad(&e->xpos, t->xpos, dt);
            add_grad(&e->feats, t->feats, dt);
        }
        for (uint32_t k = 0; k < e->shape.flag_rows; k++)
            if (b->word[i]->flags >> k & 1) add_grad(&e->flags, k, d + e->in - e->shape.flag_dim);
    }
}
