/* gaz_format.h: the bytes of places.attg, the large gazetteer that tools/gazetteer compiles when the program is built.
 *
 *   att_gaz_head | uint32_t bucket[(1 << bucket_bits) + 1] | att_gaz_key key[keys] | att_gaz_place place[places] |
 *   att_gaz_admin admin[admin1 + admin2] | char country[countries][4] | att_gaz_hand hand[hands] | text
 *
 * All numbers are little-endian; each part begins at a multiple of eight, so that the file is used where it is mapped. A name is
 * found by the hash of its key (att_place_key): the upper bits choose the bucket, the lowest 24 are compared. Keys themselves are
 * not kept: a word that is no name is taken for one in a few of ten million look-ups.
 */
#ifndef ATT_PLACE_GAZ_FORMAT_H
#define ATT_PLACE_GAZ_FORMAT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define ATT_GAZ_MAGIC "ATTPLACE"
enum { ATT_GAZ_FORMAT = 1, ATT_GAZ_MAX_BITS = 24, ATT_GAZ_PLACE_BITS = 23 };

typedef struct {
    char magic[8];
    uint32_t format, bucket_bits;
    uint64_t checksum;   /* att_gaz_checksum of what follows the head */
    uint64_t hand_hash;  /* att_hash of data/place/places.txt, which the hand part belongs to */
    uint32_t keys, places, admin1, admin2, countries, hands, text_bytes, towns; /* towns: places that are populated places */
} att_gaz_head;
_Static_assert(sizeof(att_gaz_head) == 64, "layout is part of the file format");

typedef struct {
    uint8_t check[3];  /* lowest 24 bits of the key's hash */
    uint8_t place[3];  /* number of the place; the highest bit: the name is one of its other names, not its own */
} att_gaz_key;         /* a bucket is sorted by check, then by people downwards */
_Static_assert(sizeof(att_gaz_key) == 6, "layout is part of the file format");
enum { ATT_GAZ_ALT = 1 };

#define ATT_GAZ_KINDS(X) X(CITY, "city") X(PART, "district") X(REGION, "region") X(COUNTY, "county") X(AIRPORT, "airport") X(BASE, "base")
enum {
#define X(id, name) ATT_GAZ_##id,
    ATT_GAZ_KINDS(X)
#undef X
    ATT_GAZ_KIND_COUNT
};

typedef struct {
    uint8_t lat[3], lon[3];  /* (degrees + 90) / 180 and (degrees + 180) / 360 of 2^24 */
    uint8_t geonames[3];     /* 0 = not known */
    uint8_t name[3];         /* in the text */
    uint8_t admin1[2], admin2[2]; /* 1-based; 0 = none */
    uint8_t country;
    uint8_t kind;            /* ATT_GAZ_..., and rank times 16: 4 capital of a state, 3 seat of a first-level division, 2 of a second-level one */
    uint8_t people;          /* 10 * log2(people + 1) */
} att_gaz_place;
_Static_assert(sizeof(att_gaz_place) == 19, "layout is part of the file format");

typedef struct { uint32_t name; } att_gaz_admin; /* in the text */

/* What the packages know of a row of data/place/places.txt. place UINT32_MAX: none is the same place. */
typedef struct { uint32_t place; uint16_t admin1, admin2; } att_gaz_hand;

/* Names in the text: a byte with the length, then the bytes. */

static inline uint32_t att_gaz_get24(const uint8_t p[3]) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16; }
static inline void att_gaz_put24(uint8_t p[3], uint32_t v)
{
    p[0] = (uint8_t)v, p[1] = (uint8_t)(v >> 8), p[2] = (uint8_t)(v >> 16);
}

static inline uint32_t att_gaz_get16(const uint8_t p[2]) { return p[0] | (uint32_t)p[1] << 8; }
static inline void att_gaz_put16(uint8_t p[2], uint32_t v) { p[0] = (uint8_t)v, p[1] = (uint8_t)(v >> 8); }

static inline size_t att_gaz_round(size_t n) { return (n + 7) & ~(size_t)7; }

/* Four sums side by side, eight bytes each at a time. n is a multiple of eight. */
static inline uint64_t att_gaz_checksum(const unsigned char *p, size_t n)
{
    uint64_t s[4] = {1, 2, 3, 4}, x;
    for (size_t i = 0; i + 8 <= n; i += 8) {
        memcpy(&x, p + i, 8);
        uint64_t *t = &s[i >> 3 & 3];
        *t = (*t ^ x) * 0x9FB21C651E98DF25u;
        *t ^= *t >> 29;
    }
    uint64_t h = n;
    for (int k = 0; k < 4; k++) h = (h ^ s[k]) * 0xBF58476D1CE4E5B9u, h ^= h >> 31;
    return h;
}

#endif
