#include "nlp/embedding.h"

#include "nlp/factuality_int.h"
#include "nlp/verbs.h"

/* ---- above a predicate ---- */

static bool embeds_by(uint8_t rel)
{
    switch (rel) {
    case ATT_DEP_CCOMP: case ATT_DEP_XCOMP: case ATT_DEP_CSUBJ: case ATT_DEP_CSUBJ_PASS: case ATT_DEP_ACL: case ATT_DEP_OBJ:
    case ATT_DEP_NSUBJ_PASS: case ATT_DEP_NMOD: case ATT_DEP_OBL: return true;
    default: return false;
    }
}

static uint32_t holder_of(const att_doc *doc, uint32_t tok)
{
    att_id c = doc->tok_clause[tok];
    return c ? doc->clauses.at[c].subj : att_noun_owner(doc, tok);
}

/* "If sanctions are lifted, Tehran will stop": the condition hangs below what it holds open. */
static uint32_t condition_of(const att_doc *doc, uint32_t tok)
{
    for (uint32_t k = att_child(doc, tok, ATT_DEP_ADVCL, 0); k; k = att_child(doc, tok, ATT_DEP_ADVCL, k + 1))
        if (doc->tok_clause[k] && doc->clauses.at[doc->tok_clause[k]].flags & ATT_CL_CONDITION) return k;
    return 0;
}

/* "no plans to withdraw" */
static bool has_no(const att_doc *doc, uint32_t noun)
{
    uint32_t det = att_child(doc, noun, ATT_DEP_DET, 0);
    return det && att_is(doc->toks.at[det].lower, "no");
}

uint32_t att_embedders_of(const att_embeds *embeds, const att_doc *doc, uint32_t tok, att_embedder out[ATT_MAX_EMBEDDERS])
{
    uint32_t n = 0, condition = condition_of(doc, tok);
    if (condition) out[n++] = (att_embedder){condition, ATT_DEP_ADVCL, ATT_EMB_CONDITIONAL, doc->clauses.at[doc->tok_clause[condition]].subj, false};
    for (uint32_t t = tok, steps = 0; t && n < ATT_MAX_EMBEDDERS && steps < 32; steps++) {
        uint8_t rel;
        uint32_t up = att_fact_governor(doc, t, &rel);
        if (!up) break;
        att_embed e = att_embed_at(embeds, doc, up);
        bool clausal = rel == ATT_DEP_CCOMP || rel == ATT_DEP_XCOMP || rel == ATT_DEP_CSUBJ || rel == ATT_DEP_CSUBJ_PASS;
        att_id c = doc->tok_clause[up];
        if (clausal || (embeds_by(rel) && e != ATT_EMB_NONE))
            out[n++] = (att_embedder){up, rel, (uint8_t)e, holder_of(doc, up), c ? (doc->clauses.at[c].flags & ATT_CL_NEGATED) != 0 : has_no(doc, up)};
        else if (doc->tok_clause[t] && !clausal && rel != ATT_DEP_ACL) /* a subject, a relative clause, an adjunct: not governed further up */
            break;
        t = up;
    }
    return n;
}

/* ---- nouns as predicates ---- */

/* "talks", "destruction", "bombing", "withdrawal", "attack" (a verb as well). */
static bool deverbal(const att_tok *k)
{
    static const char *const ENDS[] = {"tion", "sion", "ment", "ance", "ence", "ing", "sal", "val", "ure", NULL};
    if (k->upos != ATT_NOUN || k->lemma.len < 4) return false;
    for (int i = 0; ENDS[i]; i++)
        if (att_ends(k->lemma, ENDS[i]) && k->lemma.len > strlen(ENDS[i]) + 2) return true;
    return att_is_verb(k->lemma);
}

static uint32_t with_case(const att_doc *doc, uint32_t noun, const char *const *preps)
{
    for (uint32_t k = att_child(doc, noun, ATT_DEP_NMOD, 0); k; k = att_child(doc, noun, ATT_DEP_NMOD, k + 1))
        if (att_in(att_case_of(doc, k), preps)) return k;
    return 0;
}

/* "by" of the noun itself, or hung one noun lower by the parser: "the destruction of a bridge by rebels". */
static uint32_t agent_of(const att_doc *doc, uint32_t noun, uint32_t object)
{
    static const char *const BY[] = {"by", NULL};
    uint32_t by = with_case(doc, noun, BY);
    return by || !object ? by : with_case(doc, object, BY);
}

void att_nominals_find(att_doc *doc)
{
    static const char *const OF[] = {"of", "on", "against", NULL};
    uint32_t taken = 0; /* agent of the noun before */
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (!deverbal(&doc->toks.at[t]) || doc->tok_clause[t]) continue;
        uint32_t of = with_case(doc, t, OF), by = agent_of(doc, t, of), owner = att_noun_owner(doc, t);
        if (by && by == taken) by = 0;
        if (owner && owner == taken) owner = 0;
        if (!by && !of && !owner) continue;
        taken = by;
        att_clause *c = att_add(doc, nominals);
        *c = (att_clause){.tok = t, .flags = ATT_CL_NOMINAL, .subj = by ? by : owner, .obj = of, .agent = by};
        if (by && owner && owner != by && !of) c->obj = owner; /* "Kyiv's bombardment by rebels" */
        uint32_t up = t;
        for (uint32_t steps = 0; steps < 64 && up && !c->up; steps++) {
            c->up_rel = doc->toks.at[up].deprel;
            up = doc->toks.at[up].head;
            c->up = up ? doc->tok_clause[up] : 0;
        }
        if (has_no(doc, t) || att_is(att_case_of(doc, t), "without")) c->flags |= ATT_CL_NEGATED;
    }
}
