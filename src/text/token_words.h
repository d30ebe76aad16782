/* token_words.h: the word lists of data/text, searched where they lie.
 *
 * The files are embedded and sorted (tools/lint_data.sh sees to it), so a look-up is a binary search over their lines:
 * nothing is parsed, nothing is kept, and no global has to be written.
 */
#ifndef ATT_TEXT_TOKEN_WORDS_H
#define ATT_TEXT_TOKEN_WORDS_H

#include "base/slice.h"

/* What a word with a full stop is, as far as the end of a sentence goes. */
typedef enum {
    ATT_ABBR_NONE,
    ATT_ABBR_TITLE,   /* a name follows: never ends a sentence */
    ATT_ABBR_INNER,   /* e.g., vs.: never ends a sentence */
    ATT_ABBR_NUMBER,  /* No. 10: an abbreviation only before a number */
    ATT_ABBR_DATE,    /* Feb., Mon. */
    ATT_ABBR_TIME,    /* a.m. */
    ATT_ABBR_LAST,    /* Inc., Jr., Calif.: may end one */
    ATT_ABBR_ETC,     /* ends one before any capital */
    ATT_ABBR_ACRONYM, /* U.S.; not in the lists */
    ATT_ABBR_INITIAL  /* J.; not in the lists */
} att_abbr;

typedef struct {
    att_slice abbreviations, contractions, domains, glued, openers, prefixes;
} att_token_words;

att_token_words att_token_words_open(void);
/* The line of a sorted file whose first field is word, without that field; false when there is none. */
bool att_line_find(att_slice file, att_slice word, att_slice *rest);
/* As above, with ASCII letters of word taken as lower case. Words over 31 bytes are in no list. */
bool att_word_find(att_slice file, att_slice word, att_slice *rest);
/* word without its full stop, as it stands in the text (capitals matter). */
att_abbr att_abbr_of(const att_token_words *words, att_slice word);

#endif
