/* namesake.c: persons whose name has a word in it that is also a country's or a town's ("Emma Holland", "Jordan Moe", "Nils France"): the
 * whole is one name, and the word alone may be he afterwards. */
#include "actor/element.h"

static bool is_country_word(const att_element *e)
{
    if (e->kind == ATT_EL_PLACE) return true;
    return e->kind == ATT_EL_KB && (e->kb_kind == ATT_KB_COUNTRY || e->kb_kind == ATT_KB_ADJECTIVE || e->kb_kind == ATT_KB_DEMONYM || e->kb_kind == ATT_KB_CAPITAL);
}

/* Does token t go on the name that begins at beg: tagged as a person's, or hung under it as a name's next word? */
static bool goes_on(const att_doc *doc, uint32_t beg, uint32_t t)
{
    const att_tok *k = &doc->toks.at[t], *first = &doc->toks.at[beg];
    if (k->sent != first->sent || !(k->flags & ATT_TOK_CAP) || k->upos != ATT_PROPN) return false;
    return (first->ner == ATT_NAME_PER && k->ner == ATT_NAME_PER) || (k->deprel == ATT_DEP_FLAT && k->head == beg);
}

/* End of the name of a person that begins at token t with a given name and has such a word in it, and nothing else that is known; 0 = none. */
static uint32_t namesake_end(const att_cast *c, uint32_t t)
{
    enum { WORDS = 4 };
    const att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[t];
    bool word = false, known = c->at[t] && is_country_word(&c->els.at[c->at[t]]);
    if (k->upos != ATT_PROPN || !(k->flags & ATT_TOK_CAP) || !att_kb_gender(c->kb, k->form)) return 0;
    uint32_t e = t;
    do {
        const att_element *o = &c->els.at[c->at[e]];
        bool country = c->at[e] && is_country_word(o), surname = c->at[e] && o->kind == ATT_EL_KB && o->kb_kind == ATT_KB_SURNAME;
        bool town = country && (o->kind == ATT_EL_PLACE || o->kb_kind == ATT_KB_CAPITAL);
        if (town && e - t > 1) break; /* "Nell Moe London" under a letter */
        if (c->timed[e] || (c->at[e] && ((!country && !surname) || o->beg != e || o->end != e + 1))) return 0;
        word |= country;
        e++;
    } while (e < doc->toks.n && e - t < WORDS && goes_on(doc, t, e));
    if (!word || e - t < 2) return 0;
    /* "America First" is nobody: where the given name is the country's word, the next must be somebody's */
    return !known || doc->toks.at[t + 1].ner == ATT_NAME_PER || (c->at[t + 1] && c->els.at[c->at[t + 1]].kb_kind == ATT_KB_SURNAME) ? e : 0;
}

/* "Holland said", after Emma Holland: nothing that he is, and no part of another phrase. A country's name must be tagged as a person's. */
static bool stands_alone(const att_cast *c, uint32_t t)
{
    const att_doc *doc = c->doc;
    const att_element *e = &c->els.at[c->at[t]];
    const att_tok *k = &doc->toks.at[t];
    if (!c->at[t] || !is_country_word(e) || e->beg != t || e->end != t + 1 || c->timed[t] || !(k->flags & ATT_TOK_CAP)) return false;
    if (k->ner == ATT_NAME_PER) return true;
    bool people = e->kind == ATT_EL_KB && (e->kb_kind == ATT_KB_ADJECTIVE || e->kb_kind == ATT_KB_DEMONYM);
    bool argument = k->deprel == ATT_DEP_NSUBJ || k->deprel == ATT_DEP_NSUBJ_PASS || k->deprel == ATT_DEP_OBJ || k->deprel == ATT_DEP_NMOD_POSS || k->deprel == ATT_DEP_CONJ;
    return people && argument && !att_child(doc, t, ATT_DEP_DET, 0) && !att_child(doc, t, ATT_DEP_AMOD, 0) && !att_child(doc, t, ATT_DEP_NUMMOD, 0);
}

static void take_surname(att_cast *c, uint32_t word)
{
    const att_doc *doc = c->doc;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (!c->at[t] || !att_eq(doc->toks.at[t].form, doc->toks.at[word].form) || !stands_alone(c, t)) continue;
        c->els.at[c->at[t]] = (att_element){.beg = t, .end = t + 1, .top = t, .kind = ATT_EL_NAME};
        c->doc->toks.at[t].ner = ATT_NAME_PER;
    }
}

void att_namesakes_find(att_cast *c)
{
    att_doc *doc = c->doc;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        uint32_t end = namesake_end(c, t), was = end ? c->at[end - 1] : 0;
        if (!end) continue;
        for (uint32_t k = t; k < end; k++) c->at[k] = c->els.n, doc->toks.at[k].ner = ATT_NAME_PER;
        *att_push(doc->scratch, &c->els) = (att_element){.beg = t, .end = end, .top = att_top_of(doc, t, end), .kind = ATT_EL_NAME};
        if (was) take_surname(c, end - 1);
        t = end - 1;
    }
}
