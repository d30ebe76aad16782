/* column.h: columns of a query's row as values, for all who read a store by SQL. Slices are SQLite's own memory and hold until the
 * next step. */
#ifndef ATT_STORE_COLUMN_H
#define ATT_STORE_COLUMN_H

#include <sqlite3.h>

#include "base/civil.h"

/* Empty for NULL. */
static inline att_slice att_column_text(sqlite3_stmt *st, int i)
{
    const char *p = (const char *)sqlite3_column_text(st, i);
    return (att_slice){p ? p : "", p ? (uint32_t)sqlite3_column_bytes(st, i) : 0};
}

/* The first day of an ISO date; ATT_NO_DAY when there is none. */
static inline att_day att_column_day(sqlite3_stmt *st, int i)
{
    att_day first = ATT_NO_DAY, last = ATT_NO_DAY;
    att_slice text = att_column_text(st, i);
    return text.len && att_parse_iso(text, &first, &last) ? first : ATT_NO_DAY;
}

#endif
