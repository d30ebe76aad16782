/* differ.h: where the articles of one story don't tell the same, with who says what. Which statements are about one thing is decided in
 * story/differ.h.
 *
 * Found when it is asked for, so that it fits the articles that are there. Copies don't count. One thread at a time, as for the store.
 */
#ifndef ATT_STORE_DIFFER_H
#define ATT_STORE_DIFFER_H

#include <sqlite3.h>

#include "store/store.h"
#include "story/differ.h"

/* What one article says. */
typedef struct {
    att_slice text;                  /* the number in the article's words where they are kept ("at least 60 people"); the day */
    double low, high;                /* INFINITY where open; of days: the day */
    att_slice said_by;               /* names, by commas; empty: the article itself says it */
    att_slice sentence, doc, outlet, title;
    int64_t document;
    att_day day, published;          /* what it is of; ATT_NO_DAY = not told */
} att_version_row;

typedef struct {
    att_stated_kind kind;
    att_slice what;                  /* "killed", a unit ("troops"), the type of an event */
    att_slice whose;                 /* of figures: who has them; of events: who acts; or empty */
    const att_version_row *versions; /* by day of the report; each article's value once */
    uint32_t count;
} att_differ_row;

/* db: an open store. story: its number (stories.story). row returns false to stop; slices hold until it returns. */
att_err att_store_differences(sqlite3 *db, int64_t story, bool (*row)(void *ctx, const att_differ_row *r), void *ctx);

#endif
