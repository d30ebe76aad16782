/* store_query.c: events by conditions, one row at a time. */
#include "base/buf.h"
#include "store/column.h"
#include "store/store_int.h"

enum { ROW_BYTES = 128 << 20 };

#define COLUMNS                                                                                                         \
    "e.event, d.doc, e.id, e.sentence_beg, e.sentence_end, e.sentence, e.trigger_beg, e.trigger_end, e.trigger_text, e.type," \
    " e.mode, e.cameo, e.quad, e.contexts, e.status, e.frame, e.score, e.goldstein, e.confidence, e.date, e.place, e.country," \
    " e.lat, e.lon, e.killed_low, e.killed_high, e.injured_low, e.injured_high, e.detained_low, e.detained_high,"       \
    " e.participants_low, e.participants_high, e.displaced_low, e.displaced_high, e.record, e.same_as, e.history"

static uint32_t count_list(att_slice list)
{
    uint32_t n = list.len != 0;
    for (uint32_t i = 0; i < list.len; i++) n += list.ptr[i] == ',';
    return n;
}

static void put_list(att_buf *sql, const char *column, att_slice list)
{
    uint32_t n = count_list(list);
    if (n == 0) return;
    att_putf(sql, " AND %s COLLATE NOCASE IN (", column);
    for (uint32_t i = 0; i < n; i++) att_put_z(sql, i ? ", ?" : "?");
    att_put_char(sql, ')');
}

static void put_actor(att_buf *sql, const char *side, att_slice who)
{
    if (who.len == 0) return;
    att_putf(sql, " AND EXISTS (SELECT 1 FROM event_actors a WHERE a.event = e.event AND a.side = '%s' AND"
                  " ? COLLATE NOCASE IN (a.code, a.sector, a.name, a.text, replace(a.code, 'IGO:', ''), a.code || ' ' || a.sector))", side);
}

static void build(att_buf *sql, const att_event_filter *f)
{
    att_put_z(sql, "SELECT " COLUMNS " FROM events e JOIN documents d USING (document) WHERE d.newest");
    put_list(sql, "e.type", f->types);
    put_list(sql, "e.told", f->statuses);
    put_actor(sql, "actor", f->actor);
    put_actor(sql, "recipient", f->recipient);
    put_actor(sql, "said_by", f->said_by);
    if (f->source.len) att_put_z(sql, " AND instr(lower(coalesce(d.outlet, d.url, d.doc)), lower(?))");
    if (f->place.len) att_put_z(sql, " AND ? COLLATE NOCASE IN (e.place, e.country)");
    if (f->story.len) att_put_z(sql, " AND d.story = (SELECT story FROM stories WHERE id = ?)");
    if (f->from != ATT_NO_DAY) att_put_z(sql, " AND e.date_last >= ?");
    if (f->to != ATT_NO_DAY) att_put_z(sql, " AND e.date_first <= ?");
    att_put_z(sql, " ORDER BY e.date_first IS NULL, e.date_first, e.document, e.trigger_beg, e.event");
    if (f->limit) att_put_z(sql, " LIMIT ?");
    att_put_char(sql, 0);
}

static void bind_list(sqlite3_stmt *st, int *at, att_slice list)
{
    att_slice part;
    if (list.len == 0) return;
    while (att_split(&list, ',', &part)) att_bind_text(st, at, att_trim(part));
}

static void bind(sqlite3_stmt *st, const att_event_filter *f)
{
    int at = 1;
    bind_list(st, &at, f->types);
    bind_list(st, &at, f->statuses);
    if (f->actor.len) att_bind_text(st, &at, f->actor);
    if (f->recipient.len) att_bind_text(st, &at, f->recipient);
    if (f->said_by.len) att_bind_text(st, &at, f->said_by);
    if (f->source.len) att_bind_text(st, &at, f->source);
    if (f->place.len) att_bind_text(st, &at, f->place);
    if (f->story.len) att_bind_text(st, &at, f->story);
    if (f->from != ATT_NO_DAY) att_bind_day(st, &at, f->from);
    if (f->to != ATT_NO_DAY) att_bind_day(st, &at, f->to);
    if (f->limit) att_bind_int(st, &at, f->limit);
}

static att_slice text(sqlite3_stmt *st, int *at) { return att_column_text(st, (*at)++); }

static double real(sqlite3_stmt *st, int *at) { return sqlite3_column_double(st, (*at)++); }
static uint32_t offset(sqlite3_stmt *st, int *at) { return (uint32_t)sqlite3_column_int64(st, (*at)++); }

static void read_event(sqlite3_stmt *st, att_event_row *r)
{
    int at = 1;
    *r = (att_event_row){.doc = text(st, &at)};
    r->id = text(st, &at);
    r->sentence.beg = offset(st, &at);
    r->sentence.end = offset(st, &at);
    r->sentence_text = text(st, &at);
    r->trigger_span.beg = offset(st, &at);
    r->trigger_span.end = offset(st, &at);
    r->trigger = text(st, &at);
    att_slice *texts[] = {&r->type, &r->mode, &r->cameo, &r->quad, &r->contexts, &r->status, &r->frame};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) *texts[i] = text(st, &at);
    r->score = real(st, &at);
    r->goldstein = real(st, &at);
    r->confidence = real(st, &at);
    r->date.value = text(st, &at);
    r->date.days = (att_days){ATT_NO_DAY, ATT_NO_DAY};
    r->place.name = text(st, &at);
    r->place.country = text(st, &at);
    r->place.has_point = sqlite3_column_type(st, at) != SQLITE_NULL;
    r->place.lat = real(st, &at);
    r->place.lon = real(st, &at);
    for (int i = 0; i < ATT_MAG_COUNT; i++) {
        r->magnitude[i].set = sqlite3_column_type(st, at) != SQLITE_NULL;
        r->magnitude[i].low = real(st, &at);
        r->magnitude[i].high = real(st, &at);
    }
    r->json = text(st, &at);
    r->same_as = text(st, &at);
    r->history = sqlite3_column_int(st, at) != 0;
}

/* One side of an event, copied: the statement goes on to the next side. May jump to the arena's recovery point. */
static int read_side(sqlite3_stmt *st, att_arena *a, int64_t event, const char *side, att_actor_rows *out)
{
    ATT_VEC(att_actor_row) v = {0};
    sqlite3_bind_int64(st, 1, event);
    sqlite3_bind_text(st, 2, side, -1, SQLITE_STATIC);
    while (sqlite3_step(st) == SQLITE_ROW) {
        int at = 0;
        att_actor_row r = {0};
        att_slice *texts[] = {&r.text, &r.name, &r.code, &r.sector, &r.resolved_by};
        for (int i = 0; i < 5; i++) *texts[i] = att_copy(a, text(st, &at));
        *att_push(a, &v) = r;
    }
    *out = (att_actor_rows){v.at, v.n};
    return sqlite3_reset(st);
}

static int read_sides(sqlite3_stmt *st, att_arena *a, int64_t event, att_event_row *r)
{
    static const char *const SIDES[ATT_SIDE_COUNT] = {"actor", "recipient", "said_by"};
    jmp_buf oom;
    int rc = SQLITE_OK;
    att_arena_reset(a);
    a->oom = &oom;
    if (setjmp(oom)) {
        a->oom = NULL;
        return SQLITE_NOMEM;
    }
    for (int i = 0; i < ATT_SIDE_COUNT && rc == SQLITE_OK; i++) rc = read_side(st, a, event, SIDES[i], &r->side[i]);
    a->oom = NULL;
    return rc;
}

static int stream(sqlite3_stmt *events, sqlite3_stmt *actors, bool (*row)(void *, const att_event_row *), void *ctx)
{
    att_arena a;
    att_event_row r;
    int rc;
    att_arena_init(&a, ROW_BYTES);
    while ((rc = sqlite3_step(events)) == SQLITE_ROW) {
        read_event(events, &r);
        rc = read_sides(actors, &a, sqlite3_column_int64(events, 0), &r);
        if (rc != SQLITE_OK || !row(ctx, &r)) break;
    }
    att_arena_release(&a);
    return rc;
}

#define ACTORS "SELECT text, name, code, sector, resolved_by FROM event_actors WHERE event = ?1 AND side = ?2 ORDER BY position"

att_err att_store_event_rows(att_store *s, const int64_t *rows, uint32_t n, bool (*row)(void *ctx, const att_event_row *r), void *ctx)
{
    sqlite3_stmt *event = NULL, *actors = NULL;
    att_arena a;
    att_event_row r;
    int rc = sqlite3_prepare_v2(s->db, "SELECT " COLUMNS " FROM events e JOIN documents d USING (document) WHERE e.event = ?1", -1, &event, NULL);
    if (rc == SQLITE_OK) rc = sqlite3_prepare_v2(s->db, ACTORS, -1, &actors, NULL);
    att_arena_init(&a, ROW_BYTES);
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        sqlite3_bind_int64(event, 1, rows[i]);
        if (sqlite3_step(event) == SQLITE_ROW) {
            read_event(event, &r);
            rc = read_sides(actors, &a, rows[i], &r);
            if (rc == SQLITE_OK && !row(ctx, &r)) break;
        }
        if (rc == SQLITE_OK) rc = sqlite3_reset(event);
    }
    att_arena_release(&a);
    sqlite3_finalize(event);
    sqlite3_finalize(actors);
    return att_store_error(rc);
}

att_err att_store_events(att_store *s, const att_event_filter *f, bool (*row)(void *ctx, const att_event_row *r), void *ctx)
{
    att_buf sql = {0};
    sqlite3_stmt *events = NULL, *actors = NULL;
    build(&sql, f);
    int rc = sql.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(s->db, sql.ptr, -1, &events, NULL);
    att_buf_release(&sql);
    if (rc == SQLITE_OK) rc = sqlite3_prepare_v2(s->db, ACTORS, -1, &actors, NULL);
    if (rc == SQLITE_OK) {
        bind(events, f);
        rc = stream(events, actors, row, ctx);
    }
    sqlite3_finalize(events);
    sqlite3_finalize(actors);
    return att_store_error(rc);
}
