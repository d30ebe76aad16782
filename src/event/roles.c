#include "event/roles_int.h"

typedef att_role_side side;

static att_id entity_of(const att_doc *doc, att_id mention) { return doc->mentions.at[mention].entity; }

/* "showed Mugabe and the commander meeting": what hangs under the last of a coordination belongs to all of it. */
static uint32_t first_conjunct(const att_doc *doc, uint32_t tok)
{
    uint32_t up = doc->toks.at[tok].head;
    return doc->toks.at[tok].deprel == ATT_DEP_CONJ && up && !doc->tok_clause[up] ? up : tok;
}

/* "police raid", "rebel attack", "student protest": a bare role that does what the noun says. */
static bool armed(const att_doc *doc, att_id men, uint8_t type)
{
    static const char *const FORCE[] = {"MIL", "COP", "REB", "UAF", "PRM", "SPY", NULL};
    att_slice sector = doc->entities.at[entity_of(doc, men)].sector;
    if (type == ATT_PROTEST) return sector.len && !att_is(sector, "GOV");
    return (type == ATT_ASSAULT || type == ATT_COERCE || type == ATT_MOBILIZE) && att_in(sector, FORCE);
}

/* Does the word name somebody of the other side already? */
static bool is_other(const att_doc *doc, const side *s, uint32_t tok)
{
    att_id e = entity_of(doc, att_role_mention(doc, tok));
    for (uint32_t i = 0; e && i < s->other_n; i++)
        if (entity_of(doc, s->other[i]) == e) return true;
    return false;
}

/* "Ghana, Togo sign pact": headlines write a comma for "and". The word of the first, when the subject is the second; 0 = it is no such pair. */
static uint32_t before_comma(const att_doc *doc, uint32_t t, uint32_t subj)
{
    const att_tok *verb = &doc->toks.at[t];
    const att_mention *m = &doc->mentions.at[att_actor_at(doc, subj)];
    uint32_t first = doc->sents.at[verb->sent].tok_beg, comma = m->tok_beg - 1;
    bool many = verb->upos == ATT_VERB && att_eq(verb->lower, verb->lemma) && subj < t && doc->toks.at[subj].deprel == ATT_DEP_NSUBJ && doc->toks.at[subj].head == t; /* "signs" is said of one */
    if (!many || !m->entity || m->tok_beg < first + 2 || !att_is(doc->toks.at[comma].form, ",")) return 0;
    for (uint32_t k = first; k < comma; k++) {
        const att_mention *o = &doc->mentions.at[att_actor_at(doc, k)];
        if (o->entity && o->tok_beg == first && o->tok_end == comma && !o->as_place && o->form == ATT_MEN_NAME) return k;
    }
    return 0;
}

/* Slots in order of preference: the first that gives somebody wins, "+" slots and (for meetings) all slots add up. */
static void fill_side(const att_matcher *m, uint32_t t, const att_slot *slots, uint32_t count, bool all, bool allow_place, side *s)
{
    uint8_t type = m->frame_at[t] ? m->frames->frames.at[m->frame_at[t]].type : ATT_EV_NONE;
    bool found = false;
    for (uint32_t i = 0; i < count; i++) {
        if (found && !slots[i].joined && !all) continue;
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, t, &slots[i], fill);
        for (uint32_t k = 0; k < n; k++) {
            if (slots[i].kind == ATT_SLOT_PREP && m->doc->toks.at[fill[k]].deprel == ATT_DEP_OBL_AGENT && is_other(m->doc, s, fill[k])) continue; /* "by the US and its allies" */
            if (slots[i].kind == ATT_SLOT_COMP && att_role_state_of(m->doc, s, att_actor_at(m->doc, fill[k]))) continue;
            bool place = allow_place || (all && slots[i].kind != ATT_SLOT_PREP);
            /* "refugee deal", "civilian casualties": a bare role before the noun says what it is about */
            att_id men = slots[i].kind == ATT_SLOT_MOD ? att_actor_at(m->doc, fill[k]) : 0;
            const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
            if (men && m->frame_at[t] && (att_role_is_target(m->doc, men, f) || att_role_is_venue(m->doc, fill[k], f))) continue;
            if (men && m->doc->mentions.at[men].form != ATT_MEN_ADJECTIVE && m->doc->entities.at[m->doc->mentions.at[men].entity].code.len == 0 && m->doc->mentions.at[men].members.n == 0 && !armed(m->doc, men, type)) continue;
            uint32_t pair = slots[i].kind == ATT_SLOT_SUBJ ? before_comma(m->doc, t, fill[k]) : 0;
            if (pair) att_role_collect(m->doc, pair, place, s);
            att_role_collect(m->doc, all ? first_conjunct(m->doc, fill[k]) : fill[k], place, s);
        }
        if (*s->n) found = true;
    }
}

/* "using the occasion to express their concerns": whose words they are speaks, and is not spoken to. */
static void own_words(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *out)
{
    static const char *const UTTER[] = {"express", "voice", "reiterate", "convey", "reaffirm", "restate", "declare", "state", "air", "renew", NULL};
    const att_doc *doc = m->doc;
    if (f->pos != 'v' || out->actor_count || out->recipient_count != 1 || !att_in(doc->toks.at[t].lemma, UTTER)) return;
    const att_mention *men = &doc->mentions.at[out->recipients[0]];
    bool own = men->form == ATT_MEN_PRONOUN && doc->toks.at[men->head].deprel == ATT_DEP_NMOD_POSS && m->taken_by[doc->toks.at[men->head].head] == t;
    if (own) out->actors[out->actor_count++] = out->recipients[0], out->recipient_count = 0;
}

/* "police arrested John Doe": somebody whom the lexicons do not know is a side where the frame's own slots name him. */
static void unknown_persons(const att_matcher *m, uint32_t t, const att_slot *slots, uint32_t count, side *s)
{
    s->anybody = true;
    for (uint32_t i = 0; i < count && *s->n == 0; i++)
        if (slots[i].kind != ATT_SLOT_MOD && slots[i].kind != ATT_SLOT_POSS) fill_side(m, t, &slots[i], 1, false, false, s);
    s->anybody = false;
}

/* "Kenya attacked the rebels together with Uganda": who does it with the actor does it too. */
static void companions(const att_doc *doc, uint32_t t, side *a)
{
    for (uint32_t k = att_child(doc, t, ATT_DEP_OBL, 0); k; k = att_child(doc, t, ATT_DEP_OBL, k + 1))
        if (att_role_in_company(doc, k)) att_role_collect(doc, k, false, a);
}

void att_roles_find(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *out)
{
    *out = (att_roles){0};
    bool sym = (f->flags & ATT_FR_SYM) != 0;
    side a = {.at = out->actors, .n = &out->actor_count};
    side turned = {.at = out->recipients, .n = &out->recipient_count, .other = out->actors};
    if (att_role_turned(m->doc, t, f, &a, &turned)) return;
    fill_side(m, t, f->actor, f->actor_count, sym, false, &a);
    att_role_actors_near(m, t, f, &a);
    if (sym && out->actor_count < 2) att_role_partners_far(m, t, f, &a);
    side r = {.at = out->recipients, .n = &out->recipient_count, .other = out->actors, .other_n = out->actor_count, .m = m, .f = f};
    if (att_role_announced(m, t, f, &r)) return;
    fill_side(m, t, f->recipient, f->recipient_count, false, true, &r);
    own_words(m, t, f, out);
    if (out->recipient_count == 0) att_role_recipients_near(m, t, f, out, &r);
    r.other_n = out->actor_count;
    if (out->recipient_count == 0) att_role_opposed(m, t, f, &r);
    if (out->recipient_count == 0) unknown_persons(m, t, f->recipient, f->recipient_count, &r);
    if (out->recipient_count == 0) att_role_recipients_far(m, t, f, &r);
    if (out->recipient_count == 0) att_role_shared(m, t, f, &r);
    a.other = out->recipients, a.other_n = out->recipient_count;
    if (f->pos == 'v' && out->actor_count) companions(m->doc, t, &a);
    if (out->recipient_count && out->actor_count == 0) unknown_persons(m, t, f->actor, f->actor_count, &a);
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
    side partners = {.at = out.recipients, .n = &out.recipient_count};
    for (uint32_t i = 0; i < f->actor_count; i++)
        if (partner_slot(&f->actor[i])) fill_side(m, t, &f->actor[i], 1, true, false, &partners);
    for (uint32_t i = 0; i < r->actor_count; i++)
        if (!has(doc, out.recipients, out.recipient_count, r->actors[i])) out.actors[out.actor_count++] = r->actors[i];
    bool passive = doc->tok_clause[t] && doc->clauses.at[doc->tok_clause[t]].flags & ATT_CL_PASSIVE; /* "was not consulted": nobody says by whom */
    if (out.recipient_count && (out.actor_count || passive)) *r = out;
}
