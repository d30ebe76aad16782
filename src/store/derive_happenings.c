/* derive_happenings.c: events into happenings (story/happenings.h), a day or a story at a time. */
#include <stdio.h>
#include <stdlib.h>

#include "store/column.h"
#include "store/derive.h"
#include "story/happenings.h"

typedef struct {
    att_telling telling;
    int64_t event, document, was; /* was: its happening so far */
    uint64_t source;              /* outlet; else the article */
    att_slice id;
    bool copy;
    double fullness;
} row;

typedef struct {
    att_deriver *d;
    ATT_VEC(row) rows;
    const row **seen; /* scratch, as many as rows */
    bool by_day; /* all rows of a day; else those of a story that have no date, with the happenings that have one */
} bucket;

static att_slice own(bucket *b, sqlite3_stmt *st, int column)
{
    att_slice s = att_column_text(st, column);
    return s.len ? att_copy(&b->d->arena, s) : (att_slice){0};
}

static uint64_t hash_of(sqlite3_stmt *st, int column)
{
    att_slice s = att_column_text(st, column);
    char low[96];
    if (s.len == 0) return 0;
    if (s.len > sizeof low) s.len = sizeof low;
    for (uint32_t i = 0; i < s.len; i++) low[i] = att_lower_ascii(s.ptr[i]);
    return att_hash((att_slice){low, s.len});
}

static int read_parties(bucket *b, row *r)
{
    int rc;
    ATT_VEC(att_party) sides[2] = {{0}, {0}};
    sqlite3_stmt *st = att_store_stmt(b->d->store, SQL_TELLING_PARTIES, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, r->event);
    while (sqlite3_step(st) == SQLITE_ROW) {
        int s = sqlite3_column_int(st, 0);
        *att_push(&b->d->arena, &sides[s]) = (att_party){hash_of(st, 1), hash_of(st, 2), hash_of(st, 3), hash_of(st, 4)};
    }
    r->telling.actors = (att_parties){sides[0].at, sides[0].n};
    r->telling.recipients = (att_parties){sides[1].at, sides[1].n};
    r->fullness += sides[0].n + sides[1].n;
    return sqlite3_reset(st);
}

static double number(sqlite3_stmt *st, int column) { return sqlite3_column_type(st, column) == SQLITE_NULL ? -1 : sqlite3_column_double(st, column); }

static int read_rows(bucket *b, sqlite3_stmt *st)
{
    int rc = SQLITE_OK;
    while (sqlite3_step(st) == SQLITE_ROW && rc == SQLITE_OK) {
        row *r = att_push(&b->d->arena, &b->rows);
        att_telling *t = &r->telling;
        *r = (row){.event = sqlite3_column_int64(st, 0), .document = sqlite3_column_int64(st, 1), .was = sqlite3_column_int64(st, 2)};
        r->id = own(b, st, 3);
        r->copy = sqlite3_column_int(st, 4) != 0;
        t->story = sqlite3_column_int64(st, 5);
        att_slice *texts[] = {&t->type, &t->mode, &t->status, &t->place, &t->country, &t->trigger, &t->sentence};
        for (int i = 0; i < 7; i++) *texts[i] = own(b, st, 6 + i);
        t->killed = number(st, 13);
        t->injured = number(st, 14);
        t->dated = sqlite3_column_int(st, 15) != 0;
        t->exact_day = sqlite3_column_int(st, 16) != 0;
        t->key = att_hash(r->id);
        r->fullness = sqlite3_column_double(st, 17) + (t->mode.len ? 1 : 0) + (t->place.len ? 1.5 : 0) + (t->killed >= 0) + (t->injured >= 0) - (r->copy ? 3 : 0);
        att_slice outlet = att_column_text(st, 18);
        r->source = outlet.len ? att_hash(outlet) : att_hash2((uint64_t)r->document, 1);
        rc = read_parties(b, r);
    }
    int end = sqlite3_reset(st);
    return rc == SQLITE_OK ? end : rc;
}

/* What has a date first, then originals, so that a happening begins with one of them; then by what is the same in every store. */
static int by_key(const void *pa, const void *pb)
{
    const row *a = pa, *b = pb;
    if (a->telling.dated != b->telling.dated) return b->telling.dated - a->telling.dated;
    if (a->copy != b->copy) return a->copy - b->copy;
    if (a->telling.key != b->telling.key) return a->telling.key < b->telling.key ? -1 : 1;
    return (a->document > b->document) - (a->document < b->document);
}

static att_slice reasons(bucket *b, const att_told *t)
{
    static const char *const WORDS[] = {"actor", "recipient", "mode", "place", "word", "story", "numbers"};
    att_slice all = {0};
    for (int i = 0; i < 7; i++)
        if (t->shared >> i & 1) all = att_format(&b->d->arena, "%.*s%s%s", (int)all.len, all.len ? all.ptr : "", all.len ? ", " : "same ", WORDS[i]);
    if (t->shared & ATT_SAME_DATE) all = att_format(&b->d->arena, "%.*s, day", (int)all.len, all.ptr);
    if (t->shared & ATT_SAME_WORDING) all = att_format(&b->d->arena, "%.*s; wording %.2f", (int)all.len, all.ptr, t->wording);
    return all;
}

static int touch(bucket *b, int64_t happening)
{
    int rc;
    sqlite3_stmt *st = att_store_stmt(b->d->store, SQL_HAPPENING_TOUCH, &rc);
    if (!st) return rc;
    sqlite3_bind_int64(st, 1, happening);
    return att_store_step(st);
}

static int set_event(bucket *b, const row *r, int64_t happening, att_slice why)
{
    int rc, at = 1;
    if (r->was == happening) return SQLITE_OK;
    b->d->moved |= r->was != 0;
    sqlite3_stmt *st = att_store_stmt(b->d->store, SQL_EVENT_HAPPENING, &rc);
    if (!st) return rc;
    att_bind_int(st, &at, r->event);
    att_bind_int(st, &at, happening);
    att_bind_text(st, &at, why);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    return rc;
}

typedef struct {
    uint32_t articles, sources, copies;
} tellers;

static int by_document(const void *pa, const void *pb)
{
    const row *a = *(const row *const *)pa, *b = *(const row *const *)pb;
    return (a->document > b->document) - (a->document < b->document);
}

static int by_source(const void *pa, const void *pb)
{
    const row *a = *(const row *const *)pa, *b = *(const row *const *)pb;
    if (a->copy != b->copy) return a->copy - b->copy;
    return (a->source > b->source) - (a->source < b->source);
}

/* Who tells a happening of these rows. */
static tellers count(bucket *b, const uint32_t *members, uint32_t n)
{
    tellers t = {0};
    for (uint32_t i = 0; i < n; i++) b->seen[i] = &b->rows.at[members[i]];
    qsort(b->seen, n, sizeof *b->seen, by_document);
    for (uint32_t i = 0; i < n; i++) {
        bool again = i && b->seen[i - 1]->document == b->seen[i]->document;
        t.articles += !again;
        t.copies += !again && b->seen[i]->copy;
    }
    qsort(b->seen, n, sizeof *b->seen, by_source);
    for (uint32_t i = 0; i < n && !b->seen[i]->copy; i++) t.sources += i == 0 || b->seen[i - 1]->source != b->seen[i]->source;
    return t;
}

/* Makes the happening or brings it up to date. *counted: it is new, and these rows are all of it so far. */
static int put_happening(bucket *b, const uint32_t *members, uint32_t n, int64_t *happening, bool *counted)
{
    char id[20];
    int rc, at = 1;
    const row *first = &b->rows.at[members[0]], *fullest = first;
    att_slice status = {0};
    for (uint32_t i = 0; i < n; i++) {
        const row *r = &b->rows.at[members[i]];
        if (r->fullness > fullest->fullness) fullest = r;
        if (att_is(r->telling.status, "occurred")) status = r->telling.status;
    }
    snprintf(id, sizeof id, "h%016llx", (unsigned long long)att_hash2(first->telling.key, 0x68));
    rc = att_store_row_of(b->d->store, SQL_HAPPENING_FIND, id, happening);
    if (rc != SQLITE_OK) return rc;
    sqlite3_stmt *st = att_store_stmt(b->d->store, SQL_HAPPENING_PUT, &rc);
    if (!st) return rc;
    tellers t = count(b, members, n);
    att_bind_must(st, &at, att_slice_of(id));
    att_bind_int(st, &at, fullest->event);
    att_bind_must(st, &at, status.len ? status : fullest->telling.status);
    const uint32_t numbers[] = {n, t.articles, t.sources, t.copies};
    for (int i = 0; i < 4; i++) att_bind_int(st, &at, numbers[i]);
    rc = att_store_step(st);
    sqlite3_clear_bindings(st);
    *counted = *happening == 0;
    if (*counted) *happening = sqlite3_last_insert_rowid(b->d->store->db);
    return rc;
}

/* rows[members[0..n)] are one happening. A dated row among the undated ones of a story stands for a happening that there is already. */
static int find_row(bucket *b, const uint32_t *members, uint32_t n, int64_t *happening)
{
    bool counted = false;
    const row *first = &b->rows.at[members[0]];
    if (!b->by_day && first->telling.dated) return *happening = first->was, n > 1 ? touch(b, first->was) : SQLITE_OK;
    int rc = put_happening(b, members, n, happening, &counted);
    for (uint32_t i = 0; i < n; i++) counted &= b->rows.at[members[i]].was == 0;
    return rc == SQLITE_OK && !counted ? touch(b, *happening) : rc;
}

/* Members of each happening stand together in order, sorted by their first row. */
static int keep(bucket *b, const att_told *told)
{
    uint32_t n = b->rows.n, *order = att_new(&b->d->arena, uint32_t, n + 1), *start = att_new(&b->d->arena, uint32_t, n + 2);
    uint32_t *next = att_new(&b->d->arena, uint32_t, n + 1);
    int rc = SQLITE_OK;
    b->seen = (const row **)att_take(&b->d->arena, n + 1, sizeof *b->seen);
    for (uint32_t i = 0; i < n; i++) start[told[i].first + 1]++;
    for (uint32_t i = 0; i < n; i++) start[i + 1] += start[i];
    memcpy(next, start, n * sizeof *next);
    for (uint32_t i = 0; i < n; i++) order[next[told[i].first]++] = i;
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        int64_t happening = 0;
        if (start[i + 1] == start[i]) continue;
        rc = find_row(b, order + start[i], start[i + 1] - start[i], &happening);
        for (uint32_t k = start[i]; k < start[i + 1] && rc == SQLITE_OK; k++)
            rc = set_event(b, &b->rows.at[order[k]], happening, reasons(b, &told[order[k]]));
    }
    return rc;
}

static int one_bucket(att_deriver *d, att_sql which, const char *day, int64_t story)
{
    att_mark m = att_arena_mark(&d->arena);
    bucket b = {.d = d, .by_day = day != NULL};
    int rc;
    sqlite3_stmt *st = att_store_stmt(d->store, which, &rc);
    if (!st) return rc;
    if (day)
        sqlite3_bind_text(st, 1, day, -1, SQLITE_TRANSIENT);
    else
        sqlite3_bind_int64(st, 1, story);
    rc = read_rows(&b, st);
    if (rc != SQLITE_OK) return rc;
    att_telling *rows = att_new(&d->arena, att_telling, b.rows.n + 1);
    att_told *told = att_new(&d->arena, att_told, b.rows.n + 1);
    if (b.rows.n) qsort(b.rows.at, b.rows.n, sizeof *b.rows.at, by_key);
    for (uint32_t i = 0; i < b.rows.n; i++) {
        rows[i] = b.rows.at[i].telling;
        rows[i].fixed = !day && rows[i].dated;
    }
    att_happenings_find(d->words, &d->arena, rows, b.rows.n, told);
    rc = keep(&b, told);
    att_arena_rewind(&d->arena, m);
    return rc;
}

typedef struct {
    char day[16];
    int64_t story;
} named;

static int list(att_deriver *d, att_sql which, named **out, uint32_t *n)
{
    ATT_VEC(named) v = {0};
    int rc;
    sqlite3_stmt *st = att_store_stmt(d->store, which, &rc);
    if (!st) return rc;
    while (sqlite3_step(st) == SQLITE_ROW) {
        named *x = att_push(&d->arena, &v);
        snprintf(x->day, sizeof x->day, "%s", att_column_text(st, 0).ptr);
        x->story = sqlite3_column_int64(st, 0);
    }
    *out = v.at;
    *n = v.n;
    return sqlite3_reset(st);
}

int att_derive_happenings(att_deriver *d)
{
    static const char *const CLEAR[] = {
        /* what older versions of an article told */
        "UPDATE events SET happening = NULL, merged_by = NULL WHERE happening IS NOT NULL"
        " AND document IN (SELECT f.document FROM temp.flips f JOIN documents d USING (document) WHERE NOT d.newest)",
        "CREATE TEMP TABLE IF NOT EXISTS touched_happenings (happening INTEGER PRIMARY KEY)", NULL};
    static const char *const AFTER[] = {
        /* what an article tells again is where its fullest telling is */
        "UPDATE events SET happening = h.happening, merged_by = 'told again in the article' FROM events h WHERE events.same_as IS NOT NULL"
        " AND events.happening IS NULL AND h.document = events.document AND h.id = events.same_as AND h.happening IS NOT NULL"
        " AND (SELECT newest FROM documents d WHERE d.document = events.document)",
        "INSERT OR IGNORE INTO temp.touched_happenings SELECT e.happening FROM events e JOIN temp.fresh USING (document)"
        " WHERE e.same_as IS NOT NULL AND e.happening IS NOT NULL",
        "UPDATE happenings SET (mentions, articles, sources, copies) = (SELECT count(*), count(DISTINCT e.document),"
        " count(DISTINCT iif(d.copy_of IS NULL, coalesce(d.outlet, d.document), NULL)), count(DISTINCT iif(d.copy_of IS NULL, NULL, e.document))"
        " FROM events e JOIN documents d USING (document) WHERE e.happening = happenings.happening)"
        " WHERE happening IN (SELECT happening FROM temp.touched_happenings)",
        "DELETE FROM temp.touched_happenings", NULL};
    static const char LEFT[] = "SELECT EXISTS (SELECT 1 FROM temp.fresh WHERE derived <> 0 OR NOT newest)";
    static const char EMPTY[] = "DELETE FROM happenings WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.happening = happenings.happening)";
    int64_t left = 0;
    named *at = NULL;
    uint32_t n = 0;
    int rc = SQLITE_OK;
    for (int i = 0; CLEAR[i] && rc == SQLITE_OK; i++) rc = att_store_run(d->store, CLEAR[i]);
    if (rc == SQLITE_OK) rc = list(d, SQL_LOOSE_DAYS, &at, &n);
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) rc = one_bucket(d, SQL_TELLINGS_OF_DAY, at[i].day, 0);
    if (rc == SQLITE_OK) rc = list(d, SQL_LOOSE_STORIES, &at, &n);
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) rc = one_bucket(d, SQL_TELLINGS_OF_STORY, NULL, at[i].story);
    for (int i = 0; AFTER[i] && rc == SQLITE_OK; i++) rc = att_store_run(d->store, AFTER[i]);
    if (rc == SQLITE_OK) rc = att_store_number(d->store, LEFT, &left);
    if (rc == SQLITE_OK && (left || d->moved)) rc = att_store_run(d->store, EMPTY); /* it looks at all of them: only where some may have none left */
    return rc;
}
