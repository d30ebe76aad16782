/* report.c: from options to the facts of a report, and its parts in order. */
#include "serve/report_int.h"

#include "base/civil.h"
#include "store/store.h"

#define ARENA_BYTES ((size_t)4 << 30)

/* With several actors: at least two of them are in it. The filter has seen to it that one is. */
static bool between(const att_brief *b, const att_who_set *each, const att_fact *e)
{
    uint32_t met = 0;
    for (uint32_t k = 0; k < b->o->actor_count; k++) {
        const att_seat *s = b->ask.board->seats.at + e->seats;
        bool in = false;
        for (uint32_t i = 0; i < e->seat_count && !in; i++) in = s[i].part != ATT_PART_SAID_BY && att_who_has(&each[k], &s[i]);
        met += in;
    }
    return met > 1;
}

static void find(att_brief *b)
{
    att_filter f;
    att_who_set each[ATT_REPORT_ACTORS] = {{0}};
    att_filter_read(&f, b->ask.arena, b->ask.board, b->ask.params);
    att_hits all = att_filter_hits(&f, b->ask.arena);
    if (b->o->actor_count < 2) {
        b->hits = all;
        return;
    }
    uint32_t *at = att_new(b->ask.arena, uint32_t, all.n + 1), n = 0;
    for (uint32_t k = 0; k < b->o->actor_count; k++) att_who_add(&each[k], b->ask.arena, b->ask.board, b->o->actors[k]);
    for (uint32_t i = 0; i < all.n; i++)
        if (between(b, each, &b->ask.board->facts.at[all.at[i]])) at[n++] = all.at[i];
    b->hits = (att_hits){at, n};
}

static att_slice title_of(const att_brief *b)
{
    att_arena *a = b->ask.arena;
    att_slice t = b->o->actor_count ? att_code_label(b->o->actors[0]) : ATT_LIT("All events");
    for (uint32_t i = 1; i < b->o->actor_count; i++) {
        att_slice next = att_code_label(b->o->actors[i]);
        t = att_format(a, "%.*s%s%.*s", (int)t.len, t.ptr, i + 1 == b->o->actor_count ? " and " : ", ", (int)next.len, next.ptr);
    }
    att_slice from = b->o->from, to = b->o->to;
    if (from.len && to.len) return att_format(a, "%.*s, %.*s to %.*s", (int)t.len, t.ptr, (int)from.len, from.ptr, (int)to.len, to.ptr);
    if (from.len) return att_format(a, "%.*s since %.*s", (int)t.len, t.ptr, (int)from.len, from.ptr);
    return to.len ? att_format(a, "%.*s until %.*s", (int)t.len, t.ptr, (int)to.len, to.ptr) : t;
}

/* Which articles it is about; how many of how many outlets, and from when to when they were published. */
static att_slice note_articles(att_brief *b)
{
    const att_board *board = b->ask.board;
    uint8_t *outlet = att_new(b->ask.arena, uint8_t, board->outlets.names.n + 1);
    uint32_t articles = 0, outlets = 0;
    att_day first = ATT_NO_DAY, last = ATT_NO_DAY;
    char from[16], to[16];
    b->about = att_new(b->ask.arena, uint8_t, board->docs.n + 1);
    att_buf list = {0};
    for (uint32_t i = 0; i < b->hits.n; i++) {
        uint32_t doc = board->facts.at[b->hits.at[i]].doc;
        const att_sheet *d = &board->docs.at[doc];
        if (b->about[doc]) continue;
        b->about[doc] = 1;
        att_putf(&list, "%s%lld", articles++ ? "," : "[", (long long)d->row);
        if (d->outlet && !outlet[d->outlet]) outlet[d->outlet] = 1, outlets++;
        if (d->published == ATT_NO_DAY) continue;
        if (first == ATT_NO_DAY || d->published < first) first = d->published;
        if (last == ATT_NO_DAY || d->published > last) last = d->published;
    }
    att_put_char(&list, articles ? ']' : '[');
    if (!articles) att_put_char(&list, ']');
    b->articles = att_copy(b->ask.arena, att_buf_slice(&list));
    att_buf_release(&list);
    att_slice of = outlets ? att_format(b->ask.arena, " of %u outlet%s", outlets, outlets == 1 ? "" : "s") : (att_slice){0};
    att_slice when = first == ATT_NO_DAY ? (att_slice){0} : first == last ? att_format(b->ask.arena, ", published %s", att_day_text(first, from))
                     : att_format(b->ask.arena, ", published %s to %s", att_day_text(first, from), att_day_text(last, to));
    return att_format(b->ask.arena, "%u article%s%.*s%.*s", articles, articles == 1 ? "" : "s", (int)of.len, of.len ? of.ptr : "", (int)when.len, when.len ? when.ptr : "");
}

static int put_parts(att_brief *b)
{
    att_slice from = note_articles(b);
    att_slice lead = att_format(b->ask.arena, "%u event%s in %.*s. Read by a program (attaché %s) from %s: check it against the sentences, which are given. Copies of articles are not counted.",
                                b->hits.n, b->hits.n == 1 ? "" : "s", (int)from.len, from.ptr, ATT_VERSION, b->ask.store);
    att_pen_begin(&b->pen, title_of(b));
    att_pen_paragraph(&b->pen, lead);
    att_brief_counts(b);
    att_brief_timeline(b);
    int (*const PARTS[])(att_brief *) = {att_brief_events, att_brief_quotes, att_brief_positions, att_brief_figures, att_brief_differences, att_brief_claims, att_brief_sources};
    int rc = SQLITE_OK;
    for (int i = 0; i < 7 && rc == SQLITE_OK; i++) rc = PARTS[i](b);
    att_pen_end(&b->pen);
    return rc;
}

static int make(att_brief *b)
{
    att_param *p = att_new(b->ask.arena, att_param, ATT_REPORT_ACTORS + 3);
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->o->actor_count; i++) p[n++] = (att_param){ATT_LIT("party"), b->o->actors[i]};
    if (b->o->from.len) p[n++] = (att_param){ATT_LIT("from"), b->o->from};
    if (b->o->to.len) p[n++] = (att_param){ATT_LIT("to"), b->o->to};
    /* What a report of these days tells without a date belongs to them. */
    p[n++] = (att_param){ATT_LIT("undated"), ATT_LIT("published")};
    b->ask.params = (att_params){p, n};
    b->between = b->o->actor_count > 1;
    find(b);
    return put_parts(b);
}

static att_err fault(int rc, const char *msg) { return (att_err){.code = ATT_E_STORE, .stage = ATT_STAGE_STORE, .sys = rc, .msg = msg}; }

att_err att_report(att_buf *out, const char *path, const att_report_options *o, uint32_t *events)
{
    att_arena arena;
    att_store *store;
    att_board *board = NULL;
    sqlite3 *db = NULL;
    jmp_buf oom;
    att_err e = att_store_open(&store, path, ATT_STORE_READ); /* says in words what is wrong with a file */
    if (att_failed(e)) return e;
    att_store_close(store);
    volatile int rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL);
    if (rc == SQLITE_OK) rc = att_board_load(&board, db);
    const char *slash = strrchr(path, '/');
    att_brief b = {.ask = {.db = db, .board = board, .arena = &arena, .path = path, .store = slash ? slash + 1 : path}, .o = o, .pen = {out, o->html}};
    att_arena_init(&arena, ARENA_BYTES);
    arena.oom = &oom;
    if (setjmp(oom))
        rc = SQLITE_NOMEM;
    else if (rc == SQLITE_OK)
        rc = make(&b);
    *events = b.hits.n;
    att_arena_release(&arena);
    att_board_free(board);
    sqlite3_close_v2(db);
    return rc == SQLITE_OK ? ATT_FINE : fault(rc, rc == SQLITE_NOMEM ? "not enough memory for the report" : "the store could not be read");
}
