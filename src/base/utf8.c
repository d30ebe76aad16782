#include "base/utf8.h"

uint32_t att_utf8_at(att_slice s, uint32_t at, uint32_t *n)
{
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    uint32_t left = s.len - at;
    *n = 1;
    if (p[0] < 0x80) return p[0];
    if (p[0] < 0xC2 || p[0] > 0xF4) return 0xFFFD;
    uint32_t need = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (left < need) return 0xFFFD;
    unsigned char lo = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char hi = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < lo || p[1] > hi) return 0xFFFD;
    uint32_t cp = p[0] & (0x7Fu >> need);
    for (uint32_t i = 1; i < need; i++) {
        if ((p[i] & 0xC0) != 0x80) return 0xFFFD;
        cp = cp << 6 | (p[i] & 0x3Fu);
    }
    *n = need;
    return cp;
}

uint32_t att_utf8_put(char out[4], uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    uint32_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (uint32_t i = n - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (cp & 0x3F));
        cp >>= 6;
    }
    out[0] = (char)((n == 2 ? 0xC0 : n == 3 ? 0xE0 : 0xF0) | cp);
    return n;
}

uint32_t att_utf8_check(att_slice s)
{
    uint32_t at = 0, n;
    while (at < s.len) {
        if ((unsigned char)s.ptr[at] < 0x80) {
            at++;
            continue;
        }
        if (att_utf8_at(s, at, &n) == 0xFFFD && n == 1) return at;
        at += n;
    }
    return s.len;
}
