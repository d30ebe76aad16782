/* read_quotes.c: quotations that no cue has claimed through the tree. Each takes the nearest cue outside its marks: behind it
 * ("...", he said), before it (he said: "..."), or, when it runs on, the one of the quotation before. */
#include "statement/teller.h"

enum { BEHIND = 25, BEHIND_NEXT = 12, RUN_ON_PARAS = 2 };

/* "a publicly released clip" and "leaders who have not spoken" utter no words that stand between marks; "signs stating" do. */
bool att_says(const att_teller *w, uint32_t t)
{
    const att_tok *k = &w->doc->toks.at[t];
    if (!w->cue[t] || k->upos != ATT_VERB || att_names_words(w->doc, t) || k->deprel == ATT_DEP_AMOD || (k->deprel == ATT_DEP_ACL && !att_ends(k->lower, "ing")) || att_in_quote(w, t)) return false;
    return (w->cue[t]->takes & (ATT_TAKES_CLAUSE | ATT_TAKES_QUOTE)) && att_cue_utters(w->cue[t]) && !(w->doc->clauses.at[w->doc->tok_clause[t]].flags & ATT_CL_NEGATED);
}

/* Does the verb stand in a clause that only describes a noun ("in a country where he finds")? Then it tells of no words outside it. */
static bool describes(const att_teller *w, uint32_t t)
{
    enum { DEPTH = 8 };
    for (uint32_t steps = 0; t && steps < DEPTH && !att_in_quote(w, t); t = w->doc->toks.at[t].head, steps++)
        if (w->doc->toks.at[t].deprel == ATT_DEP_ACL_RELCL || w->doc->toks.at[t].deprel == ATT_DEP_ACL) return true;
    return false;
}

static uint32_t cue_behind(const att_teller *w, const att_quote *q)
{
    const att_doc *doc = w->doc;
    const att_sent *last = &doc->sents.at[doc->toks.at[q->tok_end - 1].sent];
    for (uint32_t t = q->tok_end; t < last->tok_end && t < q->tok_end + BEHIND; t++)
        if (att_says(w, t) && !describes(w, t)) return t;
    /* the splitter may have cut behind the closing mark: `"Why?" he asked.` */
    uint32_t after = q->close ? q->close + 1 : 0;
    if (att_is(doc->toks.at[q->tok_end - 1].form, ".")) return 0; /* what has come to its full stop needs no "he said" */
    if (!after || after >= doc->toks.n || doc->toks.at[after].sent == doc->toks.at[q->tok_end - 1].sent) return 0;
    const att_sent *next = &doc->sents.at[doc->toks.at[after].sent];
    uint32_t limit = after + (doc->toks.at[after].flags & ATT_TOK_CAP ? BEHIND_NEXT / 2 : BEHIND_NEXT);
    for (uint32_t t = after; next->para == last->para && t < next->tok_end && t < limit; t++) {
        if (att_says(w, t) && t < after + 6 && !att_child(doc, t, ATT_DEP_CCOMP, t)) return t;
        if (att_quote_mark(doc, t)) break;
    }
    return 0;
}

static uint32_t cue_before(const att_teller *w, const att_quote *q)
{
    const att_doc *doc = w->doc;
    const att_sent *first = &doc->sents.at[doc->toks.at[q->tok_beg].sent];
    for (uint32_t t = q->tok_beg; t > first->tok_beg; t--)
        if (att_says(w, t - 1)) return t - 1;
    /* "He said this:" as a sentence or paragraph of its own before a block quotation */
    if (first->tok_beg < 2) return 0;
    uint32_t colon = first->tok_beg - 1;
    if (!att_is(doc->toks.at[colon].form, ":")) return 0;
    const att_sent *lead = &doc->sents.at[doc->toks.at[colon].sent];
    for (uint32_t t = colon; t > lead->tok_beg; t--)
        if (att_says(w, t - 1)) return t - 1;
    return 0;
}

/* "'We will see.' Ms Adler, the minister, said that ...": a paragraph opens with a quotation, and the next sentence tells who speaks. */
static uint32_t cue_next(const att_teller *w, const att_quote *q)
{
    const att_doc *doc = w->doc;
    const att_sent *own = &doc->sents.at[doc->toks.at[q->tok_beg].sent], *next = &doc->sents.at[doc->toks.at[q->tok_end - 1].sent] + 1;
    bool opens = q->open && q->open == own->tok_beg && (own == doc->sents.at + 1 || (own - 1)->para != own->para);
    if (!opens || next >= doc->sents.at + doc->sents.n || next->para != own->para) return 0;
    for (uint32_t t = next->tok_beg; t < next->tok_end && t < next->tok_beg + BEHIND_NEXT; t++) {
        if (att_quote_mark(doc, t) && t > q->close) return 0;
        if (!att_says(w, t)) continue;
        const att_mention *m = &doc->mentions.at[att_mention_at(doc, att_source_of(doc, t))];
        return m->form == ATT_MEN_NAME && doc->entities.at[m->entity].kind == ATT_KIND_PERSON && m->tok_beg >= next->tok_beg ? t : 0;
    }
    return 0;
}

/* "Ms Adler said that it was good. 'It is a sign.'": a quotation that is a sentence of its own belongs to who spoke in the one before. */
static uint32_t cue_previous(const att_teller *w, const att_quote *q)
{
    const att_doc *doc = w->doc;
    const att_sent *own = &doc->sents.at[doc->toks.at[q->tok_beg].sent], *before = own - 1;
    if (!q->open || q->open != own->tok_beg || own < doc->sents.at + 2 || before->para != own->para) return 0;
    for (uint32_t t = before->tok_beg; t < before->tok_end; t++)
        if (att_says(w, t) && doc->toks.at[t].deprel == ATT_DEP_ROOT) return t;
    return 0;
}

uint32_t att_cue_beside(const att_teller *w, const att_quote *q)
{
    uint32_t cue = cue_behind(w, q);
    return cue ? cue : cue_before(w, q);
}

static bool looks_whole(const att_doc *doc, const att_quote *q)
{
    enum { TITLE_WORDS = 12 };
    uint32_t words = 0, verbs = 0, small = 0;
    for (uint32_t t = q->tok_beg; t < q->tok_end && words < TITLE_WORDS; t++) {
        const att_tok *k = &doc->toks.at[t];
        words += k->upos != ATT_PUNCT;
        verbs += doc->tok_clause[t] != 0;
        small += k->span.end - k->span.beg > 3 && !(k->flags & (ATT_TOK_CAP | ATT_TOK_DIGIT)) && k->upos != ATT_PUNCT;
    }
    /* "Meet the Press" is a title: no longer word without a capital */
    return words >= 3 && verbs > 0 && (small > 0 || words < 4);
}

/* A quotation between the cue's frame and a comma or colon is speech even when it has no verb (`"Never," he said`). */
static bool leans_on(const att_teller *w, const att_quote *q, uint32_t cue)
{
    const att_doc *doc = w->doc;
    if (!cue) return false;
    if (cue > q->tok_end) return att_is(doc->toks.at[q->tok_end - 1].form, ",") || att_is(doc->toks.at[q->tok_end - 1].form, "?") || att_is(doc->toks.at[q->tok_end - 1].form, "!");
    return q->open && q->open > 1 && (att_is(doc->toks.at[q->open - 1].form, ",") || att_is(doc->toks.at[q->open - 1].form, ":"));
}

/* "...", he said, "...": the second half of a quotation that its cue interrupts joins the first. */
static bool joins(att_teller *w, const att_quote *q, uint32_t cue)
{
    att_doc *doc = w->doc;
    if (!w->told[cue] || cue > q->tok_beg || doc->toks.at[cue].sent != doc->toks.at[q->tok_beg].sent) return false;
    att_statement *s = &doc->statements.at[w->told[cue]];
    if (s->part_count || s->manner != ATT_DIRECT || s->content.end > doc->toks.at[cue].span.beg) return false;
    att_stretch r = att_trim_content(doc, (att_stretch){q->tok_beg, q->tok_end});
    if (att_stretch_empty(r)) return false;
    att_span *parts = att_new(doc->keep, att_span, 2);
    parts[0] = s->content;
    parts[1] = att_tok_span(doc, r.beg, r.end);
    s->parts = parts, s->part_count = 2, s->content.end = parts[1].end;
    s->repaired |= q->damaged;
    return true;
}

void att_read_quotes(att_teller *w)
{
    att_doc *doc = w->doc;
    uint32_t last_cue = 0;
    att_id last_para = 0;
    for (uint32_t i = 0; i < w->quotes.n; i++) {
        const att_quote *q = &w->quotes.at[i];
        att_id para = doc->sents.at[doc->toks.at[q->tok_beg].sent].para;
        if (w->quote_cue[i]) {
            last_cue = w->quote_cue[i], last_para = para;
            continue;
        }
        uint32_t cue = att_cue_beside(w, q);
        if (!cue && para != last_para) cue = cue_next(w, q);
        uint32_t runs = !cue && para != last_para ? cue_previous(w, q) : 0;
        if (runs) last_cue = runs, last_para = para;
        bool run_on = !cue && last_cue && para - last_para < RUN_ON_PARAS;
        if (!looks_whole(doc, q) && !leans_on(w, q, cue)) continue;
        /* "scare" words inside a sentence of the reporter's have neither cue nor a sentence of their own */
        if (run_on && q->open && q->open > doc->sents.at[doc->toks.at[q->tok_beg].sent].tok_beg) continue;
        if (!cue && !run_on) continue;
        if (run_on) cue = last_cue;
        if (joins(w, q, cue)) {
            w->quote_cue[i] = last_cue = cue, last_para = para;
            continue;
        }
        att_draft d = {.cue = cue, .rule = run_on ? "ST_RUN_ON" : "ST_QUOTE", .source = att_source_of(doc, cue), .part = {{q->tok_beg, q->tok_end}}};
        d.speaker = att_mention_at(doc, d.source);
        if (w->told[cue]) {
            const att_statement *was = &doc->statements.at[w->told[cue]];
            d.addressee = was->addressee;
            if (!d.speaker) d.speaker = was->speaker;
        }
        if (att_tell(w, d)) last_cue = cue, last_para = para;
    }
}
