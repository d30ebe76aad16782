/* rows.h: a document -> flat rows (store/row.h), for tables, CSV and the store. */
#ifndef ATT_EXPORT_ROWS_H
#define ATT_EXPORT_ROWS_H

#include "base/arena.h"
#include "export/jsonl.h"
#include "store/row.h"

/* Everything is copied into the arena: the parcel outlives the document. NULL without memory. With `words`, as a
 * store needs it, each row holds its record as well, and what copies and stories are found by is made; else NULL. */
att_parcel *att_parcel_make(att_arena *arena, const att_doc *doc, const att_jsonl *opt, const att_story_words *words);

#endif
