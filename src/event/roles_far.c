/* roles_far.c: participants that the frame's own slots do not reach: behind other prepositions than the frame lists, under a place that
 * stands between, under the verb that carries an event noun, under what a promise, refusal or threat is about. */
#include "event/roles_int.h"

enum { MAX_BASES = 12 };

typedef struct {
    uint32_t at[MAX_BASES], n;
} bases;

static void base_add(bases *b, uint32_t tok)
{
    for (uint32_t i = 0; i < b->n; i++)
        if (b->at[i] == tok) return;
    if (tok && b->n < MAX_BASES) b->at[b->n++] = tok;
}

/* Object of a clause, when it stands in the same sentence as a child (not inherited by a relative pronoun), and what is joined to it. */
static void base_object(const att_doc *doc, uint32_t t, bases *b)
{
    uint32_t obj = doc->tok_clause[t] ? doc->clauses.at[doc->tok_clause[t]].obj : 0;
    if (!obj || doc->toks.at[obj].head != t || att_actor_at(doc, obj)) return; /* what stands behind a party is that party's own */
    base_add(b, obj);
    for (uint32_t k = att_child(doc, obj, ATT_DEP_CONJ, 0); k; k = att_child(doc, obj, ATT_DEP_CONJ, k + 1)) base_add(b, k);
}

/* "took part in exercises with Norway", "the exchange of prisoners between them": the word that the frame covers. */
static void base_taken(const att_matcher *m, uint32_t t, bases *b)
{
    const att_sent *s = &m->doc->sents.at[m->doc->toks.at[t].sent];
    for (uint32_t w = s->tok_beg; w < s->tok_end; w++)
        if (m->taken_by[w] == t) base_add(b, w);
}

/* What hangs under a base and passes on what hangs under it: "held talks in Amman with the king" (the parser puts the king under Amman),
 * "announced a suspension of aid to Egypt", "40 million dollars in assistance to Fiji". */
static void base_below(const att_matcher *m, const att_frame *f, bases *b)
{
    const att_doc *doc = m->doc;
    static const char *const HOLDS[] = {"of", "in", "for", "at", NULL};
    for (uint32_t i = 0; i < b->n; i++)
        for (uint32_t k = att_next_child(doc, b->at[i], 0); k; k = att_next_child(doc, b->at[i], k)) {
            uint8_t rel = doc->toks.at[k].deprel;
            if (rel == ATT_DEP_ACL && doc->tok_clause[k] && doc->clauses.at[doc->tok_clause[k]].flags & ATT_CL_PASSIVE) base_add(b, k); /* "the ban imposed on Peru" */
            if (rel == ATT_DEP_NMOD_UNMARKED || rel == ATT_DEP_OBL_UNMARKED) base_add(b, k); /* "raids Friday evening against ..." */
            if (rel != ATT_DEP_NMOD && rel != ATT_DEP_OBL) continue;
            att_id men = doc->tok_mention[k];
            bool akin = m->frame_at[k] && m->frames->frames.at[m->frame_at[k]].type == f->type;
            bool thing = (rel == ATT_DEP_NMOD || akin) && !men && doc->toks.at[k].upos == ATT_NOUN && att_in(att_case_of(doc, k), HOLDS);
            if (thing || (men && doc->mentions.at[men].as_place)) base_add(b, k);
        }
}

uint32_t att_role_content(const att_matcher *m, uint32_t t, const att_frame *f)
{
    const att_doc *doc = m->doc;
    bool stops = f->type == ATT_RETREAT && f->pos == 'v'; /* "stopped bombing Serbia" */
    if (!stops && f->type != ATT_AGREE && f->type != ATT_REJECT && f->type != ATT_THREATEN && f->type != ATT_CONCEDE) return 0;
    uint32_t x = f->pos == 'n' ? 0 : att_child(doc, t, ATT_DEP_XCOMP, 0), obj = f->pos == 'n' ? t : doc->clauses.at[doc->tok_clause[t]].obj;
    if (x || !obj || (obj != t && m->taken_by[obj] != t)) return x;
    return att_child(doc, obj, ATT_DEP_ACL, 0);
}

/* The words whose prepositional phrases may name a side of the event at t, the nearest first. */
static bases bases_of(const att_matcher *m, uint32_t t, const att_frame *f)
{
    const att_doc *doc = m->doc;
    static const char *const GOES_ON[] = {"take", "continue", "begin", "start", "resume", "open", "occur", "go", "be", "end", "break", NULL};
    bases b = {.n = 0};
    base_add(&b, t);
    base_object(doc, t, &b);
    base_taken(m, t, &b);
    uint32_t x = att_role_content(m, t, f);
    if (x) base_add(&b, x), base_object(doc, x, &b);
    uint8_t rel = doc->toks.at[t].deprel;
    uint32_t up = doc->toks.at[t].head;
    bool carried = rel == ATT_DEP_OBJ || rel == ATT_DEP_NSUBJ_PASS || (rel == ATT_DEP_NSUBJ && att_in(doc->toks.at[up].lemma, GOES_ON));
    if (f->pos == 'n' && up && doc->tok_clause[up] && carried) base_add(&b, up);
    base_below(m, f, &b);
    return b;
}

static bool in_place(att_slice prep, uint8_t type)
{
    if (type == ATT_ACCUSE) return false; /* "anger over the Turkish law" */
    static const char *const PLACES[] = {"in", "into", "at", "near", "along", "across", "inside", "over", "outside", NULL};
    return att_in(prep, PLACES);
}

/* A place is a side only when it belongs to another state than the one who acts, and only of what is done there to it. */
static bool place_counts(const att_doc *doc, const att_frame *f, att_id men, const att_role_side *s)
{
    static const uint8_t DONE_THERE[] = {ATT_ASSAULT, ATT_COERCE, ATT_AID, ATT_MOBILIZE, ATT_SANCTION, ATT_RETREAT, ATT_PROTEST};
    if (!memchr(DONE_THERE, f->type, sizeof DONE_THERE)) return false;
    att_slice code = doc->entities.at[doc->mentions.at[men].entity].code;
    if (code.len == 0 || s->other_n == 0) return false;
    for (uint32_t i = 0; i < s->other_n; i++) {
        const att_entity *own = &doc->entities.at[doc->mentions.at[s->other[i]].entity];
        bool stateless = own->code.len == 0 && (att_is(own->sector, "REB") || att_is(own->sector, "UAF"));
        if (!stateless && (own->code.len == 0 || att_eq(own->code, code))) return false;
    }
    return true;
}

/* Also the second of two: "agreed upon with Peru". */
static bool has_case(const att_doc *doc, uint32_t tok, att_slice prep)
{
    if (att_eq(att_case_of(doc, tok), prep)) return true;
    for (uint32_t k = att_child(doc, tok, ATT_DEP_CASE, 0); k; k = att_child(doc, tok, ATT_DEP_CASE, k + 1))
        if (att_eq(doc->toks.at[k].lower, prep)) return true;
    return false;
}

/* "in the north of the Gaza Strip", "in parts of Kashmir": the land that is meant. */
static uint32_t land_of(const att_doc *doc, uint32_t tok)
{
    for (uint32_t k = att_child(doc, tok, ATT_DEP_NMOD, 0); k && !doc->tok_mention[tok]; k = att_child(doc, tok, ATT_DEP_NMOD, k + 1)) {
        att_id m = att_is(att_case_of(doc, k), "of") ? doc->tok_mention[k] : 0;
        if (m && doc->entities.at[doc->mentions.at[m].entity].kind == ATT_KIND_PLACE) return k;
    }
    return tok;
}

/* Whom the phrases with this preposition name; true when somebody was found. */
static bool take_prep(const att_doc *doc, const att_frame *f, const bases *b, att_slice prep, att_role_side *s)
{
    uint32_t before = *s->n;
    for (uint32_t i = 0; i < b->n && *s->n == before; i++)
        for (uint32_t c = att_next_child(doc, b->at[i], 0); c; c = att_next_child(doc, b->at[i], c)) {
            uint8_t rel = doc->toks.at[c].deprel;
            if ((rel != ATT_DEP_OBL && rel != ATT_DEP_NMOD && rel != ATT_DEP_ADVMOD) || !has_case(doc, c, prep)) continue;
            uint32_t k = in_place(prep, f->type) ? land_of(doc, c) : c;
            att_id men = att_role_mention(doc, k);
            bool place = men && (doc->mentions.at[men].as_place || (in_place(prep, f->type) && doc->entities.at[doc->mentions.at[men].entity].kind == ATT_KIND_PLACE));
            if (place && !place_counts(doc, f, men, s)) continue;
            if (!place && men && in_place(prep, f->type) && !att_actor_at(doc, k)) continue; /* "seen in photos released by the ministry" */
            att_role_collect(doc, k, true, s);
        }
    return *s->n > before;
}

/* The prepositions that lead to the other side of an event of this type, the surest first. */
static const char *const *preps_of(uint8_t type)
{
    static const char *const AGREE[] = {"with", "to", "from", "by", NULL}, *const SUPPORT[] = {"with", "to", "for", NULL}, *const CONCEDE[] = {"to", "on", "for", "from", "by", NULL},
                      *const COOPERATE[] = {"with", "to", NULL}, *const AID[] = {"to", "for", "in", "into", NULL}, *const RETREAT[] = {"to", "from", "on", NULL},
                      *const REQUEST[] = {"to", "from", "of", "on", NULL}, *const ACCUSE[] = {"against", "into", "on", "of", "at", "over", "about", NULL},
                      *const REJECT[] = {"from", "with", "to", "by", NULL}, *const THREATEN[] = {"against", "to", NULL}, *const PROTEST[] = {"against", "outside", "at", NULL},
                      *const SANCTION[] = {"against", "on", "to", "with", "from", "in", NULL}, *const MOBILIZE[] = {"against", "to", "in", "into", "near", "along", NULL},
                      *const COERCE[] = {"against", "on", "in", "to", NULL}, *const ASSAULT[] = {"against", "on", "at", "in", "into", "near", NULL}, *const NONE[] = {NULL};
    switch (type) {
    case ATT_AGREE: return AGREE;
    case ATT_SUPPORT: return SUPPORT;
    case ATT_CONCEDE: return CONCEDE;
    case ATT_COOPERATE: return COOPERATE;
    case ATT_AID: return AID;
    case ATT_RETREAT: return RETREAT;
    case ATT_REQUEST: return REQUEST;
    case ATT_ACCUSE: return ACCUSE;
    case ATT_REJECT: return REJECT;
    case ATT_THREATEN: return THREATEN;
    case ATT_PROTEST: return PROTEST;
    case ATT_SANCTION: return SANCTION;
    case ATT_MOBILIZE: return MOBILIZE;
    case ATT_COERCE: return COERCE;
    case ATT_ASSAULT: return ASSAULT;
    default: return NONE;
    }
}

/* "asked for their support", "seeks Turkey's help": whose help is asked for is asked. */
static void asked_owner(const att_matcher *m, uint32_t t, att_role_side *r)
{
    static const char *const EXIT[] = {"exit", "departure", "resignation", "removal", "ouster", "release", "extradition", "trial", "arrest", "prosecution", NULL};
    static const char *const HELP[] = {"support", "help", "aid", "assistance", "backing", "cooperation", "approval", "permission", "consent", "mediation", "protection", "blessing", "solidarity", "forgiveness", NULL};
    const att_doc *doc = m->doc;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        uint32_t poss = att_in(doc->toks.at[k].lemma, HELP) ? att_child(doc, k, ATT_DEP_NMOD_POSS, 0) : 0;
        if (poss && m->taken_by[k] == t) att_role_collect(doc, poss, false, r);
        uint32_t whose = att_in(doc->toks.at[k].lemma, EXIT) ? att_child(doc, k, ATT_DEP_NMOD, 0) : 0; /* "wants a dignified exit for the president" */
        if (whose && att_is(att_case_of(doc, whose), "for")) att_role_collect(doc, whose, false, r);
    }
}

/* "suspended Nigerian imports", "scrapped the Iran deal": the other side is in the name of the thing. */
static void named_in_object(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *r)
{
    static const uint8_t TYPES[] = {ATT_SANCTION, ATT_COOPERATE, ATT_AID, ATT_RETREAT, ATT_CONCEDE};
    uint32_t obj = f->pos == 'v' ? doc->clauses.at[doc->tok_clause[t]].obj : 0;
    if (obj && !att_actor_at(doc, obj) && memchr(TYPES, f->type, sizeof TYPES)) att_role_collect(doc, obj, false, r);
}

/* "rallied behind the farmers", "pleaded with the rebels", "set upon the miners": whom the preposition names that is part of what the frame asks for. */
static void asked_by_frame(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *r)
{
    static const char *const PREPS[] = {"at", "around", "behind", "upon", "with", NULL};
    if (f->type == ATT_AGREE || f->type == ATT_ASSAULT) return; /* "agreed with him", "fought with us" are no deeds to somebody */
    for (uint32_t i = 0; i < f->cond_count && *r->n == 0; i++) {
        const att_cond *c = &f->conds[i];
        if (c->slot.kind != ATT_SLOT_PREP || c->kind == ATT_COND_WORDS || !att_in(c->slot.prep, PREPS)) continue;
        for (uint32_t k = att_child(doc, t, ATT_DEP_OBL, 0); k; k = att_child(doc, t, ATT_DEP_OBL, k + 1)) {
            att_id men = has_case(doc, k, c->slot.prep) ? att_actor_at(doc, k) : 0;
            if (men && !doc->mentions.at[men].as_place) att_role_collect(doc, k, false, r);
        }
    }
}

void att_role_recipients_far(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r)
{
    const att_doc *doc = m->doc;
    if (f->flags & ATT_FR_SYM || (f->recipient_count == 1 && f->recipient[0].kind == ATT_SLOT_ZERO)) return;
    uint32_t whom = doc->clauses.at[doc->tok_clause[t]].iobj;
    if (whom) att_role_collect(doc, whom, false, r); /* "gave Libya a deadline" */
    if (*r->n == 0 && f->type == ATT_REQUEST) asked_owner(m, t, r);
    bases b = bases_of(m, t, f);
    for (int pass = 0; pass < 2; pass++, r->anybody = true) {
        for (uint32_t i = 0; i < f->recipient_count && *r->n == 0; i++)
            if (f->recipient[i].kind == ATT_SLOT_PREP) take_prep(doc, f, &b, f->recipient[i].prep, r);
        if (*r->n == 0) asked_by_frame(doc, t, f, r);
        for (const char *const *p = preps_of(f->type); *p && *r->n == 0; p++) take_prep(doc, f, &b, att_slice_of(*p), r);
        if (*r->n == 0 && pass == 0) named_in_object(doc, t, f, r);
    }
}

void att_role_partners_far(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a)
{
    static const char *const PREPS[] = {"with", "between", "among", NULL};
    bases b = bases_of(m, t, f);
    for (const char *const *p = PREPS; *p; p++)
        if (take_prep(m->doc, f, &b, att_slice_of(*p), a)) return;
}
