/* where.h: the conditions of a filter as SQL, for tables that are not on the board. Only names of columns and question marks
 * become text of the statement; every value is bound. */
#ifndef ATT_SERVE_WHERE_H
#define ATT_SERVE_WHERE_H

#include "serve/filter.h"

/* Columns of a table that conditions are about; NULL = the condition does not concern it. Documents are joined as d. */
typedef struct {
    const char *name, *code, *sector; /* whom it is about: the speaker, the holder */
    const char *first, *last;         /* days; where they are NULL in a row, the day of publication counts */
} att_where_columns;

/* Appends " AND ..." for each condition. */
void att_where_put(att_buf *sql, const att_params *p, const att_where_columns *c);
/* Binds the values in the same order; returns the number of the next parameter. */
int att_where_bind(sqlite3_stmt *st, int at, const att_params *p, const att_where_columns *c);

#endif
