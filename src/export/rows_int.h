/* rows_int.h: what the makers of rows share. Private to export/. */
#ifndef ATT_EXPORT_ROWS_INT_H
#define ATT_EXPORT_ROWS_INT_H

#include "export/rows.h"

typedef struct {
    att_arena *arena;
    const att_doc *doc; /* its text is the arena's own copy */
    const att_jsonl *opt;
    att_id_set *ids, *again; /* an id is given once for the row and once more for its record */
    att_buf *line;
    const att_story_words *words; /* NULL: not for a store */
} att_row_maker;

att_slice att_row_words(const att_row_maker *m, att_span s);
/* Who a mention stands for; all empty for mention 0. One with members is its first. */
att_actor_row att_row_actor(const att_row_maker *m, att_id mention);
att_date_row att_row_date(const att_row_maker *m, const att_dated *d);
/* Ids must be asked for in the order of the records. */
att_slice att_row_id(const att_row_maker *m, att_record type, att_id row);
/* The record as JSON, when the parcel is for a store; else empty. */
att_slice att_row_record(const att_row_maker *m, att_record type, att_id row);
/* rows_stands.c: positions and claims. */
void att_row_stands(att_row_maker *m, att_parcel *p);

#endif
