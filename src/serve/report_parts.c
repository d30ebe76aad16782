/* report_parts.c: what a report quotes: events, statements, positions, figures, claims, each with its source. */
#include "serve/report_int.h"

#include <stdlib.h>

#include "serve/where.h"

enum { EVENTS = 20, SOURCES = 60 };

#define SOURCE "coalesce(d.outlet || ', ', '') || coalesce(d.title, d.doc) || coalesce(', ' || d.published, '')"

static const att_where_columns SAID = {"coalesce(t.speaker_name, t.speaker)", "t.speaker_code", "t.speaker_sector", "t.date_first", "t.date_last"};
static const att_where_columns HELD = {"coalesce(t.holder_name, t.holder)", "t.holder_code", "t.holder_sector", "t.date_first", "t.date_last"};
static const att_where_columns COUNTED = {"coalesce(t.of_name, t.of_text)", "t.of_code", "t.of_sector", "t.as_of_first", "t.as_of_last"};

static sqlite3_stmt *prepare(att_brief *b, const char *head, const att_where_columns *c, const char *tail)
{
    att_buf sql = {0};
    sqlite3_stmt *st = NULL;
    att_put_z(&sql, head);
    att_put_z(&sql, " WHERE d.newest");
    att_where_put(&sql, &b->ask.params, c);
    att_put_z(&sql, tail);
    att_put_char(&sql, 0);
    if (!sql.failed) st = att_ask_sql(&b->ask, sql.ptr);
    att_buf_release(&sql);
    if (st) att_where_bind(st, 1, &b->ask.params, c);
    return st;
}

static int done(int rc) { return rc == SQLITE_DONE || rc == SQLITE_ROW ? SQLITE_OK : rc; }

/* Each row as an item, by put; nothing at all when there is none. */
static int put_items(att_brief *b, sqlite3_stmt *st, const char *heading, void (*put)(att_brief *b, sqlite3_stmt *st))
{
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    bool any = false;
    while (st && (rc = sqlite3_step(st)) == SQLITE_ROW) {
        if (!any) {
            att_pen_heading(&b->pen, heading);
            att_pen_list(&b->pen, true);
        }
        any = true;
        att_pen_item(&b->pen, true);
        put(b, st);
        att_pen_item(&b->pen, false);
    }
    if (any) att_pen_list(&b->pen, false);
    sqlite3_finalize(st);
    return done(rc);
}

static void say(att_brief *b, const char *words) { att_pen_text(&b->pen, att_slice_of(words)); }

/* ---- events ---- */

typedef struct {
    float weight;
    uint32_t fact;
} weighed;

static int by_weight(const void *a, const void *b)
{
    const weighed *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight ? 1 : -1) : x->fact < y->fact ? -1 : x->fact > y->fact;
}

static int by_fact(const void *a, const void *b) { return ((const weighed *)a)->fact < ((const weighed *)b)->fact ? -1 : 1; }

static void put_event(att_brief *b, sqlite3_stmt *st)
{
    att_slice date = att_column(st, 0), status = att_column(st, 5);
    att_pen_strong(&b->pen, date.len ? date : ATT_LIT("undated"));
    say(b, " ");
    att_pen_text(&b->pen, att_column(st, 1));
    say(b, ": ");
    att_pen_text(&b->pen, att_column(st, 2));
    say(b, " → ");
    att_pen_text(&b->pen, att_column(st, 3));
    say(b, att_is(status, "occurred") ? ". " : " (");
    if (!att_is(status, "occurred")) {
        att_pen_text(&b->pen, status);
        say(b, "). ");
    }
    att_pen_text(&b->pen, att_column(st, 4));
    att_pen_small(&b->pen, att_column(st, 6));
}

/* One of each happening would be best; until it is known which they are, the strongest scores, told by the most. */
static uint32_t choose(att_brief *b, weighed *w)
{
    for (uint32_t i = 0; i < b->hits.n; i++) {
        const att_fact *e = &b->ask.board->facts.at[b->hits.at[i]];
        float score = e->score < 0 ? -e->score : e->score;
        w[i] = (weighed){score + (float)(e->sources > 8 ? 8 : e->sources) + (e->seat_count > 1 ? 1.0f : 0) + (e->first != ATT_NO_DAY ? 1.0f : 0), b->hits.at[i]};
    }
    if (b->hits.n) qsort(w, b->hits.n, sizeof *w, by_weight);
    uint32_t n = b->hits.n < EVENTS ? b->hits.n : EVENTS;
    if (n) qsort(w, n, sizeof *w, by_fact); /* shown in the order of time */
    return n;
}

int att_brief_events(att_brief *b)
{
    static const char SQL[] =
        "SELECT e.date, lower(e.type), coalesce((SELECT group_concat(coalesce(a.name, a.text), ', ') FROM event_actors a WHERE a.event = e.event AND a.side = 'actor'), '–'),"
        " coalesce((SELECT group_concat(coalesce(a.name, a.text), ', ') FROM event_actors a WHERE a.event = e.event AND a.side = 'recipient'), '–'), e.sentence, e.told,"
        " " SOURCE " || coalesce((SELECT ' (told by ' || h.sources || ' sources)' FROM happenings h WHERE h.happening = e.happening AND h.sources > 1), '')"
        " FROM events e JOIN documents d USING (document) WHERE e.event = ?1";
    weighed *w = att_new(b->ask.arena, weighed, b->hits.n + 1);
    uint32_t n = choose(b, w);
    if (n == 0) return SQLITE_OK;
    sqlite3_stmt *st = att_ask_sql(&b->ask, SQL);
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_pen_heading(&b->pen, "Key events");
    att_pen_list(&b->pen, true);
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        sqlite3_bind_int64(st, 1, b->ask.board->facts.at[w[i].fact].row);
        if (sqlite3_step(st) == SQLITE_ROW) {
            att_pen_item(&b->pen, true);
            put_event(b, st);
            att_pen_item(&b->pen, false);
        }
        rc = sqlite3_reset(st);
    }
    sqlite3_finalize(st);
    att_pen_list(&b->pen, false);
    return rc;
}

/* ---- what was said, wanted, counted, claimed ---- */

static void put_quote(att_brief *b, sqlite3_stmt *st)
{
    att_pen_strong(&b->pen, att_column(st, 0));
    say(b, ": ");
    att_pen_quote(&b->pen, att_column(st, 1));
    att_pen_small(&b->pen, att_column(st, 2));
}

/* The longest word-for-word ones: a single quoted word says little by itself. */
int att_brief_quotes(att_brief *b)
{
    return put_items(b, prepare(b, "SELECT coalesce(t.speaker_name, t.speaker, 'Somebody'), t.content, " SOURCE " FROM statements t JOIN documents d USING (document)", &SAID,
                                " AND t.manner = 'direct' AND length(t.content) BETWEEN 20 AND 600 ORDER BY length(t.content) DESC, t.statement LIMIT 15"), "In their words", put_quote);
}

static void put_position(att_brief *b, sqlite3_stmt *st)
{
    att_pen_strong(&b->pen, att_column(st, 0));
    say(b, " ");
    att_pen_text(&b->pen, att_column(st, 1));
    say(b, ": ");
    att_pen_quote(&b->pen, att_column(st, 2));
    att_pen_small(&b->pen, att_column(st, 3));
}

int att_brief_positions(att_brief *b)
{
    return put_items(b, prepare(b, "SELECT coalesce(t.holder_name, t.holder, 'Somebody'), coalesce(t.side || ' ' || t.issue || ' (' || t.stance || ')', t.stance), t.content, " SOURCE
                                   " FROM positions t JOIN documents d USING (document)", &HELD,
                                " AND t.content IS NOT NULL ORDER BY coalesce(t.date_first, d.published), t.position LIMIT 20"), "Demands, offers, refusals", put_position);
}

static void put_figure(att_brief *b, sqlite3_stmt *st)
{
    att_pen_strong(&b->pen, att_column(st, 0));
    if (att_column(st, 1).len) {
        say(b, ", says ");
        att_pen_text(&b->pen, att_column(st, 1));
    }
    say(b, ". ");
    att_pen_text(&b->pen, att_column(st, 2));
    att_pen_small(&b->pen, att_column(st, 3));
}

int att_brief_figures(att_brief *b)
{
    return put_items(b, prepare(b, "SELECT t.text, (SELECT group_concat(coalesce(json_extract(j.value, '$.name'), json_extract(j.value, '$.text')), ', ')"
                                   " FROM json_each(t.record, '$.said_by') j), t.sentence, " SOURCE " FROM figures t JOIN documents d USING (document)", &COUNTED,
                                " ORDER BY coalesce(t.as_of_first, d.published), t.figure LIMIT 20"), "Figures", put_figure);
}

/* ---- the articles behind it ---- */

int att_brief_sources(att_brief *b)
{
    uint8_t *used = att_new(b->ask.arena, uint8_t, b->ask.board->docs.n + 1);
    uint32_t n = 0, shown = 0;
    for (uint32_t i = 0; i < b->hits.n; i++) {
        uint8_t *u = &used[b->ask.board->facts.at[b->hits.at[i]].doc];
        n += *u == 0;
        *u = 1;
    }
    if (n == 0) return SQLITE_OK;
    att_pen_heading(&b->pen, "Articles");
    sqlite3_stmt *st = att_ask_sql(&b->ask, "SELECT " SOURCE " || coalesce(', ' || d.url, '') FROM documents d WHERE d.document = ?1");
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_pen_list(&b->pen, true);
    for (uint32_t i = 0; i < b->ask.board->docs.n && shown < SOURCES && rc == SQLITE_OK; i++) {
        if (!used[i]) continue;
        sqlite3_bind_int64(st, 1, b->ask.board->docs.at[i].row);
        if (sqlite3_step(st) == SQLITE_ROW) {
            att_pen_item(&b->pen, true);
            att_pen_text(&b->pen, att_column(st, 0));
            att_pen_item(&b->pen, false);
            shown++;
        }
        rc = sqlite3_reset(st);
    }
    sqlite3_finalize(st);
    att_pen_list(&b->pen, false);
    if (n > shown) att_pen_paragraph(&b->pen, att_format(b->ask.arena, "and %u more", n - shown));
    return rc;
}
