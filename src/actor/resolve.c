#include "actor/belong.h"
#include "actor/described.h"
#include "actor/similar.h"

static att_slice fold_key(att_cast *c, att_slice s)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(s, fold);
    return att_copy(c->doc->keep, (att_slice){fold, n});
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
    bool common;
    uint32_t *bearer = att_map_put(&c->by_surname, c->doc->scratch, att_kb_surname(c->kb, key, code, &common), &fresh);
    if (fresh || code.len || !c->doc->entities.at[*bearer].code.len) *bearer = *at;
    uint32_t space = att_find(key, ATT_LIT(" "), 0);
    if (space < key.len) *att_map_put(&c->by_given, c->doc->scratch, att_sub(key, 0, space), NULL) = *at;
    return *at;
}

void att_hold_office(att_cast *c, att_slice office, att_id who)
{
    if (office.len && who) *att_map_put(&c->by_office, c->doc->scratch, office, NULL) = who;
}

static void take(att_slice *into, att_slice value)
{
    if (into->len == 0) *into = value;
}

const att_kb_entry *att_reading(const att_cast *c, const att_element *e)
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

static bool says_shadow(const att_doc *doc, const att_element *e)
{
    const att_tok *before = &doc->toks.at[e->beg - 1];
    return e->beg > 1 && before->sent == doc->toks.at[e->beg].sent && att_is(before->lower, "shadow");
}

/* What one element tells about the mention that it belongs to. */
static void add_trait(att_cast *c, const att_element *e, att_traits *t, uint8_t link)
{
    att_doc *doc = c->doc;
    if (t->code.len == 0) t->owned = link == ATT_LINK_POSS || link == ATT_LINK_OF;
    if (e->kind == ATT_EL_PLACE) {
        if (t->code.len == 0) t->region = doc->places.at[e->place].name;
        take(&t->code, doc->places.at[e->place].country);
        return;
    }
    if (e->kind == ATT_EL_PRONOUN || e->kind == ATT_EL_NAME || e->kb_kind == ATT_KB_PERSON || e->kb_kind == ATT_KB_SURNAME) {
        att_id m = e->mention;
        att_id ent = m ? doc->mentions.at[m].entity : 0;
        /* "the Assad regime", "an aide to Macron": he has no mention yet */
        if (!ent && e->kind == ATT_EL_KB) ent = att_resolve(c, (uint32_t)(e - c->els.at), &(att_traits){0}).entity;
        t->elsewhere |= e->kind == ATT_EL_NAME && link != ATT_LINK_APPOS && doc->toks.at[e->beg].ner == ATT_NAME_ORG && !doc->entities.at[ent].code.len;
        if (!ent) return;
        if (!t->owner) t->owner = ent;
        take(&t->code, doc->entities.at[ent].code);
        return;
    }
    const att_kb_entry *k = att_reading(c, e);
    if (!k) return;
    if (e->kb_kind == ATT_KB_ROLE) {
        if (link != ATT_LINK_MOD && link != ATT_LINK_APPOS) return;
        uint32_t body = link == ATT_LINK_MOD && !t->org ? att_body_there(c, k, t->code.len ? t->code : c->focus) : 0;
        if (body) { /* "Congress leaders" in India */
            t->org = body;
            take(&t->code, att_entry(c, body)->code);
            take(&t->sector, att_entry(c, body)->sector);
            return;
        }
        if (!t->role) t->role = att_entry_of(c, e->entry, ATT_KB_ROLE);
        t->shadow |= says_shadow(doc, e);
        take(&t->sector, t->shadow ? ATT_LIT("OPP") : k->sector);
        if (!t->shadow) take(&t->office, k->office);
        t->former |= says_former(doc, e->top);
        return;
    }
    take(&t->code, k->code);
    if ((e->kb_kind == ATT_KB_ORG || e->kb_kind == ATT_KB_ORGAN) && !t->org) t->org = (uint32_t)(k - c->kb->entries.at);
    if (e->kb_kind == ATT_KB_ORG || e->kb_kind == ATT_KB_ORGAN) take(&t->sector, k->sector);
}

/* "Turkish-backed rebels", "Iranian funded militias": whose help they have tells nothing of whose people they are. */
static bool helps(const att_doc *doc, const att_element *e)
{
    static const char *const HELP[] = {"backed", "supported", "sponsored", "trained", "funded", "financed", "armed", "allied", "aligned", "friendly", NULL};
    uint32_t t = e->end < doc->toks.n && att_is(doc->toks.at[e->end].form, "-") ? e->end + 1 : e->end;
    return t < doc->toks.n && doc->toks.at[t].sent == doc->toks.at[e->beg].sent && att_in(doc->toks.at[t].lower, HELP);
}

void att_traits_gather(att_cast *c, uint32_t i, att_traits *t, uint32_t depth)
{
    att_doc *doc = c->doc;
    const att_element *e = &c->els.at[i];
    t->former |= says_former(doc, e->top);
    t->shadow |= e->kb_kind == ATT_KB_ROLE && says_shadow(doc, e);
    uint32_t two = att_child(doc, e->top, ATT_DEP_NUMMOD, 0);
    if (two && (att_is(doc->toks.at[two].lower, "two") || att_is(doc->toks.at[two].lower, "2"))) t->counted_two = true;
    if (e->beg > 1 && att_is(doc->toks.at[e->beg - 1].lower, "both")) t->counted_two = true;
    const att_sent *s = &doc->sents.at[doc->toks.at[e->top].sent];
    /* nearer links first: what modifies, then whose it is, then appositions */
    for (uint8_t link = ATT_LINK_MOD; link <= ATT_LINK_APPOS; link++)
        for (uint32_t k = s->tok_beg; k < s->tok_end; k++) {
            uint32_t j = c->at[k];
            if (!j || c->els.at[j].beg != k || c->els.at[j].into != i || c->els.at[j].link != link || j == i) continue;
            if (link == ATT_LINK_MOD && helps(doc, &c->els.at[j])) continue;
            add_trait(c, &c->els.at[j], t, link);
            if (depth < 4 && (c->els.at[j].kb_kind == ATT_KB_ROLE || link == ATT_LINK_MOD)) att_traits_gather(c, j, t, depth + 1);
        }
}

/* A shorter form of a body's name: "the Collegian" after "The Daily Collegian", "Penn" never; the last word and all others must be in
 * the longer one. 0 = none. */
static att_id longer_name(const att_cast *c, att_slice text)
{
    char fold[ATT_FOLD_MAX], old[ATT_FOLD_MAX];
    uint32_t n = att_fold(text, fold);
    att_slice key = {fold, n}, last = att_last_word(key);
    for (uint32_t i = c->doc->entities.n; i-- > 1;) {
        const att_entity *e = &c->doc->entities.at[i];
        if (e->kind != ATT_KIND_ORG || e->name.len <= text.len) continue;
        uint32_t old_len = att_fold(e->name, old);
        att_slice name = {old, old_len};
        if (!att_eq(att_last_word(name), last)) continue;
        bool all = true;
        att_slice rest = key, word;
        while (all && att_split(&rest, ' ', &word)) {
            att_slice of = name, w;
            bool found = false;
            while (!found && att_split(&of, ' ', &w)) found = att_eq(w, word);
            all = found;
        }
        if (all) return i;
    }
    return 0;
}

void att_place_person(att_entity *e, att_slice told, att_slice guessed)
{
    if (told.len && e->placed) e->code = told, e->placed = false;
    if (e->code.len) return;
    e->code = told.len ? told : guessed;
    e->placed = !told.len;
}

/* "Pena Nieto", of three words that have been said; "Brekke" in a headline, who is named in full behind it. */
static att_id named_in_part(att_cast *c, const att_element *e, att_slice text, const att_traits *t)
{
    if (c->doc->toks.at[e->beg].ner != ATT_NAME_PER) return 0;
    att_id part = att_bearer_of_part(c, text);
    return part || e->end - e->beg > 1 ? part : att_bearer_behind(c, text, t);
}

/* A person without an entry keeps his name; country and sector come from his title, or from what a clause says that he is. */
att_resolved att_resolve_unknown(att_cast *c, const att_element *e, const att_traits *title)
{
    att_doc *doc = c->doc;
    att_traits said = *title;
    if (!title->role && doc->toks.at[e->beg].ner == ATT_NAME_PER) (void)att_described(c, e, &said);
    const att_traits *t = &said;
    att_slice text = att_cut(doc, att_tok_span(doc, e->beg, e->end));
    if (e->end - e->beg == 1) {
        char fold[ATT_FOLD_MAX];
        uint32_t n = att_fold(text, fold);
        const uint32_t *known = att_map_get(&c->by_surname, (att_slice){fold, n});
        if (!known && doc->toks.at[e->beg].ner == ATT_NAME_PER) known = att_map_get(&c->by_given, (att_slice){fold, n});
        if (known) return (att_resolved){*known, ATT_HOW_COREFERENCE};
    }
    att_id part = named_in_part(c, e, text, t);
    if (part) return (att_resolved){part, ATT_HOW_COREFERENCE};
    uint8_t ner = doc->toks.at[e->beg].ner;
    bool person = t->role ? att_entry(c, t->role)->role_kind == ATT_KIND_PERSON : ner == ATT_NAME_PER;
    bool body = t->role && att_entry(c, t->role)->role_kind != ATT_KIND_PERSON && !att_entry(c, t->role)->plural; /* "the metals group Pechiney" */
    att_entity_kind kind = person ? ATT_KIND_PERSON : ner == ATT_NAME_ORG || body ? ATT_KIND_ORG : ner == ATT_NAME_LOC ? ATT_KIND_PLACE : ATT_KIND_OTHER;
    uint32_t spelled = person && e->end - e->beg > 1 ? att_kb_similar(c->kb, text, c->day) : 0;
    if (spelled) spelled = att_kb_term(c->kb, spelled, c->day);
    if (spelled && (!t->code.len || att_eq(att_entry(c, spelled)->code, t->code))) {
        const att_kb_entry *k = att_entry(c, spelled);
        att_id id = att_entity_named(c, k->name, k->code, k->sector, ATT_KIND_PERSON);
        att_hold_office(c, t->office.len ? t->office : k->office, id);
        return (att_resolved){id, ATT_HOW_DICTIONARY};
    }
    att_id before = doc->entities.n;
    if (kind == ATT_KIND_ORG || kind == ATT_KIND_OTHER) {
        att_id longer = longer_name(c, text);
        if (longer) return (att_resolved){longer, ATT_HOW_COREFERENCE};
    }
    /* "the Henry Jackson Society": its last word tells what it is */
    uint32_t noun = e->entry ? att_entry_of(c, e->entry, ATT_KB_ROLE) : 0;
    if (noun) kind = ATT_KIND_ORG;
    att_slice sector = t->sector.len || !noun ? t->sector : att_entry(c, noun)->sector;
    if (!sector.len && !person && att_is_outlet(c, e->beg, e->end)) sector = ATT_LIT("JRN");
    /* "Party general secretary": an officer of a party, no state's */
    att_slice of = t->org ? att_entry(c, t->org)->sector : (att_slice){0};
    if (att_is(sector, "GOV") && !t->former && (att_is(of, "PTY") || att_is(of, "OPP") || att_is(of, "REB"))) sector = of;
    if (!sector.len && person && t->role && t->code.len == 3 && !t->org) sector = ATT_LIT("GOV"); /* as in att_resolve_role() */
    static const char *const SENT[] = {"correspondent", "freelancer", "journalist", "photographer", "reporter", NULL};
    bool stays = t->role && c->focus_clear && !att_in(att_entry(c, t->role)->name, SENT); /* hosts and columnists speak to their own country */
    bool world = att_is(t->sector, "IGO") || (att_is(t->sector, "JRN") && !stays); /* correspondents and officials of the UN come from anywhere */
    att_slice code = t->code.len || !t->role || world ? t->code : t->elsewhere ? (c->focus_clear ? c->focus : (att_slice){0}) : att_setting(c, e);
    if (!code.len && kind == ATT_KIND_ORG) code = att_named_country(c, e);
    if (!code.len && noun) code = att_organ_home(c, e, sector);
    att_id id = att_entity_named(c, text, code, sector, kind);
    att_entity *ent = &doc->entities.at[id];
    bool told = id < before;
    if (!told) ent->unlisted = true;
    att_place_person(ent, t->code, code);
    take(&ent->sector, sector);
    ent->political = ent->code.len || ent->sector.len;
    if (!t->former) att_hold_office(c, t->office, id);
    if (t->role && person) att_hold_office(c, att_entry(c, t->role)->name, id);
    return (att_resolved){id, told ? ATT_HOW_COREFERENCE : t->role ? ATT_HOW_APPOSITION : ATT_HOW_NONE};
}

att_resolved att_resolve(att_cast *c, uint32_t i, const att_traits *t)
{
    const att_element *e = &c->els.at[i];
    att_doc *doc = c->doc;
    if (e->kind == ATT_EL_NAME) return att_resolve_unknown(c, e, t);
    if (e->kind == ATT_EL_PLACE) {
        const att_place *p = &doc->places.at[e->place];
        return (att_resolved){att_entity_named(c, p->name, p->country, ATT_LIT(""), ATT_KIND_PLACE), ATT_HOW_DICTIONARY};
    }
    if (e->kb_kind == ATT_KB_ROLE) return att_resolve_role(c, e, t);
    if (e->kb_kind == ATT_KB_SURNAME) return att_resolve_bearer(c, e, *t);
    const att_kb_entry *k = att_reading(c, e);
    if (!k) return (att_resolved){0, ATT_HOW_NONE};
    if (e->kb_kind == ATT_KB_PERSON) {
        bool told = false;
        if (c->day == ATT_NO_DAY) k = att_term_undated(c, k, t, &told);
        att_id id = att_entity_named(c, k->name, k->code, k->sector, ATT_KIND_PERSON);
        if (told) doc->entities.at[id].code = k->code, doc->entities.at[id].sector = k->sector;
        if (t->shadow) doc->entities.at[id].sector = ATT_LIT("OPP");
        /* which office he held is a guess without a day: one who is called so goes before */
        bool guess = c->day == ATT_NO_DAY && !t->office.len && att_map_get(&c->by_office, k->office);
        if (!guess) att_hold_office(c, t->office.len ? t->office : k->office, id);
        if (t->role) att_hold_office(c, att_entry(c, t->role)->name, id);
        return (att_resolved){id, ATT_HOW_DICTIONARY};
    }
    if (e->kb_kind == ATT_KB_DEMONYM) return att_resolve_demonym(c, e);
    att_entity_kind kind = e->kb_kind == ATT_KB_ORG || e->kb_kind == ATT_KB_ORGAN ? ATT_KIND_ORG : ATT_KIND_PLACE;
    uint32_t here = att_people_here(c, e, k);
    if (here) k = att_entry(c, here);
    return (att_resolved){att_entity_named(c, k->name, k->code, k->sector, kind), ATT_HOW_DICTIONARY};
}
