#include "nlp/model_encoder.h"

#include "base/hash.h"
#include "base/limits.h"
#include "nlp/features.h"

enum { FLAG_BITS = 64 };

static const int8_t *row_of(const att_table *t, uint32_t row) { return t->v + (size_t)row * t->cols; }

/* A tag that the model does not know (a caller may set any) counts as the first, which is "none". */
static uint32_t within(const att_table *t, uint32_t row) { return row < t->rows ? row : 0; }

static void embed(const att_model *m, const att_encoder *e, const att_tok *tok, uint64_t flags, int16_t *x)
{
    const int8_t *row[FLAG_BITS];
    att_word_features f;
    att_word_features_of(tok->form, tok->lower, &f);
    uint32_t word = att_model_word(m, f.word), n = 0;
    const int8_t *vector = row_of(&m->vectors, word);
    for (uint32_t i = 0; i < e->words; i += 64) __builtin_prefetch(vector + i); /* the one table that no cache holds: it is added last */
    for (uint32_t k = 0; k < ATT_SUB_FEATURES; k++) row[k] = row_of(&e->sub, f.sub[k] & (e->sub.rows - 1));
    m->kernel.embed(x + e->words, row, ATT_SUB_FEATURES, e->sub.cols);
    row[0] = vector;
    if (word < e->word.rows) row[1] = row_of(&e->word, word);
    m->kernel.embed(x, row, word < e->word.rows ? 2 : 1, e->words);
    x += e->words + e->sub.cols;
    if (e->upos.v) {
        row[0] = row_of(&e->upos, within(&e->upos, tok->upos));
        row[1] = row_of(&e->xpos, within(&e->xpos, tok->xpos));
        row[2] = row_of(&e->feats, within(&e->feats, tok->feats));
        m->kernel.embed(x, row, 3, e->upos.cols);
        x += e->upos.cols;
    }
    for (uint32_t i = 0; i < e->flags.rows && i < FLAG_BITS; i++)
        if (flags >> i & 1) row[n++] = row_of(&e->flags, i);
    if (n) m->kernel.embed(x, row, n, e->flags.cols);
}

/* All that embed reads of two tokens. */
static bool same_input(const att_tok *a, const att_tok *b, bool tags)
{
    if (tags && (a->upos != b->upos || a->xpos != b->xpos || a->feats != b->feats)) return false;
    return att_eq(a->form, b->form) && att_eq(a->lower, b->lower);
}

static uint64_t input_hash(const att_tok *k, bool tags, uint64_t flags)
{
    uint64_t t = tags ? (uint64_t)k->upos << 32 | (uint64_t)k->xpos << 16 | k->feats : 0;
    return att_hash2(att_hash(k->form), att_hash2(t, flags));
}

static uint32_t slots_for(uint32_t n)
{
    uint32_t slots = 64;
    while (slots < 2 * n) slots *= 2;
    return slots;
}

/* A word stands several times in most articles, and "the" in most sentences. */
static att_embedded_words embed_group(const att_model *m, const att_encoder *e, const att_doc *doc, const att_group *g, const uint64_t *flags)
{
    att_arena *a = doc->scratch;
    uint32_t n = g->words, slots = slots_for(n), rows = 0;
    uint32_t *row = att_room(a, uint32_t, n), *slot = att_new(a, uint32_t, slots); /* slot: word of the group + 1 */
    int16_t *x = att_new(a, int16_t, (size_t)n * e->in);
    for (uint32_t i = 0; i < n; i++) {
        const att_tok *k = &doc->toks.at[g->tok[i]];
        uint64_t own = flags ? flags[g->tok[i]] : 0;
        uint32_t at = (uint32_t)input_hash(k, e->upos.v, own) & (slots - 1);
        for (; slot[at]; at = (at + 1) & (slots - 1)) {
            uint32_t other = g->tok[slot[at] - 1];
            if (same_input(k, &doc->toks.at[other], e->upos.v) && (!flags || flags[other] == own)) break;
        }
        if (slot[at]) {
            row[i] = row[slot[at] - 1];
            continue;
        }
        slot[at] = i + 1;
        row[i] = rows;
        embed(m, e, k, own, x + (size_t)rows++ * e->in);
    }
    return (att_embedded_words){x, row, rows};
}

static att_runs cut_runs(const att_doc *doc)
{
    ATT_VEC(att_run) v = {0};
    for (uint32_t s = 1; s < doc->sents.n; s++)
        for (uint32_t beg = doc->sents.at[s].tok_beg, end = doc->sents.at[s].tok_end; beg < end;) {
            uint32_t len = end - beg < ATT_MAX_SENTENCE_TOKENS ? end - beg : ATT_MAX_SENTENCE_TOKENS;
            *att_push(doc->scratch, &v) = (att_run){beg, len, v.n - 1};
            beg += len;
        }
    return (att_runs){v.at, v.n, 0};
}

static bool same_run(const att_doc *doc, const att_run *a, const att_run *b, bool tags, const uint64_t *flags)
{
    if (a->len != b->len) return false;
    for (uint32_t i = 0; i < a->len; i++) {
        if (!same_input(&doc->toks.at[a->first + i], &doc->toks.at[b->first + i], tags)) return false;
        if (flags && flags[a->first + i] != flags[b->first + i]) return false;
    }
    return true;
}

att_runs att_runs_find(const att_doc *doc, bool tags, const uint64_t *flags)
{
    att_runs runs = cut_runs(doc);
    uint32_t slots = slots_for(runs.n), *slot = att_new(doc->scratch, uint32_t, slots); /* run + 1 */
    for (uint32_t r = 0; r < runs.n; r++) {
        att_run *own = &runs.at[r];
        uint64_t h = own->len;
        for (uint32_t i = 0; i < own->len; i++) h = att_hash2(h, input_hash(&doc->toks.at[own->first + i], tags, flags ? flags[own->first + i] : 0));
        uint32_t at = (uint32_t)h & (slots - 1);
        while (slot[at] && !same_run(doc, own, &runs.at[slot[at] - 1], tags, flags)) at = (at + 1) & (slots - 1);
        if (slot[at]) own->same = slot[at] - 1;
        else slot[at] = r + 1;
    }
    return runs;
}

bool att_group_next(att_group *g, att_runs *runs)
{
    g->runs = g->words = 0;
    for (; runs->next < runs->n && g->runs < ATT_GROUP_RUNS; runs->next++) {
        const att_run *r = &runs->at[runs->next];
        if (r->same != runs->next) continue;
        if (g->words + r->len > ATT_GROUP_TOKENS) break;
        g->run[g->runs++] = g->words;
        for (uint32_t i = 0; i < r->len; i++) g->tok[g->words++] = r->first + i;
        g->run[g->runs] = g->words;
    }
    return g->runs > 0;
}

/* One direction over all runs in step: at step k the k-th token of each run that is so long, so that the weights are read
 * once for all of them. row: of zx, for each token; NULL: one after the other. */
static void run_direction(const att_model *m, const att_layer *l, uint32_t d, const att_group *g, const int32_t *zx, const uint32_t *row,
                          int16_t *out, att_arena *a)
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
            at[n] = d ? g->run[r + 1] - 1 - k : g->run[r] + k;
            if (k) memcpy(before + (size_t)n * H, out + (size_t)(d ? at[n] + 1 : at[n] - 1) * 2 * H + d * H, H * sizeof *out);
            run[n++] = r;
        }
        if (k) m->kernel.multiply(zh, before, H, l->h[d].w, n, H, 3 * H);
        for (uint32_t i = 0; i < n; i++)
            m->kernel.cell(zx + (size_t)(row ? row[at[i]] : at[i]) * 3 * H, zh + (size_t)i * 3 * H, l->x[d].bias, l->x[d].unit, l->h[d].unit,
                           c + (size_t)run[i] * H, out + (size_t)at[i] * 2 * H + d * H, H);
    }
}

const int16_t *att_encode(const att_model *m, const att_encoder *e, const att_doc *doc, const att_group *g, const uint64_t *flags,
                          att_embedded_words *input)
{
    att_arena *a = doc->scratch;
    uint32_t n = g->words;
    att_embedded_words words = embed_group(m, e, doc, g, flags);
    if (input) *input = words;
    const int16_t *x = words.x;
    int32_t *zx = att_room(a, int32_t, (size_t)n * 3 * e->hidden);
    for (uint32_t i = 0; i < e->layers; i++) {
        const att_layer *l = &e->layer[i];
        int16_t *out = att_room(a, int16_t, (size_t)n * 2 * e->hidden);
        for (uint32_t d = 0; d < 2; d++) {
            m->kernel.multiply(zx, x, l->x[d].in, l->x[d].w, i ? n : words.rows, l->x[d].in, 3 * l->hidden);
            run_direction(m, l, d, g, zx, i ? NULL : words.row, out, a);
        }
        x = out;
    }
    return x;
}

void att_apply(const att_model *m, const att_weights *w, const int16_t *x, uint32_t rows, int32_t *sums, float *y)
{
    m->kernel.multiply(sums, x, w->in, w->w, rows, w->in, w->out);
    for (uint32_t i = 0; i < rows; i++) m->kernel.add(y + (size_t)i * w->out, sums + (size_t)i * w->out, w->bias, w->unit, w->out);
}

void att_apply_words(const att_model *m, const att_weights *w, const att_embedded_words *words, uint32_t n, int32_t *sums, float *y)
{
    m->kernel.multiply(sums, words->x, w->in, w->w, words->rows, w->in, w->out);
    for (uint32_t i = 0; i < n; i++)
        m->kernel.add(y + (size_t)i * w->out, sums + (size_t)words->row[i] * w->out, w->bias, w->unit, w->out);
}

float *att_apply_head(const att_model *m, const att_weights *from_h, const att_weights *from_x, const att_weights *out, const int16_t *h, const att_embedded_words *words, uint32_t n, att_arena *a)
{
    uint32_t mid = from_h->out, wide = mid > out->out ? mid : out->out;
    int32_t *sums = att_room(a, int32_t, (size_t)n * wide);
    float *y = att_new(a, float, (size_t)n * mid), *z = att_new(a, float, (size_t)n * out->out);
    int16_t *q = att_room(a, int16_t, (size_t)n * mid);
    att_apply(m, from_h, h, n, sums, y);
    att_apply_words(m, from_x, words, n, sums, y);
    m->kernel.leaky(y, (size_t)n * mid);
    m->kernel.quantize(q, y, (size_t)n * mid, out->in_scale);
    att_apply(m, out, q, n, sums, z);
    return z;
}
