#include "actor/members.h"

/* The link by which element j, or the one that it is coordinated with, belongs to element i; 0 when it does not. */
static uint8_t belongs(const att_cast *c, uint32_t j, uint32_t i)
{
    for (uint32_t steps = 0; j && steps < 8; steps++) {
        const att_element *e = &c->els.at[j];
        if (e->into == i && (e->link == ATT_LINK_MOD || e->link == ATT_LINK_OF || e->link == ATT_LINK_POSS)) return e->link;
        if (c->doc->toks.at[e->top].deprel != ATT_DEP_CONJ) return 0;
        j = c->at[c->doc->toks.at[e->top].head];
    }
    return 0;
}

static att_ids kept(att_doc *doc, const att_id *found, uint32_t n)
{
    att_id *ids = att_new(doc->keep, att_id, n);
    memcpy(ids, found, n * sizeof *ids);
    return (att_ids){ids, n};
}

/* "The leaders of France and Japan" speak for their states. */
static bool speaks_for_state(const att_cast *c, const att_element *role, const att_element *state, uint8_t link)
{
    uint32_t id = att_entry_of(c, role->entry, ATT_KB_ROLE);
    return id && att_entry(c, id)->plural && att_is(att_entry(c, id)->name, "leader") && state->kb_kind == ATT_KB_COUNTRY && link == ATT_LINK_OF;
}

att_ids att_members_by_country(att_cast *c, uint32_t i, const att_traits *t)
{
    att_doc *doc = c->doc;
    att_id found[8];
    uint32_t n = 0;
    uint8_t way = 0; /* all by the same link: "the UK ambassador to Turkey" is one */
    const att_sent *s = &doc->sents.at[doc->toks.at[c->els.at[i].top].sent];
    for (uint32_t k = s->tok_beg; k < s->tok_end && n < 8; k++) {
        const att_element *j = &c->els.at[c->at[k]];
        if (!c->at[k] || j->beg != k || j->kind != ATT_EL_KB || j->kb_kind == ATT_KB_ROLE) continue;
        uint8_t link = belongs(c, c->at[k], i);
        if (!link || (way && link != way)) continue;
        way = link;
        att_traits one = *t;
        const att_kb_entry *entry = att_entry(c, att_entry_of(c, j->entry, (att_kb_kind)j->kb_kind));
        one.code = entry->code;
        att_id id = speaks_for_state(c, &c->els.at[i], j, link) ? att_entity_named(c, entry->name, entry->code, entry->sector, ATT_KIND_PLACE) : att_resolve(c, i, &one).entity;
        if (entry->code.len && id && (n == 0 || found[n - 1] != id)) found[n++] = id;
    }
    return n < 2 ? (att_ids){0} : kept(doc, found, n);
}

/* One who can be a side of "they": a person, a state, a body with a name. */
static bool is_side(const att_doc *doc, const att_mention *m)
{
    const att_entity *e = &doc->entities.at[m->entity];
    if (!m->entity || e->plural || m->members.n || m->form == ATT_MEN_ADJECTIVE) return false;
    return e->kind == ATT_KIND_PERSON || (e->kind == ATT_KIND_PLACE && e->political && !m->as_place) || (e->kind == ATT_KIND_ORG && e->name.len);
}

att_ids att_members_pronoun(const att_cast *c, uint32_t tok)
{
    enum { MOST = 4, BACK = 30 };
    att_doc *doc = c->doc;
    att_id sent = doc->toks.at[tok].sent;
    for (uint32_t i = doc->mentions.n, seen = 0; i-- > 1 && seen < BACK; seen++) {
        const att_mention *last = &doc->mentions.at[i];
        const att_tok *k = &doc->toks.at[last->head];
        if (k->sent + 1 < sent) break;
        const att_entity *e = &doc->entities.at[last->entity];
        if (last->entity && (e->plural || e->kind == ATT_KIND_GROUP || last->members.n)) break; /* others are nearer */
        if (k->deprel != ATT_DEP_CONJ || !is_side(doc, last)) continue;
        uint32_t first = k->head;
        uint8_t r = doc->toks.at[first].deprel;
        bool subject = r == ATT_DEP_NSUBJ || r == ATT_DEP_NSUBJ_PASS;
        if (k->sent != sent && !subject) continue;
        att_id found[MOST];
        uint32_t n = 0;
        for (uint32_t j = 1; j <= i && n < MOST; j++) {
            const att_mention *m = &doc->mentions.at[i < BACK ? j : i - BACK + j];
            if (i >= BACK && j > BACK) break;
            bool part = m->head == first || (doc->toks.at[m->head].deprel == ATT_DEP_CONJ && doc->toks.at[m->head].head == first);
            if (part && is_side(doc, m) && (n == 0 || found[n - 1] != m->entity)) found[n++] = m->entity;
        }
        if (n > 1) return kept(doc, found, n);
    }
    return (att_ids){0};
}

uint32_t att_members_widen(const att_cast *c, uint32_t i, uint32_t beg)
{
    uint32_t first = c->doc->sents.at[c->doc->toks.at[beg].sent].tok_beg;
    for (uint32_t t = beg; t > first;) {
        const att_tok *k = &c->doc->toks.at[--t];
        if (c->at[t] && belongs(c, c->at[t], i)) beg = c->els.at[c->at[t]].beg;
        else if (k->upos != ATT_CCONJ && k->upos != ATT_PUNCT) break;
    }
    return beg;
}

static bool names_party(const att_element *e)
{
    return e->kind == ATT_EL_NAME || e->kb_kind == ATT_KB_SURNAME || e->kb_kind == ATT_KB_PERSON || e->kb_kind == ATT_KB_COUNTRY || e->kb_kind == ATT_KB_ADJECTIVE;
}

att_ids att_members_hyphen(att_cast *c, uint32_t i)
{
    const att_element *e = &c->els.at[i];
    att_doc *doc = c->doc;
    static const char *const DASHES[] = {"-", "\xE2\x80\x93", NULL};
    uint32_t first = doc->sents.at[doc->toks.at[e->beg].sent].tok_beg;
    if (e->beg < first + 2 || !names_party(e) || !att_in(doc->toks.at[e->beg - 1].form, DASHES)) return (att_ids){0};
    uint32_t j = c->at[e->beg - 2];
    if (!j || c->els.at[j].end + 1 != e->beg || !names_party(&c->els.at[j])) return (att_ids){0};
    bool touching = doc->toks.at[e->beg - 1].span.end == doc->toks.at[e->beg].span.beg && doc->toks.at[e->beg - 2].span.end == doc->toks.at[e->beg - 1].span.beg;
    if (!touching) return (att_ids){0};
    const att_id one = att_resolve(c, j, &(att_traits){0}).entity, other = att_resolve(c, i, &(att_traits){0}).entity;
    if (!one || !other || one == other || !doc->entities.at[one].political || !doc->entities.at[other].political) return (att_ids){0};
    att_id *ids = att_new(doc->keep, att_id, 2);
    ids[0] = one;
    ids[1] = other;
    return (att_ids){ids, 2};
}
