/* token_scan.h: where tokens begin and end in a stretch of text without white space (private to token.c, sentence.c).
 *
 * The segmentation is that of the English treebanks EWT and GUM: clitics (n't, 's) and both halves of cannot and gonna
 * are words; hyphens between words are tokens, but for a few prefixes; numbers, internet addresses and abbreviations
 * with their full stop are one token. Every rule looks at most a bounded way ahead or only once at each byte, so that the whole
 * is linear in the text.
 */
#ifndef ATT_TEXT_TOKEN_SCAN_H
#define ATT_TEXT_TOKEN_SCAN_H

#include "base/arena.h"
#include "text/token_words.h"

typedef enum {
    ATT_RAW_WORD, ATT_RAW_NUMBER,
    ATT_RAW_ABBR,   /* ends with its full stop; abbr says which kind */
    ATT_RAW_STOP,   /* . */
    ATT_RAW_ASK,    /* ? ! and runs of them */
    ATT_RAW_DOTS,   /* ... and … */
    ATT_RAW_QUOTE,  /* double */
    ATT_RAW_APOS,   /* single quotation mark or lone apostrophe */
    ATT_RAW_OPEN, ATT_RAW_CLOSE,
    ATT_RAW_COMMA, ATT_RAW_SEMI, ATT_RAW_BULLET, ATT_RAW_SMILEY,
    ATT_RAW_OTHER
} att_raw_kind;

enum {
    ATT_RAW_SPACED = 1,   /* white space before it (or the paragraph's start) */
    ATT_RAW_CUT_STOP = 2, /* set by sentence.c: its full stop becomes a token of its own */
    ATT_RAW_LAST = 4      /* set by sentence.c: last token of its sentence */
};

typedef struct {
    uint32_t beg, end;
    uint8_t kind, flags, abbr;
} att_raw;

typedef struct {
    att_slice text;
    att_token_words words;
    att_arena *arena;      /* for raw */
    ATT_VEC(att_raw) raw;
    uint32_t chunk_beg, chunk_end, para_end;
    bool doubled; /* a quotation has been opened with '' or `` in this paragraph */
    bool address; /* the chunk holds @ : or www, so it may hold an address */
} att_scan;

/* Append the tokens of text[beg, end), a paragraph, to s->raw. */
void att_scan_para(att_scan *s, uint32_t beg, uint32_t end);

/* ---- between the two halves of the scanner ---- */

/* Token of letters and digits at beg (token_word.c): where it ends, and what it is. */
uint32_t att_scan_word(att_scan *s, uint32_t beg, att_raw *out);
/* End of an internet or e-mail address at beg, or beg (token_url.c). */
uint32_t att_scan_url(const att_scan *s, uint32_t beg);
/* End of the rest of an address: the chunk's end without the punctuation that closes it. */
uint32_t att_scan_url_end(const att_scan *s, uint32_t beg);

#endif
