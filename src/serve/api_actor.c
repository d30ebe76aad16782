/* api_actor.c: one actor: what kinds of things it did and had done to it, with whom, and who belongs to it. key is a code or a
 * name. What it said, and the events themselves, are answers of their own with party=key. */
#include "serve/ask.h"

#include <stdlib.h>

enum { SHOWN = 40 };

typedef struct {
    uint32_t id, did[2], received[2]; /* [0] cooperation, [1] conflict */
} dealing;

typedef struct {
    uint32_t party, entity; /* what the key stands for; 0 = not that */
    uint32_t did, received;
    uint32_t *type_did, *type_received;
    dealing *with;          /* by party */
    uint32_t *member;       /* events of each entity of the party */
} portrait;

static bool is_key(const portrait *p, const att_seat *s) { return (p->party && s->party == p->party) || (p->entity && s->entity == p->entity); }

static void meet(const att_board *b, portrait *p, const att_fact *e, bool as_actor)
{
    const att_seat *s = b->seats.at + e->seats;
    int kind = e->quad > 2;
    for (uint32_t i = 0; i < e->seat_count; i++) {
        bool again = s[i].part != (as_actor ? ATT_PART_RECIPIENT : ATT_PART_ACTOR) || is_key(p, &s[i]);
        for (uint32_t k = 0; k < i && !again; k++) again = s[k].part == s[i].part && s[k].party == s[i].party;
        if (again || e->quad == 0) continue;
        if (as_actor)
            p->with[s[i].party].did[kind]++;
        else
            p->with[s[i].party].received[kind]++;
    }
}

static void look(const att_board *b, portrait *p, const att_fact *e)
{
    const att_seat *s = b->seats.at + e->seats;
    bool did = false, received = false;
    for (uint32_t i = 0; i < e->seat_count; i++) {
        if (s[i].part == ATT_PART_SAID_BY || !is_key(p, &s[i])) continue;
        did |= s[i].part == ATT_PART_ACTOR;
        received |= s[i].part == ATT_PART_RECIPIENT;
        p->member[s[i].entity]++;
    }
    uint32_t type = e->one[ATT_ONE_TYPE];
    if (did) p->did++, p->type_did[type]++, meet(b, p, e, true);
    if (received) p->received++, p->type_received[type]++, meet(b, p, e, false);
}

static uint32_t weight(const dealing *d) { return d->did[0] + d->did[1] + d->received[0] + d->received[1]; }

static int by_weight(const void *a, const void *b)
{
    const dealing *x = a, *y = b;
    uint32_t nx = weight(x), ny = weight(y);
    return nx != ny ? (nx < ny ? 1 : -1) : x->id < y->id ? -1 : x->id > y->id;
}

static void put_with(att_ask *q, portrait *p)
{
    uint32_t n = 0, size = q->board->parties.names.n;
    for (uint32_t i = 1; i < size; i++) {
        p->with[i].id = i;
        if (weight(&p->with[i])) p->with[n++] = p->with[i];
    }
    if (n) qsort(p->with, n, sizeof *p->with, by_weight);
    att_key(&q->out, "with");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && i < SHOWN; i++) {
        const dealing *d = &p->with[i];
        att_comma(&q->out);
        att_put_char(&q->out, '{');
        att_member(&q->out, "key", q->board->parties.names.at[d->id]);
        att_member(&q->out, "label", att_party_label(q->board, d->id));
        att_key(&q->out, "did");
        att_putf(&q->out, "[%u,%u],\"received\":[%u,%u]}", d->did[0], d->did[1], d->received[0], d->received[1]);
    }
    att_put_char(&q->out, ']');
}

static void put_types(att_ask *q, const portrait *p)
{
    const att_dict *types = &q->board->one[ATT_ONE_TYPE];
    att_key(&q->out, "types");
    att_put_char(&q->out, '[');
    for (uint32_t t = 1; t < types->names.n; t++) {
        if (!p->type_did[t] && !p->type_received[t]) continue;
        att_comma(&q->out);
        att_put_char(&q->out, '[');
        att_put_json(&q->out, types->names.at[t]);
        att_putf(&q->out, ",%u,%u]", p->type_did[t], p->type_received[t]);
    }
    att_put_char(&q->out, ']');
}

/* Those of the party that are named most; p->with is free by now and serves for sorting. */
static void put_members(att_ask *q, portrait *p)
{
    uint32_t n = 0, size = q->board->entities.names.n;
    dealing *d = att_new(q->arena, dealing, size + 1);
    for (uint32_t i = 1; i < size; i++)
        if (p->member[i]) d[n++] = (dealing){.id = i, .did = {p->member[i], 0}};
    if (n) qsort(d, n, sizeof *d, by_weight);
    att_key(&q->out, "members");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && i < SHOWN; i++) {
        att_comma(&q->out);
        att_put_char(&q->out, '[');
        att_put_json(&q->out, q->board->entities.names.at[d[i].id]);
        att_putf(&q->out, ",%u]", d[i].did[0]);
    }
    att_put_char(&q->out, ']');
}

int att_api_actor(att_ask *q)
{
    const att_board *b = q->board;
    att_slice key = att_param_get(q->params, "key");
    portrait p = {.party = att_dict_find(&b->parties, key), .entity = att_dict_find(&b->entities, key)};
    att_filter f;
    if (!p.party && !p.entity) return att_refuse(q, 404, "No event of this store has such an actor.");
    uint32_t of = p.entity ? b->entity_party[p.entity] : 0;
    if (of && att_eq(att_party_label(b, of), key)) p.party = of; /* "Russia" is RUS */
    if (p.party) p.entity = 0; /* a country as a whole, not only where it is named */
    if (!att_ask_filter(q, &f)) return 400;
    p.type_did = att_new(q->arena, uint32_t, b->one[ATT_ONE_TYPE].names.n + 1);
    p.type_received = att_new(q->arena, uint32_t, b->one[ATT_ONE_TYPE].names.n + 1);
    p.with = att_new(q->arena, dealing, b->parties.names.n + 1);
    p.member = att_new(q->arena, uint32_t, b->entities.names.n + 1);
    for (uint32_t i = 0; i < b->facts.n; i++)
        if (att_filter_test(&f, i) == 0) look(b, &p, &b->facts.at[i]);
    att_put_char(&q->out, '{');
    att_member(&q->out, "key", p.party ? b->parties.names.at[p.party] : key);
    att_member(&q->out, "label", p.party ? att_party_label(b, p.party) : key);
    att_member(&q->out, "kind", p.party ? ATT_LIT("party") : ATT_LIT("name"));
    uint32_t party = p.party ? p.party : of;
    att_member(&q->out, "party", b->parties.names.at[party]);
    att_member(&q->out, "party_label", att_party_label(b, party));
    att_member_number(&q->out, "did", p.did);
    att_member_number(&q->out, "received", p.received);
    put_types(q, &p);
    put_with(q, &p);
    put_members(q, &p);
    att_put_char(&q->out, '}');
    return 200;
}
