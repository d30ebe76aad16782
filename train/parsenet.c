#include "parsenet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nlp/parser_tree.h"

enum { A, DA, B, DB, LD, DLD, LH, DLH, M, DM, Y, DY, S, DS, BT };

parsenet parsenet_new(encoder_shape s, uint32_t arc, uint32_t lab, const vocabulary *v, const bank_lists *l, mat_rng *r)
{
    parsenet p = {.enc = encoder_new(s, v, l, r), .arc = arc, .lab = lab};
    uint32_t h2 = ENCODER_OUT(&p.enc);
    p.dep = dense_new(h2, arc, r);
    p.head = dense_new(h2, arc, r);
    p.root = param_new(1, arc, 0.3f, r);
    p.far = param_new(ATT_UPOS_COUNT, ATT_FAR_CLASSES, 0, r);
    p.lab_dep = dense_new(h2, lab, r);
    p.lab_head = dense_new(h2, lab, r);
    p.lab_root = param_new(1, lab, 0.3f, r);
    p.lab_out = dense_new(lab, (ATT_DEPREL_COUNT + 15) / 16 * 16, r);
    return p;
}

uint32_t parsenet_params(parsenet *p, param **out)
{
    uint32_t n = encoder_params(&p->enc, out);
    n += dense_params(&p->dep, out + n);
    n += dense_params(&p->head, out + n);
    out[n++] = &p->root;
    out[n++] = &p->far;
    n += dense_params(&p->lab_dep, out + n);
    out[n++] = &p->lab_head.w;
    out[n++] = &p->lab_root;
    return n + dense_params(&p->lab_out, out + n);
}

static uint32_t row_of(const batch *b, uint32_t s, uint32_t t) { return b->y.off[t] + s; }
static uint32_t pad(uint32_t n) { return (n + 15) / 16 * 16; }

/* Scores of sentence s into p->s: n x pad(n + 1). The head vectors, root first, are left transposed in p->bt (arc x pad). */
static void arc_scores(parsenet *p, const batch *b, const bank_lists *l, uint32_t s)
{
    uint32_t n = b->y.len[s], w = pad(n + 1), arc = p->arc;
    room(&p->s, &p->cap[S], (size_t)n * w, 1);
    room(&p->bt, &p->cap[BT], (size_t)arc * w, 1);
    for (uint32_t h = 0; h <= n; h++) {
        const float *v = h ? p->b + (size_t)row_of(b, s, h - 1) * arc : p->root.v;
        for (uint32_t k = 0; k < arc; k++) p->bt[(size_t)k * w + h] = v[k];
    }
    for (uint32_t d = 1; d <= n; d++) {
        uint32_t row = row_of(b, s, d - 1);
        const float *far = p->far.v + l->tags.at[b->word[row]->guess].upos * ATT_FAR_CLASSES;
        float *out = p->s + (size_t)(d - 1) * w;
        for (uint32_t h = 0; h <= n; h++) out[h] = far[att_far_class(d, h)];
        gemm(out, w, p->a + (size_t)row * arc, 0, 1, p->bt, w, 1, w, arc, 1);
    }
}

static double arc_learn(parsenet *p, const batch *b, const bank_lists *l, uint32_t s, float scale)
{
    uint32_t n = b->y.len[s], w = pad(n + 1), arc = p->arc;
    double loss = 0;
    for (uint32_t d = 1; d <= n; d++) {
        uint32_t row = row_of(b, s, d - 1), gold = b->word[row]->head;
        float *y = p->s + (size_t)(d - 1) * w, top = -1e30f, sum = 0;
        y[d] = -1e30f;
        for (uint32_t h = 0; h <= n; h++) top = y[h] > top ? y[h] : top;
        for (uint32_t h = 0; h <= n; h++) sum += y[h] = expf(y[h] - top);
        loss -= log((double)(y[gold] / sum) + 1e-12);
        float *far = p->far.g + l->tags.at[b->word[row]->guess].upos * ATT_FAR_CLASSES;
        const float *a = p->a + (size_t)row * arc;
        float *da = p->da + (size_t)row * arc;
        for (uint32_t h = 0; h <= n; h++) {
            float g = (y[h] / sum - (h == gold)) * scale;
            if (h == d || (g < 1e-7f && g > -1e-7f)) continue;
            far[att_far_class(d, h)] += g;
            const float *v = h ? p->b + (size_t)row_of(b, s, h - 1) * arc : p->root.v;
            float *dv = h ? p->db + (size_t)row_of(b, s, h - 1) * arc : p->root.g;
            for (uint32_t k = 0; k < arc; k++) da[k] += g * v[k], dv[k] += g * a[k];
        }
    }
    return loss;
}

/* p->m: the label layer of every row under the given heads (rows of p->lh, or the root). */
static void label_middle(parsenet *p, const batch *b, const uint16_t *head)
{
    for (uint32_t s = 0; s < b->y.n_sents; s++)
        for (uint32_t t = 0; t < b->y.len[s]; t++) {
            uint32_t row = row_of(b, s, t), h = head[row];
            const float *v = h ? p->lh + (size_t)row_of(b, s, h - 1) * p->lab : p->lab_root.v;
            const float *d = p->ld + (size_t)row * p->lab;
            float *m = p->m + (size_t)row * p->lab;
            for (uint32_t k = 0; k < p->lab; k++) m[k] = d[k] + v[k];
        }
    leaky(p->m, (size_t)b->y.n_rows * p->lab);
}

static void label_back(parsenet *p, const batch *b, const uint16_t *head)
{
    leaky_back(p->dm, p->m, (size_t)b->y.n_rows * p->lab);
    for (uint32_t s = 0; s < b->y.n_sents; s++)
        for (uint32_t t = 0; t < b->y.len[s]; t++) {
            uint32_t row = row_of(b, s, t), h = head[row];
            float *v = h ? p->dlh + (size_t)row_of(b, s, h - 1) * p->lab : p->lab_root.g;
            const float *m = p->dm + (size_t)row * p->lab;
            for (uint32_t k = 0; k < p->lab; k++) v[k] += m[k];
        }
    memcpy(p->dld, p->dm, (size_t)b->y.n_rows * p->lab * sizeof(float));
}

static double label_loss(const batch *b, float *y, uint32_t width, float scale)
{
    double loss = 0;
    for (uint32_t i = 0; i < b->y.n_rows; i++) {
        float *v = y + (size_t)i * width, top = -1e30f, sum = 0;
        uint32_t gold = b->word[i]->deprel;
        for (uint32_t k = 0; k < width; k++) top = v[k] > top ? v[k] : top;
        for (uint32_t k = 0; k < width; k++) sum += v[k] = expf(v[k] - top);
        loss -= log((double)(v[gold] / sum) + 1e-12);
        for (uint32_t k = 0; k < width; k++) v[k] = (v[k] / sum - (k == gold)) * scale;
    }
    return loss;
}

/* Best tree of sentence s over a table of n rows with leading dimension w. */
static void best_tree(const batch *b, uint32_t s, const float *scores, uint32_t w, uint16_t *head)
{
    uint32_t n = b->y.len[s];
    float *table = mat_alloc((size_t)(n + 1) * (n + 1), sizeof(float));
    uint32_t *work = mat_alloc(att_tree_room(n), sizeof(uint32_t)), *out = mat_alloc(n + 1, sizeof(uint32_t));
    for (uint32_t d = 1; d <= n; d++) memcpy(table + (size_t)d * (n + 1), scores + (size_t)(d - 1) * w, (n + 1) * sizeof(float));
    att_tree_best(table, n, out, work);
    for (uint32_t d = 1; d <= n; d++) head[row_of(b, s, d - 1)] = (uint16_t)out[d];
    free(table), free(work), free(out);
}

static void decode(parsenet *p, const batch *b, const bank_lists *l, uint16_t *head)
{
    for (uint32_t s = 0; s < b->y.n_sents; s++) {
        arc_scores(p, b, l, s);
        best_tree(b, s, p->s, pad(b->y.len[s] + 1), head);
    }
}

static void name_arcs(const float *y, uint32_t width, const batch *b, const uint16_t *head, uint8_t *deprel)
{
    for (uint32_t i = 0; i < b->y.n_rows; i++) {
        const float *v = y + (size_t)i * width;
        uint32_t best = ATT_DEP_ACL;
        for (uint32_t k = ATT_DEP_ACL; k < ATT_DEPREL_COUNT; k++)
            if (v[k] > v[best]) best = k;
        deprel[i] = head[i] ? (uint8_t)best : ATT_DEP_ROOT;
    }
}

/* Everything up to the vectors of arcs and labels. */
static float *forward(parsenet *p, const batch *b, const bank_lists *l, mat_rng *learning, float **dh)
{
    uint32_t T = b->y.n_rows, L = p->lab;
    float *h = encoder_forward(&p->enc, b, l, learning, dh);
    dense_forward(&p->dep, h, T, room(&p->a, &p->cap[A], (size_t)T * p->arc, 0), 0);
    dense_forward(&p->head, h, T, room(&p->b, &p->cap[B], (size_t)T * p->arc, 0), 0);
    leaky(p->a, (size_t)T * p->arc);
    leaky(p->b, (size_t)T * p->arc);
    dense_forward(&p->lab_dep, h, T, room(&p->ld, &p->cap[LD], (size_t)T * L, 0), 0);
    dense_forward(&p->lab_head, h, T, room(&p->lh, &p->cap[LH], (size_t)T * L, 1), 1);
    room(&p->m, &p->cap[M], (size_t)T * L, 0);
    room(&p->y, &p->cap[Y], (size_t)T * p->lab_out.out, 0);
    return h;
}

static void predict(parsenet *p, const batch *b, const bank_lists *l, uint16_t *head, uint8_t *deprel)
{
    forward(p, b, l, NULL, NULL);
    decode(p, b, l, head);
    label_middle(p, b, head);
    dense_forward(&p->lab_out, p->m, b->y.n_rows, p->y, 0);
    name_arcs(p->y, p->lab_out.out, b, head, deprel);
}

static void learn_arcs_back(parsenet *p, uint32_t T, const float *h, float *dh)
{
    dropout_back(p->da, p->mask[0], (size_t)T * p->arc, p->enc.shape.drop_mid);
    dropout_back(p->db, p->mask[1], (size_t)T * p->arc, p->enc.shape.drop_mid);
    leaky_back(p->da, p->a, (size_t)T * p->arc);
    leaky_back(p->db, p->b, (size_t)T * p->arc);
    dense_backward(&p->dep, h, p->da, T, dh, 1);
    dense_backward(&p->head, h, p->db, T, dh, 1);
}

static double learn_labels(parsenet *p, const batch *b, const float *h, float *dh, float scale)
{
    uint32_t T = b->y.n_rows;
    uint16_t *gold = mat_alloc(T, sizeof *gold);
    for (uint32_t i = 0; i < T; i++) gold[i] = b->word[i]->head;
    label_middle(p, b, gold);
    dense_forward(&p->lab_out, p->m, T, p->y, 0);
    double loss = label_loss(b, p->y, p->lab_out.out, scale);
    dense_backward(&p->lab_out, p->m, p->y, T, p->dm, 1);
    label_back(p, b, gold);
    free(gold);
    dense_backward(&p->lab_dep, h, p->dld, T, dh, 1);
    dense_backward(&p->lab_head, h, p->dlh, T, dh, 0);
    return loss;
}

double parsenet_run(parsenet *p, const batch *b, const bank_lists *l, mat_rng *learning, uint16_t *head, uint8_t *deprel)
{
    if (!learning) {
        predict(p, b, l, head, deprel);
        return 0;
    }
    uint32_t T = b->y.n_rows, L = p->lab;
    float *dh, *h = forward(p, b, l, learning, &dh), scale = 1.0f / 32;
    double loss = 0;
    room(&p->da, &p->cap[DA], (size_t)T * p->arc, 1);
    room(&p->db, &p->cap[DB], (size_t)T * p->arc, 1);
    room(&p->dld, &p->cap[DLD], (size_t)T * L, 1);
    room(&p->dlh, &p->cap[DLH], (size_t)T * L, 1);
    room(&p->dm, &p->cap[DM], (size_t)T * L, 1);
    if (p->cap_mask < (size_t)T * p->arc) {
        p->cap_mask = (size_t)T * p->arc;
        for (int i = 0; i < 2; i++) free(p->mask[i]), p->mask[i] = mat_alloc(p->cap_mask, 1);
    }
    dropout(p->a, p->mask[0], (size_t)T * p->arc, p->enc.shape.drop_mid, learning);
    dropout(p->b, p->mask[1], (size_t)T * p->arc, p->enc.shape.drop_mid, learning);
    for (uint32_t s = 0; s < b->y.n_sents; s++) {
        arc_scores(p, b, l, s);
        loss += arc_learn(p, b, l, s, scale);
    }
    loss += learn_labels(p, b, h, dh, scale);
    learn_arcs_back(p, T, h, dh);
    encoder_backward(&p->enc, b, l, NULL);
    return loss;
}
