#include "event/status.h"

#include <string.h>

#include "event/event_date.h"

/* What each class of embedding word makes of the event under it; -1 = nothing, go on upwards. */
static int status_of(att_embed e)
{
    switch (e) {
    case ATT_EMB_PLANNED: case ATT_EMB_INTENDED: case ATT_EMB_PROMISED: case ATT_EMB_ORDERED: return ATT_ST_PLANNED;
    case ATT_EMB_POSSIBLE: case ATT_EMB_ASKED: case ATT_EMB_TRIED: case ATT_EMB_DOUBTED: return ATT_ST_POSSIBLE;
    case ATT_EMB_CONDITIONAL: return ATT_ST_CONDITIONAL;
    case ATT_EMB_NEGATED: return ATT_ST_NEGATED;
    case ATT_EMB_DENIED: return ATT_ST_DENIED;
    case ATT_EMB_ALLEGED: return ATT_ST_ALLEGED;
    case ATT_EMB_ONGOING: return ATT_ST_ONGOING;
    case ATT_EMB_BEGUN: case ATT_EMB_CAUSED: case ATT_EMB_ENDED: case ATT_EMB_FACTIVE: return ATT_ST_OCCURRED;
    default: return -1;
    }
}

bool att_type_speaks(uint8_t type)
{
    switch (type) {
    case ATT_AGREE: case ATT_REQUEST: case ATT_ACCUSE: case ATT_REJECT: case ATT_THREATEN: case ATT_SUPPORT: case ATT_CONCEDE: return true;
    default: return false;
    }
}

bool att_is_speech(const att_frame *f) { return att_type_speaks(f->type) || (f->flags & ATT_FR_SPEECH); }

static const char *const STANDING[] = {"want", "oppose", "support", "back", "insist", "refuse", "seek", "demand", "favor", "favour", "reject", "hope", "continue", NULL};

static att_status_found from_form(const att_matcher *m, uint32_t t, const att_clause *cl)
{
    const att_tok *k = &m->doc->toks.at[t];
    if (cl->flags & ATT_CL_NEGATED) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", t};
    if (cl->flags & ATT_CL_CONDITION) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", t};
    if (cl->modal.len) {
        if (att_is(cl->modal, "would")) return (att_status_found){ATT_ST_PLANNED, "ST_WOULD", t};
        return (att_status_found){ATT_ST_POSSIBLE, "ST_MODAL", t};
    }
    if (cl->tense == ATT_TENSE_FUTURE) return (att_status_found){ATT_ST_PLANNED, "ST_FUTURE", t};
    if (cl->tense == ATT_TENSE_PRESENT && !(cl->flags & ATT_CL_PASSIVE)) {
        bool standing = (cl->flags & ATT_CL_PROGRESSIVE) || att_in(k->lemma, STANDING) || (cl->flags & ATT_CL_COPULAR);
        if (standing) return (att_status_found){ATT_ST_ONGOING, "ST_PROGRESSIVE", t};
    }
    return (att_status_found){ATT_ST_OCCURRED, "ST_PLAIN", 0};
}

/* "an invasion could happen", "the talks did not take place": the verb only says that what its subject names comes about. */
static bool comes_about(const att_doc *doc, uint32_t verb)
{
    static const char *const HAPPENS[] = {"happen", "occur", "begin", "start", "resume", "ensue", "unfold", "materialise", "materialize", "proceed", "erupt", NULL};
    if (att_in(doc->toks.at[verb].lemma, HAPPENS)) return true;
    uint32_t obj = att_is(doc->toks.at[verb].lemma, "take") ? att_child(doc, verb, ATT_DEP_OBJ, verb) : 0;
    return obj && att_is(doc->toks.at[obj].lower, "place");
}

/* What says how the subject is: its verb, or the adjective of "remains possible". */
static uint32_t said_of(const att_doc *doc, uint32_t t)
{
    static const char *const STAYS[] = {"appear", "become", "look", "remain", "seem", "stay", NULL};
    uint32_t up = doc->toks.at[t].head;
    uint32_t adj = doc->toks.at[t].deprel == ATT_DEP_NSUBJ && att_in(doc->toks.at[up].lemma, STAYS) ? att_child(doc, up, ATT_DEP_XCOMP, up) : 0;
    return adj && doc->toks.at[adj].upos == ATT_ADJ ? adj : up;
}

/* "Talks are possible", "dialogue is necessary"; but "the trip was important" for one that was made, and "the boycott is likely to be forgotten". */
static bool found_to_be(const att_matcher *m, uint32_t t, uint32_t adj)
{
    const att_doc *doc = m->doc;
    if (doc->toks.at[adj].upos != ATT_ADJ || att_child(doc, adj, ATT_DEP_XCOMP, adj)) return false;
    bool known = att_child(doc, t, ATT_DEP_DET, 0) || att_child(doc, t, ATT_DEP_NMOD_POSS, 0);
    att_embed e = att_embed_of(m->frames, doc->toks.at[adj].lemma, 'a');
    return status_of(e) >= 0 && !(known && e == ATT_EMB_ASKED);
}

/* A relation through which the word above governs the event: complements, objects, "of"/"to" nominals. Adjuncts of time and
 * most subjects are not governed. */
static bool governs(const att_matcher *m, uint32_t t)
{
    static const char *const ADJECTIVE[] = {"about", "from", "in", "of", "on", NULL};
    const att_doc *doc = m->doc;
    uint32_t up = doc->toks.at[t].head;
    switch (doc->toks.at[t].deprel) {
    case ATT_DEP_NSUBJ: return comes_about(doc, up) || found_to_be(m, t, said_of(doc, t));
    case ATT_DEP_XCOMP: case ATT_DEP_CCOMP: case ATT_DEP_OBJ: case ATT_DEP_CSUBJ: case ATT_DEP_NSUBJ_PASS: return true;
    case ATT_DEP_ACL: /* not "an agreement brokered by France" */
        return att_child(doc, t, ATT_DEP_MARK, 0) || att_child(doc, t, ATT_DEP_NSUBJ, 0) || doc->toks.at[t].upos != ATT_VERB || att_ends(doc->toks.at[t].lower, "ing");
    case ATT_DEP_ADVCL: { /* "suspected of attacking", "prevented from leaving", "serious about talking" */
        uint32_t mark = att_child(doc, t, ATT_DEP_MARK, 0);
        if (mark && doc->toks.at[up].upos == ATT_ADJ) return att_in(doc->toks.at[mark].lower, ADJECTIVE);
        return mark && (att_is(doc->toks.at[mark].lower, "of") || att_is(doc->toks.at[mark].lower, "from"));
    }
    case ATT_DEP_NMOD: case ATT_DEP_OBL: {
        static const char *const PREPS[] = {"of", "to", "against", "for", "about", "on", "from", "with", "in", NULL};
        att_slice prep = att_case_of(doc, t);
        if (doc->toks.at[t].deprel == ATT_DEP_OBL && att_is(prep, "in")) return false;
        if (doc->toks.at[t].deprel == ATT_DEP_NMOD && att_is(prep, "from")) return false; /* "assurance from the talks" */
        return att_in(prep, PREPS);
    }
    default: return false;
    }
}

/* "no attack", "without a fight", "any" under a negated verb is left to the verb. */
static bool negative_noun(const att_doc *doc, uint32_t t)
{
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *tk = &doc->toks.at[k];
        if (tk->deprel == ATT_DEP_DET && att_is(tk->lower, "no")) return true;
        if (tk->deprel == ATT_DEP_CASE && att_is(tk->lower, "without")) return true;
    }
    return false;
}

static att_status_found adverb(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *tk = &doc->toks.at[k];
        if (tk->deprel != ATT_DEP_ADVMOD && tk->deprel != ATT_DEP_AMOD) continue;
        att_embed e = att_embed_of(m->frames, tk->lower, att_embed_pos(tk->upos));
        if (e == ATT_EMB_NONE && tk->upos == ATT_VERB) e = att_embed_of(m->frames, tk->lower, 'a'); /* "planned", "alleged" */
        int s = status_of(e);
        if (s >= 0 && s != ATT_ST_OCCURRED) return (att_status_found){(att_status)s, "ST_ADVERB", k};
    }
    return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
}

/* What is done to some end may come of it; what is not done ("promised not to send soldiers to fight") will not. */
static att_status aim_of(const att_doc *doc, uint32_t t)
{
    uint32_t up = doc->toks.at[t].head;
    return doc->tok_clause[up] && (doc->clauses.at[doc->tok_clause[up]].flags & ATT_CL_NEGATED) ? ATT_ST_NEGATED : ATT_ST_POSSIBLE;
}

static att_status_found from_above(const att_matcher *m, uint32_t t, const att_frame *f, uint32_t depth);

/* "began to withdraw", "stopped the invasion": what is begun, ended or caused is as real as the word that says so. What is to be
 * stopped has not been: it may come. */
static att_status_found realised(const att_matcher *m, uint32_t up, const att_frame *f, att_embed e, uint32_t depth)
{
    const att_doc *doc = m->doc;
    att_status_found s = {ATT_ST_OCCURRED, "ST_EMBED", up};
    att_id c = doc->tok_clause[up];
    if (c) s = from_form(m, up, &doc->clauses.at[c]);
    if (s.status == ATT_ST_ONGOING) s.status = ATT_ST_OCCURRED;
    if (s.status == ATT_ST_OCCURRED && c && (doc->clauses.at[c].flags & ATT_CL_PURPOSE)) s.status = ATT_ST_POSSIBLE;
    if (s.status == ATT_ST_OCCURRED && depth < 8) {
        att_status_found above = from_above(m, up, f, depth + 1);
        if (above.rule) s = above;
    }
    if (s.status != ATT_ST_OCCURRED && e == ATT_EMB_ENDED) s.status = ATT_ST_POSSIBLE;
    return (att_status_found){s.status, "ST_EMBED", up};
}

/* "Russia's demands", "Western criticism": words that have been uttered are there, whatever will be done about them; so is any act but a
 * meeting that has its owner. */
static bool presupposed(const att_doc *doc, uint32_t t, const att_frame *f)
{
    if (doc->tok_clause[t] || doc->toks.at[t].upos != ATT_NOUN || f->type == ATT_CONSULT || f->type == ATT_AGREE || f->type == ATT_COOPERATE) return false;
    if (att_child(doc, t, ATT_DEP_NMOD_POSS, 0)) return true;
    uint32_t k = att_is_speech(f) ? att_child(doc, t, ATT_DEP_AMOD, 0) : 0;
    while (k && !((doc->toks.at[k].flags & ATT_TOK_CAP) && doc->tok_mention[k])) k = att_child(doc, t, ATT_DEP_AMOD, k + 1);
    return k != 0;
}

/* "once the parliament gives its approval, they will sign": what the future hangs on is to come. */
static bool awaited(const att_doc *doc, uint32_t w)
{
    static const char *const MARKS[] = {"after", "before", "once", "until", "when", NULL};
    uint32_t mark = att_child(doc, w, ATT_DEP_MARK, 0), up = doc->toks.at[w].head;
    if (!mark) mark = att_child(doc, w, ATT_DEP_ADVMOD, 0);
    if (doc->toks.at[w].deprel != ATT_DEP_ADVCL || !mark || mark > w || !att_in(doc->toks.at[mark].lower, MARKS) || !doc->tok_clause[w] || !doc->tok_clause[up]) return false;
    return doc->clauses.at[doc->tok_clause[w]].tense == ATT_TENSE_PRESENT && doc->clauses.at[doc->tok_clause[up]].tense == ATT_TENSE_FUTURE;
}

/* "a solution to the standoff", "to end the war": what is to be solved or ended is there. */
static bool lasts(const att_doc *doc, uint32_t t, att_embed e)
{
    static const char *const ANSWERS[] = {"answer", "response", "solution", "resolution", "reaction", "retaliation", NULL};
    static const char *const KNOWN[] = {"the", "this", "these", "those", "that", NULL};
    uint32_t det = doc->tok_clause[t] ? 0 : att_child(doc, t, ATT_DEP_DET, 0);
    if (!det || !att_in(doc->toks.at[det].lower, KNOWN)) return false;
    return e == ATT_EMB_ENDED || (att_in(doc->toks.at[doc->toks.at[t].head].lemma, ANSWERS) && att_is(att_case_of(doc, t), "to"));
}

/* "suggested that rebels had fired", "agrees that the raid was wrong": a clause in the past says what has been, whatever else the word above
 * does with a clause. */
static bool told_as_past(const att_doc *doc, uint32_t w, uint32_t up)
{
    static const char *const VERBS[] = {"accept", "agree", "suggest", NULL};
    const att_clause *c = &doc->clauses.at[doc->tok_clause[w]];
    return doc->toks.at[w].deprel == ATT_DEP_CCOMP && doc->tok_clause[w] && c->tense == ATT_TENSE_PAST && !c->modal.len && att_in(doc->toks.at[up].lemma, VERBS);
}

/* What the governor's own form says of a governed event: "has not agreed to withdraw", "may have launched". */
static att_status_found from_above(const att_matcher *m, uint32_t t, const att_frame *f, uint32_t depth)
{
    const att_doc *doc = m->doc;
    bool there = presupposed(doc, t, f);
    for (uint32_t w = t; w && doc->toks.at[w].head; w = doc->toks.at[w].head) {
        uint32_t up = doc->toks.at[w].head;
        const att_tok *g = &doc->toks.at[up];
        att_id c = doc->tok_clause[up];
        const att_clause *cl = &doc->clauses.at[c];
        if (doc->toks.at[w].deprel == ATT_DEP_CONJ || doc->toks.at[w].deprel == ATT_DEP_COMPOUND) continue;
        att_id own = doc->tok_clause[w];
        if (own && (doc->clauses.at[own].flags & ATT_CL_CONDITION)) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", w};
        if (own && (doc->clauses.at[own].flags & ATT_CL_PURPOSE)) return (att_status_found){aim_of(doc, w), "ST_PURPOSE", w};
        static const char *const CASES[] = {"event", "case", NULL};
        bool clause = doc->toks.at[w].deprel == ATT_DEP_ACL || doc->toks.at[w].deprel == ATT_DEP_ACL_RELCL;
        if (clause && att_in(g->lower, CASES) && att_is(att_case_of(doc, up), "in")) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", up};
        if (awaited(doc, w)) return (att_status_found){ATT_ST_PLANNED, "ST_FUTURE", up};
        if (!governs(m, w)) return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
        g = &doc->toks.at[said_of(doc, w)];
        att_embed e = att_embed_of(m->frames, g->lemma, att_embed_pos(g->upos));
        int s = told_as_past(doc, w, up) ? -1 : status_of(e);
        if (w == t && lasts(doc, t, e)) return (att_status_found){ATT_ST_OCCURRED, "ST_EMBED", up};
        if (s == ATT_ST_OCCURRED) return realised(m, up, f, e, depth);
        /* "is going to expel" */
        if (att_is(g->lower, "going") && c && (cl->flags & ATT_CL_PROGRESSIVE) && doc->toks.at[w].deprel == ATT_DEP_XCOMP)
            return (att_status_found){(cl->flags & ATT_CL_NEGATED) ? ATT_ST_NEGATED : ATT_ST_PLANNED, "ST_FUTURE", up};
        /* "are expected to discuss": what others expect of somebody is on the calendar */
        if (e == ATT_EMB_BELIEVED && c && (cl->flags & ATT_CL_PASSIVE) && !cl->agent && doc->toks.at[w].deprel == ATT_DEP_XCOMP)
            return (att_status_found){ATT_ST_PLANNED, "ST_EMBED", up};
        if (c && (cl->flags & ATT_CL_NEGATED) && s < 0) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", up};
        /* "is not considering offering", "has not ordered a strike" */
        bool unreal = s == ATT_ST_PLANNED || s == ATT_ST_POSSIBLE || s == ATT_ST_ONGOING;
        bool not = c ? (cl->flags & ATT_CL_NEGATED) != 0 : negative_noun(doc, up) && e != ATT_EMB_DOUBTED; /* "has no plans to leave"; not "no doubt of" */
        if (unreal && not) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", up};
        if (s >= 0) return (att_status_found){(att_status)s, "ST_EMBED", up};
        bool nominal = doc->toks.at[w].deprel != ATT_DEP_CCOMP && !there;
        if (c && nominal && cl->tense == ATT_TENSE_FUTURE) return (att_status_found){ATT_ST_PLANNED, "ST_FUTURE", up};
        if (c && nominal && cl->modal.len)
            return (att_status_found){att_is(cl->modal, "would") ? ATT_ST_PLANNED : ATT_ST_POSSIBLE, "ST_MODAL", up};
    }
    return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
}

/* A denial or an accusation further up outweighs what stands closer: "denied that it plans to invade", "denied claims that it attacked". */
static att_status_found contested(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    att_status_found alleged = {ATT_ST_OCCURRED, NULL, 0};
    for (uint32_t w = t; w && doc->toks.at[w].head; w = doc->toks.at[w].head) {
        if (doc->toks.at[w].deprel == ATT_DEP_CONJ) continue;
        if (!governs(m, w)) break;
        uint32_t up = doc->toks.at[w].head;
        const att_tok *g = &doc->toks.at[up];
        att_embed e = att_embed_of(m->frames, g->lemma, att_embed_pos(g->upos));
        att_id c = doc->tok_clause[up];
        bool not = c && (doc->clauses.at[c].flags & ATT_CL_NEGATED);
        if (e == ATT_EMB_DENIED && !not) return (att_status_found){ATT_ST_DENIED, "ST_EMBED", up};
        if (e == ATT_EMB_ALLEGED && !not && !alleged.rule) alleged = (att_status_found){ATT_ST_ALLEGED, "ST_EMBED", up};
    }
    return alleged;
}

/* "Biden's meeting with the emir on January 31", told before that day. A weekday alone may be the last as well as the next. */
static bool dated_ahead(const att_doc *doc, uint32_t t, const att_frame *f)
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

att_status_found att_status_decide(const att_matcher *m, uint32_t t, const att_frame *f)
{
    const att_doc *doc = m->doc;
    att_id c = doc->tok_clause[t];
    const att_clause *cl = &doc->clauses.at[c];
    att_status_found s = {ATT_ST_OCCURRED, "ST_PLAIN", 0};
    if (!c && negative_noun(doc, t)) return (att_status_found){ATT_ST_NEGATED, "ST_NO_NOUN", t};
    bool ahead = !c && dated_ahead(doc, t, f);
    att_status_found adv = adverb(m, t), far = contested(m, t);
    if (adv.rule) return adv;
    bool words = f->type == ATT_ACCUSE || f->type == ATT_THREATEN || f->type == ATT_REQUEST;
    if (far.rule && far.status == ATT_ST_DENIED && !c && words) return s; /* accusations and warnings that are denied have been made */
    if (far.rule) return far;
    if (c) s = from_form(m, t, cl);
    if (s.status == ATT_ST_ONGOING && !att_is_speech(f)) { /* "wants to see evidence that they are withdrawing" */
        att_status_found above = from_above(m, t, f, 0);
        if (above.status == ATT_ST_PLANNED) above.status = ATT_ST_POSSIBLE; /* nobody plans what is under way */
        if (above.rule && strcmp(above.rule, "ST_EMBED") == 0 && above.status != ATT_ST_OCCURRED) return above;
    }
    if (s.status != ATT_ST_OCCURRED || (att_is_speech(f) && presupposed(doc, t, f))) return s;
    if (c && (cl->flags & ATT_CL_PURPOSE) && !att_is_speech(f)) return (att_status_found){aim_of(doc, t), "ST_PURPOSE", t};
    att_status_found above = from_above(m, t, f, 0);
    if (above.rule && !(ahead && above.status == ATT_ST_OCCURRED)) return above;
    if (ahead) return (att_status_found){ATT_ST_PLANNED, "ST_DATE", t};
    if (c && (cl->flags & ATT_CL_QUESTION) && !att_is_speech(f)) return (att_status_found){ATT_ST_POSSIBLE, "ST_QUESTION", t};
    return s;
}
