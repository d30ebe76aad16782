/* event_date_story.c: the day of the news. A report tells what was said and done on a day that it often names once, in its lead, or not at
 * all: then it is the day of publication, and the rule says that there is no better evidence. */
#include "event/event_date.h"

enum {
    LEAD_PARAS = 3, /* paragraphs of prose that tell the news */
    NEWS_DAYS = 4   /* a lead older than this is no news of the article */
};

bool att_date_is_real(const att_event *e)
{
    switch (e->status) {
    case ATT_ST_PLANNED: case ATT_ST_CONDITIONAL: case ATT_ST_POSSIBLE: case ATT_ST_NEGATED: case ATT_ST_DENIED: return false;
    default: return true;
    }
}

static bool finite_past(const att_doc *doc, uint32_t t)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    return doc->tok_clause[t] && c->tense == ATT_TENSE_PAST && !c->modal.len && !att_date_pluperfect(doc, t);
}

static void find_lead(const att_doc *doc, att_story_day *s)
{
    att_id para = 0;
    uint32_t bodies = 0;
    for (att_id i = 1; i < doc->sents.n; i++) {
        const att_sent *x = &doc->sents.at[i];
        if (x->para != para && doc->paras.at[x->para].kind == ATT_BLOCK_BODY && ++bodies > LEAD_PARAS) return;
        para = x->para;
        if (bodies == 1 && doc->paras.at[x->para].kind == ATT_BLOCK_BODY) s->first = i;
        s->last_lead = i;
    }
}

/* "clashed over how to release it late Thursday": a past day can't be that of the infinitive alone. */
static uint32_t above_infinitive(const att_doc *doc, uint32_t t)
{
    if (!doc->tok_clause[t]) return t;
    for (uint32_t steps = 0; t && steps < 4 && (!doc->tok_clause[t] || doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_INFINITIVE); steps++) t = doc->toks.at[t].head;
    return t;
}

/* The last day shortly before publication on which something of the lead happened or was said; else publication itself. */
static void find_day(const att_doc *doc, att_story_day *s)
{
    att_day today = doc->meta.published;
    s->day.days = (att_days){today, today};
    s->day.rule = "DATE_PUBLISHED";
    for (uint32_t i = 1; today != ATT_NO_DAY && i < doc->timexes.n; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (doc->toks.at[x->tok_beg].sent > s->last_lead) break;
        if (!att_date_usable(doc, x) || x->days.first != x->days.last || x->days.first > today || x->days.first + NEWS_DAYS < today) continue;
        uint32_t a = above_infinitive(doc, att_date_anchor(doc, x));
        if (!a || !finite_past(doc, a) || doc->toks.at[a].deprel == ATT_DEP_ACL_RELCL) continue;
        s->day.days = x->days;
        s->day.rule = "DATE_STORY";
        break;
    }
    s->day.value = att_days_text(doc->keep, s->day.days);
}

/* Another time stands in the sentence, and not as the day of the news: what is told there is not safely of today. */
static bool other_time_near(const att_doc *doc, const att_story_day *s, const att_event *e)
{
    const att_sent *x = &doc->sents.at[e->sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, x->tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg < x->tok_end; i++) {
        const att_timex *t = &doc->timexes.at[i];
        if (t->kind != ATT_TIMEX_DATE && t->kind != ATT_TIMEX_TIME) continue;
        uint32_t anchor = att_date_anchor(doc, t);
        bool far = t->days.first != ATT_NO_DAY && (t->days.last + NEWS_DAYS < s->day.days.first || t->days.first > s->day.days.first + NEWS_DAYS);
        bool aside = anchor && (doc->toks.at[anchor].deprel == ATT_DEP_ACL || doc->toks.at[anchor].deprel == ATT_DEP_ACL_RELCL);
        if (!anchor || anchor == e->trigger || (!aside && att_dominates(doc, anchor, e->trigger))) return true;
        if (far && att_dominates(doc, e->trigger, anchor) && doc->toks.at[anchor].deprel == ATT_DEP_XCOMP) return true;
    }
    return false;
}

/* Told as another time than that of the news: under "after", in a relative clause, "later", "repeatedly". */
bool att_date_background(const att_doc *doc, uint32_t t)
{
    static const char *const MARKS[] = {"after", "before", "since", "until", "following", "once", NULL};
    static const char *const APART[] = {"previously", "earlier", "once", "already", "later", "eventually", "subsequently", "since", "repeatedly", "often", "long", "always", "before", NULL};
    for (uint32_t w = t, steps = 0; w && steps < 6; w = doc->toks.at[w].head, steps++) {
        uint32_t mark = att_child(doc, w, ATT_DEP_MARK, 0);
        uint8_t r = doc->toks.at[w].deprel;
        if (mark && att_in(doc->toks.at[mark].lower, MARKS)) return true;
        bool finite = doc->tok_clause[w] && doc->clauses.at[doc->tok_clause[w]].tense != ATT_TENSE_NONE;
        if (r == ATT_DEP_ADVCL && !mark && finite) return false; /* a main clause that the parser hung to a participle before it */
        if (r == ATT_DEP_ACL_RELCL || (r == ATT_DEP_ACL && w != t)) return true;
        for (uint32_t c = w == t ? att_next_child(doc, w, 0) : 0; c; c = att_next_child(doc, w, c))
            if (doc->toks.at[c].deprel == ATT_DEP_ADVMOD && att_in(doc->toks.at[c].lower, APART)) return true;
    }
    return false;
}

/* "comes one day after he met": counted back from the day of the main clause, its own or that of the news. */
bool att_date_from_count(const att_doc *doc, const att_story_day *s, att_event *e)
{
    uint32_t mark = att_child(doc, e->trigger, ATT_DEP_MARK, 0), up = doc->toks.at[e->trigger].head;
    if (doc->toks.at[e->trigger].deprel != ATT_DEP_ADVCL || !mark || !up || !doc->tok_clause[up]) return false;
    bool after = att_is(doc->toks.at[mark].lower, "after"), before = att_is(doc->toks.at[mark].lower, "before");
    uint32_t i = ATT_FROM_TOKEN(doc->timexes, doc->sents.at[e->sent].tok_beg);
    while (i < doc->timexes.n && doc->timexes.at[i].tok_end < mark) i++;
    if ((!after && !before) || i >= doc->timexes.n || doc->timexes.at[i].tok_end != mark) return false;
    const att_timex *x = &doc->timexes.at[i];
    int n = 0, unit = x->value.len == 3 && x->value.ptr[0] == 'P' ? x->value.ptr[2] : 0;
    if ((unit == 'D' || unit == 'W') && att_is_digit((unsigned char)x->value.ptr[1])) n = (x->value.ptr[1] - '0') * (unit == 'W' ? 7 : 1);
    att_dated from = att_event_date(doc, up, false);
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    bool news = from.days.first == ATT_NO_DAY && s->day.days.first != ATT_NO_DAY && (c->tense == ATT_TENSE_PRESENT || e->sent <= s->last_lead);
    if (news) from.days = s->day.days;
    if (n <= 0 || n > 63 || from.days.first == ATT_NO_DAY || from.days.first != from.days.last) return false;
    att_day day = from.days.first + (after ? -n : n);
    att_days d = unit == 'W' ? (att_days){day - 2, day + 2} : (att_days){day, day};
    e->date = (att_dated){d, att_days_text(doc->keep, d), x->span, "DATE_COUNTED"};
    return true;
}

/* The clause whose tense counts: "they met, accusing him", "vowed to condemn". */
static uint32_t main_clause(const att_doc *doc, uint32_t t)
{
    for (uint32_t steps = 0; steps < 4 && doc->clauses.at[doc->tok_clause[t]].tense == ATT_TENSE_NONE; steps++) {
        uint32_t h = doc->toks.at[t].head;
        uint8_t r = doc->toks.at[t].deprel;
        if (!h || !doc->tok_clause[h] || (r != ATT_DEP_ADVCL && r != ATT_DEP_XCOMP && r != ATT_DEP_CONJ)) break;
        uint32_t mark = att_child(doc, t, ATT_DEP_MARK, 0);
        if (r == ATT_DEP_ADVCL && mark && !att_is(doc->toks.at[mark].lower, "by")) break; /* "criticised him for proposing"; but "hit back by accusing" */
        t = h;
    }
    return t;
}

/* "I welcome the release": done by saying so, with marks or without. */
static bool performs(const att_doc *doc, uint32_t t)
{
    static const char *const FIRST[] = {"i", "we", NULL};
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    return c->tense == ATT_TENSE_PRESENT && c->subj && att_in(doc->toks.at[c->subj].lower, FIRST);
}

/* "voiced his support for", "issued a warning": the verb that utters what the noun names; else the word itself. */
static uint32_t uttered_by(const att_doc *doc, uint32_t t)
{
    static const char *const UTTER[] = {"express", "voice", "pronounce", "issue", "make", "deliver", "repeat", "reiterate", "renew", "offer", "convey", "declare", "announce", "extend", "launch", NULL};
    uint32_t v = doc->toks.at[t].head;
    if (doc->tok_clause[t] || doc->toks.at[t].deprel != ATT_DEP_OBJ || !v || !att_in(doc->toks.at[v].lemma, UTTER)) return t;
    return att_date_is_trigger(doc, v) ? t : v;
}

/* The speech act of a report, or what the lead tells in the past: news. Nouns and the pluperfect mostly refer to what is older, the present
 * tells how things are; "has asked" was done some day, and is news only where the article opens with it. What is only planned, feared or
 * ruled out has not been done on any day. */
bool att_date_from_story(const att_doc *doc, const att_story_day *s, att_event *e, bool speaks)
{
    uint32_t t = speaks ? uttered_by(doc, e->trigger) : e->trigger;
    if (s->day.days.first == ATT_NO_DAY || !doc->tok_clause[t] || att_date_background(doc, t) || other_time_near(doc, s, e)) return false;
    bool in_lead = e->sent <= s->last_lead, said = s->said_in[t] != 0;
    if (e->status == ATT_ST_ONGOING ? !finite_past(doc, t) : !att_date_is_real(e)) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    bool perfect = ((c->flags | doc->clauses.at[doc->tok_clause[main_clause(doc, t)]].flags) & ATT_CL_PERFECT) != 0;
    if (att_date_pluperfect(doc, t) || (perfect && e->sent > s->first)) return false;
    bool then = finite_past(doc, t) && c->flags & ATT_CL_PROGRESSIVE && !said; /* "were meeting" */
    if (!then && !(speaks ? said || performs(doc, t) || finite_past(doc, main_clause(doc, t)) : in_lead && finite_past(doc, t))) return false;
    e->date = s->day;
    return true;
}

static const uint32_t *said_in(const att_doc *doc)
{
    uint32_t *at = att_new(doc->scratch, uint32_t, doc->toks.n + 1), t = 1;
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        t = doc->sents.at[s->sent].tok_beg;
        while (t < doc->toks.n && doc->toks.at[t].span.beg < s->content.beg) t++;
        for (; t < doc->toks.n && doc->toks.at[t].span.end <= s->content.end; t++) at[t] = i;
    }
    return at;
}

att_story_day att_date_story(const att_doc *doc)
{
    att_story_day s = {.said_in = said_in(doc)};
    find_lead(doc, &s);
    find_day(doc, &s);
    return s;
}
