#include "event/roles_int.h"

#include "event/oblige.h"
#include "nlp/nlp.h"

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

bool att_role_is_force(const att_matcher *m, const att_frame *f, uint32_t tok)
{
    static const char *const ALSO[] = {"police", "policeman", "man", "men", "personnel", "officer", "navy", "fighter", NULL};
    if (f->type == ATT_MOBILIZE && att_in(m->doc->toks.at[tok].lemma, ALSO)) return true;
    const uint32_t *at = att_map_get(&m->frames->classes, ATT_LIT("troops"));
    return at && att_map_get(&m->frames->class_words.at[*at], m->doc->toks.at[tok].lemma) != NULL;
}

static bool moves_forces(const att_frame *f)
{
    switch (f->type) {
    case ATT_MOBILIZE: case ATT_RETREAT: case ATT_AGREE: case ATT_REJECT: case ATT_THREATEN: case ATT_CONCEDE: case ATT_AID: return f->pos != 'n';
    default: return false;
    }
}

/* "pulled back its troops", "sent soldiers to the border": whose soldiers they are, he acts with them. */
static bool acts_with(const att_doc *doc, const side *s, att_id m)
{
    if (!s->f || !moves_forces(s->f) || !att_role_is_force(s->m, s->f, doc->mentions.at[m].head)) return false;
    att_slice prep = att_case_of(doc, doc->mentions.at[m].head);
    if (prep.len && !att_is(prep, "of")) return false; /* "surrendered to government forces" */
    att_slice code = doc->entities.at[entity_of(doc, m)].code;
    if (code.len == 0 || s->other_n == 0 || !att_noun_owner(doc, doc->mentions.at[m].head)) return true; /* "sent troops": nobody else's */
    for (uint32_t i = 0; i < s->other_n; i++) {
        att_slice other = doc->entities.at[entity_of(doc, s->other[i])].code;
        if (other.len == 0 || att_eq(other, code)) return true;
    }
    return false;
}

/* "Ankara voiced Turkey's support for Qatar", "Biden promised that the US would help": a government's own state is no other side. */
static bool state_of(const att_doc *doc, const side *s, att_id m)
{
    const att_entity *e = &doc->entities.at[entity_of(doc, m)];
    for (uint32_t i = 0; i < s->other_n; i++) {
        const att_entity *o = &doc->entities.at[entity_of(doc, s->other[i])];
        if (e->kind == ATT_KIND_PLACE && att_is(o->sector, "GOV") && e->code.len && att_eq(e->code, o->code)) return true;
    }
    return false;
}

/* "Russia and the US destroyed their stocks": they are the other side. */
static bool all_there(const att_doc *doc, const side *s, att_id m)
{
    att_ids members = doc->mentions.at[m].members;
    for (uint32_t i = 0; i < members.n; i++) {
        bool there = false;
        for (uint32_t k = 0; k < s->other_n; k++) there |= entity_of(doc, s->other[k]) == members.at[i];
        if (!there) return false;
    }
    return members.n > 0;
}

/* "turned himself in", "defend themselves": who acts is no other side. */
static bool is_reflexive(const att_doc *doc, att_id m)
{
    att_slice w = doc->toks.at[doc->mentions.at[m].head].lower;
    return doc->mentions.at[m].form == ATT_MEN_PRONOUN && (att_ends(w, "self") || att_ends(w, "selves"));
}

static void put(const att_doc *doc, side *s, att_id m)
{
    if (is_reflexive(doc, m)) return;
    m = first_person(doc, m);
    if (acts_with(doc, s, m) || all_there(doc, s, m)) return;
    att_id e = entity_of(doc, m);
    for (uint32_t i = 0; i < *s->n; i++)
        if (s->at[i] == m || (e && entity_of(doc, s->at[i]) == e)) return;
    for (uint32_t i = 0; i < s->other_n; i++)
        if (s->other[i] == m || (e && entity_of(doc, s->other[i]) == e)) return;
    if (*s->n < ATT_MAX_SIDE) s->at[(*s->n)++] = m;
}

/* The word for a party inside a noun phrase whose head is none: possessor, nationality adjective, name before it, of/by/from (and between); 0 = none. */
static uint32_t inside(const att_doc *doc, uint32_t tok, bool between)
{
    static const uint8_t DIRECT[] = {ATT_DEP_NMOD_POSS, ATT_DEP_AMOD, ATT_DEP_COMPOUND, ATT_DEP_NMOD_DESC, 0};
    for (const uint8_t *r = DIRECT; *r; r++)
        for (uint32_t k = att_child(doc, tok, (att_deprel)*r, 0); k; k = att_child(doc, tok, (att_deprel)*r, k + 1)) {
            if (att_actor_at(doc, k)) return k;
            bool participle = *r == ATT_DEP_AMOD && att_is_led(doc->toks.at[k].lower);
            bool deeper = *r == ATT_DEP_COMPOUND || participle; /* "the U.S. frigate Stark" hangs word by word; "a rebel-held town", "a Japanese-drafted text" */
            for (const uint8_t *q = DIRECT + 1; deeper && *q; q++) {
                uint32_t j = att_child(doc, k, (att_deprel)*q, 0);
                if (j && att_actor_at(doc, j)) return j;
            }
        }
    for (uint32_t k = att_child(doc, tok, ATT_DEP_NMOD, 0); k; k = att_child(doc, tok, ATT_DEP_NMOD, k + 1)) {
        static const char *const PREPS[] = {"of", "by", "from", "against", NULL}, *const BORDERS[] = {"border", "frontier", "boundary", NULL};
        bool beyond = att_in(doc->toks.at[tok].lemma, BORDERS) && att_is(att_case_of(doc, k), "with"); /* "the border with Ukraine" */
        att_slice prep = att_case_of(doc, k);
        bool members = between && (att_is(prep, "between") || att_is(prep, "among")); /* "rivalries between gangs" */
        att_id m = beyond || members || att_in(prep, PREPS) ? att_actor_at(doc, k) : 0;
        if (m && !doc->mentions.at[m].as_place) return k;
    }
    /* "an appeal filed by prosecutors", "a plan put forward by Turkey" */
    for (uint32_t k = att_child(doc, tok, ATT_DEP_ACL, 0); k; k = att_child(doc, tok, ATT_DEP_ACL, k + 1)) {
        const att_clause *c = &doc->clauses.at[doc->tok_clause[k]];
        uint32_t agent = doc->tok_clause[k] && !(c->flags & ATT_CL_INFINITIVE) ? c->agent : 0;
        if (agent && att_actor_at(doc, agent)) return agent;
    }
    return 0;
}

/* A person or body that plays no part in politics ("the police arrested John Doe"). */
static att_id anybody(const att_doc *doc, uint32_t tok)
{
    att_id m = doc->tok_mention[tok];
    if (!m || doc->mentions.at[m].form == ATT_MEN_PRONOUN || doc->mentions.at[m].as_place) return 0;
    if (!doc->mentions.at[m].entity && doc->toks.at[tok].upos == ATT_PROPN) return m; /* a surname that nothing is known of */
    uint8_t kind = doc->entities.at[doc->mentions.at[m].entity].kind;
    return kind == ATT_KIND_PERSON || kind == ATT_KIND_ORG || kind == ATT_KIND_GROUP ? m : 0;
}

att_id att_role_mention(const att_doc *doc, uint32_t tok)
{
    att_id m = att_actor_at(doc, tok);
    return m ? m : att_actor_at(doc, inside(doc, tok, false));
}

static bool has_code(const att_doc *doc, att_id m) { return doc->entities.at[entity_of(doc, m)].code.len > 0; }

/* "along with Uganda", "together with Uganda", also with the adverb under the verb. */
static bool in_company(const att_doc *doc, uint32_t tok)
{
    static const char *const COMPANY[] = {"along", "together", "jointly", "alongside", NULL};
    uint32_t prep = att_child(doc, tok, ATT_DEP_CASE, 0);
    if (!prep || doc->toks.at[prep].sent != doc->toks.at[prep - 1].sent) return prep && att_in(doc->toks.at[prep].lower, COMPANY);
    return att_in(doc->toks.at[prep].lower, COMPANY) || (att_is(doc->toks.at[prep].lower, "with") && att_in(doc->toks.at[prep - 1].lower, COMPANY));
}

/* "powers, including Iran", "figures such as Aliyev", "Kenya, along with Uganda": who is named besides. */
static bool is_named_besides(const att_doc *doc, uint32_t tok)
{
    static const char *const MORE[] = {"including", "such", "notably", "namely", "especially", "particularly", NULL};
    return doc->toks.at[tok].deprel == ATT_DEP_NMOD && (att_in(att_case_of(doc, tok), MORE) || in_company(doc, tok));
}

/* What is joined to a word by "and", or named besides. */
static void collect_joined(const att_doc *doc, uint32_t tok, bool allow_place, side *s)
{
    for (uint32_t k = att_next_child(doc, tok, 0); k; k = att_next_child(doc, tok, k)) {
        bool joined = doc->toks.at[k].deprel == ATT_DEP_CONJ && !doc->tok_clause[k];
        if (joined || is_named_besides(doc, k)) att_role_collect(doc, k, allow_place, s);
    }
}

/* The mention that a slot filler stands for, and those coordinated with it. */
void att_role_collect(const att_doc *doc, uint32_t tok, bool allow_place, side *s)
{
    att_id m = att_actor_at(doc, tok);
    uint32_t also = m && !has_code(doc, m) ? att_child(doc, tok, ATT_DEP_APPOS, 0) : 0; /* "his main ally, the Russian president, Putin" */
    for (uint32_t steps = 0; also && steps < 3; also = att_child(doc, also, ATT_DEP_APPOS, 0), steps++)
        if (!has_code(doc, m) && has_code(doc, att_actor_at(doc, also))) m = att_actor_at(doc, also);
    uint32_t in = m ? 0 : inside(doc, tok, !s->f || s->f->type == ATT_ACCUSE);
    if (m && doc->mentions.at[m].as_place && !allow_place) m = 0;
    if (in && !state_of(doc, s, att_actor_at(doc, in))) {
        m = att_actor_at(doc, in);
        put(doc, s, m);
        if (doc->toks.at[in].deprel == ATT_DEP_NMOD) collect_joined(doc, in, allow_place, s); /* "clashes between Kenya and Somalia" */
    } else {
        if (!m && s->anybody) m = anybody(doc, tok);
        if (m) put(doc, s, m);
    }
    collect_joined(doc, tok, allow_place, s);
}

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
            if (slots[i].kind == ATT_SLOT_COMP && state_of(m->doc, s, att_actor_at(m->doc, fill[k]))) continue;
            bool place = allow_place || (all && slots[i].kind != ATT_SLOT_PREP);
            /* "refugee deal", "civilian casualties": a bare role before the noun says what it is about */
            att_id men = slots[i].kind == ATT_SLOT_MOD ? att_actor_at(m->doc, fill[k]) : 0;
            const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
            if (men && m->frame_at[t] && (att_role_is_target(m->doc, men, f) || att_role_is_venue(m->doc, fill[k], f))) continue;
            if (men && m->doc->mentions.at[men].form != ATT_MEN_ADJECTIVE && m->doc->entities.at[m->doc->mentions.at[men].entity].code.len == 0 && m->doc->mentions.at[men].members.n == 0 && !armed(m->doc, men, type)) continue;
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
        if (in_company(doc, k)) att_role_collect(doc, k, false, a);
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
