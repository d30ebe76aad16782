/* derive_stories.c: articles into stories (story/stories.h), and what is kept of a story. */
#include <stdio.h>
#include <stdlib.h>

#include "store/derive.h"

/* Articles older than the new ones by so many days keep the story that they are in: it takes part as a whole. */
enum { SETTLED_DAYS = 30, MAX_STEPS = 8 };

static bool settled(const att_deriver *d, const att_derive_item *it)
{
    return !it->fresh && it->story && it->day != ATT_NO_DAY && d->from != ATT_NO_DAY && it->day < d->from - SETTLED_DAYS;
}

/* A copy goes where its original goes, unless it was pinned elsewhere. */
static bool follows(const att_derive_item *it) { return it->copy_of && !it->pin; }

typedef struct {
    uint32_t item;
    int64_t row; /* of its story, 0 = not known yet */
} lead;

static int find_row(att_deriver *d, const char *id, int64_t *row)
{
    int rc = att_store_row_of(d->store, SQL_STORY_FIND, id, row);
    if (rc != SQLITE_OK || *row) return rc;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_STORY_NEW, &rc);
    if (!st) return rc;
    sqlite3_bind_text(st, 1, id, -1, SQLITE_STATIC);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    *row = sqlite3_last_insert_rowid(d->store->db);
    return rc;
}

static int touch(att_deriver *d, int64_t story)
{
    int rc;
    if (!story) return SQLITE_OK;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_STORY_TOUCH, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, story);
    return att_store_step(st);
}

static int put_story(att_deriver *d, att_derive_item *it, int64_t row)
{
    int rc;
    if (it->story == row && !it->fresh) return SQLITE_OK;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_STORY_SET, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, it->document);
    sqlite3_bind_int64(st, 2, row);
    rc = att_store_step(st);
    if (rc == SQLITE_OK) rc = touch(d, it->story);
    if (rc == SQLITE_OK) rc = touch(d, row);
    it->story = row;
    return rc;
}

/* A settled story that has grown together with an earlier one: all of it moves, with the articles beyond reach. */
static int merge(att_deriver *d, int64_t story, int64_t into)
{
    int rc;
    if (story == into) return SQLITE_OK;
    sqlite3_stmt *st = att_store_stmt(d->store, SQL_STORY_MERGE, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, story);
    sqlite3_bind_int64(st, 2, into);
    rc = att_store_step(st);
    if (rc == SQLITE_OK) rc = touch(d, story);
    return rc == SQLITE_OK ? touch(d, into) : rc;
}

/* Rows for the groups: that of a settled story in it (the earliest, when stories grew together), else one named after the first report. */
static int name_groups(att_deriver *d, const uint32_t *chosen, const uint32_t *story, uint32_t n, int64_t *rows)
{
    char id[20];
    int rc = SQLITE_OK;
    for (uint32_t i = 0; i < n; i++) {
        const att_derive_item *it = &d->items.at[chosen[i]];
        if (settled(d, it) && !rows[story[i]]) rows[story[i]] = it->story;
    }
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        const att_derive_item *it = &d->items.at[chosen[i]];
        if (settled(d, it)) rc = merge(d, it->story, rows[story[i]]);
    }
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        if (story[i] != i || rows[i]) continue;
        snprintf(id, sizeof id, "s%016llx", (unsigned long long)d->items.at[chosen[i]].key);
        rc = find_row(d, id, &rows[i]);
    }
    return rc;
}

static int by_document(const void *pa, const void *pb)
{
    int64_t a = ((const lead *)pa)->row, b = ((const lead *)pb)->row;
    return (a > b) - (a < b);
}

/* What an article is a copy of, in the end; NULL when that is beyond reach. */
static const att_derive_item *original(const att_deriver *d, const lead *at, const att_derive_item *it)
{
    for (int steps = 0; it && follows(it) && steps < MAX_STEPS; steps++) {
        lead key = {0, it->copy_of};
        const lead *of = bsearch(&key, at, d->items.n, sizeof *at, by_document);
        it = of ? &d->items.at[of->item] : NULL;
    }
    return it;
}

/* The copies, after their originals have a story. Originals beyond reach keep theirs, which the copy is given by SQL. */
static int put_followers(att_deriver *d)
{
    lead *at = att_new(&d->arena, lead, d->items.n + 1);
    int rc = SQLITE_OK;
    for (uint32_t i = 0; i < d->items.n; i++) at[i] = (lead){i, d->items.at[i].document};
    if (d->items.n) qsort(at, d->items.n, sizeof *at, by_document);
    for (uint32_t i = 0; i < d->items.n && rc == SQLITE_OK; i++) {
        att_derive_item *it = &d->items.at[i];
        if (!follows(it)) continue;
        const att_derive_item *of = original(d, at, it);
        if (of && of->story) rc = put_story(d, it, of->story);
    }
    return rc;
}

static int refresh(att_deriver *d)
{
    static const char *const STEPS[] = {
        "UPDATE documents SET story = (SELECT o.story FROM documents o WHERE o.document = documents.copy_of), derived = 1"
        " WHERE derived <> 1 AND newest AND copy_of IS NOT NULL",
        "INSERT OR IGNORE INTO temp.touched_stories SELECT story FROM documents WHERE derived <> 1 AND story IS NOT NULL",
        "UPDATE documents SET story = NULL, derived = 1 WHERE derived <> 1 AND NOT newest",
        "UPDATE stories SET (articles, outlets, copies, rewrites, first_day, last_day) ="
        " (SELECT count(*), count(DISTINCT outlet), coalesce(sum(copy_kind IN ('exact', 'near')), 0), coalesce(sum(copy_kind = 'rewrite'), 0),"
        " min(published), max(published) FROM documents d WHERE d.story = stories.story AND d.newest)"
        " WHERE story IN (SELECT story FROM temp.touched_stories)",
        "UPDATE happenings SET story = (SELECT d.story FROM events e JOIN documents d USING (document) WHERE e.event = happenings.event)"
        " WHERE story IN (SELECT story FROM temp.touched_stories)",
        "DELETE FROM stories WHERE articles = 0 AND story IN (SELECT story FROM temp.touched_stories)",
        "UPDATE stories SET first_document = (SELECT document FROM documents d WHERE d.story = stories.story AND d.newest"
        " ORDER BY published IS NULL, published, copy_of IS NOT NULL, doc, source LIMIT 1)"
        " WHERE story IN (SELECT story FROM temp.touched_stories)",
        "UPDATE stories SET title = (SELECT coalesce(d.title, substr(trim(d.text), 1, 80)) FROM documents d WHERE d.document = first_document)"
        " WHERE story IN (SELECT story FROM temp.touched_stories)",
        "DELETE FROM temp.touched_stories",
        NULL};
    int rc = SQLITE_OK;
    for (int i = 0; STEPS[i] && rc == SQLITE_OK; i++) rc = att_store_run(d->store, STEPS[i]);
    return rc;
}

int att_derive_stories(att_deriver *d)
{
    uint32_t n = 0, total = d->items.n;
    att_story_item *items = att_new(&d->arena, att_story_item, total + 1);
    uint32_t *chosen = att_new(&d->arena, uint32_t, total + 1), *story = att_new(&d->arena, uint32_t, total + 1);
    int64_t *rows = att_new(&d->arena, int64_t, total + 1);
    for (uint32_t i = 0; i < total; i++) {
        const att_derive_item *it = &d->items.at[i];
        if (follows(it)) continue;
        items[n] = (att_story_item){it->terms, it->term_count, it->day, settled(d, it) ? (uint32_t)it->story : 0, it->pin};
        chosen[n++] = i;
    }
    if (!att_stories_find(items, n, d->threads, story)) return SQLITE_NOMEM;
    int rc = att_store_run(d->store, "CREATE TEMP TABLE IF NOT EXISTS touched_stories (story INTEGER PRIMARY KEY)");
    if (rc == SQLITE_OK) rc = name_groups(d, chosen, story, n, rows);
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) rc = put_story(d, &d->items.at[chosen[i]], rows[story[i]]);
    if (rc == SQLITE_OK) rc = put_followers(d);
    return rc == SQLITE_OK ? refresh(d) : rc;
}
