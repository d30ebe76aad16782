/* event_date_bind.c: which word a time expression dates. "The condemnation of a bombing in 1979" dates the bombing, "blamed Syria for last
 * Saturday's attack" the attack, "met in Paris on Monday" the meeting though the parser may hang Monday under Paris. */
#include "event/event_date.h"

#include "base/data.h"

enum { CLIMB = 8 };

static uint32_t top_of(const att_doc *doc, const att_timex *x) { return att_top_of(doc, x->tok_beg, x->tok_end); }

/* "since 1901" and "until May" bound a time and date nothing. */
static bool bounds(const att_doc *doc, const att_timex *x)
{
    static const char *const WORDS[] = {"since", "until", "till", "before", "from", "by", NULL};
    uint32_t beg = doc->sents.at[doc->toks.at[x->tok_beg].sent].tok_beg;
    uint32_t t = x->tok_beg > beg ? x->tok_beg - 1 : 0;
    if (t && att_is(doc->toks.at[t].lower, "the") && t > beg) t--;
    if (!t) return false;
    enum { MONTH = 27 };
    if (att_is(doc->toks.at[t].lower, "for") && x->days.last - x->days.first > MONTH) return true; /* "reported 2,000 cases for 2013" */
    /* "from Monday" opens what is planned; "by December" ends it: a past act is not dated by them */
    return att_in(doc->toks.at[t].lower, WORDS);
}

/* Is it what the sentence begins with, but for a bullet, a dash or quotation marks? */
static bool opens_sentence(const att_doc *doc, const att_timex *x)
{
    uint32_t t = doc->sents.at[doc->toks.at[x->tok_beg].sent].tok_beg;
    while (t < x->tok_beg && (doc->toks.at[t].upos == ATT_PUNCT || doc->toks.at[t].upos == ATT_SYM)) t++;
    return t == x->tok_beg;
}

/* "last Saturday's attack", "the 2015 deal". "Yesterday Governor Pataki toured" and "On Monday lawmakers criticised" are none. */
static bool before_noun(const att_doc *doc, const att_timex *x)
{
    uint32_t top = top_of(doc, x), noun = doc->toks.at[top].head;
    if (noun <= top || doc->toks.at[noun].upos == ATT_VERB) return false;
    switch (doc->toks.at[top].deprel) {
    case ATT_DEP_NMOD_POSS: return true;
    case ATT_DEP_COMPOUND: case ATT_DEP_AMOD: case ATT_DEP_NUMMOD: case ATT_DEP_NMOD_UNMARKED: case ATT_DEP_NMOD_DESC:
        if (x->tok_beg == doc->sents.at[doc->toks.at[top].sent].tok_beg + 1 && doc->toks.at[x->tok_beg - 1].upos == ATT_ADP) return false;
        return !opens_sentence(doc, x) || doc->toks.at[noun].upos == ATT_NOUN;
    default: return false;
    }
}

bool att_date_too_wide(att_days d)
{
    enum { TOO_WIDE = 20 * 366 }; /* "decades ago" dates nothing that one could count */
    return d.first != ATT_NO_DAY && d.last - d.first > TOO_WIDE;
}

bool att_date_usable(const att_doc *doc, const att_timex *x)
{
    if (att_date_too_wide(x->days)) return false;
    if (x->days.first == ATT_NO_DAY || (x->kind != ATT_TIMEX_DATE && x->kind != ATT_TIMEX_TIME)) return false;
    if (x->rule && strcmp(x->rule, "TIME_CLOCK") == 0) return false;
    return before_noun(doc, x) || !bounds(doc, x);
}

att_id att_date_event_at(const att_doc *doc, uint32_t t)
{
    uint32_t lo = 1, hi = doc->events.n; /* events stand in the order of their triggers */
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->events.at[mid].trigger < t) lo = mid + 1;
        else hi = mid;
    }
    return lo < doc->events.n && doc->events.at[lo].trigger == t ? lo : 0;
}

bool att_date_is_trigger(const att_doc *doc, uint32_t t) { return att_date_event_at(doc, t) != 0; }

bool att_date_is_happening(const att_doc *doc, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t];
    if (k->upos != ATT_NOUN && k->upos != ATT_PROPN) return false;
    return att_date_is_trigger(doc, t) || att_data_has("events/happenings.txt", k->upos == ATT_NOUN ? k->lemma : k->lower);
}

/* The noun that "May 17" belongs to in "the May 17 Iraqi missile attack": compounds may hang under one another. */
static uint32_t whole_noun(const att_doc *doc, uint32_t w)
{
    while (doc->toks.at[w].deprel == ATT_DEP_COMPOUND && doc->toks.at[w].head > w) w = doc->toks.at[w].head;
    return w;
}

/* Tokens of the phrase that the expression stands in: "on", "ahead of" before it. */
static uint32_t phrase_begin(const att_doc *doc, const att_timex *x)
{
    uint32_t top = top_of(doc, x), beg = x->tok_beg;
    for (uint32_t c = att_next_child(doc, top, 0); c && c < beg; c = att_next_child(doc, top, c))
        if (doc->toks.at[c].deprel == ATT_DEP_CASE || doc->toks.at[c].deprel == ATT_DEP_ADVMOD) return c;
    return beg;
}

static bool stops(const att_doc *doc, uint32_t t) { return doc->toks.at[t].upos == ATT_PUNCT && !att_is(doc->toks.at[t].lower, "-"); }

/* The parser hung an expression to verb v behind it. "Teachers abducted by rebels two years ago have been freed": without a comma before
 * it, what stands before a finite verb belongs to the participle of the subject. "Their meeting on Tuesday, stating": what ends before a
 * comma belongs to the words before it. */
static uint32_t before_verb(const att_doc *doc, const att_timex *x, uint32_t v)
{
    uint32_t beg = phrase_begin(doc, x), first = doc->sents.at[doc->toks.at[v].sent].tok_beg, next = x->tok_end;
    if (v < x->tok_end || beg <= first || stops(doc, beg - 1) || next >= doc->toks.n) return 0;
    uint8_t rel = doc->toks.at[v].deprel;
    bool comma = stops(doc, next) && (rel == ATT_DEP_ADVCL || rel == ATT_DEP_ACL || rel == ATT_DEP_PARATAXIS);
    for (uint32_t t = beg - 1; t > first; t--) {
        uint8_t r = doc->toks.at[t].deprel;
        if (stops(doc, t)) return 0;
        if (comma && (doc->tok_clause[t] || att_date_is_happening(doc, t))) return t;
        if (!doc->tok_clause[t] || (r != ATT_DEP_ACL && r != ATT_DEP_ACL_RELCL)) continue;
        uint32_t noun = doc->toks.at[t].head;
        bool in_subject = doc->clauses.at[doc->tok_clause[v]].subj && att_dominates(doc, doc->clauses.at[doc->tok_clause[v]].subj, t);
        return in_subject || att_dominates(doc, noun, v) || doc->toks.at[next].upos == ATT_AUX ? t : 0;
    }
    return 0;
}

static bool told_apart(const att_doc *doc, uint32_t noun)
{
    static const char *const APART[] = {"ahead", "before", "after", "following", "since", "for", "despite", "over", "from", NULL};
    uint32_t c = att_child(doc, noun, ATT_DEP_CASE, 0);
    return att_in(att_case_of(doc, noun), APART) || (c > 1 && att_is(doc->toks.at[c - 1].lower, "ahead"));
}

/* "used since the takeover of Crimea in 2014", "rejected claims about their meeting on Tuesday": the noun of happening right before
 * the expression keeps it when it is told as a time of its own, as somebody's, or when the expression is a month or longer. */
static uint32_t behind_noun(const att_doc *doc, const att_timex *x, uint32_t v)
{
    uint32_t beg = phrase_begin(doc, x), noun = 0, b, e;
    for (uint32_t t = beg; t-- > v + 1 && !noun;) {
        if (!att_date_is_happening(doc, t) || doc->toks.at[t].deprel == ATT_DEP_COMPOUND) continue;
        att_subtree(doc, t, &b, &e);
        if (e == beg || (e + 1 == beg && doc->toks.at[e].upos == ATT_PUNCT)) noun = t;
    }
    if (!noun || !att_dominates(doc, v, noun)) return 0;
    bool subject = doc->toks.at[noun].deprel == ATT_DEP_NSUBJ || doc->toks.at[noun].deprel == ATT_DEP_NSUBJ_PASS;
    bool apart = told_apart(doc, noun), of_one = att_child(doc, noun, ATT_DEP_NMOD_POSS, 0) != 0;
    bool longer = x->days.last - x->days.first > 7 && att_date_is_trigger(doc, v);
    static const char *const COMES[] = {"follow", "precede", "recall", "mark", "commemorate", "succeed", "remember", NULL};
    bool other = att_in(doc->toks.at[v].lemma, COMES); /* "follows two visits in May" */
    return !subject && (apart || of_one || longer || other) ? noun : 0;
}

/* "Under a contract of March 17, they supply gas": the day is the paper's. Not "on the evening of March 17". */
static bool names_paper(const att_doc *doc, uint32_t top, uint32_t noun)
{
    static const char *const STRETCHES[] = {"morning", "evening", "night", "afternoon", "eve", "end", "beginning", "start", "middle", "half", "quarter", "third", "part", "day", "days", "weekend",
                                            "week", "weeks", "month", "months", "spring", "summer", "autumn", "fall", "winter", "course", "close", "dawn", "hours", "rest", NULL};
    return doc->toks.at[noun].upos == ATT_NOUN && !doc->tok_clause[noun] && doc->toks.at[top].deprel == ATT_DEP_NMOD && att_is(att_case_of(doc, top), "of") &&
           !att_in(doc->toks.at[noun].lower, STRETCHES);
}

/* "said last night Brazil wants": the verb of saying right before the expression, when what follows is a clause of its own. */
static uint32_t said_before(const att_doc *doc, const att_timex *x)
{
    uint32_t cue = x->tok_beg > 1 ? x->tok_beg - 1 : 0, end = doc->sents.at[doc->toks.at[x->tok_beg].sent].tok_end, verb = x->tok_end;
    if (!cue || doc->toks.at[cue].upos != ATT_VERB || !att_date_is_cue(doc, cue)) return 0;
    while (verb < end && !doc->tok_clause[verb] && doc->toks.at[verb].upos != ATT_PUNCT) verb++;
    return verb < end && doc->tok_clause[verb] && att_time_of_saying(doc, x, verb) ? cue : 0;
}

uint32_t att_date_anchor(const att_doc *doc, const att_timex *x)
{
    uint32_t top = top_of(doc, x);
    if (doc->tok_clause[top]) return top; /* "the deadline is Friday": said of its subject */
    uint32_t cue = said_before(doc, x);
    if (cue) return cue;
    uint32_t w = doc->toks.at[top].head, steps = 0;
    if (w && before_noun(doc, x)) return whole_noun(doc, w);
    if (w && names_paper(doc, top, w)) return w;
    while (w && steps < CLIMB && !doc->tok_clause[w] && !att_date_is_happening(doc, w)) w = doc->toks.at[w].head, steps++;
    if (!w || steps == CLIMB) return 0;
    uint32_t better = doc->tok_clause[w] ? before_verb(doc, x, w) : 0;
    if (!better && doc->tok_clause[w] && w < x->tok_beg) better = behind_noun(doc, x, w);
    return better ? better : w;
}

const att_timex *att_date_on(const att_doc *doc, uint32_t t)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, s->tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg < s->tok_end; i++) {
        const att_timex *x = &doc->timexes.at[i];
        if (att_date_usable(doc, x) && att_date_anchor(doc, x) == t) return x;
    }
    return NULL;
}

/* "a summit on the Balkans starting on Wednesday": what tells when it takes place, in the run of nouns behind it, is the noun's, wherever
 * the parser hangs it. */
static const att_timex *takes_place(const att_doc *doc, uint32_t noun)
{
    enum { RUN = 10 };
    static const char *const WHEN[] = {"starting", "beginning", "opening", "ending", "closing", "scheduled", "due", "slated", "planned", "set", "held", NULL};
    static const char *const DONE[] = {"adopted", "agreed", "announced", "approved", "concluded", "held", "imposed", "introduced", "issued", "launched", "passed", "published", "reached",
                                       "released", "signed", "scheduled", NULL};
    uint32_t end = doc->sents.at[doc->toks.at[noun].sent].tok_end;
    if (noun + 2 < end && att_is(doc->toks.at[noun + 1].form, ",") && att_in(doc->toks.at[noun + 2].lower, DONE) && doc->toks.at[noun + 2].deprel == ATT_DEP_ADVCL)
        return att_child(doc, noun + 2, ATT_DEP_NSUBJ, 0) ? NULL : att_date_on(doc, noun + 2); /* "in its latest sanctions, adopted on May 2, the council" */
    for (uint32_t t = noun + 1; t < end && t <= noun + RUN; t++) {
        uint8_t rel = doc->toks.at[t].deprel;
        if (att_in(doc->toks.at[t].lower, WHEN)) return rel == ATT_DEP_ADVCL || rel == ATT_DEP_ACL || rel == ATT_DEP_XCOMP ? att_date_on(doc, t) : NULL;
        if (doc->toks.at[t].upos == ATT_PUNCT || doc->toks.at[t].upos == ATT_VERB || doc->toks.at[t].upos == ATT_AUX || att_date_is_happening(doc, t)) return NULL;
    }
    return NULL;
}

const att_timex *att_date_of_noun(const att_doc *doc, uint32_t noun)
{
    const att_timex *x = att_date_on(doc, noun);
    if (!x) x = takes_place(doc, noun);
    for (uint32_t c = att_next_child(doc, noun, 0); c && !x; c = att_next_child(doc, noun, c)) {
        uint8_t rel = doc->toks.at[c].deprel;
        const att_clause *cl = &doc->clauses.at[doc->tok_clause[c]];
        if (rel == ATT_DEP_APPOS && att_date_is_happening(doc, c)) x = att_date_on(doc, c);
        if (!doc->tok_clause[c] || (rel != ATT_DEP_ACL && rel != ATT_DEP_ACL_RELCL)) continue;
        if (rel == ATT_DEP_ACL || cl->subj == noun || cl->obj == noun) x = att_date_on(doc, c);
    }
    return x;
}
