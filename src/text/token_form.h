/* token_form.h: the written form of a token as the taggers see it: straight quotes, plain hyphens, no hidden characters,
 * and the same in lower case. Treebanks are read through it too, so that what is learned is what is met. */
#ifndef ATT_TEXT_TOKEN_FORM_H
#define ATT_TEXT_TOKEN_FORM_H

#include "base/arena.h"

typedef struct {
    att_slice form, lower;
    uint8_t flags; /* ATT_TOK_CAP, UPPER, DIGIT, ALPHA */
} att_token_form;

/* Bytes for forms that differ from the text, taken from the arena a page at a time. Zeroed = empty. */
typedef struct {
    att_arena *arena;
    char *page;
    uint32_t used, size;
} att_form_pool;

/* raw must live as long as the result: form and lower may point into it. */
att_token_form att_token_form_of(att_form_pool *pool, att_slice raw);

#endif
