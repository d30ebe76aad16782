/* api_said.c: statements, positions and claims, by the conditions of where.h. */
#include "serve/ask.h"

#include "serve/serve.h"
#include "serve/where.h"

static const att_where_columns STATEMENTS = {"coalesce(t.speaker_name, t.speaker)", "t.speaker_code", "t.speaker_sector", "t.date_first", "t.date_last"};
static const att_where_columns POSITIONS = {"coalesce(t.holder_name, t.holder)", "t.holder_code", "t.holder_sector", "t.date_first", "t.date_last"};
static const att_where_columns CLAIMS = {"coalesce(t.by_name, t.by_text)", "t.by_code", "t.by_sector", "NULL", "NULL"};

/* The answer to head ... WHERE d.newest [AND conditions] more tail LIMIT ?. head is "SELECT number, record, ATT_OF_ARTICLE FROM ...". */
static int answer(att_ask *q, const char *head, const att_where_columns *c, const char *more, const char *order)
{
    att_buf sql = {0};
    sqlite3_stmt *st = NULL;
    int rc;
    att_put_z(&sql, head);
    att_put_z(&sql, " JOIN documents d USING (document) WHERE d.newest");
    att_where_put(&sql, &q->params, c);
    att_put_z(&sql, more);
    att_put_z(&sql, order);
    att_put_z(&sql, " LIMIT ?");
    att_put_char(&sql, 0);
    if (!sql.failed) st = att_ask_sql(q, sql.ptr);
    att_buf_release(&sql);
    if (!st) return att_done(q, SQLITE_ERROR);
    sqlite3_bind_int64(st, att_where_bind(st, 1, &q->params, c), att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS));
    att_put_z(&q->out, "{\"rows\":[");
    while ((rc = sqlite3_step(st)) == SQLITE_ROW) att_put_record(q, st);
    sqlite3_finalize(st);
    att_put_z(&q->out, "]}");
    return att_done(q, rc);
}

int att_api_statements(att_ask *q)
{
    return answer(q, "SELECT t.statement, t.record, " ATT_OF_ARTICLE " FROM statements t", &STATEMENTS, "",
                  " ORDER BY coalesce(t.date_first, d.published) DESC, t.statement");
}

int att_api_positions(att_ask *q)
{
    return answer(q, "SELECT t.position, t.record, " ATT_OF_ARTICLE " FROM positions t", &POSITIONS, "",
                  " ORDER BY coalesce(t.date_first, d.published) DESC, t.position");
}

/* disputed=1: only those that somebody denies, doubts or wants proof of. */
int att_api_claims(att_ask *q)
{
    bool disputed = att_is(att_param_get(q->params, "disputed"), "1");
    return answer(q, "SELECT t.claim, t.record, " ATT_OF_ARTICLE " FROM claims t", &CLAIMS, disputed ? " AND t.disputed" : "",
                  " ORDER BY d.published DESC, t.claim");
}
