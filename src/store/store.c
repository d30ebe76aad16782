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

#define TEXT_OF(n) #n
#define NUMBER(n) TEXT_OF(n)
#define CODED NUMBER(ATT_STORE_VERSION)
#define HAS "SELECT 1 FROM documents WHERE doc = ?1 AND content_hash = ?2 AND coded >= " CODED

static const char *const SQL[SQL_COUNT] = {
    [SQL_HAS] = HAS,
    [SQL_HAS_WRITER] = HAS,
    [SQL_HAS_OLD] = "SELECT document FROM documents WHERE doc = ?1 AND content_hash = ?2",
    [SQL_RECODED] = "UPDATE documents SET coded = " CODED ", derived = 0 WHERE document = ?1",
    [SQL_DROP_WORDS] = "INSERT INTO statements_text (statements_text, rowid, content, speaker, speaker_name)"
                       " SELECT 'delete', statement, content, speaker, speaker_name FROM statements WHERE document = ?1",
    [SQL_DROP_STATEMENTS] = "DELETE FROM statements WHERE document = ?1",
    [SQL_DROP_EVENTS] = "DELETE FROM events WHERE document = ?1",
    [SQL_DROP_FIGURES] = "DELETE FROM figures WHERE document = ?1",
    [SQL_DROP_POSITIONS] = "DELETE FROM positions WHERE document = ?1",
    [SQL_DROP_ANSWERS] = "DELETE FROM answers WHERE document = ?",
    [SQL_DROP_CLAIMS] = "DELETE FROM claims WHERE document = ?1",
    [SQL_LAST] = "SELECT document, version FROM documents WHERE doc = ?1 AND source = ?2 ORDER BY version DESC LIMIT 1",
    [SQL_OLD] = "UPDATE documents SET newest = 0 WHERE document = ?1",
    [SQL_DOCUMENT] = "INSERT INTO documents (doc, source, version, newest, path, url, outlet, title, author, published, published_from,"
                     " language, bytes, sentences, tokens, content_hash, words_hash, mins, copy_of, likeness, text, record, copy_kind, coded)"
                     " VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
                     " iif(?18 IS NULL, ?21, json_set(?21, '$.copy_of', (SELECT doc FROM documents WHERE document = ?18))),"
                     " iif(?18 IS NULL, NULL, iif(?19 = 1, 'exact', 'near')), " CODED ")",
    [SQL_SAME_WORDS] = "SELECT coalesce(copy_of, document) FROM documents WHERE words_hash = ?1 AND NOT (doc = ?2 AND source = ?3) ORDER BY document LIMIT 1",
    [SQL_BAND_FIND] = "SELECT coalesce(d.copy_of, d.document), d.mins FROM copy_bands b JOIN documents d USING (document)"
                      " WHERE b.band = ?1 AND b.hash = ?2 AND d.newest AND NOT (d.doc = ?3 AND d.source = ?4) ORDER BY d.document LIMIT 50",
    [SQL_BAND_ADD] = "INSERT INTO copy_bands (band, hash, document) VALUES (?1, ?2, ?3)",
    [SQL_EVENT] = "INSERT INTO events (document, id, sentence_beg, sentence_end, sentence, trigger_beg, trigger_end, trigger_text, type, mode,"
                  " cameo, quad, contexts, status, frame, score, goldstein, confidence, date, date_first, date_last, place, country, lat,"
                  " lon, killed_low, killed_high, injured_low, injured_high, detained_low, detained_high, participants_low,"
                  " participants_high, displaced_low, displaced_high, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                  " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ACTOR] = "INSERT INTO event_actors (event, side, position, text, name, code, sector, resolved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_STATEMENT] = "INSERT INTO statements (document, id, sentence_beg, sentence_end, speaker, speaker_name, speaker_code, speaker_sector,"
                      " addressee, addressee_name, addressee_code, addressee_sector, cue, content, manner, date, date_first, date_last,"
                      " record, sentence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_FIGURE] = "INSERT INTO figures (document, id, sentence_beg, sentence_end, text, low, high, bound, unit, of_text, of_name, of_code,"
                   " of_sector, place, country, lat, lon, as_of, as_of_first, as_of_last, record, sentence)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_POSITION] = "INSERT INTO positions (document, id, sentence_beg, sentence_end, sentence, holder, holder_name, holder_code, holder_sector,"
                     " toward, toward_name, toward_code, toward_sector, stance, side, issue, issue_group, content, content_beg, content_end,"
                     " conditions, date, date_first, date_last, record)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_CLAIM] = "INSERT INTO claims (document, id, sentence_beg, sentence_end, sentence, by_text, by_name, by_code, by_sector, content,"
                  " content_beg, content_end, disputed, terms, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_RESPONSE] = "INSERT INTO claim_responses (claim, document, found_in, sentence_beg, sentence_end, sentence, by_text, by_name, by_code,"
                     " by_sector, stance, content, content_beg, content_end, rule) VALUES (?, ?, 'article', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ANSWER] = "INSERT INTO answers (document, sentence_beg, sentence_end, sentence, by_text, by_name, by_code, by_sector, stance, content,"
                   " content_beg, content_end, rule, about, about_beg, about_end, terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_FIND_TEXT] = "INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)",
    [SQL_FIND_STATEMENT] = "INSERT INTO statements_text (rowid, content, speaker, speaker_name) VALUES (?, ?, ?, ?)",
};

sqlite3_stmt *att_store_stmt(att_store *s, att_sql which, int *rc)
{
    sqlite3_stmt **st = &s->stmt[which];
    *rc = *st ? SQLITE_OK : sqlite3_prepare_v3(s->db, SQL[which], -1, SQLITE_PREPARE_PERSISTENT, st, NULL);
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

static int run(att_store *s, const char *sql) { return sqlite3_exec(s->db, sql, NULL, NULL, NULL); }

/* One number by a query. */
static int number(att_store *s, const char *sql, int64_t *out)
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
    int rc = number(s, "PRAGMA application_id", &application);
    if (rc == SQLITE_OK) rc = number(s, "PRAGMA user_version", version);
    if (rc == SQLITE_OK) rc = number(s, "SELECT count(*) FROM sqlite_schema", &objects);
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
        rc = run(s, drop);
    }
    for (int i = 0; ATT_STORE_VIEWS[i] && rc == SQLITE_OK; i++) rc = run(s, ATT_STORE_VIEWS[i]);
    return rc;
}

/* From version to ATT_STORE_VERSION, in one transaction. Two programs may find the store missing or old at the same time: whoever
 * gets the lock changes it, the other looks again. */
static att_err bring_up_to_date(att_store *s)
{
    char pragmas[96];
    int64_t version = 0;
    int rc = run(s, "BEGIN IMMEDIATE");
    if (rc != SQLITE_OK) return att_store_error(rc);
    att_err e = look(s, &version);
    if (!att_failed(e) && version < ATT_STORE_VERSION) {
        for (int64_t v = version + 1; v <= ATT_STORE_VERSION; v++)
            for (int i = 0; ATT_STORE_STEPS[v][i] && rc == SQLITE_OK; i++) rc = run(s, ATT_STORE_STEPS[v][i]);
        if (rc == SQLITE_OK) rc = remake_views(s);
        snprintf(pragmas, sizeof pragmas, "PRAGMA application_id = %d; PRAGMA user_version = %d", ATT_STORE_APPLICATION, ATT_STORE_VERSION);
        if (rc == SQLITE_OK) rc = run(s, pragmas);
        e = att_store_error(rc);
    }
    rc = run(s, att_failed(e) ? "ROLLBACK" : "COMMIT");
    return att_failed(e) ? e : att_store_error(rc);
}

/* WAL: readers and the writer don't wait for each other. FULL: a commit is on the disk when it returns, power cut or not. */
static att_err prepare_connection(att_store *s)
{
    int64_t version = 0;
    sqlite3_extended_result_codes(s->db, 1);
    sqlite3_busy_timeout(s->db, BUSY_MS);
    run(s, "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -32000");
    att_err e = look(s, &version);
    if (att_failed(e)) return e;
    if (!s->writing && version == 0) return fault(0, "an empty file: code articles into it with 'attache add'");
    if (!s->writing && version < ATT_STORE_VERSION) return fault(0, "made by an older attache: bring it up to date with 'attache add'");
    if (!s->writing) return ATT_FINE;
    int rc = run(s, "PRAGMA journal_mode = WAL");
    if (rc == SQLITE_OK) rc = run(s, "PRAGMA synchronous = FULL");
    if (rc != SQLITE_OK) return att_store_error(rc);
    return version < ATT_STORE_VERSION ? bring_up_to_date(s) : ATT_FINE;
}

att_err att_store_open(att_store **out, const char *path, att_store_mode mode)
{
    *out = NULL;
    att_store *s = calloc(1, sizeof *s);
    if (!s) return (att_err){.code = ATT_E_NOMEM, .stage = ATT_STAGE_STORE, .msg = "not enough memory"};
    s->writing = mode == ATT_STORE_WRITE;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | (s->writing ? SQLITE_OPEN_CREATE : 0);
    int rc = sqlite3_open_v2(path, &s->db, flags, NULL);
    att_err e = rc == SQLITE_CANTOPEN && !s->writing ? fault(rc, "there is no such store: make it with 'attache add'") : att_store_error(rc);
    if (!att_failed(e)) e = prepare_connection(s);
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
    if (s->open) run(s, "ROLLBACK");
    sqlite3_close_v2(s->db);
    free(s);
}

att_err att_store_commit(att_store *s)
{
    if (!s->open) return ATT_FINE;
    int rc = run(s, "COMMIT");
    if (rc != SQLITE_OK) run(s, "ROLLBACK");
    s->open = false;
    return att_store_error(rc);
}

att_err att_store_count(att_store *s, uint64_t *documents, uint64_t *events)
{
    int64_t d = 0, e = 0;
    int rc = number(s, "SELECT count(*) FROM documents WHERE newest", &d);
    if (rc == SQLITE_OK) rc = number(s, "SELECT count(*) FROM events JOIN documents USING (document) WHERE newest", &e);
    *documents = (uint64_t)d;
    *events = (uint64_t)e;
    return att_store_error(rc);
}
