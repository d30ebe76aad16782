/* term.c: which of a person's terms an article without a day means. */
#include "actor/resolve.h"

bool att_speaks_of(const att_cast *c, att_slice code, att_slice but)
{
    enum { LOOK = 400 };
    for (uint32_t i = 1; i < c->els.n && i < LOOK; i++) {
        const att_element *e = &c->els.at[i];
        if (e->kind == ATT_EL_PLACE && att_eq(c->doc->places.at[e->place].country, code)) return true;
        if (e->kind != ATT_EL_KB || e->kb_kind == ATT_KB_ROLE || e->kb_kind == ATT_KB_SURNAME) continue;
        const att_kb_entry *k = att_reading(c, e);
        if (k && att_eq(k->code, code) && !att_eq(k->name, but)) return true;
    }
    return false;
}

const att_kb_entry *att_term_undated(const att_cast *c, const att_kb_entry *k, const att_traits *t, bool *told)
{
    char fold[ATT_FOLD_MAX];
    uint32_t first = att_kb_find(c->kb, (att_slice){fold, att_fold(k->name, fold)});
    const att_kb_entry *best = k;
    bool spoken = first && att_speaks_of(c, k->code, k->name);
    for (uint32_t i = first; i; i = att_entry(c, i)->next) {
        const att_kb_entry *o = att_entry(c, i);
        if (o->kind != ATT_KB_PERSON || !att_eq(o->name, k->name)) continue;
        /* "Bolivian President Evo Morales" */
        *told = t->office.len && !t->former && att_eq(o->office, t->office) && (!t->code.len || att_eq(o->code, t->code));
        if (*told) return o;
        /* the head of a UN body, where nothing is said of the country that he led before */
        if (!spoken && !att_eq(o->code, k->code) && att_speaks_of(c, o->code, k->name)) best = o, spoken = true;
    }
    return best;
}
