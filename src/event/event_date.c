/* event_date.c: the words of the sentence are asked in the order of the rules in event_date.h; the first that answers decides. */
#include "event/event_date.h"

#include "base/civil.h"

enum { NEXT_MONTH = 31 }; /* days after which "after" says nothing about a day */

/* "killings from 6 April to 19 April", "between March and May": the expression before, with which x bounds a stretch of time. */
static const att_timex *range_before(const att_doc *doc, const att_timex *x)
{
    static const char *const FROM[] = {"from", "between", NULL};
    static const char *const TO[] = {"to", "and", "until", "till", "through", "-", "\xE2\x80\x93", "\xE2\x80\x94", NULL};
    const att_timex *y = x > doc->timexes.at + 1 ? x - 1 : NULL;
    if (!y || y->tok_end + 1 != x->tok_beg || !att_in(doc->toks.at[y->tok_end].lower, TO) || doc->toks.at[y->tok_beg].sent != doc->toks.at[x->tok_beg].sent) return NULL;
    return y->days.first != ATT_NO_DAY && y->days.first <= x->days.first && att_in(doc->toks.at[y->tok_beg - 1].lower, FROM) ? y : NULL;
}

static att_dated dated(const att_doc *doc, const att_timex *x, const char *rule)
{
    const att_timex *from = range_before(doc, x);
    if (from) {
        att_days d = {from->days.first, x->days.last};
        return (att_dated){d, att_days_text(doc->keep, d), {from->span.beg, x->span.end}, rule};
    }
    return (att_dated){x->days, att_days_text(doc->keep, x->days), x->span, rule};
}

static const att_clause *clause_at(const att_doc *doc, uint32_t t) { return &doc->clauses.at[doc->tok_clause[t]]; }
static uint8_t rel_of(const att_doc *doc, uint32_t t) { return doc->toks.at[t].deprel; }
/* The verb that the word belongs to. */
static uint32_t governor(const att_doc *doc, uint32_t t)
{
    for (uint32_t w = doc->toks.at[t].head; w; w = doc->toks.at[w].head)
        if (doc->tok_clause[w]) return w;
    return 0;
}

static const att_timex *own(const att_doc *doc, uint32_t t, const char **rule)
{
    *rule = "DATE_OWN";
    if (!att_is_noun(&doc->toks.at[t])) return att_date_of_verb(doc, t, rule);
    const att_timex *x = att_date_on(doc, t);
    if (x) return x;
    *rule = "DATE_NOUN";
    return att_date_of_noun(doc, t);
}

/* "launched it in 2012 but has since insisted" are two times. */
static bool same_tense(const att_doc *doc, uint32_t a, uint32_t b)
{
    const att_clause *x = clause_at(doc, a), *y = clause_at(doc, b);
    bool shared = att_date_pluperfect(doc, a) || att_date_pluperfect(doc, b);
    return x->tense == y->tense && (shared ? att_date_pluperfect(doc, a) == att_date_pluperfect(doc, b) : (x->flags & ATT_CL_PERFECT) == (y->flags & ATT_CL_PERFECT));
}

/* "met on Monday and agreed to", "visited Kyiv and met the president on Monday". */
static const att_timex *by_conjunct(const att_doc *doc, uint32_t t, const char **rule)
{
    const char *other = NULL;
    *rule = "DATE_CONJ";
    uint32_t h = doc->toks.at[t].head;
    if (rel_of(doc, t) == ATT_DEP_CONJ && doc->tok_clause[h] && same_tense(doc, h, t)) {
        const att_timex *x = att_date_of_verb(doc, h, &other);
        if (x) return x;
    }
    if (!doc->tok_clause[t]) return NULL;
    for (uint32_t c = att_next_child(doc, t, 0); c; c = att_next_child(doc, t, c)) {
        bool twin = rel_of(doc, c) == ATT_DEP_CONJ && doc->tok_clause[c] && same_tense(doc, c, t);
        bool own_subject = twin && att_child(doc, c, ATT_DEP_NSUBJ, 0);
        const att_timex *x = twin && !own_subject ? att_date_of_verb(doc, c, &other) : NULL;
        if (x) return x;
    }
    return NULL;
}

static bool same_time_mark(const att_doc *doc, uint32_t v)
{
    static const char *const MARKS[] = {"when", "as", "while", NULL};
    uint32_t mark = att_child(doc, v, ATT_DEP_MARK, 0), adv = att_child(doc, v, ATT_DEP_ADVMOD, 0);
    if (adv && adv < v && att_is(doc->toks.at[adv].lower, "when")) return true;
    return mark && (att_in(doc->toks.at[mark].lower, MARKS) || att_is(doc->toks.at[mark].lower, "to"));
}

/* A clause that tells what went on with the one above: a participle, "when", "as", "in" or "by" doing. */
static bool goes_with(const att_doc *doc, uint32_t v)
{
    uint32_t mark = att_child(doc, v, ATT_DEP_MARK, 0), h = doc->toks.at[v].head;
    if (rel_of(doc, v) != ATT_DEP_ADVCL || !h || !doc->tok_clause[h]) return false;
    bool gerund = mark && att_ends(doc->toks.at[v].lower, "ing") && (att_is(doc->toks.at[mark].lower, "in") || att_is(doc->toks.at[mark].lower, "by"));
    return !mark || gerund || same_time_mark(doc, v);
}

/* "met on Monday to discuss", "spoke on Friday, accusing", "was hit as it returned on Friday". */
static const att_timex *by_company(const att_doc *doc, uint32_t t, const char **rule)
{
    const char *other = NULL;
    *rule = "DATE_WITH";
    if (!doc->tok_clause[t]) return NULL;
    uint32_t w = t;
    while (rel_of(doc, w) == ATT_DEP_CONJ && doc->tok_clause[doc->toks.at[w].head]) w = doc->toks.at[w].head;
    uint32_t h = doc->toks.at[w].head;
    bool below = goes_with(doc, w);
    bool raised = rel_of(doc, w) == ATT_DEP_XCOMP && h && !att_date_is_cue(doc, h) && !att_date_is_trigger(doc, h);
    if (h && doc->tok_clause[h] && (below || raised)) {
        const att_timex *x = att_date_of_verb(doc, h, &other);
        if (!x && below) x = att_date_by_antecedent(doc, h, &other); /* "a plan of October, which was shelved when he insisted" */
        if (!x && below && goes_with(doc, h)) x = att_date_of_verb(doc, doc->toks.at[h].head, &other); /* "on Monday, when he was open in criticising them" */
        if (x && att_date_fits(doc, t, x)) return x;
    }
    for (uint32_t c = att_next_child(doc, t, 0); c; c = att_next_child(doc, t, c)) {
        bool when = rel_of(doc, c) == ATT_DEP_ADVCL && doc->tok_clause[c] && same_time_mark(doc, c) && !(clause_at(doc, c)->flags & ATT_CL_INFINITIVE);
        const att_timex *x = when ? att_date_of_verb(doc, c, &other) : NULL;
        if (x && att_date_fits(doc, t, x)) return x;
    }
    return NULL;
}

/* The day of saying: of the verb above, of one that stands beside ("...", he said on Monday), of one above that. */
static const att_timex *by_saying(const att_doc *doc, uint32_t t, const char **rule)
{
    const char *other = NULL;
    *rule = "DATE_SAID";
    uint32_t w = t;
    for (uint32_t steps = 0; w && steps < 6; steps++) {
        for (uint32_t c = att_next_child(doc, w, 0); c; c = att_next_child(doc, w, c)) {
            bool beside = (rel_of(doc, c) == ATT_DEP_PARATAXIS || rel_of(doc, c) == ATT_DEP_CCOMP) && doc->tok_clause[c] && att_date_is_cue(doc, c);
            const att_timex *x = beside ? att_date_of_verb(doc, c, &other) : NULL;
            if (x) return x;
        }
        uint8_t r = rel_of(doc, w);
        if (steps && r != ATT_DEP_CCOMP && r != ATT_DEP_PARATAXIS && r != ATT_DEP_CONJ && r != ATT_DEP_XCOMP) break;
        uint32_t up = governor(doc, w);
        bool told = r == ATT_DEP_CCOMP || r == ATT_DEP_PARATAXIS || (r != ATT_DEP_CONJ && up && att_date_is_cue(doc, up));
        const att_timex *x = up && told ? att_date_of_verb(doc, up, &other) : NULL;
        if (x) return x;
        w = up;
    }
    return NULL;
}

/* "In May, three months after Russia invaded": the time of the main clause is not that of the clause it is counted from. */
static bool other_time(const att_doc *doc, uint32_t t)
{
    static const char *const MARKS[] = {"after", "before", "since", "until", "following", NULL};
    for (uint32_t w = t, steps = 0; w && steps < 4; w = doc->toks.at[w].head, steps++) {
        uint32_t mark = att_child(doc, w, ATT_DEP_MARK, 0);
        if (mark && att_in(doc->toks.at[mark].lower, MARKS)) return true;
        if (att_is_noun(&doc->toks.at[w]) && att_in(att_case_of(doc, w), MARKS)) return true;
        uint8_t r = rel_of(doc, w);
        if (r != ATT_DEP_CONJ && r != ATT_DEP_OBJ && r != ATT_DEP_OBL) break;
    }
    return false;
}

/* The main clause, what is coordinated with it, and the arguments of these; no relative clause, no talk of another time. */
static bool under_lead(const att_doc *doc, uint32_t t, bool speech)
{
    for (uint32_t w = t, steps = 0; w && steps < 8; w = doc->toks.at[w].head, steps++)
        switch (rel_of(doc, w)) {
        case ATT_DEP_ACL_RELCL: return false;
        case ATT_DEP_CCOMP: if (!speech) return false; break;
        case ATT_DEP_NMOD: case ATT_DEP_COMPOUND: if (steps == 0) return false; break;
        default: break;
        }
    return !other_time(doc, t) && !(doc->tok_clause[t] && att_date_pluperfect(doc, t));
}

static const att_timex *by_lead(const att_doc *doc, uint32_t t, bool speech)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    uint32_t i = ATT_FROM_TOKEN(doc->timexes, s->tok_beg);
    if (i >= doc->timexes.n || doc->timexes.at[i].tok_beg > s->tok_beg + 1 || doc->timexes.at[i].tok_end > s->tok_end) return NULL;
    const att_timex *x = &doc->timexes.at[i];
    uint32_t anchor = att_date_anchor(doc, x);
    if (!att_date_usable(doc, x) || (anchor && !doc->tok_clause[anchor]) || !under_lead(doc, t, speech)) return NULL;
    return att_date_fits(doc, t, x) ? x : NULL;
}

/* The first expression under a word, however deep. */
static const att_timex *first_under(const att_doc *doc, uint32_t w)
{
    uint32_t beg, end;
    att_subtree(doc, w, &beg, &end);
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, beg); i < doc->timexes.n && doc->timexes.at[i].tok_end <= end; i++) {
        const att_timex *x = &doc->timexes.at[i];
        uint32_t a = att_date_usable(doc, x) ? att_date_anchor(doc, x) : 0;
        if (a && att_dominates(doc, w, a) && rel_of(doc, a) != ATT_DEP_ACL_RELCL) return x;
    }
    return NULL;
}

/* "was impounded after the Council passed a resolution on Dec 22", "have attacked two towns since Monday": not before that, and not after
 * publication. */
static att_dated by_after(const att_doc *doc, uint32_t t)
{
    static const char *const AFTER[] = {"after", "following", NULL};
    att_day today = doc->meta.published;
    for (uint32_t c = doc->tok_clause[t] ? att_next_child(doc, t, 0) : 0; c; c = att_next_child(doc, t, c)) {
        uint32_t mark = att_child(doc, c, ATT_DEP_MARK, 0);
        att_slice word = rel_of(doc, c) == ATT_DEP_ADVCL && mark ? doc->toks.at[mark].lower : rel_of(doc, c) == ATT_DEP_OBL ? att_case_of(doc, c) : (att_slice){0};
        bool since = att_is(word, "since") && clause_at(doc, t)->flags & ATT_CL_PERFECT;
        const att_timex *x = since && rel_of(doc, c) == ATT_DEP_OBL ? att_date_covering(doc, c) : NULL;
        if (!x && (since || att_in(word, AFTER))) x = first_under(doc, c);
        if (!x || x->days.first == ATT_NO_DAY) continue;
        att_days d = x->days;
        if (since && (today == ATT_NO_DAY || today < d.last || today > d.first + NEXT_MONTH)) continue;
        if (since) d.last = today;
        if (d.first == d.last && (today == ATT_NO_DAY || today < d.first || today > d.first + NEXT_MONTH)) continue;
        if (d.first == d.last) d.last = today;
        return (att_dated){d, att_days_text(doc->keep, d), x->span, "DATE_AFTER"};
    }
    return (att_dated){.days = {ATT_NO_DAY, ATT_NO_DAY}, .rule = "DATE_NONE"};
}

att_dated att_event_date(const att_doc *doc, uint32_t t, bool speech)
{
    const char *rule = NULL;
    const att_timex *x = own(doc, t, &rule);
    if (!x) x = att_date_by_clause(doc, t, &rule);
    if (!x) x = att_date_by_antecedent(doc, t, &rule);
    if (!x) x = att_date_by_cause(doc, t, &rule);
    if (!x) x = by_conjunct(doc, t, &rule);
    if (!x) x = by_company(doc, t, &rule);
    if (!x && speech) x = att_date_by_paper(doc, t, &rule);
    if (!x && speech) x = by_saying(doc, t, &rule);
    if (x) return dated(doc, x, rule);
    att_dated after = by_after(doc, t);
    if (after.days.first == ATT_NO_DAY && doc->tok_clause[t] && !att_child(doc, t, ATT_DEP_MARK, 0) && goes_with(doc, t)) after = by_after(doc, doc->toks.at[t].head); /* "met after the coup of 2016, assuring" */
    if (after.days.first != ATT_NO_DAY) return after;
    x = by_lead(doc, t, speech);
    return x ? dated(doc, x, "DATE_LEAD") : (att_dated){.days = {ATT_NO_DAY, ATT_NO_DAY}, .rule = "DATE_NONE"};
}
