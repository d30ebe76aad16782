/* clause.c: from the tree to predicates with their logical arguments, tense, polarity and embedding.
 *
 * The tree says what hangs where; the coders want to know who does what. Passives, relative clauses, control, raising
 * and coordination are resolved here once, so that no later stage walks the tree for a subject again. Source: the Universal
 * Dependencies v2 guidelines (English). What a clause takes from around it: clause_borrow.c.
 */
#include "base/limits.h"
#include "nlp/clause_int.h"

static const char *const NEGATORS[] = {"not", "n't", "never", "neither", "nor", "hardly", "nt", NULL};
static const char *const CONDITIONS[] = {"if", "unless", "provided", "lest", NULL};
static const char *const RELATIVES[] = {"who", "whom", "which", "that", "whose", "where", "when", NULL};

static bool is_predicate(const att_clauser *c, uint32_t t)
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
static att_id find_up(const att_clauser *c, uint32_t t, uint8_t *rel)
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

/* "not", "no longer"; but "not only Chad" and "not just Chad" deny nothing. */
static bool denies(const att_doc *doc, uint32_t adverb)
{
    static const char *const MORE[] = {"only", "just", "merely", "simply", "solely", NULL};
    const att_tok *k = &doc->toks.at[adverb];
    if (att_is(k->lower, "longer")) return att_is(doc->toks.at[adverb - 1].lower, "no");
    return att_in(k->lower, NEGATORS) && !(att_is(k->lower, "not") && adverb + 1 < doc->toks.n && att_in(doc->toks.at[adverb + 1].lower, MORE));
}

/* Tense, aspect, polarity and modality from the auxiliaries and the verb's own form. */
static void read_form(att_clauser *c, att_clause *cl)
{
    att_doc *doc = c->doc;
    const char *own = att_xpos_name(c->model, doc->toks.at[cl->tok].xpos);
    if (strcmp(own, "VBD") == 0) cl->tense = ATT_TENSE_PAST;
    if (strcmp(own, "VBZ") == 0 || strcmp(own, "VBP") == 0) cl->tense = ATT_TENSE_PRESENT;
    bool to = false, have = false, due = false;
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
        if (tk->deprel == ATT_DEP_ADVMOD && denies(doc, k)) cl->flags |= ATT_CL_NEGATED;
        if (tk->deprel == ATT_DEP_MARK && att_is(tk->lower, "due")) due = true;
        if (tk->deprel == ATT_DEP_AUX_PASS) cl->flags |= doc->toks.at[cl->tok].upos == ATT_ADJ ? ATT_CL_COPULAR : ATT_CL_PASSIVE;
        if (tk->deprel != ATT_DEP_AUX && tk->deprel != ATT_DEP_AUX_PASS && tk->deprel != ATT_DEP_COP) continue;
        if (att_ends(tk->lower, "n't")) cl->flags |= ATT_CL_NEGATED; /* tokens given as "haven't" */
        if (tk->deprel == ATT_DEP_COP) cl->flags |= ATT_CL_COPULAR;
        if (att_xpos_is(c, k, "MD")) {
            if (att_is(tk->lemma, "will") || att_is(tk->lemma, "shall") || att_is(tk->lower, "'ll"))
                cl->tense = ATT_TENSE_FUTURE;
            else
                cl->modal = tk->lemma;
            if (att_is(tk->lower, "would")) cl->modal = ATT_LIT("would");
            continue;
        }
        if (att_is(tk->lemma, "have")) have = true;
        if (cl->tense == ATT_TENSE_FUTURE) continue;
        if (att_xpos_is(c, k, "VBD")) cl->tense = ATT_TENSE_PAST;
        if (att_xpos_is(c, k, "VBZ") || att_xpos_is(c, k, "VBP")) cl->tense = ATT_TENSE_PRESENT;
    }
    if (due && doc->toks.at[cl->tok].upos == ATT_VERB) { /* "is due to step down", with "due to" taken for one word */
        cl->tense = ATT_TENSE_FUTURE;
        cl->flags &= (uint16_t)~ATT_CL_COPULAR;
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
uint32_t att_clause_referent(const att_doc *doc, uint32_t noun)
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
static uint32_t antecedent(const att_clauser *c, uint32_t tok, uint32_t pred)
{
    const att_tok *k = &c->doc->toks.at[tok];
    bool relative = (k->upos == ATT_PRON || k->upos == ATT_DET) && att_in(k->lemma, RELATIVES);
    if (!relative && !part_of_relative(c->doc, tok)) return tok;
    for (uint32_t p = pred; p; p = c->doc->toks.at[p].head)
        if (c->doc->toks.at[p].deprel == ATT_DEP_ACL_RELCL) return att_clause_referent(c->doc, c->doc->toks.at[p].head);
    return tok;
}

/* "Thousands marched in Jakarta", taken for a passive: outside of headlines no finite passive goes without its auxiliary. */
static bool simple_past(const att_clauser *c, const att_clause *cl)
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
static void read_arguments(att_clauser *c, att_clause *cl)
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

/* A VBN without auxiliaries under another verb's passive, or in a headline, is passive too. */
static void guess_reduced_passive(att_clauser *c, att_clause *cl)
{
    if ((cl->flags & ATT_CL_PASSIVE) || !att_xpos_is(c, cl->tok, "VBN") || cl->tense != ATT_TENSE_NONE) return;
    if (cl->agent || (cl->subj == 0 && cl->obj == 0 && c->doc->toks.at[cl->tok].deprel == ATT_DEP_ACL)) cl->flags |= ATT_CL_PASSIVE;
    if (cl->agent) {
        if (!cl->obj && cl->subj != cl->agent) cl->obj = cl->subj;
        cl->subj = cl->agent;
    }
}

void att_clauses_find(const att_model *model, att_doc *doc)
{
    att_clauser c = {model, doc};
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
    att_clauses_borrow(&c);
}
