/* store.c: opening, checking, transactions, and SQLite's errors in plain words. */
#include "store/store_int.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/civil.h"
#include "store/schema.h"

enum { BUSY_MS = 10000 };

static att_err fault(int rc, const char *msg)
{
    return (att_err){.code = ATT_E_STORE, .stage = ATT_STAGE_STORE, .sys = rc, .msg = msg};
}

att_err att_store_error(int rc)
{
    if (rc == SQLITE_IOERR_SHMSIZE) rc = SQLITE_FULL; /* how a full disk shows in the shared memory of WAL */
    switch (rc & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return ATT_FINE;
    case SQLITE_NOTADB: return fault(rc, "not a store: it is a file of another kind");
    case SQLITE_CORRUPT: return fault(rc, "the store is damaged: take a saved copy, or code into a new one");
    case SQLITE_FULL: return fault(rc, "the disk is full: make room and run the same command again");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return fault(rc, "another program is writing to the store: try again when it is done");
    case SQLITE_CANTOPEN: return fault(rc, "can't be opened or made: check the path and its permissions");
    case SQLITE_READONLY: return fault(rc, "may not be written: check its permissions");
    case SQLITE_IOERR: return fault(rc, "reading or writing the store failed: check the disk");
    case SQLITE_NOMEM: return fault(rc, "not enough memory for the store");
    case SQLITE_TOOBIG: return fault(rc, "an article is too large for the store: split it");
    case SQLITE_CONSTRAINT: return fault(rc, "the store contradicts itself: it was changed by another program");
    default: return fault(rc, "the store could not be used (SQLite refused)");
    }
}

sqlite3_stmt *att_store_stmt(att_store *s, att_sql which, int *rc)
{
    sqlite3_stmt **st = &s->stmt[which];
    *rc = *st ? SQLITE_OK : sqlite3_prepare_v3(which == SQL_HAS ? s->asker : s->db, ATT_STORE_SQL[which], -1, SQLITE_PREPARE_PERSISTENT, st, NULL);
    if (*rc != SQLITE_OK) return NULL;
    sqlite3_reset(*st);
    return *st;
}

int att_store_step(sqlite3_stmt *st)
{
    int rc = sqlite3_step(st);
    int end = sqlite3_reset(st); /* gives the code of a failed step again, and lets go of its locks */
    return rc == SQLITE_DONE || rc == SQLITE_ROW ? SQLITE_OK : end != SQLITE_OK ? end : rc;
}

int att_store_row_of(att_store *s, att_sql which, const char *id, int64_t *row)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, which, &rc);
    if (!st) return rc;
    sqlite3_bind_text(st, 1, id, -1, SQLITE_STATIC);
    *row = sqlite3_step(st) == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
    rc = sqlite3_reset(st);
    sqlite3_clear_bindings(st);
    return rc;
}

void att_bind_text(sqlite3_stmt *st, int *at, att_slice s)
{
    int i = (*at)++;
    if (s.len)
        sqlite3_bind_text64(st, i, s.ptr, s.len, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(st, i);
}

void att_bind_must(sqlite3_stmt *st, int *at, att_slice s)
{
    sqlite3_bind_text64(st, (*at)++, s.len ? s.ptr : "", s.len, SQLITE_STATIC, SQLITE_UTF8);
}

void att_bind_int(sqlite3_stmt *st, int *at, int64_t v) { sqlite3_bind_int64(st, (*at)++, v); }

void att_bind_real(sqlite3_stmt *st, int *at, bool known, double v)
{
    int i = (*at)++;
    if (known && v - v == 0.0)
        sqlite3_bind_double(st, i, v);
    else
        sqlite3_bind_null(st, i);
}

void att_bind_day(sqlite3_stmt *st, int *at, att_day d)
{
    char day[16];
    int i = (*at)++;
    if (d == ATT_NO_DAY)
        sqlite3_bind_null(st, i);
    else
        sqlite3_bind_text(st, i, att_day_text(d, day), -1, SQLITE_TRANSIENT);
}

int att_store_run(att_store *s, const char *sql) { return sqlite3_exec(s->db, sql, NULL, NULL, NULL); }

int att_store_number(att_store *s, const char *sql, int64_t *out)
{
    sqlite3_stmt *st;
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);
    if (rc != SQLITE_OK) return rc;
    rc = sqlite3_step(st);
    *out = rc == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
    int end = sqlite3_finalize(st);
    return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : end;
}

/* Ours, empty, or neither. *version is 0 for an empty file. */
static att_err look(att_store *s, int64_t *version)
{
    int64_t application = 0, objects = 0;
    int rc = att_store_number(s, "PRAGMA application_id", &application);
    if (rc == SQLITE_OK) rc = att_store_number(s, "PRAGMA user_version", version);
    if (rc == SQLITE_OK) rc = att_store_number(s, "SELECT count(*) FROM sqlite_schema", &objects);
    if (rc != SQLITE_OK) return att_store_error(rc);
    if (objects == 0 && application == 0) return *version = 0, ATT_FINE;
    if (application != ATT_STORE_APPLICATION) return fault(0, "not a store: it is another program's SQLite file");
    if (*version > ATT_STORE_VERSION) return fault(0, "made by a newer attache: use that one");
    if (*version < 1) return fault(0, "the store is damaged: it has no version");
    return ATT_FINE;
}

static int remake_views(att_store *s)
{
    char drop[64];
    int rc = SQLITE_OK;
    for (int i = 0; ATT_STORE_VIEW_NAMES[i] && rc == SQLITE_OK; i++) {
        snprintf(drop, sizeof drop, "DROP VIEW IF EXISTS %s", ATT_STORE_VIEW_NAMES[i]);
        rc = att_store_run(s, drop);
    }
    for (int i = 0; ATT_STORE_VIEWS[i] && rc == SQLITE_OK; i++) rc = att_store_run(s, ATT_STORE_VIEWS[i]);
    return rc;
}

/* From version to ATT_STORE_VERSION, in one transaction. Two programs may find the store missing or old at the same time: whoever
 * gets the lock changes it, the other looks again. */
static att_err bring_up_to_date(att_store *s)
{
    char pragmas[96];
    int64_t version = 0;
    int rc = att_store_run(s, "BEGIN IMMEDIATE");
    if (rc != SQLITE_OK) return att_store_error(rc);
    att_err e = look(s, &version);
    if (!att_failed(e) && version < ATT_STORE_VERSION) {
        for (int64_t v = version + 1; v <= ATT_STORE_VERSION; v++)
            for (int i = 0; ATT_STORE_STEPS[v][i] && rc == SQLITE_OK; i++) rc = att_store_run(s, ATT_STORE_STEPS[v][i]);
        if (rc == SQLITE_OK) rc = remake_views(s);
        snprintf(pragmas, sizeof pragmas, "PRAGMA application_id = %d; PRAGMA user_version = %d", ATT_STORE_APPLICATION, ATT_STORE_VERSION);
        if (rc == SQLITE_OK) rc = att_store_run(s, pragmas);
        e = att_store_error(rc);
    }
    rc = att_store_run(s, att_failed(e) ? "ROLLBACK" : "COMMIT");
    return att_failed(e) ? e : att_store_error(rc);
}

/* References are kept by the order of what is written here: looking each of them up would cost every row.
 * WAL: readers and the writer don't wait for each other. FULL: a commit is on the disk when it returns, power cut or not. */
static att_err prepare_connection(att_store *s)
{
    int64_t version = 0;
    sqlite3_extended_result_codes(s->db, 1);
    sqlite3_busy_timeout(s->db, BUSY_MS);
    att_store_run(s, "PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -64000; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = OFF");
    att_err e = look(s, &version);
    if (att_failed(e)) return e;
    if (!s->writing && version == 0) return fault(0, "an empty file: code articles into it with 'attache add'");
    if (!s->writing && version < ATT_STORE_VERSION) return fault(0, "made by an older attache: bring it up to date with 'attache add'");
    if (!s->writing) return ATT_FINE;
    /* A new store has pages of 8 kB, since rows have one or two; one that is there keeps its own. What the CHECKs ask is true of all that
     * is written here, and for a list of three SQLite would make a table for each row. The log is taken in every 50 MB, while workers code,
     * and not all at the end. */
    int rc = att_store_run(s, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA ignore_check_constraints = ON");
    if (rc == SQLITE_OK) rc = att_store_run(s, "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 6000; PRAGMA cache_size = -256000");
    if (rc != SQLITE_OK) return att_store_error(rc);
    return version < ATT_STORE_VERSION ? bring_up_to_date(s) : ATT_FINE;
}

void att_store_tune(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

att_err att_store_open(att_store **out, const char *path, att_store_mode mode)
{
    *out = NULL;
    att_store *s = calloc(1, sizeof *s);
    if (!s) return (att_err){.code = ATT_E_NOMEM, .stage = ATT_STAGE_STORE, .msg = "not enough memory"};
    s->writing = mode == ATT_STORE_WRITE;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (s->writing ? SQLITE_OPEN_CREATE : 0);
    int rc = sqlite3_open_v2(path, &s->db, flags, NULL);
    att_err e = rc == SQLITE_CANTOPEN && !s->writing ? fault(rc, "there is no such store: make it with 'attache add'") : att_store_error(rc);
    if (!att_failed(e)) e = prepare_connection(s);
    if (!att_failed(e) && s->writing) {
        e = att_store_error(sqlite3_open_v2(path, &s->asker, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
        sqlite3_busy_timeout(s->asker, BUSY_MS);
    }
    if (att_failed(e))
        att_store_close(s);
    else
        *out = s;
    return e;
}

void att_store_close(att_store *s)
{
    if (!s) return;
    for (int i = 0; i < SQL_COUNT; i++) sqlite3_finalize(s->stmt[i]);
    if (s->open) att_store_run(s, "ROLLBACK");
    sqlite3_close_v2(s->asker);
    sqlite3_close_v2(s->db); /* the last one out takes the -wal file in */
    free(s);
}

att_err att_store_commit(att_store *s)
{
    if (!s->open) return ATT_FINE;
    int rc = att_store_run(s, "COMMIT");
    if (rc != SQLITE_OK) att_store_run(s, "ROLLBACK");
    s->open = false;
    return att_store_error(rc);
}

bool att_store_is_empty(att_store *s)
{
    int64_t some = 1;
    return att_store_number(s, "SELECT EXISTS (SELECT 1 FROM documents)", &some) == SQLITE_OK && !some;
}

att_err att_store_count(att_store *s, uint64_t *documents, uint64_t *events)
{
    int64_t d = 0, e = 0;
    int rc = att_store_number(s, "SELECT count(*) FROM documents WHERE newest", &d);
    if (rc == SQLITE_OK) rc = att_store_number(s, "SELECT count(*) FROM events JOIN documents USING (document) WHERE newest AND same_as IS NULL", &e);
    *documents = (uint64_t)d;
    *events = (uint64_t)e;
    return att_store_error(rc);
}
