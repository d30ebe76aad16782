/* bloc.c: groups of states that a continent or "Western" stands for: "Europe condemned", "Arab sanctions", and states that share a name ("the two
 * Koreas"). Groups have no code; GOV is their sector.
 * Adjectives count only before a noun that is nobody itself ("European leaders" are the leaders). */
#include "actor/coref.h"
#include "actor/resolve.h"

static bool is_act_of(const att_cast *c, uint32_t t)
{
    static const char *const PARTS[] = {"north", "south", "west", "east", "central", "southern", "northern", "eastern", "western", NULL};
    const att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[t], *head = &doc->toks.at[k->head];
    if (c->at[t] || att_in(doc->toks.at[t - 1].lower, PARTS)) return false;
    if (k->deprel == ATT_DEP_CONJ) return !c->at[k->head] && is_act_of(c, k->head);
    return (k->deprel == ATT_DEP_AMOD || k->deprel == ATT_DEP_COMPOUND) && head->upos == ATT_NOUN && !c->at[k->head] && !doc->tok_mention[k->head] && k->head > t;
}

/* Europe as a party: who does or suffers something, not where. */
static bool is_party(const att_doc *doc, uint32_t t)
{
    static const char *const TO[] = {"by", "against", "between", "with", NULL};
    switch (doc->toks.at[t].deprel) {
    case ATT_DEP_NSUBJ: case ATT_DEP_NSUBJ_PASS: case ATT_DEP_OBJ: case ATT_DEP_IOBJ: case ATT_DEP_OBL_AGENT: case ATT_DEP_NMOD_POSS: return true;
    case ATT_DEP_OBL: return att_in(att_case_of(doc, t), TO);
    default: return false;
    }
}

/* "the two Koreas", "both Sudans": the states that share the name. */
static bool namesakes(att_cast *c, uint32_t t)
{
    static const struct { const char *word, *code[2], *name[2]; } PAIRS[] = {
        {"Congos", {"COD", "COG"}, {"Democratic Republic of the Congo", "Republic of the Congo"}}, {"Germanys", {"DEU", "DDR"}, {"Germany", "East Germany"}},
        {"Koreas", {"KOR", "PRK"}, {"South Korea", "North Korea"}}, {"Sudans", {"SDN", "SSD"}, {"Sudan", "South Sudan"}}};
    att_doc *doc = c->doc;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        if (!att_is(doc->toks.at[t].form, PAIRS[i].word) || (doc->tok_mention[t] && doc->mentions.at[doc->tok_mention[t]].entity)) continue;
        att_id *members = att_new(doc->keep, att_id, 2);
        for (int k = 0; k < 2; k++) members[k] = att_entity_named(c, att_slice_of(PAIRS[i].name[k]), att_slice_of(PAIRS[i].code[k]), ATT_LIT("GOV"), ATT_KIND_PLACE);
        *att_add(doc, mentions) = (att_mention){.span = doc->toks.at[t].span, .tok_beg = t, .tok_end = t + 1, .head = t, .members = {members, 2}, .form = ATT_MEN_NAME, .how = ATT_HOW_DICTIONARY};
        c->mention_at[t] = doc->tok_mention[t] = doc->mentions.n - 1;
        return true;
    }
    return false;
}

void att_bloc_mention(att_cast *c, uint32_t t)
{
    static const struct { const char *word, *name; } BLOCS[] = {{"African", "African states"}, {"Arab", "Arab states"}, {"European", "European states"}, {"Western", "Western states"}};
    att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[t];
    const char *name = NULL;
    if (!(k->flags & ATT_TOK_CAP) || c->timed[t] || namesakes(c, t)) return;
    for (size_t i = 0; i < sizeof BLOCS / sizeof *BLOCS && !name; i++)
        if (att_is(k->form, BLOCS[i].word) && is_act_of(c, t)) name = BLOCS[i].name;
    if (att_is(k->form, "Europe") && is_party(doc, t)) name = "Europe";
    att_id known = name ? doc->tok_mention[t] : 0;
    if (known && doc->mentions.at[known].entity) { /* the names have it already */
        att_entity *e = &doc->entities.at[doc->mentions.at[known].entity];
        if (!e->code.len && !e->sector.len) e->sector = ATT_LIT("GOV"), e->political = true;
    }
    if (!name || known) return;
    att_id e = att_entity_named(c, att_slice_of(name), (att_slice){0}, ATT_LIT("GOV"), ATT_KIND_GROUP);
    *att_add(doc, mentions) = (att_mention){.span = k->span, .tok_beg = t, .tok_end = t + 1, .head = t, .entity = e, .form = k->upos == ATT_ADJ ? ATT_MEN_ADJECTIVE : ATT_MEN_NAME,
                                            .how = ATT_HOW_DICTIONARY};
    c->mention_at[t] = doc->tok_mention[t] = doc->mentions.n - 1;
}
