/* mend_name.c: long descriptions before the verb: "the general who led the coup, John Okello, resigned"; "four men killed in the raid were
 * buried". */
#include "nlp/mend.h"

static bool comma(const att_doc *doc, uint32_t t) { return t < doc->toks.n && att_is(doc->toks.at[t].form, ","); }

/* First word behind the name and its commas, when it stands between two; else 0. */
static uint32_t behind(const att_doc *doc, uint32_t name)
{
    uint32_t end = name + 1;
    while (end < doc->toks.n && doc->toks.at[end].head == name && doc->toks.at[end].deprel == ATT_DEP_FLAT) end++;
    while (end < doc->toks.n && doc->toks.at[end].upos == ATT_PROPN && doc->toks.at[end].sent == doc->toks.at[name].sent) end++;
    return comma(doc, name - 1) && comma(doc, end) && end + 1 < doc->toks.n && doc->toks.at[end + 1].sent == doc->toks.at[name].sent ? end + 1 : 0;
}

static bool is_subject(const att_tok *k) { return k->deprel == ATT_DEP_NSUBJ || k->deprel == ATT_DEP_NSUBJ_PASS; }

/* The noun before that has the clause in which `t` stands; 0 = none. */
static uint32_t described(const att_doc *doc, uint32_t t)
{
    for (uint32_t w = t; w; w = doc->toks.at[w].head) {
        uint8_t r = doc->toks.at[w].deprel;
        if (r == ATT_DEP_ACL || r == ATT_DEP_ACL_RELCL) return doc->toks.at[w].head < w ? doc->toks.at[w].head : 0;
    }
    return 0;
}

/* "A minister who fled, John Smith, called for": the parser makes the noun the whole sentence and the verb a participle of the name. */
static void raise_verb(att_doc *doc, uint32_t noun, uint32_t name, uint32_t next)
{
    att_tok *toks = doc->toks.at;
    uint32_t verb = att_child(doc, name, ATT_DEP_ACL, next);
    if (verb != next || toks[noun].deprel != ATT_DEP_ROOT || toks[verb].upos != ATT_VERB || att_ends(toks[verb].lower, "ing")) return;
    if (!att_child(doc, noun, ATT_DEP_ACL_RELCL, 0) || att_child(doc, verb, ATT_DEP_OBL_AGENT, 0)) return;
    toks[verb].head = toks[noun].head;
    toks[verb].deprel = toks[noun].deprel;
    toks[noun].head = verb;
    toks[noun].deprel = ATT_DEP_NSUBJ;
    for (uint32_t k = att_next_child(doc, noun, verb); k; k = att_next_child(doc, noun, k))
        if (toks[k].deprel == ATT_DEP_PUNCT) toks[k].head = verb;
}

void att_mend_named_behind(att_doc *doc, uint32_t name)
{
    att_tok *toks = doc->toks.at;
    uint32_t next = name > 1 && toks[name].upos == ATT_PROPN ? behind(doc, name) : 0, up = toks[name].head;
    if (!next) return;
    if (toks[name].deprel == ATT_DEP_APPOS) {
        uint32_t noun = described(doc, up);
        if (noun && is_subject(&toks[noun]) && toks[noun].head >= next)
            toks[name].head = noun;
        else if (up < name)
            raise_verb(doc, up, name, next);
        return;
    }
    if (!is_subject(&toks[name]) || up < next) return;
    uint32_t first = att_child(doc, up, (att_deprel)toks[name].deprel, 0); /* two subjects: the name is what the first is called */
    if (first >= name || toks[first].upos != ATT_NOUN || !(att_child(doc, first, ATT_DEP_ACL_RELCL, first) || att_child(doc, first, ATT_DEP_ACL, first))) return;
    toks[name].head = first;
    toks[name].deprel = ATT_DEP_APPOS;
}

/* "Four men killed in the raid were buried": of two verbs side by side, the second with an auxiliary and without a subject of its own, the
 * first is a participle of the subject. */
void att_mend_reduced(att_doc *doc, uint32_t verb)
{
    att_tok *toks = doc->toks.at;
    uint32_t first = toks[verb].head, noun = first ? att_child(doc, first, ATT_DEP_NSUBJ, 0) : 0, aux = att_child(doc, verb, ATT_DEP_AUX_PASS, 0);
    if (!aux) aux = att_child(doc, verb, ATT_DEP_AUX, 0);
    if (!aux) aux = att_child(doc, verb, ATT_DEP_COP, 0);
    if (!noun || noun > first || first > verb || aux < first || toks[first].upos != ATT_VERB || toks[noun].upos == ATT_PRON) return;
    if (!att_ends(toks[first].lower, "ed") && !att_ends(toks[first].lower, "en")) return;
    static const uint8_t NONE[] = {ATT_DEP_NSUBJ, ATT_DEP_NSUBJ_PASS, ATT_DEP_CSUBJ, ATT_DEP_EXPL, ATT_DEP_CC, ATT_DEP_MARK};
    for (uint32_t i = 0; i < sizeof NONE; i++)
        if (att_child(doc, verb, (att_deprel)NONE[i], 0)) return;
    static const uint8_t FINITE[] = {ATT_DEP_AUX, ATT_DEP_AUX_PASS, ATT_DEP_COP, ATT_DEP_OBJ, ATT_DEP_CCOMP};
    for (uint32_t i = 0; i < sizeof FINITE; i++)
        if (att_child(doc, first, (att_deprel)FINITE[i], 0)) return;
    for (uint32_t t = first; t < verb; t++)
        if (toks[t].upos == ATT_PUNCT) return;
    toks[verb].head = toks[first].head;
    toks[verb].deprel = toks[first].deprel;
    toks[noun].head = verb;
    toks[noun].deprel = att_child(doc, verb, ATT_DEP_AUX_PASS, 0) ? ATT_DEP_NSUBJ_PASS : ATT_DEP_NSUBJ;
    toks[first].head = noun;
    toks[first].deprel = ATT_DEP_ACL;
    for (uint32_t k = att_next_child(doc, first, verb); k; k = att_next_child(doc, first, k)) toks[k].head = verb;
}
