#include "text/token_char.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "text/cp1252.h"

/* Short names, so that the table of ASCII can be read as one. */
enum {
    O = ATT_CH_OTHER, S = ATT_CH_SPACE, L = ATT_CH_LETTER, D = ATT_CH_DIGIT, A = ATT_CH_APOS, Q = ATT_CH_QUOTE,
    B = ATT_CH_OPEN, E = ATT_CH_CLOSE, H = ATT_CH_HYPHEN, P = ATT_CH_DOT, M = ATT_CH_MARK
};

const uint8_t ATT_ASCII_CLASS[128] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, M, Q, O, O, O, O, A, B, E, O, O, O, H, P, O, D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, M,
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, B, O, E, O, O,
    A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, B, O, E, O, S};

/* General punctuation, U+2000 to U+206F: the part of Unicode that news text uses most after letters. */
static att_char_class general_punctuation(uint32_t cp)
{
    if (cp <= 0x200A || cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F) return ATT_CH_SPACE;
    if (cp <= 0x200F || (cp >= 0x202A && cp <= 0x202E) || cp >= 0x2060) return ATT_CH_HIDDEN;
    if (cp <= 0x2011) return ATT_CH_HYPHEN;
    if (cp <= 0x2015) return ATT_CH_DASH;
    if (cp == 0x2018 || cp == 0x2019 || cp == 0x201A || cp == 0x201B || cp == 0x2032) return ATT_CH_APOS;
    if ((cp >= 0x201C && cp <= 0x201F) || cp == 0x2033) return ATT_CH_QUOTE;
    if (cp == 0x2026) return ATT_CH_DOTS;
    if (cp == 0x203C || (cp >= 0x2047 && cp <= 0x2049)) return ATT_CH_MARK;
    return ATT_CH_OTHER;
}

static att_char_class by_category(uint32_t cp)
{
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT: case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO: case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
        return ATT_CH_LETTER;
    case UTF8PROC_CATEGORY_ND: case UTF8PROC_CATEGORY_NL: case UTF8PROC_CATEGORY_NO:
        return ATT_CH_DIGIT;
    case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP: case UTF8PROC_CATEGORY_CC:
        return ATT_CH_SPACE;
    case UTF8PROC_CATEGORY_CF:
        return ATT_CH_HIDDEN;
    case UTF8PROC_CATEGORY_PS: return ATT_CH_OPEN;
    case UTF8PROC_CATEGORY_PE: return ATT_CH_CLOSE;
    case UTF8PROC_CATEGORY_PD: return ATT_CH_DASH;
    case UTF8PROC_CATEGORY_PI: case UTF8PROC_CATEGORY_PF: return ATT_CH_QUOTE;
    default: return ATT_CH_OTHER;
    }
}

static att_char_class beyond_ascii(uint32_t cp)
{
    if (cp >= 0x2000 && cp < 0x2070) return general_punctuation(cp);
    if (cp >= 0xC0 && cp < 0x250) return cp == 0xD7 || cp == 0xF7 ? ATT_CH_OTHER : ATT_CH_LETTER;
    if ((cp >= 0x3041 && cp <= 0x30FF && cp != 0x30FB) || (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
        (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFD))
        return ATT_CH_IDEO;
    switch (cp) {
    case 0x85: case 0xA0: return ATT_CH_SPACE;
    case 0xAD: case 0xFEFF: return ATT_CH_HIDDEN;
    case 0xAB: case 0xBB: return ATT_CH_QUOTE;
    case 0xB4: case 0x2BC: return ATT_CH_APOS;
    case 0x2212: return ATT_CH_HYPHEN;
    case 0xFFFD: return ATT_CH_LETTER;
    case 0x3002: case 0xFF0E: return ATT_CH_DOT;
    case 0xFF01: case 0xFF1F: case 0xBF: case 0xA1: return cp < 0x100 ? ATT_CH_OPEN : ATT_CH_MARK;
    default: return by_category(cp);
    }
}

att_char att_char_beyond_ascii(att_slice s, uint32_t at)
{
    uint32_t n, cp = att_twice_encoded(s, at, &n);
    if (!cp) cp = att_utf8_at(s, at, &n);
    return (att_char){cp, (uint8_t)n, (uint8_t)beyond_ascii(cp)};
}

bool att_char_upper(uint32_t cp)
{
    if (cp < 0x80) return att_is_upper((unsigned char)cp);
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)cp);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool att_char_lower(uint32_t cp)
{
    if (cp < 0x80) return att_is_lower((unsigned char)cp);
    return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LL;
}
