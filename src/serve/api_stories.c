/* api_stories.c: stories, what belongs to one, and all tellings of one happening. */
#include "serve/ask.h"
#include "serve/serve.h"
#include "store/differ.h"

static const char *const STORY_KEYS[] = {"story", "id", "title", "first_day", "last_day", "articles", "outlets", "copies", "rewrites", "first_outlet", "first_document", NULL};

#define STORY "SELECT s.story, s.id, s.title, s.first_day, s.last_day, s.articles, s.outlets, s.copies, s.rewrites, d.outlet, s.first_document" \
              " FROM stories s LEFT JOIN documents d ON d.document = s.first_document"

static double stories_in_all(att_ask *q)
{
    sqlite3_stmt *st = att_ask_sql(q, "SELECT count(*) FROM stories WHERE articles >= ?1");
    double n = 0;
    if (st) sqlite3_bind_int64(st, 1, att_param_count(q->params, "least", 1, UINT32_MAX));
    if (st && sqlite3_step(st) == SQLITE_ROW) n = sqlite3_column_double(st, 0);
    sqlite3_finalize(st);
    return n;
}

/* least=2: only those with at least two articles. sort=size: the most told first; else the newest. */
int att_api_stories(att_ask *q)
{
    bool size = att_is(att_param_get(q->params, "sort"), "size");
    sqlite3_stmt *st = att_ask_sql(q, size ? STORY " WHERE s.articles >= ?1 ORDER BY s.articles DESC, s.last_day DESC, s.story LIMIT ?2 OFFSET ?3"
                                           : STORY " WHERE s.articles >= ?1 ORDER BY s.last_day DESC, s.articles DESC, s.story LIMIT ?2 OFFSET ?3");
    if (st) sqlite3_bind_int64(st, 1, att_param_count(q->params, "least", 1, UINT32_MAX));
    if (st) sqlite3_bind_int64(st, 2, att_param_count(q->params, "limit", 100, ATT_SERVE_MAX_ROWS));
    if (st) sqlite3_bind_int64(st, 3, att_param_count(q->params, "offset", 0, UINT32_MAX));
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", stories_in_all(q));
    int rc = att_put_objects(q, "rows", st, STORY_KEYS);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

static sqlite3_stmt *about(att_ask *q, const char *sql, uint32_t number)
{
    sqlite3_stmt *st = att_ask_sql(q, sql);
    if (st) sqlite3_bind_int64(st, 1, number);
    return st;
}

static void put_version(att_buf *out, const att_version_row *v)
{
    att_comma(out);
    att_put_char(out, '{');
    att_member(out, "text", v->text);
    att_member(out, "said_by", v->said_by);
    att_member(out, "sentence", v->sentence);
    att_member(out, "doc", v->doc);
    att_member(out, "outlet", v->outlet);
    att_member(out, "title", v->title);
    att_member_number(out, "document", (double)v->document);
    att_member_day(out, "day", v->day);
    att_member_day(out, "published", v->published);
    att_put_char(out, '}');
}

static bool put_difference(void *ctx, const att_differ_row *r)
{
    static const char *const KINDS[] = {"toll", "figure", "day"};
    att_buf *out = ctx;
    att_comma(out);
    att_put_char(out, '{');
    att_member(out, "kind", att_slice_of(KINDS[r->kind]));
    att_member(out, "what", r->what);
    att_member(out, "whose", r->whose);
    att_key(out, "versions");
    att_put_char(out, '[');
    for (uint32_t i = 0; i < r->count; i++) put_version(out, &r->versions[i]);
    att_put_z(out, "]}");
    return !out->failed;
}

/* What the articles of the story don't agree on. */
static int put_differences(att_ask *q, uint32_t story)
{
    att_key(&q->out, "differences");
    att_put_char(&q->out, '[');
    att_err e = att_store_differences(q->db, story, put_difference, &q->out);
    att_put_char(&q->out, ']');
    return att_failed(e) ? (e.sys ? e.sys : SQLITE_ERROR) : SQLITE_DONE;
}

int att_api_story(att_ask *q)
{
    static const char *const ARTICLE_KEYS[] = {"document", "doc", "title", "outlet", "published", "copy_of", "copy_kind", "likeness", "sentences", "events", NULL};
    static const char *const HAPPENING_KEYS[] = {"happening", "event", "type", "quad", "status", "date", "place", "mentions", "articles", "sources", "copies", "actor", "recipient", "sentence", NULL};
    static const char ARTICLES[] = "SELECT d.document, d.doc, d.title, d.outlet, d.published, d.copy_of, d.copy_kind, d.likeness, d.sentences,"
                                   " (SELECT count(*) FROM events e WHERE e.document = d.document AND e.same_as IS NULL) FROM documents d"
                                   " WHERE d.story = ?1 AND d.newest ORDER BY d.published IS NULL, d.published, d.document LIMIT 500";
    static const char HAPPENINGS[] =
        "SELECT h.happening, h.event, h.type, h.quad, h.status, h.date, h.place, h.mentions, h.articles, h.sources, h.copies,"
        " " ATT_SQL_SIDE("h.event", "actor", ", ") ","
        " " ATT_SQL_SIDE("h.event", "recipient", ", ") ", e.sentence"
        " FROM happenings h JOIN events e ON e.event = h.event WHERE h.story = ?1 ORDER BY h.sources DESC, h.mentions DESC, h.date_first, h.happening LIMIT 200";
    uint32_t story = att_param_count(q->params, "story", 0, UINT32_MAX);
    att_put_char(&q->out, '{');
    int rc = att_put_objects(q, "story", about(q, STORY " WHERE s.story = ?1", story), STORY_KEYS);
    if (rc == SQLITE_DONE) rc = att_put_objects(q, "articles", about(q, ARTICLES, story), ARTICLE_KEYS);
    if (rc == SQLITE_DONE) rc = att_put_objects(q, "happenings", about(q, HAPPENINGS, story), HAPPENING_KEYS);
    if (rc == SQLITE_DONE) rc = put_differences(q, story);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}

/* The other events that tell what the event with this number tells, and why they count as the same. */
int att_api_tellings(att_ask *q)
{
    static const char *const KEYS[] = {"row", "document", "doc", "title", "outlet", "published", "copy_kind", "sentence", "merged_by", "status", NULL};
    static const char SQL[] = "SELECT e.event, d.document, d.doc, d.title, d.outlet, d.published, d.copy_kind, e.sentence, e.merged_by, e.status"
                              " FROM events o JOIN events e ON e.happening = o.happening JOIN documents d ON d.document = e.document"
                              " WHERE o.event = ?1 AND d.newest ORDER BY d.published IS NULL, d.published, e.event LIMIT 200";
    att_put_char(&q->out, '{');
    int rc = att_put_objects(q, "rows", about(q, SQL, att_param_count(q->params, "row", 0, UINT32_MAX)), KEYS);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}
