#include "base/hash.h"

enum { MIN_SLOTS = 4 }; /* most maps of a lexicon hold one or two words */

uint64_t att_mix(uint64_t x)
{
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9u;
    x ^= x >> 27;
    x *= 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

uint64_t att_hash(att_slice s)
{
    uint64_t h = 0xCBF29CE484222325u;
    for (uint32_t i = 0; i < s.len; i++) h = (h ^ (unsigned char)s.ptr[i]) * 0x100000001B3u;
    return att_mix(h);
}

static uint32_t shorten(uint64_t hash)
{
    uint32_t h = (uint32_t)(hash >> 32);
    return h ? h : 1;
}

/* The slot that holds key, or the empty one where it belongs. cap must not be 0. */
static att_map_slot *find_slot(att_map_slot *slots, uint32_t cap, att_slice key, uint32_t h)
{
    for (uint32_t i = h & (cap - 1);; i = (i + 1) & (cap - 1)) {
        att_map_slot *s = &slots[i];
        if (s->hash == 0 || (s->hash == h && att_eq(s->key, key))) return s;
    }
}

uint32_t *att_map_get_hashed(const att_map *m, att_slice key, uint64_t hash)
{
    if (m->n == 0) return NULL;
    att_map_slot *s = find_slot(m->slots, m->cap, key, shorten(hash));
    return s->hash ? &s->value : NULL;
}

uint32_t *att_map_get(const att_map *m, att_slice key) { return m->n ? att_map_get_hashed(m, key, att_hash(key)) : NULL; }

/* At most two thirds of cap slots are taken. */
static uint32_t room_in(uint32_t cap) { return (uint32_t)((uint64_t)cap * 2 / 3); }

static void grow(att_map *m, att_arena *a, uint32_t cap)
{
    att_map_slot *slots = att_new(a, att_map_slot, cap);
    for (uint32_t i = 0; i < m->cap; i++)
        if (m->slots[i].hash) *find_slot(slots, cap, m->slots[i].key, m->slots[i].hash) = m->slots[i];
    m->slots = slots;
    m->cap = cap;
}

void att_map_reserve(att_map *m, att_arena *a, uint32_t n)
{
    uint32_t cap = m->cap ? m->cap : MIN_SLOTS;
    while (room_in(cap) < n && cap < 1u << 31) cap *= 2;
    if (cap > m->cap) grow(m, a, cap);
}

uint32_t *att_map_put(att_map *m, att_arena *a, att_slice key, bool *fresh)
{
    if (m->n >= room_in(m->cap)) grow(m, a, m->cap ? m->cap * 2 : MIN_SLOTS);
    uint32_t h = shorten(att_hash(key));
    att_map_slot *s = find_slot(m->slots, m->cap, key, h);
    bool is_new = s->hash == 0;
    if (is_new) {
        *s = (att_map_slot){key, 0, h};
        m->n++;
    }
    if (fresh) *fresh = is_new;
    return &s->value;
}
