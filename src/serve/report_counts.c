/* report_counts.c: the numbers of a report: who did how much of which class, what became of it, and when. */
#include "serve/report_int.h"

#include <stdlib.h>

#include "base/civil.h"

enum { MOST_BARS = 120, WIDTH = 720, HEIGHT = 220, TOP = 10, LEFT = 34, BASE = 24 };

static att_slice number(att_brief *b, uint32_t n) { return n ? att_format(b->ask.arena, "%u", n) : ATT_LIT(""); }

typedef struct {
    uint32_t n[ATT_QUADS + 1];
    double score;
} sums;

static void put_row(att_brief *b, att_slice name, const sums *s)
{
    uint32_t all = 0;
    for (int i = 1; i <= ATT_QUADS; i++) all += s->n[i];
    att_pen_cell(&b->pen, name, false, true, false);
    for (int i = 1; i <= ATT_QUADS; i++) att_pen_cell(&b->pen, number(b, s->n[i]), true, false, false);
    att_pen_cell(&b->pen, number(b, all), true, false, false);
    att_pen_cell(&b->pen, all ? att_format(b->ask.arena, "%.1f", s->score / all) : ATT_LIT(""), true, false, true);
}

/* What an actor did, in these events. */
static sums deeds_of(const att_brief *b, att_slice actor)
{
    sums s = {{0}, 0};
    att_who_set who = {0};
    att_who_add(&who, b->ask.arena, b->ask.board, actor);
    for (uint32_t i = 0; i < b->hits.n; i++) {
        const att_fact *e = &b->ask.board->facts.at[b->hits.at[i]];
        const att_seat *seat = b->ask.board->seats.at + e->seats;
        bool did = false;
        for (uint32_t k = 0; k < e->seat_count && !did; k++) did = seat[k].part == ATT_PART_ACTOR && att_who_has(&who, &seat[k]);
        if (!did) continue;
        s.n[e->quad]++;
        s.score += (double)e->score;
    }
    return s;
}

typedef struct {
    uint32_t n, status;
} tally;

static int by_tally(const void *a, const void *b)
{
    const tally *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : x->status < y->status ? -1 : x->status > y->status;
}

static void put_statuses(att_brief *b)
{
    const att_dict *d = &b->ask.board->one[ATT_ONE_STATUS];
    tally *t = att_new(b->ask.arena, tally, d->names.n + 1);
    att_buf line = {0};
    for (uint32_t v = 0; v < d->names.n; v++) t[v].status = v;
    for (uint32_t i = 0; i < b->hits.n; i++) t[b->ask.board->facts.at[b->hits.at[i]].one[ATT_ONE_STATUS]].n++;
    qsort(t, d->names.n, sizeof *t, by_tally);
    for (uint32_t v = 0; v < d->names.n && t[v].n; v++) {
        att_slice name = d->names.at[t[v].status];
        if (name.len) att_putf(&line, "%s%u %.*s", line.len ? ", " : "By status: ", t[v].n, (int)name.len, name.ptr);
    }
    if (line.len) att_pen_paragraph(&b->pen, (att_slice){line.ptr, (uint32_t)line.len});
    att_buf_release(&line);
}

void att_brief_counts(att_brief *b)
{
    static const char *const HEAD[] = {"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict", "all", "mean score"};
    sums all = {{0}, 0};
    for (uint32_t i = 0; i < b->hits.n; i++) {
        const att_fact *e = &b->ask.board->facts.at[b->hits.at[i]];
        all.n[e->quad]++;
        all.score += (double)e->score;
    }
    att_pen_heading(&b->pen, "In numbers");
    att_pen_table(&b->pen, HEAD, 7);
    for (uint32_t i = 0; i < b->o->actor_count; i++) {
        sums s = deeds_of(b, b->o->actors[i]);
        att_slice name = att_code_label(b->o->actors[i]);
        put_row(b, att_format(b->ask.arena, "done by %.*s", (int)name.len, name.ptr), &s);
    }
    put_row(b, ATT_LIT("all"), &all);
    att_pen_table_end(&b->pen);
    put_statuses(b);
    att_pen_paragraph(&b->pen, ATT_LIT("The score is PLOVER's: from −10, conflict, to 10, cooperation."));
}

/* ---- the timeline ---- */

typedef struct {
    att_day day;
    uint32_t n[ATT_QUADS + 1];
} bar;

static att_day bar_of(att_day d, int step)
{
    att_date t = att_date_of(d);
    return step == 1 ? d : step == 7 ? d - att_weekday(d) : step == 30 ? att_day_of(t.year, t.month, 1) : att_day_of(t.year, 1, 1);
}

static int by_day(const void *a, const void *b)
{
    att_day x = *(const att_day *)a, y = *(const att_day *)b; /* first member of both */
    return x < y ? -1 : x > y;
}

/* Days of all facts that have one, if need be that of their article; sorted by time. */
static uint32_t collect(const att_brief *b, bar *bars, int *step)
{
    uint32_t n = 0, count = 0;
    for (uint32_t i = 0; i < b->hits.n; i++) {
        const att_fact *e = &b->ask.board->facts.at[b->hits.at[i]];
        att_day day = e->first != ATT_NO_DAY ? e->first : b->ask.board->docs.at[e->doc].published;
        if (day == ATT_NO_DAY) continue;
        bars[n] = (bar){.day = day};
        bars[n++].n[e->quad] = 1;
    }
    if (n == 0) return 0;
    qsort(bars, n, sizeof *bars, by_day);
    static const int STEPS[] = {1, 7, 30, 365};
    *step = 365;
    for (int i = 3; i >= 0; i--)
        if ((bars[n - 1].day - bars[0].day) / STEPS[i] < MOST_BARS) *step = STEPS[i];
    for (uint32_t i = 0; i < n; i++) {
        att_day day = bar_of(bars[i].day, *step);
        if (count == 0 || bars[count - 1].day != day) {
            bar fresh = bars[i];
            fresh.day = day;
            bars[count++] = fresh;
        } else {
            for (int k = 0; k <= ATT_QUADS; k++) bars[count - 1].n[k] += bars[i].n[k];
        }
    }
    return count;
}

static void put_rect(att_buf *out, const char *class, double x, double y, double w, double h)
{
    if (h > 0) att_putf(out, "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>", class, x, y, w, h);
}

static void put_axis(att_buf *out, att_day first, att_day last, double per_day, double zero, uint32_t up, uint32_t down)
{
    char day[16];
    att_putf(out, "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%.2f\" y2=\"%.2f\"/>", LEFT, WIDTH, zero, zero);
    att_putf(out, "<text x=\"0\" y=\"%d\">%u</text><text x=\"0\" y=\"%.2f\">0</text><text x=\"0\" y=\"%d\">%u</text>", TOP + 10, up, zero + 4, HEIGHT - BASE, down);
    for (int i = 0; i <= 4; i++) {
        att_day d = first + (att_day)((int64_t)(last - first) * i / 4);
        const char *anchor = i == 0 ? "start" : i == 4 ? "end" : "middle";
        att_putf(out, "<text x=\"%.2f\" y=\"%d\" text-anchor=\"%s\">%s</text>", LEFT + per_day * (d - first), HEIGHT - 6, anchor, att_day_text(d, day));
    }
}

static void draw(att_brief *b, const bar *bars, uint32_t n, int step)
{
    uint32_t up = 1, down = 1;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t u = bars[i].n[1] + bars[i].n[2], d = bars[i].n[3] + bars[i].n[4];
        up = u > up ? u : up, down = d > down ? d : down;
    }
    att_buf *out = b->pen.out;
    att_day first = bars[0].day, last = bars[n - 1].day + step;
    double per_day = (double)(WIDTH - LEFT) / (last - first), unit = (double)(HEIGHT - TOP - BASE) / (up + down), zero = TOP + unit * up;
    att_putf(out, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Events by time: cooperation above the line, conflict below\">", WIDTH, HEIGHT);
    for (uint32_t i = 0; i < n; i++) {
        double x = LEFT + per_day * (bars[i].day - first), w = per_day * step > 3 ? per_day * step - 1 : per_day * step;
        const uint32_t *k = bars[i].n;
        put_rect(out, "mc", x, zero - unit * k[2], w, unit * k[2]);
        put_rect(out, "vc", x, zero - unit * (k[2] + k[1]), w, unit * k[1]);
        put_rect(out, "mf", x, zero, w, unit * k[4]);
        put_rect(out, "vf", x, zero + unit * k[4], w, unit * k[3]);
    }
    put_axis(out, first, last, per_day, zero, up, down);
    att_put_z(out, "</svg>\n<p class=\"lead\">Blue above the line: cooperation; orange below: conflict. Strong colours: done; pale ones: said.</p>\n");
}

void att_brief_timeline(att_brief *b)
{
    static const char *const HEAD[] = {"", "verbal cooperation", "material cooperation", "verbal conflict", "material conflict"};
    bar *bars = att_new(b->ask.arena, bar, b->hits.n + 1);
    int step = 1;
    uint32_t n = collect(b, bars, &step);
    if (n == 0) return;
    att_pen_heading(&b->pen, "Timeline");
    if (b->pen.html) {
        draw(b, bars, n, step);
        return;
    }
    static const char *const STEPS[] = {"day", "week from", "month", "year"};
    const char *head[5];
    memcpy(head, HEAD, sizeof head);
    head[0] = STEPS[step == 1 ? 0 : step == 7 ? 1 : step == 30 ? 2 : 3];
    att_pen_table(&b->pen, head, 5);
    for (uint32_t i = 0; i < n; i++) {
        char day[16];
        att_slice label = att_slice_of(att_day_text(bars[i].day, day)); /* of a year or month only that */
        att_pen_cell(&b->pen, att_sub(label, 0, step == 365 ? 4 : step == 30 ? 7 : label.len), false, true, false);
        for (int k = 1; k <= ATT_QUADS; k++) att_pen_cell(&b->pen, number(b, bars[i].n[k]), true, false, k == ATT_QUADS);
    }
    att_pen_table_end(&b->pen);
}
