/* api_said.c: statements, figures, positions and claims, by the conditions of where.h. */
#include "serve/ask.h"

#include "serve/serve.h"
#include "serve/where.h"

#define ARTICLE "d.document, d.doc, d.title, d.outlet, d.published"

static const att_where_columns STATEMENTS = {"coalesce(t.speaker_name, t.speaker)", "t.speaker_code", "t.speaker_sector", "t.date_first", "t.date_last", NULL};
static const att_where_columns FIGURES = {"coalesce(t.of_name, t.of_text)", "t.of_code", "t.of_sector", "t.as_of_first", "t.as_of_last", "t.place"};
static const att_where_columns POSITIONS = {"coalesce(t.holder_name, t.holder)", "t.holder_code", "t.holder_sector", "t.date_first", "t.date_last", NULL};
static const att_where_columns CLAIMS = {"coalesce(t.by_name, t.by_text)", "t.by_code", "t.by_sector", "NULL", "NULL", NULL};

/* Records with their articles; head is "SELECT number, record, ARTICLE FROM ...", tail the order and limit. */
static int put_rows(att_ask *q, sqlite3_stmt *st)
{
    static const char *const KEYS[] = {"document", "doc", "title", "outlet", "published"};
    int rc;
    att_key(&q->out, "rows");
    att_put_char(&q->out, '[');
    while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_comma(&q->out);
        att_put_char(&q->out, '{');
        att_member_column(&q->out, "row", st, 0);
        for (int i = 0; i < 5; i++) att_member_column(&q->out, KEYS[i], st, 2 + i);
        att_member_json(&q->out, "record", att_column(st, 1));
        att_put_char(&q->out, '}');
    }
    att_put_char(&q->out, ']');
    return rc;
}

/* head ... WHERE d.newest [AND conditions] tail */
static sqlite3_stmt *prepare(att_ask *q, const char *head, const att_where_columns *c, const char *more, const char *tail, int *next)
{
    att_buf sql = {0};
    sqlite3_stmt *st = NULL;
    att_put_z(&sql, head);
    att_put_z(&sql, " WHERE d.newest");
    att_where_put(&sql, &q->params, c);
    att_put_z(&sql, more);
    att_put_z(&sql, tail);
    att_put_char(&sql, 0);
    if (!sql.failed) st = att_ask_sql(q, sql.ptr);
    att_buf_release(&sql);
    *next = st ? att_where_bind(st, 1, &q->params, c) : 1;
    return st;
}

static void bind_param(att_ask *q, sqlite3_stmt *st, int *at, const char *name)
{
    att_slice v = att_param_get(q->params, name);
    sqlite3_bind_text(st, (*at)++, v.ptr ? v.ptr : "", (int)v.len, SQLITE_STATIC);
}

int att_api_statements(att_ask *q)
{
    int at;
    sqlite3_stmt *st = prepare(q, "SELECT t.statement, t.record, " ARTICLE " FROM statements t JOIN documents d USING (document)", &STATEMENTS, "",
                               " ORDER BY coalesce(t.date_first, d.published) DESC, t.statement LIMIT ?", &at);
    if (!st) return att_done(q, SQLITE_ERROR);
    sqlite3_bind_int64(st, at, att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS));
    att_put_char(&q->out, '{');
    int rc = put_rows(q, st);
    sqlite3_finalize(st);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

int att_api_positions(att_ask *q)
{
    int at;
    sqlite3_stmt *st = prepare(q, "SELECT t.position, t.record, " ARTICLE " FROM positions t JOIN documents d USING (document)", &POSITIONS, "",
                               " ORDER BY coalesce(t.date_first, d.published) DESC, t.position LIMIT ?", &at);
    if (!st) return att_done(q, SQLITE_ERROR);
    sqlite3_bind_int64(st, at, att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS));
    att_put_char(&q->out, '{');
    int rc = put_rows(q, st);
    sqlite3_finalize(st);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

/* disputed=1: only those that somebody denies, doubts or wants proof of. */
int att_api_claims(att_ask *q)
{
    int at;
    bool disputed = att_is(att_param_get(q->params, "disputed"), "1");
    sqlite3_stmt *st = prepare(q, "SELECT t.claim, t.record, " ARTICLE " FROM claims t JOIN documents d USING (document)", &CLAIMS,
                               disputed ? " AND t.disputed" : "", " ORDER BY d.published DESC, t.claim LIMIT ?", &at);
    if (!st) return att_done(q, SQLITE_ERROR);
    sqlite3_bind_int64(st, at, att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS));
    att_put_char(&q->out, '{');
    int rc = put_rows(q, st);
    sqlite3_finalize(st);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

/* What is counted: a unit and whose it is ("troops" of Russia), the most reported first. */
int att_api_quantities(att_ask *q)
{
    static const char *const KEYS[] = {"unit", "of", "of_code", "n", "low", "high"};
    int at, rc;
    sqlite3_stmt *st = prepare(q, "SELECT t.unit, coalesce(t.of_name, t.of_text), t.of_code, count(*), min(coalesce(t.low, t.high)), max(coalesce(t.high, t.low))"
                                  " FROM figures t JOIN documents d USING (document)", &FIGURES, " AND +t.unit IS NOT NULL", /* +: in the order of the rows; the index would jump about */
                               " GROUP BY 1, 2 ORDER BY 4 DESC, 1, 2 LIMIT ?", &at);
    if (!st) return att_done(q, SQLITE_ERROR);
    sqlite3_bind_int64(st, at, att_param_count(q->params, "limit", 300, ATT_SERVE_MAX_ROWS));
    att_put_z(&q->out, "{\"rows\":[");
    while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_comma(&q->out);
        att_put_char(&q->out, '{');
        for (int i = 0; i < 6; i++) att_member_column(&q->out, KEYS[i], st, i);
        att_put_char(&q->out, '}');
    }
    sqlite3_finalize(st);
    att_put_z(&q->out, "]}");
    return att_done(q, rc);
}

/* The figures of one quantity; of= may be left out (all), or empty with of=~ for "of nobody". */
int att_api_figures(att_ask *q)
{
    int at;
    att_slice of = att_param_get(q->params, "of");
    const char *more = of.len == 0 ? " AND t.unit = ?" : att_is(of, "~") ? " AND t.unit = ? AND coalesce(t.of_name, t.of_text) IS NULL"
                                                                         : " AND t.unit = ? AND coalesce(t.of_name, t.of_text) = ?";
    sqlite3_stmt *st = prepare(q, "SELECT t.figure, t.record, " ARTICLE " FROM figures t JOIN documents d USING (document)", &FIGURES, more,
                               " ORDER BY coalesce(t.as_of_first, d.published), t.figure LIMIT ?", &at);
    if (!st) return att_done(q, SQLITE_ERROR);
    bind_param(q, st, &at, "unit");
    if (of.len && !att_is(of, "~")) bind_param(q, st, &at, "of");
    sqlite3_bind_int64(st, at, att_param_count(q->params, "limit", ATT_SERVE_MAX_ROWS, ATT_SERVE_MAX_ROWS));
    att_put_char(&q->out, '{');
    int rc = put_rows(q, st);
    sqlite3_finalize(st);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}
