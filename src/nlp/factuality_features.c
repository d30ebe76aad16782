/* factuality_features.c: what the learned model sees of a predicate: its own form, the words that embed it with theirs, and the words
 * beside it. A feature is the hash of its template's number and its value. */
#include "nlp/factuality_int.h"

typedef struct {
    const att_factuality_way *way;
    const att_doc *doc;
    uint32_t *out, n;
} bag;

enum { LEVELS = 3 }; /* words above the predicate that count */

/* One word of the chain from the predicate upwards, as the templates need it. */
typedef struct {
    uint32_t tok;
    uint8_t rel;         /* by which it hangs under the next level */
    uint64_t lemma, mark;/* hashes; mark: "that", "to", "if", "whether", or 0 */
    uint64_t cls;        /* att_embed */
    uint64_t form;       /* tense, aspect, polarity, modality, mood in one number */
    bool negated;
    uint64_t modal;
} link;

static void put(bag *b, uint64_t template, uint64_t value)
{
    if (b->n < ATT_FACT_FEATURES) b->out[b->n++] = (uint32_t)(att_hash2(template, value) >> (64 - ATT_FACT_BITS));
}

static uint64_t word(const bag *b, uint32_t t) { return t ? att_hash(b->doc->toks.at[t].lemma) : 0; }
static uint64_t lower(const bag *b, uint32_t t) { return t ? att_hash(b->doc->toks.at[t].lower) : 0; }
static uint64_t two(uint64_t a, uint64_t c) { return att_hash2(a, c); }
static uint64_t three(uint64_t a, uint64_t c, uint64_t d) { return att_hash2(att_hash2(a, c), d); }

static uint32_t subject_of(const att_doc *doc, uint32_t t)
{
    uint32_t s = att_child(doc, t, ATT_DEP_NSUBJ, 0);
    if (!s) s = att_child(doc, t, ATT_DEP_NSUBJ_PASS, 0);
    return s ? s : att_child(doc, t, ATT_DEP_EXPL, 0);
}

/* "Close the door": a bare verb at the top without a subject. */
static bool imperative(const bag *b, uint32_t t)
{
    const att_tok *k = &b->doc->toks.at[t];
    if (k->upos != ATT_VERB || strcmp(att_xpos_name(b->way->language, k->xpos), "VB") != 0 || subject_of(b->doc, t)) return false;
    for (uint32_t c = att_next_child(b->doc, t, 0); c; c = att_next_child(b->doc, t, c)) {
        uint8_t r = b->doc->toks.at[c].deprel;
        if (r == ATT_DEP_AUX && !att_is(b->doc->toks.at[c].lemma, "do")) return false;
        if (r == ATT_DEP_MARK) return false;
    }
    return true;
}

static link link_of(const bag *b, uint32_t t)
{
    const att_doc *doc = b->doc;
    const att_tok *k = &doc->toks.at[t];
    link l = {.tok = t, .lemma = word(b, t)};
    uint32_t mark = att_child(doc, t, ATT_DEP_MARK, 0);
    l.mark = mark ? lower(b, mark) : 0;
    l.cls = att_embed_at(b->way->embeds, doc, t);
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    bool verbal = doc->tok_clause[t] != 0;
    l.modal = verbal && c->modal.len ? att_hash(c->modal) : 0;
    l.negated = verbal && (c->flags & ATT_CL_NEGATED);
    uint64_t flags = verbal ? c->flags & (ATT_CL_PASSIVE | ATT_CL_PERFECT | ATT_CL_PROGRESSIVE | ATT_CL_NEGATED | ATT_CL_QUESTION |
                                          ATT_CL_CONDITION | ATT_CL_INFINITIVE | ATT_CL_COPULAR) : 0;
    l.form = three(verbal ? 1u + c->tense : k->upos + 16u, flags, two(l.modal, imperative(b, t)));
    return l;
}

static void put_children(bag *b, uint32_t t, uint64_t base, uint64_t form)
{
    const att_doc *doc = b->doc;
    uint64_t row = 0, kids = 0;
    for (uint32_t c = att_next_child(doc, t, 0); c; c = att_next_child(doc, t, c)) {
        const att_tok *k = &doc->toks.at[c];
        switch (k->deprel) {
        case ATT_DEP_AUX: case ATT_DEP_COP: case ATT_DEP_MARK: case ATT_DEP_DET: case ATT_DEP_CASE: case ATT_DEP_EXPL: case ATT_DEP_CC:
            put(b, base, two(k->deprel, lower(b, c)));
            if (k->deprel != ATT_DEP_CC) row = two(row, lower(b, c));
            break;
        case ATT_DEP_ADVMOD: case ATT_DEP_AMOD: case ATT_DEP_DISCOURSE: case ATT_DEP_COMPOUND_PRT: case ATT_DEP_NMOD_POSS:
        case ATT_DEP_OBL_UNMARKED: case ATT_DEP_NUMMOD: case ATT_DEP_COMPOUND:
            put(b, base + 1, two(k->deprel, word(b, c)));
            put(b, base + 2, two(k->deprel, att_embed_at(b->way->embeds, doc, c)));
            put(b, base + 7, two(word(b, c), form));
            break;
        case ATT_DEP_OBL: put(b, base + 3, lower(b, att_child(doc, c, ATT_DEP_CASE, 0))); break;
        case ATT_DEP_ADVCL: put(b, base + 4, lower(b, att_child(doc, c, ATT_DEP_MARK, 0))); break;
        case ATT_DEP_OBJ: case ATT_DEP_XCOMP: case ATT_DEP_CCOMP: put(b, base + 5, two(k->deprel, word(b, c))); break;
        default: break;
        }
        put(b, base + 6, k->deprel);
        if (k->deprel != ATT_DEP_PUNCT) kids = two(kids, k->deprel);
    }
    const att_tok *own = &doc->toks.at[t];
    uint64_t tag = att_hash(att_slice_of(att_xpos_name(b->way->language, own->xpos)));
    put(b, base + 8, two(row, tag)); /* all its auxiliaries and marks in order */
    put(b, base + 9, three(row, tag, own->deprel));
    put(b, base + 170, two(row, word(b, t)));
    put(b, base + 171, kids);
}

static void put_subject(bag *b, uint32_t t, uint64_t form)
{
    const att_doc *doc = b->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    uint32_t s = doc->tok_clause[t] && c->subj ? c->subj : subject_of(doc, t);
    const att_tok *k = &doc->toks.at[s];
    put(b, 40, s ? k->upos : 99);
    if (!s) return;
    put(b, 41, k->upos == ATT_PRON || k->upos == ATT_DET ? lower(b, s) : k->upos);
    uint32_t det = att_child(doc, s, ATT_DEP_DET, 0);
    put(b, 42, det ? lower(b, det) : 0);
    put(b, 45, two(k->upos == ATT_PRON ? lower(b, s) : k->upos, form));
    put(b, 46, three(k->upos == ATT_PRON ? lower(b, s) : k->upos, doc->toks.at[t].deprel, doc->tok_clause[t] ? c->tense : 9u));
    put(b, 47, two(det ? lower(b, det) : k->upos, form));
    put(b, 43, word(b, s));
    if (doc->tok_clause[t] && c->obj) put(b, 44, lower(b, att_child(doc, c->obj, ATT_DEP_DET, 0)));
}

static void put_own(bag *b, const link *l)
{
    const att_doc *doc = b->doc;
    const att_tok *k = &doc->toks.at[l->tok];
    uint64_t xpos = att_hash(att_slice_of(att_xpos_name(b->way->language, k->xpos))); /* the number differs from model to model */
    put(b, 1, 1);
    put(b, 2, l->lemma);
    put(b, 3, k->upos);
    put(b, 4, xpos);
    put(b, 5, k->deprel);
    put(b, 6, two(k->deprel, xpos));
    put(b, 7, two(l->lemma, k->deprel));
    put(b, 8, l->form);
    put(b, 9, two(l->form, l->lemma));
    put(b, 10, two(l->form, k->deprel));
    put(b, 11, l->mark);
    put(b, 12, two(l->mark, k->deprel));
    put(b, 13, l->cls);
    put(b, 14, two(l->modal, l->negated));
    put(b, 15, two(l->modal, l->lemma));
    put(b, 16, imperative(b, l->tok));
    put(b, 17, two(l->lemma, k->upos));
    uint32_t n = k->lemma.len;
    for (uint32_t i = 2; i <= 4; i++)
        if (n > i + 1) put(b, 16 + i, att_hash(att_sub(k->lemma, n - i, n)));
    const att_clause *c = &doc->clauses.at[doc->tok_clause[l->tok]];
    put(b, 22, doc->tok_clause[l->tok] ? c->tense : 9u);
    for (uint32_t f = 0; f < 11; f++)
        if (doc->tok_clause[l->tok] && c->flags >> f & 1) put(b, 23, f);
    if (k->deprel == ATT_DEP_CONJ) { /* the first of a coordination has the auxiliaries */
        link first = link_of(b, k->head);
        put(b, 24, first.form);
        put(b, 25, two(first.form, l->form));
        put(b, 26, two(first.modal, first.negated));
    }
}

static void put_chain(bag *b, const link *l, uint32_t n)
{
    uint64_t path = 0, rough = 0;
    for (uint32_t i = 1; i < n; i++) {
        const link *d = &l[i - 1], *u = &l[i];
        uint64_t base = 60 + 20 * i, rel = d->rel;
        put(b, base, u->lemma);
        put(b, base + 1, two(u->lemma, rel));
        put(b, base + 2, three(u->lemma, rel, d->mark));
        put(b, base + 3, three(u->lemma, rel, two(d->mark, u->negated)));
        put(b, base + 4, two(u->cls, rel));
        put(b, base + 5, three(u->cls, rel, u->form));
        put(b, base + 6, three(u->cls, rel, two(u->negated, u->modal)));
        put(b, base + 7, three(u->cls, rel, two(u->negated, d->negated)));
        put(b, base + 8, two(u->form, rel));
        put(b, base + 9, three(d->form, rel, u->form));
        put(b, base + 10, three(d->form, rel, u->lemma));
        put(b, base + 11, two(u->modal, rel));
        path = three(path, rel, two(u->cls, two(u->negated, u->modal != 0)));
        rough = three(rough, rel, u->cls);
        put(b, base + 12, path);
        put(b, base + 13, two(path, l[0].form));
        put(b, base + 14, rough);
        put(b, base + 15, two(rough, l[0].lemma));
    }
    put(b, 75, n);
    const link *top = &l[n - 1];
    put(b, 76, top->form);
    put(b, 77, two(top->form, l[0].form));
}

/* Operators anywhere in the sentence, and the words at hand: they catch what a wrong tree hides. */
static void put_around(bag *b, uint32_t t)
{
    static const char *const OPERATORS[] = {"if", "not", "n't", "never", "no", "will", "would", "may", "might", "could", "should", "can",
                                            "must", "whether", "unless", "without", "?", "!", "please", "maybe", "perhaps", "probably",
                                            "would", "'d", "'ll", "hope", "want", "wish", "plan", "going", "said", "says", "nothing",
                                            "nobody", "hopefully", "likely", NULL};
    const att_doc *doc = b->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    for (uint32_t k = s->tok_beg; k < s->tok_end; k++) {
        if (s->tok_end - s->tok_beg > 120 && (k + 60 < t || k > t + 60)) continue;
        if (!att_in(doc->toks.at[k].lower, OPERATORS)) continue;
        uint32_t far = k > t ? k - t : t - k;
        put(b, 50, two(k < t, lower(b, k)));
        put(b, 51, three(k < t, lower(b, k), far < 3 ? 0 : far < 6 ? 1 : far < 12 ? 2 : 3));
    }
    for (int d = -3; d <= 3; d++) {
        int64_t k = (int64_t)t + d;
        if (d == 0 || k < (int64_t)s->tok_beg || k >= (int64_t)s->tok_end) continue;
        uint32_t place = (uint32_t)(d + 4);
        put(b, 52, two(place, lower(b, (uint32_t)k)));
        if (d < 0) put(b, 53, lower(b, (uint32_t)k));
    }
    if (t > s->tok_beg) put(b, 54, three(lower(b, t - 1), word(b, t), 0));
    if (t > s->tok_beg + 1) put(b, 55, two(lower(b, t - 2), lower(b, t - 1)));
    put(b, 56, lower(b, s->tok_beg));
    put(b, 57, lower(b, s->tok_end - 1));
    uint32_t len = s->tok_end - s->tok_beg;
    put(b, 58, len < 6 ? 0 : len < 12 ? 1 : len < 25 ? 2 : 3);
}

uint32_t att_factuality_features(const att_factuality_way *way, const att_doc *doc, uint32_t tok, float rule,
                                 uint32_t out[ATT_FACT_FEATURES])
{
    bag b = {way, doc, out, 0};
    link l[LEVELS + 1] = {{0}};
    uint32_t n = 0;
    for (uint32_t t = tok; t && n <= LEVELS;) {
        l[n] = link_of(&b, t);
        t = att_fact_governor(doc, t, &l[n].rel);
        n++;
    }
    put_own(&b, &l[0]);
    put_chain(&b, l, n);
    put_subject(&b, tok, l[0].form);
    put_children(&b, tok, 30, l[0].form);
    if (n > 1) put_children(&b, l[1].tok, 140, l[1].form);
    put_around(&b, tok);
    put(&b, 59, (uint64_t)((rule + 3) * 4));
    return b.n;
}
