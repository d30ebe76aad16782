/* stands_out.h: the ledger of positions and the claims of a store, for people (a table) and for programs (CSV, JSON Lines). */
#ifndef ATT_EXPORT_STANDS_OUT_H
#define ATT_EXPORT_STANDS_OUT_H

#include "export/table.h"
#include "store/stands.h"

/* group: the issue of the row before, whose heading then is not repeated; empty at the start. */
void att_ledger_table(att_buf *out, const att_table *t, const att_ledger_row *r, att_slice group);
void att_ledger_csv_head(att_buf *out);
void att_ledger_csv(att_buf *out, const att_ledger_row *r);
void att_ledger_jsonl(att_buf *out, const att_ledger_row *r);

void att_claims_table(att_buf *out, const att_table *t, const att_dispute_row *r);
/* One line for each reply, and one for a claim without any. */
void att_claims_csv_head(att_buf *out);
void att_claims_csv(att_buf *out, const att_dispute_row *r);
void att_claims_jsonl(att_buf *out, const att_dispute_row *r);

#endif
