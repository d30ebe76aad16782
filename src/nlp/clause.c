/* clause.c: from the tree to predicates with their logical arguments, tense, polarity and embedding.
 *
 * The tree says what hangs where; the coders want to know who does what. Passives, relative clauses, control, raising
 * and coordination are resolved here once, so that no later stage walks the tree for a subject again. Sources: the Universal
 * Dependencies v2 guidelines (English), and the usual account of control (object control unless the governor is a
 * subject-control verb such as "promise").
 */
#include "base/limits.h"
#include "nlp/nlp.h"

/* Verbs whose infinitive keeps the governor's subject although they have an object. */
static const char *const SUBJECT_CONTROL[] = {"promise", "vow", "threaten", "pledge", "swear", "use", "take", "spend", NULL};
static const char *const NEGATORS[] = {"not", "n't", "never", "neither", "nor", "hardly", "nt", NULL};
static const char *const CONDITIONS[] = {"if", "unless", "provided", "lest", NULL};
static const char *const RELATIVES[] = {"who", "whom", "which", "that", "whose", "where", "when", NULL};

typedef struct {
    const att_model *model;
    att_doc *doc;
} clauser;

static bool xpos_is(const clauser *c, uint32_t t, const char *tag)
{
    return strcmp(att_xpos_name(c->model, c->doc->toks.at[t].xpos), tag) == 0;
}

static bool is_predicate(const clauser *c, uint32_t t)
{
    const att_tok *k = &c->doc->toks.at[t];
    if (k->upos == ATT_VERB) return k->deprel != ATT_DEP_AMOD && k->deprel != ATT_DEP_COMPOUND && k->deprel != ATT_DEP_CASE;
    /* "it plans to invade", with "plans" taken for a noun */
    if (k->upos == ATT_NOUN && att_child(c->doc, t, ATT_DEP_NSUBJ, 0) && att_child(c->doc, t, ATT_DEP_XCOMP, 0)) return true;
    if (k->upos == ATT_ADJ && k->deprel == ATT_DEP_XCOMP) return true; /* "remains supportive of" */
    if (k->upos == ATT_ADJ || k->upos == ATT_NOUN || k->upos == ATT_PROPN || k->upos == ATT_PRON || k->upos == ATT_ADV ||
        k->upos == ATT_NUM)
        return att_child(c->doc, t, ATT_DEP_COP, 0) != 0 || (k->upos == ATT_ADJ && att_child(c->doc, t, ATT_DEP_AUX_PASS, 0) != 0); /* "was troubled by" */
    return false;
}

/* The nearest predicate above t, and the relation by which the path enters it. */
static att_id find_up(const clauser *c, uint32_t t, uint8_t *rel)
{
    const att_doc *doc = c->doc;
    for (uint32_t steps = 0; t && steps < ATT_MAX_SENTENCE_TOKENS; steps++) {
        *rel = doc->toks.at[t].deprel;
        t = doc->toks.at[t].head;
        if (t && doc->tok_clause[t]) return doc->tok_clause[t];
    }
    *rel = ATT_DEP_NONE;
    return 0;
}

/* Ends in a question mark, whatever closes the quotation behind it. */
static bool asked(const att_doc *doc, const att_sent *s)
{
    static const char *const CLOSERS[] = {"\"", "”", "’", "'", "''", "»", ")", NULL};
    uint32_t t = s->tok_end - 1;
    while (t > s->tok_beg && att_in(doc->toks.at[t].form, CLOSERS)) t--;
    return att_is(doc->toks.at[t].form, "?");
}

/* Tense, aspect, polarity and modality from the auxiliaries and the verb's own form. */
static void read_form(clauser *c, att_clause *cl)
{
    att_doc *doc = c->doc;
    const char *own = att_xpos_name(c->model, doc->toks.at[cl->tok].xpos);
    if (strcmp(own, "VBD") == 0) cl->tense = ATT_TENSE_PAST;
    if (strcmp(own, "VBZ") == 0 || strcmp(own, "VBP") == 0) cl->tense = ATT_TENSE_PRESENT;
    bool to = false, have = false;
    for (uint32_t k = att_next_child(doc, cl->tok, 0); k; k = att_next_child(doc, cl->tok, k)) {
        const att_tok *tk = &doc->toks.at[k];
        if (tk->deprel == ATT_DEP_MARK && att_is(tk->lower, "to")) {
            to = true;
            /* "the ministers are to meet on Friday", "was due to meet" with "due" taken for a conjunction */
            const att_tok *before = &doc->toks.at[k - 1];
            if (before->sent == tk->sent && (att_is(before->lemma, "be") || att_is(before->lower, "due"))) cl->tense = ATT_TENSE_FUTURE;
        }
        if (tk->deprel == ATT_DEP_MARK && att_in(tk->lower, CONDITIONS)) cl->flags |= ATT_CL_CONDITION;
        if (tk->deprel == ATT_DEP_MARK && att_is(tk->lower, "in") && att_is(doc->toks.at[k + 1].lower, "case")) cl->flags |= ATT_CL_CONDITION;
        if (tk->deprel == ATT_DEP_ADVMOD && att_in(tk->lower, NEGATORS)) cl->flags |= ATT_CL_NEGATED;
        if (tk->deprel == ATT_DEP_AUX_PASS) cl->flags |= doc->toks.at[cl->tok].upos == ATT_ADJ ? ATT_CL_COPULAR : ATT_CL_PASSIVE;
        if (tk->deprel != ATT_DEP_AUX && tk->deprel != ATT_DEP_AUX_PASS && tk->deprel != ATT_DEP_COP) continue;
        if (att_ends(tk->lower, "n't")) cl->flags |= ATT_CL_NEGATED; /* tokens given as "haven't" */
        if (tk->deprel == ATT_DEP_COP) cl->flags |= ATT_CL_COPULAR;
        if (xpos_is(c, k, "MD")) {
            if (att_is(tk->lemma, "will") || att_is(tk->lemma, "shall") || att_is(tk->lower, "'ll"))
                cl->tense = ATT_TENSE_FUTURE;
            else
                cl->modal = tk->lemma;
            if (att_is(tk->lower, "would")) cl->modal = ATT_LIT("would");
            continue;
        }
        if (att_is(tk->lemma, "have")) have = true;
        if (cl->tense == ATT_TENSE_FUTURE) continue;
        if (xpos_is(c, k, "VBD")) cl->tense = ATT_TENSE_PAST;
        if (xpos_is(c, k, "VBZ") || xpos_is(c, k, "VBP")) cl->tense = ATT_TENSE_PRESENT;
    }
    if (have) cl->flags |= ATT_CL_PERFECT;
    if (have && cl->tense == ATT_TENSE_PRESENT) cl->tense = ATT_TENSE_PAST;
    if (strcmp(own, "VBG") == 0) cl->flags |= ATT_CL_PROGRESSIVE;
    if (to && strcmp(own, "VB") == 0) cl->flags |= ATT_CL_INFINITIVE;
    if (to && doc->toks.at[cl->tok].deprel == ATT_DEP_ADVCL) cl->flags |= ATT_CL_PURPOSE;
    if (asked(doc, &doc->sents.at[doc->toks.at[cl->tok].sent])) cl->flags |= ATT_CL_QUESTION;
}

/* Whom a noun with a clause of its own stands for: "he is a bully who threatened", "they were among those arrested by police" tell of the
 * subject. Not "it was Russia that invaded", nor "Malta is no country that attacks". */
static uint32_t stands_for(const att_doc *doc, uint32_t noun)
{
    static const char *const EMPTY[] = {"it", "this", "that", "there", "what", "who", "which", "these", "those", NULL};
    static const char *const NO[] = {"no", "not", "n't", "never", "neither", "hardly", NULL};
    if (att_in(doc->toks.at[noun].lower, EMPTY) && doc->toks.at[noun].deprel == ATT_DEP_NMOD && att_is(doc->toks.at[doc->toks.at[noun].head].lower, "one"))
        noun = doc->toks.at[noun].head; /* "one of those arrested" */
    uint32_t subj = att_child(doc, noun, ATT_DEP_NSUBJ, 0);
    if (!subj || !att_child(doc, noun, ATT_DEP_COP, 0) || att_in(doc->toks.at[subj].lower, EMPTY)) return noun;
    for (uint32_t k = att_next_child(doc, noun, 0); k; k = att_next_child(doc, noun, k))
        if (att_in(doc->toks.at[k].lower, NO)) return noun;
    return subj;
}

/* "one of which", "two of whom": the pronoun hangs below. */
static bool part_of_relative(const att_doc *doc, uint32_t tok)
{
    uint32_t of = att_child(doc, tok, ATT_DEP_NMOD, 0);
    return of && (att_is(doc->toks.at[of].lower, "which") || att_is(doc->toks.at[of].lower, "whom"));
}

/* A relative pronoun stands for the noun that the clause modifies. */
static uint32_t antecedent(const clauser *c, uint32_t tok, uint32_t pred)
{
    const att_tok *k = &c->doc->toks.at[tok];
    bool relative = (k->upos == ATT_PRON || k->upos == ATT_DET) && att_in(k->lemma, RELATIVES);
    if (!relative && !part_of_relative(c->doc, tok)) return tok;
    for (uint32_t p = pred; p; p = c->doc->toks.at[p].head)
        if (c->doc->toks.at[p].deprel == ATT_DEP_ACL_RELCL) return stands_for(c->doc, c->doc->toks.at[p].head);
    return tok;
}

/* "Thousands marched in Jakarta", taken for a passive: outside of headlines no finite passive goes without its auxiliary. */
static bool simple_past(const clauser *c, const att_clause *cl)
{
    const att_doc *doc = c->doc;
    const att_tok *v = &doc->toks.at[cl->tok];
    if (v->upos != ATT_VERB || cl->agent || v->deprel == ATT_DEP_ACL || !att_ends(v->lower, "ed")) return false;
    const att_sent *s = &doc->sents.at[v->sent];
    if (doc->paras.at[s->para].kind == ATT_BLOCK_TITLE || doc->toks.at[s->tok_end - 1].upos != ATT_PUNCT) return false;
    for (uint32_t k = att_next_child(doc, cl->tok, 0); k; k = att_next_child(doc, cl->tok, k)) {
        uint8_t r = doc->toks.at[k].deprel;
        if (r == ATT_DEP_AUX || r == ATT_DEP_AUX_PASS || r == ATT_DEP_COP || r == ATT_DEP_OBL_AGENT) return false;
    }
    /* coordinated with a passive, it shares the auxiliary: "was arrested and charged" */
    return v->deprel != ATT_DEP_CONJ || !doc->tok_clause[v->head] || !(doc->clauses.at[doc->tok_clause[v->head]].flags & ATT_CL_PASSIVE);
}

/* Arguments that stand in the clause itself. */
static void read_arguments(clauser *c, att_clause *cl)
{
    att_doc *doc = c->doc;
    uint32_t passive_subj = 0;
    for (uint32_t k = att_next_child(doc, cl->tok, 0); k; k = att_next_child(doc, cl->tok, k)) {
        uint32_t arg = antecedent(c, k, cl->tok);
        switch (doc->toks.at[k].deprel) {
        case ATT_DEP_NSUBJ:
        case ATT_DEP_NSUBJ_OUTER: cl->subj = arg; break;
        case ATT_DEP_NSUBJ_PASS:
            if (doc->toks.at[cl->tok].upos == ATT_ADJ) cl->subj = arg; /* "was troubled by" tells how the subject is */
            else passive_subj = arg;
            break;
        case ATT_DEP_OBJ: cl->obj = arg; break;
        case ATT_DEP_IOBJ: cl->iobj = arg; break;
        case ATT_DEP_OBL_AGENT: cl->agent = arg; break;
        default: break;
        }
    }
    if (passive_subj && simple_past(c, cl)) {
        cl->subj = passive_subj;
        cl->tense = ATT_TENSE_PAST;
        passive_subj = 0;
    }
    if (passive_subj) {
        cl->flags |= ATT_CL_PASSIVE;
        if (cl->obj && !cl->iobj)
            cl->iobj = passive_subj; /* "was given a warning" */
        else if (!cl->obj)
            cl->obj = passive_subj;
    }
    if ((cl->flags & ATT_CL_PASSIVE) && cl->agent) cl->subj = cl->agent;
}

/* "No country has attacked", "neither side agreed", "nobody was hurt": a negative argument denies the clause. */
static bool negative(const att_doc *doc, uint32_t arg)
{
    static const char *const NONE[] = {"nobody", "none", "no-one", "nothing", NULL};
    static const char *const NO[] = {"no", "neither", NULL};
    if (!arg) return false;
    uint32_t det = att_child(doc, arg, ATT_DEP_DET, 0), both = att_child(doc, arg, ATT_DEP_CC_PRECONJ, 0);
    return att_in(doc->toks.at[arg].lower, NONE) || (det && att_in(doc->toks.at[det].lower, NO)) || (both && att_in(doc->toks.at[both].lower, NO));
}

/* "accused of corruption by the Commission": the agent may hang one noun lower. */
static void find_agent(const att_doc *doc, att_clause *cl)
{
    if (!(cl->flags & ATT_CL_PASSIVE) || cl->agent) return;
    for (uint32_t k = att_next_child(doc, cl->tok, 0); k; k = att_next_child(doc, cl->tok, k)) {
        if (k < cl->tok || (doc->toks.at[k].deprel != ATT_DEP_OBL && doc->toks.at[k].deprel != ATT_DEP_OBJ)) continue;
        for (uint32_t j = att_child(doc, k, ATT_DEP_NMOD, 0); j; j = att_child(doc, k, ATT_DEP_NMOD, j + 1)) {
            uint32_t by = att_child(doc, j, ATT_DEP_CASE, 0);
            if (by && att_is(doc->toks.at[by].lower, "by")) cl->agent = cl->subj = j;
        }
    }
}

/* "arrested and deported two teachers": verbs side by side share the object that follows the last. */
static void share_object(clauser *c, att_clause *cl)
{
    const att_doc *doc = c->doc;
    if (cl->obj || (cl->flags & ATT_CL_PASSIVE) || doc->toks.at[cl->tok].upos != ATT_VERB) return;
    uint32_t k = att_child(doc, cl->tok, ATT_DEP_CONJ, cl->tok);
    if (k && k <= cl->tok + 3 && doc->tok_clause[k] && !(doc->clauses.at[doc->tok_clause[k]].flags & ATT_CL_PASSIVE))
        cl->obj = doc->clauses.at[doc->tok_clause[k]].obj;
}

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
    uint32_t obj = att_child(doc, cl->tok, ATT_DEP_OBJ, cl->tok), comma = cl->tok - 1;
    while (doc->toks.at[comma].upos == ATT_ADV) comma--;
    return obj && !cl->agent && doc->toks.at[comma].upos == ATT_PUNCT && !att_in(doc->toks.at[cl->tok].lemma, TWO);
}

/* A clause without a subject of its own borrows one from the clause or noun that it hangs under. Parents come first in
 * `order`, so theirs is already settled. */
static void borrow_subject(clauser *c, att_clause *cl)
{
    att_doc *doc = c->doc;
    const att_tok *t = &doc->toks.at[cl->tok];
    const att_clause *up = &doc->clauses.at[cl->up];
    bool participle = xpos_is(c, cl->tok, "VBN") || (xpos_is(c, cl->tok, "VBD") && !cl->obj && !cl->agent); /* under a noun "killed" is one, however it is tagged */
    if (surface_subject(cl)) return;
    switch (t->deprel) {
    case ATT_DEP_CONJ: {
        att_id first = doc->tok_clause[t->head];
        if (!first) break;
        const att_clause *head = &doc->clauses.at[first];
        if (t->upos == ATT_VERB && xpos_is(c, cl->tok, "VBN") && (head->flags & ATT_CL_PASSIVE) && !cl->obj)
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
            if (xpos_is(c, cl->tok, "VBN") && !cl->obj) cl->flags |= ATT_CL_PASSIVE;
            take_surface(cl, object_acts(doc, cl, up) ? up->obj : surface_subject(up));
        }
        break;
    case ATT_DEP_ACL:
        if (participle && active_after_all(doc, cl)) {
            take_surface(cl, stands_for(doc, t->head));
        } else if (participle) {
            cl->flags |= ATT_CL_PASSIVE;
            if (!cl->obj) cl->obj = stands_for(doc, t->head);
            if (cl->agent) cl->subj = cl->agent;
        } else if (cl->flags & ATT_CL_INFINITIVE || att_child(doc, cl->tok, ATT_DEP_MARK, 0)) {
            uint32_t above = doc->toks.at[t->head].deprel == ATT_DEP_OBJ ? doc->toks.at[t->head].head : 0, mark = att_child(doc, cl->tok, ATT_DEP_MARK, 0);
            bool judged = above && mark && att_is(doc->toks.at[mark].lower, "for") && att_object_answers(doc->toks.at[above].lemma); /* "jailed reporters for insulting him" */
            uint32_t asked = judged ? t->head : who_is_asked(doc, t->head), owner = asked ? asked : att_noun_owner(doc, t->head);
            take_surface(cl, owner ? owner : cl->up ? surface_subject(up) : 0);
        } else {
            take_surface(cl, stands_for(doc, t->head));
        }
        break;
    case ATT_DEP_PARATAXIS: /* "Putin -- one of the leaders -- accused": hung beside a bare name */
        if (t->head < cl->tok && doc->toks.at[t->head].upos == ATT_PROPN && !doc->tok_clause[t->head] && cl->tense != ATT_TENSE_NONE) take_surface(cl, t->head);
        break;
    case ATT_DEP_ACL_RELCL: take_surface(cl, stands_for(doc, t->head)); break;
    default: break;
    }
}

/* "the depot they tried to destroy", "the plan Paris wants Berlin to back": the gap is the object of the infinitive, when the verb above
 * takes none, or has one of its own. */
static att_clause *gap_below(clauser *c, const att_clause *cl, uint32_t noun)
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
static void fill_gap(clauser *c, att_clause *cl)
{
    const att_tok *t = &c->doc->toks.at[cl->tok];
    if (t->deprel != ATT_DEP_ACL_RELCL || t->upos != ATT_VERB) return;
    cl->flags |= ATT_CL_RELATIVE;
    uint32_t noun = stands_for(c->doc, t->head);
    if (!cl->subj || cl->subj == noun || (cl->flags & ATT_CL_PASSIVE)) return;
    att_clause *low = gap_below(c, cl, noun);
    if (low) {
        low->obj = noun;
        if (cl->obj == noun) cl->obj = 0;
    } else if (!cl->obj) {
        cl->obj = noun;
    }
}

/* A VBN without auxiliaries under another verb's passive, or in a headline, is passive too. */
static void guess_reduced_passive(clauser *c, att_clause *cl)
{
    if ((cl->flags & ATT_CL_PASSIVE) || !xpos_is(c, cl->tok, "VBN") || cl->tense != ATT_TENSE_NONE) return;
    if (cl->agent || (cl->subj == 0 && cl->obj == 0 && c->doc->toks.at[cl->tok].deprel == ATT_DEP_ACL)) cl->flags |= ATT_CL_PASSIVE;
    if (cl->agent) {
        if (!cl->obj && cl->subj != cl->agent) cl->obj = cl->subj;
        cl->subj = cl->agent;
    }
}

/* The parser sometimes hangs the subject of a finite verb to the noun of a fronted phrase, as apposition: "Following talks in Geneva,
 * Secretary Blinken promised ...". A bare appositive that ends right before a verb without a subject is that subject. */
static void adopt_subject(clauser *c, att_clause *cl)
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

static void settle(clauser *c, att_id id, uint8_t *done)
{
    att_clause *cl = &c->doc->clauses.at[id];
    if (done[id]) return;
    done[id] = 1;
    if (cl->up) settle(c, cl->up, done); /* depth is bounded by the sentence's tree, at most ATT_MAX_SENTENCE_TOKENS */
    adopt_subject(c, cl);
    borrow_subject(c, cl);
    share_object(c, cl);
    fill_gap(c, cl);
}

void att_clauses_find(const att_model *model, att_doc *doc)
{
    clauser c = {model, doc};
    doc->tok_clause = att_new(doc->keep, att_id, doc->toks.n);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (!is_predicate(&c, t)) continue;
        att_clause *cl = att_add(doc, clauses);
        cl->tok = t;
        doc->tok_clause[t] = doc->clauses.n - 1;
    }
    for (att_id i = 1; i < doc->clauses.n; i++) {
        att_clause *cl = &doc->clauses.at[i];
        cl->up = find_up(&c, cl->tok, &cl->up_rel);
        read_form(&c, cl);
        read_arguments(&c, cl);
        guess_reduced_passive(&c, cl);
        find_agent(doc, cl);
        if (negative(doc, cl->subj) || negative(doc, cl->obj)) cl->flags |= ATT_CL_NEGATED;
    }
    att_mark m = att_arena_mark(doc->scratch);
    uint8_t *done = att_new(doc->scratch, uint8_t, doc->clauses.n);
    for (att_id i = 1; i < doc->clauses.n; i++) settle(&c, i, done);
    att_arena_rewind(doc->scratch, m);
}
