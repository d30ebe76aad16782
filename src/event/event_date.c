#include "event/event_date.h"

#include "base/civil.h"

att_slice att_days_text(att_arena *a, att_days d)
{
    char first[16], last[16];
    if (d.first == ATT_NO_DAY) return (att_slice){0};
    att_date f = att_date_of(d.first), l = att_date_of(d.last);
    if (d.first == d.last) return att_format(a, "%s", att_day_text(d.first, first));
    bool whole_months = f.day == 1 && l.day == att_month_days(l.year, l.month);
    if (whole_months && f.month == 1 && l.month == 12 && f.year == l.year) return att_format(a, "%04d", f.year);
    if (whole_months && f.month == l.month && f.year == l.year) return att_format(a, "%04d-%02d", f.year, f.month);
    return att_format(a, "%s/%s", att_day_text(d.first, first), att_day_text(d.last, last));
}

static att_dated dated(const att_doc *doc, const att_timex *x, const char *rule)
{
    return (att_dated){x->days, att_days_text(doc->keep, x->days), x->span, rule};
}

static bool usable(const att_timex *x)
{
    return x->days.first != ATT_NO_DAY && (x->kind == ATT_TIMEX_DATE || x->kind == ATT_TIMEX_TIME);
}

/* Does the expression hang under verb or noun t without another predicate between them? */
static bool hangs_under(const att_doc *doc, uint32_t top, uint32_t t)
{
    for (uint32_t w = doc->toks.at[top].head, steps = 0; w && steps < 4; w = doc->toks.at[w].head, steps++) {
        if (w == t) return true;
        if (doc->tok_clause[w]) return false;
    }
    return false;
}

/* The verb that the event noun belongs to, or the first of coordinated verbs. */
static uint32_t governor(const att_doc *doc, uint32_t t)
{
    for (uint32_t w = doc->toks.at[t].head; w; w = doc->toks.at[w].head)
        if (doc->tok_clause[w]) return w;
    return 0;
}

/* Speech about the event has a day of its own: "said on Tuesday that troops had left". */
static bool same_clause(const att_doc *doc, uint32_t t)
{
    switch (doc->toks.at[t].deprel) {
    case ATT_DEP_CCOMP: case ATT_DEP_ACL_RELCL: case ATT_DEP_ACL: case ATT_DEP_PARATAXIS: return false;
    default: return true;
    }
}

/* "In May, three months after Russia invaded": the time of the main clause is not that of the clause it is counted from. */
static bool other_time(const att_doc *doc, uint32_t t)
{
    static const char *const MARKS[] = {"after", "before", "since", "until", NULL};
    for (uint32_t w = t, steps = 0; w && steps < 4; w = doc->toks.at[w].head, steps++) {
        uint32_t mark = att_child(doc, w, ATT_DEP_MARK, 0);
        if (mark && att_in(doc->toks.at[mark].lower, MARKS)) return true;
        if (doc->toks.at[w].deprel != ATT_DEP_CONJ && doc->toks.at[w].deprel != ATT_DEP_OBJ && doc->toks.at[w].deprel != ATT_DEP_OBL) break;
    }
    return false;
}

/* The verb of saying above a speech act: "stated Tuesday that he welcomes a dialogue". The act was done in saying so. */
static uint32_t said_by_verb(const att_doc *doc, uint32_t t)
{
    if (doc->toks.at[t].deprel != ATT_DEP_CCOMP && doc->toks.at[t].deprel != ATT_DEP_PARATAXIS) return 0;
    return governor(doc, t);
}

att_dated att_event_date(const att_doc *doc, uint32_t t, bool speech)
{
    att_id sent = doc->toks.at[t].sent;
    const att_sent *s = &doc->sents.at[sent];
    const att_timex *own = NULL, *clause = NULL, *said = NULL, *lead = NULL;
    bool apart = other_time(doc, t);
    uint32_t up = same_clause(doc, t) && !apart ? governor(doc, t) : 0;
    uint32_t say = speech ? said_by_verb(doc, t) : 0;
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, s->tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg < s->tok_end; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (!usable(x)) continue;
        uint32_t top = att_top_of(doc, x->tok_beg, x->tok_end);
        if (!own && hangs_under(doc, top, t)) own = x;
        if (!clause && up && hangs_under(doc, top, up)) clause = x;
        if (!said && say && hangs_under(doc, top, say)) said = x;
        if (!lead && x->tok_beg <= s->tok_beg + 1) lead = x;
    }
    if (own) return dated(doc, own, "DATE_OWN");
    if (clause) return dated(doc, clause, "DATE_CLAUSE");
    if (said) return dated(doc, said, "DATE_SAID");
    if (lead && !apart) return dated(doc, lead, "DATE_LEAD");
    return (att_dated){.days = {ATT_NO_DAY, ATT_NO_DAY}, .rule = "DATE_NONE"};
}
