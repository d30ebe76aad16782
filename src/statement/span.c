/* span.c: borders. Contents follow records.md (no marks, no "that"); sources and cues follow PolNeAR (Newell et al. 2018): the whole
 * noun phrase with apposition and relative clause, the verb with auxiliaries, negation, particle and preposition. */
#include "statement/teller.h"

att_stretch att_hull(const att_doc *doc, uint32_t tok)
{
    att_stretch r;
    att_subtree(doc, tok, &r.beg, &r.end);
    return r;
}

static bool edge(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    if (att_is(k->form, "$") || att_is(k->form, "%") || att_is(k->form, "#")) return false;
    return k->upos == ATT_PUNCT || att_quote_mark(doc, t);
}

att_stretch att_trim_content(const att_doc *doc, att_stretch r)
{
    /* a final stop, question or exclamation mark inside the quotation belongs to it; commas and marks do not */
    while (r.beg < r.end && edge(doc, r.beg)) r.beg++;
    if (r.beg + 1 < r.end && att_is(doc->toks.at[r.beg].lower, "that") && doc->toks.at[r.beg].deprel == ATT_DEP_MARK) r.beg++;
    while (r.beg < r.end && edge(doc, r.beg)) r.beg++;
    while (r.end > r.beg && edge(doc, r.end - 1)) r.end--;
    return r;
}

uint32_t att_before_aside(const att_doc *doc, uint32_t tok, uint32_t end)
{
    for (uint32_t t = tok + 2; t < end; t++) {
        uint32_t b, e;
        const att_tok *k = &doc->toks.at[t];
        if (k->upos != ATT_VERB || k->deprel != ATT_DEP_ADVCL || !att_ends(k->lower, "ing") || !att_is(doc->toks.at[t - 1].form, ",")) continue;
        att_subtree(doc, t, &b, &e);
        if (e >= end) return t - 1;
    }
    return end;
}

static bool cue_helper(const att_doc *doc, uint32_t t, uint32_t cue)
{
    const att_tok *k = &doc->toks.at[t];
    if (k->head != cue) return false;
    switch (k->deprel) {
    case ATT_DEP_AUX:
    case ATT_DEP_AUX_PASS:
    case ATT_DEP_COP: return true;
    case ATT_DEP_ADVMOD: return k->upos != ATT_PUNCT && !att_is(k->lower, "when") && !att_is(k->lower, "where") && !att_is(k->lower, "how") && !att_is(k->lower, "why");
    default: return false;
    }
}

/* "said in a statement", "says in an interview": the medium belongs to the cue, times and places do not. */
static uint32_t medium_after(const att_doc *doc, uint32_t end)
{
    static const char *const MEDIA[] = {"statement", "interview", "email", "e-mail", "letter", "tweet", "memo", "speech", "note", NULL};
    static const char *const ARTICLES[] = {"a", "an", "the", NULL};
    if (end + 2 >= doc->toks.n || doc->toks.at[end + 2].sent != doc->toks.at[end].sent || !att_is(doc->toks.at[end].lower, "in")) return end;
    return att_in(doc->toks.at[end + 1].lower, ARTICLES) && att_in(doc->toks.at[end + 2].lower, MEDIA) ? end + 3 : end;
}

att_stretch att_cue_words(const att_doc *doc, uint32_t cue, uint32_t prep)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    att_stretch r = {cue, cue + 1};
    while (r.beg > s->tok_beg && cue_helper(doc, r.beg - 1, cue)) r.beg--;
    if (r.end < s->tok_end && doc->toks.at[r.end].head == cue && doc->toks.at[r.end].deprel == ATT_DEP_COMPOUND_PRT) r.end++;
    if (prep && prep == r.end) r.end++;
    if (!prep && doc->toks.at[cue].upos == ATT_VERB) r.end = medium_after(doc, r.end);
    return r;
}

att_stretch att_cue_frame(const att_doc *doc, uint32_t cue, uint32_t content)
{
    att_stretch r = att_cue_words(doc, cue, 0);
    const att_sent *s = &doc->sents.at[doc->toks.at[cue].sent];
    for (uint32_t k = s->tok_beg; k < s->tok_end; k++) {
        const att_tok *t = &doc->toks.at[k];
        if (t->head != cue || k == content || t->deprel == ATT_DEP_PUNCT || t->deprel == ATT_DEP_CCOMP) continue;
        att_stretch h = att_hull(doc, k);
        if (content >= h.beg && content < h.end) continue;
        /* what stands beyond the content is not between it and the cue */
        if (content < cue && h.beg < content) continue;
        if (content > cue && h.beg > content) continue;
        if (h.beg < r.beg) r.beg = h.beg;
        if (h.end > r.end) r.end = h.end;
    }
    return r;
}

att_stretch att_source_words(const att_doc *doc, uint32_t head, uint32_t cue)
{
    att_stretch r = att_hull(doc, head);
    if (cue >= r.beg && cue < r.end) {
        uint32_t x = cue;
        while (doc->toks.at[x].head && doc->toks.at[x].head != head) x = doc->toks.at[x].head;
        uint32_t from = cue;
        if (doc->toks.at[x].head == head) from = att_hull(doc, x).beg;
        if (cue > head) r.end = from > head ? from : head + 1;
        else r.beg = cue + 1;
    }
    while (r.beg < r.end && (doc->toks.at[r.beg].upos == ATT_PUNCT || doc->toks.at[r.beg].deprel == ATT_DEP_CASE ||
                               doc->toks.at[r.beg].deprel == ATT_DEP_FIXED || doc->toks.at[r.beg].deprel == ATT_DEP_CC)) r.beg++;
    while (r.end > r.beg && (doc->toks.at[r.end - 1].upos == ATT_PUNCT || att_is(doc->toks.at[r.end - 1].lower, "'s") || att_is(doc->toks.at[r.end - 1].form, "\xE2\x80\x99s"))) r.end--;
    return r;
}
