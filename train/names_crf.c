/* names_crf.c: the hashed features of a conditional random field, learned by AdaGrad (Duchi et al. 2011) with L2, dropout of features and
 * averaged weights. */
#include <math.h>
#include <stdlib.h>

#include "names_train.h"

enum { FOLDS = 4, VOICES = 3, EPOCHS = 10, FOLD_EPOCHS = 5 };
#define RATE 0.1f
#define L2 1e-5f
#define DROP 0.4
#define HIDE 0.2 /* how often all that comes from tags and tree is hidden: on the treebank itself they are better than elsewhere */
#define CALM 1.0f /* squares of gradients that every weight begins with: rare features take small steps */

typedef struct {
    uint32_t n;
    const uint32_t **lists; /* two per word: base, more; either may be NULL */
    const uint8_t *gold;
} sample;

static void scores_of(const names_learner *l, const uint32_t *list, float s[NAMES_STRIDE])
{
    for (uint32_t i = 1; list && i <= list[0]; i++)
        for (uint32_t c = 0; c < NAMES_STRIDE; c++) s[c] += l->w[(size_t)list[i] * NAMES_STRIDE + c];
}

static void learn_list(names_learner *l, const uint32_t *list, const float grad[NAMES_STRIDE])
{
    for (uint32_t i = 1; list && i <= list[0]; i++)
        for (uint32_t c = 0; c < NAMES_TAGS; c++) {
            size_t k = (size_t)list[i] * NAMES_STRIDE + c;
            float g = grad[c] + L2 * l->w[k];
            l->g[k] += g * g;
            l->w[k] -= RATE * g / sqrtf(CALM + l->g[k]);
        }
}

/* One step of the gradient on a stretch. */
static void learn(names_learner *l, const sample *x, att_arena *scratch)
{
    att_mark mark = att_arena_mark(scratch);
    float(*s)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)x->n * NAMES_STRIDE);
    float(*grad)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)x->n * NAMES_STRIDE);
    att_names_steps g = {{{0}}};
    for (uint32_t i = 0; i < x->n; i++) scores_of(l, x->lists[2 * i], s[i]), scores_of(l, x->lists[2 * i + 1], s[i]);
    names_chain(&l->step, x->n, (void *)s, x->gold, grad, &g, scratch);
    for (uint32_t i = 0; i < x->n; i++) {
        learn_list(l, x->lists[2 * i], grad[i]);
        learn_list(l, x->lists[2 * i + 1], grad[i]);
    }
    for (uint32_t a = 0; a < NAMES_TAGS; a++)
        for (uint32_t b = 0; b < NAMES_TAGS; b++) {
            if (l->step.at[a][b] <= NAMES_NEVER) continue;
            l->step_g.at[a][b] += g.at[a][b] * g.at[a][b];
            l->step.at[a][b] -= RATE * g.at[a][b] / sqrtf(CALM + l->step_g.at[a][b]);
        }
    att_arena_rewind(scratch, mark);
}

static const uint32_t *thinned(names_trainer *t, const uint32_t *list)
{
    if (!list) return NULL;
    uint32_t *out = att_new(&t->scratch, uint32_t, list[0] + 1);
    bool hide = list[0] > NAMES_TREE_FEATURES && names_coin(t) < HIDE;
    for (uint32_t i = hide ? NAMES_TREE_FEATURES + 1 : 1; i <= list[0]; i++)
        if (names_coin(t) >= DROP) out[++out[0]] = list[i];
    return out;
}

/* fold: documents of this fold are left out; FOLDS = none. */
static void train(names_trainer *t, names_learner *l, uint32_t fold, uint32_t epochs)
{
    memset(l->w, 0, NAMES_SIZE * sizeof *l->w), memset(l->g, 0, NAMES_SIZE * sizeof *l->g), memset(l->sum, 0, NAMES_SIZE * sizeof *l->sum);
    l->step_g = l->step_sum = (att_names_steps){{{0}}};
    names_no_steps(&l->step);
    for (uint32_t e = 0; e < epochs; e++) {
        for (uint32_t i = t->stretches.n; i-- > 1;) {
            uint32_t j = (uint32_t)(names_coin(t) * (i + 1));
            names_stretch x = t->stretches.at[i];
            t->stretches.at[i] = t->stretches.at[j];
            t->stretches.at[j] = x;
        }
        for (uint32_t i = 0; i < t->stretches.n; i++) {
            const names_stretch *x = &t->stretches.at[i];
            const names_article *a = &t->articles.at[x->doc];
            if (x->doc % FOLDS == fold) continue;
            att_mark mark = att_arena_mark(&t->scratch);
            uint32_t n = x->at.end - x->at.beg;
            bool show = fold == FOLDS && names_coin(t) < 0.5;
            sample s = {n, att_new(&t->scratch, const uint32_t *, 2 * n), a->gold + x->at.beg};
            for (uint32_t k = 0; k < n; k++) {
                s.lists[2 * k] = thinned(t, a->base[x->at.beg + k]);
                s.lists[2 * k + 1] = show ? thinned(t, a->more[x->at.beg + k]) : NULL;
            }
            learn(l, &s, &t->scratch);
            att_arena_rewind(&t->scratch, mark);
        }
        if (e < epochs / 2) continue;
        for (size_t k = 0; k < NAMES_SIZE; k++) l->sum[k] += l->w[k] / (float)(epochs - epochs / 2);
        for (uint32_t a = 0; a < NAMES_TAGS; a++)
            for (uint32_t b = 0; b < NAMES_STRIDE; b++) l->step_sum.at[a][b] += l->step.at[a][b] / (float)(epochs - epochs / 2);
    }
    memcpy(l->w, l->sum, NAMES_SIZE * sizeof *l->w);
    l->step = l->step_sum;
}

/* The mean of some runs, each with its own order and dropout: steadier than one. */
static void train_all(names_trainer *t, names_learner *l)
{
    float *mean = calloc(NAMES_SIZE, sizeof *mean);
    att_names_steps step = {{{0}}};
    for (uint32_t v = 0; v < VOICES; v++) {
        train(t, l, FOLDS, EPOCHS);
        for (size_t k = 0; k < NAMES_SIZE; k++) mean[k] += l->w[k] / VOICES;
        for (uint32_t a = 0; a < NAMES_TAGS; a++)
            for (uint32_t b = 0; b < NAMES_STRIDE; b++) step.at[a][b] += l->step.at[a][b] / VOICES;
    }
    memcpy(l->w, mean, NAMES_SIZE * sizeof *mean);
    l->step = step;
    free(mean);
}

/* Tags of the documents of a fold by a model that has not seen them, and what the second pass is told by them. */
static void tell(names_trainer *t, const names_learner *l, uint32_t fold)
{
    for (uint32_t d = fold; d < t->articles.n; d += FOLDS) {
        names_article *a = &t->articles.at[d];
        for (uint32_t i = 0; i < a->lattice.segments.n; i++) {
            att_names_segment g = a->lattice.segments.at[i];
            att_mark mark = att_arena_mark(&t->scratch);
            float *s = att_new(&t->scratch, float, (size_t)(g.end - g.beg) * NAMES_STRIDE);
            uint8_t *from = att_new(&t->scratch, uint8_t, (size_t)(g.end - g.beg) * NAMES_STRIDE);
            for (uint32_t k = g.beg; k < g.end; k++) scores_of(l, a->base[k], s + (size_t)(k - g.beg) * NAMES_STRIDE);
            att_names_decode(&l->step, s, (void *)from, g.end - g.beg, a->told + g.beg);
            att_arena_rewind(&t->scratch, mark);
        }
        att_names_lattice_tell(&a->lattice, a->told);
        for (uint32_t i = 0; i < a->lattice.segments.n; i++)
            for (uint32_t k = a->lattice.segments.at[i].beg; k < a->lattice.segments.at[i].end; k++) {
                uint32_t f[NAMES_MAX_FEATURES], n = att_names_features_told(&a->lattice, k, f);
                a->more[k] = att_new(&t->keep, uint32_t, n + 1);
                a->more[k][0] = n;
                memcpy(a->more[k] + 1, f, n * sizeof *f);
            }
    }
}

void names_learn_crf(names_trainer *t, names_learner *l)
{
    for (uint32_t f = 0; f < FOLDS; f++) {
        train(t, l, f, FOLD_EPOCHS);
        tell(t, l, f);
    }
    train_all(t, l);
}
