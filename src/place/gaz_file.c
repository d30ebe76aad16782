#include <math.h>

#include "place/place_int.h"

enum { MAX_BYTES = 256 << 20 };

static const char *const KINDS[] = {
#define X(id, name) name,
    ATT_GAZ_KINDS(X)
#undef X
};

/* Where a part begins; moves on behind it. Parts that don't fit show in the end: the sum of all is compared with the file's size. */
static const void *part(const gaz_file *f, uint64_t *at, uint64_t bytes)
{
    const void *p = *at < f->map.len ? f->map.ptr + *at : NULL;
    *at += (bytes + 7) & ~(uint64_t)7;
    return p;
}

static const char *check(gaz_file *f)
{
    uint16_t one = 1;
    if (*(const unsigned char *)&one != 1) return "gazetteer: this machine is not little-endian";
    if (f->map.len < sizeof f->head || memcmp(f->map.ptr, ATT_GAZ_MAGIC, 8) != 0) return "not a gazetteer file";
    memcpy(&f->head, f->map.ptr, sizeof f->head);
    const att_gaz_head *h = &f->head;
    if (h->format != ATT_GAZ_FORMAT) return "gazetteer: made by another version of the program; build it again";
    if (h->bucket_bits > ATT_GAZ_MAX_BITS || h->bucket_bits == 0 || f->map.len % 8) return "gazetteer: damaged head";
    uint64_t at = sizeof *h;
    f->bucket = part(f, &at, (((uint64_t)1 << h->bucket_bits) + 1) * 4);
    f->keys = part(f, &at, (uint64_t)h->keys * sizeof(att_gaz_key));
    f->places = part(f, &at, (uint64_t)h->places * sizeof(att_gaz_place));
    f->admins = part(f, &at, ((uint64_t)h->admin1 + h->admin2) * sizeof(att_gaz_admin));
    f->countries = part(f, &at, (uint64_t)h->countries * 4);
    f->hands = part(f, &at, (uint64_t)h->hands * sizeof(att_gaz_hand));
    f->text = part(f, &at, h->text_bytes);
    if (at > f->map.len) return "gazetteer: cut short";
    if (at < f->map.len) return "gazetteer: has bytes after its end";
    if (h->checksum != att_gaz_checksum(f->map.ptr + sizeof *h, f->map.len - sizeof *h)) return "gazetteer: damaged (its checksum does not agree)";
    return NULL;
}

att_err att_gaz_file_open(gaz_file *f, const char *path)
{
    *f = (gaz_file){0};
    att_err e = att_map_file(&f->map, path, MAX_BYTES);
    if (att_failed(e)) return e;
    const char *bad = check(f);
    if (!bad) return ATT_FINE;
    att_gaz_file_close(f);
    return (att_err){ATT_E_MODEL, ATT_STAGE_PLACE, 0, 0, bad};
}

void att_gaz_file_close(gaz_file *f)
{
    att_unmap_file(&f->map);
    *f = (gaz_file){0};
}

/* The checksum tells damage, not malice: numbers from the file are held within bounds where they are used. */
uint32_t att_gaz_file_find(const gaz_file *f, att_slice key, uint32_t *n)
{
    *n = 0;
    if (!f->head.keys) return 0;
    uint64_t h = att_hash(key);
    uint32_t b = (uint32_t)(h >> (64 - f->head.bucket_bits)), check = (uint32_t)h & 0xFFFFFF;
    uint32_t beg = f->bucket[b], end = f->bucket[b + 1];
    if (end > f->head.keys) end = f->head.keys;
    while (beg < end && att_gaz_get24(f->keys[beg].check) < check) beg++;
    uint32_t stop = beg;
    while (stop < end && att_gaz_get24(f->keys[stop].check) == check) stop++;
    *n = stop > beg ? stop - beg : 0;
    return beg;
}

static att_slice name_at(const gaz_file *f, uint32_t at)
{
    if (at >= f->head.text_bytes) return (att_slice){0};
    uint32_t len = f->text[at], room = f->head.text_bytes - at - 1;
    return (att_slice){(const char *)f->text + at + 1, len < room ? len : room};
}

gaz_entry att_gaz_file_entry(const gaz_file *f, uint32_t place)
{
    if (place >= f->head.places) return (gaz_entry){0};
    const att_gaz_place *p = &f->places[place];
    const double top = (1 << 24) - 1;
    gaz_entry e = {.name = name_at(f, att_gaz_get24(p->name)), .sort = GAZ_PLACE, .has_point = true, .rank = p->kind >> 4};
    e.kind = att_slice_of(KINDS[(p->kind & 15) < ATT_GAZ_KIND_COUNT ? p->kind & 15 : 0]);
    if (p->country < f->head.countries && f->countries[4 * p->country]) e.country = (att_slice){f->countries + 4 * p->country, 3};
    e.lat = att_gaz_get24(p->lat) / top * 180 - 90;
    e.lon = att_gaz_get24(p->lon) / top * 360 - 180;
    e.people = p->people ? exp2(p->people / 10.0) - 1 : 0;
    e.geonames = att_gaz_get24(p->geonames);
    e.admin1 = (uint16_t)att_gaz_get16(p->admin1);
    e.admin2 = (uint16_t)att_gaz_get16(p->admin2);
    return e;
}

att_slice att_gaz_file_admin(const gaz_file *f, uint32_t level, uint32_t number)
{
    uint32_t many = level == 1 ? f->head.admin1 : f->head.admin2;
    if (number == 0 || number > many) return (att_slice){0};
    return name_at(f, f->admins[(level == 1 ? 0 : f->head.admin1) + number - 1].name);
}
