/* status_form.c: what the event word says of itself, before anything above it is looked at: the form of its clause, or for a noun the words of
 * its phrase. */
#include <string.h>

#include "event/event_date.h"
#include "event/oblige.h"
#include "event/status_int.h"

static const char *const STANDING[] = {"want", "oppose", "support", "back", "insist", "refuse", "seek", "demand", "favor", "favour", "reject", "hope", "continue", NULL};

/* "Poland would attack if Russia attacked Latvia"; not "even if", which changes nothing. */
static uint32_t hangs_on(const att_doc *doc, uint32_t t)
{
    for (uint32_t k = att_child(doc, t, ATT_DEP_ADVCL, 0); k; k = att_child(doc, t, ATT_DEP_ADVCL, k + 1)) {
        if (!doc->tok_clause[k] || !(doc->clauses.at[doc->tok_clause[k]].flags & ATT_CL_CONDITION)) continue;
        uint32_t mark = att_child(doc, k, ATT_DEP_MARK, 0);
        if (mark && !att_is(doc->toks.at[mark - 1].lower, "even")) return mark;
    }
    return 0;
}

bool att_status_promised(const att_status_found *s) { return strcmp(s->rule, "ST_IF") == 0; }

/* "I would urge both sides to stop": said politely, and thereby said. */
static bool said_politely(const att_doc *doc, uint32_t t, const att_clause *cl)
{
    static const char *const WORDS[] = {"advise", "appeal", "ask", "beg", "call", "caution", "congratulate", "encourage", "expect", "implore", "invite", "remind", "request", "thank", "urge", "warn", "welcome", NULL};
    static const char *const FIRST[] = {"i", "we", NULL};
    return cl->subj && att_in(doc->toks.at[cl->subj].lower, FIRST) && att_in(doc->toks.at[t].lemma, WORDS);
}

att_status_found att_status_of_form(const att_doc *doc, uint32_t t, const att_clause *cl, const att_frame *f)
{
    const att_tok *k = &doc->toks.at[t];
    if (cl->flags & ATT_CL_CONDITION) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", t};
    if (f->flags & ATT_FR_REFUSED) return (att_status_found){ATT_ST_OCCURRED, "ST_REFUSED", t};
    if (cl->flags & ATT_CL_NEGATED) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", t};
    bool would = att_is(cl->modal, "would"), coming = would || (cl->tense == ATT_TENSE_FUTURE && !cl->modal.len);
    uint32_t condition = coming ? hangs_on(doc, t) : 0;
    if (would && att_is_speech(f) && said_politely(doc, t, cl)) return (att_status_found){ATT_ST_OCCURRED, "ST_POLITE", t};
    if (condition) return (att_status_found){ATT_ST_CONDITIONAL, "ST_IF", condition};
    if (would) return (att_status_found){ATT_ST_PLANNED, "ST_WOULD", t};
    if (cl->modal.len) return (att_status_found){ATT_ST_POSSIBLE, "ST_MODAL", t};
    if (cl->tense == ATT_TENSE_FUTURE) return (att_status_found){ATT_ST_PLANNED, "ST_FUTURE", t};
    if (cl->tense == ATT_TENSE_PRESENT && !(cl->flags & ATT_CL_PASSIVE)) {
        bool standing = (cl->flags & ATT_CL_PROGRESSIVE) || att_in(k->lemma, STANDING) || (cl->flags & ATT_CL_COPULAR);
        if (standing) return (att_status_found){ATT_ST_ONGOING, "ST_PROGRESSIVE", t};
    }
    return (att_status_found){ATT_ST_OCCURRED, "ST_PLAIN", 0};
}

/* "any" under a negated verb is left to the verb. */
bool att_status_ruled_out(const att_doc *doc, uint32_t t)
{
    static const char *const OUT[] = {"instead", "without", NULL};
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *tk = &doc->toks.at[k];
        if (tk->deprel == ATT_DEP_DET && att_is(tk->lower, "no")) return true;
        bool joins = tk->deprel == ATT_DEP_CASE || tk->deprel == ATT_DEP_MARK || tk->deprel == ATT_DEP_CC;
        if (joins && att_in(tk->lower, OUT)) return true;
        if (joins && att_is(tk->lower, "rather") && k + 1 < doc->toks.n && att_is(doc->toks.at[k + 1].lower, "than")) return true;
    }
    return false;
}

/* A weekday alone may be the last as well as the next. */
bool att_status_dated_ahead(const att_doc *doc, uint32_t t, const att_frame *f)
{
    static const char *const WEEKDAYS[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL};
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    if (doc->meta.published == ATT_NO_DAY || doc->toks.at[t].upos != ATT_NOUN || (f->type != ATT_CONSULT && f->type != ATT_COOPERATE)) return false;
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, s->tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg < s->tok_end; i++) {
        const att_timex *x = &doc->timexes.at[i];
        bool weekday = x->tok_end - x->tok_beg == 1 && att_in(doc->toks.at[x->tok_beg].lower, WEEKDAYS);
        if (x->kind == ATT_TIMEX_DATE && !weekday && x->days.first != ATT_NO_DAY && x->days.first > doc->meta.published && att_date_anchor(doc, x) == t) return true;
    }
    return false;
}

/* "Russia's demands", "Western criticism": words that have been uttered are there, whatever will be done about them; so is any act but a
 * meeting that has its owner. */
bool att_status_presupposed(const att_doc *doc, uint32_t t, const att_frame *f)
{
    if (doc->tok_clause[t] || doc->toks.at[t].upos != ATT_NOUN || f->type == ATT_CONSULT || f->type == ATT_AGREE || f->type == ATT_COOPERATE) return false;
    if (att_child(doc, t, ATT_DEP_NMOD_POSS, 0)) return true;
    uint32_t k = att_is_speech(f) ? att_child(doc, t, ATT_DEP_AMOD, 0) : 0;
    while (k && !((doc->toks.at[k].flags & ATT_TOK_CAP) && doc->tok_mention[k])) k = att_child(doc, t, ATT_DEP_AMOD, k + 1);
    return k != 0;
}

/* "the attack", "these atrocities": what readers are taken to know of. Meetings and pacts are spoken of so before they come. */
bool att_status_known(const att_doc *doc, uint32_t t, const att_frame *f)
{
    static const char *const KNOWN[] = {"the", "this", "these", "those", "that", NULL};
    if (doc->tok_clause[t] || doc->toks.at[t].upos != ATT_NOUN || f->type == ATT_AGREE || f->type == ATT_COOPERATE) return false;
    uint32_t det = att_child(doc, t, ATT_DEP_DET, 0);
    return det && att_in(doc->toks.at[det].lower, KNOWN);
}
