/* names_rules.c: names without names.attm: runs of proper nouns, with a type from the words in and around them.
 *
 * A name is a run of PROPN tokens that the tree holds together, with the particles and prepositions that names contain
 * ("Institute of Peace", "bin", "de la"). Good at where names are, poor at their types.
 */
#include "nlp/names_int.h"

static const char *const PERSON_TITLES[] = {
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "minister", "chancellor", "senator", "sen.", "rep.", "gen.",
    "general", "col.", "colonel", "king", "queen", "prince", "princess", "sheikh", "emir", "pope", "sir", "lord", "lady", "judge",
    "spokesman", "spokeswoman", "secretary", "governor", "gov.", "mayor", "ambassador", "capt.", "lt.", "prof.", "rev.", NULL};
static const char *const ORG_WORDS[] = {
    "ministry", "party", "council", "bank", "university", "institute", "committee", "commission", "agency", "union", "front",
    "army", "force", "forces", "department", "group", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "co", "co.", "company",
    "organization", "organisation", "association", "federation", "court", "parliament", "senate", "congress", "assembly", "office",
    "center", "centre", "foundation", "brigade", "command", "guard", "guards", "movement", "alliance", "league", "times", "post",
    "news", "journal", "house", "cartel", "nations", "service", "bureau", "fund", "society", "church", NULL};
static const char *const PARTICLES[] = {"de", "la", "del", "der", "van", "von", "bin", "ibn", "al", "el", "da", "dos", "di", NULL};
static const char *const LINKS[] = {"of", "for", "and", "the", NULL};

static bool proper(const att_tok *t)
{
    return t->upos == ATT_PROPN && (t->flags & (ATT_TOK_ALPHA | ATT_TOK_CAP));
}

static bool joins(const att_doc *doc, uint32_t t, uint32_t end)
{
    const att_tok *k = &doc->toks.at[t];
    if (proper(k)) return true;
    if (t + 1 >= end || !proper(&doc->toks.at[t + 1])) return false;
    if (att_in(k->lower, PARTICLES) || att_is(k->lower, "-")) return true;
    return k->upos == ATT_NUM && k->deprel == ATT_DEP_FLAT;
}

static uint8_t kind_of(const att_doc *doc, uint32_t beg, uint32_t end)
{
    bool org = false;
    for (uint32_t t = beg; t < end; t++)
        if (att_in(doc->toks.at[t].lower, ORG_WORDS)) org = true;
    if (att_in(doc->toks.at[beg].lower, PERSON_TITLES)) return ATT_NAME_PER;
    if (org) return ATT_NAME_ORG;
    const att_tok *first = &doc->toks.at[beg];
    const att_sent *s = &doc->sents.at[first->sent];
    if (beg > s->tok_beg && att_in(doc->toks.at[beg - 1].lower, PERSON_TITLES)) return ATT_NAME_PER;
    uint32_t head = beg;
    for (uint32_t t = beg; t < end; t++)
        if (doc->toks.at[t].head < beg || doc->toks.at[t].head >= end) head = t;
    uint32_t kase = att_child(doc, head, ATT_DEP_CASE, 0);
    static const char *const LOCATIVE[] = {"in", "at", "near", "from", "into", "across", NULL};
    if (kase && att_in(doc->toks.at[kase].lower, LOCATIVE)) return ATT_NAME_LOC;
    /* "East-West", "Reagan-Gorbachev": a pair, no person */
    if (end - beg == 3 && att_is(doc->toks.at[beg + 1].lower, "-")) return ATT_NAME_LOC;
    if (end - beg == 1 && (first->flags & ATT_TOK_UPPER)) return ATT_NAME_ORG;
    return end - beg >= 2 ? ATT_NAME_PER : ATT_NAME_LOC;
}

void att_names_by_rules(att_doc *doc)
{
    for (att_id s = 1; s < doc->sents.n; s++) {
        uint32_t end = doc->sents.at[s].tok_end;
        for (uint32_t t = doc->sents.at[s].tok_beg; t < end; t++) {
            if (!proper(&doc->toks.at[t])) continue;
            uint32_t e = t + 1;
            while (e < end && joins(doc, e, end)) e++;
            /* "Institute of Peace": an organisation word carries "of" and what follows */
            while (e + 1 < end && att_in(doc->toks.at[e].lower, LINKS) && att_is(doc->toks.at[e].lower, "of") &&
                   proper(&doc->toks.at[e + 1]) && att_in(doc->toks.at[e - 1].lower, ORG_WORDS)) {
                e += 2;
                while (e < end && joins(doc, e, end)) e++;
            }
            att_names_add(doc, t, e, kind_of(doc, t, e));
            t = e - 1;
        }
    }
}
