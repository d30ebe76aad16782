/* event_date_verb.c: what a verb with its phrases says of its day. */
#include "event/event_date.h"

static const att_clause *clause_at(const att_doc *doc, uint32_t t) { return &doc->clauses.at[doc->tok_clause[t]]; }
static uint8_t rel_of(const att_doc *doc, uint32_t t) { return doc->toks.at[t].deprel; }

/* A past act does not lie ahead ("has invited them to a ceremony on March 12"; "soon"), an act to come not behind. */
bool att_date_fits(const att_doc *doc, uint32_t t, const att_timex *x)
{
    const att_clause *c = clause_at(doc, t);
    if (!x || doc->meta.published == ATT_NO_DAY || !doc->tok_clause[t]) return x != NULL;
    bool past = c->tense == ATT_TENSE_PAST || c->flags & ATT_CL_PERFECT;
    att_day today = doc->meta.published;
    if (past && !c->modal.len && (x->days.first > today + 1 || (x->days.first >= today && x->days.last > today + 1))) return false;
    return !(c->tense == ATT_TENSE_FUTURE && x->days.last < today - 1);
}

bool att_date_pluperfect(const att_doc *doc, uint32_t t)
{
    if (!(clause_at(doc, t)->flags & ATT_CL_PERFECT)) return false;
    for (uint32_t c = att_next_child(doc, t, 0); c && c < t; c = att_next_child(doc, t, c))
        if (att_is(doc->toks.at[c].lower, "had") || att_is(doc->toks.at[c].lower, "'d")) return true;
    /* coordinated with one that has the auxiliary */
    return rel_of(doc, t) == ATT_DEP_CONJ && doc->tok_clause[doc->toks.at[t].head] && att_date_pluperfect(doc, doc->toks.at[t].head);
}

/* Does word t introduce a statement? Statements stand in the order of their contents, which lie near their cues. */
bool att_date_is_cue(const att_doc *doc, uint32_t t)
{
    enum { REACH = 4 }; /* sentences */
    att_id sent = doc->toks.at[t].sent;
    uint32_t from = doc->sents.at[sent > REACH ? sent - REACH : 1].span.beg, end = doc->sents.at[sent].span.end, lo = 1, hi = doc->statements.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->statements.at[mid].content.beg < from) lo = mid + 1;
        else hi = mid;
    }
    for (; lo < doc->statements.n && doc->statements.at[lo].content.beg < end; lo++)
        if (doc->statements.at[lo].cue_tok == t) return true;
    return false;
}

/* Behind the noun, not before it: "expelled from the talks on Friday" tells of both, "left Monday's talks" of the talks. */
static bool trails(const att_timex *x, uint32_t noun) { return x && x->tok_beg > noun && x->days.first == x->days.last; }

/* What a phrase under verb v says of its day: the meeting at which it was done, or a day behind its noun. */
static const att_timex *on_phrase(const att_doc *doc, uint32_t v, uint32_t noun, bool far)
{
    static const char *const AT[] = {"at", "in", "during", "on", "amid", NULL};
    static const char *const APART[] = {"after", "before", "since", "until", "following", "ahead", "despite", NULL};
    static const char *const ABOUT[] = {"about", "for", "over", "against", "of", NULL};
    static const char *const TAKES_PART[] = {"attend", "join", "host", "hold", "leave", "boycott", "skip", "miss", "address", "open", "chair", "convene", "close", NULL};
    att_slice prep = att_case_of(doc, noun);
    if (att_in(prep, APART)) return NULL;
    if (att_date_is_happening(doc, noun)) {
        const att_timex *x = att_date_of_noun(doc, noun);
        bool there = prep.len ? att_in(prep, AT) : att_in(doc->toks.at[v].lemma, TAKES_PART);
        if (x && (there || (!far && trails(att_date_on(doc, noun), noun) && !(prep.len && att_child(doc, noun, ATT_DEP_NMOD_POSS, 0))))) return x;
    }
    for (uint32_t c = att_next_child(doc, noun, 0); c && !att_in(prep, ABOUT); c = att_next_child(doc, noun, c)) {
        const att_timex *x = doc->toks.at[c].deprel == ATT_DEP_NMOD && c > noun ? on_phrase(doc, v, c, true) : NULL;
        if (x) return x;
    }
    return NULL;
}

/* An expression on the verb, else on a meeting or the like at which it was done, else a past one on its infinitive ("invited them to
 * join in 1997"). */
const att_timex *att_date_of_verb(const att_doc *doc, uint32_t v, const char **rule)
{
    const att_timex *x = att_date_on(doc, v);
    if (att_date_fits(doc, v, x)) return x;
    for (uint32_t c = att_next_child(doc, v, 0); c; c = att_next_child(doc, v, c)) {
        uint8_t r = rel_of(doc, c);
        x = NULL;
        if (r == ATT_DEP_OBL || r == ATT_DEP_OBJ || r == ATT_DEP_NSUBJ_PASS || r == ATT_DEP_NMOD) x = on_phrase(doc, v, c, false);
        else if (r == ATT_DEP_XCOMP && clause_at(doc, v)->tense == ATT_TENSE_PAST && (x = att_date_on(doc, c)) && x->days.last >= doc->meta.published) x = NULL;
        if (att_date_fits(doc, v, x)) return *rule = "DATE_AT", x;
    }
    return NULL;
}
