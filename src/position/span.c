#include "position/span.h"

#include "statement/statement.h"

static bool edge(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    return k->upos == ATT_PUNCT || k->upos == ATT_CCONJ || att_is(k->form, "\"") || (k->deprel == ATT_DEP_MARK && att_is(k->lower, "that"));
}

/* [beg, end) without marks and commas at its edges, inside the statement that tok stands in. */
static att_span trimmed(const att_voices *v, uint32_t tok, uint32_t beg, uint32_t end)
{
    const att_doc *doc = v->doc;
    if (v->said_in[tok]) {
        att_span said = doc->statements.at[v->said_in[tok]].content;
        while (beg < tok && doc->toks.at[beg].span.beg < said.beg) beg++;
        while (end > tok + 1 && doc->toks.at[end - 1].span.end > said.end) end--;
    }
    end = att_before_aside(doc, tok, end);
    while (beg < tok && edge(doc, beg)) beg++;
    while (end > tok + 1 && edge(doc, end - 1)) end--;
    return att_tok_span(doc, beg, end);
}

/* What hangs beside the clause, not in it. */
static bool beside(const att_doc *doc, uint32_t k)
{
    switch (doc->toks.at[k].deprel) {
    case ATT_DEP_PARATAXIS: case ATT_DEP_DISCOURSE: case ATT_DEP_VOCATIVE: return true;
    case ATT_DEP_CONJ: return doc->tok_clause[k] != 0;
    default: return false;
    }
}

/* Hull of tok's subtree without the parts beside it. */
static void hull(const att_doc *doc, uint32_t tok, uint32_t *beg, uint32_t *end)
{
    att_subtree(doc, tok, beg, end);
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        if (!beside(doc, k)) continue;
        uint32_t kb, ke;
        att_subtree(doc, k, &kb, &ke);
        if (k > tok && kb > tok && kb < *end) *end = kb;
        if (k < tok && ke <= tok && ke > *beg) *beg = ke;
    }
}

att_span att_clause_words(const att_voices *v, uint32_t tok)
{
    uint32_t beg, end;
    hull(v->doc, tok, &beg, &end);
    return trimmed(v, tok, beg, end);
}

/* What the verb introduces as a cue, in its sentence; empty when it is none. Statements stand in the order of their contents. */
static att_span said_by_cue(const att_doc *doc, uint32_t cue)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    uint32_t lo = 1, hi = doc->statements.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->statements.at[mid].content.beg < s->span.beg) lo = mid + 1;
        else hi = mid;
    }
    for (; lo < doc->statements.n && doc->statements.at[lo].content.beg < s->span.end; lo++)
        if (doc->statements.at[lo].cue_tok == cue) return doc->statements.at[lo].content;
    return (att_span){0, 0};
}

att_span att_governed_words(const att_voices *v, uint32_t tok)
{
    const att_doc *doc = v->doc;
    uint32_t comp = doc->toks.at[tok].upos == ATT_VERB ? att_child(doc, tok, ATT_DEP_CCOMP, 0) : 0, beg, end;
    if (comp) return att_clause_words(v, comp); /* "the clause", he urged */
    hull(doc, tok, &beg, &end);
    uint32_t last = tok + 1;
    for (uint32_t k = att_next_child(doc, tok, tok); k && k < end; k = att_next_child(doc, tok, k)) {
        uint32_t kb, ke;
        att_subtree(doc, k, &kb, &ke);
        if (doc->toks.at[k].deprel != ATT_DEP_PUNCT && ke > last) last = ke;
    }
    if (last == tok + 1) { /* "...", he urged */
        att_span said = said_by_cue(doc, tok);
        if (said.end > said.beg) return said;
    }
    return trimmed(v, tok, tok, last < end ? last : end);
}

att_span att_noun_words(const att_voices *v, uint32_t noun)
{
    uint32_t beg, end;
    hull(v->doc, noun, &beg, &end);
    while (beg < noun && v->doc->toks.at[beg].deprel == ATT_DEP_CASE && v->doc->toks.at[beg].head == noun) beg++; /* "to *the request*" */
    return trimmed(v, noun, beg, end);
}

/* Does the token end a time expression? Few stand in a sentence. */
static bool tells_when(const att_doc *doc, uint32_t tok)
{
    uint32_t from = doc->sents.at[doc->toks.at[tok].sent].tok_beg;
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, from); i < doc->timexes.n && doc->timexes.at[i].tok_beg <= tok; i++)
        if (doc->timexes.at[i].tok_end > tok) return true;
    return false;
}

uint32_t att_topic_of(const att_doc *doc, uint32_t tok)
{
    static const uint8_t ORDER[] = {ATT_DEP_CCOMP, ATT_DEP_XCOMP, ATT_DEP_ACL, ATT_DEP_CSUBJ, ATT_DEP_OBL, ATT_DEP_NMOD, ATT_DEP_OBJ, ATT_DEP_NSUBJ_PASS, ATT_DEP_ADVCL, 0};
    static const char *const TIME[] = {"in", "at", "after", "before", "during", "since", "until", "amid", "by", "as", NULL};
    for (const uint8_t *r = ORDER; *r; r++)
        for (uint32_t k = att_child(doc, tok, (att_deprel)*r, 0); k; k = att_child(doc, tok, (att_deprel)*r, k + 1)) {
            uint32_t c = att_child(doc, k, ATT_DEP_CASE, 0);
            bool adjunct = (*r == ATT_DEP_OBL || *r == ATT_DEP_NMOD) && (!c || tells_when(doc, k) || att_in(doc->toks.at[c].lower, TIME));
            if (!adjunct) return k;
        }
    return 0;
}
