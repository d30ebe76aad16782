/* api_events.c: the events that pass the filter: a window of them for the table, all of them for a download. */
#include "serve/ask.h"
#include "serve/serve.h"

#include "export/csv_out.h"
#include "store/store.h"

#define ARTICLE "d.document, d.doc, d.title, d.outlet, d.published, d.copy_of IS NOT NULL"

static void put_event(att_ask *q, const att_fact *f, sqlite3_stmt *st)
{
    static const char *const KEYS[] = {"document", "doc", "title", "outlet", "published"};
    att_comma(&q->out);
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "row", (double)f->row);
    att_member_day(&q->out, "first", f->first);
    att_member_day(&q->out, "last", f->last);
    for (int i = 0; i < 5; i++) att_member_column(&q->out, KEYS[i], st, 1 + i);
    att_key(&q->out, "copy");
    att_put_z(&q->out, sqlite3_column_int(st, 6) ? "true" : "false");
    att_member_json(&q->out, "record", att_column_text(st, 0));
    att_put_char(&q->out, '}');
}

int att_put_events(att_ask *q, const uint32_t *facts, uint32_t n)
{
    sqlite3_stmt *st = att_ask_sql(q, "SELECT e.record, " ARTICLE " FROM events e JOIN documents d USING (document) WHERE e.event = ?1");
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        const att_fact *f = &q->board->facts.at[facts[i]];
        sqlite3_bind_int64(st, 1, f->row);
        if (sqlite3_step(st) == SQLITE_ROW) put_event(q, f, st);
        rc = sqlite3_reset(st);
    }
    sqlite3_finalize(st);
    att_put_char(&q->out, ']');
    return rc;
}

/* sort=-date: the newest first; those without a date stay at the end. */
static void turn(att_hits h, const att_board *b, uint32_t *at)
{
    uint32_t dated = 0;
    while (dated < h.n && b->facts.at[h.at[dated]].first != ATT_NO_DAY) dated++;
    for (uint32_t i = 0; i < h.n; i++) at[i] = i < dated ? h.at[dated - 1 - i] : h.at[i];
}

int att_api_events(att_ask *q)
{
    att_filter f;
    if (!att_ask_filter(q, &f)) return 400;
    att_hits h = att_filter_hits(&f, q->arena);
    if (att_is(att_param_get(q->params, "sort"), "-date")) {
        uint32_t *at = att_new(q->arena, uint32_t, h.n + 1);
        turn(h, q->board, at);
        h.at = at;
    }
    uint32_t from = att_param_count(q->params, "offset", 0, UINT32_MAX), n = att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS);
    if (from > h.n) from = h.n;
    if (n > h.n - from) n = h.n - from;
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", h.n);
    att_member_number(&q->out, "offset", from);
    att_key(&q->out, "rows");
    int rc = att_put_events(q, h.at + from, n);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

int att_api_event(att_ask *q)
{
    uint32_t row = att_param_count(q->params, "row", 0, UINT32_MAX);
    for (uint32_t i = 0; i < q->board->facts.n; i++)
        if (q->board->facts.at[i].row == row) {
            att_put_z(&q->out, "{\"rows\":");
            int rc = att_put_events(q, &i, 1);
            att_put_char(&q->out, '}');
            return att_done(q, rc);
        }
    return att_refuse(q, 404, "There is no such event.");
}

typedef struct {
    att_ask *q;
    bool csv;
} sink;

static bool one_row(void *ctx, const att_event_row *r)
{
    sink *s = ctx;
    if (s->csv) {
        att_csv_event(&s->q->out, r);
    } else {
        att_put_slice(&s->q->out, r->json);
        att_put_char(&s->q->out, '\n');
    }
    return !s->q->out.failed;
}

static int save(att_ask *q, bool csv)
{
    att_filter f;
    if (!att_ask_filter(q, &f)) return 400;
    att_hits h = att_filter_hits(&f, q->arena);
    sink s = {q, csv};
    if (h.n > ATT_SERVE_EXPORT_ROWS) return att_refuse(q, 413, "Too many events for one download: narrow it with filters, or use 'attache events'.");
    int64_t *rows = att_new(q->arena, int64_t, h.n + 1);
    for (uint32_t i = 0; i < h.n; i++) rows[i] = q->board->facts.at[h.at[i]].row;
    if (csv) att_csv_head(&q->out);
    att_store *store = NULL;
    att_err e = att_store_open(&store, q->path, ATT_STORE_READ);
    if (!att_failed(e)) e = att_store_event_rows(store, rows, h.n, one_row, &s);
    att_store_close(store);
    q->type = csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";
    q->file = csv ? "events.csv" : "events.jsonl";
    return att_failed(e) ? att_done(q, e.sys ? e.sys : SQLITE_ERROR) : 200;
}

int att_api_events_csv(att_ask *q) { return save(q, true); }
int att_api_events_jsonl(att_ask *q) { return save(q, false); }
