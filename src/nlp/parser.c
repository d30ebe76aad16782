/* parser.c: dependency trees.
 *
 * Each word gets a vector as a dependent and one as a head; the product of two is the score of the arc, plus what the
 * dependent's part of speech says to the direction and distance. The best tree over all scores is taken (parser_tree.h), then
 * each arc is named from its two ends. Method: Dozat and Manning, "Deep biaffine attention for neural dependency parsing"
 * (2017), with small recurrent layers and whole numbers.
 */
#include "base/limits.h"
#include "nlp/model_encoder.h"
#include "nlp/parser_tree.h"

typedef struct {
    const att_model *m;
    att_doc *doc;
    uint32_t beg, n;   /* tokens [beg, beg + n) */
    const int16_t *h;  /* their vectors */
    int32_t *sums;
} parse;

static uint32_t pad(uint32_t n) { return (n + ATT_PANEL - 1) / ATT_PANEL * ATT_PANEL; }

/* rows x w->out real numbers: att_leaky(x W + bias) */
static float *arc_vectors(const parse *p, const att_weights *w)
{
    float *y = att_new(p->doc->scratch, float, (size_t)p->n * w->out);
    att_apply(p->m, w, p->h, w->in, p->n, p->sums, y);
    att_leaky(y, (size_t)p->n * w->out);
    return y;
}

/* Head vectors, root first, as packed weights: the table of scores is then one more product. */
static int16_t *pack_heads(const parse *p, const float *heads, uint32_t size)
{
    uint32_t cols = pad(p->n + 1);
    int16_t *w = att_new(p->doc->scratch, int16_t, (size_t)cols * size), *row = att_new(p->doc->scratch, int16_t, size);
    for (uint32_t h = 0; h <= p->n; h++) {
        att_quantize(row, h ? heads + (size_t)(h - 1) * size : p->m->arc_root, size, p->m->arc_scale);
        int16_t *panel = w + (size_t)(h / ATT_PANEL) * size * ATT_PANEL + h % ATT_PANEL * 2;
        for (uint32_t k = 0; k < size; k += 2, panel += 2 * ATT_PANEL) panel[0] = row[k], panel[1] = row[k + 1];
    }
    return w;
}

static float *arc_scores(const parse *p)
{
    const att_model *m = p->m;
    uint32_t size = m->arc_dep.out, n = p->n, cols = pad(n + 1);
    const float *dep = arc_vectors(p, &m->arc_dep), *head = arc_vectors(p, &m->arc_head);
    int16_t *d = att_new(p->doc->scratch, int16_t, (size_t)n * size);
    att_quantize(d, dep, (size_t)n * size, m->arc_scale);
    int32_t *sums = att_new(p->doc->scratch, int32_t, (size_t)n * cols);
    m->kernel.multiply(sums, d, size, pack_heads(p, head, size), n, size, cols);
    float *score = att_new(p->doc->scratch, float, (size_t)(n + 1) * (n + 1));
    float unit = 1.0f / (m->arc_scale * m->arc_scale);
    for (uint32_t i = 1; i <= n; i++) {
        uint32_t upos = p->doc->toks.at[p->beg + i - 1].upos;
        const float *far = m->far + (upos < ATT_UPOS_COUNT ? upos : 0) * ATT_FAR_CLASSES;
        for (uint32_t h = 0; h <= n; h++)
            score[(size_t)i * (n + 1) + h] = (float)sums[(size_t)(i - 1) * cols + h] * unit + far[att_far_class(i, h)];
    }
    return score;
}

static uint8_t best_label(const float *y)
{
    uint32_t best = ATT_DEP_ROOT + 1;
    for (uint32_t k = best + 1; k < ATT_DEPREL_COUNT; k++)
        if (y[k] > y[best]) best = k;
    return (uint8_t)best;
}

/* Heads are chosen: name the arcs and write both into the tokens. */
static void name_arcs(const parse *p, const uint32_t *head)
{
    const att_model *m = p->m;
    uint32_t n = p->n, size = m->label_dep.out;
    float *as_dep = att_new(p->doc->scratch, float, (size_t)n * size), *as_head = att_new(p->doc->scratch, float, (size_t)n * size);
    att_apply(m, &m->label_dep, p->h, m->label_dep.in, n, p->sums, as_dep);
    att_apply(m, &m->label_head, p->h, m->label_head.in, n, p->sums, as_head);
    for (uint32_t i = 1; i <= n; i++) {
        const float *v = head[i] ? as_head + (size_t)(head[i] - 1) * size : m->label_root;
        for (uint32_t k = 0; k < size; k++) as_dep[(size_t)(i - 1) * size + k] += v[k];
    }
    att_leaky(as_dep, (size_t)n * size);
    int16_t *q = att_new(p->doc->scratch, int16_t, (size_t)n * size);
    att_quantize(q, as_dep, (size_t)n * size, m->label_out.in_scale);
    float *y = att_new(p->doc->scratch, float, (size_t)n * m->label_out.out);
    att_apply(m, &m->label_out, q, size, n, p->sums, y);
    for (uint32_t i = 1; i <= n; i++) {
        att_tok *tok = &p->doc->toks.at[p->beg + i - 1];
        tok->head = head[i] ? p->beg + head[i] - 1 : 0;
        tok->deprel = head[i] ? best_label(y + (size_t)(i - 1) * m->label_out.out) : ATT_DEP_ROOT;
    }
}

static void parse_piece(const att_model *m, att_doc *doc, uint32_t beg, uint32_t end)
{
    parse p = {.m = m, .doc = doc, .beg = beg, .n = end - beg};
    p.h = att_encode(m, &m->tree_encoder, doc, beg, end, NULL);
    uint32_t wide = m->arc_dep.out > m->label_dep.out ? m->arc_dep.out : m->label_dep.out;
    wide = wide > m->label_out.out ? wide : m->label_out.out;
    p.sums = att_new(doc->scratch, int32_t, (size_t)p.n * wide);
    uint32_t *head = att_new(doc->scratch, uint32_t, p.n + 1);
    att_tree_best(arc_scores(&p), p.n, head, att_new(doc->scratch, uint32_t, att_tree_room(p.n)));
    name_arcs(&p, head);
}

static uint32_t root_of(const att_doc *doc, uint32_t beg, uint32_t end)
{
    for (uint32_t t = beg; t < end; t++)
        if (doc->toks.at[t].head == 0) return t;
    return 0;
}

/* The tokenizer keeps sentences within the limit; CoNLL-U from elsewhere may not. Pieces are parsed alone, and the roots of
 * the later ones hang under the first. */
static void parse_sentence(const att_model *m, att_doc *doc, uint32_t beg, uint32_t end)
{
    uint32_t root = 0;
    for (uint32_t at = beg; at < end; at += ATT_MAX_SENTENCE_TOKENS) {
        uint32_t stop = end - at > ATT_MAX_SENTENCE_TOKENS ? at + ATT_MAX_SENTENCE_TOKENS : end;
        att_mark mark = att_arena_mark(doc->scratch);
        parse_piece(m, doc, at, stop);
        att_arena_rewind(doc->scratch, mark);
        uint32_t own = root_of(doc, at, stop);
        if (!root) {
            root = own;
        } else {
            doc->toks.at[own].head = root;
            doc->toks.at[own].deprel = ATT_DEP_PARATAXIS;
        }
    }
}

void att_parse_trees(const att_model *m, att_doc *doc)
{
    for (uint32_t s = 1; s < doc->sents.n; s++) parse_sentence(m, doc, doc->sents.at[s].tok_beg, doc->sents.at[s].tok_end);
}
