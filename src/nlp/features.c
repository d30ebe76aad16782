#include "nlp/features.h"

#include "base/hash.h"

/* FNV-1a step; the finished sums are mixed, so that tables may use their low bits. */
static const uint64_t FNV = 0x100000001B3u, START = 0xCBF29CE484222325u;

static uint64_t step(uint64_t h, unsigned char c) { return (h ^ c) * FNV; }

static uint32_t finish(uint64_t h, uint64_t kind) { return (uint32_t)(att_mix(h + kind * 0x9E3779B97F4A7C15u) >> 32); }

static unsigned char digit_to_0(unsigned char c) { return att_is_digit(c) ? '0' : c; }

/* X upper, x lower, 0 digit, u beyond ASCII, others as they are; a run of one class counts two at most. */
static uint64_t shape_of(att_slice form)
{
    uint64_t h = START;
    unsigned char last = 0;
    uint32_t run = 0;
    for (uint32_t i = 0; i < form.len && i < 64; i++) {
        unsigned char c = (unsigned char)form.ptr[i];
        unsigned char k = att_is_upper(c) ? 'X' : att_is_lower(c) ? 'x' : att_is_digit(c) ? '0' : c >= 0x80 ? 'u' : c;
        run = k == last ? run + 1 : 1;
        last = k;
        if (run <= 2) h = step(h, k);
    }
    return h;
}

void att_word_features_of(att_slice form, att_slice lower, att_word_features *out)
{
    uint32_t at = 0;
    uint64_t h = START;
    uint64_t prefix[ATT_PREFIXES];
    for (uint32_t i = 0; i < ATT_PREFIXES; i++) prefix[i] = 1;
    for (uint32_t i = 0; i < lower.len; i++) {
        h = step(h, digit_to_0((unsigned char)lower.ptr[i]));
        if (i < ATT_PREFIXES) prefix[i] = h;
    }
    out->word = att_mix(h);
    for (uint32_t i = 0; i < ATT_PREFIXES; i++) out->sub[at++] = finish(prefix[i], 1 + i);
    h = START;
    for (uint32_t i = 0; i < ATT_SUFFIXES; i++) {
        /* past the beginning the ending stays what it was: short words then repeat one feature, each under its own kind */
        if (i < lower.len) h = step(h, digit_to_0((unsigned char)lower.ptr[lower.len - 1 - i]));
        out->sub[at++] = finish(h, 10 + i);
    }
    uint64_t whole = START;
    for (uint32_t i = 0; i < form.len; i++) whole = step(whole, (unsigned char)form.ptr[i]);
    out->sub[at++] = finish(whole, 20);
    uint64_t shape = shape_of(form);
    out->sub[at++] = finish(shape, 21);
    /* ending and capital together: "-ing" of a name is not that of a verb */
    uint64_t end3 = START;
    for (uint32_t i = 0; i < 3 && i < lower.len; i++) end3 = step(end3, (unsigned char)lower.ptr[lower.len - 1 - i]);
    bool cap = form.len && (att_is_upper((unsigned char)form.ptr[0]) || (unsigned char)form.ptr[0] >= 0x80);
    out->sub[at++] = finish(end3 * 2 + cap, 22);
    out->sub[at++] = finish(form.len < 12 ? form.len : form.len < 20 ? 12 : 13, 23);
}
