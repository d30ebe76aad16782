/* mend_report.c: who speaks, where the parser does not see it: "..., reported AFP"; "after meeting Olaf Scholz Putin stated". */
#include "nlp/mend.h"

static const char *const SAYS[] = {"add", "admit", "announce", "claim", "confirm", "declare", "explain", "inform", "note", "quote", "recall", "report", "reveal", "say", "state", "warn", "write", NULL};

/* Common nouns that speak; names do anyway. */
static const char *const SPEAKERS[] = {"agency", "army", "authority", "channel", "commander", "daily", "government", "magazine", "mayor", "media", "minister", "ministry", "newspaper", "office", "official",
                                       "outlet", "paper", "police", "portal", "president", "prosecutor", "radio", "source", "spokesman", "spokesperson", "spokeswoman", "station", "witness", NULL};

static uint32_t last_word(const att_doc *doc, uint32_t t)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    uint32_t end = s->tok_end;
    while (end > s->tok_beg && doc->toks.at[end - 1].upos == ATT_PUNCT) end--;
    return end;
}

static bool speaks(const att_doc *doc, uint32_t noun) { return doc->toks.at[noun].upos == ATT_PROPN || att_in(doc->toks.at[noun].lemma, SPEAKERS); }

static uint32_t root_of(const att_doc *doc, uint32_t t)
{
    while (doc->toks.at[t].head) t = doc->toks.at[t].head;
    return t;
}

static bool ends_sentence(const att_doc *doc, uint32_t verb)
{
    uint32_t beg, end, last = last_word(doc, verb);
    att_subtree(doc, verb, &beg, &end);
    return end >= last && (beg == verb || beg + 1 == verb);
}

static void turn(att_doc *doc, uint32_t verb, uint32_t who)
{
    att_tok *toks = doc->toks.at;
    uint32_t root = root_of(doc, verb);
    if (root != verb) {
        toks[verb].head = root;
        toks[verb].deprel = ATT_DEP_PARATAXIS;
    }
    toks[verb].upos = ATT_VERB;
    toks[who].head = verb;
    toks[who].deprel = ATT_DEP_NSUBJ;
}

/* Behind a comma, at the end of its sentence, without a subject: what follows right away is the subject. */
void att_mend_report(att_doc *doc, uint32_t verb)
{
    const att_tok *v = &doc->toks.at[verb];
    if (verb < 2 || !att_is(doc->toks.at[verb - 1].form, ",") || !att_in(v->lemma, SAYS) || att_eq(v->lemma, v->lower)) return;
    uint32_t beg, end;
    if (v->deprel == ATT_DEP_AMOD) { /* "reported various sources", taken for sources that were reported */
        uint32_t noun = v->head, up = doc->toks.at[noun].head;
        att_subtree(doc, noun, &beg, &end);
        if (!up || up > verb || noun < verb || end < last_word(doc, verb) || (beg != verb && beg + 1 != verb) || !speaks(doc, noun)) return;
        doc->toks.at[verb].head = up;
        turn(doc, verb, noun);
        return;
    }
    uint32_t obj = att_child(doc, verb, ATT_DEP_OBJ, verb);
    if (!obj || v->upos != ATT_VERB || att_child(doc, verb, ATT_DEP_NSUBJ, 0) || att_child(doc, verb, ATT_DEP_CC, 0) || att_child(doc, verb, ATT_DEP_CCOMP, verb)) return;
    bool told = !v->head ? att_child(doc, verb, ATT_DEP_CCOMP, 0) != 0 : v->head < verb && (v->deprel == ATT_DEP_CONJ || v->deprel == ATT_DEP_PARATAXIS || v->deprel == ATT_DEP_ADVCL);
    att_subtree(doc, obj, &beg, &end);
    if (told && beg == verb + 1 && speaks(doc, obj) && (!v->head || ends_sentence(doc, verb))) turn(doc, verb, obj);
}

/* Right before a verb that says something and has no subject, the last name of a run of names is the subject: a comma is missing. */
void att_mend_run_together(att_doc *doc, uint32_t verb)
{
    att_tok *toks = doc->toks.at;
    uint32_t name = verb - 1, before = verb - 2;
    if (verb < 4 || toks[verb].upos != ATT_VERB || !att_in(toks[verb].lemma, SAYS) || att_eq(toks[verb].lemma, toks[verb].lower)) return;
    if (toks[name].upos != ATT_PROPN || toks[before].upos != ATT_PROPN || toks[name].sent != toks[verb].sent || toks[before].sent != toks[verb].sent) return;
    if (toks[verb].deprel != ATT_DEP_ROOT || !att_mend_lacks_subject(doc, verb) || !att_child(doc, verb, ATT_DEP_CCOMP, verb)) return;
    bool last = toks[name].deprel == ATT_DEP_FLAT, head = toks[before].head == name && (toks[before].deprel == ATT_DEP_COMPOUND || toks[before].deprel == ATT_DEP_FLAT);
    if (!last && !head) return;
    if (head) { /* the name in front takes the place of the two */
        toks[before].head = toks[name].head;
        toks[before].deprel = toks[name].deprel;
        for (uint32_t k = att_next_child(doc, name, 0); k; k = att_next_child(doc, name, k))
            if (k < before) toks[k].head = before;
    }
    toks[name].head = verb;
    toks[name].deprel = ATT_DEP_NSUBJ;
}
