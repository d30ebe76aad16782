/* report_claims.c: what the parties don't agree on, over all articles of the store: one assertion once, with all that answer it. */
#include "base/civil.h"
#include "serve/report_int.h"
#include "store/stands.h"

enum { CLAIMS_SHOWN = 12 };

typedef struct {
    att_brief *b;
    uint32_t shown;
} listing;

static bool is_actor(const att_report_options *o, att_slice code, att_slice name)
{
    for (uint32_t i = 0; i < o->actor_count; i++)
        if (att_is_party(code, (att_slice){0}, name, o->actors[i])) return true;
    return o->actor_count == 0;
}

static uint32_t doc_of(const att_brief *b, att_slice name)
{
    const att_board *board = b->ask.board;
    uint32_t i = 0;
    while (i < board->docs.n && !att_eq(board->docs.at[i].name, name)) i++;
    return i;
}

/* The article of this name as the other parts of a report give it: outlet, headline, day. */
static void put_source(const att_brief *b, att_buf *line, att_slice doc)
{
    const att_board *board = b->ask.board;
    char day[16];
    uint32_t i = doc_of(b, doc);
    const att_sheet *d = i < board->docs.n ? &board->docs.at[i] : NULL;
    if (d && d->outlet) {
        att_put_slice(line, board->outlets.names.at[d->outlet]);
        att_put_z(line, ", ");
    }
    att_put_slice(line, d && d->title.len ? d->title : doc);
    if (d && d->published != ATT_NO_DAY) att_putf(line, ", %s", att_day_text(d->published, day));
}

static void put_reply(att_brief *b, const att_reply_row *a)
{
    att_buf line = {0};
    att_put_slice(&line, a->by.len ? a->by : a->code);
    att_putf(&line, " %.*s", (int)a->stance.len, a->stance.ptr);
    if (a->content.len) att_putf(&line, ": %.*s", (int)a->content.len, a->content.ptr);
    if (a->elsewhere) {
        att_put_z(&line, " (");
        put_source(b, &line, a->doc);
        att_put_char(&line, ')');
    }
    att_pen_small(&b->pen, att_buf_slice(&line));
    att_buf_release(&line);
}

static bool put_claim(void *ctx, const att_dispute_row *r)
{
    listing *l = ctx;
    att_brief *b = l->b;
    if (!is_actor(b->o, r->code, r->by)) return true;
    if (b->between && !b->about[doc_of(b, r->doc)]) return true;
    if (l->shown == 0) {
        att_pen_heading(&b->pen, "Disputed claims");
        att_pen_list(&b->pen, true);
    }
    att_pen_item(&b->pen, true);
    att_pen_strong(&b->pen, r->by.len ? r->by : r->code.len ? r->code : ATT_LIT("Nobody named"));
    att_pen_text(&b->pen, ATT_LIT(" claims "));
    att_pen_quote(&b->pen, r->content);
    att_buf source = {0};
    put_source(b, &source, r->doc);
    att_pen_small(&b->pen, att_buf_slice(&source));
    att_buf_release(&source);
    for (uint32_t i = 0; i < r->reply_count; i++) put_reply(b, &r->replies[i]);
    att_pen_item(&b->pen, false);
    return ++l->shown < CLAIMS_SHOWN;
}

int att_brief_claims(att_brief *b)
{
    att_stand_filter f = {.from = ATT_NO_DAY, .to = ATT_NO_DAY, .disputed = true};
    att_day other;
    att_store *store;
    listing l = {b, 0};
    if (b->o->from.len) (void)att_parse_iso(b->o->from, &f.from, &other);
    if (b->o->to.len) (void)att_parse_iso(b->o->to, &other, &f.to);
    att_err e = att_store_open(&store, b->ask.path, ATT_STORE_READ);
    if (att_failed(e)) return e.sys ? e.sys : SQLITE_ERROR;
    e = att_store_claims(store, &f, put_claim, &l);
    att_store_close(store);
    if (l.shown) att_pen_list(&b->pen, false);
    return att_failed(e) ? (e.sys ? e.sys : SQLITE_ERROR) : SQLITE_OK;
}
