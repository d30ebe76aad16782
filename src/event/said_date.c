/* said_date.c: decides WHEN something was said: the day of the event that the same word tells, else as for any act of speech; and as of when
 * a figure in such words counts. */
#include "event/event_date.h"

/* A date of its own inside of the words: they don't speak of the day on which they are said. */
static bool dated_within(const att_doc *doc, const att_statement *s)
{
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, doc->sents.at[s->sent].tok_beg); i < doc->timexes.n; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (x->span.beg >= s->content.end) break;
        if (x->span.beg >= s->content.beg && x->days.first != ATT_NO_DAY) return true;
    }
    return false;
}

/* Figures stand in the order of the text. What is superseded was so before. */
static void date_figures(att_doc *doc, const att_statement *s)
{
    if (s->date.span.end == s->date.span.beg || dated_within(doc, s)) return;
    uint32_t from = doc->sents.at[s->sent].tok_beg;
    for (uint32_t i = ATT_FROM_TOKEN(doc->figures, from); i < doc->figures.n && doc->figures.at[i].span.beg < s->content.end; i++) {
        att_figure *g = &doc->figures.at[i];
        if (g->span.beg < s->content.beg || g->as_of.days.first != ATT_NO_DAY || g->superseded_by) continue;
        g->as_of = s->date;
        g->as_of.rule = "DATE_SAID";
    }
}

void att_statements_date(att_doc *doc)
{
    if (doc->statements.n < 2) return;
    att_mark mark = att_arena_mark(doc->scratch);
    att_id *event_at = att_new(doc->scratch, att_id, doc->toks.n);
    for (att_id i = 1; i < doc->events.n; i++) event_at[doc->events.at[i].trigger] = i;
    for (att_id i = 1; i < doc->statements.n; i++) {
        att_statement *s = &doc->statements.at[i];
        if (!s->cue_tok) continue;
        const att_dated *told = &doc->events.at[event_at[s->cue_tok]].date;
        s->date = event_at[s->cue_tok] && told->days.first != ATT_NO_DAY ? *told : att_event_date(doc, s->cue_tok, true);
        date_figures(doc, s);
    }
    att_arena_rewind(doc->scratch, mark);
}
