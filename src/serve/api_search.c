/* api_search.c: full-text search, best first, with snippets. What was found is marked by the control characters 1 and 2, which no
 * article holds as text; the page makes marks of them. */
#include "serve/ask.h"
#include "serve/serve.h"

#define MARKS "char(1), char(2)"

static const char ARTICLES[] = "SELECT d.document, d.doc, d.title, d.outlet, d.published, d.copy_of IS NOT NULL, highlight(articles_text, 0, " MARKS "),"
                               " snippet(articles_text, 1, " MARKS ", '…', 36) FROM articles_text JOIN documents d ON d.document = articles_text.rowid"
                               " WHERE articles_text MATCH ?1 AND d.newest ORDER BY rank LIMIT ?2 OFFSET ?3";
static const char SAID[] = "SELECT d.document, d.doc, d.title, d.outlet, d.published, d.copy_of IS NOT NULL, coalesce(s.speaker_name, s.speaker),"
                           " highlight(statements_text, 0, " MARKS "), s.speaker_code, s.manner, s.statement FROM statements_text"
                           " JOIN statements s ON s.statement = statements_text.rowid JOIN documents d USING (document)"
                           " WHERE statements_text MATCH ?1 AND d.newest ORDER BY rank LIMIT ?2 OFFSET ?3";

static sqlite3_stmt *found(att_ask *q, const char *sql, const att_buf *query)
{
    sqlite3_stmt *st = att_ask_sql(q, sql);
    if (!st) return NULL;
    sqlite3_bind_text(st, 1, query->ptr, (int)query->len, SQLITE_STATIC);
    sqlite3_bind_int64(st, 2, att_param_count(q->params, "limit", 50, ATT_SERVE_MAX_ROWS));
    sqlite3_bind_int64(st, 3, att_param_count(q->params, "offset", 0, UINT32_MAX));
    return st;
}

static int put_count(att_ask *q, const char *key, const char *sql, const att_buf *query)
{
    sqlite3_stmt *st = att_ask_sql(q, sql);
    int rc = st ? sqlite3_bind_text(st, 1, query->ptr, (int)query->len, SQLITE_STATIC) : SQLITE_ERROR;
    if (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) att_member_number(&q->out, key, sqlite3_column_double(st, 0));
    sqlite3_finalize(st);
    return rc == SQLITE_ROW ? SQLITE_DONE : rc;
}

int att_api_search(att_ask *q)
{
    static const char *const ARTICLE_KEYS[] = {"document", "doc", "title", "outlet", "published", "copy", "marked_title", "snippet", NULL};
    static const char *const SAID_KEYS[] = {"document", "doc", "title", "outlet", "published", "copy", "speaker", "content", "code", "manner", "row", NULL};
    att_buf query = {0};
    att_put_char(&q->out, '{');
    int rc = SQLITE_DONE;
    if (att_words_query(&query, att_param_get(q->params, "q"))) {
        rc = put_count(q, "article_count", "SELECT count(*) FROM articles_text JOIN documents d ON d.document = articles_text.rowid WHERE articles_text MATCH ?1 AND d.newest", &query);
        if (rc == SQLITE_DONE) rc = put_count(q, "statement_count", "SELECT count(*) FROM statements_text JOIN statements s ON s.statement = statements_text.rowid JOIN documents d USING (document) WHERE statements_text MATCH ?1 AND d.newest", &query);
        if (rc == SQLITE_DONE) rc = att_put_objects(q, "articles", found(q, ARTICLES, &query), ARTICLE_KEYS);
        if (rc == SQLITE_DONE) rc = att_put_objects(q, "statements", found(q, SAID, &query), SAID_KEYS);
    } else {
        att_put_z(&q->out, "\"article_count\":0,\"statement_count\":0,\"articles\":[],\"statements\":[]");
    }
    att_put_char(&q->out, '}');
    att_buf_release(&query);
    return att_done(q, rc);
}
