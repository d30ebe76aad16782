/* mend_verb.c: which words belong to which verb: particles that the parser takes for prepositions ("handed over power", "pulled out of the pact",
 * "closed down a newspaper"), places that it takes for subjects, verbs that it joins to numbers. */
#include "nlp/mend.h"

#include "base/data.h"
#include "nlp/verbs.h"

typedef enum { NO_VERB, WITHOUT_OBJECT, WITH_OBJECT } phrasal;

static phrasal phrasal_of(att_doc *doc, uint32_t verb, uint32_t particle)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_slice key = att_format(doc->scratch, "%.*s %.*s", (int)doc->toks.at[verb].lemma.len, doc->toks.at[verb].lemma.ptr, (int)doc->toks.at[particle].lower.len, doc->toks.at[particle].lower.ptr);
    att_slice row = att_data_row("text/phrasal.txt", key);
    phrasal p = row.len == 0 ? NO_VERB : att_ends(row, "yes") ? WITH_OBJECT : WITHOUT_OBJECT;
    att_arena_rewind(doc->scratch, mark);
    return p;
}

/* Verbs of motion go over and down places; "in" is a particle only of verbs that tell of nothing that is done in a place. */
static bool is_way(att_slice verb, att_slice particle)
{
    static const char *const MOVE[] = {"climb", "come", "drive", "fall", "fly", "get", "go", "jump", "look", "march", "move", "roll", "run", "sail", "sit", "stand", "travel", "walk", NULL};
    static const char *const INWARD[] = {"hand", "haul", "let", NULL};
    return att_in(verb, MOVE) || (att_is(particle, "in") && !att_in(verb, INWARD));
}

static void become_particle(att_doc *doc, uint32_t verb, uint32_t particle)
{
    doc->toks.at[particle].head = verb;
    doc->toks.at[particle].deprel = ATT_DEP_COMPOUND_PRT;
}

void att_mend_particle(att_doc *doc, uint32_t noun)
{
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[noun].head, first = att_child(doc, noun, ATT_DEP_CASE, 0), second = first ? att_child(doc, noun, ATT_DEP_CASE, first + 1) : 0;
    if (!verb || verb > noun || toks[verb].upos != ATT_VERB || (toks[noun].upos != ATT_NOUN && toks[noun].upos != ATT_PROPN)) return;
    if (toks[noun].deprel == ATT_DEP_OBJ) { /* "handed over guns": no object has a preposition */
        if (first == verb + 1 && !second && phrasal_of(doc, verb, first) != NO_VERB) become_particle(doc, verb, first);
        return;
    }
    uint32_t prt = first ? first : att_child(doc, verb, ATT_DEP_COMPOUND_PRT, verb);
    if (prt != verb + 1 || prt > noun) return;
    if (second) { /* "out of", "back from" */
        if (second == first + 1 && phrasal_of(doc, verb, first) != NO_VERB) become_particle(doc, verb, first);
        return;
    }
    bool free = !att_child(doc, verb, ATT_DEP_OBJ, 0) && !att_child(doc, verb, ATT_DEP_AUX_PASS, 0) && !att_child(doc, verb, ATT_DEP_CCOMP, 0);
    if (!free || is_way(toks[verb].lemma, toks[prt].lower) || phrasal_of(doc, verb, prt) != WITH_OBJECT) return;
    if (first) become_particle(doc, verb, first);
    toks[noun].deprel = ATT_DEP_OBJ;
}

/* "gathered outside the embassy carrying placards": no subject has a preposition; the phrase belongs to the verb above. */
void att_mend_place(att_doc *doc, uint32_t noun)
{
    static const char *const AT[] = {"outside", "inside", "near", "at", "in", "on", "along", "across", "around", "behind", "before", "opposite", "through", NULL};
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[noun].head, up = toks[verb].head, prep = att_child(doc, noun, ATT_DEP_CASE, 0);
    bool clause = toks[verb].deprel == ATT_DEP_ADVCL || toks[verb].deprel == ATT_DEP_ACL;
    if (!clause || !up || up > noun || toks[up].upos != ATT_VERB || !prep || prep > noun || !att_in(toks[prep].lower, AT) || !att_ends(toks[verb].lower, "ing")) return;
    toks[noun].head = up;
    toks[noun].deprel = ATT_DEP_OBL;
}

/* "killed 20 and injured 50": verbs are coordinated with verbs, not with a number, and each has its own. */
void att_mend_coordination(att_doc *doc, uint32_t second)
{
    att_tok *toks = doc->toks.at;
    uint32_t count = toks[second].head, first = toks[count].head;
    if (toks[second].upos != ATT_VERB || toks[count].upos != ATT_NUM || toks[count].deprel != ATT_DEP_OBJ || toks[first].upos != ATT_VERB || first > count || count > second) return;
    toks[second].head = first;
    uint32_t other = att_child(doc, first, ATT_DEP_OBJ, second);
    if (other) toks[other].head = second;
}

/* The word before a verb, or before the first half of one with a hyphen ("Police tear-gassed students"). */
static uint32_t subject_before(const att_doc *doc, uint32_t verb)
{
    return verb > 3 && att_is(doc->toks.at[verb - 1].form, "-") ? verb - 3 : verb - 1;
}

/* "Morocco normalised relations", "Police beat students", read as a noun with a participle before it. Returns the participle, when nothing else in
 * the sentence can be its verb and a noun stands right before it; 0 = none. */
static uint32_t lost_verb(const att_doc *doc, uint32_t noun)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[noun].sent];
    uint32_t p = att_child(doc, noun, ATT_DEP_AMOD, s->tok_beg + 1);
    while (p && p < noun && !att_ends(doc->toks.at[p].lower, "ed") && !att_data_has("text/irregular.txt", doc->toks.at[p].lower)) p = att_child(doc, noun, ATT_DEP_AMOD, p + 1);
    if (!p || p > noun || att_child(doc, p, ATT_DEP_ADVMOD, 0) || att_child(doc, noun, ATT_DEP_DET, 0) > p) return 0;
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        const att_tok *k = &doc->toks.at[t];
        if (t != p && (k->upos == ATT_VERB || k->upos == ATT_AUX) && !att_dominates(doc, noun, t)) return 0;
        if (t < p && t + 1 == p && att_is(k->form, "-")) continue;
        if (t < p && k->upos != ATT_NOUN && k->upos != ATT_PROPN && k->upos != ATT_ADJ && k->upos != ATT_DET && k->upos != ATT_NUM) return 0;
        if (t > p && k->head == noun && (k->deprel == ATT_DEP_COP || k->deprel == ATT_DEP_NSUBJ)) return 0;
    }
    const att_tok *before = &doc->toks.at[subject_before(doc, p)];
    return before->sent == doc->toks.at[p].sent && (before->upos == ATT_NOUN || before->upos == ATT_PROPN) ? p : 0;
}

void att_mend_predicate(att_doc *doc, uint32_t noun)
{
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[noun].deprel == ATT_DEP_ROOT && (toks[noun].upos == ATT_NOUN || toks[noun].upos == ATT_PROPN) ? lost_verb(doc, noun) : 0;
    if (!verb) return;
    att_slice lemma = att_verb_lemma(doc->keep, toks[verb].lower, toks[verb].lemma, false);
    if (!att_is_verb(lemma)) return;
    uint32_t subject = subject_before(doc, verb);
    for (uint32_t t = doc->sents.at[toks[noun].sent].tok_beg; t < subject; t++)
        if (toks[t].head == noun || toks[t].head == verb) toks[t].head = subject;
    toks[subject].head = verb;
    toks[subject].deprel = ATT_DEP_NSUBJ;
    toks[noun].head = verb;
    toks[noun].deprel = ATT_DEP_OBJ;
    toks[verb].head = 0;
    toks[verb].deprel = ATT_DEP_ROOT;
    toks[verb].upos = ATT_VERB;
    toks[verb].lemma = lemma;
    uint32_t stop = att_child(doc, noun, ATT_DEP_PUNCT, noun);
    if (stop) toks[stop].head = verb;
}

/* "Iran test-fired a missile": the first half of the verb is no subject; the name before it is. */
void att_mend_halved(att_doc *doc, uint32_t half)
{
    att_tok *toks = doc->toks.at;
    uint32_t verb = half + 2, name = half - 1;
    if (toks[half].head != verb || toks[verb].upos != ATT_VERB || !att_is(toks[half + 1].form, "-") || toks[half + 1].span.end != toks[verb].span.beg) return;
    if (toks[name].head != half || (toks[name].deprel != ATT_DEP_COMPOUND && toks[name].deprel != ATT_DEP_NMOD_DESC) || (toks[name].upos != ATT_PROPN && toks[name].upos != ATT_NOUN)) return;
    for (uint32_t k = att_next_child(doc, half, 0); k && k < half; k = att_next_child(doc, half, k))
        if (k != name) toks[k].head = name;
    toks[name].head = verb;
    toks[name].deprel = toks[half].deprel;
    toks[half].deprel = ATT_DEP_COMPOUND;
}

/* "stopped bombing Serbia": a gerund behind a verb of beginning or ending governs the name that follows. */
void att_mend_gerund(att_doc *doc, uint32_t name)
{
    static const char *const PHASE[] = {"begin", "cease", "continue", "finish", "halt", "keep", "quit", "resume", "start", "stop", "suspend", NULL};
    att_tok *toks = doc->toks.at;
    uint32_t verb = toks[name].head, gerund = verb + 1;
    if (toks[name].upos != ATT_PROPN || gerund >= name || toks[gerund].head != name || !att_ends(toks[gerund].lower, "ing") || !att_in(toks[verb].lemma, PHASE)) return;
    att_slice lemma = att_verb_lemma(doc->keep, toks[gerund].lower, toks[gerund].lemma, false);
    if (!att_is_verb(lemma) || att_eq(lemma, toks[gerund].lower)) return;
    toks[gerund].head = verb;
    toks[gerund].deprel = ATT_DEP_XCOMP;
    toks[gerund].upos = ATT_VERB;
    toks[gerund].lemma = lemma;
    toks[name].head = gerund;
}
