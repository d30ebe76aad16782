/* ask.h: one question to the server and its answer; what the files api_*.c share. Private to serve/. */
#ifndef ATT_SERVE_ASK_H
#define ATT_SERVE_ASK_H

#include "serve/filter.h"
#include "store/column.h"

typedef struct {
    sqlite3 *db;            /* read-only; for the time of the question */
    const att_board *board;
    att_arena *arena;       /* empty at the start */
    att_params params;
    att_buf out;            /* the body */
    const char *type;       /* media type; JSON unless it is set */
    const char *file;       /* proposed name when the answer is to be saved, or NULL */
    bool writing;           /* the store has changed in the last seconds */
    const char *store, *path; /* its name, for people; its file */
} att_ask;

/* Each gives the status of HTTP. Takes from the arena only while it has no statement open: when memory runs out, nothing else ends. */
typedef int (*att_answer)(att_ask *q);

/* The answer to a path under /api/, or NULL. */
att_answer att_answer_of(att_slice path);

int att_api_state(att_ask *q);
int att_api_timeline(att_ask *q);
int att_api_events(att_ask *q);
int att_api_events_csv(att_ask *q);
int att_api_events_jsonl(att_ask *q);
int att_api_event(att_ask *q);
int att_api_facets(att_ask *q);
int att_api_article(att_ask *q);
int att_api_articles(att_ask *q);
int att_api_actors(att_ask *q);
int att_api_actor(att_ask *q);
int att_api_statements(att_ask *q);
int att_api_positions(att_ask *q);
int att_api_claims(att_ask *q);
int att_api_stories(att_ask *q);
int att_api_story(att_ask *q);
int att_api_search(att_ask *q);
int att_api_tellings(att_ask *q);
int att_api_quantities(att_ask *q);
int att_api_figures(att_ask *q);
int att_api_map(att_ask *q);

/* {"error": "..."} with a status. */
int att_refuse(att_ask *q, int status, const char *why);
/* A statement ready to step, its text fixed; NULL when SQLite refuses. Give it back with sqlite3_finalize. */
sqlite3_stmt *att_ask_sql(att_ask *q, const char *sql);
/* 200, or 503 when SQLite gave up (time, a lock) with *rc. */
int att_done(att_ask *q, int rc);

/* "key": value for members of objects; a comma is put before all but the first (what follows '{' or '['). */
void att_key(att_buf *out, const char *key);
void att_member(att_buf *out, const char *key, att_slice text);   /* null when empty */
void att_member_number(att_buf *out, const char *key, double v);
void att_member_day(att_buf *out, const char *key, att_day d);    /* null when not known */
void att_member_column(att_buf *out, const char *key, sqlite3_stmt *st, int i); /* text, number or null, as it is */
void att_member_json(att_buf *out, const char *key, att_slice json); /* as it is; null when empty */
/* A comma unless what was written last opens an object or a list. */
void att_comma(att_buf *out);

/* A record with its article, as lists show it: st stands on a row of number, record, ATT_OF_ARTICLE. */
#define ATT_OF_ARTICLE "d.document, d.doc, d.title, d.outlet, d.published"
void att_put_record(att_ask *q, sqlite3_stmt *st);

/* All rows of a statement as a list of objects under a key; keys: of its columns, NULL-ended. Gives st back (NULL: it could not be prepared);
 * SQLITE_DONE when all went well. */
int att_put_objects(att_ask *q, const char *key, sqlite3_stmt *st, const char *const *keys);

/* The facts that pass the filter, by number, in the order of the board. */
typedef struct {
    const uint32_t *at;
    uint32_t n;
} att_hits;
/* Reads the filter of the question (and its words, q=) and finds its facts. False: the words can't be understood; the answer is written. */
bool att_ask_filter(att_ask *q, att_filter *f);
/* What a person types, as a query of FTS5: all words, "phrases" kept, nothing that could be a syntax error. False: no word in it. */
bool att_words_query(att_buf *out, att_slice words);
att_hits att_filter_hits(const att_filter *f, att_arena *a);

/* The events of facts [0, n) as a list. */
int att_put_events(att_ask *q, const uint32_t *facts, uint32_t n);

#endif
