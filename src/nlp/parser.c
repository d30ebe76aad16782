/* parser.c: dependency trees.
 *
 * Each word gets a vector as a dependent and one as a head; the product of two is the score of the arc, plus what the
 * dependent's part of speech says to the direction and distance. The best tree over all scores is taken (parser_tree.h), then
 * each arc is named from its two ends. Method: Dozat and Manning, "Deep biaffine attention for neural dependency parsing"
 * (2017), with small recurrent layers and whole numbers.
 */
#include "base/limits.h"
#include "nlp/mend.h"
#include "nlp/model_encoder.h"
#include "nlp/parser_tree.h"

/* What the words of a group are as ends of arcs. */
typedef struct {
    const att_model *m;
    att_doc *doc;
    uint32_t n;              /* words */
    const int16_t *dep;      /* n x arc size, integers of arc_scale per 1.0 */
    const float *head;       /* n x arc size */
    const float *as_dep, *as_head; /* n x label size */
} ends;

static uint32_t pad(uint32_t n) { return (n + ATT_PANEL - 1) / ATT_PANEL * ATT_PANEL; }

static ends find_ends(const att_model *m, att_doc *doc, const att_group *g)
{
    att_arena *a = doc->scratch;
    uint32_t n = g->words, arc = m->arc_dep.out, lab = m->label_dep.out;
    const int16_t *h = att_encode(m, &m->tree_encoder, doc, g, NULL, NULL);
    int32_t *sums = att_room(a, int32_t, (size_t)n * (arc > lab ? arc : lab));
    float *dep = att_new(a, float, (size_t)n * arc), *head = att_new(a, float, (size_t)n * arc);
    float *as_dep = att_new(a, float, (size_t)n * lab), *as_head = att_new(a, float, (size_t)n * lab);
    int16_t *q = att_room(a, int16_t, (size_t)n * arc);
    att_apply(m, &m->arc_dep, h, n, sums, dep);
    att_apply(m, &m->arc_head, h, n, sums, head);
    m->kernel.leaky(dep, (size_t)n * arc);
    m->kernel.leaky(head, (size_t)n * arc);
    m->kernel.quantize(q, dep, (size_t)n * arc, m->arc_scale);
    att_apply(m, &m->label_dep, h, n, sums, as_dep);
    att_apply(m, &m->label_head, h, n, sums, as_head);
    return (ends){m, doc, n, q, head, as_dep, as_head};
}

/* Head vectors of n words from `first` on, the root before them, as packed weights: the table of scores is one product. */
static int16_t *pack_heads(const ends *e, uint32_t first, uint32_t n)
{
    uint32_t size = e->m->arc_head.out;
    int16_t *w = att_new(e->doc->scratch, int16_t, (size_t)pad(n + 1) * size), *row = att_room(e->doc->scratch, int16_t, size);
    for (uint32_t h = 0; h <= n; h++) {
        e->m->kernel.quantize(row, h ? e->head + (size_t)(first + h - 1) * size : e->m->arc_root, size, e->m->arc_scale);
        int16_t *panel = w + (size_t)(h / ATT_PANEL) * size * ATT_PANEL + h % ATT_PANEL * 2;
        for (uint32_t k = 0; k < size; k += 2, panel += 2 * ATT_PANEL) panel[0] = row[k], panel[1] = row[k + 1];
    }
    return w;
}

/* Table for att_tree_best: the n words from `first` (in the group) on, which are tokens from `tok` on. */
static float *arc_scores(const ends *e, uint32_t first, uint32_t n, uint32_t tok)
{
    const att_model *m = e->m;
    att_arena *a = e->doc->scratch;
    uint32_t size = m->arc_dep.out, cols = pad(n + 1);
    int32_t *sums = att_room(a, int32_t, (size_t)n * cols);
    m->kernel.multiply(sums, e->dep + (size_t)first * size, size, pack_heads(e, first, n), n, size, cols);
    float *score = att_room(a, float, (size_t)(n + 1) * (n + 1));
    float unit = 1.0f / (m->arc_scale * m->arc_scale);
    for (uint32_t d = 1; d <= n; d++) {
        uint32_t upos = e->doc->toks.at[tok + d - 1].upos;
        const float *far = m->far + (upos < ATT_UPOS_COUNT ? upos : 0) * ATT_FAR_CLASSES;
        const int32_t *from = sums + (size_t)(d - 1) * cols;
        float *to = score + (size_t)d * (n + 1);
        for (uint32_t h = 0; h <= n; h++) to[h] = (float)from[h] * unit + far[att_far_class(d, h)];
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

/* head[i]: of word i of the group, + 1, 0 = root. Names all arcs of the group and writes both into the tokens. */
static void name_arcs(const ends *e, const att_group *g, const uint32_t *head)
{
    const att_model *m = e->m;
    att_arena *a = e->doc->scratch;
    uint32_t n = e->n, size = m->label_dep.out, out = m->label_out.out;
    float *mid = att_room(a, float, (size_t)n * size), *y = att_new(a, float, (size_t)n * out);
    int16_t *q = att_room(a, int16_t, (size_t)n * size);
    for (uint32_t i = 0; i < n; i++) {
        const float *v = head[i] ? e->as_head + (size_t)(head[i] - 1) * size : m->label_root;
        for (uint32_t k = 0; k < size; k++) mid[(size_t)i * size + k] = e->as_dep[(size_t)i * size + k] + v[k];
    }
    m->kernel.leaky(mid, (size_t)n * size);
    m->kernel.quantize(q, mid, (size_t)n * size, m->label_out.in_scale);
    att_apply(m, &m->label_out, q, n, att_room(a, int32_t, (size_t)n * out), y);
    for (uint32_t i = 0; i < n; i++) {
        att_tok *tok = &e->doc->toks.at[g->tok[i]];
        tok->head = head[i] ? g->tok[head[i] - 1] : 0;
        tok->deprel = head[i] ? best_label(y + (size_t)i * out) : ATT_DEP_ROOT;
    }
}

static void parse_group(const att_model *m, att_doc *doc, const att_group *g)
{
    ends e = find_ends(m, doc, g);
    uint32_t *head = att_new(doc->scratch, uint32_t, e.n);
    for (uint32_t r = 0; r < g->runs; r++) {
        uint32_t first = g->run[r], n = g->run[r + 1] - first;
        att_mark mark = att_arena_mark(doc->scratch);
        uint32_t *own = att_new(doc->scratch, uint32_t, n + 1);
        att_tree_best(arc_scores(&e, first, n, g->tok[first]), n, own, att_room(doc->scratch, uint32_t, att_tree_room(n)));
        for (uint32_t d = 1; d <= n; d++) head[first + d - 1] = own[d] ? first + own[d] : 0;
        att_arena_rewind(doc->scratch, mark);
    }
    name_arcs(&e, g, head);
}

/* Runs of one long sentence have a root each: the later ones go under the first. */
static void join_runs(att_doc *doc, const att_sent *s)
{
    uint32_t root = 0;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        att_tok *tok = &doc->toks.at[t];
        if (tok->head) continue;
        if (root) {
            tok->head = root;
            tok->deprel = ATT_DEP_PARATAXIS;
        } else {
            root = t;
        }
    }
}

static void copy_tree(att_doc *doc, const att_run *to, const att_run *from)
{
    for (uint32_t i = 0; i < to->len; i++) {
        const att_tok *f = &doc->toks.at[from->first + i];
        att_tok *t = &doc->toks.at[to->first + i];
        t->head = f->head ? f->head - from->first + to->first : 0;
        t->deprel = f->deprel;
    }
}

void att_parse_trees(const att_model *m, att_doc *doc)
{
    att_mark all = att_arena_mark(doc->scratch);
    att_runs runs = att_runs_find(doc, true, NULL);
    att_group g;
    while (att_group_next(&g, &runs)) {
        att_mark mark = att_arena_mark(doc->scratch);
        parse_group(m, doc, &g);
        att_arena_rewind(doc->scratch, mark);
    }
    for (uint32_t r = 0; r < runs.n; r++)
        if (runs.at[r].same != r) copy_tree(doc, &runs.at[r], &runs.at[runs.at[r].same]);
    att_arena_rewind(doc->scratch, all);
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *sent = &doc->sents.at[s];
        if (sent->tok_end - sent->tok_beg > ATT_MAX_SENTENCE_TOKENS) join_runs(doc, sent);
    }
    att_trees_mend(doc);
}
