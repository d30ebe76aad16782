/* mend_phrase.c: nouns of two words that describe a third, "denial of service attacks". The parser takes the first for the head. */
#include "nlp/mend.h"

static const char *const PHRASES[][2] = {
    {"balance", "payments"}, {"code", "conduct"},       {"conflict", "interest"},   {"cost", "living"},  {"denial", "service"}, {"freedom", "information"}, {"freedom", "navigation"},
    {"line", "control"},     {"prisoner", "war"},       {"prisoners", "war"},       {"right", "return"}, {"rule", "law"},       {"rules", "engagement"},    {"show", "force"},
    {"state", "emergency"},  {"weapons", "mass"},       {"vote", "confidence"},     {"use", "force"},    {"quality", "life"},   {"terms", "trade"},         {NULL, NULL}};

static bool is_phrase(const att_doc *doc, uint32_t first, uint32_t second)
{
    for (uint32_t i = 0; PHRASES[i][0]; i++)
        if (att_is(doc->toks.at[first].lower, PHRASES[i][0]) && att_is(doc->toks.at[second].lower, PHRASES[i][1])) return true;
    return false;
}

/* `head` hangs under the first noun and has the second as a compound: it is the head of them all, with whatever hung on the first. */
void att_mend_phrase(att_doc *doc, uint32_t head)
{
    att_tok *toks = doc->toks.at;
    uint32_t first = toks[head].head, of = first + 1, second = first + 2;
    if (first + 3 != head || !att_is(toks[of].lower, "of") || toks[second].head != head || toks[second].deprel != ATT_DEP_COMPOUND) return;
    if (toks[head].upos != ATT_NOUN || !is_phrase(doc, first, second)) return;
    toks[head].head = toks[first].head;
    toks[head].deprel = toks[first].deprel;
    for (uint32_t k = att_next_child(doc, first, 0); k; k = att_next_child(doc, first, k)) toks[k].head = head;
    toks[first].head = head;
    toks[first].deprel = ATT_DEP_COMPOUND;
    toks[of].head = second;
    toks[second].head = first;
    toks[second].deprel = ATT_DEP_NMOD;
}
