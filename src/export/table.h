/* table.h: events as a table for people, that fits the terminal.
 *
 *   DATE        TYPE        WHO → WHOM                                  STATUS
 *   2022-02-07  CONSULT     Emmanuel Macron (FRA) → Vladimir Putin (RUS)  occurred
 *               Macron traveled to Moscow in an effort to keep hope alive for a …
 */
#ifndef ATT_EXPORT_TABLE_H
#define ATT_EXPORT_TABLE_H

#include "base/buf.h"
#include "store/row.h"

typedef struct {
    int width;     /* columns of the terminal; at least 40 are used */
    bool colours;
    bool with_doc; /* a column for the document, for rows of many */
} att_table;

/* Begins a style ("1" bold, "2" dim, "31" red, "0" none) where colours are used. */
void att_table_style(att_buf *out, const att_table *t, const char *code);
void att_table_head(att_buf *out, const att_table *t);
/* A line that names the document and how many of what ("event") follow. */
void att_table_doc(att_buf *out, const att_table *t, const att_document_row *doc, uint32_t n, const char *what);
void att_table_event(att_buf *out, const att_table *t, const att_event_row *r);

#endif
