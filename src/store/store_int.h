/* store_int.h: what the files of the store share. Private to store/. */
#ifndef ATT_STORE_STORE_INT_H
#define ATT_STORE_STORE_INT_H

#include <sqlite3.h>

#include "store/store.h"

typedef enum {
    SQL_HAS,        /* of the asker */
    SQL_KNOWN, SQL_RECODED, SQL_DROP_WORDS, SQL_DROP_STATEMENTS, SQL_DROP_ACTORS,
    SQL_LEAVE_HAPPENINGS, SQL_DROP_HAPPENINGS, SQL_DROP_EVENTS, SQL_DROP_RESPONSES, SQL_DROP_FIGURES,
    SQL_DROP_POSITIONS, SQL_DROP_CLAIMS, SQL_DROP_ANSWERS, SQL_OLD, SQL_DOCUMENT, SQL_SAME_WORDS, SQL_BAND_FIND, SQL_CANDIDATE, SQL_BANDS_ADD,
    SQL_SKETCH, SQL_EVENT, SQL_ACTOR, SQL_STATEMENT, SQL_FIGURE, SQL_POSITION, SQL_CLAIM, SQL_RESPONSE, SQL_ANSWER, SQL_FIND_TEXT,
    SQL_FIND_STATEMENT, SQL_PENDING, SQL_LACKING, SQL_ITEMS, SQL_STORY_FIND, SQL_STORY_NEW, SQL_STORY_SET, SQL_STORY_TOUCH,
    SQL_STORY_MERGE, SQL_COPY_SET, SQL_LOOSE_DAYS, SQL_LOOSE_STORIES, SQL_TELLINGS_OF_DAY, SQL_TELLINGS_OF_STORY, SQL_TELLING_PARTIES,
    SQL_EVENT_HAPPENING, SQL_HAPPENING_FIND, SQL_HAPPENING_PUT, SQL_HAPPENING_TOUCH, SQL_FLIP, SQL_FLIP_COUNTED,
    SQL_TEXT, SQL_COUNT
} att_sql;

extern const char *const ATT_STORE_SQL[SQL_COUNT];

struct att_store {
    sqlite3 *db;
    sqlite3 *asker;                /* for att_store_has beside the writer, which would keep it waiting while it syncs; sees what is committed */
    sqlite3_stmt *stmt[SQL_COUNT]; /* prepared when first used */
    bool open;                     /* a transaction is */
    bool writing;
};

/* SQLite's result as an error value; SQLITE_OK, ROW and DONE are fine. */
att_err att_store_error(int rc);
/* Statements without parameters or rows. */
int att_store_run(att_store *s, const char *sql);
/* The prepared statement, reset; NULL with *rc set. */
sqlite3_stmt *att_store_stmt(att_store *s, att_sql which, int *rc);
/* Runs a statement that gives no rows. */
int att_store_step(sqlite3_stmt *st);

/* One number by a statement without parameters; 0 when it gives no row. */
int att_store_number(att_store *s, const char *sql, int64_t *out);
/* The first column of the row with this id, by a statement with one parameter; 0 when there is none. */
int att_store_row_of(att_store *s, att_sql which, const char *id, int64_t *row);

/* All records of a stored document. */
int att_store_put_records(att_store *s, int64_t document, const att_parcel *p);

/* Bind the next parameter; *at counts from 1. Empty text and ATT_NO_DAY are NULL. */
void att_bind_text(sqlite3_stmt *st, int *at, att_slice s);
/* For NOT NULL columns: an empty text is ''. */
void att_bind_must(sqlite3_stmt *st, int *at, att_slice s);
void att_bind_int(sqlite3_stmt *st, int *at, int64_t v);
void att_bind_real(sqlite3_stmt *st, int *at, bool known, double v);
void att_bind_day(sqlite3_stmt *st, int *at, att_day d);

/* An earlier document that this one is a copy of: *of = 0 when there is none. Looks only at other articles. */
int att_store_find_copy(att_store *s, const att_copy_print *print, att_slice doc, att_slice source, int64_t *of, double *likeness);
int att_store_keep_bands(att_store *s, const att_copy_print *print, int64_t document);

int att_store_keep_sketch(att_store *s, const att_sketch *sketch, int64_t document);
/* Terms of a sketch out of its column, at most ATT_SKETCH_TERMS; returns how many. */
uint32_t att_store_read_sketch(sqlite3_stmt *st, int column, uint32_t *terms);

#endif
