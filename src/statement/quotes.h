/* quotes.h: which stretches of the text stand between quotation marks. Pairs are found paragraph by paragraph; marks that are
 * missing, doubled or one word off, as rewriting programs leave them, are repaired in the result, never in the text. */
#ifndef ATT_STATEMENT_QUOTES_H
#define ATT_STATEMENT_QUOTES_H

#include "base/doc.h"

typedef struct {
    uint32_t open, close;      /* tokens of the marks, 0 = missing */
    uint32_t tok_beg, tok_end; /* tokens between them */
    bool damaged;              /* a mark is missing, doubled or stands in a wrong place */
    bool goes_on;              /* never closed, and the next paragraph opens again: one quotation over paragraphs */
} att_quote;

typedef ATT_VEC(att_quote) att_quotes;

/* Is the token a double quotation mark of any style, or a single one that stands alone? */
bool att_quote_mark(const att_doc *doc, uint32_t t);
/* speech[t]: token t is a verb of saying; read for repairs only. */
void att_quotes_find(const att_doc *doc, const bool *speech, att_arena *a, att_quotes *out);
/* Quote that token t stands in, or -1. */
int att_quote_at(const att_quotes *q, uint32_t t);
/* First quote that ends after token t (index q->n when there is none). */
uint32_t att_quote_from(const att_quotes *q, uint32_t t);

#endif
