/* ask.c: small parts that all answers are made of. */
#include "serve/ask.h"

#include <stdio.h>

#include "base/civil.h"

att_answer att_answer_of(att_slice path)
{
    static const struct {
        const char *path;
        att_answer run;
    } ANSWERS[] = {
        {"state", att_api_state}, {"timeline", att_api_timeline}, {"events", att_api_events}, {"events.csv", att_api_events_csv},
        {"events.jsonl", att_api_events_jsonl}, {"event", att_api_event}, {"facets", att_api_facets}, {"article", att_api_article},
        {"articles", att_api_articles}, {"actors", att_api_actors}, {"actor", att_api_actor}, {"statements", att_api_statements},
        {"quantities", att_api_quantities}, {"figures", att_api_figures}, {"map", att_api_map},
        {"positions", att_api_positions}, {"claims", att_api_claims}, {"stories", att_api_stories}, {"story", att_api_story},
        {"search", att_api_search}, {"tellings", att_api_tellings},
    };
    for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++)
        if (att_is(path, ANSWERS[i].path)) return ANSWERS[i].run;
    return NULL;
}

int att_refuse(att_ask *q, int status, const char *why)
{
    att_buf_clear(&q->out);
    att_put_z(&q->out, "{\"error\":");
    att_put_json(&q->out, att_slice_of(why));
    att_put_char(&q->out, '}');
    q->type = NULL;
    q->file = NULL;
    return status;
}

sqlite3_stmt *att_ask_sql(att_ask *q, const char *sql)
{
    sqlite3_stmt *st = NULL;
    sqlite3_prepare_v2(q->db, sql, -1, &st, NULL);
    return st;
}

int att_done(att_ask *q, int rc)
{
    switch (rc & 0xFF) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return 200;
    case SQLITE_INTERRUPT: return att_refuse(q, 503, "This question took too long: narrow it with more filters.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return att_refuse(q, 503, "The store is locked by another program: try again.");
    default: return att_refuse(q, 500, "The store could not be read.");
    }
}

void att_comma(att_buf *out)
{
    if (out->len == 0) return;
    char last = out->ptr[out->len - 1];
    if (last != '{' && last != '[') att_put_char(out, ',');
}

void att_key(att_buf *out, const char *key)
{
    att_comma(out);
    att_putf(out, "\"%s\":", key);
}

void att_member(att_buf *out, const char *key, att_slice text)
{
    att_key(out, key);
    if (text.len)
        att_put_json(out, text);
    else
        att_put_z(out, "null");
}

void att_member_number(att_buf *out, const char *key, double v)
{
    att_key(out, key);
    if (v - v == 0.0 && v < 9e15 && v > -9e15 && v == (double)(int64_t)v)
        att_putf(out, "%lld", (long long)v); /* counts in full, not with six digits */
    else if (v - v == 0.0)
        att_put_number(out, v);
    else
        att_put_z(out, "null");
}

void att_member_day(att_buf *out, const char *key, att_day d)
{
    char day[16];
    att_member(out, key, d == ATT_NO_DAY ? (att_slice){0} : att_slice_of(att_day_text(d, day)));
}

void att_member_column(att_buf *out, const char *key, sqlite3_stmt *st, int i)
{
    int type = sqlite3_column_type(st, i);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
        att_member_number(out, key, sqlite3_column_double(st, i));
    else
        att_member(out, key, att_column_text(st, i));
}

void att_member_json(att_buf *out, const char *key, att_slice json)
{
    att_key(out, key);
    if (json.len)
        att_put_slice(out, json);
    else
        att_put_z(out, "null");
}

void att_put_record(att_ask *q, sqlite3_stmt *st)
{
    static const char *const KEYS[] = {"document", "doc", "title", "outlet", "published"};
    att_comma(&q->out);
    att_put_char(&q->out, '{');
    att_member_column(&q->out, "row", st, 0);
    for (int i = 0; i < 5; i++) att_member_column(&q->out, KEYS[i], st, 2 + i);
    att_member_json(&q->out, "record", att_column_text(st, 1));
    att_put_char(&q->out, '}');
}

int att_put_objects(att_ask *q, const char *key, sqlite3_stmt *st, const char *const *keys)
{
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_key(&q->out, key);
    att_put_char(&q->out, '[');
    while (st && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        att_comma(&q->out);
        att_put_char(&q->out, '{');
        for (int i = 0; keys[i]; i++) att_member_column(&q->out, keys[i], st, i);
        att_put_char(&q->out, '}');
    }
    sqlite3_finalize(st);
    att_put_char(&q->out, ']');
    return rc;
}

att_hits att_filter_hits(const att_filter *f, att_arena *a)
{
    uint32_t *at = att_new(a, uint32_t, f->board->facts.n + 1), n = 0;
    for (uint32_t i = 0; i < f->board->facts.n; i++)
        if (att_filter_test(f, i) == 0) at[n++] = i;
    return (att_hits){at, n};
}
