#include "base/slice.h"

#include <stdlib.h>

int att_cmp(att_slice a, att_slice b)
{
    uint32_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
    if (c != 0) return c;
    return a.len < b.len ? -1 : a.len > b.len;
}

bool att_eq_nocase(att_slice a, att_slice b)
{
    if (a.len != b.len) return false;
    for (uint32_t i = 0; i < a.len; i++)
        if (att_lower_ascii(a.ptr[i]) != att_lower_ascii(b.ptr[i])) return false;
    return true;
}

bool att_in(att_slice s, const char *const *list)
{
    for (; *list; list++)
        if (att_is(s, *list)) return true;
    return false;
}

att_slice att_trim(att_slice s)
{
    while (s.len && att_is_space((unsigned char)s.ptr[0])) s.ptr++, s.len--;
    while (s.len && att_is_space((unsigned char)s.ptr[s.len - 1])) s.len--;
    return s;
}

att_slice att_last_word(att_slice s)
{
    uint32_t cut = s.len;
    while (cut && s.ptr[cut - 1] != ' ') cut--;
    return att_sub(s, cut, s.len);
}

uint32_t att_find(att_slice s, att_slice needle, uint32_t from)
{
    if (needle.len == 0) return from < s.len ? from : s.len;
    while (from < s.len && s.len - from >= needle.len) {
        const char *p = memchr(s.ptr + from, needle.ptr[0], s.len - from - needle.len + 1);
        if (!p) break;
        if (memcmp(p, needle.ptr, needle.len) == 0) return (uint32_t)(p - s.ptr);
        from = (uint32_t)(p - s.ptr) + 1;
    }
    return s.len;
}

bool att_split(att_slice *rest, char sep, att_slice *part)
{
    if (!rest->ptr) return false;
    const char *p = rest->len ? memchr(rest->ptr, sep, rest->len) : NULL;
    if (!p) {
        *part = *rest;
        *rest = (att_slice){0};
        return true;
    }
    *part = (att_slice){rest->ptr, (uint32_t)(p - rest->ptr)};
    *rest = (att_slice){p + 1, rest->len - part->len - 1};
    return true;
}

bool att_to_u32(att_slice s, uint32_t *out)
{
    uint64_t v = 0;
    if (s.len == 0) return false;
    for (uint32_t i = 0; i < s.len; i++) {
        if (!att_is_digit((unsigned char)s.ptr[i])) return false;
        v = v * 10 + (uint64_t)(s.ptr[i] - '0');
        if (v > UINT32_MAX) return false;
    }
    *out = (uint32_t)v;
    return true;
}

bool att_to_double(att_slice s, double *out)
{
    char buf[64];
    if (s.len == 0 || s.len >= sizeof buf) return false;
    memcpy(buf, s.ptr, s.len);
    buf[s.len] = 0;
    char *end;
    double v = strtod(buf, &end);
    if (*end) return false;
    *out = v;
    return true;
}

uint32_t att_find_nocase(att_slice s, att_slice needle)
{
    for (uint32_t i = 0; i + needle.len <= s.len; i++)
        if (att_eq_nocase(att_sub(s, i, i + needle.len), needle)) return i;
    return s.len;
}
