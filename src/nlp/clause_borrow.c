/* clause_borrow.c: the logical subject and object of a clause that has none of its own: control, raising, relative clauses, coordination. The usual
 * account of control: the object of the verb above acts, unless that is a subject-control verb such as "promise". */
#include "base/limits.h"
#include "nlp/clause_int.h"

/* Verbs whose infinitive keeps the governor's subject although they have an object. */
static const char *const SUBJECT_CONTROL[] = {"promise", "vow", "threaten", "pledge", "swear", "use", "take", "spend", NULL};

/* What stands in subject position on the surface: the subject of an active clause, the object of a passive one. */
static uint32_t surface_subject(const att_clause *cl)
{
    if (!(cl->flags & ATT_CL_PASSIVE)) return cl->subj;
    return cl->iobj ? cl->iobj : cl->obj;
}

uint32_t att_noun_owner(const att_doc *doc, uint32_t noun)
{
    uint32_t poss = att_child(doc, noun, ATT_DEP_NMOD_POSS, 0);
    if (poss) return poss;
    for (uint32_t k = att_next_child(doc, noun, 0); k; k = att_next_child(doc, noun, k)) {
        const att_tok *t = &doc->toks.at[k];
        if (t->deprel == ATT_DEP_AMOD && t->upos == ATT_ADJ && (t->flags & ATT_TOK_CAP)) return k;
        if (t->deprel == ATT_DEP_COMPOUND && t->upos == ATT_PROPN) return k;
        uint32_t by = t->deprel == ATT_DEP_NMOD ? att_child(doc, k, ATT_DEP_CASE, 0) : 0;
        if (by && att_is(doc->toks.at[by].lower, "by")) return k;
    }
    return 0;
}

static void take_surface(att_clause *cl, uint32_t subj)
{
    if (cl->flags & ATT_CL_PASSIVE) {
        if (!cl->obj && subj != cl->tok) cl->obj = subj;
    } else if (!cl->subj && subj != cl->tok) {
        cl->subj = subj;
    }
}

/* "arrested and deported two teachers": verbs side by side share the object that follows the last. */
static void share_object(att_clauser *c, att_clause *cl)
{
    const att_doc *doc = c->doc;
    if (cl->obj || (cl->flags & ATT_CL_PASSIVE) || doc->toks.at[cl->tok].upos != ATT_VERB) return;
    uint32_t k = att_child(doc, cl->tok, ATT_DEP_CONJ, cl->tok);
    if (k && k <= cl->tok + 3 && doc->tok_clause[k] && !(doc->clauses.at[doc->tok_clause[k]].flags & ATT_CL_PASSIVE))
        cl->obj = doc->clauses.at[doc->tok_clause[k]].obj;
}

/* Verbs whose "for" tells what their object has done. */
bool att_object_answers(att_slice verb)
{
    static const char *const VERBS[] = {"admonish", "applaud", "arrest", "attack", "ban", "bar", "berate", "blacklist", "blame", "castigate", "censure", "charge", "chastise", "chide", "commend",
                                        "condemn", "congratulate", "convict", "criticise", "criticize", "denounce", "deport", "detain", "dismiss", "execute", "expel", "fault", "fine", "fire",
                                        "forgive", "hail", "hang", "honor", "honour", "imprison", "indict", "investigate", "jail", "kill", "lambast", "lambaste", "laud", "mock", "pardon",
                                        "penalise", "penalize", "praise", "probe", "prosecute", "punish", "rebuke", "reprimand", "reward", "sack", "sanction", "scold", "sentence", "slam", "sue",
                                        "summon", "suspend", "target", "thank", "try", NULL};
    return att_in(verb, VERBS);
}

/* "accused Russia of attacking", "kept them from leaving", "fined two banks for helping Iran": who is accused, kept or fined does what follows. */
static bool object_acts(const att_doc *doc, const att_clause *cl, const att_clause *up)
{
    uint32_t mark = att_child(doc, cl->tok, ATT_DEP_MARK, 0);
    if (!mark || !up->obj || up->flags & ATT_CL_PASSIVE) return false;
    att_slice m = doc->toks.at[mark].lower;
    return att_is(m, "of") || att_is(m, "from") || (att_is(m, "for") && att_object_answers(doc->toks.at[up->tok].lemma));
}

/* "appeals to Norway to help", "pressure on Israel to withdraw": who is asked is to do it; 0 = the noun asks nobody. */
static uint32_t who_is_asked(const att_doc *doc, uint32_t noun)
{
    static const char *const ASK[] = {"appeal", "call", "command", "demand", "encouragement", "instruction", "invitation", "order", "permission", "plea", "pressure", "request", "summons", "ultimatum", "warning", NULL};
    static const char *const PREPS[] = {"to", "on", "upon", "for", "from", NULL};
    bool below = doc->toks.at[noun].deprel == ATT_DEP_NMOD && att_in(att_case_of(doc, noun), PREPS); /* the parser hangs it to "Norway" */
    if (below && att_in(doc->toks.at[doc->toks.at[noun].head].lemma, ASK)) return noun;
    if (!att_in(doc->toks.at[noun].lemma, ASK)) return 0;
    for (uint32_t k = att_child(doc, noun, ATT_DEP_NMOD, 0); k; k = att_child(doc, noun, ATT_DEP_NMOD, k + 1))
        if (att_in(att_case_of(doc, k), PREPS)) return k;
    return 0;
}

/* "Rivera, the former leader of the rebels, recently accused the president": a participle with an object of its own is none, unless the verb
 * takes two objects ("the man given a medal"). */
static bool active_after_all(const att_doc *doc, const att_clause *cl)
{
    static const char *const TWO[] = {"allow", "appoint", "ask", "assign", "award", "bring", "call", "consider", "deem", "deny", "dub", "elect", "fine", "forbid", "give", "grant", "hand", "label",
                                      "leave", "lend", "make", "name", "offer", "owe", "pay", "promise", "refuse", "sell", "send", "serve", "show", "teach", "tell", "term", "title", NULL};
    static const char *const ONE[] = {"agree", "apologise", "apologize", "appeal", "decline", "insist", "refuse", "resign", "vow", NULL}; /* without a passive */
    uint32_t obj = att_child(doc, cl->tok, ATT_DEP_OBJ, cl->tok), obl = att_child(doc, cl->tok, ATT_DEP_OBL, cl->tok), comma = cl->tok - 1;
    bool calls = obl && att_is(doc->toks.at[cl->tok].lemma, "call") && (att_is(att_case_of(doc, obl), "on") || att_is(att_case_of(doc, obl), "for"));
    while (doc->toks.at[comma].upos == ATT_ADV) comma--;
    return (obj || calls || att_in(doc->toks.at[cl->tok].lemma, ONE)) && !cl->agent && doc->toks.at[comma].upos == ATT_PUNCT && !att_in(doc->toks.at[cl->tok].lemma, TWO);
}

/* A clause without a subject of its own borrows one from the clause or noun that it hangs under. Parents come first in
 * `order`, so theirs is already settled. */
static void borrow_subject(att_clauser *c, att_clause *cl)
{
    att_doc *doc = c->doc;
    const att_tok *t = &doc->toks.at[cl->tok];
    const att_clause *up = &doc->clauses.at[cl->up];
    bool participle = att_xpos_is(c, cl->tok, "VBN") || (att_xpos_is(c, cl->tok, "VBD") && !cl->obj && !cl->agent); /* under a noun "killed" is one, however it is tagged */
    if (surface_subject(cl)) return;
    switch (t->deprel) {
    case ATT_DEP_CONJ: {
        att_id first = doc->tok_clause[t->head];
        if (!first) break;
        const att_clause *head = &doc->clauses.at[first];
        if (t->upos == ATT_VERB && att_xpos_is(c, cl->tok, "VBN") && (head->flags & ATT_CL_PASSIVE) && !cl->obj)
            cl->flags |= ATT_CL_PASSIVE;
        take_surface(cl, surface_subject(head));
        break;
    }
    case ATT_DEP_XCOMP:
    case ATT_DEP_CCOMP:
    case ATT_DEP_CSUBJ:
        if (!cl->up || up->tok != t->head) break;
        if (t->deprel == ATT_DEP_XCOMP && !(up->flags & ATT_CL_PASSIVE) && (up->obj || up->iobj) &&
            !att_in(doc->toks.at[up->tok].lemma, SUBJECT_CONTROL))
            take_surface(cl, up->obj ? up->obj : up->iobj);
        else
            take_surface(cl, surface_subject(up));
        break;
    case ATT_DEP_ADVCL:
    case ATT_DEP_ADVCL_RELCL:
        if (cl->up && att_child(doc, cl->tok, ATT_DEP_NSUBJ, 0) == 0) {
            if (att_xpos_is(c, cl->tok, "VBN") && !cl->obj) cl->flags |= ATT_CL_PASSIVE;
            take_surface(cl, object_acts(doc, cl, up) ? up->obj : surface_subject(up));
        }
        break;
    case ATT_DEP_ACL:
        if (participle && active_after_all(doc, cl)) {
            take_surface(cl, att_clause_referent(doc, t->head));
        } else if (participle) {
            cl->flags |= ATT_CL_PASSIVE;
            if (!cl->obj) cl->obj = att_clause_referent(doc, t->head);
            if (cl->agent) cl->subj = cl->agent;
        } else if (cl->flags & ATT_CL_INFINITIVE || att_child(doc, cl->tok, ATT_DEP_MARK, 0)) {
            uint32_t above = doc->toks.at[t->head].deprel == ATT_DEP_OBJ ? doc->toks.at[t->head].head : 0, mark = att_child(doc, cl->tok, ATT_DEP_MARK, 0);
            bool judged = above && mark && att_is(doc->toks.at[mark].lower, "for") && att_object_answers(doc->toks.at[above].lemma); /* "jailed reporters for insulting him" */
            uint32_t asked = judged ? t->head : who_is_asked(doc, t->head), owner = asked ? asked : att_noun_owner(doc, t->head);
            take_surface(cl, owner ? owner : cl->up ? surface_subject(up) : 0);
        } else {
            take_surface(cl, att_clause_referent(doc, t->head));
        }
        break;
    case ATT_DEP_PARATAXIS: /* "Putin -- one of the leaders -- accused": hung beside a bare name */
        if (t->head < cl->tok && doc->toks.at[t->head].upos == ATT_PROPN && !doc->tok_clause[t->head] && cl->tense != ATT_TENSE_NONE) take_surface(cl, t->head);
        break;
    case ATT_DEP_ACL_RELCL: take_surface(cl, att_clause_referent(doc, t->head)); break;
    default: break;
    }
}

/* "the depot they tried to destroy", "the plan Paris wants Berlin to back": the gap is the object of the infinitive, when the verb above
 * takes none, or has one of its own. */
static att_clause *gap_below(att_clauser *c, const att_clause *cl, uint32_t noun)
{
    static const char *const WITHOUT_OBJECT[] = {"try", "attempt", "plan", "hope", "seek", "refuse", "fail", "manage", "begin", "start",
                                                 "continue", "agree", "decide", "intend", "vow", "threaten", "pledge", "struggle", NULL};
    uint32_t x = att_child(c->doc, cl->tok, ATT_DEP_XCOMP, cl->tok);
    if (!x || !c->doc->tok_clause[x] || c->doc->toks.at[x].upos != ATT_VERB) return NULL;
    att_clause *low = &c->doc->clauses.at[c->doc->tok_clause[x]];
    bool own = cl->obj && cl->obj != noun;
    if (low->obj || low->flags & ATT_CL_PASSIVE || (!own && !att_in(c->doc->toks.at[cl->tok].lemma, WITHOUT_OBJECT))) return NULL;
    return low;
}

/* "the man whom they arrested", "the talks Russia cancelled": the gap is the noun before. */
static void fill_gap(att_clauser *c, att_clause *cl)
{
    const att_tok *t = &c->doc->toks.at[cl->tok];
    if (t->deprel != ATT_DEP_ACL_RELCL || t->upos != ATT_VERB) return;
    cl->flags |= ATT_CL_RELATIVE;
    uint32_t noun = att_clause_referent(c->doc, t->head);
    if (!cl->subj || cl->subj == noun || (cl->flags & ATT_CL_PASSIVE)) return;
    att_clause *low = gap_below(c, cl, noun);
    if (low) {
        low->obj = noun;
        if (cl->obj == noun) cl->obj = 0;
    } else if (!cl->obj) {
        cl->obj = noun;
    }
}

/* The parser sometimes hangs the subject of a finite verb to the noun of a fronted phrase, as apposition: "Following talks in Geneva,
 * Secretary Blinken promised ...". A bare appositive that ends right before a verb without a subject is that subject. */
static void adopt_subject(att_clauser *c, att_clause *cl)
{
    att_doc *doc = c->doc;
    const att_tok *v = &doc->toks.at[cl->tok];
    bool finite = cl->tense == ATT_TENSE_PAST || cl->tense == ATT_TENSE_PRESENT || cl->tense == ATT_TENSE_FUTURE;
    if (surface_subject(cl) || !finite || v->upos != ATT_VERB || v->deprel == ATT_DEP_CONJ || v->deprel == ATT_DEP_ACL) return;
    uint32_t first = doc->sents.at[v->sent].tok_beg, u = cl->tok;
    while (u > first && (doc->toks.at[u - 1].upos == ATT_ADV || doc->toks.at[u - 1].upos == ATT_AUX)) u--;
    if (u == first) return;
    for (u--; u; u = doc->toks.at[u].head) {
        const att_tok *k = &doc->toks.at[u];
        if (k->head >= cl->tok || (k->upos != ATT_PROPN && k->upos != ATT_NOUN)) return;
        uint32_t above = doc->toks.at[k->head].deprel;
        if (k->deprel == ATT_DEP_APPOS && above != ATT_DEP_APPOS && above != ATT_DEP_NSUBJ && !att_child(doc, u, ATT_DEP_CASE, 0)) {
            take_surface(cl, u);
            return;
        }
    }
}

/* "will bomb the port and attack the town", "was not arrested or expelled": a second verb in the form that the auxiliaries of the first ask for
 * shares them, and what "not" says of the first, unless "but" sets it against that. */
static void share_form(att_clauser *c, att_clause *cl)
{
    static const char *const FORMS[] = {"VB", "VBN", "VBG", NULL};
    att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[cl->tok];
    att_id first = k->deprel == ATT_DEP_CONJ ? doc->tok_clause[k->head] : 0;
    if (!first || k->upos != ATT_VERB || k->xpos != doc->toks.at[k->head].xpos || !att_in(att_slice_of(att_xpos_name(c->model, k->xpos)), FORMS)) return;
    for (uint32_t j = att_next_child(doc, cl->tok, 0); j; j = att_next_child(doc, cl->tok, j)) {
        uint8_t rel = doc->toks.at[j].deprel;
        if (rel == ATT_DEP_AUX || rel == ATT_DEP_AUX_PASS || rel == ATT_DEP_NSUBJ || rel == ATT_DEP_NSUBJ_PASS || rel == ATT_DEP_MARK) return;
    }
    const att_clause *head = &doc->clauses.at[first];
    uint32_t cc = att_child(doc, cl->tok, ATT_DEP_CC, 0);
    if (cl->tense == ATT_TENSE_NONE) cl->tense = head->tense;
    if (!cl->modal.len) cl->modal = head->modal;
    if (!cc || !att_is(doc->toks.at[cc].lower, "but")) cl->flags |= head->flags & ATT_CL_NEGATED;
}

static void settle(att_clauser *c, att_id id, uint8_t *done)
{
    att_clause *cl = &c->doc->clauses.at[id];
    if (done[id]) return;
    done[id] = 1;
    if (cl->up) settle(c, cl->up, done); /* depth is bounded by the sentence's tree, at most ATT_MAX_SENTENCE_TOKENS */
    adopt_subject(c, cl);
    borrow_subject(c, cl);
    share_form(c, cl);
    share_object(c, cl);
    fill_gap(c, cl);
}

void att_clauses_borrow(att_clauser *c)
{
    att_mark m = att_arena_mark(c->doc->scratch);
    uint8_t *done = att_new(c->doc->scratch, uint8_t, c->doc->clauses.n);
    for (att_id i = 1; i < c->doc->clauses.n; i++) settle(c, i, done);
    att_arena_rewind(c->doc->scratch, m);
}
