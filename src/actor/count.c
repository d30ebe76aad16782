/* count.c: does a number alone ("killed five") count people? */
#include "actor/element.h"

#include "base/data.h"

/* "The farmers shot at forty foxes; four were killed": animals were counted just before. */
static bool beasts_before(const att_doc *doc, uint32_t t)
{
    enum { BACK = 40 };
    att_id sent = doc->toks.at[t].sent;
    for (uint32_t k = t, n = 0; k-- > 1 && n < BACK && doc->toks.at[k].sent + 1 >= sent; n++) {
        if (doc->toks.at[k].upos != ATT_NOUN) continue;
        if (att_data_has("actors/animals.txt", doc->toks.at[k].lemma)) return true;
        if (att_is(doc->toks.at[k].lemma, "people") || att_is(doc->toks.at[k].lemma, "person")) return false;
    }
    return false;
}

bool att_counts_people(const att_doc *doc, uint32_t t)
{
    static const char *const DONE_TO_PEOPLE[] = {"abduct", "arrest", "behead", "deport", "detain", "displace", "execute", "hospitalise", "hospitalize", "hurt", "imprison", "injure", "jail", "kidnap",
                                                 "kill", "maim", "murder", "rescue", "torture", "wound", "die", NULL};
    static const char *const SHARES[] = {"%", "percent", "pct", "per", NULL};
    const att_tok *k = &doc->toks.at[t];
    uint32_t verb = k->deprel == ATT_DEP_CONJ ? doc->toks.at[k->head].head : k->head;
    bool argument = k->deprel == ATT_DEP_OBJ || k->deprel == ATT_DEP_NSUBJ || k->deprel == ATT_DEP_NSUBJ_PASS || k->deprel == ATT_DEP_CONJ;
    if (k->upos != ATT_NUM || !argument || beasts_before(doc, t) || !att_in(doc->toks.at[verb].lemma, DONE_TO_PEOPLE)) return false;
    return !att_child(doc, t, ATT_DEP_NMOD, t) && !(t + 1 < doc->toks.n && att_in(doc->toks.at[t + 1].lower, SHARES));
}
