/* report_parts.c: what a report quotes: events, statements, positions, figures, claims, each with its source. */
#include "serve/report_int.h"

#include <stdlib.h>

#include "serve/where.h"
#include "store/store.h"

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
    if (b->between) att_put_z(&sql, " AND d.document IN (SELECT value FROM json_each(?))");
    att_put_z(&sql, tail);
    att_put_char(&sql, 0);
    if (!sql.failed) st = att_ask_sql(&b->ask, sql.ptr);
    att_buf_release(&sql);
    int at = st ? att_where_bind(st, 1, &b->ask.params, c) : 0;
    if (st && b->between) sqlite3_bind_text(st, at, b->articles.ptr, (int)b->articles.len, SQLITE_STATIC);
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
    att_day day; /* its own, or that of its article */
} weighed;

static int by_weight(const void *a, const void *b)
{
    const weighed *x = a, *y = b;
    return x->weight != y->weight ? (x->weight < y->weight ? 1 : -1) : x->fact < y->fact ? -1 : x->fact > y->fact;
}

static int by_time(const void *a, const void *b)
{
    const weighed *x = a, *y = b;
    if ((x->day == ATT_NO_DAY) != (y->day == ATT_NO_DAY)) return x->day == ATT_NO_DAY ? 1 : -1;
    if (x->day != y->day) return x->day < y->day ? -1 : 1;
    return x->fact < y->fact ? -1 : x->fact > y->fact;
}

static void put_event(att_brief *b, sqlite3_stmt *st)
{
    att_slice date = att_column_text(st, 0), status = att_column_text(st, 5);
    att_pen_strong(&b->pen, date);
    say(b, " ");
    att_pen_text(&b->pen, att_column_text(st, 1));
    say(b, ": ");
    att_pen_text(&b->pen, att_column_text(st, 2));
    say(b, " → ");
    att_pen_text(&b->pen, att_column_text(st, 3));
    if (!att_is(status, "occurred")) {
        say(b, " (");
        att_pen_text(&b->pen, status);
        say(b, ")");
    }
    att_pen_words(&b->pen, att_column_text(st, 4));
    att_pen_small(&b->pen, att_column_text(st, 6));
}

/* What an event weighs in a brief: how strong it was, on how many words it stands, and whether it is told in full: on both sides somebody
 * with a code, on a day, as a fact. */
static float weight_of(const att_board *b, const att_fact *e)
{
    bool side[ATT_PART_COUNT] = {false};
    att_slice status = b->one[ATT_ONE_STATUS].names.at[e->one[ATT_ONE_STATUS]];
    for (uint32_t i = 0; i < e->seat_count; i++) side[b->seats.at[e->seats + i].part] |= b->seats.at[e->seats + i].coded;
    float w = (e->score < 0 ? -e->score : e->score) + (float)(e->sources > 8 ? 8 : e->sources);
    w += 2.0f * (float)side[ATT_PART_ACTOR] + 3.0f * (float)side[ATT_PART_RECIPIENT] + (e->first != ATT_NO_DAY ? 2.0f : 0);
    return att_is(status, "occurred") || att_is(status, "ongoing") ? w + 3.0f : w;
}

/* The weightiest, in the order of time; a few of each article, and more only where there is room. */
static uint32_t choose(att_brief *b, weighed *w)
{
    enum { OF_ARTICLE = 2 };
    const att_board *board = b->ask.board;
    uint32_t *of = att_new(b->ask.arena, uint32_t, board->docs.n + 1), n = b->hits.n < EVENTS ? b->hits.n : EVENTS;
    for (uint32_t i = 0; i < b->hits.n; i++) {
        const att_fact *e = &board->facts.at[b->hits.at[i]];
        w[i] = (weighed){weight_of(board, e), b->hits.at[i], e->first != ATT_NO_DAY ? e->first : board->docs.at[e->doc].published};
    }
    if (b->hits.n) qsort(w, b->hits.n, sizeof *w, by_weight);
    for (uint32_t i = 0; i < b->hits.n; i++)
        if (of[board->facts.at[w[i].fact].doc]++ >= OF_ARTICLE) w[i].weight -= 1000.0f;
    if (b->hits.n) qsort(w, b->hits.n, sizeof *w, by_weight);
    if (n) qsort(w, n, sizeof *w, by_time);
    return n;
}

int att_brief_events(att_brief *b)
{
    static const char SQL[] =
        "SELECT coalesce(e.date, 'reported ' || d.published, 'undated'), lower(e.type), coalesce(" ATT_SQL_SIDE("e.event", "actor", ", ") ", '–'),"
        " coalesce(" ATT_SQL_SIDE("e.event", "recipient", ", ") ", '–'), e.sentence, e.told,"
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
    att_pen_strong(&b->pen, att_column_text(st, 0));
    say(b, ": ");
    att_pen_quote(&b->pen, att_column_text(st, 1));
    att_pen_small(&b->pen, att_column_text(st, 2));
}

/* Word for word, of those who speak most, two of each: neither a single word nor a speech. */
int att_brief_quotes(att_brief *b)
{
    static const char HEAD[] =
        "SELECT who, content, source FROM (SELECT * FROM (SELECT coalesce(t.speaker_name, t.speaker, 'Somebody') AS who, t.content AS content, t.statement AS n, d.published AS day,"
        " t.speaker_name IS NOT NULL AS named, " SOURCE " AS source, count(*) OVER voice AS voice,"
        " row_number() OVER (voice ORDER BY abs(length(t.content) - 160), t.statement) AS place FROM statements t JOIN documents d USING (document)";
    return put_items(b, prepare(b, HEAD, &SAID,
                                " AND t.manner = 'direct' AND length(t.content) BETWEEN 20 AND 400 WINDOW voice AS (PARTITION BY coalesce(t.speaker_name, t.speaker)))"
                                " WHERE place <= 2 ORDER BY named DESC, voice DESC, n LIMIT 15) ORDER BY day IS NULL, day, n"), "In their words", put_quote);
}

static void put_position(att_brief *b, sqlite3_stmt *st)
{
    att_pen_strong(&b->pen, att_column_text(st, 0));
    say(b, " ");
    att_pen_text(&b->pen, att_column_text(st, 1));
    say(b, ": ");
    att_pen_quote(&b->pen, att_column_text(st, 2));
    att_pen_small(&b->pen, att_column_text(st, 3));
}

/* What a position is about is named where that is a known topic (its group then has another name) or a party; what was put together from the
 * words of one sentence ("for going of them") is worse than the sentence. */
#define NAMED "(t.issue_group <> t.issue OR t.issue IN (t.toward_name, t.toward))"

int att_brief_positions(att_brief *b)
{
    static const char HEAD[] =
        "SELECT who, what, content, source FROM (SELECT coalesce(t.holder_name, t.holder, 'Somebody') AS who,"
        " iif(" NAMED ", t.side || ' ' || t.issue || ' (' || t.stance || ')', t.stance) AS what, t.content AS content, " SOURCE " AS source,"
        " coalesce(t.date_first, d.published) AS day, t.position AS n FROM positions t JOIN documents d USING (document)";
    return put_items(b, prepare(b, HEAD, &HELD,
                                " AND t.content IS NOT NULL ORDER BY (t.issue_group <> t.issue) + (t.holder_name IS NOT NULL) + (t.toward_code IS NOT NULL) DESC, t.position LIMIT 20)"
                                " ORDER BY day IS NULL, day, n"), "Demands, offers, refusals", put_position);
}

static void put_figure(att_brief *b, sqlite3_stmt *st)
{
    att_pen_strong(&b->pen, att_column_text(st, 0));
    if (att_column_text(st, 1).len) {
        say(b, ", says ");
        att_pen_text(&b->pen, att_column_text(st, 1));
    }
    att_pen_words(&b->pen, att_column_text(st, 2));
    att_pen_small(&b->pen, att_column_text(st, 3));
}

/* Those that somebody stands behind and that count people first. */
int att_brief_figures(att_brief *b)
{
    static const char HEAD[] =
        "SELECT text, says, sentence, source FROM (SELECT t.text AS text, (SELECT group_concat(n, ', ') FROM (SELECT DISTINCT"
        " coalesce(json_extract(j.value, '$.name'), json_extract(j.value, '$.text')) AS n FROM json_each(t.record, '$.said_by') j)) AS says,"
        " t.sentence AS sentence, " SOURCE " AS source, coalesce(t.as_of_first, d.published) AS day, t.figure AS n,"
        " json_array_length(t.record, '$.said_by') > 0 AS vouched, t.of_text IS NOT NULL AS counts FROM figures t JOIN documents d USING (document)";
    return put_items(b, prepare(b, HEAD, &COUNTED, " ORDER BY coalesce(vouched, 0) + counts DESC, t.figure LIMIT 20) ORDER BY day IS NULL, day, n"), "Figures", put_figure);
}

/* ---- the articles behind it ---- */

int att_brief_sources(att_brief *b)
{
    uint32_t n = 0, shown = 0;
    for (uint32_t i = 0; i < b->ask.board->docs.n; i++) n += b->about[i];
    if (n == 0) return SQLITE_OK;
    weighed *w = att_new(b->ask.arena, weighed, n); /* here `fact` is a document */
    for (uint32_t i = 0, at = 0; i < b->ask.board->docs.n; i++)
        if (b->about[i]) w[at++] = (weighed){0, i, b->ask.board->docs.at[i].published};
    qsort(w, n, sizeof *w, by_time);
    att_pen_heading(&b->pen, "Articles");
    sqlite3_stmt *st = att_ask_sql(&b->ask, "SELECT " SOURCE " || coalesce(', ' || d.url, '') FROM documents d WHERE d.document = ?1");
    int rc = st ? SQLITE_OK : SQLITE_ERROR;
    att_pen_list(&b->pen, true);
    for (uint32_t i = 0; i < n && shown < SOURCES && rc == SQLITE_OK; i++) {
        sqlite3_bind_int64(st, 1, b->ask.board->docs.at[w[i].fact].row);
        if (sqlite3_step(st) == SQLITE_ROW) {
            att_pen_item(&b->pen, true);
            att_pen_text(&b->pen, att_column_text(st, 0));
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
