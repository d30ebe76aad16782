#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/data.h"
#include "build.h"

typedef struct {
    unsigned char *at;
    size_t n, cap;
    att_map names; /* name -> offset + 1 */
} text;

static const build *sorting; /* qsort has no context */
static uint32_t bucket_bits;

/* The order of the file: bucket, then what is compared. */
static uint64_t order_of(uint64_t hash)
{
    return hash >> (64 - bucket_bits) << 32 | (hash & 0xFFFFFF);
}

static int by_hash(const void *a, const void *b)
{
    const key *x = a, *y = b;
    uint64_t hx = order_of(x->hash), hy = order_of(y->hash);
    if (hx != hy) return hx < hy ? -1 : 1;
    uint32_t px = sorting->towns.at[x->place].people, py = sorting->towns.at[y->place].people;
    if (px != py) return px > py ? -1 : 1;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return (x->flags > y->flags) - (x->flags < y->flags);
}

/* Sorted, each name once for a place: the place's own name before the same one among the others. */
static void sort_keys(build *b, uint32_t bits)
{
    sorting = b;
    bucket_bits = bits;
    if (b->keys.n) qsort(b->keys.at, b->keys.n, sizeof(key), by_hash);
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->keys.n; i++)
        if (!n || b->keys.at[i].hash != b->keys.at[n - 1].hash || b->keys.at[i].place != b->keys.at[n - 1].place) b->keys.at[n++] = b->keys.at[i];
    b->keys.n = n;
}

static uint32_t put_name(build *b, text *t, att_slice name)
{
    uint32_t *at = att_map_put(&t->names, &b->memory, name, NULL);
    if (*at) return *at - 1;
    uint32_t len = name.len < 255 ? name.len : 255;
    if (t->n + len + 1 > t->cap) {
        t->cap = (t->n + len + 1) * 2;
        t->at = realloc(t->at, t->cap);
        if (!t->at) build_die("out of memory", "names");
    }
    *at = (uint32_t)t->n + 1;
    t->at[t->n++] = (unsigned char)len;
    memcpy(t->at + t->n, name.ptr, len);
    t->n += len;
    return *at - 1;
}

static att_gaz_place packed(build *b, text *names, const town *t)
{
    att_gaz_place p = {.country = t->country, .kind = (uint8_t)(t->kind | t->rank << 4)};
    att_gaz_put16(p.admin1, t->admin1);
    att_gaz_put16(p.admin2, t->admin2);
    double top = (1 << 24) - 1;
    att_gaz_put24(p.lat, (uint32_t)lrint((t->lat + 90) / 180 * top));
    att_gaz_put24(p.lon, (uint32_t)lrint((t->lon + 180) / 360 * top));
    att_gaz_put24(p.geonames, t->geonames < 1u << 24 ? t->geonames : 0);
    att_gaz_put24(p.name, put_name(b, names, t->name));
    p.people = (uint8_t)fmin(255, lrint(10 * log2(1.0 + t->people)));
    return p;
}

static void *part(unsigned char *file, size_t *at, size_t bytes)
{
    void *p = file + *at;
    *at += att_gaz_round(bytes);
    return p;
}

static void put_keys(const build *b, uint32_t bits, uint32_t *bucket, att_gaz_key *keys)
{
    uint32_t k = 0;
    for (uint32_t i = 0; i < 1u << bits; i++) {
        bucket[i] = k;
        while (k < b->keys.n && b->keys.at[k].hash >> (64 - bits) == i) {
            att_gaz_put24(keys[k].check, (uint32_t)b->keys.at[k].hash);
            att_gaz_put24(keys[k].place, b->keys.at[k].place | b->keys.at[k].flags << ATT_GAZ_PLACE_BITS);
            k++;
        }
    }
    bucket[1u << bits] = k;
}

static void save(const char *path, const unsigned char *file, size_t n)
{
    char beside[4096];
    if (snprintf(beside, sizeof beside, "%s.new", path) >= (int)sizeof beside) build_die("path too long", path);
    FILE *f = fopen(beside, "wb");
    if (!f || fwrite(file, 1, n, f) != n || fclose(f) || rename(beside, path)) build_die("can't be written", path);
}

void build_write(build *b, const char *path)
{
    uint32_t bits = 4;
    if (!b->towns.n) b->hands.n = 0; /* nothing to link to */
    while (bits < 17 && 1u << bits < b->keys.n) bits++;
    sort_keys(b, bits);
    text names = {0};
    ATT_VEC(att_gaz_place) places = {0};
    ATT_VEC(att_gaz_admin) admins = {0};
    if (b->towns.n >= 1u << ATT_GAZ_PLACE_BITS) build_die("too many places", path);
    for (uint32_t i = 0; i < b->towns.n; i++) *att_push(&b->memory, &places) = packed(b, &names, &b->towns.at[i]);
    for (uint32_t i = 0; i < b->admin1.n; i++) *att_push(&b->memory, &admins) = (att_gaz_admin){put_name(b, &names, b->admin1.at[i].name)};
    for (uint32_t i = 0; i < b->admin2.n; i++) *att_push(&b->memory, &admins) = (att_gaz_admin){put_name(b, &names, b->admin2.at[i].name)};
    if (names.n >= 1u << 24) build_die("too much text", path);
    size_t n_bucket = ((size_t)1 << bits) + 1;
    size_t bytes = sizeof(att_gaz_head) + 64 + n_bucket * 4 + b->keys.n * sizeof(att_gaz_key) + places.n * sizeof(att_gaz_place) +
                   admins.n * sizeof(att_gaz_admin) + b->lands.n * 4 + b->hands.n * sizeof(att_gaz_hand) + names.n;
    unsigned char *file = att_new(&b->memory, unsigned char, bytes + 64);
    size_t at = sizeof(att_gaz_head);
    uint32_t *bucket = part(file, &at, n_bucket * 4);
    put_keys(b, bits, bucket, part(file, &at, b->keys.n * sizeof(att_gaz_key)));
    void *p = part(file, &at, places.n * sizeof(att_gaz_place));
    if (places.n) memcpy(p, places.at, places.n * sizeof(att_gaz_place));
    p = part(file, &at, admins.n * sizeof(att_gaz_admin));
    if (admins.n) memcpy(p, admins.at, admins.n * sizeof(att_gaz_admin));
    char *codes = part(file, &at, b->lands.n * 4);
    for (uint32_t i = 1; i < b->lands.n; i++) memcpy(codes + i * 4, b->lands.at[i].code3.ptr, 3);
    p = part(file, &at, b->hands.n * sizeof(att_gaz_hand));
    if (b->hands.n) memcpy(p, b->hands.at, b->hands.n * sizeof(att_gaz_hand));
    p = part(file, &at, names.n);
    if (names.n) memcpy(p, names.at, names.n);
    att_gaz_head h = {.format = ATT_GAZ_FORMAT, .bucket_bits = bits, .hand_hash = att_hash(att_data("place/places.txt")), .keys = b->keys.n,
        .places = places.n, .admin1 = b->admin1.n, .admin2 = b->admin2.n, .countries = b->lands.n, .hands = b->hands.n,
        .text_bytes = (uint32_t)names.n, .towns = b->populated};
    memcpy(h.magic, ATT_GAZ_MAGIC, 8);
    h.checksum = att_gaz_checksum(file + sizeof h, at - sizeof h);
    memcpy(file, &h, sizeof h);
    save(path, file, at);
    free(names.at);
    uint32_t linked = 0;
    for (uint32_t i = 0; i < b->hands.n; i++) linked += b->hands.at[i].place != UINT32_MAX;
    printf("%s: %u places (%u populated), %u names, %u and %u divisions, %u of %u own rows linked, %.1f MB\n", path, places.n, b->populated,
           b->keys.n, b->admin1.n, b->admin2.n, linked, b->hands.n, (double)at / 1e6);
}
