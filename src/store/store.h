/* store.h: documents and their records in one SQLite file, for the years.
 *
 *   att_store_open(&s, "news.db", ATT_STORE_WRITE);
 *   for each article: att_store_add(s, parcel, &what);      collected in a transaction
 *   att_store_commit(s);                                    from here on it is on the disk, whatever happens
 *   att_store_close(s);                                     what was not committed is gone
 *
 * A handle belongs to one thread at a time; att_store_has may be called by others meanwhile, one at a time. Errors are
 * ATT_E_STORE with static words; sys holds SQLite's extended code.
 */
#ifndef ATT_STORE_STORE_H
#define ATT_STORE_STORE_H

#include "base/arena.h"
#include "store/row.h"

typedef struct att_store att_store;

typedef enum {
    ATT_STORE_READ, /* must exist */
    ATT_STORE_WRITE /* made when it does not exist */
} att_store_mode;

typedef enum {
    ATT_STORED_NOTHING, /* the same text under the same name is there */
    ATT_STORED_NEW,
    ATT_STORED_VERSION  /* the text has changed and the older one is kept; or its records came from an older version of the store */
} att_stored;

/* For a program of its own, at its start and before it has threads: SQLite then counts no memory, which takes a lock for each piece.
 * A library leaves that to its program. */
void att_store_tune(void);
/* *out is NULL on failure: no store, another program's file, damaged, newer than this program, in use. */
att_err att_store_open(att_store **out, const char *path, att_store_mode mode);
void att_store_close(att_store *s);

/* Is the document there with just this text, and all records that this version keeps? For a store open for writing; it sees what is
 * committed. False also when the store can't answer. */
bool att_store_has(att_store *s, att_slice doc, uint64_t content_hash);
/* There is no article in it: no use in asking for one. */
bool att_store_is_empty(att_store *s);
/* Adds to the open transaction, or begins one. source: what tells articles of the same name apart (the full path of a
 * file), or empty where the name is enough. On failure the whole transaction is taken back. */
att_err att_store_add(att_store *s, const att_parcel *parcel, att_slice source, att_stored *what);
/* Ends the transaction; when it returns without failure, it is on the disk. Nothing open: fine. */
att_err att_store_commit(att_store *s);

/* Articles whose place among the others has not been found yet: after a run of `add` that was stopped. */
att_err att_store_pending(att_store *s, uint64_t *articles);
/* Finds it: copies and rewrites, stories, happenings, totals. Commits what is open, then works in a transaction of its own, with so many
 * threads, on whose number nothing depends; nothing pending: nothing is done. */
att_err att_store_derive(att_store *s, const att_story_words *words, uint32_t threads);

/* SQL for the names of one side of an event, each once: two ministries in one phrase are two actors of one text. All are literals. */
#define ATT_SQL_SIDE(event, side, between)                                                                              \
    "(SELECT group_concat(n, '" between "') FROM (SELECT coalesce(a.name, a.text) AS n FROM event_actors a WHERE a.event = " event \
    " AND a.side = '" side "' GROUP BY 1 ORDER BY min(a.position)))"

/* What events.told is, out of what an index holds: SQLite looks at the row itself for a column that it works out. */
#define ATT_SQL_TOLD "iif(history AND status IN ('occurred', 'ongoing'), 'history', status)"

/* Conditions for events; empty or ATT_NO_DAY = any. Lists have commas. Letters compare without case. */
typedef struct {
    att_slice actor, recipient, said_by; /* code (USA, IGO:NATO, NATO), sector, or name */
    att_slice types, statuses;
    att_slice source;           /* outlet, or part of its name */
    att_slice place;            /* name, or country */
    att_slice story;            /* its id */
    att_day from, to;
    uint32_t limit;             /* 0 = all */
} att_event_filter;

/* Events of newest versions, by date (unknown dates last), document, and place in the text. row returns false to stop; its
 * slices hold until it returns. */
att_err att_store_events(att_store *s, const att_event_filter *f, bool (*row)(void *ctx, const att_event_row *r), void *ctx);

/* The events with these numbers (events.event), in that order; those that are not there are passed over. */
att_err att_store_event_rows(att_store *s, const int64_t *rows, uint32_t n, bool (*row)(void *ctx, const att_event_row *r), void *ctx);

/* Documents (newest versions) and their events. */
att_err att_store_count(att_store *s, uint64_t *documents, uint64_t *events);

#endif
