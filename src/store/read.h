/* read.h: columns of a query's row as values. Private to store/. Slices are SQLite's own memory and hold until the next step. */
#ifndef ATT_STORE_READ_H
#define ATT_STORE_READ_H

#include "base/civil.h"
#include "store/store_int.h"

/* Is one parameter this party's code, the code without IGO:, its sector, its name, or code and sector? */
#define ATT_SQL_PARTY(code, sector, name) \
    "? COLLATE NOCASE IN (" code ", " sector ", " name ", replace(" code ", 'IGO:', ''), " code " || ' ' || " sector ")"

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
