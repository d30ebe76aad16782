/* read_runs.c: one quotation over several paragraphs. Each paragraph but the last opens with a mark and closes with none (Chicago
 * Manual of Style 13.32). Whichever paragraph has the cue, all of them are parts of one statement. */
#include "statement/teller.h"

/* The quotations [beg, end) of one run: each but the last goes on. */
typedef struct {
    uint32_t beg, end;
} run;

static bool next_run(const att_quotes *q, run *r)
{
    uint32_t i = r->end;
    while (i < q->n && !q->at[i].goes_on) i++;
    r->beg = r->end = i;
    if (i >= q->n) return false;
    while (r->end < q->n && q->at[r->end].goes_on) r->end++;
    if (r->end < q->n) r->end++;
    return true;
}

/* The one that a cue has claimed through the tree, else the one that has a cue beside it; r.end = none. */
static uint32_t told_member(att_teller *w, run r)
{
    for (uint32_t i = r.beg; i < r.end; i++)
        if (w->quote_cue[i] && w->told[w->quote_cue[i]]) return i;
    for (uint32_t i = r.beg; i < r.end; i++) {
        const att_quote *q = &w->quotes.at[i];
        uint32_t cue = att_cue_beside(w, q);
        if (!cue || w->told[cue]) continue;
        att_draft d = {.cue = cue, .rule = "ST_QUOTE", .source = att_source_of(w->doc, cue), .part = {{q->tok_beg, q->tok_end}}};
        d.speaker = att_mention_at(w->doc, d.source);
        if (att_tell(w, d)) return i;
    }
    return r.end;
}

static uint32_t own_parts(const att_statement *s, att_span *out)
{
    if (!s->part_count) return out[0] = s->content, 1;
    memcpy(out, s->parts, s->part_count * sizeof *out);
    return s->part_count;
}

/* Parts in text order: the other paragraphs' words, and where the told one stands its own. */
static void gather(att_teller *w, run r, uint32_t told)
{
    att_doc *doc = w->doc;
    uint32_t cue = w->quote_cue[told], n = 0;
    att_statement *s = &doc->statements.at[w->told[cue]];
    if (s->manner == ATT_INDIRECT) return;
    att_span *parts = att_new(doc->keep, att_span, r.end - r.beg + s->part_count);
    for (uint32_t i = r.beg; i < r.end; i++) {
        const att_quote *q = &w->quotes.at[i];
        if (i == told) {
            n += own_parts(s, parts + n);
            continue;
        }
        att_stretch words = att_trim_content(doc, (att_stretch){q->tok_beg, q->tok_end});
        if (w->quote_cue[i] || att_stretch_empty(words)) continue;
        att_span part = att_tok_span(doc, words.beg, words.end);
        if (n && part.beg < parts[n - 1].end) continue;
        parts[n++] = part;
        w->quote_cue[i] = cue;
        s->repaired |= q->damaged;
    }
    if (n < 2) return;
    s->parts = parts, s->part_count = n;
    s->content = (att_span){parts[0].beg, parts[n - 1].end};
}

void att_read_runs(att_teller *w)
{
    run r = {0, 0};
    while (next_run(&w->quotes, &r)) {
        uint32_t told = told_member(w, r);
        if (told < r.end) gather(w, r, told);
    }
}
