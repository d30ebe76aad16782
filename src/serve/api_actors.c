/* api_actors.c: who deals with whom. Two are linked by each event that has one on its actor side and the other on its recipient
 * side; cooperation and conflict are counted apart. level=name: persons and bodies by name; else countries and bodies by code. */
#include "serve/ask.h"

#include <stdlib.h>

enum { MOST_NODES = 300, MOST_LINKS = 600 };

typedef struct {
    uint32_t a, b;             /* a < b; both 0 = empty slot */
    uint32_t cooperation, conflict;
    double score;
} link_of;

typedef struct {
    link_of *slots;
    uint32_t n, cap;           /* power of two, at most half full */
} links;

typedef struct {
    uint32_t id, did, received, cooperation, conflict;
} node;

static link_of *slot_of(link_of *slots, uint32_t cap, uint32_t a, uint32_t b)
{
    uint32_t at = (uint32_t)att_hash2(a, b) & (cap - 1);
    while (slots[at].a && (slots[at].a != a || slots[at].b != b)) at = (at + 1) & (cap - 1);
    return &slots[at];
}

static link_of *link_at(links *l, att_arena *arena, uint32_t a, uint32_t b)
{
    if (a > b) {
        uint32_t t = a;
        a = b, b = t;
    }
    if (2 * (l->n + 1) > l->cap) {
        uint32_t cap = l->cap ? 2 * l->cap : 1024;
        link_of *slots = att_new(arena, link_of, cap);
        for (uint32_t i = 0; i < l->cap; i++)
            if (l->slots[i].a) *slot_of(slots, cap, l->slots[i].a, l->slots[i].b) = l->slots[i];
        l->slots = slots;
        l->cap = cap;
    }
    link_of *s = slot_of(l->slots, l->cap, a, b);
    if (!s->a) {
        s->a = a, s->b = b;
        l->n++;
    }
    return s;
}

/* Ids of a side without doubles; at most the seats that there are. */
static uint32_t side_ids(const att_board *b, const att_fact *e, att_part part, bool names, uint32_t *out)
{
    uint32_t n = 0;
    const att_seat *s = b->seats.at + e->seats;
    for (uint32_t i = 0; i < e->seat_count; i++) {
        uint32_t id = names ? s[i].entity : s[i].party;
        bool again = s[i].part != part || id == 0 || (!names && !s[i].coded);
        for (uint32_t k = 0; k < n && !again; k++) again = out[k] == id;
        if (!again) out[n++] = id;
    }
    return n;
}

static void count_fact(const att_board *b, const att_fact *e, bool names, node *nodes, links *l, att_arena *arena)
{
    att_mark m = att_arena_mark(arena);
    uint32_t *left = att_new(arena, uint32_t, e->seat_count + 1), *right = att_new(arena, uint32_t, e->seat_count + 1);
    uint32_t nl = side_ids(b, e, ATT_PART_ACTOR, names, left), nr = side_ids(b, e, ATT_PART_RECIPIENT, names, right);
    bool cooperation = e->quad == 1 || e->quad == 2, conflict = e->quad > 2;
    for (uint32_t i = 0; i < nl; i++) nodes[left[i]].did++, nodes[left[i]].cooperation += cooperation, nodes[left[i]].conflict += conflict;
    for (uint32_t i = 0; i < nr; i++) nodes[right[i]].received++, nodes[right[i]].cooperation += cooperation, nodes[right[i]].conflict += conflict;
    uint32_t ids[2 * 16];
    uint32_t kl = nl < 16 ? nl : 16, kr = nr < 16 ? nr : 16; /* a roll call of fifty states is no fifty by fifty dealings */
    memcpy(ids, left, kl * sizeof *ids);
    memcpy(ids + 16, right, kr * sizeof *ids);
    att_arena_rewind(arena, m);
    for (uint32_t i = 0; i < kl; i++)
        for (uint32_t k = 0; k < kr; k++) {
            if (ids[i] == ids[16 + k]) continue;
            link_of *x = link_at(l, arena, ids[i], ids[16 + k]);
            x->cooperation += cooperation;
            x->conflict += conflict;
            x->score += (double)e->score;
        }
}

static int by_events(const void *a, const void *b)
{
    const node *x = a, *y = b;
    uint32_t nx = x->did + x->received, ny = y->did + y->received;
    return nx != ny ? (nx < ny ? 1 : -1) : x->id < y->id ? -1 : 1;
}

static int by_weight(const void *a, const void *b)
{
    const link_of *x = a, *y = b;
    uint32_t nx = x->cooperation + x->conflict, ny = y->cooperation + y->conflict;
    return nx != ny ? (nx < ny ? 1 : -1) : x->a != y->a ? (x->a < y->a ? -1 : 1) : x->b < y->b ? -1 : x->b > y->b;
}

static void put_node(att_ask *q, const node *n, bool names)
{
    const att_board *b = q->board;
    att_comma(&q->out);
    att_put_char(&q->out, '{');
    att_member(&q->out, "key", names ? b->entities.names.at[n->id] : b->parties.names.at[n->id]);
    att_member(&q->out, "label", names ? b->entities.names.at[n->id] : att_party_label(b, n->id));
    if (names) att_member(&q->out, "party", b->parties.names.at[b->entity_party[n->id]]);
    att_member_number(&q->out, "did", n->did);
    att_member_number(&q->out, "received", n->received);
    att_member_number(&q->out, "cooperation", n->cooperation);
    att_member_number(&q->out, "conflict", n->conflict);
    att_put_char(&q->out, '}');
}

static void put_link(att_ask *q, const link_of *l, const uint32_t *place)
{
    att_comma(&q->out);
    att_putf(&q->out, "[%u,%u,%u,%u,", place[l->a] - 1, place[l->b] - 1, l->cooperation, l->conflict);
    att_put_number(&q->out, l->score);
    att_put_char(&q->out, ']');
}

/* Only links between nodes that are shown. place: position in the list of nodes + 1, by id. */
static void put_links(att_ask *q, links *l, const uint32_t *place)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->cap; i++)
        if (l->slots[i].a && place[l->slots[i].a] && place[l->slots[i].b]) l->slots[n++] = l->slots[i];
    if (n) qsort(l->slots, n, sizeof *l->slots, by_weight);
    att_key(&q->out, "links");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && i < MOST_LINKS; i++) put_link(q, &l->slots[i], place);
    att_put_char(&q->out, ']');
}

int att_api_actors(att_ask *q)
{
    const att_board *b = q->board;
    bool names = att_is(att_param_get(q->params, "level"), "name");
    uint32_t size = names ? b->entities.names.n : b->parties.names.n, n = 0, total = 0, most = att_param_count(q->params, "limit", 60, MOST_NODES);
    att_filter f;
    links l = {0};
    if (!att_ask_filter(q, &f)) return 400;
    node *nodes = att_new(q->arena, node, size + 1);
    uint32_t *place = att_new(q->arena, uint32_t, size + 1);
    for (uint32_t i = 0; i < b->facts.n; i++)
        if (att_filter_test(&f, i) == 0) count_fact(b, &b->facts.at[i], names, nodes, &l, q->arena), total++;
    for (uint32_t i = 1; i < size; i++) {
        nodes[i].id = i;
        if (nodes[i].did + nodes[i].received) nodes[n++] = nodes[i];
    }
    if (n) qsort(nodes, n, sizeof *nodes, by_events);
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", total);
    att_member_number(&q->out, "actors", n);
    att_key(&q->out, "nodes");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && i < most; i++) {
        place[nodes[i].id] = i + 1;
        put_node(q, &nodes[i], names);
    }
    att_put_char(&q->out, ']');
    put_links(q, &l, place);
    att_put_char(&q->out, '}');
    return 200;
}
