/* surname.c: who is called by a surname alone, or by part of his name: whoever the article has named in full, before or (in a headline)
 * behind; else whoever of that name holds or held office on its day. */
#include "actor/resolve.h"

/* Somebody whom the article has introduced by given name and surname: he is meant from then on, whoever else bears the name. */
static bool full_name(const att_entity *e)
{
    return e->kind == ATT_KIND_PERSON && e->name.len && memchr(e->name.ptr, ' ', e->name.len) != NULL;
}

/* The one whom the element names in full: canonical when known, else as it stands; empty = it is no full name of a person. */
static att_slice names_fully(const att_cast *c, const att_element *e, att_slice *code)
{
    if (e->end - e->beg < 2) return (att_slice){0};
    const att_kb_entry *k = e->kind == ATT_EL_KB && e->kb_kind == ATT_KB_PERSON ? att_reading(c, e) : NULL;
    *code = k ? k->code : (att_slice){0};
    if (k) return k->name;
    bool person = e->kind == ATT_EL_NAME && c->doc->toks.at[e->beg].ner == ATT_NAME_PER && c->doc->toks.at[e->end - 1].ner == ATT_NAME_PER;
    return person ? att_cut(c->doc, att_tok_span(c->doc, e->beg, e->end)) : (att_slice){0};
}

#define SEVERAL UINT32_MAX

void att_bearers_find(att_cast *c)
{
    for (uint32_t i = 1; i < c->els.n; i++) {
        att_slice code, name = names_fully(c, &c->els.at[i], &code), other_code;
        char fold[ATT_FOLD_MAX];
        uint32_t n = name.len && c->at[c->els.at[i].beg] == i ? att_fold(name, fold) : 0;
        bool common, fresh;
        att_slice surname = n ? att_kb_surname(c->kb, (att_slice){fold, n}, code, &common) : (att_slice){0};
        if (!surname.len || surname.len == n) continue;
        uint32_t *at = att_map_put(&c->in_full, c->doc->scratch, att_copy(c->doc->scratch, surname), &fresh);
        if (fresh) *at = i;
        else if (*at != SEVERAL && !att_eq(names_fully(c, &c->els.at[*at], &other_code), name)) *at = SEVERAL;
    }
}

uint32_t att_bearer_in_full(const att_cast *c, att_slice surname)
{
    char fold[ATT_FOLD_MAX];
    const uint32_t *at = att_map_get(&c->in_full, (att_slice){fold, att_fold(surname, fold)});
    return at && *at < c->els.n ? *at : 0;
}

/* "Brekke resigns", says the headline; Haldor Brekke is named only behind it. */
att_id att_bearer_behind(att_cast *c, att_slice surname, const att_traits *t)
{
    uint32_t i = c->looking_behind ? 0 : att_bearer_in_full(c, surname);
    att_slice code, name = i ? names_fully(c, &c->els.at[i], &code) : (att_slice){0};
    if (!name.len || (t->code.len && code.len && !att_eq(t->code, code))) return 0;
    att_traits own = {0};
    c->looking_behind = true; /* "Brekke's boss Haldor Brekke" */
    att_traits_gather(c, i, &own, 0);
    att_id who = att_resolve(c, i, &own).entity;
    c->looking_behind = false;
    return who;
}

att_id att_bearer_of_part(const att_cast *c, att_slice part)
{
    enum { BACK = 400 }; /* entities: long lists of names stay cheap */
    char fold[ATT_FOLD_MAX], whole[ATT_FOLD_MAX + 1];
    uint32_t n = att_fold(part, fold), seen = 0;
    att_id found = 0;
    for (uint32_t i = c->doc->entities.n; n && i-- > 1 && seen < BACK; seen++) {
        const att_entity *e = &c->doc->entities.at[i];
        if (e->kind != ATT_KIND_PERSON || e->name.len <= part.len) continue;
        uint32_t len = att_fold(e->name, whole), at = att_find((att_slice){whole, len}, (att_slice){fold, n}, 1);
        bool word = at < len && whole[at - 1] == ' ' && (at + n == len || whole[at + n] == ' ');
        if (word && found) return 0;
        if (word) found = i;
    }
    return found;
}

/* How much speaks for one bearer of a surname. */
static int bearer_score(const att_cast *c, const att_kb_entry *k, uint32_t names, const att_traits *t)
{
    enum { LATELY = 30 * 365 };
    bool dated = c->day != ATT_NO_DAY, serving = dated && k->from <= c->day && c->day <= k->to, leads = att_kb_leads(k->office);
    /* in office, and of a country that the article speaks of, or at the head of one: there are more ministers than surnames */
    if (serving && (k->family || !leads) && !att_speaks_of(c, k->code, k->name)) serving = false;
    /* without a date nobody is known to serve: a name that only one person bears will do, and of several that of a country that is named */
    int score = serving ? 4 : dated ? 0 : !att_speaks_of(c, k->code, k->name) ? 2 : names == 1 ? 4 : 3;
    /* "Thatcher", long after: the one bearer of the name has led a government */
    bool led = dated && names == 1 && !k->family && leads && att_is(k->sector, "GOV") && k->to < c->day && k->to + LATELY > c->day;
    if (led && t->person) score = 1;
    if (t->code.len && att_eq(k->code, t->code)) score += 4;
    if (t->code.len && k->code.len && !att_eq(k->code, t->code)) score -= 6;
    if (att_eq(k->code, c->focus)) score += 2;
    if (t->office.len && att_eq(k->office, t->office)) score += 3;
    if (dated && k->from > c->day) score -= 4;
    if (leads) score += att_is(k->sector, "GOV") ? 3 : 2;
    return score;
}

/* May "Victor" be the given name of the person (spellings and short forms differ)? */
static bool given_fits(const att_kb *kb, att_slice name, att_slice given)
{
    if (!given.len) return true;
    att_slice own = att_sub(name, 0, att_find(name, ATT_LIT(" "), 0));
    uint8_t a = att_kb_gender(kb, own), b = att_kb_gender(kb, given);
    return name.len && name.ptr[0] == given.ptr[0] && !(a && b && a != b);
}

att_resolved att_resolve_surname(att_cast *c, att_slice surname, uint32_t entry, const att_traits *t, att_slice given)
{
    char fold[ATT_FOLD_MAX];
    const uint32_t *known = att_map_get(&c->by_surname, (att_slice){fold, att_fold(surname, fold)});
    if (known && (c->doc->entities.at[*known].political || full_name(&c->doc->entities.at[*known]))) return (att_resolved){*known, ATT_HOW_COREFERENCE};
    att_id later = given.len ? 0 : att_bearer_behind(c, surname, t);
    if (later) return (att_resolved){later, ATT_HOW_COREFERENCE};
    uint32_t best = 0, rivals = 0, names = 0;
    int best_score = 0;
    att_slice first = {0};
    for (uint32_t i = entry; i; i = att_entry(c, i)->next)
        if (att_entry(c, i)->kind == ATT_KB_SURNAME && !att_eq(att_entry(c, i)->name, first)) first = att_entry(c, i)->name, names++;
    for (uint32_t i = entry; i; i = att_entry(c, i)->next) {
        const att_kb_entry *k = att_entry(c, i);
        if (k->kind != ATT_KB_SURNAME || !given_fits(c->kb, k->name, given)) continue;
        int score = bearer_score(c, k, names, t);
        if (score > best_score) best = i, best_score = score, rivals = 0;
        else if (score == best_score && best && !att_eq(att_entry(c, best)->name, k->name)) rivals++;
    }
    if (!best || best_score < 4 || (rivals && best_score < 6)) return known ? (att_resolved){*known, ATT_HOW_COREFERENCE} : (att_resolved){0, ATT_HOW_NONE};
    const att_kb_entry *k = att_entry(c, att_kb_term(c->kb, best, c->day));
    att_id id = att_entity_named(c, k->name, k->code, k->sector, ATT_KIND_PERSON);
    att_hold_office(c, k->office, id);
    return (att_resolved){id, ATT_HOW_DICTIONARY};
}

/* The given name right before a surname: a capitalised name that is nothing else; 0 = none. */
static uint32_t given_before(const att_cast *c, uint32_t surname)
{
    const att_doc *doc = c->doc;
    const att_tok *k = &doc->toks.at[surname], *g = &doc->toks.at[surname - 1];
    if (g->sent != k->sent || g->upos != ATT_PROPN || g->form.len < 3 || !(g->flags & ATT_TOK_CAP) || !(g->flags & ATT_TOK_ALPHA) || c->timed[surname - 1]) return 0;
    const att_element *e = &c->els.at[c->at[surname - 1]];
    if (e->kb_kind == ATT_KB_ROLE) return 0; /* "Chancellor Merkel" */
    if (k->deprel == ATT_DEP_FLAT && k->head == surname - 1) return surname - 1;
    if (!c->at[surname - 1]) return att_honorific(g->lower) ? 0 : surname - 1;
    return (e->kind == ATT_EL_NAME || e->kb_kind == ATT_KB_SURNAME) && att_kb_gender(c->kb, g->form) ? surname - 1 : 0;
}

/* Does one who bears the surname have such a given name? */
static bool shares_given(const att_cast *c, uint32_t entry, att_slice given)
{
    for (uint32_t i = entry; i; i = att_entry(c, i)->next) {
        const att_kb_entry *k = att_entry(c, i);
        if (k->kind == ATT_KB_SURNAME && given_fits(c->kb, k->name, given)) return true;
    }
    return false;
}

att_resolved att_resolve_bearer(att_cast *c, const att_element *e, att_traits t)
{
    const att_doc *doc = c->doc;
    uint32_t given = given_before(c, e->beg);
    att_slice own = given ? doc->toks.at[given].form : (att_slice){0};
    t.person = doc->toks.at[e->beg].ner == ATT_NAME_PER || (t.role && att_entry(c, t.role)->role_kind == ATT_KIND_PERSON);
    if (given) {
        att_slice both = att_cut(doc, att_tok_span(doc, given, e->end));
        att_id part = att_bearer_of_part(c, both); /* "Pena Nieto" */
        if (part) return (att_resolved){part, ATT_HOW_COREFERENCE};
        if (!shares_given(c, e->entry, own)) return (att_resolved){att_entity_named(c, both, t.code, t.sector, ATT_KIND_PERSON), ATT_HOW_NONE};
    }
    att_resolved r = att_resolve_surname(c, doc->toks.at[e->end - 1].form, e->entry, &t, own);
    return r.entity || !t.person ? r : att_resolve_unknown(c, e, &t); /* another bearer of the name */
}
