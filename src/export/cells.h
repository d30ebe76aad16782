/* cells.h: rows of named cells (store/ask.h) as a table for people, CSV, TSV or JSON Lines. */
#ifndef ATT_EXPORT_CELLS_H
#define ATT_EXPORT_CELLS_H

#include "export/table.h"
#include "store/ask.h"

typedef struct {
    const char *cell, *head; /* head as people read it */
    uint32_t width;          /* columns; 0 = what is left over (one column at most) */
    bool right;              /* numbers */
} att_cell_column;

typedef struct {
    const char *type;        /* of the JSON Lines */
    const att_cell_column *columns;
    int n;
    const char *below;       /* cell that is shown in a line of its own, or NULL */
} att_cell_layout;

void att_cells_table_head(att_buf *out, const att_table *t, const att_cell_layout *l);
void att_cells_table(att_buf *out, const att_table *t, const att_cell_layout *l, const att_cell *cells, int n);
/* separator ',' (RFC 4180) or '\t' (tabs and line ends in cells become blanks). A cell "record" is left out, one of JSON is kept. */
void att_cells_csv_head(att_buf *out, const att_cell *cells, int n, char separator);
void att_cells_csv(att_buf *out, const att_cell *cells, int n, char separator);
/* The whole record where there is one (cell "record"), else the cells. */
void att_cells_jsonl(att_buf *out, const att_cell_layout *l, const att_cell *cells, int n);

#endif
