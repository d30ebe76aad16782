/* said_date.c: decides WHEN something was said: the day of the event that the same word tells, else as for any act of speech. */
#include "event/event_date.h"

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
    }
    att_arena_rewind(doc->scratch, mark);
}
