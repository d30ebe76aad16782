/* store_ledger.c: who stands where since when. Positions come ordered by issue, party and day; while a party's side stays the same
 * they are one row. */
#include "base/buf.h"
#include "base/civil.h"
#include "store/read.h"
#include "store/stands.h"

/* Who is one party: persons of a government speak for it; other sectors stand for themselves. */
#define PARTY                                                                                                           \
    "CASE WHEN p.holder_code IS NULL THEN coalesce(p.holder_name, p.holder)"                                            \
    " WHEN p.holder_sector IS NULL OR p.holder_sector IN ('GOV', 'MIL', 'IGO', 'COP', 'SPY', 'JUD', 'LEG') THEN p.holder_code" \
    " ELSE p.holder_code || ' ' || p.holder_sector END"

static const char HEAD[] =
    "SELECT coalesce(p.issue_group, p.issue) AS grp, p.issue, " PARTY " AS party, coalesce(p.holder_name, p.holder), p.side, p.stance,"
    " coalesce(p.date_first, d.published) AS day, p.content, p.conditions, p.sentence, d.doc, d.outlet, p.document,"
    " count(*) OVER (PARTITION BY coalesce(p.issue_group, p.issue)) AS weight"
    " FROM positions p JOIN documents d USING (document)"
    " WHERE d.newest AND d.copy_of IS NULL AND p.issue IS NOT NULL AND p.side IS NOT NULL AND coalesce(p.holder_code, p.holder_name) IS NOT NULL";

static const char TAIL[] = " ORDER BY weight DESC, grp, party, day IS NULL, day, p.document, p.content_beg";

typedef struct {
    att_arena a;
    att_ledger_row row;
    att_buf stances;
    int64_t last_document;
    uint32_t rows, limit;
    bool open;
} folder;

static bool goes_on(const folder *f, att_slice group, att_slice party, att_slice side)
{
    return f->open && att_eq(f->row.group, group) && att_eq(f->row.party, party) && att_eq(f->row.side, side);
}

static void put_stance(att_buf *list, att_slice stance)
{
    if (att_find(att_buf_slice(list), stance, 0) < list->len) return;
    if (list->len) att_put_z(list, ", ");
    att_put_slice(list, stance);
}

/* False: no more rows are wanted. */
static bool flush(folder *f, bool (*row)(void *, const att_ledger_row *), void *ctx)
{
    if (!f->open) return true;
    f->open = false;
    f->rows++;
    f->row.stances = (att_slice){f->stances.ptr ? f->stances.ptr : "", (uint32_t)f->stances.len};
    return row(ctx, &f->row) && f->rows != f->limit;
}

/* Begins a row; the side before is kept when it is the same party on the same issue. May jump to the arena's recovery point. */
static void begin(folder *f, sqlite3_stmt *st, att_slice group, att_slice party, att_slice side)
{
    bool same = f->row.group.len && att_eq(f->row.group, group) && att_eq(f->row.party, party);
    char before[32];
    uint32_t n = same && f->row.side.len < sizeof before ? f->row.side.len : 0;
    memcpy(before, f->row.side.ptr ? f->row.side.ptr : "", n);
    att_arena_reset(&f->a);
    att_buf_clear(&f->stances);
    f->row = (att_ledger_row){.group = att_copy(&f->a, group), .party = att_copy(&f->a, party), .side = att_copy(&f->a, side)};
    f->row.changed_from = n ? att_copy(&f->a, (att_slice){before, n}) : (att_slice){0};
    f->row.issue = att_copy(&f->a, att_column_text(st, 1));
    f->row.holder = att_copy(&f->a, att_column_text(st, 3));
    f->row.since = f->row.last = att_column_day(st, 6);
    f->row.content = att_copy(&f->a, att_column_text(st, 7));
    f->row.condition = att_copy(&f->a, att_column_text(st, 8));
    f->row.sentence = att_copy(&f->a, att_column_text(st, 9));
    f->row.doc = att_copy(&f->a, att_column_text(st, 10));
    f->row.outlet = att_copy(&f->a, att_column_text(st, 11));
    f->last_document = 0;
    f->open = true;
}

static int walk(folder *f, sqlite3_stmt *st, bool (*row)(void *, const att_ledger_row *), void *ctx)
{
    int rc;
    while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_slice group = att_column_text(st, 0), party = att_column_text(st, 2), side = att_column_text(st, 4);
        if (!goes_on(f, group, party, side)) {
            if (!flush(f, row, ctx)) return SQLITE_OK;
            begin(f, st, group, party, side);
        }
        put_stance(&f->stances, att_column_text(st, 5));
        att_day day = att_column_day(st, 6);
        if (day != ATT_NO_DAY) f->row.last = day;
        int64_t document = sqlite3_column_int64(st, 12);
        if (document != f->last_document) f->row.articles++, f->last_document = document;
    }
    if (rc == SQLITE_DONE) (void)flush(f, row, ctx);
    return rc;
}

static int fold(folder *f, sqlite3_stmt *st, bool (*row)(void *, const att_ledger_row *), void *ctx)
{
    jmp_buf oom;
    if (setjmp(oom)) {
        f->a.oom = NULL;
        return SQLITE_NOMEM;
    }
    f->a.oom = &oom;
    int rc = walk(f, st, row, ctx);
    f->a.oom = NULL;
    return rc;
}

static void build(att_buf *sql, const att_stand_filter *f)
{
    att_put_z(sql, HEAD);
    if (f->issue.len) att_put_z(sql, " AND (instr(lower(p.issue), lower(?)) OR instr(lower(coalesce(p.issue_group, '')), lower(?)))");
    if (f->party.len) att_put_z(sql, " AND " ATT_SQL_PARTY("p.holder_code", "p.holder_sector", "p.holder_name"));
    if (f->from != ATT_NO_DAY) att_put_z(sql, " AND coalesce(p.date_last, d.published) >= ?");
    if (f->to != ATT_NO_DAY) att_put_z(sql, " AND coalesce(p.date_first, d.published) <= ?");
    att_put_z(sql, TAIL);
    att_put_char(sql, 0);
}

att_err att_store_ledger(att_store *s, const att_stand_filter *f, bool (*row)(void *ctx, const att_ledger_row *r), void *ctx)
{
    enum { LEDGER_BYTES = 64 << 20 };
    att_buf sql = {0};
    sqlite3_stmt *st = NULL;
    folder x = {0};
    int at = 1;
    build(&sql, f);
    int rc = sql.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(s->db, sql.ptr, -1, &st, NULL);
    att_buf_release(&sql);
    if (rc == SQLITE_OK) {
        for (int i = 0; i < 2 && f->issue.len; i++) att_bind_text(st, &at, f->issue);
        if (f->party.len) att_bind_text(st, &at, f->party);
        if (f->from != ATT_NO_DAY) att_bind_day(st, &at, f->from);
        if (f->to != ATT_NO_DAY) att_bind_day(st, &at, f->to);
        att_arena_init(&x.a, LEDGER_BYTES);
        x.limit = f->limit;
        rc = fold(&x, st, row, ctx);
        att_arena_release(&x.a);
        att_buf_release(&x.stances);
    }
    sqlite3_finalize(st);
    return att_store_error(rc);
}
