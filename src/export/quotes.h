/* quotes.h: the statements of an article as a reader wants them: speaker, words, where.
 *
 *   Sergei Lavrov (RUS) · said · 2022-02-07                                 sentence 3
 *     “We will not accept Kyiv's membership”
 */
#ifndef ATT_EXPORT_QUOTES_H
#define ATT_EXPORT_QUOTES_H

#include "attache/doc.h"
#include "export/table.h"

/* Whose words; empty = everybody's. A code (RUS, IGO:NATO, NATO), a sector or a name or part of one, without regard to case. */
bool att_quote_is_by(const att_doc *doc, const att_statement *s, att_slice speaker);
/* How many statements of the document are his. */
uint32_t att_quotes_count(const att_doc *doc, att_slice speaker);
/* For a terminal of t->width columns. */
void att_quotes_table(att_buf *out, const att_table *t, const att_doc *doc, att_slice speaker);
/* A line each (RFC 4180); the header line apart. */
void att_quotes_csv_head(att_buf *out);
void att_quotes_csv(att_buf *out, const att_doc *doc, att_slice speaker);

#endif
