/* event_date_noun.c: what the nouns around an event word say of its day: the verb that it is an argument of, the deed that it tells of, the paper that
 * it stands in, the expression that it hangs under. */
#include "event/event_date.h"

static const att_clause *clause_at(const att_doc *doc, uint32_t t) { return &doc->clauses.at[doc->tok_clause[t]]; }
static uint8_t rel_of(const att_doc *doc, uint32_t t) { return doc->toks.at[t].deprel; }

/* A noun of happening as subject or object of a verb that tells of it, or under "in", "at" with it; not what is talked about. */
const att_timex *att_date_by_clause(const att_doc *doc, uint32_t t, const char **rule)
{
    static const char *const WITHIN[] = {"in", "at", "during", "with", "for", "into", "by", NULL};
    if (!att_is_noun(&doc->toks.at[t])) return NULL;
    uint32_t w = t;
    while (rel_of(doc, w) == ATT_DEP_CONJ || rel_of(doc, w) == ATT_DEP_COMPOUND) w = doc->toks.at[w].head;
    uint32_t v = doc->toks.at[w].head;
    if (!v || !doc->tok_clause[v]) return NULL;
    uint8_t r = rel_of(doc, w);
    bool subject = r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS, object = r == ATT_DEP_OBJ;
    if (object && att_date_is_cue(doc, v)) return NULL;
    if (!subject && !object && !(r == ATT_DEP_OBL && att_in(att_case_of(doc, w), WITHIN))) return NULL;
    *rule = "DATE_CLAUSE";
    const att_timex *x = att_date_on(doc, v);
    return att_date_fits(doc, v, x) ? x : NULL;
}

/* "An attack in December killed nine": what it did at once it did on its day. */
const att_timex *att_date_by_cause(const att_doc *doc, uint32_t t, const char **rule)
{
    static const char *const AT_ONCE[] = {"kill", "wound", "injure", "leave", "destroy", "damage", "hit", "strike", "topple", "oust", "displace", "demolish", NULL};
    uint32_t noun = doc->clauses.at[doc->tok_clause[t]].subj;
    if (!doc->tok_clause[t] || !noun || !att_in(doc->toks.at[t].lemma, AT_ONCE) || !att_date_is_happening(doc, noun)) return NULL;
    *rule = "DATE_CLAUSE";
    const att_timex *x = att_date_of_noun(doc, noun);
    return att_date_fits(doc, t, x) ? x : NULL;
}

const att_timex *att_date_covering(const att_doc *doc, uint32_t t)
{
    for (uint32_t i = ATT_FROM_TOKEN(doc->timexes, doc->sents.at[doc->toks.at[t].sent].tok_beg); i < doc->timexes.n && doc->timexes.at[i].tok_beg <= t; i++)
        if (doc->timexes.at[i].tok_end > t) return &doc->timexes.at[i];
    return NULL;
}

/* "memories of 2003, when they refused": right behind the expression, wherever the parser hangs it. */
static const att_timex *when_behind(const att_doc *doc, uint32_t t)
{
    uint32_t beg, end, first = doc->sents.at[doc->toks.at[t].sent].tok_beg;
    if (rel_of(doc, t) != ATT_DEP_ADVCL && rel_of(doc, t) != ATT_DEP_ACL_RELCL) return NULL;
    att_subtree(doc, t, &beg, &end);
    while (beg < t && doc->toks.at[beg].upos == ATT_PUNCT) beg++;
    if (beg < first + 2 || !att_is(doc->toks.at[beg].lower, "when")) return NULL;
    return att_date_covering(doc, doc->toks.at[beg - 1].upos == ATT_PUNCT ? beg - 2 : beg - 1);
}

/* "the attack of May 17 on a ship, which killed": the parser may hang the clause to the ship. "In 2003, when they refused", "signed a
 * decree on Monday ordering": a clause under the expression itself. */
const att_timex *att_date_by_antecedent(const att_doc *doc, uint32_t t, const char **rule)
{
    uint32_t n = doc->toks.at[t].head;
    *rule = "DATE_ANTECEDENT";
    const att_timex *x = n && (rel_of(doc, t) == ATT_DEP_ACL_RELCL || rel_of(doc, t) == ATT_DEP_ACL) ? att_date_covering(doc, n) : when_behind(doc, t);
    if (x && att_date_usable(doc, x)) return x;
    bool subject = clause_at(doc, t)->subj == n;
    if (rel_of(doc, t) == ATT_DEP_CONJ && n && doc->tok_clause[n]) return att_date_by_antecedent(doc, n, rule);
    if ((rel_of(doc, t) != ATT_DEP_ACL_RELCL && rel_of(doc, t) != ATT_DEP_ACL) || !n || !subject) return NULL;
    for (uint32_t steps = 0; n && steps < 4 && !att_date_is_happening(doc, n); steps++) n = rel_of(doc, n) == ATT_DEP_NMOD ? doc->toks.at[n].head : 0;
    return n && att_date_is_happening(doc, n) ? att_date_on(doc, n) : NULL;
}

/* "adopted a resolution on Monday requiring", "signed a decree on Monday ordering": what a paper says is said on the day on which it is issued. */
const att_timex *att_date_by_paper(const att_doc *doc, uint32_t t, const char **rule)
{
    const char *other = NULL;
    *rule = "DATE_PAPER";
    uint32_t n = doc->toks.at[t].head, v = n ? doc->toks.at[n].head : 0;
    if (rel_of(doc, t) != ATT_DEP_ACL || clause_at(doc, t)->tense != ATT_TENSE_NONE || att_child(doc, t, ATT_DEP_MARK, 0)) return NULL;
    if (!v || !doc->tok_clause[v]) return NULL;
    if (rel_of(doc, n) != ATT_DEP_OBJ && rel_of(doc, n) != ATT_DEP_OBL && rel_of(doc, n) != ATT_DEP_OBL_UNMARKED) return NULL;
    const att_timex *x = att_date_of_verb(doc, v, &other);
    return att_date_fits(doc, v, x) ? x : NULL;
}
