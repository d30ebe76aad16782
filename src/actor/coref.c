#include "actor/coref.h"

/* Has he been named as one who leads a state or a government? A spokesman is no leader. */
static bool leads(const att_doc *doc, att_id entity)
{
    static const char *const TITLES[] = {"president", "chancellor", "premier", "minister", "king", "queen", "emir", "sultan", "leader", "pm", "prince", NULL};
    static const char *const BELOW[] = {"foreign", "defence", "defense", "finance", "interior", "vice", "deputy", "spokesman", "spokeswoman", NULL};
    enum { REACH = 500 }; /* mentions: what is farther up is about something else, and long lists of names stay cheap */
    for (uint32_t i = doc->mentions.n > REACH ? doc->mentions.n - REACH : 1; i < doc->mentions.n; i++) {
        const att_mention *m = &doc->mentions.at[i];
        bool title = false, below = false;
        if (m->entity != entity || m->form != ATT_MEN_NAME) continue;
        for (uint32_t t = m->tok_beg; t < m->tok_end && t <= m->head; t++) {
            title |= att_in(doc->toks.at[t].lower, TITLES);
            below |= att_in(doc->toks.at[t].lower, BELOW);
        }
        if (title && !below) return true;
    }
    return false;
}

/* The last two of different countries, from the sentences up to one. */
static uint32_t two_up_to(const att_doc *doc, att_id sent, bool persons, bool leaders, att_id found[2])
{
    enum { BACK = 80 };
    uint32_t n = 0, stop = leaders && doc->mentions.n > BACK ? doc->mentions.n - BACK : 0;
    for (uint32_t i = doc->mentions.n - 1; i > stop && n < 2; i--) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *e = &doc->entities.at[m->entity];
        bool fits = persons ? e->kind == ATT_KIND_PERSON && att_is(e->sector, "GOV") : e->kind == ATT_KIND_PLACE && e->code.len == 3 && !m->as_place;
        if (!m->entity || !fits || e->name.len == 0 || doc->toks.at[m->head].sent > sent || (leaders && !leads(doc, m->entity))) continue;
        if (n == 1 && (found[0] == m->entity || att_eq(doc->entities.at[found[0]].code, e->code))) continue;
        found[n++] = m->entity;
    }
    return n;
}

static bool named_in(const att_doc *doc, att_id entity, att_id sent)
{
    for (uint32_t i = doc->mentions.n; i-- > 1 && doc->toks.at[doc->mentions.at[i].head].sent == sent;)
        if (doc->mentions.at[i].entity == entity && doc->mentions.at[i].form != ATT_MEN_PRONOUN) return true;
    return false;
}

/* Both from the sentence of tok or both from those before: "Since they left Britain, the two countries" are not Britain and another. */
static uint32_t last_two(const att_doc *doc, uint32_t tok, bool persons, bool leaders, att_id found[2])
{
    att_id sent = doc->toks.at[tok].sent, before[2];
    uint32_t n = two_up_to(doc, sent, persons, leaders, found);
    if (n == 2 && named_in(doc, found[0], sent) && !named_in(doc, found[1], sent) && two_up_to(doc, sent - 1, persons, leaders, before) == 2)
        found[0] = before[0], found[1] = before[1];
    return n;
}

att_ids att_coref_pair(att_cast *c, uint32_t tok, bool persons)
{
    att_doc *doc = c->doc;
    att_id found[2];
    if (!(persons && last_two(doc, tok, true, true, found) == 2) && last_two(doc, tok, persons, false, found) < 2) return (att_ids){0};
    att_id *ids = att_new(doc->keep, att_id, 2);
    ids[0] = found[1];
    ids[1] = found[0];
    return (att_ids){ids, 2};
}

/* Which organisations a noun can take up again: by sector, or by the noun where many kinds share it. */
static bool noun_fits(const att_kb_entry *role, const att_entity *e)
{
    static const char *const OWN[] = {"BUS", "JRN", "NGO", "EDU", "LAB", "REL", "PTY", "REB", "UAF", "CRM", "SOC", "MED", "HLH", "LEG", "JUD", "IGO", NULL};
    static const char *const ANY[] = {"group", "organisation", "organization", "movement", "body", "agency", "association", NULL};
    static const char *const UNIONS[] = {"bloc", "alliance", "union", "organisation", "organization", "body", "agency", "council", NULL};
    static const char *const ARMED[] = {"REB", "UAF", "CRM", NULL};
    static const char *const SIDES[] = {"PTY", "OPP", NULL};
    if (e->code.len > 4) return att_in(role->name, UNIONS) || att_is(role->sector, "IGO");
    if (att_ends(e->name, " campaign") && !att_is(role->name, "campaign")) return false; /* a campaign is no party */
    if (att_in(role->name, ANY)) return !att_is(e->sector, "GOV");
    if (!att_in(role->sector, OWN)) return false;
    if (!e->sector.len || att_eq(e->sector, role->sector)) return true;
    return (att_in(e->sector, ARMED) && att_in(role->sector, ARMED)) || (att_in(e->sector, SIDES) && att_in(role->sector, SIDES));
}

/* "Congress leader Brekke said the party ...": the party that stands before another's name, nearer than any that was named for itself. */
static att_id body_within(att_cast *c, const att_kb_entry *role, uint32_t from, uint32_t down)
{
    enum { BACK = 60 };
    if (!att_is(role->sector, "PTY")) return 0;
    for (uint32_t t = from, n = 0; t-- > down + 1 && n < BACK; n++) {
        const att_element *o = &c->els.at[c->at[t]];
        if (!c->at[t] || o->kind != ATT_EL_KB || o->link != ATT_LINK_MOD || (o->kb_kind != ATT_KB_ORG && o->kb_kind != ATT_KB_ROLE)) continue;
        uint32_t id = att_entry_of(c, o->entry, (att_kb_kind)o->kb_kind);
        if (o->kb_kind == ATT_KB_ROLE) id = att_body_there(c, att_entry(c, id), c->focus);
        const att_kb_entry *k = att_entry(c, id);
        if (att_is(k->sector, "PTY") || att_is(k->sector, "OPP")) return att_entity_named(c, k->name, k->code, k->sector, ATT_KIND_ORG);
    }
    return 0;
}

/* Is it a body with a name of its own that ends in that noun? */
static bool called_so(const att_doc *doc, const att_mention *m, att_slice noun)
{
    const att_entity *x = &doc->entities.at[m->entity];
    if (!m->entity || x->kind != ATT_KIND_ORG || m->form != ATT_MEN_NAME || x->name.len <= noun.len + 1) return false;
    uint32_t at = x->name.len - noun.len;
    return x->name.ptr[at - 1] == ' ' && att_eq_nocase(att_sub(x->name, at, x->name.len), noun);
}

att_id att_coref_body(att_cast *c, const att_element *e, const att_kb_entry *role)
{
    static const char *const NO_BODY[] = {"industry", "market", "sector", "community", "international community", NULL};
    if (att_in(role->name, NO_BODY)) return 0; /* no firm is its industry, no agency the community */
    enum { BACK = 120 };
    const att_doc *doc = c->doc;
    if (role->plural || role->role_kind == ATT_KIND_PERSON) return 0;
    uint32_t found = 0;
    /* "the commission": the Election Commission before any other body */
    for (uint32_t i = doc->mentions.n, seen = 0; i-- > 1 && seen < BACK && !found; seen++)
        if (called_so(doc, &doc->mentions.at[i], role->name)) return doc->mentions.at[i].entity;
    for (uint32_t i = doc->mentions.n, seen = 0; i-- > 1 && seen < BACK && !found; seen++) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *x = &doc->entities.at[m->entity];
        if (m->entity && x->kind == ATT_KIND_ORG && x->name.len && m->form == ATT_MEN_NAME && noun_fits(role, x)) found = i;
    }
    att_id within = body_within(c, role, e->beg, found ? doc->mentions.at[found].head : 0);
    return within ? within : found ? doc->mentions.at[found].entity : 0;
}
