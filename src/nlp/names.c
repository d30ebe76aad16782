#include "nlp/names_int.h"

void att_names_add(att_doc *doc, uint32_t beg, uint32_t end, uint8_t kind)
{
    att_name *n = att_add(doc, names);
    *n = (att_name){att_tok_span(doc, beg, end), beg, end, kind};
    for (uint32_t t = beg; t < end; t++) doc->toks.at[t].ner = kind;
}

/* Scores of the words in the stretches, one after the other. */
typedef struct {
    const att_names_model *model;
    att_names_lattice lattice;
    int32_t (*sum)[NAMES_STRIDE];
    float (*net)[NAMES_STRIDE];    /* per token: what the network adds */
    float *score;                  /* of the longest stretch */
    uint8_t (*from)[NAMES_STRIDE];
    uint8_t *tags;                 /* per token */
} namer;

static void add_weights(const att_names_model *m, const uint32_t *f, uint32_t n, int32_t sum[NAMES_STRIDE])
{
    for (uint32_t i = 0; i < n; i++) {
        const int8_t *w = m->weights + (size_t)f[i] * NAMES_STRIDE;
        for (uint32_t c = 0; c < NAMES_STRIDE; c++) sum[c] += w[c];
    }
}

static void run_pass(namer *r, bool second, uint8_t *tags)
{
    uint32_t f[NAMES_MAX_FEATURES], at = 0;
    for (uint32_t i = 0; i < r->lattice.segments.n; i++) {
        att_names_segment g = r->lattice.segments.at[i];
        for (uint32_t t = g.beg; t < g.end; t++, at++) {
            uint32_t n = second ? att_names_features_told(&r->lattice, t, f) : att_names_features(&r->lattice, t, f);
            add_weights(r->model, f, n, r->sum[at]);
            for (uint32_t c = 0; c < NAMES_STRIDE; c++) 
                r->score[(size_t)(t - g.beg) * NAMES_STRIDE + c] = (float)r->sum[at][c] * r->model->scale + r->net[t][c] * r->model->net_share;
        }
        att_names_decode(&r->model->step, r->score, r->from, g.end - g.beg, tags + g.beg);
    }
}

static uint8_t kind_at(const namer *r, uint32_t t)
{
    if (r->tags[t]) return NAMES_KIND(r->tags[t]);
    const att_names_word *w = &r->lattice.word[t];
    const att_tok *tok = &r->lattice.doc->toks.at[t];
    bool group = (w->words & NAMES_W_NORP) || (w->phrase & NAMES_P_NORP);
    /* "Syrian" beside a noun says what it is like and names nobody; "Syrians" does, and "the French" */
    bool quality = tok->upos == ATT_ADJ && (tok->deprel == ATT_DEP_AMOD || tok->deprel == ATT_DEP_COMPOUND || tok->deprel == ATT_DEP_FLAT);
    return group && w->candidate && !quality && (tok->flags & ATT_TOK_CAP) ? ATT_NAME_NORP : ATT_NAME_NONE;
}

/* A title is no part of a name, and no name by itself: "Prime Minister Helena Varga". Some are
 * surnames too, as "King". */
static uint32_t after_titles(const namer *r, uint32_t beg, uint32_t end)
{
    uint32_t t = beg;
    while (t < end) {
        bool prime = t + 1 < end && (r->lattice.word[t + 1].words & NAMES_W_TITLE) && r->lattice.doc->toks.at[t + 1].upos != ATT_PUNCT;
        bool before = att_is(r->lattice.doc->toks.at[t].lower, "prime") || att_is(r->lattice.doc->toks.at[t].lower, "vice");
        if (!(r->lattice.word[t].words & NAMES_W_TITLE) && !(prime && before)) break;
        t++;
    }
    return t == end && end - beg == 1 && (r->lattice.word[beg].lists & NAMES_L_SURNAME) ? beg : t;
}

static void write_names(att_doc *doc, const namer *r)
{
    for (uint32_t i = 0; i < r->lattice.segments.n; i++) {
        att_names_segment g = r->lattice.segments.at[i];
        for (uint32_t t = g.beg; t < g.end;) {
            uint8_t kind = kind_at(r, t);
            uint32_t e = t + 1;
            while (kind && e < g.end && kind_at(r, e) == kind && (kind == ATT_NAME_NORP ? r->lattice.word[e].place > 2 : r->tags[e] % 2 == 0)) e++;
            uint32_t beg = kind == ATT_NAME_PER ? after_titles(r, t, e) : t;
            if (kind && beg < e) att_names_add(doc, beg, e, kind);
            t = e;
        }
    }
}

static void find_by_model(const att_names_model *model, const att_model *language, att_doc *doc)
{
    att_arena *a = doc->scratch;
    namer r = {.model = model};
    att_names_lattice_make(&r.lattice, &model->words, model->classes, doc, a);
    uint32_t words = 0, longest = 0;
    for (uint32_t i = 0; i < r.lattice.segments.n; i++) {
        uint32_t n = r.lattice.segments.at[i].end - r.lattice.segments.at[i].beg;
        words += n;
        longest = n > longest ? n : longest;
    }
    r.sum = (void *)att_new(a, int32_t, (size_t)words * NAMES_STRIDE);
    r.score = att_new(a, float, (size_t)longest * NAMES_STRIDE);
    r.from = (void *)att_new(a, uint8_t, (size_t)longest * NAMES_STRIDE);
    r.net = (void *)att_new(a, float, (size_t)doc->toks.n * NAMES_STRIDE);
    att_names_net_add(&model->net, language, &r.lattice, doc, r.net);
    uint8_t *first = att_new(a, uint8_t, doc->toks.n);
    r.tags = att_new(a, uint8_t, doc->toks.n);
    run_pass(&r, false, first);
    att_names_lattice_tell(&r.lattice, first);
    run_pass(&r, true, r.tags);
    write_names(doc, &r);
}

void att_names_find(const att_names_model *model, const att_model *language, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    if (model) find_by_model(model, language, doc);
    else att_names_by_rules(doc);
    att_arena_rewind(doc->scratch, mark);
}
