/* tagger.c: UPOS, XPOS and features by one network, lemmas by rule (lemma.h).
 *
 * A tag is a triple seen in training; its score is the sum of the scores of its three parts. The triples lie sorted by upos
 * and xpos, so a group whose best possible sum is below the best so far is passed over. */
#include "nlp/lemma.h"
#include "nlp/model_encoder.h"

static bool same_group(const att_file_tag *a, const att_file_tag *b) { return a->upos == b->upos && a->xpos == b->xpos; }

/* The best triple of the group that begins at i, if it beats *top. Returns where the next group begins. */
static uint32_t scan_group(const att_model *m, uint32_t i, float base, const float *yf, float *top, uint32_t *best)
{
    const att_file_tag *first = &m->tags[i];
    for (; i < m->tag_count && same_group(&m->tags[i], first); i++) {
        float s = base + yf[m->tags[i].feats];
        if (*best == UINT32_MAX || s > *top) *top = s, *best = i;
    }
    return i;
}

static uint32_t best_tag(const att_model *m, const float *y)
{
    const float *yx = y + ATT_UPOS_COUNT, *yf = yx + m->xpos_count;
    float top_feats = yf[0], top = 0, top_base = 0;
    for (uint32_t i = 1; i < m->feats_count; i++) top_feats = yf[i] > top_feats ? yf[i] : top_feats;
    uint32_t best = UINT32_MAX, start = UINT32_MAX;
    for (uint32_t i = 0; i < m->tag_count; i++) {
        float base = y[m->tags[i].upos] + yx[m->tags[i].xpos];
        if (start == UINT32_MAX || base > top_base) top_base = base, start = i;
    }
    scan_group(m, start, top_base, yf, &top, &best);
    for (uint32_t i = 0; i < m->tag_count;) {
        const att_file_tag *t = &m->tags[i];
        float base = y[t->upos] + yx[t->xpos];
        if (base + top_feats > top) {
            i = scan_group(m, i, base, yf, &top, &best);
        } else {
            while (i < m->tag_count && same_group(&m->tags[i], t)) i++;
        }
    }
    return best;
}

static void tag_group(const att_model *m, att_doc *doc, const att_group *g)
{
    att_arena *a = doc->scratch;
    uint32_t n = g->end - g->beg, M = m->tag_h.out, O = m->tag_out.out, wide = M > O ? M : O;
    const int16_t *x, *h = att_encode(m, &m->tag_encoder, doc, g, &x);
    int32_t *sums = att_new(a, int32_t, (size_t)n * wide);
    float *mid = att_new(a, float, (size_t)n * M), *y = att_new(a, float, (size_t)n * O);
    int16_t *q = att_new(a, int16_t, (size_t)n * M);
    att_apply(m, &m->tag_h, h, m->tag_h.in, n, sums, mid);
    att_apply(m, &m->tag_x, x, m->tag_x.in, n, sums, mid);
    att_leaky(mid, (size_t)n * M);
    att_quantize(q, mid, (size_t)n * M, m->tag_out.in_scale);
    att_apply(m, &m->tag_out, q, M, n, sums, y);
    for (uint32_t i = 0; i < n; i++) {
        const att_file_tag *t = &m->tags[best_tag(m, y + (size_t)i * O)];
        att_tok *tok = &doc->toks.at[g->beg + i];
        tok->upos = (uint8_t)t->upos;
        tok->xpos = t->xpos;
        tok->feats = t->feats;
        tok->lemma = att_lemma_of(&m->lemmas, doc->keep, tok->form, tok->lower, att_lemma_tag(t->upos, t->xpos));
    }
}

void att_tag(const att_model *m, att_doc *doc)
{
    att_group g = {0};
    while (att_group_next(&g, doc)) {
        att_mark mark = att_arena_mark(doc->scratch);
        tag_group(m, doc, &g);
        att_arena_rewind(doc->scratch, mark);
    }
}
