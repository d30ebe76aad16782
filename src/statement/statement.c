/* statement.c: statements from three sources, in this order: cues with a clause under them, quotations, "according to".
 *
 * A cue's content is read off the tree: its that-clause, the clause that it is hung into ("..., Macron said"), or, for verbs of
 * promising, demanding, judging and denying, all that follows the verb. A quotation takes the nearest cue outside its marks.
 * The measure of what counts is Newell et al. 2018 (PolNeAR): source, cue, content.
 */
#include "base/limits.h"
#include "statement/cues.h"
#include "statement/quotes.h"

typedef struct {
    const att_cues *cues;
    att_doc *doc;
    att_quotes quotes;
    uint8_t *cue;        /* token -> att_cue_kind */
    bool *quote_done;    /* quote -> is (part of) a statement already */
} teller;

static att_id mention_of(const att_doc *doc, uint32_t tok)
{
    if (!tok) return 0;
    if (doc->tok_mention[tok]) return doc->tok_mention[tok];
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k))
        if (doc->toks.at[k].deprel != ATT_DEP_ACL_RELCL && doc->tok_mention[k] && doc->toks.at[k].deprel != ATT_DEP_CONJ) return doc->tok_mention[k];
    return 0;
}

static att_id speaker_of(const att_doc *doc, uint32_t cue)
{
    att_id c = doc->tok_clause[cue];
    return c ? mention_of(doc, doc->clauses.at[c].subj) : 0;
}

static bool trim_token(const att_tok *k)
{
    return k->upos == ATT_PUNCT || att_is(k->form, "\"") || att_is(k->form, "'");
}

/* Content without the marks, commas and "that" at its edges. */
static bool content_span(const att_doc *doc, uint32_t beg, uint32_t end, att_span *out)
{
    while (beg < end && (trim_token(&doc->toks.at[beg]) || (att_is(doc->toks.at[beg].lower, "that") && doc->toks.at[beg].deprel == ATT_DEP_MARK))) beg++;
    while (end > beg && trim_token(&doc->toks.at[end - 1])) end--;
    if (end <= beg) return false;
    *out = att_tok_span(doc, beg, end);
    return true;
}

static uint8_t manner_of(teller *w, uint32_t beg, uint32_t end)
{
    bool any = false;
    for (uint32_t i = 0; i < w->quotes.n; i++) {
        const att_quote *q = &w->quotes.at[i];
        if (q->tok_end <= beg || q->tok_beg >= end) continue;
        any = true;
        if (q->tok_beg <= beg + 1 && q->tok_end + 2 >= end) {
            w->quote_done[i] = true;
            return ATT_DIRECT;
        }
        w->quote_done[i] = true;
    }
    return any ? ATT_MIXED : ATT_INDIRECT;
}

static void add_statement(teller *w, uint32_t cue, att_id speaker, uint32_t beg, uint32_t end, const char *rule)
{
    att_doc *doc = w->doc;
    att_span content;
    if (!content_span(doc, beg, end, &content)) return;
    att_statement s = {.sent = doc->toks.at[cue ? cue : beg].sent, .speaker = speaker, .cue_tok = cue, .content = content, .rule = rule};
    if (cue) s.cue = doc->toks.at[cue].span;
    s.manner = manner_of(w, beg, end);
    *att_add(doc, statements) = s;
}

/* The part of a subtree [beg, end) that is left when the cue with its speaker stands at one edge or in the middle: the longer side. */
static void cut_out(const att_doc *doc, uint32_t cue, uint32_t *beg, uint32_t *end)
{
    uint32_t cb, ce;
    att_subtree(doc, cue, &cb, &ce);
    if (cb <= *beg && ce < *end) *beg = ce;
    else if (ce >= *end && cb > *beg) *end = cb;
    else if (cb > *beg && ce < *end) {
        if (cb - *beg >= *end - ce) *end = cb;
        else *beg = ce;
    }
}

/* Does the cue keep its content as object or infinitive ("denied the charge", "promised to pay")? */
static bool takes_object(att_cue_kind k)
{
    return k == ATT_CUE_PROMISE || k == ATT_CUE_THREAT || k == ATT_CUE_DENY || k == ATT_CUE_DEMAND || k == ATT_CUE_JUDGE;
}

static uint32_t clause_child(const att_doc *doc, uint32_t cue)
{
    uint32_t c = att_child(doc, cue, ATT_DEP_CCOMP, 0);
    if (!c) c = att_child(doc, cue, ATT_DEP_CSUBJ_PASS, 0);
    return c;
}

/* "said that ...", "..., he said", "(he) said: ..." */
static bool from_clause(teller *w, uint32_t cue, att_cue_kind kind)
{
    att_doc *doc = w->doc;
    uint32_t comp = clause_child(doc, cue), beg, end;
    if (comp) {
        att_subtree(doc, comp, &beg, &end);
        if (beg < cue && end > cue) cut_out(doc, cue, &beg, &end);
        add_statement(w, cue, speaker_of(doc, cue), beg, end, "ST_CLAUSE");
        return true;
    }
    uint32_t head = doc->toks.at[cue].head;
    if (doc->toks.at[cue].deprel == ATT_DEP_PARATAXIS && head && kind != ATT_CUE_JUDGE && kind != ATT_CUE_DENY) {
        att_subtree(doc, head, &beg, &end);
        cut_out(doc, cue, &beg, &end);
        add_statement(w, cue, speaker_of(doc, cue), beg, end, "ST_PARENTHESIS");
        return true;
    }
    return false;
}

/* All that follows the verb in its own subtree. */
static bool from_object(teller *w, uint32_t cue)
{
    att_doc *doc = w->doc;
    uint32_t beg, end, obj = att_child(doc, cue, ATT_DEP_OBJ, 0), inf = att_child(doc, cue, ATT_DEP_XCOMP, 0), obl = att_child(doc, cue, ATT_DEP_OBL, 0);
    uint32_t first = obj && (!inf || obj < inf) ? obj : inf ? inf : obl;
    if (!first || first < cue || !speaker_of(doc, cue)) return false;
    att_subtree(doc, cue, &beg, &end);
    uint32_t fb, fe;
    att_subtree(doc, first, &fb, &fe);
    /* coordinated clauses of the governing verb are somebody's next act, not content */
    for (uint32_t k = cue + 1; k < end; k++)
        if (doc->toks.at[k].head == cue && (doc->toks.at[k].deprel == ATT_DEP_CONJ || doc->toks.at[k].deprel == ATT_DEP_PARATAXIS)) {
            uint32_t kb, ke;
            att_subtree(doc, k, &kb, &ke);
            if (kb > cue) end = kb < end ? kb : end;
            break;
        }
    if (fb <= cue || end <= fb) return false;
    add_statement(w, cue, speaker_of(doc, cue), fb, end, "ST_OBJECT");
    return true;
}

static bool in_quote(const teller *w, uint32_t t) { return att_quote_at(&w->quotes, t) >= 0; }

static void from_cues(teller *w)
{
    att_doc *doc = w->doc;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        char pos = k->upos == ATT_VERB ? 'v' : k->upos == ATT_NOUN ? 'n' : k->upos == ATT_ADJ ? 'a' : 0;
        att_cue_kind kind = pos ? att_cue_of(w->cues, k->lemma, pos) : ATT_CUE_NONE;
        w->cue[t] = (uint8_t)kind;
        if (!kind || in_quote(w, t) || pos == 'n' || pos == 'a') continue;
        if (!from_clause(w, t, kind) && takes_object(kind)) (void)from_object(w, t);
    }
}

/* "according to X": the rest of the clause is X's. */
static void from_according(teller *w)
{
    att_doc *doc = w->doc;
    for (uint32_t t = 1; t + 2 < doc->toks.n; t++) {
        if (!att_is(doc->toks.at[t].lower, "according") || !att_is(doc->toks.at[t + 1].lower, "to")) continue;
        uint32_t x = doc->toks.at[t].head == t + 1 || doc->toks.at[t].deprel != ATT_DEP_CASE ? doc->toks.at[t + 1].head : doc->toks.at[t].head;
        if (!x || x <= t) x = t + 2;
        uint32_t head = doc->toks.at[x].head, beg, end;
        while (head && !doc->tok_clause[head]) head = doc->toks.at[head].head;
        if (!head || doc->toks.at[head].sent != doc->toks.at[t].sent) continue;
        att_subtree(doc, head, &beg, &end);
        uint32_t xb, xe;
        att_subtree(doc, x, &xb, &xe);
        if (xb <= beg) beg = xe;
        else if (xe >= end) end = xb;
        else if (xb - beg >= end - xe) end = xb;
        else beg = xe;
        att_id before = doc->statements.n;
        add_statement(w, t, mention_of(doc, x), beg, end, "ST_ACCORDING");
        if (doc->statements.n > before) doc->statements.at[before].cue = att_tok_span(doc, t, t + 2);
    }
}

/* Nearest cue outside the marks: in the sentences that the quotation touches, after it first ("...", he said), then before it
 * (he said: "..."), then in the sentence before when that ends in a colon. */
static uint32_t cue_for_quote(const teller *w, const att_quote *q)
{
    const att_doc *doc = w->doc;
    const att_sent *last = &doc->sents.at[doc->toks.at[q->tok_end - 1].sent], *first = &doc->sents.at[doc->toks.at[q->tok_beg].sent];
    for (uint32_t t = q->tok_end; t < last->tok_end && t < q->tok_end + 25; t++)
        if (w->cue[t] && w->cue[t] <= ATT_CUE_JUDGE && !in_quote(w, t)) return t;
    uint32_t after = q->close ? q->close + 1 : 0;
    if (after && after < doc->toks.n && doc->toks.at[after].sent != doc->toks.at[q->tok_end - 1].sent) {
        const att_sent *next = &doc->sents.at[doc->toks.at[after].sent];
        bool lower = !(doc->toks.at[after].flags & ATT_TOK_CAP);
        for (uint32_t t = after; next->para == last->para && t < next->tok_end && t < after + (lower ? 12u : 5u); t++)
            if (w->cue[t] && w->cue[t] <= ATT_CUE_DENY && !in_quote(w, t)) return t;
    }
    for (uint32_t t = q->tok_beg; t > first->tok_beg; t--)
        if (w->cue[t - 1] && w->cue[t - 1] <= ATT_CUE_JUDGE && !in_quote(w, t - 1)) return t - 1;
    return 0;
}

static bool looks_whole(const att_doc *doc, const att_quote *q)
{
    uint32_t words = 0, verbs = 0;
    for (uint32_t t = q->tok_beg; t < q->tok_end; t++) {
        words += doc->toks.at[t].upos != ATT_PUNCT;
        verbs += doc->tok_clause[t] != 0;
    }
    return words >= 3 && verbs > 0;
}

static void from_quotes(teller *w)
{
    att_doc *doc = w->doc;
    att_id last_speaker = 0;
    uint32_t last_cue = 0;
    for (uint32_t i = 0; i < w->quotes.n; i++) {
        const att_quote *q = &w->quotes.at[i];
        uint32_t cue = cue_for_quote(w, q);
        if (w->quote_done[i] || !looks_whole(doc, q)) {
            if (cue) last_cue = cue, last_speaker = speaker_of(doc, cue) ? speaker_of(doc, cue) : last_speaker;
            continue;
        }
        att_id speaker = cue ? speaker_of(doc, cue) : last_speaker;
        if (!cue && !last_cue) continue;
        w->quote_done[i] = true;
        att_span content;
        if (!content_span(doc, q->tok_beg, q->tok_end, &content)) continue;
        uint32_t c = cue ? cue : last_cue;
        att_statement *s = att_add(doc, statements);
        *s = (att_statement){.sent = doc->toks.at[q->tok_beg].sent, .speaker = speaker, .cue = doc->toks.at[c].span, .cue_tok = c, .content = content,
                             .manner = ATT_DIRECT, .rule = cue ? "ST_QUOTE" : "ST_RUN_ON", .repaired = q->damaged};
        if (speaker) last_speaker = speaker;
        last_cue = c;
    }
}

/* "I" and "we" in a quotation are the one who speaks. */
static void first_person(teller *w)
{
    static const char *const FIRST[] = {"i", "me", "my", "mine", "we", "us", "our", "ours", NULL};
    att_doc *doc = w->doc;
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        att_id who = s->speaker ? doc->mentions.at[s->speaker].entity : 0;
        if (s->manner == ATT_INDIRECT || !who) continue;
        for (uint32_t m = 1; m < doc->mentions.n; m++) {
            att_mention *men = &doc->mentions.at[m];
            bool inside = men->span.beg >= s->content.beg && men->span.end <= s->content.end;
            if (inside && !men->entity && men->form == ATT_MEN_PRONOUN && att_in(doc->toks.at[men->head].lower, FIRST)) men->entity = who, men->how = ATT_HOW_COREFERENCE;
        }
    }
}

/* Statements in text order, one per content. */
static void sort_and_thin(att_doc *doc)
{
    att_statement *s = doc->statements.at;
    uint32_t n = doc->statements.n;
    for (uint32_t i = 2; i < n; i++) {
        att_statement x = s[i];
        uint32_t j = i;
        while (j > 1 && s[j - 1].content.beg > x.content.beg) s[j] = s[j - 1], j--;
        s[j] = x;
    }
    uint32_t keep = 1;
    for (uint32_t i = 1; i < n; i++) {
        bool twice = keep > 1 && s[keep - 1].content.beg == s[i].content.beg && s[keep - 1].content.end == s[i].content.end;
        if (!twice) s[keep++] = s[i];
    }
    doc->statements.n = keep;
}

void att_statements_find(const att_cues *cues, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    teller w = {.cues = cues, .doc = doc, .cue = att_new(doc->scratch, uint8_t, doc->toks.n)};
    att_quotes_find(doc, doc->scratch, &w.quotes);
    w.quote_done = att_new(doc->scratch, bool, w.quotes.n ? w.quotes.n : 1);
    from_cues(&w);
    from_according(&w);
    from_quotes(&w);
    first_person(&w);
    sort_and_thin(doc);
    att_arena_rewind(doc->scratch, mark);
}
