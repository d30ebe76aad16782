/* role.c: who is meant by a role noun ("the chancellor", "Russian troops", "the party") and by a demonym. */
#include "actor/belong.h"
#include "actor/coref.h"
#include "actor/described.h"

static att_id role_entity(att_cast *c, const att_element *e, att_slice code, att_slice sector, const att_kb_entry *k)
{
    att_id same = att_coref_noun(c, e->top, code);
    if (same) return same;
    att_entity *x = att_add(c->doc, entities);
    *x = (att_entity){.code = code, .sector = sector, .kind = k->role_kind, .plural = k->plural, .political = code.len || sector.len};
    return c->doc->entities.n - 1;
}

/* Roles that one has towards another state: whose they are tells nothing of who they are. */
static const char *const RELATED[] = {"neighbour", "neighbor", "rival", "ally", "enemy", "foe", "counterpart", "opponent", "partner", "adversary",
                                      "friend", "creditor", "backer", "patron", "critic", NULL};

/* "His kidnappers", "Canadians' attackers": whom they did it to tells nothing of whose people they are; the scene may. */
static const char *const DOERS[] = {"abductor", "assailant", "assassin", "attacker", "captor", "hijacker", "kidnapper", "killer", "murderer", "robber", "shooter", NULL};

/* "Foreign mercenaries in Syria": where they are is not where they are from. A foreign minister is of his state. */
static bool from_abroad(const att_doc *doc, const att_element *e, const att_traits *t, att_slice sector)
{
    static const char *const ABROAD[] = {"foreign", "overseas", "expatriate", NULL};
    if (!t->owned || att_is(sector, "GOV")) return false;
    for (uint32_t k = att_next_child(doc, e->top, 0); k && k < e->top; k = att_next_child(doc, e->top, k))
        if (att_in(doc->toks.at[k].lower, ABROAD)) return true;
    return false;
}

/* "the", "this", "its", "Russia's": the reader is expected to know which one. */
static bool definite(const att_doc *doc, const att_element *e)
{
    static const char *const WORDS[] = {"the", "this", "that", "these", "those", NULL};
    for (uint32_t k = att_next_child(doc, e->top, 0); k && k < e->top; k = att_next_child(doc, e->top, k)) {
        const att_tok *t = &doc->toks.at[k];
        if (t->deprel == ATT_DEP_NMOD_POSS || (t->deprel == ATT_DEP_DET && att_in(t->lower, WORDS))) return true;
    }
    return false;
}

static bool indefinite(const att_doc *doc, const att_element *e)
{
    static const char *const WORDS[] = {"a", "an", "another", "some", "any", "no", "every", "each", "one", NULL};
    for (uint32_t k = att_next_child(doc, e->top, 0); k && k < e->top; k = att_next_child(doc, e->top, k))
        if (att_in(doc->toks.at[k].lower, WORDS)) return true;
    return false;
}

/* Countries whose name has the article in a sentence: "the Government of the Netherlands". */
static bool takes_article(att_slice name)
{
    static const char *const NAMES[] = {"Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Seychelles", "Comoros", "Vatican", NULL};
    return att_starts(name, "United ") || att_ends(name, " Republic") || att_ends(name, " Islands") || att_ends(name, " Union") ||
           att_starts(name, "Democratic Republic") || att_in(name, NAMES);
}

/* "Government of {country}" filled in; a region of a country has its own name ("Gujarat Police"). */
static att_slice fill(att_cast *c, att_slice pattern, att_slice code, att_slice region)
{
    att_slice country = region.len ? region : att_kb_country(c->kb, code), adjective = region.len ? region : att_kb_adjective(c->kb, code);
    uint32_t brace = att_find(pattern, ATT_LIT("{"), 0), close = att_find(pattern, ATT_LIT("}"), 0);
    if (brace == pattern.len || close == pattern.len || close < brace || !country.len) return (att_slice){0};
    bool adj = att_is(att_sub(pattern, brace, close + 1), "{adjective}");
    /* the United States Army calls itself so; its police is of many forces */
    if (adj && att_is(code, "USA") && !region.len && !att_ends(pattern, "Police")) adjective = country;
    att_slice value = adj ? adjective : country;
    const char *article = !adj && takes_article(value) ? "the " : "";
    return att_format(c->doc->keep, "%.*s%s%.*s%.*s", (int)brace, pattern.ptr, article, (int)value.len, value.ptr, (int)(pattern.len - close - 1), pattern.ptr + close + 1);
}

/* "The state government" behind "the Gujarat government": a region's, never the country's; which one, the last that was named tells. */
static bool of_region(const att_cast *c, const att_element *e, att_slice code, att_id *which)
{
    static const char *const PARTS[] = {"state", "provincial", "regional", "local", "city", "district", "municipal", NULL};
    enum { BACK = 200 };
    const att_doc *doc = c->doc;
    att_slice country = att_kb_country(c->kb, code);
    bool part = false;
    for (uint32_t k = att_next_child(doc, e->top, 0); k && k < e->top; k = att_next_child(doc, e->top, k)) part |= att_in(doc->toks.at[k].lower, PARTS);
    part |= e->end - e->beg > 1 && att_in(doc->toks.at[e->beg].lower, PARTS);
    *which = 0;
    for (uint32_t i = doc->mentions.n, seen = 0; part && !*which && i-- > 1 && seen < BACK; seen++) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *x = &doc->entities.at[m->entity];
        bool same = m->noun && att_eq(doc->toks.at[m->noun].lower, doc->toks.at[e->top].lower) && x->kind == ATT_KIND_ORG && x->name.len && att_eq(x->code, code);
        bool whole = x->name.len >= country.len && att_eq(att_sub(x->name, x->name.len - country.len, x->name.len), country);
        if (same && !whole) *which = m->entity;
    }
    return part;
}

uint32_t att_body_there(const att_cast *c, const att_kb_entry *role, att_slice code)
{
    char phrase[2 * ATT_FOLD_MAX], fold[ATT_FOLD_MAX];
    att_slice adjective = code.len == 3 ? att_kb_adjective(c->kb, code) : (att_slice){0};
    if (!adjective.len || role->plural || role->role_kind == ATT_KIND_PERSON || adjective.len + role->name.len + 1 >= sizeof phrase) return 0;
    memcpy(phrase, adjective.ptr, adjective.len);
    phrase[adjective.len] = ' ';
    memcpy(phrase + adjective.len + 1, role->name.ptr, role->name.len);
    uint32_t n = att_fold((att_slice){phrase, adjective.len + 1 + role->name.len}, fold);
    uint32_t first = n ? att_kb_find(c->kb, (att_slice){fold, n}) : 0, id = first ? att_entry_of(c, first, ATT_KB_ORG) : 0;
    if (first && !id) id = att_entry_of(c, first, ATT_KB_ORGAN);
    return id && att_eq(att_entry(c, id)->code, code) ? id : 0;
}

/* A body of a state has a name ("the Turkish government"), and "the country" is the country; 0 = neither. */
static att_id state_body(att_cast *c, const att_element *e, const att_traits *t, const att_kb_entry *k, att_slice code, att_slice sector)
{
    static const char *const STATES[] = {"country", "nation", "kingdom", "republic", NULL};
    if (code.len != 3 || k->plural || t->former || indefinite(c->doc, e)) return 0;
    if (att_in(k->name, STATES) && !t->region.len) {
        att_slice name = att_kb_country(c->kb, code);
        return name.len ? att_entity_named(c, name, code, ATT_LIT("GOV"), ATT_KIND_PLACE) : 0;
    }
    att_id region = 0;
    if (!t->region.len && of_region(c, e, code, &region)) return region;
    uint32_t own = t->region.len ? 0 : att_body_there(c, k, code);
    if (own) return att_entity_named(c, att_entry(c, own)->name, code, att_entry(c, own)->sector, ATT_KIND_ORG);
    att_slice pattern = att_kb_body(c->kb, k->name);
    att_slice name = pattern.len ? fill(c, pattern, code, t->region) : (att_slice){0};
    return name.len ? att_entity_named(c, name, code, sector, ATT_KIND_ORG) : 0;
}

/* The office that the owner of a counterpart holds on that day. */
static att_slice office_of(const att_cast *c, att_id owner)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(c->doc->entities.at[owner].name, fold);
    uint32_t first = n ? att_kb_find(c->kb, (att_slice){fold, n}) : 0;
    uint32_t id = first ? att_entry_of(c, first, ATT_KB_PERSON) : 0;
    return id ? att_entry(c, id)->office : (att_slice){0};
}

/* Armed groups, parties: their people belong to their sector. */
static bool has_people(att_slice sector)
{
    static const char *const SECTORS[] = {"REB", "UAF", "CRM", "PTY", "OPP", NULL};
    return att_in(sector, SECTORS);
}

/* An official, spokesman, worker or expert is of the sector of the body that he works for: "Pentagon officials", "UN inspectors". */
static att_slice sector_within(const att_kb_entry *org, att_slice sector)
{
    static const char *const ANY[] = {"GOV", "LAB", "EDU", "NGO", NULL};
    if (!org || !org->sector.len || att_is(org->sector, "GOV")) return sector;
    if (att_is(org->sector, "ETH") && sector.len) return sector; /* "a Hutu government", "Kurdish fighters": a people is no employer */
    bool force = att_is(sector, "MIL") || att_is(sector, "COP") || att_is(sector, "UAF");
    bool agents = att_is(org->sector, "SPY") || (att_is(org->sector, "IGO") && att_is(sector, "COP"));
    return !sector.len || att_in(sector, ANY) || (force && agents) ? org->sector : sector;
}

/* "The president of the samba school" is no head of state. */
static bool of_some_body(const att_doc *doc, const att_element *e)
{
    static const char *const STATES[] = {"country", "nation", "republic", "state", "kingdom", "union", "federation", NULL};
    uint32_t k = att_child(doc, e->top, ATT_DEP_NMOD, e->top);
    return k && att_is(att_case_of(doc, k), "of") && doc->toks.at[k].upos == ATT_NOUN && !att_in(doc->toks.at[k].lemma, STATES);
}

/* Who holds an office when the article has no day: the one person whom it names anywhere that ever held it; 0 = none or several. */
static uint32_t holder_named(const att_cast *c, att_slice state, att_slice office)
{
    enum { LOOK = 400 };
    uint32_t found = 0;
    for (uint32_t i = 1; i < c->els.n && i < LOOK; i++) {
        const att_element *e = &c->els.at[i];
        if (e->kind != ATT_EL_KB || e->kb_kind != ATT_KB_PERSON) continue;
        for (uint32_t id = e->entry; id; id = att_entry(c, id)->next) {
            const att_kb_entry *p = att_entry(c, id);
            if (p->kind != ATT_KB_PERSON || !att_eq(p->office, office) || !att_eq(p->code, state)) continue;
            if (found && !att_eq(att_entry(c, found)->name, p->name)) return 0;
            found = id;
        }
    }
    return found;
}

/* "In Kyiv, the president rejected it"; "Polish officials said the president had left", a while after France's was named: the country whose
 * office a bare title means before that of the one who was named last; empty = it doesn't say. */
static att_slice home_of_office(const att_cast *c, const att_element *e, att_id last)
{
    const att_doc *doc = c->doc;
    att_id sent = doc->toks.at[e->top].sent;
    att_slice opened = att_opening(c, sent);
    if (opened.len == 3) return opened;
    for (uint32_t i = doc->mentions.n; i-- > 1 && doc->toks.at[doc->mentions.at[i].head].sent + 1 >= sent;)
        if (doc->mentions.at[i].entity == last) return (att_slice){0}; /* he is still spoken of */
    for (uint32_t i = doc->mentions.n; i-- > 1 && doc->toks.at[doc->mentions.at[i].head].sent == sent;) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *x = &doc->entities.at[m->entity];
        bool speaks = doc->toks.at[m->head].deprel == ATT_DEP_NSUBJ && att_dominates(doc, doc->toks.at[m->head].head, e->top);
        if (speaks && x->code.len == 3 && att_is(x->sector, "GOV") && !m->as_place) return x->code;
    }
    return (att_slice){0};
}

/* "Australian men, women and children", "our sisters and brothers in Gaza": of people in a row, what is said of the first or the last of
 * whose they are holds for all; empty = nothing is said. */
static att_slice shared_country(att_cast *c, const att_element *e)
{
    const att_doc *doc = c->doc;
    uint32_t first = doc->toks.at[e->top].deprel == ATT_DEP_CONJ ? doc->toks.at[e->top].head : e->top, last = 0;
    if (doc->toks.at[e->top].deprel == ATT_DEP_ROOT || !c->at[first] || c->els.at[c->at[first]].kb_kind != ATT_KB_ROLE) return (att_slice){0};
    for (uint32_t k = att_child(doc, first, ATT_DEP_CONJ, 0); k; k = att_child(doc, first, ATT_DEP_CONJ, k + 1)) last = k;
    const uint32_t ends[] = {first, last};
    for (int i = 0; i < 2; i++) {
        uint32_t j = c->at[ends[i]];
        if (!j || !ends[i] || ends[i] == e->top || c->els.at[j].kb_kind != ATT_KB_ROLE) continue;
        uint32_t own = att_child(doc, e->top, ATT_DEP_DET, 0), its = att_child(doc, ends[i], ATT_DEP_DET, 0);
        att_traits t = {0};
        att_traits_gather(c, j, &t, 0);
        if (!own && (i == 0 || !its) && t.code.len == 3 && !t.owner) return t.code;
    }
    return (att_slice){0};
}

/* Holder of an office: named in this article, else by the knowledge base; 0 = not known. */
static att_resolved holder(att_cast *c, const att_element *e, const att_traits *t, const att_kb_entry *k, att_slice code)
{
    att_slice office = k->office;
    static const char *const PEERS[] = {"counterpart", "opposite number", "colleague", NULL};
    bool peer = att_in(k->name, PEERS);
    if (peer && t->owner) office = office_of(c, t->owner);
    if (!code.len && office.len && of_some_body(c->doc, e)) return (att_resolved){0, ATT_HOW_NONE};
    const uint32_t *named = peer || !office.len ? NULL : att_map_get(&c->by_office, office);
    if (!named && !peer && !indefinite(c->doc, e)) named = att_map_get(&c->by_office, k->name);
    if (named && code.len && !att_eq(c->doc->entities.at[*named].code, code)) named = NULL;
    att_slice home = named && !code.len && c->day != ATT_NO_DAY && att_kb_leads(office) ? home_of_office(c, e, *named) : (att_slice){0};
    if (home.len && !att_eq(home, c->doc->entities.at[*named].code) && att_kb_office(c->kb, home, office, c->day)) code = home, named = NULL;
    if (named && !code.len) return (att_resolved){*named, ATT_HOW_COREFERENCE};
    att_slice state = code.len || peer ? code : c->focus;
    uint32_t id = office.len && state.len ? att_kb_office(c->kb, state, office, c->day) : 0;
    if (!id && office.len && state.len && c->day == ATT_NO_DAY && !peer && !indefinite(c->doc, e)) id = holder_named(c, state, office);
    if (!id) return (att_resolved){named && definite(c->doc, e) ? *named : 0, ATT_HOW_COREFERENCE};
    const att_kb_entry *p = att_entry(c, id);
    att_id who = att_entity_named(c, p->name, p->code, p->sector, ATT_KIND_PERSON);
    att_hold_office(c, office, who);
    return (att_resolved){who, ATT_HOW_DICTIONARY};
}

static bool at_the_top(const att_kb_entry *k)
{
    return att_is(k->name, "leader") || att_ends(k->name, "minister") || att_is(k->name, "head of state");
}

/* "The National Club Association" takes up no other association. */
static bool within_name(const att_cast *c, const att_element *e)
{
    const att_tok *k = &c->doc->toks.at[e->beg], *before = k - 1;
    return (k->flags & ATT_TOK_CAP) && before->sent == k->sent && before->upos == ATT_PROPN && !c->at[e->beg - 1];
}

/* "While secretary of state", "as prime minister": what somebody was then, not who holds the office on the article's day. */
static bool as_office(const att_doc *doc, const att_element *e)
{
    static const char *const AS[] = {"as", "while", "when", NULL};
    return e->beg > 1 && doc->toks.at[e->beg - 1].sent == doc->toks.at[e->beg].sent && att_in(doc->toks.at[e->beg - 1].lower, AS);
}

att_resolved att_resolve_role(att_cast *c, const att_element *e, const att_traits *t)
{
    const att_kb_entry *k = att_entry(c, att_entry_of(c, e->entry, ATT_KB_ROLE));
    bool related = t->owned && att_in(k->name, RELATED);
    att_slice code = related ? (att_slice){0} : t->code, sector = k->sector.len ? k->sector : t->sector;
    if (t->owned && att_in(k->name, DOERS)) code = (att_slice){0};
    if (from_abroad(c->doc, e, t, k->sector)) code = (att_slice){0};
    if (related) return (att_resolved){role_entity(c, e, code, sector, k), ATT_HOW_PATTERN};
    if (k->role_kind == ATT_KIND_PERSON && !k->plural && !t->former && !t->shadow && !as_office(c->doc, e)) {
        att_resolved who = holder(c, e, t, k, code);
        if (who.entity) return who;
    }
    const att_kb_entry *org = t->org ? att_entry(c, t->org) : NULL;
    sector = sector_within(org, sector);
    /* "a rebel official", "opposition leaders" */
    if (has_people(t->sector) && t->role && (!k->sector.len || att_is(k->sector, "GOV") || att_is(k->sector, "MIL"))) sector = t->sector;
    if ((att_is(sector, "MIL") || att_is(sector, "UAF")) && att_against_rulers(c, e)) sector = ATT_LIT("REB");
    /* "EU leaders", "NATO foreign ministers": together they are the body */
    if (org && k->plural && org->code.len > 4 && at_the_top(k)) return (att_resolved){att_entity_named(c, org->name, org->code, org->sector, ATT_KIND_ORG), ATT_HOW_PATTERN};
    if (org && has_people(org->sector)) {
        sector = org->sector;
        /* "Islamic State forces", "Hamas militants" */
        bool whole = k->plural || k->role_kind != ATT_KIND_PERSON;
        if (whole && !att_is(org->sector, "PTY") && !att_is(org->sector, "OPP")) return (att_resolved){att_entity_named(c, org->name, org->code, sector, ATT_KIND_ORG), ATT_HOW_PATTERN};
    }
    if (!code.len && definite(c->doc, e) && !within_name(c, e)) {
        att_id same = att_coref_body(c, e, k);
        /* "11 rabbis ... the rabbis" are the same wherever the sentence is set */
        if (!same && (k->plural || k->role_kind == ATT_KIND_PERSON)) same = att_coref_again(c, e->top);
        if (same) return (att_resolved){same, ATT_HOW_COREFERENCE};
    }
    bool many = false;
    if (!code.len && k->plural) code = shared_country(c, e);
    att_traits said = {0};
    if (!code.len && k->role_kind == ATT_KIND_PERSON && !k->plural && att_described(c, e, &said)) {
        code = said.code;
        if (!sector.len || att_is(sector, "CVL")) sector = said.sector;
    }
    if (t->shadow) sector = ATT_LIT("OPP");
    if (!code.len) code = att_belongs(c, e, k, sector, definite(c->doc, e), &many);
    /* people of a state without a trade of their own ("Chinese leaders", "a South African delegation") speak for it */
    if (!sector.len && !att_is(k->name, "group") && (code.len == 3 || (many && k->plural))) sector = ATT_LIT("GOV");
    /* "EU countries" are governments, "EU officials" are not */
    static const char *const STATES[] = {"country", "nation", "state", "member", "member state", "government", "power", NULL};
    if (code.len > 4 && k->plural && att_in(k->name, STATES)) sector = ATT_LIT("GOV");
    else if (code.len > 4 && (!sector.len || att_is(sector, "GOV"))) sector = ATT_LIT("IGO");
    att_id body = state_body(c, e, t, k, code, sector);
    return (att_resolved){body ? body : role_entity(c, e, code, sector, k), ATT_HOW_PATTERN};
}

att_resolved att_resolve_demonym(att_cast *c, const att_element *e)
{
    const att_kb_entry *k = att_reading(c, e);
    const att_doc *doc = c->doc;
    bool bare = k->plural && e->beg > 1 && att_is(doc->toks.at[e->beg - 1].lower, "the");
    for (uint32_t x = att_next_child(doc, e->top, 0); x; x = att_next_child(doc, e->top, x)) {
        uint8_t r = doc->toks.at[x].deprel;
        bare &= r == ATT_DEP_DET || r == ATT_DEP_CASE || r == ATT_DEP_PUNCT || r == ATT_DEP_CC || r == ATT_DEP_CONJ;
    }
    if (bare) return (att_resolved){att_entity_named(c, k->name, k->code, ATT_LIT("GOV"), ATT_KIND_PLACE), ATT_HOW_DICTIONARY};
    return (att_resolved){role_entity(c, e, k->code, k->sector, k), ATT_HOW_DICTIONARY};
}
