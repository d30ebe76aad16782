/* report_differ.c: numbers and days on which the articles of one story don't agree, with who says what. */
#include "base/civil.h"
#include "serve/report_int.h"
#include "store/differ.h"

enum { DIFFERENCES_SHOWN = 12, STORIES_READ = 200 };

typedef struct {
    att_brief *b;
    uint32_t shown;
} listing;

static att_slice name_of(att_brief *b, const att_differ_row *r)
{
    if (r->kind == ATT_STATED_TOLL) return att_format(b->ask.arena, "How many were %.*s", (int)r->what.len, r->what.ptr);
    if (r->kind == ATT_STATED_FIGURE) return att_format(b->ask.arena, "How many %.*s of %.*s", (int)r->what.len, r->what.ptr, (int)r->whose.len, r->whose.ptr);
    return att_format(b->ask.arena, "The day of %.*s by %.*s", (int)r->what.len, r->what.ptr, (int)r->whose.len, r->whose.ptr);
}

static void put_version(att_brief *b, const att_version_row *v)
{
    char day[16];
    att_buf line = {0};
    att_put_slice(&line, v->text);
    if (v->said_by.len) att_putf(&line, ", says %.*s", (int)v->said_by.len, v->said_by.ptr);
    att_put_z(&line, " (");
    if (v->outlet.len) att_putf(&line, "%.*s, ", (int)v->outlet.len, v->outlet.ptr);
    att_put_slice(&line, v->title.len ? v->title : v->doc);
    if (v->published != ATT_NO_DAY) att_putf(&line, ", %s", att_day_text(v->published, day));
    att_put_char(&line, ')');
    att_pen_small(&b->pen, att_buf_slice(&line));
    att_buf_release(&line);
}

static bool put_difference(void *ctx, const att_differ_row *r)
{
    listing *l = ctx;
    att_brief *b = l->b;
    if (l->shown == 0) {
        att_pen_heading(&b->pen, "Where the reports differ");
        att_pen_list(&b->pen, true);
    }
    att_pen_item(&b->pen, true);
    att_pen_strong(&b->pen, name_of(b, r));
    for (uint32_t i = 0; i < r->count; i++) {
        bool again = false;
        for (uint32_t k = 0; k < i && !again; k++) again = att_eq(r->versions[k].text, r->versions[i].text);
        if (!again) att_pen_text(&b->pen, att_format(b->ask.arena, "%s%.*s", i ? "; " : ": ", (int)r->versions[i].text.len, r->versions[i].text.ptr));
    }
    att_pen_text(&b->pen, ATT_LIT("."));
    for (uint32_t i = 0; i < r->count; i++) put_version(b, &r->versions[i]);
    att_pen_item(&b->pen, false);
    return ++l->shown < DIFFERENCES_SHOWN;
}

/* Stories of the articles that the report is about, in the order of its events; each once, and only those that several tell. */
static int stories_of(att_brief *b, int64_t *stories, uint32_t *n)
{
    const att_board *board = b->ask.board;
    uint8_t *seen = att_new(b->ask.arena, uint8_t, board->docs.n + 1);
    sqlite3_stmt *st = att_ask_sql(&b->ask, "SELECT s.story FROM documents d JOIN stories s USING (story) WHERE d.document = ?1 AND s.articles > 1");
    if (!st) return SQLITE_ERROR;
    int rc = SQLITE_OK;
    *n = 0;
    for (uint32_t i = 0; i < b->hits.n && *n < STORIES_READ && rc == SQLITE_OK; i++) {
        uint32_t doc = board->facts.at[b->hits.at[i]].doc;
        if (seen[doc]) continue;
        seen[doc] = 1;
        sqlite3_bind_int64(st, 1, board->docs.at[doc].row);
        int64_t story = sqlite3_step(st) == SQLITE_ROW ? sqlite3_column_int64(st, 0) : 0;
        rc = sqlite3_reset(st);
        for (uint32_t k = 0; k < *n && story; k++)
            if (stories[k] == story) story = 0;
        if (story) stories[(*n)++] = story;
    }
    sqlite3_finalize(st);
    return rc;
}

int att_brief_differences(att_brief *b)
{
    int64_t stories[STORIES_READ];
    uint32_t n;
    listing l = {b, 0};
    int rc = stories_of(b, stories, &n);
    if (rc != SQLITE_OK || n == 0) return rc;
    att_err e = ATT_FINE;
    for (uint32_t i = 0; i < n && !att_failed(e) && l.shown < DIFFERENCES_SHOWN; i++) e = att_store_differences(b->ask.db, stories[i], put_difference, &l);
    if (l.shown) att_pen_list(&b->pen, false);
    return att_failed(e) ? (e.sys ? e.sys : SQLITE_ERROR) : SQLITE_OK;
}
