/* attribute.c: who vouches for an event or a figure: the speakers in whose words it stands, innermost first. */
#include "statement/statement.h"

static att_ids speakers_at(att_doc *doc, uint32_t byte, uint32_t not_cue)
{
    att_id found[4];
    uint32_t n = 0;
    for (uint32_t i = doc->statements.n; i-- > 1;) {
        const att_statement *s = &doc->statements.at[i];
        if (byte < s->content.beg || byte >= s->content.end || !s->speaker || s->cue_tok == not_cue) continue;
        if (n < 4) found[n++] = s->speaker;
    }
    if (n == 0) return (att_ids){0};
    att_id *ids = att_new(doc->keep, att_id, n);
    memcpy(ids, found, n * sizeof *ids);
    return (att_ids){ids, n};
}

void att_attribute(att_doc *doc)
{
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        e->said_by = speakers_at(doc, e->trigger_span.beg, e->trigger);
    }
    for (uint32_t i = 1; i < doc->figures.n; i++) {
        att_figure *f = &doc->figures.at[i];
        f->said_by = speakers_at(doc, f->span.beg, 0);
    }
}
