/* quotes.h: which stretches of the text stand between quotation marks. Pairs are found paragraph by paragraph. */
#ifndef ATT_STATEMENT_QUOTES_H
#define ATT_STATEMENT_QUOTES_H

#include "base/doc.h"

typedef struct {
    uint32_t open, close;    /* tokens of the marks; open = 0: goes on from the paragraph before; close = 0: never closed */
    uint32_t tok_beg, tok_end; /* tokens between them */
    bool damaged;            /* a mark is missing or stands in a wrong place */
} att_quote;

typedef ATT_VEC(att_quote) att_quotes;

void att_quotes_find(const att_doc *doc, att_arena *a, att_quotes *out);
/* Quote that token t stands in, or -1. */
int att_quote_at(const att_quotes *q, uint32_t t);

#endif
