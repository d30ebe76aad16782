#include "event/domain.h"

static bool political_mention(const att_doc *doc, att_id mention)
{
    static const char *const SECTORS[] = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "IGO", "NGO", NULL};
    const att_mention *m = &doc->mentions.at[mention];
    if (m->members.n) return true;
    return att_in(doc->entities.at[m->entity].sector, SECTORS);
}

bool att_about_politics(const att_frames *f, const att_doc *doc)
{
    uint32_t count[ATT_DOMAIN_COUNT] = {0}, words = 0;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        const uint32_t *d = att_map_get(&f->domain_words, k->lower);
        if (!d) d = att_map_get(&f->domain_words, k->lemma);
        if (d) count[*d]++;
        words += k->upos != ATT_PUNCT;
    }
    /* one word in forty, and half as many again as there are words of politics and war */
    uint32_t other = count[ATT_DOMAIN_OTHER];
    return other < 4 || other * 40 < words || other * 2 < count[ATT_DOMAIN_POLITICS] * 3;
}

/* "Wales" in a report of a match is a team, though the knowledge base has a government of that name. */
static bool names_a_place(const att_doc *doc, const att_mention *m)
{
    for (uint32_t i = 1; i < doc->places.n; i++) {
        const att_place *p = &doc->places.at[i];
        if (p->role != ATT_PLACE_NATIONALITY && m->head >= p->tok_beg && m->head < p->tok_end) return true;
    }
    return false;
}

static bool political_body(const att_doc *doc, att_id mention)
{
    const att_mention *m = &doc->mentions.at[mention];
    if (m->members.n || m->form == ATT_MEN_PRONOUN || m->form == ATT_MEN_ADJECTIVE) return false;
    return doc->entities.at[m->entity].kind != ATT_KIND_PLACE && political_mention(doc, mention) && !names_a_place(doc, m);
}

bool att_between_bodies(const att_doc *doc, const att_roles *r, bool all_act)
{
    uint32_t a = 0, b = 0;
    for (uint32_t i = 0; i < r->actor_count; i++) a += political_body(doc, r->actors[i]);
    for (uint32_t i = 0; i < r->recipient_count; i++) b += political_body(doc, r->recipients[i]);
    return (a && b) || (all_act && a > 1);
}

bool att_body_acts(const att_doc *doc, const att_roles *r)
{
    bool some = false;
    for (uint32_t i = 0; i < r->actor_count; i++) some |= political_mention(doc, r->actors[i]);
    return some;
}

/* "Students met online", "people make agreements", "pilgrims were returning": common people among themselves, unless they have a name. */
bool att_only_private(const att_doc *doc, uint32_t t, const att_frame *f, const att_roles *r)
{
    static const char *const SECTORS[] = {"CVL", "EDU", NULL};
    if (f->type != ATT_CONSULT && f->type != ATT_AGREE && f->type != ATT_COOPERATE && f->type != ATT_AID) return false;
    bool visit = att_is(f->mode, "visit");
    for (uint32_t i = 0; i < r->actor_count + r->recipient_count; i++) {
        const att_mention *m = &doc->mentions.at[i < r->actor_count ? r->actors[i] : r->recipients[i - r->actor_count]];
        const att_entity *e = &doc->entities.at[m->entity];
        if (visit && i >= r->actor_count) continue; /* a tourist's country says nothing of him */
        if (m->members.n || m->form == ATT_MEN_PRONOUN || e->name.len || !att_in(e->sector, SECTORS) || (visit && !att_is(e->sector, "CVL"))) return false; /* "experts travelled" */
    }
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    /* "shipments heading to Spain": whoever does not travel himself */
    return r->actor_count > 0 || (visit && f->pos == 'v' && c->subj && !doc->tok_mention[c->subj]);
}

/* "The oil company was unwilling to pledge its stock": trade of companies, which is no politics. What they suffer from courts and states,
 * do by force, or what people and ships of theirs do, may be. */
bool att_only_business(const att_doc *doc, const att_frame *f, const att_roles *r)
{
    uint8_t type = f->type;
    bool deal = type == ATT_AGREE || type == ATT_SUPPORT || type == ATT_CONSULT || type == ATT_COOPERATE;
    if (type == ATT_PROTEST || type == ATT_ASSAULT || type == ATT_COERCE || type == ATT_MOBILIZE || r->actor_count == 0) return false;
    bool mood = type == ATT_ACCUSE && r->recipient_count == 0 && att_is(f->cameo, "110"); /* "dealers are worried" */
    if (!deal && !mood && r->recipient_count == 0) return false; /* "the firm gave in": to whom may be told elsewhere */
    for (uint32_t i = 0; i < r->actor_count + r->recipient_count; i++) {
        const att_mention *m = &doc->mentions.at[i < r->actor_count ? r->actors[i] : r->recipients[i - r->actor_count]];
        const att_entity *e = &doc->entities.at[m->entity];
        bool company = i >= r->actor_count || mood || ((type == ATT_AGREE || type == ATT_SUPPORT) && r->recipient_count == 0) || (e->kind == ATT_KIND_ORG && e->name.len);
        if (m->members.n || !company || !att_is(e->sector, "BUS")) return false;
    }
    return true;
}
