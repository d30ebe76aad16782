/* utf8.h: UTF-8 by the book (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef ATT_BASE_UTF8_H
#define ATT_BASE_UTF8_H

#include "base/slice.h"

/* Code point at s[at]; *n gets its length in bytes. Bytes that are not UTF-8: 0xFFFD and *n = 1. at < s.len. */
uint32_t att_utf8_at(att_slice s, uint32_t at, uint32_t *n);
/* Bytes written (1..4). */
uint32_t att_utf8_put(char out[4], uint32_t cp);
/* Offset of the first byte that is not UTF-8, or s.len. */
uint32_t att_utf8_check(att_slice s);

#endif
