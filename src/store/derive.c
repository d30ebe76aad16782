/* derive.c: the order in which things follow from each other, and what is loaded for it. */
#include "store/derive.h"

#include "store/read.h"

enum { DERIVE_BYTES_LOG = 35, BENCH_BYTES = 512 << 20 };

/* Articles of a store of version 1 have no sketch yet. */
static int make_sketches(att_deriver *d)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_LACKING, &rc);
    if (!st) return rc;
    while (sqlite3_step(st) == SQLITE_ROW && rc == SQLITE_OK) {
        att_sketch sketch;
        att_sketch_of(d->words, &d->arena, att_column_text(st, 1), att_column_text(st, 2), &sketch, NULL);
        rc = att_store_keep_sketch(d->store, &sketch, sqlite3_column_int64(st, 0));
    }
    int end = sqlite3_reset(st);
    return rc == SQLITE_OK ? end : rc;
}

static uint32_t pin_number(att_deriver *d, att_map *pins, att_slice pin)
{
    if (pin.len == 0) return 0;
    uint32_t *n = att_map_get(pins, pin);
    if (n) return *n;
    n = att_map_put(pins, &d->arena, att_copy(&d->arena, pin), NULL);
    return *n = pins->n;
}

static void read_item(att_deriver *d, att_map *pins, sqlite3_stmt *st)
{
    att_derive_item *it = att_push(&d->arena, &d->items);
    *it = (att_derive_item){.document = sqlite3_column_int64(st, 0), .day = att_column_day(st, 1), .story = sqlite3_column_int64(st, 3)};
    it->fresh = sqlite3_column_int64(st, 2) != 1;
    it->pin = pin_number(d, pins, att_column_text(st, 4));
    it->term_count = att_store_read_sketch(st, 5, it->terms);
    it->key = att_hash2(att_hash(att_column_text(st, 6)), att_hash(att_column_text(st, 7)));
    it->rewrite = att_is(att_column_text(st, 8), "rewrite");
    it->likeness = sqlite3_column_double(st, 9);
    it->copy_of = sqlite3_column_int64(st, 10);
}

static int load(att_deriver *d)
{
    int rc = make_sketches(d);
    if (rc != SQLITE_OK) return rc;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_ITEMS, &rc);
    if (!st) return rc;
    att_map pins = {0};
    char day[16];
    bool all = d->from == ATT_NO_DAY; /* then only those without a day are new, and all may be their story */
    sqlite3_bind_text(st, 1, all ? "" : att_day_text(d->from - ATT_STORY_MAX_GAP, day), -1, SQLITE_TRANSIENT);
    while (sqlite3_step(st) == SQLITE_ROW) read_item(d, &pins, st);
    return sqlite3_reset(st);
}

static int pending(att_store *s, att_deriver *d, uint64_t *count)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(s, SQL_PENDING, &rc);
    if (!st) return rc;
    if (sqlite3_step(st) == SQLITE_ROW) {
        *count = (uint64_t)sqlite3_column_int64(st, 0);
        if (d) d->from = att_column_day(st, 1);
    }
    return sqlite3_reset(st);
}

att_err att_store_pending(att_store *s, uint64_t *articles)
{
    *articles = 0;
    return att_store_error(pending(s, NULL, articles));
}

static int steps(att_deriver *d)
{
    /* Which articles are new has to be kept: it is forgotten when they are given a story. */
    static const char NEW[] = "DROP TABLE IF EXISTS temp.fresh; CREATE TEMP TABLE fresh AS SELECT document, derived, newest FROM documents WHERE derived <> 1";
    static const char COUNTED[] = "INSERT INTO temp.flips SELECT document, -1 FROM temp.fresh JOIN documents USING (document)"
                                  " WHERE fresh.derived > 1 AND copy_of IS NULL";
    static const char COUNT[] = "INSERT INTO temp.flips SELECT document, 1 FROM temp.fresh JOIN documents d USING (document)"
                                " WHERE d.newest AND d.copy_of IS NULL";
    int rc = att_store_totals_begin(d->store);
    if (rc == SQLITE_OK) rc = att_store_run(d->store, NEW);
    if (rc == SQLITE_OK) rc = att_store_run(d->store, COUNTED);
    if (rc == SQLITE_OK) rc = load(d);
    if (rc == SQLITE_OK) rc = att_derive_originals(d);
    if (rc == SQLITE_OK) rc = att_derive_rewrites(d);
    if (rc == SQLITE_OK) rc = att_derive_stories(d);
    if (rc == SQLITE_OK) rc = att_store_run(d->store, COUNT);
    if (rc == SQLITE_OK) rc = att_store_totals(d->store);
    if (rc == SQLITE_OK) rc = att_derive_happenings(d);
    return rc;
}

/* Apart from att_store_derive, so that the transaction is ended in a frame that longjmp doesn't cut. */
static int guarded(att_deriver *d)
{
    jmp_buf oom;
    d->arena.oom = &oom;
    int rc = setjmp(oom) ? SQLITE_NOMEM : steps(d);
    d->arena.oom = NULL;
    return rc;
}

att_err att_store_derive(att_store *s, const att_story_words *words, uint32_t threads)
{
    att_deriver d = {.store = s, .words = words, .threads = threads < 1 ? 1 : threads > ATT_EACH_MAX ? ATT_EACH_MAX : threads, .from = ATT_NO_DAY};
    uint64_t count = 0;
    att_err e = att_store_commit(s);
    if (att_failed(e)) return e;
    int rc = pending(s, &d, &count);
    if (rc != SQLITE_OK || count == 0) return att_store_error(rc);
    rc = att_store_run(s, "BEGIN IMMEDIATE");
    if (rc != SQLITE_OK) return att_store_error(rc);
    att_arena_init(&d.arena, (size_t)1 << DERIVE_BYTES_LOG);
    for (uint32_t i = 0; i < d.threads; i++) att_arena_init(&d.benches[i], BENCH_BYTES);
    rc = guarded(&d);
    for (uint32_t i = 0; i < d.threads; i++) att_arena_release(&d.benches[i]);
    att_arena_release(&d.arena);
    if (rc == SQLITE_OK) rc = att_store_run(s, "COMMIT");
    if (rc != SQLITE_OK) att_store_run(s, "ROLLBACK");
    return att_store_error(rc);
}
