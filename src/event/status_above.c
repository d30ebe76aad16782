/* status_above.c: what the words above an event word say of it: verbs, nouns and adjectives of the lexicon (embed.txt), and the form of their clauses. */
#include "event/status_int.h"

/* What each class of embedding word makes of the event under it; -1 = nothing, go on upwards. */
int att_status_of_class(att_embed e)
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

/* "an invasion could happen", "the talks did not take place", "the talks will be on Monday": only says that what its subject names comes about. */
static bool comes_about(const att_doc *doc, uint32_t verb)
{
    static const char *const HAPPENS[] = {"happen", "occur", "begin", "start", "resume", "ensue", "unfold", "materialise", "materialize", "proceed", "erupt", NULL};
    if (att_in(doc->toks.at[verb].lemma, HAPPENS)) return true;
    uint32_t obj = att_is(doc->toks.at[verb].lemma, "take") ? att_child(doc, verb, ATT_DEP_OBJ, verb) : 0;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[verb]];
    bool set = doc->tok_clause[verb] && c->flags & ATT_CL_COPULAR && (c->tense == ATT_TENSE_FUTURE || c->modal.len);
    if (set && doc->toks.at[verb].upos != ATT_ADJ) return att_is(att_case_of(doc, verb), "on") || att_is(att_case_of(doc, verb), "in");
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
    return att_status_of_class(e) >= 0 && !(known && e == ATT_EMB_ASKED);
}

/* A relation through which the word above governs the event: complements, objects, "of"/"to" nominals. Adjuncts of time and
 * most subjects are not governed. */
bool att_status_governs(const att_matcher *m, uint32_t t)
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
        bool charge = mark && att_is(doc->toks.at[mark].lower, "with") && att_embed_of(m->frames, doc->toks.at[up].lemma, 'v') == ATT_EMB_ALLEGED; /* "charged with killing" */
        return charge || (mark && (att_is(doc->toks.at[mark].lower, "of") || att_is(doc->toks.at[mark].lower, "from")));
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

/* What is done to some end may come of it; what is not done ("promised not to send soldiers to fight") will not. */
att_status att_status_aim(const att_doc *doc, uint32_t t)
{
    uint32_t up = doc->toks.at[t].head;
    return doc->tok_clause[up] && (doc->clauses.at[doc->tok_clause[up]].flags & ATT_CL_NEGATED) ? ATT_ST_NEGATED : ATT_ST_POSSIBLE;
}

/* "used his speech to accuse", "flew to Cairo to demand": what is said at the end of a way that was gone has been said. */
static bool said_there(const att_matcher *m, uint32_t w, const att_frame *f)
{
    const att_doc *doc = m->doc;
    const att_tok *g = &doc->toks.at[doc->toks.at[w].head];
    const att_clause *up = &doc->clauses.at[doc->tok_clause[doc->toks.at[w].head]];
    bool words = f->type == ATT_ACCUSE || f->type == ATT_REQUEST || f->type == ATT_SUPPORT || f->type == ATT_THREATEN;
    int s = att_status_of_class(att_embed_of(m->frames, g->lemma, att_embed_pos(g->upos)));
    return words && (s < 0 || s == ATT_ST_OCCURRED) && doc->tok_clause[doc->toks.at[w].head] && up->tense == ATT_TENSE_PAST && !up->modal.len && !(up->flags & (ATT_CL_NEGATED | ATT_CL_CONDITION));
}

/* "rebuffed pleas", "resisted demands": words that are turned down have been uttered; "avoided criticism" came round it. */
static bool turned_down(const att_matcher *m, uint32_t w, uint32_t up, const att_frame *f)
{
    static const char *const DOWN[] = {"oppose", "rebuff", "refuse", "reject", "resist", NULL};
    const att_tok *g = &m->doc->toks.at[up];
    bool words = f->type == ATT_ACCUSE || f->type == ATT_REQUEST || f->type == ATT_THREATEN;
    return words && f->pos == 'n' && m->doc->toks.at[w].deprel == ATT_DEP_OBJ && att_in(g->lemma, DOWN);
}

/* "in case of an attack" */
static bool in_case_of(const att_doc *doc, uint32_t noun)
{
    uint32_t in = att_child(doc, noun, ATT_DEP_CASE, 0);
    return in && in + 1 < doc->toks.n && att_is(doc->toks.at[in].lower, "in") && att_is(doc->toks.at[in + 1].lower, "case");
}

/* "began to withdraw", "stopped the invasion": what is begun, ended or caused is as real as the word that says so. What is to be
 * stopped has not been: it may come. */
static att_status_found realised(const att_matcher *m, uint32_t t, uint32_t up, const att_frame *f, att_embed e, uint32_t depth)
{
    const att_doc *doc = m->doc;
    att_status_found s = {ATT_ST_OCCURRED, "ST_EMBED", up};
    att_id c = doc->tok_clause[up];
    if (e == ATT_EMB_FACTIVE && f->type != ATT_CONSULT && att_status_known(doc, t, f)) return s; /* "may condemn the attack": it took place */
    if (c) s = att_status_of_form(doc, up, &doc->clauses.at[c], f);
    if (s.status == ATT_ST_ONGOING) s.status = ATT_ST_OCCURRED;
    if (s.status == ATT_ST_OCCURRED && c && (doc->clauses.at[c].flags & ATT_CL_PURPOSE)) s.status = ATT_ST_POSSIBLE;
    if (s.status == ATT_ST_OCCURRED && depth < 8) {
        att_status_found above = att_status_from_above(m, up, f, depth + 1);
        if (above.rule) s = above;
    }
    if (s.status != ATT_ST_OCCURRED && e == ATT_EMB_ENDED) s.status = ATT_ST_POSSIBLE;
    return (att_status_found){s.status, "ST_EMBED", up};
}

/* "once the parliament gives its approval, they will sign": what the future hangs on is to come; so is that until which something is not done. */
static bool awaited(const att_doc *doc, uint32_t w)
{
    static const char *const MARKS[] = {"after", "before", "once", "until", "when", NULL};
    uint32_t mark = att_child(doc, w, ATT_DEP_MARK, 0), up = doc->toks.at[w].head;
    if (!mark) mark = att_child(doc, w, ATT_DEP_ADVMOD, 0);
    if (doc->toks.at[w].deprel != ATT_DEP_ADVCL || !mark || mark > w || !att_in(doc->toks.at[mark].lower, MARKS) || !doc->tok_clause[w] || !doc->tok_clause[up]) return false;
    const att_clause *above = &doc->clauses.at[doc->tok_clause[up]];
    bool barred = att_is(doc->toks.at[mark].lower, "until") && above->flags & ATT_CL_NEGATED;
    return doc->clauses.at[doc->tok_clause[w]].tense == ATT_TENSE_PRESENT && (above->tense == ATT_TENSE_FUTURE || barred);
}

/* "a solution to the standoff", "to end the war": what is to be solved or ended is there. */
static bool lasts(const att_doc *doc, uint32_t t, att_embed e)
{
    static const char *const ANSWERS[] = {"answer", "response", "solution", "resolution", "reaction", "retaliation", NULL};
    static const char *const QUELLS[] = {"cease", "crush", "end", "halt", "quell", "settle", "suppress", NULL}; /* what nobody does to a thing that is not there */
    static const char *const KNOWN[] = {"the", "this", "these", "those", "that", NULL};
    if (e == ATT_EMB_ENDED && !doc->tok_clause[t] && doc->toks.at[t].deprel == ATT_DEP_OBJ && att_in(doc->toks.at[doc->toks.at[t].head].lemma, QUELLS)) return true;
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

/* "declined to comment on the talks", "a report of an attack": what is spoken of is as it was, whatever becomes of the speaking. */
static bool spoken_of(const att_matcher *m, uint32_t w, uint32_t up, bool known)
{
    static const char *const VERBS[] = {"comment", "elaborate", "mention", "remark", "speak", "speculate", "talk", "testify", NULL};
    static const char *const WITH[] = {"discuss", "debate", "address", "answer", "explain", "describe", "recall", NULL};
    const att_tok *g = &m->doc->toks.at[up];
    uint8_t rel = m->doc->toks.at[w].deprel;
    if (rel != ATT_DEP_OBJ && rel != ATT_DEP_OBL && rel != ATT_DEP_NMOD) return false;
    if (g->upos == ATT_NOUN) return rel == ATT_DEP_NMOD && att_embed_of(m->frames, g->lemma, 'n') == ATT_EMB_REPORTED;
    return att_in(g->lemma, VERBS) || (known && att_in(g->lemma, WITH));
}

/* "has had the chance to speak": a chance that was taken. */
static bool chance_taken(const att_doc *doc, uint32_t noun)
{
    static const char *const CHANCES[] = {"chance", "occasion", "opportunity", NULL}, *const TAKES[] = {"get", "have", "seize", "take", "use", NULL};
    uint32_t up = doc->toks.at[noun].head;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[up]];
    return att_in(doc->toks.at[noun].lemma, CHANCES) && doc->toks.at[noun].deprel == ATT_DEP_OBJ && doc->tok_clause[up] && att_in(doc->toks.at[up].lemma, TAKES) &&
           c->tense == ATT_TENSE_PAST && !c->modal.len && !(c->flags & ATT_CL_NEGATED);
}

/* What others expect of somebody is on the calendar ("are expected to discuss"), or not ("is not expected to"); what they think of his past
 * ("is believed to have killed") is their word. */
static att_status_found expected(const att_doc *doc, uint32_t w, uint32_t up)
{
    const att_clause *cl = &doc->clauses.at[doc->tok_clause[up]], *own = &doc->clauses.at[doc->tok_clause[w]];
    if (cl->flags & ATT_CL_NEGATED) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", up};
    bool to_come = !doc->tok_clause[w] || (!(own->flags & ATT_CL_PERFECT) && (own->flags & ATT_CL_INFINITIVE || att_eq(doc->toks.at[w].lower, doc->toks.at[w].lemma))); /* not "believed killed" */
    return (att_status_found){to_come ? ATT_ST_PLANNED : ATT_ST_ALLEGED, "ST_EMBED", up};
}

/* "no sign that he plans to", "does not say that he may": nothing comes of what is itself denied. */
static bool denied_above(const att_matcher *m, uint32_t up, const att_frame *f, uint32_t depth)
{
    return m->doc->tok_clause[up] && att_status_from_above(m, up, f, depth + 1).status == ATT_ST_NEGATED;
}

static att_status_found climb(const att_matcher *m, uint32_t t, const att_frame *f, uint32_t depth)
{
    const att_doc *doc = m->doc;
    bool there = att_status_presupposed(doc, t, f), known = att_status_known(doc, t, f);
    for (uint32_t w = t; w && doc->toks.at[w].head; w = doc->toks.at[w].head) {
        uint32_t up = doc->toks.at[w].head;
        const att_tok *g = &doc->toks.at[up];
        if (known && w != t && f->type != ATT_CONSULT) return (att_status_found){ATT_ST_OCCURRED, NULL, 0}; /* "fears for the victims of the war" */
        att_id c = doc->tok_clause[up];
        const att_clause *cl = &doc->clauses.at[c];
        if (doc->toks.at[w].deprel == ATT_DEP_CONJ || doc->toks.at[w].deprel == ATT_DEP_COMPOUND) continue;
        att_id own = doc->tok_clause[w];
        if (own && (doc->clauses.at[own].flags & ATT_CL_CONDITION)) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", w};
        if (own && w == t && (doc->clauses.at[own].flags & ATT_CL_PURPOSE) && said_there(m, w, f)) return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
        if (own && (doc->clauses.at[own].flags & ATT_CL_PURPOSE)) return (att_status_found){att_status_aim(doc, w), "ST_PURPOSE", w};
        if (in_case_of(doc, w)) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", w};
        static const char *const CASES[] = {"event", "case", NULL};
        bool clause = doc->toks.at[w].deprel == ATT_DEP_ACL || doc->toks.at[w].deprel == ATT_DEP_ACL_RELCL;
        if (clause && att_in(g->lower, CASES) && att_is(att_case_of(doc, up), "in")) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", up};
        if (awaited(doc, w)) return (att_status_found){ATT_ST_PLANNED, "ST_FUTURE", up};
        if (!att_status_governs(m, w)) return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
        g = &doc->toks.at[said_of(doc, w)];
        att_embed e = att_embed_of(m->frames, g->lemma, att_embed_pos(g->upos));
        int s = told_as_past(doc, w, up) ? -1 : att_status_of_class(e);
        uint8_t rel = doc->toks.at[w].deprel;
        if (spoken_of(m, w, up, known) || (w == t && turned_down(m, w, up, f))) return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
        bool aloof = known && w == t && s < 0 && rel != ATT_DEP_NSUBJ && rel != ATT_DEP_NSUBJ_PASS && f->type != ATT_CONSULT; /* "may help to forget the war" */
        if (aloof && !(rel == ATT_DEP_OBJ && c && cl->flags & ATT_CL_NEGATED)) return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
        if (w == t && lasts(doc, t, e)) return (att_status_found){ATT_ST_OCCURRED, "ST_EMBED", up};
        if (s == ATT_ST_OCCURRED) return realised(m, t, up, f, e, depth);
        /* "is going to expel" */
        if (att_is(g->lower, "going") && c && (cl->flags & ATT_CL_PROGRESSIVE) && doc->toks.at[w].deprel == ATT_DEP_XCOMP)
            return (att_status_found){(cl->flags & ATT_CL_NEGATED) ? ATT_ST_NEGATED : ATT_ST_PLANNED, "ST_FUTURE", up};
        if (e == ATT_EMB_BELIEVED && c && (cl->flags & ATT_CL_PASSIVE) && !cl->agent && rel == ATT_DEP_XCOMP) return expected(doc, w, up);
        bool told = e == ATT_EMB_REPORTED && rel == ATT_DEP_CCOMP; /* "did not say that" denies no deed */
        if (c && (cl->flags & ATT_CL_NEGATED) && s < 0 && !told) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", up};
        /* "is not considering offering", "has not ordered a strike" */
        bool unreal = s == ATT_ST_PLANNED || s == ATT_ST_POSSIBLE || s == ATT_ST_ONGOING;
        bool not = c ? (cl->flags & ATT_CL_NEGATED) != 0 : att_status_ruled_out(doc, up) && e != ATT_EMB_DOUBTED; /* "has no plans to leave"; not "no doubt of" */
        if (unreal && not) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", up};
        if (s == ATT_ST_POSSIBLE && chance_taken(doc, up)) return (att_status_found){ATT_ST_OCCURRED, "ST_EMBED", up};
        if (s >= 0 && c && cl->flags & ATT_CL_CONDITION) return (att_status_found){ATT_ST_CONDITIONAL, "ST_CONDITION", up}; /* "if they fail to withdraw" */
        if ((s == ATT_ST_PLANNED || s == ATT_ST_POSSIBLE) && depth < 8 && denied_above(m, up, f, depth)) return (att_status_found){ATT_ST_NEGATED, "ST_NEGATED", up};
        if (s >= 0) return (att_status_found){(att_status)s, "ST_EMBED", up};
        bool nominal = rel != ATT_DEP_CCOMP && !there;
        if (c && nominal && cl->tense == ATT_TENSE_FUTURE) return (att_status_found){ATT_ST_PLANNED, "ST_FUTURE", up};
        if (c && nominal && cl->modal.len)
            return (att_status_found){att_is(cl->modal, "would") ? ATT_ST_PLANNED : ATT_ST_POSSIBLE, "ST_MODAL", up};
    }
    return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
}

att_status_found att_status_from_above(const att_matcher *m, uint32_t t, const att_frame *f, uint32_t depth)
{
    att_status_found s = climb(m, t, f, depth);
    bool far = s.rule && s.by && s.by != t && s.by != m->doc->toks.at[t].head, unreal = s.status == ATT_ST_POSSIBLE || s.status == ATT_ST_NEGATED;
    /* "the reply may decide the fate of the talks": they go on, whatever is said of their fate; but "will speak at the talks" can be before them */
    if (far && unreal && f->type == ATT_CONSULT && att_status_known(m->doc, t, f)) return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
    return s;
}
