#include "position/assert.h"

#include "position/span.h"

void att_span_tokens(const att_doc *doc, att_span s, uint32_t *beg, uint32_t *end)
{
    uint32_t lo = 1, hi = doc->toks.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->toks.at[mid].span.end > s.beg) hi = mid;
        else lo = mid + 1;
    }
    *beg = *end = lo;
    while (*end < doc->toks.n && doc->toks.at[*end].span.beg < s.end) ++*end;
}

uint32_t att_report_clause(const att_doc *doc, uint32_t noun)
{
    static const uint8_t RELS[] = {ATT_DEP_CCOMP, ATT_DEP_ACL, ATT_DEP_ACL_RELCL, 0};
    for (const uint8_t *r = RELS; *r; r++)
        for (uint32_t k = att_child(doc, noun, (att_deprel)*r, noun); k; k = att_child(doc, noun, (att_deprel)*r, k + 1)) {
            uint32_t mark = att_child(doc, k, ATT_DEP_MARK, 0);
            bool that = mark && att_is(doc->toks.at[mark].lower, "that");
            if (doc->tok_clause[k] && (that || *r == ATT_DEP_CCOMP)) return k;
        }
    /* "there were reports from Kolkata that ...": the clause may hang beside the noun */
    uint32_t up = doc->toks.at[noun].head, c = up ? att_child(doc, up, ATT_DEP_CCOMP, noun) : 0;
    uint32_t mark = c ? att_child(doc, c, ATT_DEP_MARK, 0) : 0;
    bool empty = up && att_is(doc->toks.at[up].lemma, "be");
    return empty && mark && att_is(doc->toks.at[mark].lower, "that") ? c : 0;
}

att_id att_report_owner(const att_voices *v, uint32_t noun)
{
    const att_doc *doc = v->doc;
    att_id m = att_owner(v, noun);
    for (uint32_t k = m ? 0 : att_next_child(doc, noun, noun); k; k = att_next_child(doc, noun, k)) {
        if (doc->toks.at[k].deprel != ATT_DEP_ACL) continue;
        uint32_t o = att_child(doc, k, ATT_DEP_OBL, 0), c = o ? att_child(doc, o, ATT_DEP_CASE, 0) : 0;
        bool source = c && (att_is(doc->toks.at[c].lower, "from") || att_is(doc->toks.at[c].lower, "by"));
        att_id men = source ? doc->tok_mention[o] : 0;
        if (men && doc->mentions.at[men].entity) return men; /* "from Washington": the capital speaks for the state */
    }
    for (uint32_t k = m ? 0 : att_next_child(doc, noun, noun); k; k = att_next_child(doc, noun, k)) { /* "suspicions in Washington" */
        uint32_t c = doc->toks.at[k].deprel == ATT_DEP_NMOD ? att_child(doc, k, ATT_DEP_CASE, 0) : 0;
        att_id men = c && (att_is(doc->toks.at[c].lower, "in") || att_is(doc->toks.at[c].lower, "of")) ? doc->tok_mention[k] : 0;
        if (men && doc->entities.at[doc->mentions.at[men].entity].code.len) return men;
    }
    return m;
}

static void add(const att_voices *v, att_arena *a, att_assertions *out, att_assertion x)
{
    att_span_tokens(v->doc, x.content, &x.beg, &x.end);
    if (x.end > x.beg) *att_push(a, out) = x;
}

/* "accused China of letting oil flow", "blamed the rebels for the attack", "claimed that ..." */
static void from_charge(const att_voices *v, att_arena *a, uint32_t tok, att_assertions *out)
{
    const att_doc *doc = v->doc;
    att_id by = att_subject_party(v, tok);
    if (!by || doc->clauses.at[doc->tok_clause[tok]].flags & ATT_CL_NEGATED) return;
    att_span content = att_governed_words(v, tok);
    uint32_t first = att_next_child(doc, tok, tok);
    if (first && content.beg <= doc->toks.at[tok].span.beg) {
        uint32_t b, e;
        att_subtree(doc, first, &b, &e);
        if (b <= tok) b = tok + 1;
        content.beg = doc->toks.at[b].span.beg;
    }
    if (content.end > content.beg) add(v, a, out, (att_assertion){.tok = tok, .by = by, .content = content, .charge = true, .rule = "CL_CHARGE"});
}

/* Who asks, promises, threatens or hopes asserts nothing that could be true or false. */
static bool asserts(const att_statement *s)
{
    switch (s->commitment) {
    case ATT_COMMIT_ASKS: case ATT_COMMIT_PROMISES: case ATT_COMMIT_THREATENS: case ATT_COMMIT_REFUSES: case ATT_COMMIT_WANTS: case ATT_COMMIT_SUPPORTS:
    case ATT_COMMIT_OPPOSES: case ATT_COMMIT_HOPES: case ATT_COMMIT_DENIES: case ATT_COMMIT_DOUBTS: return false;
    default: return true;
    }
}

static bool covered(const att_assertions *out, const att_statement *s)
{
    for (uint32_t i = out->n; i-- > 0;) {
        const att_assertion *x = &out->at[i];
        bool meet = x->content.beg < s->content.end && s->content.beg < x->content.end;
        if (meet && x->tok == s->cue_tok) return true;
        if (x->content.end + 4000 < s->content.beg) break;
    }
    return false;
}

static void sort(att_assertions *out)
{
    for (uint32_t i = 1; i < out->n; i++) {
        att_assertion x = out->at[i];
        uint32_t j = i;
        while (j > 0 && out->at[j - 1].beg > x.beg) out->at[j] = out->at[j - 1], j--;
        out->at[j] = x;
    }
}

/* Both lists are (nearly) in text order, so that the merge by insertion stays cheap. */
static void merge(att_arena *a, const att_assertions *x, const att_assertions *y, att_assertions *out)
{
    uint32_t i = 0, j = 0;
    while (i < x->n || j < y->n)
        *att_push(a, out) = j == y->n || (i < x->n && x->at[i].beg <= y->at[j].beg) ? x->at[i++] : y->at[j++];
    sort(out);
}

void att_assertions_find(const att_voices *v, att_arena *a, att_assertions *out)
{
    const att_doc *doc = v->doc;
    att_assertions charges = {0}, said = {0};
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        if (k->upos == ATT_VERB && att_word_classes(v->lex, k->lemma, 'v') & ATT_W_CHARGE) from_charge(v, a, t, &charges);
        if (k->upos != ATT_NOUN || (att_word_classes(v->lex, k->lemma, 'n') & (ATT_W_REPORT | ATT_W_DENIAL)) != ATT_W_REPORT) continue;
        uint32_t c = att_report_clause(doc, t);
        if (c) add(v, a, &charges, (att_assertion){.tok = t, .by = att_report_owner(v, t), .content = att_clause_words(v, c), .charge = true, .rule = "CL_REPORT"});
    }
    for (att_id i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        bool reports = s->cue_tok && att_is(doc->toks.at[s->cue_tok].lemma, "report"); /* answered as "the report" even when its source is not known */
        att_id by = s->speaker || !s->cue_tok ? s->speaker : att_subject_party(v, s->cue_tok);
        if (!(by || reports) || !asserts(s) || att_entry_at(v->lex, &v->lex->replies, doc, s->cue_tok) || covered(&charges, s)) continue;
        add(v, a, &said, (att_assertion){.tok = s->cue_tok, .by = by, .content = s->content, .rule = "CL_SAID"});
    }
    merge(a, &charges, &said, out);
}
