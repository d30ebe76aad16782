#include "text/cp1252.h"

#include "base/utf8.h"

enum { NONE = 0x100, LOST = 0xFFFD };

uint32_t att_cp1252_char(unsigned char c)
{
    static const uint16_t UPPER[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    return c >= 0x80 && c < 0xA0 ? UPPER[c - 0x80] : c;
}

/* The byte behind the first of UTF-8 that the character at s[*at] was made of; NONE. Programs that read Latin 1 leave 0x80 to 0x9F as
 * control characters. *at goes behind the character. */
static uint32_t tail_byte(att_slice s, uint32_t *at)
{
    uint32_t n;
    if (*at >= s.len || (unsigned char)s.ptr[*at] < 0x80) return NONE;
    uint32_t cp = att_utf8_at(s, *at, &n), byte = cp >= 0x80 && cp < 0xC0 ? cp : NONE;
    for (uint32_t c = 0x80; c < 0xA0 && byte == NONE && cp != LOST; c++)
        if (att_cp1252_char((unsigned char)c) == cp) byte = c;
    if (byte != NONE) *at += n;
    return byte;
}

/* "â" begins the general punctuation (E2 80 ..), the euro sign and the trade mark. The last byte of a closing quotation mark has no character
 * in Windows-1252: it is a control character, U+FFFD, or has been dropped. */
static uint32_t three_bytes(att_slice s, uint32_t *at)
{
    uint32_t n, second = tail_byte(s, at);
    if (second != 0x80 && second != 0x82 && second != 0x84) return 0;
    uint32_t third = tail_byte(s, at);
    if (second != 0x80) return third == (second == 0x82 ? 0xACu : 0xA2u) ? 0x2000 | (second & 0x3F) << 6 | (third & 0x3F) : 0;
    if (third != NONE) return 0x2000 | (third & 0x3F);
    if (*at < s.len && (unsigned char)s.ptr[*at] >= 0x80 && att_utf8_at(s, *at, &n) == LOST) *at += n;
    return 0x201D;
}

uint32_t att_twice_encoded(att_slice s, uint32_t at, uint32_t *n)
{
    uint32_t end = at + 2, cp = 0, byte;
    if ((unsigned char)s.ptr[at] != 0xC3 || end >= s.len) return 0;
    switch ((unsigned char)s.ptr[at + 1]) {
    case 0x82: /* Â and what stands alone in Latin 1: no-break space, pound sign, guillemets */
        byte = tail_byte(s, &end);
        if (byte != NONE && byte >= 0xA0) cp = byte;
        break;
    case 0x83: /* Ã: the letters from À to ÿ; behind a name in capitals quotation marks and dashes are what they seem */
        byte = tail_byte(s, &end);
        if (byte != NONE && (byte < 0x91 || byte > 0x97)) cp = 0xC0 | (byte & 0x3F);
        break;
    case 0xA2: cp = three_bytes(s, &end); break;
    default: break;
    }
    if (cp) *n = end - at;
    return cp;
}
