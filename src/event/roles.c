#include "event/roles_int.h"

#include "event/oblige.h"

typedef att_role_side side;

static att_id entity_of(const att_doc *doc, att_id mention) { return doc->mentions.at[mention].entity; }

/* "We condemn this," the minister said: I and we are whoever speaks, where that is known. */
static att_id first_person(const att_doc *doc, att_id m)
{
    static const char *const FIRST[] = {"i", "we", "me", "us", "my", "our", "mine", "ours", NULL};
    const att_mention *men = &doc->mentions.at[m];
    if (men->form != ATT_MEN_PRONOUN || !att_in(doc->toks.at[men->head].lower, FIRST)) return m;
    att_id speaker = att_speaker_at(doc, men->span.beg);
    return speaker && entity_of(doc, speaker) ? speaker : m;
}

static void put(const att_doc *doc, side *s, att_id m)
{
    m = first_person(doc, m);
    att_id e = entity_of(doc, m);
    for (uint32_t i = 0; i < *s->n; i++)
        if (s->at[i] == m || (e && entity_of(doc, s->at[i]) == e)) return;
    for (uint32_t i = 0; i < s->other_n; i++)
        if (s->other[i] == m || (e && entity_of(doc, s->other[i]) == e)) return;
    if (*s->n < ATT_MAX_SIDE) s->at[(*s->n)++] = m;
}

/* The mention inside a noun phrase whose head is no actor: possessor, nationality adjective, name before it, of/by/from. */
static att_id inside(const att_doc *doc, uint32_t tok)
{
    static const uint8_t DIRECT[] = {ATT_DEP_NMOD_POSS, ATT_DEP_AMOD, ATT_DEP_COMPOUND, ATT_DEP_NMOD_DESC, 0};
    for (const uint8_t *r = DIRECT; *r; r++)
        for (uint32_t k = att_child(doc, tok, (att_deprel)*r, 0); k; k = att_child(doc, tok, (att_deprel)*r, k + 1)) {
            att_id m = att_actor_at(doc, k);
            if (m) return m;
        }
    for (uint32_t k = att_child(doc, tok, ATT_DEP_NMOD, 0); k; k = att_child(doc, tok, ATT_DEP_NMOD, k + 1)) {
        static const char *const PREPS[] = {"of", "by", "from", "against", NULL}, *const BORDERS[] = {"border", "frontier", "boundary", NULL};
        bool beyond = att_in(doc->toks.at[tok].lemma, BORDERS) && att_is(att_case_of(doc, k), "with"); /* "the border with Ukraine" */
        att_id m = beyond || att_in(att_case_of(doc, k), PREPS) ? att_actor_at(doc, k) : 0;
        if (m && !doc->mentions.at[m].as_place) return m;
    }
    return 0;
}

/* The mention that a slot filler stands for, and those coordinated with it. */
void att_role_collect(const att_doc *doc, uint32_t tok, bool allow_place, side *s)
{
    att_id m = att_actor_at(doc, tok);
    if (m && doc->mentions.at[m].as_place && !allow_place) m = 0;
    else if (!m) m = inside(doc, tok);
    if (m) put(doc, s, m);
    for (uint32_t k = att_child(doc, tok, ATT_DEP_CONJ, 0); k; k = att_child(doc, tok, ATT_DEP_CONJ, k + 1))
        if (k != tok && doc->toks.at[k].head == tok && !doc->tok_clause[k]) att_role_collect(doc, k, allow_place, s);
}

/* "showed Mugabe and the commander meeting": what hangs under the last of a coordination belongs to all of it. */
static uint32_t first_conjunct(const att_doc *doc, uint32_t tok)
{
    uint32_t up = doc->toks.at[tok].head;
    return doc->toks.at[tok].deprel == ATT_DEP_CONJ && up && !doc->tok_clause[up] ? up : tok;
}

/* Slots in order of preference: the first that gives somebody wins, "+" slots and (for meetings) all slots add up. */
static void fill_side(const att_matcher *m, uint32_t t, const att_slot *slots, uint32_t count, bool all, bool allow_place, side *s)
{
    bool found = false;
    for (uint32_t i = 0; i < count; i++) {
        if (found && !slots[i].joined && !all) continue;
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, t, &slots[i], fill);
        for (uint32_t k = 0; k < n; k++) {
            bool place = allow_place || (all && slots[i].kind != ATT_SLOT_PREP);
            /* "refugee deal", "civilian casualties": a bare role before the noun says what it is about */
            att_id men = slots[i].kind == ATT_SLOT_MOD ? att_actor_at(m->doc, fill[k]) : 0;
            if (men && m->doc->entities.at[m->doc->mentions.at[men].entity].code.len == 0 && m->doc->mentions.at[men].members.n == 0) continue;
            att_role_collect(m->doc, all ? first_conjunct(m->doc, fill[k]) : fill[k], place, s);
        }
        if (*s->n) found = true;
    }
}

static bool own_forces(const att_matcher *m, uint32_t tok)
{
    const uint32_t *at = att_map_get(&m->frames->classes, ATT_LIT("troops"));
    return at && att_map_get(&m->frames->class_words.at[*at], m->doc->toks.at[tok].lemma) != NULL;
}

/* Who moves forces is their owner: "140,000 Russian troops are massed" has the troops as actor, and "pulled back its troops" has no
 * recipient in them. Another party's soldiers, released say, stay. */
static void move_forces(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *out)
{
    const att_doc *doc = m->doc;
    if ((f->type != ATT_MOBILIZE && f->type != ATT_RETREAT) || f->pos != 'v') return;
    uint32_t obj = doc->clauses.at[doc->tok_clause[t]].obj;
    att_slice actor = out->actor_count ? doc->entities.at[entity_of(doc, out->actors[0])].code : (att_slice){0};
    uint32_t keep = 0;
    for (uint32_t i = 0; i < out->recipient_count; i++) {
        const att_mention *men = &doc->mentions.at[out->recipients[i]];
        bool own = own_forces(m, men->head) && (!actor.len || att_eq(doc->entities.at[men->entity].code, actor));
        if (!own) out->recipients[keep++] = out->recipients[i];
    }
    out->recipient_count = keep;
    bool passive = obj && doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_PASSIVE && out->actor_count == 0 && own_forces(m, obj);
    side a = {out->actors, &out->actor_count, out->recipients, out->recipient_count};
    if (passive) att_role_collect(doc, obj, false, &a);
}

void att_roles_find(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *out)
{
    *out = (att_roles){0};
    bool sym = (f->flags & ATT_FR_SYM) != 0;
    side a = {out->actors, &out->actor_count, NULL, 0};
    fill_side(m, t, f->actor, f->actor_count, sym, false, &a);
    att_role_actors_near(m, t, f, &a);
    side r = {out->recipients, &out->recipient_count, out->actors, out->actor_count};
    fill_side(m, t, f->recipient, f->recipient_count, false, true, &r);
    if (out->recipient_count == 0) att_role_recipients_near(m, t, f, out, &r);
    move_forces(m, t, f, out);
}

static bool partner_slot(const att_slot *s)
{
    return s->kind == ATT_SLOT_OBJ || s->kind == ATT_SLOT_IOBJ || (s->kind == ATT_SLOT_PREP && (att_is(s->prep, "with") || att_is(s->prep, "to")));
}

static bool has(const att_doc *doc, const att_id *list, uint32_t n, att_id m)
{
    for (uint32_t i = 0; i < n; i++)
        if (list[i] == m || (entity_of(doc, m) && entity_of(doc, list[i]) == entity_of(doc, m))) return true;
    return false;
}

void att_roles_direct(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *r)
{
    if (!(f->flags & ATT_FR_SYM) || r->recipient_count) return;
    const att_doc *doc = m->doc;
    att_roles out = {0};
    side partners = {out.recipients, &out.recipient_count, NULL, 0};
    for (uint32_t i = 0; i < f->actor_count; i++)
        if (partner_slot(&f->actor[i])) fill_side(m, t, &f->actor[i], 1, true, false, &partners);
    for (uint32_t i = 0; i < r->actor_count; i++)
        if (!has(doc, out.recipients, out.recipient_count, r->actors[i])) out.actors[out.actor_count++] = r->actors[i];
    bool passive = doc->tok_clause[t] && doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_PASSIVE; /* "was not consulted": nobody says by whom */
    if (out.recipient_count && (out.actor_count || passive)) *r = out;
}
