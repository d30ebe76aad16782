#include "event/roles.h"

#include "event/oblige.h"

typedef struct {
    att_id *at;
    uint32_t *n;
    const att_id *other;   /* mentions that are taken by the other side */
    uint32_t other_n;
} side;

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
static void collect(const att_doc *doc, uint32_t tok, bool allow_place, side *s)
{
    att_id m = att_actor_at(doc, tok);
    if (m && doc->mentions.at[m].as_place && !allow_place) m = 0;
    else if (!m) m = inside(doc, tok);
    if (m) put(doc, s, m);
    for (uint32_t k = att_child(doc, tok, ATT_DEP_CONJ, 0); k; k = att_child(doc, tok, ATT_DEP_CONJ, k + 1))
        if (k != tok && doc->toks.at[k].head == tok && !doc->tok_clause[k]) collect(doc, k, allow_place, s);
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
            collect(m->doc, fill[k], place, s);
        }
        if (*s->n) found = true;
    }
}

/* An event noun without an agent of its own takes the subject of the verb that it is the object of ("launched an attack",
 * "began talks"), for the verbs that only say that the event takes place. */
static void support_subject(const att_matcher *m, uint32_t t, side *s)
{
    static const char *const SUPPORT[] = {"launch", "begin", "start", "hold", "make", "stage", "conduct", "carry", "continue", "resume", "open",
                                          "mount", "plan", "announce", "issue", "give", "offer", "order", "take", "have", "lead", "join", "attend",
                                          "deliver", "step", "intensify", "end", "suspend", "halt", "stop", "cancel", "threaten", "extend", "send", NULL};
    const att_doc *doc = m->doc;
    uint32_t up = doc->toks.at[t].head;
    bool object = doc->toks.at[t].deprel == ATT_DEP_OBJ || doc->toks.at[t].deprel == ATT_DEP_OBL || doc->toks.at[t].deprel == ATT_DEP_NSUBJ_PASS;
    if (!object || !up || !doc->tok_clause[up] || !att_in(doc->toks.at[up].lemma, SUPPORT)) return;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    if (subj && subj != t) collect(doc, subj, false, s);
}

/* "After talks with Scholz, Putin said ...": who speaks of a meeting with one party was the other. */
static void other_party(const att_matcher *m, uint32_t t, side *s)
{
    const att_doc *doc = m->doc;
    uint32_t up = doc->toks.at[t].head, last = t;
    for (uint32_t steps = 0; up && !doc->tok_clause[up] && steps < 3; steps++) last = up, up = doc->toks.at[up].head;
    if (!up || !doc->tok_clause[up] || doc->toks.at[last].deprel != ATT_DEP_OBL) return;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    if (subj) collect(doc, subj, false, s);
}

/* "agreed to meet Saudi Arabia", "threatened to attack Lebanon": whom the promised, refused or threatened act is done to. */
static void content_recipient(const att_matcher *m, uint32_t t, const att_frame *f, side *r)
{
    static const att_slot SLOTS[] = {{ATT_SLOT_OBJ, false, {0}}, {ATT_SLOT_PREP, false, {"with", 4}}, {ATT_SLOT_PREP, false, {"against", 7}}, {ATT_SLOT_PREP, false, {"on", 2}}, {ATT_SLOT_PREP, false, {"to", 2}}};
    const att_doc *doc = m->doc;
    if (f->type != ATT_AGREE && f->type != ATT_REJECT && f->type != ATT_THREATEN) return;
    uint32_t x = att_child(doc, t, ATT_DEP_XCOMP, 0);
    for (size_t i = 0; x && i < sizeof SLOTS / sizeof *SLOTS && *r->n == 0; i++) {
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, x, &SLOTS[i], fill);
        for (uint32_t k = 0; k < n; k++) collect(doc, fill[k], false, r);
    }
}

/* Harm without a recipient in the frame's own slots: whom or what the words after "against", "on" or "in" name. A place counts only
 * when it belongs to another state than the one who acts. */
static void fallback_recipient(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *sofar, side *r)
{
    static const att_slot SLOTS[] = {{ATT_SLOT_PREP, false, {"against", 7}}, {ATT_SLOT_PREP, false, {"on", 2}}, {ATT_SLOT_PREP, false, {"in", 2}}};
    if (f->type != ATT_ASSAULT && f->type != ATT_COERCE && f->type != ATT_SANCTION && f->type != ATT_PROTEST) return;
    if (f->flags & ATT_FR_SYM || sofar->actor_count == 0) return;
    const att_doc *doc = m->doc;
    att_slice own = doc->entities.at[doc->mentions.at[sofar->actors[0]].entity].code;
    for (size_t i = 0; i < sizeof SLOTS / sizeof *SLOTS && *r->n == 0; i++) {
        uint32_t fill[ATT_SLOT_MAX_FILLERS];
        uint32_t n = att_slot_fill(m, t, &SLOTS[i], fill);
        for (uint32_t k = 0; k < n && *r->n == 0; k++) {
            att_id men = att_actor_at(doc, fill[k]);
            if (!men) continue;
            bool place = doc->mentions.at[men].as_place || i == 2;
            att_slice code = doc->entities.at[doc->mentions.at[men].entity].code;
            if (place && (f->type != ATT_ASSAULT || att_eq(code, own) || own.len == 0)) continue;
            collect(doc, fill[k], true, r);
        }
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
    if (passive) collect(doc, obj, false, &a);
}

void att_roles_find(const att_matcher *m, uint32_t t, const att_frame *f, att_roles *out)
{
    *out = (att_roles){0};
    bool sym = (f->flags & ATT_FR_SYM) != 0;
    side a = {out->actors, &out->actor_count, NULL, 0};
    fill_side(m, t, f->actor, f->actor_count, sym, false, &a);
    if (out->actor_count == 0 && f->pos == 'n') support_subject(m, t, &a);
    if (sym && f->pos == 'n' && f->type == ATT_CONSULT && out->actor_count == 1) other_party(m, t, &a);
    side r = {out->recipients, &out->recipient_count, out->actors, out->actor_count};
    fill_side(m, t, f->recipient, f->recipient_count, false, true, &r);
    if (out->recipient_count == 0) content_recipient(m, t, f, &r);
    if (out->recipient_count == 0) fallback_recipient(m, t, f, out, &r);
    move_forces(m, t, f, out);
}
