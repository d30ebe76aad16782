#include "actor/resolve.h"

static att_slice fold_key(att_cast *c, att_slice s)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(s, fold);
    return att_copy(c->doc->keep, (att_slice){fold, n});
}

static att_slice last_word(att_slice s)
{
    uint32_t cut = s.len;
    while (cut && s.ptr[cut - 1] != ' ') cut--;
    return att_sub(s, cut, s.len);
}

att_id att_entity_named(att_cast *c, att_slice name, att_slice code, att_slice sector, att_entity_kind kind)
{
    att_slice key = fold_key(c, name);
    bool fresh;
    uint32_t *at = att_map_put(&c->by_name, c->doc->scratch, key, &fresh);
    if (!fresh) return *at;
    att_entity *e = att_add(c->doc, entities);
    *e = (att_entity){.name = name, .code = code, .sector = sector, .kind = (uint8_t)kind};
    e->political = code.len || sector.len;
    *at = c->doc->entities.n - 1;
    if (kind != ATT_KIND_PERSON) return *at;
    /* of two bearers of a surname the one who holds office is meant by it */
    uint32_t *bearer = att_map_put(&c->by_surname, c->doc->scratch, last_word(key), &fresh);
    if (fresh || code.len || !c->doc->entities.at[*bearer].code.len) *bearer = *at;
    return *at;
}

static void hold_office(att_cast *c, att_slice office, att_id who)
{
    if (office.len && who) *att_map_put(&c->by_office, c->doc->scratch, office, NULL) = who;
}

static void take(att_slice *into, att_slice value)
{
    if (into->len == 0) *into = value;
}

static const att_kb_entry *reading(const att_cast *c, const att_element *e)
{
    uint32_t id = att_entry_of(c, e->entry, (att_kb_kind)e->kb_kind);
    return id ? att_entry(c, id) : NULL;
}

static bool says_former(const att_doc *doc, uint32_t tok)
{
    static const char *const FORMER[] = {"former", "ex", "late", "then", "onetime", "deposed", "ousted", "previous", "incoming", "future", NULL};
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k))
        if (att_in(doc->toks.at[k].lower, FORMER)) return true;
    return tok > 1 && att_in(doc->toks.at[tok - 1].lower, FORMER);
}

/* What one element tells about the mention that it belongs to. */
static void add_trait(att_cast *c, const att_element *e, att_traits *t, uint8_t link)
{
    att_doc *doc = c->doc;
    if (t->code.len == 0) t->owned = link == ATT_LINK_POSS || link == ATT_LINK_OF;
    if (e->kind == ATT_EL_PLACE) {
        take(&t->code, doc->places.at[e->place].country);
        return;
    }
    if (e->kind == ATT_EL_PRONOUN || e->kind == ATT_EL_NAME || e->kb_kind == ATT_KB_PERSON || e->kb_kind == ATT_KB_SURNAME) {
        att_id m = e->mention;
        att_id ent = m ? doc->mentions.at[m].entity : 0;
        /* "the Assad regime" */
        if (!ent && link == ATT_LINK_MOD && e->kind == ATT_EL_KB) ent = att_resolve(c, (uint32_t)(e - c->els.at), &(att_traits){0}).entity;
        if (!ent) return;
        if (!t->owner) t->owner = ent;
        take(&t->code, doc->entities.at[ent].code);
        return;
    }
    const att_kb_entry *k = reading(c, e);
    if (!k) return;
    if (e->kb_kind == ATT_KB_ROLE) {
        if (link != ATT_LINK_MOD && link != ATT_LINK_APPOS) return;
        if (!t->role) t->role = att_entry_of(c, e->entry, ATT_KB_ROLE);
        take(&t->sector, k->sector);
        take(&t->office, k->office);
        t->former |= says_former(doc, e->top);
        return;
    }
    take(&t->code, k->code);
    if (e->kb_kind == ATT_KB_ORG || e->kb_kind == ATT_KB_ORGAN) take(&t->sector, k->sector);
}

void att_traits_gather(att_cast *c, uint32_t i, att_traits *t, uint32_t depth)
{
    att_doc *doc = c->doc;
    const att_element *e = &c->els.at[i];
    t->former |= says_former(doc, e->top);
    uint32_t two = att_child(doc, e->top, ATT_DEP_NUMMOD, 0);
    if (two && (att_is(doc->toks.at[two].lower, "two") || att_is(doc->toks.at[two].lower, "2"))) t->counted_two = true;
    if (e->beg > 1 && att_is(doc->toks.at[e->beg - 1].lower, "both")) t->counted_two = true;
    const att_sent *s = &doc->sents.at[doc->toks.at[e->top].sent];
    /* nearer links first: what modifies, then whose it is, then appositions */
    for (uint8_t link = ATT_LINK_MOD; link <= ATT_LINK_APPOS; link++)
        for (uint32_t k = s->tok_beg; k < s->tok_end; k++) {
            uint32_t j = c->at[k];
            if (!j || c->els.at[j].beg != k || c->els.at[j].into != i || c->els.at[j].link != link || j == i) continue;
            add_trait(c, &c->els.at[j], t, link);
            if (depth < 4 && (c->els.at[j].kb_kind == ATT_KB_ROLE || link == ATT_LINK_MOD)) att_traits_gather(c, j, t, depth + 1);
        }
}

att_slice att_focus_country(const att_cast *c)
{
    att_slice best = {0};
    uint32_t best_n = 1;
    for (uint32_t i = 1; i < c->els.n; i++) {
        const att_element *e = &c->els.at[i];
        att_slice code = {0};
        if (e->kind == ATT_EL_PLACE) code = c->doc->places.at[e->place].country;
        else if (e->kind == ATT_EL_KB && e->kb_kind != ATT_KB_ROLE && e->kb_kind != ATT_KB_SURNAME && reading(c, e)) code = reading(c, e)->code;
        if (code.len != 3) continue;
        uint32_t n = 0;
        for (uint32_t j = 1; j < c->els.n && j < 200; j++) {
            const att_element *o = &c->els.at[j];
            att_slice oc = {0};
            if (o->kind == ATT_EL_PLACE) oc = c->doc->places.at[o->place].country;
            else if (o->kind == ATT_EL_KB && o->kb_kind != ATT_KB_ROLE && o->kb_kind != ATT_KB_SURNAME && reading(c, o)) oc = reading(c, o)->code;
            n += att_eq(oc, code);
        }
        if (n > best_n) best = code, best_n = n;
        if (i >= 200) break;
    }
    return best;
}

/* Offices whose holder a bare surname means first. */
static bool leads(att_slice office)
{
    static const char *const TOP[] = {"president", "prime minister", "chancellor", "leader", "supreme leader", "king", "general secretary", "premier", "taoiseach", NULL};
    return att_in(office, TOP);
}

/* A surname alone: the bearer named before in this article, else the office holders of that name on that day; of several, the
 * one whose country the article or the mention names. */
static att_resolved resolve_surname(att_cast *c, const att_element *e, const att_traits *t)
{
    att_doc *doc = c->doc;
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(doc->toks.at[e->end - 1].form, fold);
    const uint32_t *known = att_map_get(&c->by_surname, (att_slice){fold, n});
    if (known && c->doc->entities.at[*known].political) return (att_resolved){*known, ATT_HOW_COREFERENCE};
    uint32_t best = 0, rivals = 0, names = 0;
    int best_score = 0;
    att_slice first = {0};
    for (uint32_t i = e->entry; i; i = att_entry(c, i)->next)
        if (att_entry(c, i)->kind == ATT_KB_SURNAME && !att_eq(att_entry(c, i)->name, first)) first = att_entry(c, i)->name, names++;
    for (uint32_t i = e->entry; i; i = att_entry(c, i)->next) {
        const att_kb_entry *k = att_entry(c, i);
        if (k->kind != ATT_KB_SURNAME) continue;
        bool serving = c->day != ATT_NO_DAY && k->from <= c->day && c->day <= k->to;
        bool gone = c->day != ATT_NO_DAY && k->from > c->day;
        /* without a date nobody is known to serve: a name that only one person bears will do */
        int score = serving ? 4 : c->day == ATT_NO_DAY ? (names == 1 ? 4 : 2) : 0;
        if (t->code.len && att_eq(k->code, t->code)) score += 4;
        if (t->code.len && k->code.len && !att_eq(k->code, t->code)) score -= 6;
        if (att_eq(k->code, c->focus)) score += 2;
        if (t->office.len && att_eq(k->office, t->office)) score += 3;
        if (gone) score -= 4;
        if (leads(k->office)) score += 2;
        if (score > best_score) best = i, best_score = score, rivals = 0;
        else if (score == best_score && best && !att_eq(att_entry(c, best)->name, k->name)) rivals++;
    }
    if (!best || best_score < 4 || (rivals && best_score < 6)) return known ? (att_resolved){*known, ATT_HOW_COREFERENCE} : (att_resolved){0, ATT_HOW_NONE};
    const att_kb_entry *k = att_entry(c, best);
    att_id id = att_entity_named(c, k->name, k->code, k->sector, ATT_KIND_PERSON);
    hold_office(c, k->office, id);
    return (att_resolved){id, ATT_HOW_DICTIONARY};
}

/* Bodies and groups that an article names without a country belong to the country that it is about. */
static bool domestic(att_slice sector)
{
    static const char *const SECTORS[] = {"GOV", "MIL", "COP", "LEG", "JUD", "OPP", "PTY", "SPY", "CVL", "REB", "CRM", "EDU", "LAB", "REL", NULL};
    return att_in(sector, SECTORS);
}

/* Organs of a state belong to the state whose people were spoken of last ("According to Biden, the administration ..."). */
static att_slice owner_state(const att_cast *c, const att_element *e, att_slice sector)
{
    static const char *const ORGANS[] = {"GOV", "LEG", "JUD", "MIL", "SPY", NULL};
    const att_doc *doc = c->doc;
    if (!att_in(sector, ORGANS)) return (att_slice){0};
    for (uint32_t i = doc->mentions.n; i-- > 1;) {
        const att_mention *m = &doc->mentions.at[i];
        if (doc->toks.at[m->head].sent + 1 < doc->toks.at[e->top].sent) break;
        const att_entity *who = &doc->entities.at[m->entity];
        if (m->form == ATT_MEN_ADJECTIVE || m->as_place || !who->name.len || who->code.len != 3) continue;
        if (who->kind == ATT_KIND_PERSON || who->kind == ATT_KIND_ORG) return who->code;
    }
    return (att_slice){0};
}

/* The country that the sentence places its scene in ("In Sydney, 3,000 people marched"), else the article's. */
static att_slice scene(const att_cast *c, const att_element *e)
{
    static const char *const LOCATIVE[] = {"in", "at", "near", "across", "outside", "around", "throughout", NULL};
    const att_doc *doc = c->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[e->top].sent];
    for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
        const att_element *o = &c->els.at[c->at[t]];
        if (!c->at[t] || o->beg != t) continue;
        uint32_t kase = att_child(doc, o->top, ATT_DEP_CASE, 0);
        if (!kase || !att_in(doc->toks.at[kase].lower, LOCATIVE)) continue;
        if (o->kind == ATT_EL_PLACE) return doc->places.at[o->place].country;
        bool country = o->kb_kind == ATT_KB_COUNTRY || o->kb_kind == ATT_KB_CAPITAL;
        const att_kb_entry *k = country ? reading(c, o) : NULL;
        if (k) return k->code;
    }
    return c->focus;
}

/* A person without an entry keeps his name; country and sector come from his title. */
static att_resolved resolve_unknown(att_cast *c, const att_element *e, const att_traits *t)
{
    att_doc *doc = c->doc;
    att_slice text = att_cut(doc, att_tok_span(doc, e->beg, e->end));
    if (e->end - e->beg == 1) {
        char fold[ATT_FOLD_MAX];
        uint32_t n = att_fold(text, fold);
        const uint32_t *known = att_map_get(&c->by_surname, (att_slice){fold, n});
        if (known) return (att_resolved){*known, ATT_HOW_COREFERENCE};
    }
    bool person = t->role ? att_entry(c, t->role)->role_kind == ATT_KIND_PERSON : doc->toks.at[e->beg].ner == ATT_NAME_PER && e->end - e->beg > 1;
    att_id before = doc->entities.n;
    att_slice code = t->code.len || !t->role || !domestic(t->sector) ? t->code : scene(c, e);
    att_id id = att_entity_named(c, text, code, t->sector, person ? ATT_KIND_PERSON : ATT_KIND_OTHER);
    att_entity *ent = &doc->entities.at[id];
    bool told = id < before;
    take(&ent->code, code);
    take(&ent->sector, t->sector);
    ent->political = ent->code.len || ent->sector.len;
    if (!t->former) hold_office(c, t->office, id);
    return (att_resolved){id, told ? ATT_HOW_COREFERENCE : t->role ? ATT_HOW_APPOSITION : ATT_HOW_NONE};
}

static att_id role_entity(att_cast *c, att_slice role, att_slice code, att_slice sector, const att_kb_entry *k)
{
    att_slice key = att_format(c->doc->scratch, "%.*s/%.*s", (int)code.len, code.len ? code.ptr : "", (int)role.len, role.ptr);
    bool fresh;
    uint32_t *at = att_map_put(&c->by_role, c->doc->scratch, key, &fresh);
    if (!fresh) return *at;
    att_entity *e = att_add(c->doc, entities);
    *e = (att_entity){.code = code, .sector = sector, .kind = k->role_kind, .plural = k->plural, .political = code.len || sector.len};
    return *at = c->doc->entities.n - 1;
}

/* "Western forces", "European powers", "foreign fighters": of several states, not of the one that the article is about. */
static bool of_many_states(const att_doc *doc, uint32_t tok)
{
    static const char *const MANY[] = {"western", "european", "arab", "african", "asian", "foreign", "international", "allied", "regional", "neighbouring",
                                       "neighboring", "multinational", "global", "gulf", "latin", "nordic", "baltic", "islamic", "world", "other", NULL};
    for (uint32_t k = att_next_child(doc, tok, 0); k && k < tok; k = att_next_child(doc, tok, k))
        if (att_in(doc->toks.at[k].lower, MANY)) return true;
    return false;
}

/* Roles that one has towards another state: whose they are tells nothing of who they are. */
static const char *const RELATED[] = {"neighbour", "neighbor", "rival", "ally", "enemy", "foe", "counterpart", "opponent", "partner", "adversary",
                                      "friend", "creditor", "backer", "patron", "critic", NULL};

/* An office ("the chancellor") is its holder on that day; any other role is a country's or a body's people. */
static att_resolved resolve_role(att_cast *c, const att_element *e, const att_traits *t)
{
    const att_kb_entry *k = att_entry(c, att_entry_of(c, e->entry, ATT_KB_ROLE));
    bool related = t->owned && att_in(k->name, RELATED);
    att_slice code = related ? (att_slice){0} : t->code, sector = k->sector.len ? k->sector : t->sector;
    if (related) return (att_resolved){role_entity(c, k->name, code, sector, k), ATT_HOW_PATTERN};
    uint8_t how = ATT_HOW_PATTERN;
    if (k->office.len && !k->plural && !t->former) {
        const uint32_t *named = code.len ? NULL : att_map_get(&c->by_office, k->office);
        if (named) return (att_resolved){*named, ATT_HOW_COREFERENCE};
        uint32_t holder = att_kb_office(c->kb, code.len ? code : c->focus, k->office, c->day);
        if (holder && (code.len || c->focus.len)) {
            const att_kb_entry *p = att_entry(c, holder);
            att_id id = att_entity_named(c, p->name, p->code, p->sector, ATT_KIND_PERSON);
            hold_office(c, k->office, id);
            return (att_resolved){id, ATT_HOW_DICTIONARY};
        }
    }
    bool many = of_many_states(c->doc, e->top);
    if (!code.len && !many) code = owner_state(c, e, sector);
    if (!code.len && !many && domestic(sector)) code = scene(c, e);
    return (att_resolved){role_entity(c, k->name, code, sector, k), how};
}

att_resolved att_resolve(att_cast *c, uint32_t i, const att_traits *t)
{
    const att_element *e = &c->els.at[i];
    att_doc *doc = c->doc;
    if (e->kind == ATT_EL_NAME) return resolve_unknown(c, e, t);
    if (e->kind == ATT_EL_PLACE) {
        const att_place *p = &doc->places.at[e->place];
        return (att_resolved){att_entity_named(c, p->name, p->country, ATT_LIT(""), ATT_KIND_PLACE), ATT_HOW_DICTIONARY};
    }
    if (e->kb_kind == ATT_KB_ROLE) return resolve_role(c, e, t);
    if (e->kb_kind == ATT_KB_SURNAME) return resolve_surname(c, e, t);
    const att_kb_entry *k = reading(c, e);
    if (!k) return (att_resolved){0, ATT_HOW_NONE};
    if (e->kb_kind == ATT_KB_PERSON) {
        att_id id = att_entity_named(c, k->name, k->code, k->sector, ATT_KIND_PERSON);
        hold_office(c, t->office.len ? t->office : k->office, id);
        return (att_resolved){id, ATT_HOW_DICTIONARY};
    }
    if (e->kb_kind == ATT_KB_DEMONYM) return (att_resolved){role_entity(c, k->name, k->code, k->sector, k), ATT_HOW_DICTIONARY};
    att_entity_kind kind = e->kb_kind == ATT_KB_ORG || e->kb_kind == ATT_KB_ORGAN ? ATT_KIND_ORG : ATT_KIND_PLACE;
    return (att_resolved){att_entity_named(c, k->name, k->code, k->sector, kind), ATT_HOW_DICTIONARY};
}
