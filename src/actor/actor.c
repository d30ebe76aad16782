/* actor.c: mentions in text order: elements are found and linked, then each core becomes a mention with its entity. */
#include "actor/belong.h"
#include "actor/coref.h"
#include "actor/described.h"
#include "actor/era.h"
#include "actor/members.h"

/* "in Moscow" is the city, "Moscow said" the government. */
static bool stands_as_place(const att_doc *doc, const att_element *e)
{
    static const char *const LOCATIVE[] = {"in", "at", "near", "across", "inside", "outside", "throughout", "around", "within", "off", "over", "via", NULL};
    if (e->kind == ATT_EL_PLACE) return true;
    /* "the Warsaw summit", "Geneva talks" */
    if (e->kb_kind == ATT_KB_CAPITAL && doc->toks.at[e->top].deprel == ATT_DEP_COMPOUND) return true;
    uint32_t kase = att_child(doc, e->top, ATT_DEP_CASE, 0);
    return kase && att_in(doc->toks.at[kase].lower, LOCATIVE);
}

/* The noun phrase to the left of the core: determiner, adjectives, numbers, and elements that belong to the mention. */
static uint32_t phrase_begin(const att_cast *c, uint32_t i)
{
    const att_doc *doc = c->doc;
    const att_element *e = &c->els.at[i];
    uint32_t beg = e->beg, first = doc->sents.at[doc->toks.at[e->beg].sent].tok_beg;
    while (beg > first) {
        uint32_t j = c->at[beg - 1];
        if (j && c->els.at[j].link == ATT_LINK_MOD) {
            uint32_t into = c->els.at[j].into;
            if (into != i && !(c->els.at[into].link == ATT_LINK_MOD && c->els.at[into].into == i)) break;
            beg = c->els.at[j].beg;
            continue;
        }
        uint8_t r = doc->toks.at[beg - 1].deprel;
        uint32_t h = doc->toks.at[beg - 1].head;
        bool inside = h >= beg && h < e->end;
        if (c->timed[beg - 1]) break; /* "in January gunmen ..." */
        /* "Kurdish-led SDF", "bleary-eyed politicians": a compound is not cut at its hyphen */
        if (att_is(doc->toks.at[beg - 1].form, "-") && beg > first + 1 && doc->toks.at[beg - 1].span.end == doc->toks.at[beg].span.beg) {
            beg -= 2;
            continue;
        }
        if (j || !inside || (r != ATT_DEP_DET && r != ATT_DEP_AMOD && r != ATT_DEP_NUMMOD && r != ATT_DEP_COMPOUND)) break;
        beg--;
    }
    return beg;
}

static uint32_t outer_head(const att_doc *doc, uint32_t beg, uint32_t end, uint32_t fallback)
{
    for (uint32_t t = beg; t < end; t++)
        if (doc->toks.at[t].upos != ATT_PUNCT && (doc->toks.at[t].head < beg || doc->toks.at[t].head >= end)) return t;
    return fallback;
}

static uint8_t form_of(const att_element *e)
{
    if (e->kind == ATT_EL_PRONOUN) return ATT_MEN_PRONOUN;
    if (e->kb_kind == ATT_KB_ADJECTIVE) return ATT_MEN_ADJECTIVE;
    return e->kb_kind == ATT_KB_ROLE ? ATT_MEN_NOMINAL : ATT_MEN_NAME;
}

/* Apposition shares the entity of what it explains: "Shoigu, the defence minister"; so does a predicate: "Brekke is the mayor". */
static att_id apposed(const att_cast *c, uint32_t i)
{
    const att_element *e = &c->els.at[i];
    if (e->kb_kind != ATT_KB_ROLE) return 0;
    if (e->link != ATT_LINK_APPOS) return att_coref_explained(c, e->top);
    att_id m = c->els.at[e->into].mention, who = m ? c->doc->mentions.at[m].entity : 0;
    /* "LONDON: Nobel laureate ..." */
    const att_kb_entry *k = att_entry(c, att_entry_of(c, e->entry, ATT_KB_ROLE));
    bool other = k->role_kind == ATT_KIND_PERSON || (k->sector.len && !att_is(k->sector, "GOV")); /* a company is no country either */
    return other && c->doc->entities.at[who].kind == ATT_KIND_PLACE ? 0 : who;
}

static bool names_person(const att_cast *c, const att_element *e)
{
    return e->kb_kind == ATT_KB_PERSON || e->kb_kind == ATT_KB_SURNAME || (e->kind == ATT_EL_NAME && c->doc->toks.at[e->beg].ner == ATT_NAME_PER);
}

/* "A spokesman for Buhari, Garba Shehu,": two names are two men, so the second tells who the spokesman is, whatever the tree says. */
static bool explains_whole(const att_cast *c, uint32_t i, uint32_t inner)
{
    const att_element *in = &c->els.at[inner];
    uint32_t id = att_entry_of(c, c->els.at[i].entry, ATT_KB_ROLE);
    return in->into == i && in->link == ATT_LINK_OF && names_person(c, in) && id && att_entry(c, id)->role_kind == ATT_KIND_PERSON && !att_entry(c, id)->plural;
}

/* "his Ukrainian counterpart, Dmytro Kuleba": the role is whom the apposition names. */
static att_id named_behind(att_cast *c, uint32_t i, const att_traits *t)
{
    att_doc *doc = c->doc;
    const att_sent *s = &doc->sents.at[doc->toks.at[c->els.at[i].top].sent];
    for (uint32_t k = c->els.at[i].end; k < s->tok_end; k++) {
        uint32_t j = c->at[k];
        const att_element *e = &c->els.at[j];
        if (!j || e->beg != k || e->link != ATT_LINK_APPOS || (e->into != i && !explains_whole(c, i, e->into))) continue;
        if (e->kind != ATT_EL_NAME && e->kb_kind != ATT_KB_PERSON && e->kb_kind != ATT_KB_SURNAME) continue;
        att_traits both = *t;
        att_traits_gather(c, j, &both, 0);
        if (!both.role) both.role = att_entry_of(c, c->els.at[i].entry, ATT_KB_ROLE);
        if (!both.sector.len) both.sector = att_entry(c, both.role)->sector;
        if (!both.office.len) both.office = att_entry(c, both.role)->office;
        return att_resolve(c, j, &both).entity;
    }
    return 0;
}

/* "DMK leader and former chief minister Haldor Brekke": two titles without an article, and one man; 0 = it is none. */
static att_id titled_twice(att_cast *c, uint32_t i)
{
    const att_doc *doc = c->doc;
    const att_element *e = &c->els.at[i];
    const att_kb_entry *k = att_entry(c, att_entry_of(c, e->entry, ATT_KB_ROLE));
    const att_sent *s = &doc->sents.at[doc->toks.at[e->top].sent];
    uint32_t t = e->end;
    bool headline = doc->paras.at[s->para].kind == ATT_BLOCK_TITLE, bare = !att_child(doc, e->top, ATT_DEP_DET, 0) && !att_child(doc, e->top, ATT_DEP_NMOD_POSS, 0);
    if (k->plural || k->role_kind != ATT_KIND_PERSON || headline || !bare || t + 1 >= s->tok_end || !att_is(doc->toks.at[t].lower, "and")) return 0;
    bool title = false;
    for (t++; t < s->tok_end; t++) {
        const att_element *o = &c->els.at[c->at[t]];
        if (c->at[t] && o->beg == t && names_person(c, o)) break;
        title |= c->at[t] && o->kb_kind == ATT_KB_ROLE;
        if (c->at[t] ? o->link != ATT_LINK_MOD : doc->toks.at[t].upos != ATT_ADJ) return 0;
    }
    if (!title || t >= s->tok_end) return 0;
    att_traits own = {0};
    att_traits_gather(c, c->at[t], &own, 0);
    return att_resolve(c, c->at[t], &own).entity;
}

static att_resolved who(att_cast *c, uint32_t i, att_traits *t, att_ids *members)
{
    const att_element *e = &c->els.at[i];
    static const char *const SIDES[] = {"side", "sides", "countries", "nations", "neighbours", "neighbors", "states", "governments", NULL};
    static const char *const HEADS[] = {"leaders", "presidents", "ministers", "heads", "politicians", "statesmen", "rivals", "counterparts", "diplomats", NULL};
    if (e->kind == ATT_EL_PRONOUN) {
        *members = att_coref_both(c, e->beg);
        return (att_resolved){members->n ? 0 : att_coref_pronoun(c, e->beg), ATT_HOW_COREFERENCE};
    }
    att_id same = apposed(c, i);
    if (same) {
        /* "John Doe, a UK citizen" */
        att_entity *x = &c->doc->entities.at[same];
        const att_kb_entry *role = att_entry(c, att_entry_of(c, e->entry, ATT_KB_ROLE));
        if (x->unlisted && !t->owned) {
            att_place_person(x, t->code, x->sector.len ? (att_slice){0} : att_organ_home(c, e, role->sector));
            /* that somebody is a terrorist is mostly said by others */
            static const char *const ALLEGED[] = {"CRM", "REB", "UAF", NULL};
            if (!x->sector.len && x->kind == ATT_KIND_PERSON && !att_in(role->sector, ALLEGED)) x->sector = t->shadow ? ATT_LIT("OPP") : role->sector;
            x->political = x->code.len || x->sector.len;
        }
        return (att_resolved){same, ATT_HOW_APPOSITION};
    }
    att_id named = e->kb_kind == ATT_KB_ROLE ? named_behind(c, i, t) : 0;
    if (!named && e->kb_kind == ATT_KB_ROLE) named = titled_twice(c, i);
    if (named) return (att_resolved){named, ATT_HOW_APPOSITION};
    if (e->kb_kind == ATT_KB_ROLE && t->counted_two && !t->code.len) {
        bool sides = att_in(c->doc->toks.at[e->end - 1].lower, SIDES);
        if (sides || att_in(c->doc->toks.at[e->end - 1].lower, HEADS)) *members = att_coref_pair(c, e->top, !sides);
        if (members->n) return (att_resolved){0, ATT_HOW_COREFERENCE};
    }
    if (e->kb_kind == ATT_KB_ROLE && t->code.len) {
        *members = att_members_by_country(c, i, t);
        if (members->n) return (att_resolved){0, ATT_HOW_PATTERN};
    }
    *members = att_members_hyphen(c, i);
    if (members->n) return (att_resolved){0, ATT_HOW_DICTIONARY};
    return att_resolve(c, i, t);
}

/* "Mrs Foster", "Mr Martin", "the spokeswoman", and the pronoun that was used before: what the article itself tells of a person's gender; 0 = nothing. */
static uint8_t gender_of(const att_cast *c, uint32_t beg, uint32_t end)
{
    const att_doc *doc = c->doc;
    static const char *const HE[] = {"mr", "mr.", "sir", "lord", "king", "prince", "sheikh", "spokesman", "chairman", "congressman", "businessman", NULL};
    static const char *const SHE[] = {"mrs", "mrs.", "ms", "ms.", "miss", "lady", "dame", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman", NULL};
    static const char *const HIS[] = {"he", "him", "his", "himself", NULL};
    static const char *const HERS[] = {"she", "her", "hers", "herself", NULL};
    if (end - beg == 1 && doc->toks.at[beg].upos == ATT_PRON)
        return att_in(doc->toks.at[beg].lower, HIS) ? 'm' : att_in(doc->toks.at[beg].lower, HERS) ? 'f' : 0;
    uint32_t first = doc->sents.at[doc->toks.at[beg].sent].tok_beg;
    for (uint32_t t = beg > first ? beg - 1 : beg; t < end; t++) {
        if (att_in(doc->toks.at[t].lower, HE)) return 'm';
        if (att_in(doc->toks.at[t].lower, SHE)) return 'f';
        /* "his daughter Ivanka", "businesswoman Tan" */
        uint8_t kind, gender = 0;
        const att_tok *k = &doc->toks.at[t];
        bool titled = t >= beg && k->upos == ATT_NOUN && k->deprel != ATT_DEP_NMOD_POSS && att_eq(k->lemma, k->lower);
        if (titled && att_kb_noun(c->kb, k->lemma, &kind, &gender) && gender) return gender;
    }
    return 0;
}

static void make_mention(att_cast *c, uint32_t i)
{
    att_doc *doc = c->doc;
    att_element *e = &c->els.at[i];
    att_traits t = {0};
    att_ids members = {0};
    att_traits_gather(c, i, &t, 0);
    att_resolved r = who(c, i, &t, &members);
    uint32_t beg = phrase_begin(c, i);
    if (members.n) beg = att_members_widen(c, i, beg);
    uint32_t head = outer_head(doc, beg, e->end, e->top);
    att_mention *m = att_add(doc, mentions);
    *m = (att_mention){.span = att_tok_span(doc, beg, e->end), .tok_beg = beg, .tok_end = e->end, .head = head, .entity = r.entity,
                       .members = members, .form = form_of(e), .how = r.how, .as_place = stands_as_place(doc, e), .noun = doc->toks.at[e->top].upos == ATT_NOUN && form_of(e) == ATT_MEN_NOMINAL ? e->top : 0};
    e->mention = doc->mentions.n - 1;
    att_entity *person = &doc->entities.at[r.entity];
    if (r.entity && person->kind == ATT_KIND_PERSON && !person->gender) {
        person->gender = gender_of(c, beg, e->end);
        if (!person->gender && person->name.len) person->gender = att_kb_gender(c->kb, att_sub(person->name, 0, att_find(person->name, ATT_LIT(" "), 0)));
    }
    c->mention_at[e->top] = c->mention_at[head] = e->mention;
    if (!doc->tok_mention[head]) doc->tok_mention[head] = e->mention;
    if (e->top != head && !doc->tok_mention[e->top]) doc->tok_mention[e->top] = e->mention;
    att_note_add(doc, ATT_STAGE_ACTOR, head, "mention \"%.*s\" -> %.*s %.*s %.*s", (int)(m->span.end - m->span.beg), doc->text.ptr + m->span.beg,
                 (int)doc->entities.at[r.entity].name.len, doc->entities.at[r.entity].name.ptr, (int)doc->entities.at[r.entity].code.len,
                 doc->entities.at[r.entity].code.ptr, (int)doc->entities.at[r.entity].sector.len, doc->entities.at[r.entity].sector.ptr);
}

void att_actors_find(const att_kb *kb, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    att_cast c = {.kb = kb, .doc = doc, .day = doc->meta.published, .at = att_new(doc->scratch, uint32_t, doc->toks.n)};
    c.mention_at = att_new(doc->scratch, att_id, doc->toks.n);
    doc->tok_mention = att_new(doc->keep, att_id, doc->toks.n);
    att_elements_find(&c);
    if (c.day == ATT_NO_DAY) c.day = att_era_of(&c);
    att_elements_link(&c);
    att_bearers_find(&c);
    att_focus_find(&c);
    att_quoted_mark(&c);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        uint32_t i = c.at[t];
        if (!i) att_noun_mention(&c, t), att_anti_mention(&c, t);
        if (i && c.els.at[i].beg == t && c.els.at[i].link != ATT_LINK_MOD) make_mention(&c, i);
        att_bloc_mention(&c, t);
    }
    for (uint32_t i = 1; i < doc->entities.n; i++) {
        att_entity *e = &doc->entities.at[i];
        att_live_there(&c, e);
        e->cow = att_kb_cow(kb, e->code);
        e->wikidata = att_kb_wikidata(kb, e->name, e->code);
    }
    att_arena_rewind(doc->scratch, mark);
}
