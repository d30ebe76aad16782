/* api_figures.c: what is counted in the articles, and the reports of one such quantity. Counted on the board; records come from SQLite. */
#include "serve/ask.h"

#include <stdlib.h>

#include "serve/serve.h"

typedef struct {
    uint32_t unit, of, n; /* of: an entity, 0 = nobody */
    uint32_t first;       /* the first amount of it */
    bool known;
    double low, high;
} quantity;

typedef struct {
    quantity *at; /* open addressing; n = 0 is free */
    uint32_t mask, used;
} quantities;

static quantity *find(quantities *t, const att_amount *a, uint32_t i)
{
    uint32_t at = (uint32_t)att_hash2(a->unit, a->of.entity) & t->mask;
    while (t->at[at].n && (t->at[at].unit != a->unit || t->at[at].of != a->of.entity)) at = (at + 1) & t->mask;
    quantity *x = &t->at[at];
    if (x->n == 0) {
        *x = (quantity){.unit = a->unit, .of = a->of.entity, .first = i};
        t->used++;
    }
    return x;
}

static void add(quantity *x, const att_amount *a)
{
    x->n++;
    if (!a->known) return;
    if (!x->known || a->low < x->low) x->low = a->low;
    if (!x->known || a->high > x->high) x->high = a->high;
    x->known = true;
}

/* The most reported first; of as many, by number in the dictionaries, which is the order of the store. */
static int by_count(const void *pa, const void *pb)
{
    const quantity *a = pa, *b = pb;
    if (a->n != b->n) return a->n < b->n ? 1 : -1;
    return a->first < b->first ? -1 : a->first > b->first;
}

static void put_quantity(att_ask *q, const quantity *x)
{
    const att_board *b = q->board;
    const att_seat *of = &b->amounts.at[x->first].of;
    att_comma(&q->out);
    att_put_char(&q->out, '{');
    att_member(&q->out, "unit", b->units.names.at[x->unit]);
    att_member(&q->out, "of", b->entities.names.at[x->of]);
    att_member(&q->out, "label", att_code_label(b->entities.names.at[x->of])); /* for people */
    att_member(&q->out, "of_code", of->coded ? b->parties.names.at[of->party] : (att_slice){0});
    att_member_number(&q->out, "n", x->n);
    if (x->known) {
        att_member_number(&q->out, "low", x->low);
        att_member_number(&q->out, "high", x->high);
    }
    att_put_char(&q->out, '}');
}

/* What is counted: a unit and whose it is ("troops" of Russia), the most reported first. */
int att_api_quantities(att_ask *q)
{
    const att_board *b = q->board;
    att_filter f;
    uint32_t size = 64, shown = 0, most = att_param_count(q->params, "limit", 300, ATT_SERVE_MAX_ROWS);
    if (!att_ask_filter(q, &f)) return 400;
    while (size < 2 * b->amounts.n) size *= 2;
    quantities t = {att_new(q->arena, quantity, size), size - 1, 0};
    for (uint32_t i = 0; i < b->amounts.n; i++)
        if (b->amounts.at[i].unit && att_filter_amount(&f, &b->amounts.at[i])) add(find(&t, &b->amounts.at[i], i), &b->amounts.at[i]);
    for (uint32_t i = 0, at = 0; i < size; i++)
        if (t.at[i].n) t.at[at++] = t.at[i];
    if (t.used) qsort(t.at, t.used, sizeof *t.at, by_count);
    att_put_z(&q->out, "{\"rows\":[");
    for (; shown < t.used && shown < most; shown++) put_quantity(q, &t.at[shown]);
    att_put_z(&q->out, "]}");
    return 200;
}

typedef struct {
    att_day day;
    int64_t row;
} report;

/* By time; those without a day first. */
static int by_time(const void *pa, const void *pb)
{
    const report *a = pa, *b = pb;
    if ((a->day == ATT_NO_DAY) != (b->day == ATT_NO_DAY)) return a->day == ATT_NO_DAY ? -1 : 1;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static int put_reports(att_ask *q, const report *at, uint32_t n)
{
    int rc = SQLITE_OK;
    sqlite3_stmt *st = att_ask_sql(q, "SELECT t.figure, t.record, " ATT_OF_ARTICLE " FROM figures t JOIN documents d USING (document) WHERE t.figure = ?1");
    if (!st) return SQLITE_ERROR;
    att_key(&q->out, "rows");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n && rc == SQLITE_OK; i++) {
        sqlite3_bind_int64(st, 1, at[i].row);
        rc = sqlite3_step(st);
        if (rc == SQLITE_ROW) att_put_record(q, st);
        rc = sqlite3_reset(st);
    }
    sqlite3_finalize(st);
    att_put_char(&q->out, ']');
    return rc;
}

/* The figures of one quantity, the last of them by time; of= may be left out (all), or "~" for "of nobody". */
int att_api_figures(att_ask *q)
{
    const att_board *b = q->board;
    att_filter f;
    att_slice of = att_param_get(q->params, "of");
    uint32_t unit = att_dict_find(&b->units, att_param_get(q->params, "unit")), whose = att_is(of, "~") ? 0 : att_dict_find(&b->entities, of);
    uint32_t n = 0, most = att_param_count(q->params, "limit", ATT_SERVE_MAX_ROWS, ATT_SERVE_MAX_ROWS);
    if (!att_ask_filter(q, &f)) return 400;
    report *at = att_new(q->arena, report, b->amounts.n + 1);
    bool none = of.len && !att_is(of, "~") && !whose; /* nobody of that name is on the board */
    for (uint32_t i = 0; unit && !none && i < b->amounts.n; i++) {
        const att_amount *a = &b->amounts.at[i];
        if (a->unit != unit || (of.len && a->of.entity != whose) || !att_filter_amount(&f, a)) continue;
        at[n++] = (report){a->first != ATT_NO_DAY ? a->first : b->docs.at[a->doc].published, a->row};
    }
    if (n) qsort(at, n, sizeof *at, by_time);
    att_put_char(&q->out, '{');
    att_member_number(&q->out, "total", n);
    int rc = put_reports(q, n > most ? at + n - most : at, n > most ? most : n);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}
