/* statement.c: who said what. Cues are found first (data/statement/cues.txt), then the marks; verbs, nouns and adjectives with a content
 * in the tree are read, then phrases and colons, and last the quotations that are left over.
 *
 * What counts as source, cue and content is defined in Newell et al. 2018 (PolNeAR); borders of contents are those of records.md.
 */
#include "statement/teller.h"

bool att_in_quote(const att_teller *w, uint32_t t) { return att_quote_at(&w->quotes, t) >= 0; }

/* "WASHINGTON (Reuters) - ": a sentence may open with its dateline. */
static uint32_t behind_dateline(const att_doc *doc, uint32_t beg, uint32_t end)
{
    enum { DATELINE_WORDS = 12 };
    const att_sent *s = &doc->sents.at[doc->toks.at[beg].sent];
    if (beg > s->tok_beg + 1 || !(doc->toks.at[beg].flags & ATT_TOK_CAP)) return beg;
    for (uint32_t t = beg + 1; t < end && t < beg + DATELINE_WORDS && !doc->tok_clause[t]; t++) {
        att_slice f = doc->toks.at[t].form;
        bool dash = att_is(f, "-") || att_is(f, "--") || att_is(f, "\xE2\x80\x93") || att_is(f, "\xE2\x80\x94");
        bool agency = att_is(doc->toks.at[t - 1].form, ")") || (doc->toks.at[beg].flags & ATT_TOK_UPPER);
        if (dash && agency && (doc->toks.at[t].flags & ATT_TOK_SPACE_AFTER)) return t + 1;
    }
    return beg;
}

/* "told the BBC, "We will"": what stands between cue and marks without a verb is not said. */
static uint32_t behind_lead(const att_teller *w, att_stretch r)
{
    const att_doc *doc = w->doc;
    uint32_t i = att_quote_from(&w->quotes, r.beg);
    if (i >= w->quotes.n || !w->quotes.at[i].open || w->quotes.at[i].open <= r.beg || w->quotes.at[i].tok_beg >= r.end) return r.beg;
    uint32_t open = w->quotes.at[i].open;
    if (!att_is(doc->toks.at[open - 1].form, ",") && !att_is(doc->toks.at[open - 1].form, ":")) return r.beg;
    for (uint32_t t = r.beg; t < open; t++)
        if (doc->tok_clause[t]) return r.beg;
    return open + 1;
}

/* A part that starts inside marks is the whole quotation; one that runs into marks is completed to the closing one. The cue stays out. */
static att_stretch fit_quotes(att_teller *w, att_stretch r, uint32_t cue, bool *damaged)
{
    r = att_trim_content(w->doc, r);
    if (att_stretch_empty(r)) return r;
    r.beg = behind_dateline(w->doc, r.beg, r.end);
    r.beg = behind_lead(w, r);
    int first = att_quote_at(&w->quotes, r.beg), last = att_quote_at(&w->quotes, r.end - 1);
    if (first >= 0) {
        const att_quote *q = &w->quotes.at[first];
        bool nested = cue >= q->tok_beg && cue < q->tok_end;
        if (!nested && (q->tok_end >= r.end || q->tok_end - q->tok_beg > 4)) {
            if (q->tok_beg < r.beg) r.beg = q->tok_beg;
            if (q->tok_end > r.end) r.end = q->tok_end;
        }
    }
    if (last >= 0 && last != first) {
        const att_quote *q = &w->quotes.at[last];
        if (q->tok_end > r.end && !(cue >= q->tok_beg && cue < q->tok_end)) r.end = q->tok_end;
    }
    if (cue >= r.beg && cue < r.end) {
        if (cue - r.beg > r.end - cue) r.end = cue;
        else r.beg = cue + 1;
    }
    for (uint32_t i = att_quote_from(&w->quotes, r.beg); i < w->quotes.n && w->quotes.at[i].tok_beg < r.end; i++) {
        const att_quote *q = &w->quotes.at[i];
        if (cue >= q->tok_beg && cue < q->tok_end) continue;
        if (!w->quote_cue[i]) w->quote_cue[i] = cue ? cue : r.beg;
        *damaged |= q->damaged;
    }
    return att_trim_content(w->doc, r);
}

static uint8_t manner_of(const att_teller *w, att_stretch r, uint32_t cue)
{
    uint32_t i = att_quote_from(&w->quotes, r.beg);
    if (i >= w->quotes.n || w->quotes.at[i].tok_beg >= r.end) return ATT_INDIRECT;
    const att_quote *q = &w->quotes.at[i];
    if (cue >= q->tok_beg && cue < q->tok_end) return ATT_INDIRECT; /* all of it is inside somebody else's quotation */
    return q->tok_beg <= r.beg && q->tok_end + 1 >= r.end ? ATT_DIRECT : ATT_MIXED;
}

static void set_content(att_teller *w, att_statement *s, att_stretch a, att_stretch b)
{
    att_doc *doc = w->doc;
    s->content = att_tok_span(doc, a.beg, a.end);
    if (att_stretch_empty(b)) return;
    att_span *parts = att_new(doc->keep, att_span, 2);
    parts[0] = s->content;
    parts[1] = att_tok_span(doc, b.beg, b.end);
    s->parts = parts;
    s->part_count = 2;
    s->content.end = parts[1].end;
}

/* "thanked him, saying: '...'": the words between marks belong to the cue right before them. */
static bool cued_nearer(const att_teller *w, uint32_t cue, att_stretch a)
{
    int i = att_stretch_empty(a) ? -1 : att_quote_at(&w->quotes, a.beg);
    uint32_t t = i >= 0 ? w->quotes.at[i].open : 0;
    while (t > 1 && (att_is(w->doc->toks.at[t - 1].form, ":") || att_is(w->doc->toks.at[t - 1].form, ","))) t--;
    return t > 1 && cue && t - 1 > cue && att_says(w, t - 1);
}

att_id att_tell(att_teller *w, att_draft d)
{
    att_doc *doc = w->doc;
    bool damaged = false;
    att_stretch a = fit_quotes(w, d.part[0], d.cue, &damaged), b = {0, 0};
    if (!att_stretch_empty(d.part[1])) b = fit_quotes(w, d.part[1], d.cue, &damaged);
    if (cued_nearer(w, d.cue, a)) return 0;
    if (att_stretch_empty(a)) a = b, b = (att_stretch){0, 0};
    if (att_stretch_empty(a)) return 0;
    if (!att_stretch_empty(b) && b.beg <= a.end) b = (att_stretch){0, 0};
    att_statement s = {.sent = doc->toks.at[d.cue ? d.cue : a.beg].sent, .speaker = d.speaker, .addressee = d.addressee, .cue_tok = d.cue, .rule = d.rule, .repaired = damaged};
    set_content(w, &s, a, b);
    s.manner = manner_of(w, a, d.cue);
    att_stretch cue = d.cue && att_stretch_empty(d.cue_words) ? att_cue_words(doc, d.cue, d.prep) : d.cue_words;
    if (!att_stretch_empty(cue)) s.cue = att_tok_span(doc, cue.beg, cue.end);
    if (d.source) {
        att_stretch src = att_source_words(doc, d.source, d.cue);
        if (!att_stretch_empty(src)) s.source = att_tok_span(doc, src.beg, src.end);
    } else if (d.speaker) {
        s.source = doc->mentions.at[d.speaker].span;
    }
    if (d.cue && w->cue[d.cue]) s.commitment = w->cue[d.cue]->commitment;
    *att_add(doc, statements) = s;
    att_id id = doc->statements.n - 1;
    if (d.cue && !w->told[d.cue]) w->told[d.cue] = id;
    if (damaged) att_note_add(doc, ATT_STAGE_STATEMENT, a.beg, "quotation marks around these words are missing, doubled or out of place; read as if repaired");
    return id;
}

static void mark_cues(att_teller *w, bool *speech)
{
    const att_doc *doc = w->doc;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        char pos = k->upos == ATT_VERB ? 'v' : k->upos == ATT_NOUN ? 'n' : k->upos == ATT_ADJ ? 'a' : 0;
        w->cue[t] = pos ? att_cue_of(w->cues, k->lemma, pos) : NULL;
        speech[t] = pos == 'v' && w->cue[t] && w->cue[t]->commitment == ATT_COMMIT_SAYS && (w->cue[t]->takes & (ATT_TAKES_CLAUSE | ATT_TAKES_QUOTE));
    }
}

static void read_cues(att_teller *w)
{
    for (uint32_t t = 1; t < w->doc->toks.n; t++) {
        if (!w->cue[t]) continue;
        switch (w->doc->toks.at[t].upos) {
        case ATT_VERB: (void)att_read_verb(w, t); break;
        case ATT_NOUN: (void)att_read_noun(w, t); break;
        default: (void)att_read_adjective(w, t);
        }
    }
}

static bool before(const att_statement *a, const att_statement *b)
{
    return a->content.beg != b->content.beg ? a->content.beg < b->content.beg : a->content.end > b->content.end;
}

/* In text order, the wider first (merge sort: readers append run after run); one statement for each content. */
static void sort_and_thin(att_doc *doc)
{
    uint32_t n = doc->statements.n;
    att_statement *from = doc->statements.at, *to = att_new(doc->scratch, att_statement, n), *home = from;
    for (uint32_t width = 1; width < n; width *= 2) {
        for (uint32_t lo = 1; lo < n; lo += 2 * width) {
            uint32_t mid = lo + width < n ? lo + width : n, hi = mid + width < n ? mid + width : n, i = lo, j = mid;
            for (uint32_t k = lo; k < hi; k++) to[k] = i < mid && (j >= hi || !before(&from[j], &from[i])) ? from[i++] : from[j++];
        }
        att_statement *swap = from;
        from = to, to = swap;
    }
    if (from != home) memcpy(home + 1, from + 1, (n - 1) * sizeof *home);
    uint32_t keep = 1;
    for (uint32_t i = 1; i < n; i++) {
        bool twice = keep > 1 && home[keep - 1].content.beg == home[i].content.beg && home[keep - 1].content.end == home[i].content.end;
        if (!twice) home[keep++] = home[i];
    }
    doc->statements.n = keep;
}

void att_statements_find(const att_cues *cues, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_teller w = {.cues = cues, .doc = doc, .cue = att_take(doc->scratch, doc->toks.n, sizeof *w.cue), .told = att_new(doc->scratch, att_id, doc->toks.n)};
    bool *speech = att_new(doc->scratch, bool, doc->toks.n);
    mark_cues(&w, speech);
    att_quotes_find(doc, speech, doc->scratch, &w.quotes);
    w.quote_cue = att_new(doc->scratch, uint32_t, w.quotes.n + 1);
    read_cues(&w);
    att_read_according(&w);
    att_read_colons(&w);
    att_read_headlines(&w);
    att_read_runs(&w);
    att_read_quotes(&w);
    sort_and_thin(doc);
    att_speakers_settle(doc);
    att_arena_rewind(doc->scratch, mark);
}
