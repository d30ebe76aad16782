/* rank.c: the features of a candidate for a pronoun, and their weights. */
#include "actor/rank.h"

/* What may speak for a candidate, with its weight for he/she, it and they: twenty times the logarithm of its odds. The weights are those of a
 * maximum-entropy ranker over the pronouns of GUM's free documents, held near what one expects of news where those are few (UPPER_SUBJECT,
 * BOTH_MATRIX, BOTH_SAY, SPEAKER, THREATENER); NOBODY was lowered since articles on politics speak of actors. How it was done, and how well it
 * does: docs/measurements-actors.md. */
#define FEATURES(X)                                                                                                                        \
    X(GAP1, -4, -6, 0) X(GAP2, -26, -9, -31) X(GAP3, -29, -36, -25) X(OTHER_PARA, -10, -4, -16) X(TITLE, 12, -2, -1)                       \
    X(SUBJECT, 9, -9, 14) X(AGENT, -4, -5, -1) X(OBJECT, 9, 11, 20) X(OBLIQUE, 5, -8, 11) X(NMOD, -2, -12, 2) X(POSSESSOR, 3, -1, 29)      \
    X(APPOSED, -12, 7, -23) X(PREDICATE, -11, -9, 4) X(CONJUNCT, -9, -10, -14) X(MATRIX, 2, 2, 4) X(DEEP, 13, -7, -4)                      \
    X(BOTH_SUBJECTS, 1, 9, 8) X(BOTH_OBJECTS, 5, -3, 34) X(OWN_SUBJECT, 11, 29, 8) X(UPPER_SUBJECT, 30, 26, 21) X(BOTH_SAY, 16, 17, 16)    \
    X(PRONOUN, 13, -14, -14) X(SAME_PRONOUN, 1, 36, 53) X(NOMINAL, -21, -10, 15) X(INDEFINITE, 0, -11, 7) X(BARE, -7, -14, -8)             \
    X(NAMED, -13, -6, 1) X(GENDER, 15, 10, -10) X(POLITICAL, -4, -8, 0) X(PLURAL, 0, 0, 14) X(GROUP, 0, 0, -9) X(ORG, 0, -8, -12)          \
    X(PLACE, 0, -1, -13) X(AS_PLACE, -1, 7, -5) X(TWICE, 15, 12, 2) X(OFTEN, 11, -7, 1) X(PASSED1, -10, -9, -12) X(PASSED2, 5, -8, -30)    \
    X(PASSED3, -12, -14, -25) X(OUT_OF_QUOTE, 9, -13, 2) X(INTO_QUOTE, -12, 0, -16) X(SPEAKER, -32, -32, -32)                              \
    X(THREATENER, -30, -29, -29) X(THING1, -11, -14, 0) X(THING2, -12, 1, -19) X(THING4, -14, -12, -26) X(POSS_SAME, -4, 8, 22)            \
    X(SUBJ_NEXT, 3, 24, 6) X(BOTH_MATRIX, 13, 19, 20) X(REPORTER, -10, -30, -20) X(NOBODY, 0, -20, -4) X(NOBODY_SUBJECT, 0, -5, 2) X(NOBODY_POSS, 0, -13, 10)         \
    X(NOBODY_OBJECT, 0, -6, 4) X(NOBODY_BE, 0, 14, 9) X(NOBODY_QUOTED, 0, 10, 2)

enum {
#define X(name, he, it, they) F_##name,
    FEATURES(X)
#undef X
    F_COUNT
};

static const int16_t WEIGHTS[F_COUNT][ATT_PRON_CLASSES] = {
#define X(name, he, it, they) {he, it, they},
    FEATURES(X)
#undef X
};

typedef uint64_t feature_set;

static void set(feature_set *f, int feature, bool on)
{
    if (on) *f |= (feature_set)1 << feature;
}

static int weigh(feature_set f, att_pron_class class)
{
    int sum = 0;
    for (int i = 0; i < F_COUNT; i++)
        if (f >> i & 1) sum += WEIGHTS[i][class];
    return sum;
}

enum { MOST_STEPS = 40 };

static bool is_subject(const att_doc *doc, uint32_t tok)
{
    uint8_t r = doc->toks.at[tok].deprel;
    return r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS;
}

/* The predicate that a token stands under; 0 = none. */
static att_id clause_above(const att_doc *doc, uint32_t tok)
{
    uint32_t t = doc->toks.at[tok].head;
    for (uint32_t steps = 0; t && steps < MOST_STEPS; steps++, t = doc->toks.at[t].head)
        if (doc->tok_clause[t] && !(doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_NOMINAL)) return doc->tok_clause[t];
    return 0;
}

static bool covers(const att_mention *m, uint32_t tok) { return tok && ((m->tok_beg <= tok && tok < m->tok_end) || tok == m->head); }

bool att_rank_barred(const att_cast *c, uint32_t tok, const att_mention *m)
{
    const att_doc *doc = c->doc;
    const att_tok *p = &doc->toks.at[tok], *k = &doc->toks.at[m->head];
    if (p->deprel == ATT_DEP_NMOD_POSS || p->sent != k->sent || att_ends(p->lower, "self") || att_ends(p->lower, "selves")) return false;
    if (k->deprel != ATT_DEP_NMOD_POSS && k->head == p->head) return true;
    att_id clause = p->head ? doc->tok_clause[p->head] : 0;
    const att_clause *x = &doc->clauses.at[clause];
    return clause && !is_subject(doc, tok) && (covers(m, x->subj) || covers(m, x->obj));
}

static bool says(const att_doc *doc, uint32_t subject)
{
    static const char *const SAYS[] = {"say", "add", "tell", "state", "ask", "reply", "warn", "note", "write", "declare", "insist", "stress", "explain", "continue", "claim", "tweet", NULL};
    return is_subject(doc, subject) && att_in(doc->toks.at[doc->toks.at[subject].head].lemma, SAYS);
}

bool att_rank_reported(const att_cast *c, uint32_t tok, const att_mention *m)
{
    const att_doc *doc = c->doc;
    uint32_t verb = doc->toks.at[tok].head;
    if (m->form != ATT_MEN_NAME || m->head > tok || doc->toks.at[m->head].sent != doc->toks.at[tok].sent || !says(doc, tok) || says(doc, m->head) || c->quoted[m->head]) return false;
    uint32_t told = doc->toks.at[verb].deprel == ATT_DEP_PARATAXIS ? doc->toks.at[verb].head : att_child(doc, verb, ATT_DEP_CCOMP, 0);
    return told && told < tok && is_subject(doc, m->head) && (m->head == told || att_dominates(doc, told, m->head));
}

/* "The US would impose sanctions on Russia if it invaded": who acts in the main clause of a threat is not who is threatened. */
static bool threatens(const att_doc *doc, uint32_t tok, uint32_t candidate)
{
    uint32_t verb = doc->toks.at[tok].head, main_verb = verb ? doc->toks.at[verb].head : 0;
    if (!main_verb || !doc->tok_clause[verb] || !doc->tok_clause[main_verb]) return false;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[verb]], *up = &doc->clauses.at[doc->tok_clause[main_verb]];
    bool unreal = up->tense == ATT_TENSE_FUTURE || up->modal.len;
    return (c->flags & ATT_CL_CONDITION) && unreal && !(up->flags & ATT_CL_PASSIVE) && up->subj == candidate && up->obj;
}

/* Clauses that a word stands in. */
static uint32_t depth(const att_doc *doc, uint32_t tok)
{
    uint32_t n = 0;
    for (uint32_t steps = 0, t = doc->toks.at[tok].head; t && steps < MOST_STEPS; steps++, t = doc->toks.at[t].head)
        n += doc->tok_clause[t] && !(doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_NOMINAL) && doc->toks.at[t].deprel != ATT_DEP_CONJ;
    return n;
}

static bool indefinite(const att_doc *doc, uint32_t head)
{
    static const char *const NEW[] = {"a", "an", "another", "some", "any", "no", "every", "each", NULL};
    for (uint32_t k = att_next_child(doc, head, 0); k && k < head; k = att_next_child(doc, head, k))
        if (att_in(doc->toks.at[k].lower, NEW)) return true;
    return false;
}

static void add_role(const att_doc *doc, uint32_t head, feature_set *f)
{
    uint8_t r = doc->toks.at[head].deprel;
    set(f, F_SUBJECT, is_subject(doc, head));
    set(f, F_AGENT, r == ATT_DEP_OBL_AGENT);
    set(f, F_OBJECT, r == ATT_DEP_OBJ || r == ATT_DEP_IOBJ);
    set(f, F_OBLIQUE, r == ATT_DEP_OBL || r == ATT_DEP_OBL_UNMARKED);
    set(f, F_NMOD, r == ATT_DEP_NMOD);
    set(f, F_POSSESSOR, r == ATT_DEP_NMOD_POSS);
    set(f, F_APPOSED, r == ATT_DEP_APPOS);
    set(f, F_PREDICATE, att_child(doc, head, ATT_DEP_COP, 0) != 0);
    set(f, F_CONJUNCT, r == ATT_DEP_CONJ);
}

/* Is the mention the subject of a clause that the predicate stands in ("Pechiney said that it had ...")? */
static bool governs(const att_doc *doc, uint32_t predicate, const att_mention *m)
{
    for (uint32_t n = 0, t = predicate; t && n < MOST_STEPS; n++) {
        t = doc->toks.at[t].head;
        if (t && doc->tok_clause[t] && covers(m, doc->clauses.at[doc->tok_clause[t]].subj)) return true;
    }
    return false;
}

/* How the clauses of the two hang together. */
static void add_clauses(const att_doc *doc, uint32_t tok, const att_mention *m, feature_set *f)
{
    att_id mine = clause_above(doc, tok);
    const att_clause *x = &doc->clauses.at[mine];
    uint32_t head = m->head, deep = depth(doc, head);
    bool subject = is_subject(doc, head), pron_subject = is_subject(doc, tok);
    set(f, F_MATRIX, subject && deep == 1);
    set(f, F_BOTH_MATRIX, subject && pron_subject && deep == 1 && depth(doc, tok) == 1);
    set(f, F_DEEP, deep >= 3);
    set(f, F_BOTH_SUBJECTS, subject && pron_subject);
    set(f, F_BOTH_OBJECTS, doc->toks.at[tok].deprel == ATT_DEP_OBJ && doc->toks.at[head].deprel == ATT_DEP_OBJ);
    set(f, F_OWN_SUBJECT, mine && covers(m, x->subj) && !pron_subject);
    set(f, F_UPPER_SUBJECT, mine && governs(doc, x->tok, m));
    set(f, F_BOTH_SAY, says(doc, tok) && says(doc, head));
    set(f, F_POSS_SAME, doc->toks.at[tok].deprel == ATT_DEP_NMOD_POSS && doc->toks.at[head].sent == doc->toks.at[tok].sent);
}

static void add_entity(const att_cast *c, uint32_t tok, const att_mention *m, feature_set *f)
{
    const att_doc *doc = c->doc;
    const att_entity *e = &doc->entities.at[m->entity];
    bool nominal = m->form == ATT_MEN_NOMINAL;
    set(f, F_PRONOUN, m->form == ATT_MEN_PRONOUN);
    set(f, F_SAME_PRONOUN, m->form == ATT_MEN_PRONOUN && doc->toks.at[m->head].lower.ptr[0] == doc->toks.at[tok].lower.ptr[0]);
    set(f, F_NOMINAL, nominal);
    set(f, F_INDEFINITE, nominal && indefinite(doc, m->head));
    set(f, F_BARE, nominal && !att_child(doc, m->head, ATT_DEP_DET, 0) && !att_child(doc, m->head, ATT_DEP_NMOD_POSS, 0));
    set(f, F_NAMED, e->name.len != 0);
    set(f, F_GENDER, e->gender != 0);
    set(f, F_POLITICAL, e->political);
    set(f, F_PLURAL, e->plural);
    set(f, F_GROUP, e->kind == ATT_KIND_GROUP);
    set(f, F_ORG, e->kind == ATT_KIND_ORG);
    set(f, F_PLACE, e->kind == ATT_KIND_PLACE);
    set(f, F_AS_PLACE, m->as_place);
    /* "Tehran radio said that Iran ... its oil fields": who reports seldom speaks of what is his own */
    set(f, F_REPORTER, att_is(e->sector, "JRN") && doc->toks.at[tok].deprel == ATT_DEP_NMOD_POSS);
}

int att_rank(const att_cast *c, att_pron_class class, const att_candidate *k)
{
    const att_doc *doc = c->doc;
    const att_tok *p = &doc->toks.at[k->tok], *h = &doc->toks.at[k->m->head];
    uint32_t gap = p->sent - h->sent;
    feature_set f = 0;
    set(&f, F_GAP1, gap == 1);
    set(&f, F_GAP2, gap == 2);
    set(&f, F_GAP3, gap > 2);
    set(&f, F_OTHER_PARA, doc->sents.at[p->sent].para != doc->sents.at[h->sent].para);
    set(&f, F_TITLE, doc->paras.at[doc->sents.at[h->sent].para].kind == ATT_BLOCK_TITLE);
    set(&f, F_SUBJ_NEXT, gap == 1 && is_subject(doc, k->tok) && is_subject(doc, k->m->head));
    add_role(doc, k->m->head, &f);
    add_clauses(doc, k->tok, k->m, &f);
    add_entity(c, k->tok, k->m, &f);
    set(&f, F_TWICE, k->times >= 2);
    set(&f, F_OFTEN, k->times >= 4);
    set(&f, F_PASSED1, k->passed == 1);
    set(&f, F_PASSED2, k->passed == 2);
    set(&f, F_PASSED3, k->passed > 2);
    set(&f, F_THING1, k->things >= 1);
    set(&f, F_THING2, k->things >= 2);
    set(&f, F_THING4, k->things >= 4);
    bool in = c->quoted[k->tok], was_in = c->quoted[k->m->head];
    set(&f, F_OUT_OF_QUOTE, was_in && !in);
    set(&f, F_INTO_QUOTE, in && !was_in);
    set(&f, F_SPEAKER, in && !was_in && says(doc, k->m->head));
    set(&f, F_THREATENER, gap == 0 && threatens(doc, k->tok, k->m->head));
    return weigh(f, class);
}

int att_rank_nobody(const att_cast *c, att_pron_class class, uint32_t tok)
{
    const att_doc *doc = c->doc;
    uint8_t r = doc->toks.at[tok].deprel;
    uint32_t verb = doc->toks.at[tok].head;
    feature_set f = 0;
    set(&f, F_NOBODY, true);
    set(&f, F_NOBODY_SUBJECT, is_subject(doc, tok));
    set(&f, F_NOBODY_POSS, r == ATT_DEP_NMOD_POSS);
    set(&f, F_NOBODY_OBJECT, r == ATT_DEP_OBJ || r == ATT_DEP_OBL);
    set(&f, F_NOBODY_BE, is_subject(doc, tok) && verb && att_child(doc, verb, ATT_DEP_COP, 0));
    set(&f, F_NOBODY_QUOTED, c->quoted[tok]);
    return weigh(f, class);
}
