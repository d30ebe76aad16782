/* slice.h: work on counted text. Nothing here allocates unless it takes an arena. */
#ifndef ATT_BASE_SLICE_H
#define ATT_BASE_SLICE_H

#include <string.h>

#include "attache/types.h"

#define ATT_LIT(s) ((att_slice){(s), (uint32_t)(sizeof(s) - 1)})

static inline att_slice att_slice_of(const char *z) { return (att_slice){z, (uint32_t)strlen(z)}; }

static inline att_slice att_sub(att_slice s, uint32_t beg, uint32_t end)
{
    return (att_slice){beg ? s.ptr + beg : s.ptr, end - beg}; /* NULL + 0 is undefined in C */
}

static inline bool att_eq(att_slice a, att_slice b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

/* Compare with a string literal: att_is(s, "said"). */
static inline bool att_is(att_slice a, const char *z)
{
    size_t n = strlen(z);
    return a.len == n && (n == 0 || (a.ptr && memcmp(a.ptr, z, n) == 0));
}

static inline bool att_starts(att_slice s, const char *z)
{
    size_t n = strlen(z);
    return s.len >= n && (n == 0 || memcmp(s.ptr, z, n) == 0);
}

static inline bool att_ends(att_slice s, const char *z)
{
    size_t n = strlen(z);
    return s.len >= n && (n == 0 || memcmp(s.ptr + s.len - n, z, n) == 0);
}

/* Byte order; a proper prefix comes first. */
int att_cmp(att_slice a, att_slice b);
/* ASCII letters compare without case. */
bool att_eq_nocase(att_slice a, att_slice b);
/* Is s one of the NULL-ended list of strings? */
bool att_in(att_slice s, const char *const *list);
/* White space (ASCII) off both ends. */
att_slice att_trim(att_slice s);
/* What follows the last space; s when it has none. */
att_slice att_last_word(att_slice s);
/* Index of needle in s at or after from, or s.len. */
uint32_t att_find(att_slice s, att_slice needle, uint32_t from);
/* The same from the start, without regard to the case of ASCII letters; s.len = not there. */
uint32_t att_find_nocase(att_slice s, att_slice needle);
/* Take the part before the next sep off *rest; false when *rest is used up. Empty parts are kept. */
bool att_split(att_slice *rest, char sep, att_slice *part);
/* Decimal digits only; false on anything else or on overflow. */
bool att_to_u32(att_slice s, uint32_t *out);
bool att_to_double(att_slice s, double *out);

static inline bool att_is_space(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
static inline bool att_is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
static inline bool att_is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
static inline bool att_is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
static inline bool att_is_alpha(unsigned char c) { return att_is_upper(c) || att_is_lower(c); }
static inline char att_lower_ascii(char c) { return (char)(att_is_upper((unsigned char)c) ? c + 32 : c); }

#endif
