/* event_date_share.c: dates that no word of the sentence gives, but the article does. Written only when nothing better is known, with
 * a rule of their own and no words as evidence. */
#include "event/event_date.h"

enum { NEAR = 60 }; /* events on either side that are looked at */

static bool undated(const att_event *e) { return e->date.days.first == ATT_NO_DAY; }
static bool real(const att_event *e) { return e->status == ATT_ST_OCCURRED || e->status == ATT_ST_ONGOING || e->status == ATT_ST_ALLEGED; }

static att_slice code_of(const att_doc *doc, att_id mention) { return doc->entities.at[doc->mentions.at[mention].entity].code; }

static bool has_code(const att_doc *doc, att_ids list, att_slice code)
{
    for (uint32_t i = 0; i < list.n; i++)
        if (att_eq(code_of(doc, list.at[i]), code)) return true;
    return false;
}

/* Every coded party of a stands on the same side of b. */
static bool covered(const att_doc *doc, att_ids a, att_ids b)
{
    for (uint32_t i = 0; i < a.n; i++)
        if (!has_code(doc, b, code_of(doc, a.at[i]))) return false;
    return true;
}

static bool same_act(const att_doc *doc, const att_event *a, const att_event *b)
{
    if (a->type != b->type || real(a) != real(b) || a->actors.n + a->recipients.n == 0) return false;
    return covered(doc, a->actors, b->actors) && covered(doc, a->recipients, b->recipients);
}

static void inherit(att_event *e, att_dated from, const char *rule)
{
    e->date = from;
    e->date.span = (att_span){0, 0};
    e->date.rule = rule;
}

static bool from_twin(att_doc *doc, uint32_t i)
{
    att_event *e = &doc->events.at[i];
    uint32_t best = 0, best_gap = 12;
    uint32_t first = i > NEAR ? i - NEAR : 1, end = i + NEAR < doc->events.n ? i + NEAR : doc->events.n;
    for (uint32_t j = first; j < end; j++) {
        const att_event *o = &doc->events.at[j];
        uint32_t gap = o->sent > e->sent ? o->sent - e->sent : e->sent - o->sent;
        bool told = o->date.span.end > o->date.span.beg;
        if (j != i && !undated(o) && told && gap < best_gap && same_act(doc, e, o)) best = j, best_gap = gap;
    }
    if (best) inherit(e, doc->events.at[best].date, "DATE_TWIN");
    return best != 0;
}

static bool from_headline(att_doc *doc, att_event *e)
{
    if (doc->paras.at[doc->sents.at[e->sent].para].kind != ATT_BLOCK_TITLE || doc->meta.published == ATT_NO_DAY || !real(e)) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[e->trigger]];
    if (!doc->tok_clause[e->trigger] || c->tense != ATT_TENSE_PRESENT) return false;
    att_days day = {doc->meta.published, doc->meta.published};
    inherit(e, (att_dated){.days = day, .value = att_days_text(doc->keep, day)}, "DATE_HEADLINE");
    return true;
}

static void from_paragraph(att_doc *doc, uint32_t i)
{
    att_event *e = &doc->events.at[i];
    const att_clause *c = &doc->clauses.at[doc->tok_clause[e->trigger]];
    if (!real(e) || !doc->tok_clause[e->trigger] || c->tense != ATT_TENSE_PAST || c->flags & ATT_CL_PERFECT) return;
    for (uint32_t j = i; j-- > 1;) {
        const att_event *o = &doc->events.at[j];
        if (o->sent + 2 < e->sent || doc->sents.at[o->sent].para != doc->sents.at[e->sent].para) return;
        bool told = !undated(o) && o->date.span.end > o->date.span.beg && o->date.days.first == o->date.days.last;
        if (told && real(o) && o->sent != e->sent) {
            inherit(e, o->date, "DATE_RUNNING");
            return;
        }
    }
}

void att_event_dates_share(att_doc *doc)
{
    for (uint32_t i = 1; i < doc->events.n; i++) {
        if (!undated(&doc->events.at[i])) continue;
        if (from_twin(doc, i) || from_headline(doc, &doc->events.at[i])) continue;
        from_paragraph(doc, i);
    }
}
