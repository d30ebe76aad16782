/* cells.h: short tables of text as a table for people, CSV or JSON Lines, from the same cells. */
#ifndef ATT_CLI_CELLS_H
#define ATT_CLI_CELLS_H

#include "cli/cli.h"

typedef struct {
    const char *const *names; /* of the columns, count of them: keys of JSON, heads of the others */
    const int *widths;        /* of the table; 0 = the rest of the line */
    int count;
    cli_format format;
    int screen;               /* columns of the terminal */
} cli_cells;

void cli_cells_head(att_buf *out, const cli_cells *c);
/* An empty cell is null in JSON, "-" in the table, empty in CSV. */
void cli_cells_row(att_buf *out, const cli_cells *c, const att_slice *cells);

#endif
