/* tagger.c: UPOS, XPOS and features by one network, lemmas by rule (lemma.h).
 *
 * A tag is a triple seen in training; its score is the sum of the scores of its three parts. The triples lie sorted by upos
 * and xpos, so a group whose best possible sum is below the best so far is passed over. */
#include "nlp/lemma.h"
#include "nlp/verbs.h"
#include "nlp/model_encoder.h"

/* y: scores of upos, xpos and feats, in this order; base: room for a number for each group. Of equal triples the first wins, whatever
 * order they are looked at. */
static uint32_t best_tag(const att_model *m, const float *y, float *base)
{
    const float *feats = y + ATT_UPOS_COUNT + m->xpos_count;
    float top_feats = m->kernel.largest(feats, m->feats_count), top = 0;
    uint32_t best = UINT32_MAX, start = 0;
    for (uint32_t g = 0; g < m->group_count; g++) {
        const att_file_tag *t = &m->tags[m->groups[g]];
        base[g] = y[t->upos] + y[ATT_UPOS_COUNT + t->xpos];
        if (base[g] > base[start]) start = g;
    }
    for (uint32_t k = 0; k <= m->group_count; k++) { /* the most likely group first: it rules most others out */
        uint32_t g = k ? k - 1 : start;
        if (k && !(base[g] + top_feats >= top)) continue;
        for (uint32_t i = m->groups[g]; i < m->groups[g + 1]; i++) {
            float s = base[g] + feats[m->tags[i].feats];
            if (best == UINT32_MAX || s > top || (s == top && i < best)) top = s, best = i;
        }
    }
    return best;
}

static bool is_base(const att_model *m, uint32_t xpos)
{
    const char *tag = att_xpos_name(m, (uint16_t)xpos);
    return strcmp(tag, "VB") == 0 || strcmp(tag, "VBP") == 0;
}

static void tag_group(const att_model *m, att_doc *doc, const att_group *g)
{
    uint32_t n = g->words, O = m->tag_out.out;
    att_embedded_words words;
    const int16_t *h = att_encode(m, &m->tag_encoder, doc, g, NULL, &words);
    float *base = att_room(doc->scratch, float, m->group_count);
    const float *y = att_apply_head(m, &m->tag_h, &m->tag_x, &m->tag_out, h, &words, n, doc->scratch);
    for (uint32_t i = 0; i < n; i++) {
        const att_file_tag *t = &m->tags[best_tag(m, y + (size_t)i * O, base)];
        att_tok *tok = &doc->toks.at[g->tok[i]];
        tok->upos = (uint8_t)t->upos;
        tok->xpos = t->xpos;
        tok->feats = t->feats;
        tok->lemma = att_lemma_of(&m->lemmas, doc->keep, tok->form, tok->lower, att_lemma_tag(t->upos, t->xpos));
        if (t->upos == ATT_VERB) tok->lemma = att_verb_lemma(doc->keep, tok->lower, tok->lemma, is_base(m, t->xpos));
    }
}

static void copy_tags(att_doc *doc, uint32_t to, uint32_t from)
{
    const att_tok *f = &doc->toks.at[from];
    att_tok *t = &doc->toks.at[to];
    t->upos = f->upos;
    t->xpos = f->xpos;
    t->feats = f->feats;
    t->lemma = f->lemma;
}

void att_tag(const att_model *m, att_doc *doc)
{
    att_mark all = att_arena_mark(doc->scratch);
    att_runs runs = att_runs_find(doc, false, NULL);
    att_group g;
    while (att_group_next(&g, &runs)) {
        att_mark mark = att_arena_mark(doc->scratch);
        tag_group(m, doc, &g);
        att_arena_rewind(doc->scratch, mark);
    }
    for (uint32_t r = 0; r < runs.n; r++)
        for (uint32_t i = 0; runs.at[r].same != r && i < runs.at[r].len; i++) copy_tags(doc, runs.at[r].first + i, runs.at[runs.at[r].same].first + i);
    att_arena_rewind(doc->scratch, all);
}
