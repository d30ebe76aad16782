/* ask.h: what the commands that ask a store share: conditions from options, and rows on standard output. */
#ifndef ATT_CLI_ASK_H
#define ATT_CLI_ASK_H

#include "cli/cli.h"
#include "export/cells.h"
#include "store/store.h"

/* False with a message. */
bool cli_ask_of(const cli_args *a, att_ask *ask);
/* The types and statuses asked for must exist; false with a message. */
bool cli_check_types(const cli_args *a);

/* Opens a store for reading. When the last run of `add` was stopped before it had found copies, stories and happenings, that is done
 * first, if the file may be written. NULL with a message. */
att_store *cli_store(const char *path);

/* Asks and prints: --format is table, csv, tsv or jsonl. nothing: what is said when no row came. Returns the exit code. */
int cli_ask_run(const cli_args *a, att_question q, const att_ask *ask, const att_cell_layout *layout, const char *nothing);
/* All rows to a function in place of standard output. */
int cli_ask_rows(const char *path, att_question q, const att_ask *ask, bool (*row)(void *ctx, const att_cell *cells, int n), void *ctx);
/* The cell of that name; an empty one when there is none. */
att_cell cli_cell(const att_cell *cells, int n, const char *name);

typedef enum { CLI_SHAPE_TABLE, CLI_SHAPE_JSONL, CLI_SHAPE_CSV, CLI_SHAPE_TSV } cli_shape;
bool cli_shape_of(const cli_args *a, cli_shape *out);

#endif
