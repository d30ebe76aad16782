#include "event/relate_model.h"

const uint8_t ATT_RELATE_TYPE[ATT_RELATE_CLASSES] = {ATT_AGREE,  ATT_CONSULT,  ATT_SUPPORT, ATT_COOPERATE, ATT_AID,
                                                     ATT_CONCEDE, ATT_REQUEST, ATT_ACCUSE,  ATT_REJECT,    ATT_THREATEN,
                                                     ATT_PROTEST, ATT_SANCTION, ATT_MOBILIZE, ATT_COERCE,  ATT_ASSAULT};

typedef struct {
    uint32_t *out, n;
} bag;

static void put(bag *b, uint64_t template, uint64_t value)
{
    if (b->n < ATT_RELATE_MAX_FEATURES) b->out[b->n++] = (uint32_t)(att_hash2(template, value) >> (64 - ATT_RELATE_BITS));
}

static void put_word(bag *b, uint64_t template, att_slice w) { put(b, template, att_hash(w)); }

static bool marked(const uint32_t (*list)[2], uint32_t n, uint32_t t)
{
    for (uint32_t i = 0; i < n; i++)
        if (t >= list[i][0] && t < list[i][1]) return true;
    return false;
}

static bool content_word(const att_tok *k)
{
    return k->upos == ATT_VERB || k->upos == ATT_NOUN || k->upos == ATT_ADJ || k->upos == ATT_ADV;
}

/* The predicate that governs a side: the nearest clause above its first token. */
static uint32_t governor(const att_doc *doc, const uint32_t (*list)[2], uint32_t n)
{
    uint32_t w = n ? list[0][0] : 0;
    while (w && !doc->tok_clause[w]) w = doc->toks.at[w].head;
    return w;
}

static void put_clause(bag *b, const att_doc *doc, uint32_t v, uint64_t side)
{
    if (!v) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[v]];
    att_slice lemma = doc->toks.at[v].lemma;
    put_word(b, 100 + side, lemma);
    put(b, 110 + side, c->flags & (ATT_CL_NEGATED | ATT_CL_PASSIVE | ATT_CL_CONDITION));
    put(b, 115 + side, c->tense);
    if (c->modal.len) put_word(b, 120 + side, c->modal);
    uint64_t form = (uint64_t)(c->flags & ATT_CL_NEGATED) << 4 | c->tense << 1 | (c->modal.len > 0);
    put(b, 125 + side, att_hash2(att_hash(lemma), form));
    for (uint32_t k = att_next_child(doc, v, 0); k; k = att_next_child(doc, v, k)) {
        const att_tok *t = &doc->toks.at[k];
        if (t->deprel == ATT_DEP_OBJ || t->deprel == ATT_DEP_XCOMP || t->deprel == ATT_DEP_CCOMP || t->deprel == ATT_DEP_COMPOUND_PRT ||
            t->deprel == ATT_DEP_ADVMOD) {
            put(b, 130 + side, att_hash2(att_hash(lemma), att_hash(t->lemma)));
            put(b, 140 + side, att_hash2(t->deprel, att_hash(t->lemma)));
        }
        if (t->deprel == ATT_DEP_OBL) put(b, 150 + side, att_hash2(att_hash(lemma), att_hash(att_case_of(doc, k))));
    }
}

static void put_candidates(bag *b, const att_candidate *c, uint32_t n)
{
    for (uint32_t i = 0; i < n && i < 3; i++) {
        att_event_type type;
        att_slice mode, cameo;
        att_relate_code(&c[i], &type, &mode, &cameo);
        uint64_t fit = (uint64_t)c[i].source_acts << 2 | (uint64_t)c[i].target_takes << 1 | c[i].reversed;
        uint64_t near = c[i].score > c[0].score - 1.5f;
        put(b, 1 + i, type);
        put(b, 10 + i, (uint64_t)type << 4 | fit);
        put(b, 20 + i, (uint64_t)c[i].frame->type << 4 | c[i].status);
        put(b, 30 + i, att_hash2(att_hash(cameo), fit));
        put(b, 40 + i, att_hash2(att_hash(c[i].frame->pattern), c[i].status == ATT_ST_OCCURRED || c[i].status == ATT_ST_ONGOING));
        put(b, 50, (uint64_t)type << 1 | near);
        /* how clear the best is; ties of mere contact say little */
        double lead = n > 1 ? c[0].score - c[1].score : 4;
        uint64_t clear = lead > 4 ? 3 : lead > 2 ? 2 : lead > 0.8;
        if (i == 0) put(b, 55, (uint64_t)type << 8 | clear << 4 | fit);
        if (i == 0) put(b, 56, (uint64_t)type << 8 | (uint64_t)(c[i].score > 6) << 2 | (uint64_t)((c[i].frame->flags & ATT_FR_PAIR) != 0) << 1 | c[i].ordered);
        if (i == 0 && n > 1) put(b, 60, (uint64_t)type << 8 | c[1].frame->type);
    }
    put(b, 70, n == 0);
}

uint32_t att_relate_features(const att_doc *doc, const att_marks *k, const att_candidate *cands, uint32_t n,
                             uint32_t out[ATT_RELATE_MAX_FEATURES])
{
    bag b = {out, 0};
    put(&b, 999, 1);
    put_candidates(&b, cands, n);
    uint32_t vs = governor(doc, k->source, k->source_count), vt = governor(doc, k->target, k->target_count);
    put_clause(&b, doc, vs, 0);
    if (vt != vs) put_clause(&b, doc, vt, 1);
    put(&b, 160, vs == vt);
    if (vs && vt && vs != vt) put(&b, 161, att_hash2(att_hash(doc->toks.at[vs].lemma), att_hash(doc->toks.at[vt].lemma)));
    uint32_t lo = k->source_count ? k->source[0][0] : 1, hi = k->target_count ? k->target[0][0] : doc->toks.n;
    put(&b, 162, lo < hi);
    if (lo > hi) lo = hi, hi = k->source_count ? k->source[0][0] : doc->toks.n;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *w = &doc->toks.at[t];
        if (marked(k->source, k->source_count, t) || marked(k->target, k->target_count, t)) continue;
        if (content_word(w)) put_word(&b, 200, w->lemma);
        if (t > lo && t < hi && w->upos != ATT_PUNCT && w->upos != ATT_PROPN) put_word(&b, 201, w->lemma);
        if (t > lo && t + 1 < hi && w->upos != ATT_PUNCT) put(&b, 202, att_hash2(att_hash(w->lemma), att_hash(doc->toks.at[t + 1].lemma)));
    }
    uint32_t before = k->target_count ? k->target[0][0] : 0;
    if (before > 1) put_word(&b, 210, doc->toks.at[before - 1].lemma);
    return b.n;
}
