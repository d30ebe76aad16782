/* token_char.h: what kind of character stands at a byte of the text, for the tokenizer. */
#ifndef ATT_TEXT_TOKEN_CHAR_H
#define ATT_TEXT_TOKEN_CHAR_H

#include "base/slice.h"

typedef enum {
    ATT_CH_OTHER,  /* symbols, and every mark that has no line of its own here */
    ATT_CH_SPACE,  /* white space, U+00A0 and the other Unicode spaces, control characters */
    ATT_CH_HIDDEN, /* soft hyphen, zero-width characters, byte order mark: dropped from forms */
    ATT_CH_LETTER, /* letters and the marks on them; U+FFFD too, as it mostly stands for a lost letter */
    ATT_CH_IDEO,   /* Han and kana: words without spaces */
    ATT_CH_DIGIT,
    ATT_CH_APOS,   /* ' ’ ‘ ` and their kin: apostrophe or single quote */
    ATT_CH_QUOTE,  /* " “ ” „ « » */
    ATT_CH_OPEN, ATT_CH_CLOSE,
    ATT_CH_HYPHEN, /* - and U+2010, U+2011 */
    ATT_CH_DASH,   /* – — ― */
    ATT_CH_DOT, ATT_CH_MARK, /* . and ! ? */
    ATT_CH_DOTS    /* … */
} att_char_class;

typedef struct {
    uint32_t cp;
    uint8_t n;     /* bytes: of all the characters that stand for one that was encoded twice ("â€™", cp1252.h) */
    uint8_t class; /* att_char_class */
} att_char;

extern const uint8_t ATT_ASCII_CLASS[128];
att_char att_char_beyond_ascii(att_slice s, uint32_t at);

/* The character at s[at]; at < s.len. */
static inline att_char att_char_at(att_slice s, uint32_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];
    if (c < 0x80) return (att_char){c, 1, ATT_ASCII_CLASS[c]};
    return att_char_beyond_ascii(s, at);
}

bool att_char_upper(uint32_t cp);
bool att_char_lower(uint32_t cp);

#endif
