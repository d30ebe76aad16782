/* attribute.c: who vouches for an event or a figure: the speakers in whose words it stands, innermost first. */
#include "statement/statement.h"

enum { VOICES = 4 };

static bool holds(const att_statement *s, uint32_t byte)
{
    if (byte < s->content.beg || byte >= s->content.end) return false;
    for (uint32_t i = 0; i < s->part_count; i++)
        if (byte >= s->parts[i].beg && byte < s->parts[i].end) return true;
    return s->part_count == 0;
}

/* around[i]: the last statement before i that is still open where i begins. Statements stand in text order, so that the ones around a
 * byte are the last that begins at or before it and its chain: no event has to look at all statements. */
static att_id *chain(const att_doc *doc)
{
    att_id *around = att_new(doc->scratch, att_id, doc->statements.n);
    for (uint32_t i = 2; i < doc->statements.n; i++) {
        att_id j = i - 1;
        while (j && doc->statements.at[j].content.end <= doc->statements.at[i].content.beg) j = around[j];
        around[i] = j;
    }
    return around;
}

static att_id last_from(const att_doc *doc, uint32_t byte)
{
    uint32_t lo = 1, hi = doc->statements.n;
    while (lo < hi) {
        uint32_t mid = (lo + hi) / 2;
        if (doc->statements.at[mid].content.beg <= byte) lo = mid + 1;
        else hi = mid;
    }
    return lo - 1;
}

static att_ids speakers_at(att_doc *doc, const att_id *around, uint32_t byte, uint32_t not_cue)
{
    att_id found[VOICES];
    uint32_t n = 0;
    for (att_id i = last_from(doc, byte); i && n < VOICES; i = around[i]) {
        const att_statement *s = &doc->statements.at[i];
        if (!s->speaker || s->cue_tok == not_cue || !holds(s, byte)) continue;
        bool known = false;
        for (uint32_t k = 0; k < n; k++) known |= found[k] == s->speaker;
        if (!known) found[n++] = s->speaker;
    }
    if (n == 0) return (att_ids){0};
    att_id *ids = att_new(doc->keep, att_id, n);
    memcpy(ids, found, n * sizeof *ids);
    return (att_ids){ids, n};
}

/* The statement in whose words another one's cue stands, 0 = none. */
static att_id teller_of(const att_doc *doc, const att_id *around, att_id told)
{
    uint32_t cue = doc->statements.at[told].cue.beg;
    if (!doc->statements.at[told].cue_tok) return 0;
    for (att_id i = last_from(doc, cue); i; i = around[i])
        if (i != told && holds(&doc->statements.at[i], cue)) return i;
    return 0;
}

void att_attribute(att_doc *doc)
{
    if (doc->statements.n < 2) return;
    att_mark mark = att_arena_mark(doc->scratch);
    const att_id *around = chain(doc);
    for (att_id i = 1; i < doc->statements.n; i++) {
        att_statement *s = &doc->statements.at[i];
        s->within = teller_of(doc, around, i);
        if (s->within) s->said_by = speakers_at(doc, around, s->cue.beg, s->cue_tok);
    }
    for (uint32_t i = 1; i < doc->events.n; i++) {
        att_event *e = &doc->events.at[i];
        e->said_by = speakers_at(doc, around, e->trigger_span.beg, e->trigger);
    }
    for (uint32_t i = 1; i < doc->figures.n; i++) {
        att_figure *f = &doc->figures.at[i];
        f->said_by = speakers_at(doc, around, f->span.beg, 0);
    }
    att_arena_rewind(doc->scratch, mark);
}
