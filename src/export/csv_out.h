/* csv_out.h: events as CSV (RFC 4180), one line each, safe to open in a spreadsheet. */
#ifndef ATT_EXPORT_CSV_OUT_H
#define ATT_EXPORT_CSV_OUT_H

#include "base/buf.h"
#include "store/row.h"

/* The header line. */
void att_csv_head(att_buf *out);
void att_csv_event(att_buf *out, const att_event_row *r);
/* One cell of text: quoted where it must be; one that a spreadsheet would take for a formula gets a leading apostrophe. */
void att_csv_text(att_buf *out, att_slice s);
/* Cells of text, each after a comma. */
void att_csv_cells(att_buf *out, const att_slice *texts, uint32_t n);

#endif
