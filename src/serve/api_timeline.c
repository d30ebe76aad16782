/* api_timeline.c: events by day, week, month or year: how many of each quad class, and the sum of their PLOVER scores; and the
 * events that moved the line most. An event of several days counts on its first; one without a day is left out, or with
 * undated=published counts on the day of its article. */
#include "serve/ask.h"

#include <stdlib.h>

#include "base/civil.h"

enum { MOST_BINS = 260, MOVERS = 12 };

typedef enum { BY_DAY, BY_WEEK, BY_MONTH, BY_YEAR } step;

static const char *const STEPS[] = {"day", "week", "month", "year"};

typedef struct {
    att_day day; /* its first */
    uint32_t n[ATT_QUADS + 1], all; /* n[0]: of no class */
    double sum;
    uint32_t mover; /* number of the fact + 1 */
    float weight;
} bin;

static att_day bin_of(att_day d, step by)
{
    att_date t = att_date_of(d);
    if (by == BY_WEEK) return d - att_weekday(d);
    if (by == BY_MONTH) return att_day_of(t.year, t.month, 1);
    if (by == BY_YEAR) return att_day_of(t.year, 1, 1);
    return d;
}

typedef struct {
    att_day day;
    uint32_t fact;
} dated_fact;

static int by_day(const void *a, const void *b)
{
    const dated_fact *x = a, *y = b;
    return x->day != y->day ? (x->day < y->day ? -1 : 1) : x->fact < y->fact ? -1 : x->fact > y->fact;
}

/* The facts that have a day, in order. */
static uint32_t days_of(const att_filter *f, att_hits h, dated_fact *out)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < h.n; i++) {
        att_day day = att_filter_day(f, &f->board->facts.at[h.at[i]]);
        if (day != ATT_NO_DAY) out[n++] = (dated_fact){day, h.at[i]};
    }
    if (f->published && n) qsort(out, n, sizeof *out, by_day); /* else the board's order, which is by day */
    return n;
}

/* The finest that still gives bars one can see. */
static step step_of(att_ask *q, att_day first, att_day last)
{
    att_slice by = att_param_get(q->params, "by");
    for (int i = 0; i < 4; i++)
        if (att_is(by, STEPS[i])) return (step)i;
    static const int DAYS[] = {1, 7, 30};
    for (int i = 0; i < 3; i++)
        if ((last - first) / DAYS[i] < MOST_BINS) return (step)i;
    return BY_YEAR;
}

/* How much an event speaks for its bin: what happened before what was only said or denied. */
static float weight_of(const att_ask *q, const att_fact *e)
{
    att_slice status = q->board->one[ATT_ONE_STATUS].names.at[e->one[ATT_ONE_STATUS]];
    float w = e->score < 0 ? -e->score : e->score;
    if (att_is(status, "negated") || att_is(status, "denied")) return 0;
    bool real = att_is(status, "occurred") || att_is(status, "ongoing");
    float told = e->sources > 8 ? 8 : (float)e->sources; /* by how many, independently */
    return (real ? w : w / 3) + (e->seat_count > 1 ? 0.5f : 0) + told / 2;
}

static void add(att_ask *q, bin *b, uint32_t fact)
{
    const att_fact *e = &q->board->facts.at[fact];
    b->n[e->quad]++;
    b->all++;
    b->sum += (double)e->score;
    float w = weight_of(q, e);
    if (b->mover == 0 || w > b->weight) {
        b->mover = fact + 1;
        b->weight = w;
    }
}

static void put_bins(att_ask *q, const bin *b, uint32_t n)
{
    char day[16];
    att_key(&q->out, "bins");
    att_put_char(&q->out, '[');
    for (uint32_t i = 0; i < n; i++) {
        att_putf(&q->out, "%s[\"%s\",%u,%u,%u,%u,%u,", i ? "," : "", att_day_text(b[i].day, day), b[i].n[1], b[i].n[2], b[i].n[3], b[i].n[4], b[i].all);
        att_put_number(&q->out, b[i].sum);
        att_put_char(&q->out, ']');
    }
    att_put_char(&q->out, ']');
}

static int by_sum(const void *a, const void *b)
{
    double x = ((const bin *)a)->sum, y = ((const bin *)b)->sum;
    x = x < 0 ? -x : x, y = y < 0 ? -y : y;
    return x < y ? 1 : x > y ? -1 : ((const bin *)a)->day < ((const bin *)b)->day ? -1 : 1;
}

static int put_movers(att_ask *q, bin *b, uint32_t n)
{
    uint32_t facts[MOVERS], count = 0;
    if (n) qsort(b, n, sizeof *b, by_sum);
    for (uint32_t i = 0; i < n && count < MOVERS; i++)
        if (b[i].weight > 0) facts[count++] = b[i].mover - 1;
    att_key(&q->out, "movers");
    return att_put_events(q, facts, count);
}

static uint32_t undated_of(const att_ask *q, att_hits h)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < h.n; i++) n += q->board->facts.at[h.at[i]].first == ATT_NO_DAY;
    return n;
}

int att_api_timeline(att_ask *q)
{
    att_filter f;
    if (!att_ask_filter(q, &f)) return 400;
    att_hits h = att_filter_hits(&f, q->arena);
    dated_fact *facts = att_new(q->arena, dated_fact, h.n + 1);
    uint32_t dated = days_of(&f, h, facts), n = 0;
    att_day first = dated ? facts[0].day : ATT_NO_DAY, last = dated ? facts[dated - 1].day : ATT_NO_DAY;
    step by = dated ? step_of(q, first, last) : BY_DAY;
    bin *bins = att_new(q->arena, bin, dated + 1);
    for (uint32_t i = 0; i < dated; i++) {
        att_day day = bin_of(facts[i].day, by);
        if (n == 0 || bins[n - 1].day != day) bins[n++].day = day;
        add(q, &bins[n - 1], facts[i].fact);
    }
    att_put_char(&q->out, '{');
    att_member(&q->out, "by", att_slice_of(STEPS[by]));
    att_member_number(&q->out, "total", h.n);
    att_member_number(&q->out, "undated", undated_of(q, h));
    att_member_day(&q->out, "first", first);
    att_member_day(&q->out, "last", last);
    put_bins(q, bins, n);
    int rc = put_movers(q, bins, n);
    att_put_char(&q->out, '}');
    return att_done(q, rc);
}
