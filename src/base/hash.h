/* hash.h: a map from text to a number, in an arena, and the hash functions that model files and ids rely on. */
#ifndef ATT_BASE_HASH_H
#define ATT_BASE_HASH_H

#include "base/arena.h"

/* FNV-1a with a final mix (splitmix64): fast on words. Part of the model file format; never change it. */
uint64_t att_hash(att_slice s);
uint64_t att_mix(uint64_t x);
static inline uint64_t att_hash2(uint64_t a, uint64_t b) { return att_mix(a * 0x9E3779B97F4A7C15u + b); }

typedef struct {
    att_slice key;
    uint32_t value;
    uint32_t hash; /* upper half; 0 only in an empty slot (a hash of 0 is stored as 1) */
} att_map_slot;

/* Open addressing, at most 2/3 full. Zeroed = empty. Keys are not copied. */
typedef struct {
    att_map_slot *slots;
    uint32_t n, cap; /* cap is a power of two */
} att_map;

/* The value of key, or NULL. The pointer holds until the next att_map_put. */
uint32_t *att_map_get(const att_map *m, att_slice key);
/* The same for who has att_hash(key) already. */
uint32_t *att_map_get_hashed(const att_map *m, att_slice key, uint64_t hash);
/* Room for n keys in all, so that the map need not grow on the way. */
void att_map_reserve(att_map *m, att_arena *a, uint32_t n);
/* The place for key's value, 0 when new; *fresh says which. */
uint32_t *att_map_put(att_map *m, att_arena *a, att_slice key, bool *fresh);

#endif
