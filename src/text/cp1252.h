/* cp1252.h: Windows-1252, and what comes of UTF-8 that was read as Windows-1252 and encoded again. */
#ifndef ATT_TEXT_CP1252_H
#define ATT_TEXT_CP1252_H

#include "base/slice.h"

/* The character of a byte; U+FFFD for the five that have none. */
uint32_t att_cp1252_char(unsigned char byte);

/* The mark or letter that the characters at s[at] stand for when they are one that was encoded twice: "â€™" is an apostrophe, "Ã©" an é.
 * *n gets the bytes of all of them. 0: they are what they seem. at < s.len. */
uint32_t att_twice_encoded(att_slice s, uint32_t at, uint32_t *n);

#endif
