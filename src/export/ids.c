#include "export/ids.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"

void att_id_set_release(att_id_set *s)
{
    free(s->slot);
    *s = (att_id_set){0};
}

/* 0 marks an empty slot, so an id of 0 is never given. */
static bool place(uint64_t *slot, uint32_t cap, uint64_t id)
{
    uint32_t i = (uint32_t)att_mix(id) & (cap - 1);
    while (slot[i] && slot[i] != id) i = (i + 1) & (cap - 1);
    if (slot[i] == id) return false;
    slot[i] = id;
    return true;
}

static bool grow(att_id_set *s)
{
    uint32_t cap = s->cap ? s->cap * 2 : 64;
    uint64_t *slot = calloc(cap, sizeof *slot);
    if (!slot) return false;
    for (uint32_t i = 0; i < s->cap; i++)
        if (s->slot[i]) place(slot, cap, s->slot[i]);
    free(s->slot);
    s->slot = slot;
    s->cap = cap;
    return true;
}

/* True when id is new in the set. */
static bool put(att_id_set *s, uint64_t id)
{
    if (id == 0) return false;
    if (s->n + 1 > s->cap / 2 && !grow(s)) return s->failed = true;
    if (!place(s->slot, s->cap, id)) return false;
    s->n++;
    return true;
}

const char *att_record_id(att_id_set *s, att_slice doc, const char *type, att_span span, char out[ATT_ID_BYTES])
{
    uint64_t base = att_hash2(att_hash(doc), att_hash(att_slice_of(type)));
    base = att_hash2(base, (uint64_t)span.beg << 32 | span.end);
    uint64_t id = base;
    for (uint64_t again = 1; !put(s, id); again++) id = att_hash2(base, again);
    snprintf(out, ATT_ID_BYTES, "%016llx", (unsigned long long)id);
    return out;
}
