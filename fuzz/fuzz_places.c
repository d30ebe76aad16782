/* A gazetteer file -> refused with a reason, or usable whatever it holds. Two forms of input: a whole file; or 'G', six bytes of counts, and
 * then what the parts hold: magic, sizes and checksum are put right, so that look-ups among any numbers are reached. */
#include "fuzz.h"

#include <stdlib.h>

#include "base/data.h"
#include "place/place_int.h"

static size_t size_of(const att_gaz_head *h)
{
    size_t n = sizeof *h + att_gaz_round((((size_t)1 << h->bucket_bits) + 1) * 4) + att_gaz_round((size_t)h->keys * sizeof(att_gaz_key));
    n += att_gaz_round((size_t)h->places * sizeof(att_gaz_place)) + att_gaz_round(((size_t)h->admin1 + h->admin2) * sizeof(att_gaz_admin));
    return n + att_gaz_round((size_t)h->countries * 4) + att_gaz_round((size_t)h->hands * sizeof(att_gaz_hand)) + att_gaz_round(h->text_bytes);
}

/* A file with a good head; the rest is the input, again and again. */
static uint8_t *made(const uint8_t *data, size_t size, uint32_t hands, size_t *len)
{
    att_gaz_head h = {.format = ATT_GAZ_FORMAT, .bucket_bits = 1 + data[1] % 6, .keys = data[2], .places = data[3], .admin1 = data[4] % 32,
        .admin2 = data[5] % 32, .countries = data[6] % 16, .hands = hands, .text_bytes = data[1], .hand_hash = att_hash(att_data("place/places.txt"))};
    memcpy(h.magic, ATT_GAZ_MAGIC, 8);
    *len = size_of(&h);
    uint8_t *p = calloc(*len, 1);
    FUZZ_CHECK(p != NULL);
    for (size_t i = sizeof h; i < *len && size > 7; i++) p[i] = data[7 + (i - sizeof h) % (size - 7)];
    h.checksum = att_gaz_checksum(p + sizeof h, *len - sizeof h);
    memcpy(p, &h, sizeof h);
    return p;
}

static void use_file(const gaz_file *f)
{
    static const char *const NAMES[] = {"london", "kyiv", "springfield", "a", "orl county", "x y z"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        uint32_t n = 0, first = att_gaz_file_find(f, att_slice_of(NAMES[i]), &n);
        FUZZ_CHECK(n == 0 || (first < f->head.keys && n <= f->head.keys - first));
    }
    for (uint32_t i = 0; i < f->head.places && i < 300; i++) {
        gaz_entry e = att_gaz_file_entry(f, i);
        FUZZ_CHECK(e.lat >= -90 && e.lat <= 90 && e.lon >= -180 && e.lon <= 180);
        uint32_t sum = 0;
        for (uint32_t k = 0; k < e.name.len; k++) sum += (unsigned char)e.name.ptr[k];
        att_slice a = att_gaz_file_admin(f, 1, e.admin1), b = att_gaz_file_admin(f, 2, e.admin2);
        for (uint32_t k = 0; k < a.len; k++) sum += (unsigned char)a.ptr[k];
        for (uint32_t k = 0; k < b.len; k++) sum += (unsigned char)b.ptr[k];
        FUZZ_CHECK(sum < UINT32_MAX);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    att_arena memory;
    att_arena_init(&memory, (size_t)1 << 28);
    att_gazetteer *gaz = att_gazetteer_open(&memory);
    size_t len = size;
    bool good = size > 7 && data[0] == 'G';
    uint8_t *file = good ? made(data, size, gaz->rows - 1, &len) : (uint8_t *)fuzz_exact(data, size);
    const char *path = fuzz_file(file, len);
    free(file);
    gaz_file f;
    att_err e = att_gaz_file_open(&f, path);
    FUZZ_CHECK(att_failed(e) ? e.msg != NULL && f.places == NULL : true);
    FUZZ_CHECK(!good || !att_failed(e));
    if (!att_failed(e)) use_file(&f);
    if (!att_failed(e)) att_gaz_file_close(&f);
    e = att_gazetteer_attach(gaz, &memory, path);
    FUZZ_CHECK(!att_failed(e) || e.msg != NULL);
    (void)att_gazetteer_count(gaz, ATT_LIT("London"));
    att_gazetteer_close(gaz);
    att_arena_release(&memory);
    return 0;
}
