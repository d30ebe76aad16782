/* factuality_rules.c: polarity and certainty carried from the top of the sentence down to a predicate.
 *
 * Each embedding word hands its own value down, changed as its class says: "failed to" turns it round, "managed to" keeps it, "hopes to"
 * leaves it open, "knows that" vouches for it whatever stands above (Nairn, Condoravdi and Karttunen 2006).
 */
#include "nlp/factuality_int.h"

enum { MAX_DEPTH = 12 };

uint32_t att_fact_governor(const att_doc *doc, uint32_t tok, uint8_t *rel)
{
    uint32_t t = tok;
    for (int steps = 0; steps < 64; steps++) {
        const att_tok *k = &doc->toks.at[t];
        *rel = k->deprel;
        if (k->deprel != ATT_DEP_CONJ) return k->head;
        t = k->head;
    }
    return 0;
}

/* Constants: what readers of news make of each form, on the whole: a plan or a future is taken to come true rather than not, a
 * condition is open, "can" tells little. */
static float of_modal(att_slice modal)
{
    static const struct {
        const char *word;
        float value;
    } MODALS[] = {{"may", 1.4f}, {"might", 0.9f}, {"could", 1.0f}, {"can", 1.2f}, {"must", 1.3f}, {"should", 0.9f}, {"would", 1.7f}};
    for (size_t i = 0; i < sizeof MODALS / sizeof *MODALS; i++)
        if (att_is(modal, MODALS[i].word)) return MODALS[i].value;
    return 0.8f;
}

static bool has_no(const att_doc *doc, uint32_t tok)
{
    static const char *const NO[] = {"no", "neither", NULL};
    uint32_t det = att_child(doc, tok, ATT_DEP_DET, 0);
    return (det && att_in(doc->toks.at[det].lower, NO)) || att_is(att_case_of(doc, tok), "without");
}

/* "Close the border": a bare verb at the top, without a subject. */
static bool imperative(const att_factuality_way *w, const att_doc *doc, uint32_t tok)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[tok]];
    const att_tok *k = &doc->toks.at[tok];
    return k->deprel == ATT_DEP_ROOT && k->upos == ATT_VERB && !c->subj && c->tense == ATT_TENSE_NONE &&
           !(c->flags & ATT_CL_INFINITIVE) && !c->modal.len && strcmp(att_xpos_name(w->language, k->xpos), "VB") == 0;
}

/* What the clause, or the noun phrase, says of itself. */
static float own_form(const att_factuality_way *w, const att_doc *doc, uint32_t tok)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[tok]];
    static const char *const WEAK[] = {"may", "might", "should", NULL};
    float v = 3;
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        uint8_t rel = doc->toks.at[k].deprel;
        if (rel != ATT_DEP_ADVMOD && rel != ATT_DEP_AMOD) continue;
        att_embed e = att_embed_at(w->embeds, doc, k);
        if (e == ATT_EMB_POSSIBLE || e == ATT_EMB_PLANNED || e == ATT_EMB_INTENDED || e == ATT_EMB_DOUBTED) v = 1.4f; /* "perhaps", "planned" */
        if (e == ATT_EMB_ALLEGED || e == ATT_EMB_BELIEVED) v = 1.8f;
        if (e == ATT_EMB_DENIED || e == ATT_EMB_NEGATED) v = -1;
    }
    if (!doc->tok_clause[tok]) { /* nouns and adjectives may also name a kind: "merger talks" */
        float most = doc->toks.at[tok].deprel == ATT_DEP_COMPOUND ? 2.3f : 2.75f;
        return has_no(doc, tok) ? -2.4f : v < most ? v : most;
    }
    if (c->tense == ATT_TENSE_FUTURE) v = v < 2.4f ? v : 2.4f;
    if (c->modal.len) v = of_modal(c->modal);
    if (imperative(w, doc, tok)) v = 0.8f;
    if (c->flags & ATT_CL_CONDITION) v = 0.8f;
    if (c->flags & ATT_CL_QUESTION) v *= 0.6f;
    if (!(c->flags & ATT_CL_NEGATED)) return v;
    return att_in(c->modal, WEAK) || v < 1 ? -1 : -2.2f; /* "may not" leaves it open, "can't" does not */
}

/* A clause of value v under a word of class e whose own value is up. */
static float carried(att_embed e, float v, float up)
{
    static const float OPEN[ATT_EMB_COUNT] = {
        [ATT_EMB_PLANNED] = 0.55f, [ATT_EMB_INTENDED] = 0.4f, [ATT_EMB_PROMISED] = 0.65f, [ATT_EMB_ORDERED] = 0.5f, [ATT_EMB_ASKED] = 0.4f,
        [ATT_EMB_POSSIBLE] = 0.5f, [ATT_EMB_TRIED] = 0.4f, [ATT_EMB_BELIEVED] = 0.65f, [ATT_EMB_ALLEGED] = 0.75f, [ATT_EMB_DOUBTED] = 0.2f};
    float sure = up > 0 ? up / 3 : -up / 3;
    switch (e) {
    case ATT_EMB_FACTIVE: return v;
    case ATT_EMB_REPORTED: return up < 0 ? v * 0.3f : v * 0.95f;
    case ATT_EMB_CAUSED: case ATT_EMB_BEGUN: case ATT_EMB_ONGOING: return v * up / 3;
    case ATT_EMB_ENDED: return v * 0.3f;
    case ATT_EMB_NEGATED: return -0.7f * v * up / 3;
    case ATT_EMB_DENIED: return up > 0 ? -v * 0.5f : v * 0.5f;
    case ATT_EMB_CONDITIONAL: return v * 0.25f;
    default: break;
    }
    if (OPEN[e] <= 0) return up < 0 ? -v * 0.6f : v * (0.5f + 0.5f * sure);
    float most = 3 * OPEN[e];
    return (up < 0 ? -0.5f * v : v < most ? v : most) * (0.6f + 0.4f * sure);
}

/* A noun that names a happening under such a word: "rejected the attack", "called for talks", "did no damage". */
static float carried_noun(att_embed e, float v, float up)
{
    float sure = up > 0 ? up / 3 : -up / 3;
    if (v < 0) return v; /* "made no comment": the noun phrase has said it */
    switch (e) {
    case ATT_EMB_NEGATED: case ATT_EMB_DENIED: return v * 0.45f;
    case ATT_EMB_ASKED: case ATT_EMB_INTENDED: case ATT_EMB_PLANNED: case ATT_EMB_ORDERED: case ATT_EMB_POSSIBLE: case ATT_EMB_TRIED: return v * 0.6f;
    case ATT_EMB_CAUSED: case ATT_EMB_BEGUN: return v * (up < 0 ? -0.6f : 0.3f + 0.6f * sure);
    default: return v * (up < 0 ? 0.3f : 0.6f + 0.4f * sure);
    }
}

/* Infinitives and gerunds whose governor tells nothing of them, by the word that opens them. */
static float open_clause(const att_doc *doc, uint32_t tok, uint8_t rel, float v)
{
    uint32_t mark = att_child(doc, tok, ATT_DEP_MARK, 0);
    att_slice m = mark ? doc->toks.at[mark].lower : att_case_of(doc, tok);
    if (!m.len || !doc->tok_clause[tok]) return v;
    if (att_is(m, "to")) return v * (rel == ATT_DEP_ADVCL ? 0.57f : 0.45f);
    if (att_is(m, "from") || att_is(m, "without")) return v * -0.1f;
    if (att_is(m, "for") || att_is(m, "until") || att_is(m, "of") || att_is(m, "about")) return v * 0.6f;
    if (att_is(m, "before") || att_is(m, "unless") || att_is(m, "whether")) return v * 0.5f;
    return v;
}

typedef enum { HANGS_FREE, HANGS_CLAUSE, HANGS_NOUN } hanging;

static hanging hangs(uint8_t rel)
{
    if (rel == ATT_DEP_XCOMP || rel == ATT_DEP_CCOMP || rel == ATT_DEP_CSUBJ) return HANGS_CLAUSE;
    if (rel == ATT_DEP_ACL) return HANGS_CLAUSE;
    if (rel == ATT_DEP_OBJ || rel == ATT_DEP_NSUBJ || rel == ATT_DEP_NSUBJ_PASS || rel == ATT_DEP_OBL || rel == ATT_DEP_NMOD)
        return HANGS_NOUN;
    return HANGS_FREE;
}

static float value(const att_factuality_way *w, const att_doc *doc, uint32_t tok, int depth)
{
    float v = own_form(w, doc, tok);
    uint8_t rel;
    uint32_t up = att_fact_governor(doc, tok, &rel);
    if (!up || depth == MAX_DEPTH) return v;
    hanging h = hangs(rel);
    att_embed e = att_embed_at(w->embeds, doc, up);
    if (h == HANGS_FREE) return open_clause(doc, tok, rel, v);
    float above = value(w, doc, up, depth + 1);
    if (h == HANGS_NOUN) return carried_noun(rel == ATT_DEP_NSUBJ ? ATT_EMB_NONE : e, v, above);
    if (rel == ATT_DEP_ACL && e != ATT_EMB_NEGATED && (e == ATT_EMB_NONE || !att_child(doc, tok, ATT_DEP_MARK, 0)))
        return open_clause(doc, tok, rel, v);
    if (e == ATT_EMB_NONE && rel == ATT_DEP_XCOMP && att_child(doc, tok, ATT_DEP_MARK, 0)) v *= 0.6f; /* "was set to", with no word for it */
    return carried(e, v, above);
}

float att_factuality_by_rule(const att_factuality_way *way, const att_doc *doc, uint32_t tok) { return value(way, doc, tok, 0); }
