/* mend.c: slips that the parser makes for want of a lexicon, and that cost its readers a whole clause. Runs on each tree once it stands. */
#include "nlp/mend.h"

/* Verbs whose object is who is told, so that a that-clause behind it is what he is told. */
static const char *const TELLS[] = {"advise", "alert", "assure", "caution", "convince", "inform", "notify", "persuade", "reassure", "remind", "tell", "warn", NULL};

static const char *const DAYS[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "week", "month", "year", NULL};

/* "told reporters that he had promised to go": no relative clause of "reporters", since its verb has a subject of its own and "that"
 * would be its object. Returns the clause's head, or 0. */
static uint32_t told_clause(const att_doc *doc, uint32_t verb, uint32_t *that)
{
    uint32_t person = att_child(doc, verb, ATT_DEP_IOBJ, verb);
    if (!person) person = att_child(doc, verb, ATT_DEP_OBJ, verb);
    uint32_t clause = person ? att_child(doc, person, ATT_DEP_ACL_RELCL, person) : 0;
    uint32_t where = person ? att_child(doc, person, ATT_DEP_NMOD, person) : 0; /* "told reporters in Brussels that" */
    if (person && !where) where = att_child(doc, verb, ATT_DEP_OBL, person);
    if (!clause && where) clause = att_child(doc, where, ATT_DEP_ACL_RELCL, where);
    if (!clause || att_child(doc, verb, ATT_DEP_CCOMP, 0)) return 0;
    uint32_t end = clause;
    att_subtree(doc, clause, that, &end);
    if (!att_is(doc->toks.at[*that].lower, "that") || *that <= person || doc->toks.at[*that].deprel == ATT_DEP_NSUBJ) return 0;
    for (uint32_t k = att_next_child(doc, clause, *that); k && k < clause; k = att_next_child(doc, clause, k)) {
        att_deprel r = (att_deprel)doc->toks.at[k].deprel;
        if (r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS || r == ATT_DEP_EXPL) return clause;
    }
    return 0;
}

/* "demanded on Monday that troops leave": a that-clause never hangs under a day; it belongs to the verb. */
static void free_day(att_doc *doc, uint32_t day)
{
    uint32_t verb = doc->toks.at[day].head, clause = att_child(doc, day, ATT_DEP_ACL, day);
    if (!clause) clause = att_child(doc, day, ATT_DEP_ACL_RELCL, day);
    uint32_t that = clause ? att_child(doc, clause, ATT_DEP_MARK, day) : 0;
    if (!that || !att_is(doc->toks.at[that].lower, "that") || doc->toks.at[verb].upos != ATT_VERB || att_child(doc, verb, ATT_DEP_CCOMP, 0)) return;
    doc->toks.at[clause].head = verb;
    doc->toks.at[clause].deprel = ATT_DEP_CCOMP;
}

/* "wants to ensure that A stays, that B leaves": a second that-clause beside the first is coordinated with it, no aside. */
static void join_that(att_doc *doc, uint32_t clause)
{
    uint32_t that = att_child(doc, clause, ATT_DEP_MARK, 0), first = doc->toks.at[clause].head;
    if (that && first < clause && att_is(doc->toks.at[that].lower, "that") && doc->toks.at[first].deprel == ATT_DEP_CCOMP) doc->toks.at[clause].deprel = ATT_DEP_CONJ;
}

/* "massed along the border with Ukraine": right behind a border, "with" names whose it is, not with whom something is done. */
static void join_border(att_doc *doc, uint32_t country)
{
    static const char *const BORDERS[] = {"border", "borders", "frontier", "frontiers", "boundary", NULL};
    uint32_t with = att_child(doc, country, ATT_DEP_CASE, 0), verb = doc->toks.at[country].head;
    if (with < 2 || with > country || !att_is(doc->toks.at[with].lower, "with") || !att_in(doc->toks.at[with - 1].lower, BORDERS)) return;
    if (doc->toks.at[with - 1].head != verb) return;
    doc->toks.at[country].head = with - 1;
    doc->toks.at[country].deprel = ATT_DEP_NMOD;
}

void att_trees_mend(att_doc *doc)
{
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        uint32_t that = 0;
        if (doc->toks.at[t].deprel == ATT_DEP_PARATAXIS) join_that(doc, t);
        if (doc->toks.at[t].deprel == ATT_DEP_OBL) join_border(doc, t);
        if (doc->toks.at[t].head && att_in(doc->toks.at[t].lower, DAYS)) free_day(doc, t);
        if (doc->toks.at[t].upos != ATT_VERB || !att_in(doc->toks.at[t].lemma, TELLS)) continue;
        uint32_t clause = told_clause(doc, t, &that);
        if (!clause) continue;
        doc->toks.at[clause].head = t;
        doc->toks.at[clause].deprel = ATT_DEP_CCOMP;
        doc->toks.at[that].head = clause;
        doc->toks.at[that].deprel = ATT_DEP_MARK;
        doc->toks.at[that].upos = ATT_SCONJ;
    }
}
