/* api_article.c: an article with everything that was read in it; and the list of articles. */
#include "serve/ask.h"

#include "serve/serve.h"

/* Records of a table as they are. */
static int put_records(att_ask *q, const char *key, const char *sql, int64_t document)
{
    sqlite3_stmt *st = att_ask_sql(q, sql);
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_key(&q->out, key);
    att_put_char(&q->out, '[');
    if (st) sqlite3_bind_int64(st, 1, document);
    while (st && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_comma(&q->out);
        att_put_z(&q->out, "{\"row\":");
        att_putf(&q->out, "%lld", (long long)sqlite3_column_int64(st, 0));
        att_member_json(&q->out, "record", att_column_text(st, 1));
        att_put_char(&q->out, '}');
    }
    sqlite3_finalize(st);
    att_put_char(&q->out, ']');
    return rc;
}

static int put_versions(att_ask *q, int64_t document)
{
    sqlite3_stmt *st = att_ask_sql(q, "SELECT o.document, o.version, o.published FROM documents d JOIN documents o ON o.doc = d.doc AND o.source = d.source"
                                      " WHERE d.document = ?1 ORDER BY o.version");
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_key(&q->out, "versions");
    att_put_char(&q->out, '[');
    if (st) sqlite3_bind_int64(st, 1, document);
    while (st && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_comma(&q->out);
        att_put_char(&q->out, '{');
        att_member_column(&q->out, "document", st, 0);
        att_member_column(&q->out, "version", st, 1);
        att_member_column(&q->out, "published", st, 2);
        att_put_char(&q->out, '}');
    }
    sqlite3_finalize(st);
    att_put_char(&q->out, ']');
    return rc;
}

int att_api_article(att_ask *q)
{
    static const char *const KEYS[] = {"doc", "title", "outlet", "author", "published", "published_from", "url", "language", "sentences", "tokens",
                                       "version", "newest", "copy_of", "copy_of_doc", "likeness", "copy_kind", "story", "text"};
    static const char SQL[] = "SELECT d.doc, d.title, d.outlet, d.author, d.published, d.published_from, d.url, d.language, d.sentences, d.tokens,"
                              " d.version, d.newest, d.copy_of, o.doc, d.likeness, d.copy_kind, d.story, d.text FROM documents d LEFT JOIN documents o ON o.document = d.copy_of"
                              " WHERE d.document = ?1";
    uint32_t document = att_param_count(q->params, "document", 0, UINT32_MAX);
    sqlite3_stmt *st = att_ask_sql(q, SQL);
    if (!st) return att_done(q, SQLITE_ERROR);
    sqlite3_bind_int64(st, 1, document);
    int rc = sqlite3_step(st);
    if (rc == SQLITE_ROW) {
        att_put_char(&q->out, '{');
        att_member_number(&q->out, "document", document);
        for (int i = 0; i < 18; i++) att_member_column(&q->out, KEYS[i], st, i);
    }
    sqlite3_finalize(st);
    if (rc == SQLITE_DONE) return att_refuse(q, 404, "There is no such article in this store.");
    if (rc != SQLITE_ROW) return att_done(q, rc);
    rc = put_versions(q, document);
    if (rc == SQLITE_DONE) rc = put_records(q, "events", "SELECT event, record FROM events WHERE document = ?1 ORDER BY sentence_beg, trigger_beg, event", document);
    if (rc == SQLITE_DONE) rc = put_records(q, "statements", "SELECT statement, record FROM statements WHERE document = ?1 ORDER BY sentence_beg, statement", document);
    if (rc == SQLITE_DONE) rc = put_records(q, "figures", "SELECT figure, record FROM figures WHERE document = ?1 ORDER BY sentence_beg, figure", document);
    if (rc == SQLITE_DONE) rc = put_records(q, "positions", "SELECT position, record FROM positions WHERE document = ?1 ORDER BY sentence_beg, position", document);
    if (rc == SQLITE_DONE) rc = put_records(q, "claims", "SELECT claim, record FROM claims WHERE document = ?1 ORDER BY sentence_beg, claim", document);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

/* Newest first, those without a day last; the list that the Article view shows before one is chosen. */
int att_api_articles(att_ask *q)
{
    static const char *const KEYS[] = {"document", "doc", "title", "outlet", "published", "copy", "sentences", "events", NULL};
    static const char SQL[] = "SELECT d.document, d.doc, d.title, d.outlet, d.published, d.copy_of IS NOT NULL, d.sentences,"
                              " (SELECT count(*) FROM events e WHERE e.document = d.document AND e.same_as IS NULL)"
                              " FROM (SELECT document FROM documents WHERE newest ORDER BY published DESC, document LIMIT ?1 OFFSET ?2) JOIN documents d USING (document)"
                              " ORDER BY d.published DESC, d.document";
    sqlite3_stmt *st = att_ask_sql(q, SQL);
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", q->board->docs.n);
    if (st) sqlite3_bind_int64(st, 1, att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS));
    if (st) sqlite3_bind_int64(st, 2, att_param_count(q->params, "offset", 0, UINT32_MAX));
    int rc = att_put_objects(q, "rows", st, KEYS);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}
