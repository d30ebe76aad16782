#include "event/labour.h"

bool att_labour_near(const att_frames *f, const att_doc *doc, uint32_t tok)
{
    enum { REACH = 3 }; /* sentences */
    static const char *const WORK[] = {"wage", "pay", "picket", "striker", "seaman", "seafarer", "management", "employer", "overtime", "salary", "labour", "labor", "industrial", "pensions", "layoff", NULL};
    static const char *const WAR[] = {"war", "militant", "rebel", "bomb", "kill", "wound", "target", "air", "militia", "insurgent", "jihadist", "retaliation", "retaliate", "pre-emptive", NULL};
    uint32_t sent = doc->toks.at[tok].sent, work = 0, war = 0;
    uint32_t first = sent > REACH ? sent - REACH : 1, last = sent + REACH < doc->sents.n ? sent + REACH : doc->sents.n - 1;
    if (att_is(att_case_of(doc, tok), "on") && !att_child(doc, tok, ATT_DEP_DET, 0)) return true; /* "miners on strike" */
    for (uint32_t t = doc->sents.at[first].tok_beg; t < doc->sents.at[last].tok_end; t++) {
        att_slice w = doc->toks.at[t].lemma;
        work += att_in(w, WORK) || att_class_has(f, "worker", w) || (t != tok && !att_is(w, "strike") && att_class_has(f, "strike_n", w));
        war += att_in(w, WAR) || att_class_has(f, "troops", w) || att_class_has(f, "weapon", w) || att_class_has(f, "aircraft", w) || (!att_is(w, "strike") && att_class_has(f, "attack", w));
    }
    return work > war;
}
