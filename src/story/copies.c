#include "story/copies.h"

#include "base/hash.h"

/* The i-th hash function of a shingle: double hashing, which is as good as independent functions for this. */
static void add_shingle(att_copy_print *p, uint64_t shingle)
{
    uint32_t a = (uint32_t)shingle, b = (uint32_t)(shingle >> 32) | 1;
    for (uint32_t i = 0; i < ATT_COPY_MINS; i++) {
        uint32_t h = a + i * b;
        h ^= h >> 15;
        h *= 0x2C1B3C6Du;
        h ^= h >> 12;
        p->mins[i] = h < p->mins[i] ? h : p->mins[i]; /* without a branch: compilers do several at once */
    }
}

void att_copy_print_begin(att_copy_printer *p, att_copy_print *out)
{
    *out = (att_copy_print){0};
    memset(out->mins, 0xFF, sizeof out->mins);
    *p = (att_copy_printer){.out = out};
}

void att_copy_print_add(att_copy_printer *p, uint64_t word)
{
    att_copy_print *out = p->out;
    memmove(p->last, p->last + 1, sizeof p->last - sizeof *p->last);
    p->last[ATT_COPY_SHINGLE - 1] = word;
    out->exact = att_hash2(out->exact + 1, word);
    if (++out->words < ATT_COPY_SHINGLE) return;
    uint64_t shingle = 0;
    for (int i = 0; i < ATT_COPY_SHINGLE; i++) shingle = att_hash2(shingle, p->last[i]);
    add_shingle(out, shingle);
}

bool att_copy_has_bands(const att_copy_print *p) { return p->words >= ATT_COPY_MIN_WORDS; }

uint32_t att_copy_band(const att_copy_print *p, uint32_t band)
{
    enum { ROWS = ATT_COPY_MINS / ATT_COPY_BANDS };
    uint64_t h = band + 1;
    for (uint32_t i = 0; i < ROWS; i++) h = att_hash2(h, p->mins[band * ROWS + i]);
    return (uint32_t)(h >> 32);
}

double att_copy_likeness(const uint32_t a[ATT_COPY_MINS], const uint32_t b[ATT_COPY_MINS])
{
    uint32_t same = 0;
    for (uint32_t i = 0; i < ATT_COPY_MINS; i++) same += a[i] == b[i];
    return (double)same / ATT_COPY_MINS;
}
