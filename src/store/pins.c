/* pins.c: stories put together or apart by hand. A pin ties an article (by name and source, so that a new version keeps it) to others
 * of the same pin; stories.h heeds them in every run from then on. */
#include <stdio.h>

#include "store/read.h"
#include "store/stories.h"

static att_err usage(const char *msg) { return (att_err){.code = ATT_E_USAGE, .stage = ATT_STAGE_STORE, .msg = msg}; }

static int exec(att_store *s, const char *sql, att_slice a, att_slice b)
{
    sqlite3_stmt *st;
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL), at = 1, n = sqlite3_bind_parameter_count(st);
    if (rc != SQLITE_OK) return rc;
    if (n > 0) att_bind_text(st, &at, a);
    if (n > 1) att_bind_text(st, &at, b);
    rc = sqlite3_step(st);
    sqlite3_finalize(st);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* temp.picked gets the articles of a name, or of a story when whole is set or the name is a story's. */
static att_err pick(att_store *s, att_slice name, bool whole)
{
    static const char BY_STORY[] = "INSERT OR IGNORE INTO temp.picked SELECT document FROM documents WHERE newest AND story ="
                                   " (SELECT story FROM stories WHERE id = ?1)";
    static const char BY_DOC[] = "INSERT OR IGNORE INTO temp.picked SELECT document FROM documents WHERE newest AND doc = ?1";
    static const char WITH_STORY[] = "INSERT OR IGNORE INTO temp.picked SELECT document FROM documents WHERE newest AND story IN"
                                     " (SELECT story FROM documents WHERE newest AND doc = ?1)";
    int64_t before = 0, after = 0;
    int rc = att_store_number(s, "SELECT count(*) FROM temp.picked", &before);
    if (rc == SQLITE_OK) rc = exec(s, BY_STORY, name, (att_slice){0});
    if (rc == SQLITE_OK) rc = exec(s, whole ? WITH_STORY : BY_DOC, name, (att_slice){0});
    if (rc == SQLITE_OK) rc = att_store_number(s, "SELECT count(*) FROM temp.picked", &after);
    if (rc != SQLITE_OK) return att_store_error(rc);
    return after > before ? ATT_FINE : usage("no article or story of that name that was not named before");
}

static void new_pin(const att_slice *names, uint32_t n, const char *salt, char out[24])
{
    uint64_t h = att_hash(att_slice_of(salt));
    for (uint32_t i = 0; i < n; i++) h = att_hash2(h, att_hash(names[i]));
    snprintf(out, 24, "p%016llx", (unsigned long long)h);
}

/* All that was picked gets the pin; with them the articles that were pinned to any of them before. */
#define TIE_OLD                                                                                                         \
    "UPDATE story_pins SET pin = ?1 WHERE pin IN (SELECT p.pin FROM story_pins p JOIN documents d ON d.doc = p.doc AND d.source = p.source" \
    " WHERE d.document IN (SELECT document FROM temp.picked))"
#define TIE_NEW "INSERT OR REPLACE INTO story_pins (doc, source, pin) SELECT doc, source, ?1 FROM documents WHERE document IN (SELECT document FROM temp.picked)"
#define DIRTY "UPDATE documents SET derived = 2 WHERE newest AND derived = 1 AND story IN (SELECT story FROM documents WHERE document IN (SELECT document FROM temp.picked))"

static att_err join(att_store *s, const att_slice *names, uint32_t n)
{
    char pin[24];
    att_err e = ATT_FINE;
    for (uint32_t i = 0; i < n && !att_failed(e); i++) e = pick(s, names[i], true);
    if (att_failed(e)) return e;
    new_pin(names, n, "join", pin);
    int rc = exec(s, TIE_OLD, att_slice_of(pin), (att_slice){0});
    if (rc == SQLITE_OK) rc = exec(s, TIE_NEW, att_slice_of(pin), (att_slice){0});
    if (rc == SQLITE_OK) rc = exec(s, DIRTY, (att_slice){0}, (att_slice){0});
    return att_store_error(rc);
}

/* What stays behind is tied too, else it could meet the others again over a third article. */
static att_err split(att_store *s, const att_slice *names, uint32_t n)
{
    static const char REST[] = "INSERT OR IGNORE INTO story_pins (doc, source, pin) SELECT doc, source, ?1 FROM documents WHERE newest"
                               " AND document NOT IN (SELECT document FROM temp.picked)"
                               " AND story IN (SELECT story FROM documents WHERE document IN (SELECT document FROM temp.picked))";
    char pin[24], rest[24];
    att_err e = ATT_FINE;
    for (uint32_t i = 0; i < n && !att_failed(e); i++) e = pick(s, names[i], false);
    if (att_failed(e)) return e;
    new_pin(names, n, "split", pin);
    new_pin(names, n, "rest", rest);
    int rc = exec(s, DIRTY, (att_slice){0}, (att_slice){0});
    if (rc == SQLITE_OK) rc = exec(s, REST, att_slice_of(rest), (att_slice){0});
    if (rc == SQLITE_OK) rc = exec(s, TIE_NEW, att_slice_of(pin), (att_slice){0});
    return att_store_error(rc);
}

static att_err release(att_store *s, const att_slice *names, uint32_t n)
{
    att_err e = ATT_FINE;
    for (uint32_t i = 0; i < n && !att_failed(e); i++) e = pick(s, names[i], false);
    if (att_failed(e)) return e;
    int rc = exec(s, DIRTY, (att_slice){0}, (att_slice){0});
    if (rc == SQLITE_OK)
        rc = exec(s, "DELETE FROM story_pins WHERE (doc, source) IN (SELECT doc, source FROM documents WHERE document IN (SELECT document FROM temp.picked))",
                  (att_slice){0}, (att_slice){0});
    return att_store_error(rc);
}

att_err att_store_pin(att_store *s, att_pin_how how, const att_slice *names, uint32_t n)
{
    att_err e = att_store_commit(s);
    if (att_failed(e)) return e;
    int rc = att_store_run(s, "BEGIN IMMEDIATE");
    if (rc != SQLITE_OK) return att_store_error(rc);
    rc = att_store_run(s, "CREATE TEMP TABLE IF NOT EXISTS picked (document INTEGER PRIMARY KEY); DELETE FROM temp.picked");
    e = att_store_error(rc);
    if (!att_failed(e)) e = how == ATT_PIN_JOIN ? join(s, names, n) : how == ATT_PIN_SPLIT ? split(s, names, n) : release(s, names, n);
    rc = att_store_run(s, att_failed(e) ? "ROLLBACK" : "COMMIT");
    return att_failed(e) ? e : att_store_error(rc);
}
