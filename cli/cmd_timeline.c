/* cmd_timeline.c: events through time, by quad class, as bars and sparklines; between two parties when they are named. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/civil.h"
#include "cli/ask.h"
#include "export/screen.h"

enum { QUADS = 4, MAX_FILLED = 2000, LABEL = 10 };
static const char *const QUAD_NAMES[QUADS] = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"};
static const char *const BARS[QUADS] = {"░", "▒", "▓", "█"};
static const char *const COLOURS[QUADS] = {"36", "32", "33", "31"};

typedef enum { BY_DAY, BY_WEEK, BY_MONTH, BY_YEAR } period_kind;

typedef struct {
    att_day beg;
    double events[QUADS], total, score, goldstein; /* sums */
} period;

typedef struct {
    period *at; /* days at first, then periods; sorted */
    size_t n, cap;
    bool failed;
} series;

static period *add(series *s, att_day beg)
{
    if (s->n && s->at[s->n - 1].beg == beg) return &s->at[s->n - 1];
    if (s->n == s->cap) {
        size_t cap = s->cap ? s->cap * 2 : 256;
        period *more = realloc(s->at, cap * sizeof *more);
        if (!more) return s->failed = true, NULL;
        s->at = more;
        s->cap = cap;
    }
    s->at[s->n] = (period){.beg = beg};
    return &s->at[s->n++];
}

static bool take(void *ctx, const att_cell *cells, int n)
{
    series *s = ctx;
    att_day first, last;
    att_cell day = cli_cell(cells, n, "day"), quad = cli_cell(cells, n, "quad");
    if (!att_parse_iso(day.text, &first, &last)) return true;
    period *p = add(s, first);
    if (!p) return false;
    double events = cli_cell(cells, n, "events").number;
    for (int i = 0; i < QUADS; i++)
        if (att_is(quad.text, QUAD_NAMES[i])) p->events[i] += events;
    p->total += events;
    p->score += cli_cell(cells, n, "score").number;
    p->goldstein += cli_cell(cells, n, "goldstein").number;
    return true;
}

static att_day begin_of(att_day d, period_kind kind)
{
    att_date t = att_date_of(d);
    if (kind == BY_WEEK) return d - att_weekday(d);
    if (kind == BY_MONTH) return att_day_of(t.year, t.month, 1);
    return kind == BY_YEAR ? att_day_of(t.year, 1, 1) : d;
}

static att_day next_of(att_day beg, period_kind kind)
{
    att_date t = att_date_of(beg);
    if (kind == BY_DAY) return beg + 1;
    if (kind == BY_WEEK) return beg + 7;
    if (kind == BY_YEAR) return att_day_of(t.year + 1, 1, 1);
    return t.month == 12 ? att_day_of(t.year + 1, 1, 1) : att_day_of(t.year, t.month + 1, 1);
}

/* Days into periods; those without an event between two that have some are there too. */
static bool group(const series *days, period_kind kind, series *out)
{
    for (size_t i = 0; i < days->n && !out->failed; i++) {
        const period *d = &days->at[i];
        att_day beg = begin_of(d->beg, kind);
        while (out->n && out->n < MAX_FILLED && next_of(out->at[out->n - 1].beg, kind) < beg)
            if (!add(out, next_of(out->at[out->n - 1].beg, kind))) return false;
        period *p = add(out, beg);
        if (!p) return false;
        for (int k = 0; k < QUADS; k++) p->events[k] += d->events[k];
        p->total += d->total;
        p->score += d->score;
        p->goldstein += d->goldstein;
    }
    return !out->failed;
}

static bool period_of(const cli_args *a, const series *days, period_kind *out)
{
    static const char *const NAMES[] = {"day", "week", "month", "year"};
    const char *v = a->value[OPT_PERIOD];
    att_day span = days->n ? days->at[days->n - 1].beg - days->at[0].beg : 0;
    *out = span <= 45 ? BY_DAY : span <= 400 ? BY_WEEK : span <= 3000 ? BY_MONTH : BY_YEAR;
    if (!v) return true;
    for (int i = 0; i < 4; i++)
        if (strcmp(v, NAMES[i]) == 0) return *out = (period_kind)i, true;
    cli_say("--by is day, week, month or year, not '%s'", v);
    return false;
}

static void label(att_buf *out, att_day beg, period_kind kind)
{
    char day[16];
    att_day_text(beg, day);
    att_putf(out, "%.*s", kind == BY_YEAR ? 4 : kind == BY_MONTH ? 7 : 10, day);
}

/* ---- for people ---- */

static void spark(att_buf *out, const series *s, bool score, uint32_t width)
{
    static const char *const STEPS[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    size_t from = s->n > width ? s->n - width : 0;
    double low = score ? -10 : 0, high = score ? 10 : 1;
    for (size_t i = from; i < s->n && !score; i++)
        if (s->at[i].total > high) high = s->at[i].total;
    for (size_t i = from; i < s->n; i++) {
        const period *p = &s->at[i];
        double v = !score ? p->total : p->total > 0 ? p->score / p->total : 0;
        int step = (int)((v - low) / (high - low) * 7.999);
        att_put_z(out, score && p->total <= 0 ? " " : STEPS[step < 0 ? 0 : step > 7 ? 7 : step]);
    }
    att_put_char(out, '\n');
}

static void bar(att_buf *out, const period *p, double unit, bool colours)
{
    double sum = 0;
    int drawn = 0;
    for (int k = 0; k < QUADS; k++) {
        sum += p->events[k];
        int upto = (int)(sum / unit + 0.5);
        if (upto <= drawn) continue;
        if (colours) att_putf(out, "\x1b[%sm", COLOURS[k]);
        for (; drawn < upto; drawn++) att_put_z(out, BARS[k]);
        if (colours) att_put_z(out, "\x1b[0m");
    }
    if (drawn == 0 && p->total > 0) att_put_z(out, "·");
}

static void chart(att_buf *out, const series *s, period_kind kind, uint32_t width, bool colours)
{
    double most = 1;
    uint32_t room = width > LABEL + 24 + 10 ? width - LABEL - 24 : 10;
    for (size_t i = 0; i < s->n; i++)
        if (s->at[i].total > most) most = s->at[i].total;
    att_put_z(out, "events   ");
    spark(out, s, false, width - 9);
    att_put_z(out, "tension  ");
    spark(out, s, true, width - 9);
    att_put_char(out, '\n');
    for (int k = 0; k < QUADS; k++) att_putf(out, "%s %s%s", BARS[k], QUAD_NAMES[k], k < QUADS - 1 ? "   " : "\n\n");
    att_putf(out, "%-10s  %7s  %6s\n", kind == BY_WEEK ? "WEEK OF" : kind == BY_MONTH ? "MONTH" : kind == BY_YEAR ? "YEAR" : "DAY", "EVENTS", "SCORE");
    for (size_t i = 0; i < s->n; i++) {
        const period *p = &s->at[i];
        att_buf day = {0};
        label(&day, p->beg, kind);
        att_putf(out, "%-10.*s  %7.0f  ", (int)day.len, day.ptr, p->total);
        att_buf_release(&day);
        if (p->total > 0)
            att_putf(out, "%6.1f  ", p->score / p->total);
        else
            att_put_z(out, "     –  ");
        bar(out, p, most / room, colours);
        att_put_char(out, '\n');
    }
}

/* ---- for programs ---- */

static void json_line(att_buf *out, const period *p, period_kind kind, const char *const *keys)
{
    att_put_z(out, "{\"type\":\"period\",\"period\":\"");
    label(out, p->beg, kind);
    att_putf(out, "\",\"events\":%.0f", p->total);
    for (int k = 0; k < QUADS; k++) att_putf(out, ",\"%s\":%.0f", keys[k], p->events[k]);
    att_put_z(out, ",\"score\":");
    if (p->total > 0)
        att_put_number(out, p->score / p->total);
    else
        att_put_z(out, "null");
    att_put_z(out, ",\"goldstein\":");
    if (p->total > 0)
        att_put_number(out, p->goldstein / p->total);
    else
        att_put_z(out, "null");
    att_put_z(out, "}\n");
}

static void lines(att_buf *out, const series *s, period_kind kind, cli_shape shape)
{
    static const char *const KEYS[QUADS] = {"verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"};
    char sep = shape == CLI_SHAPE_TSV ? '\t' : ',';
    const char *end = shape == CLI_SHAPE_CSV ? "\r\n" : "\n";
    for (size_t i = 0; i < s->n && shape == CLI_SHAPE_JSONL; i++) json_line(out, &s->at[i], kind, KEYS);
    if (shape == CLI_SHAPE_JSONL) return;
    att_putf(out, "period%cevents", sep);
    for (int k = 0; k < QUADS; k++) att_putf(out, "%c%s", sep, KEYS[k]);
    att_putf(out, "%cscore%cgoldstein%s", sep, sep, end);
    for (size_t i = 0; i < s->n; i++) {
        const period *p = &s->at[i];
        label(out, p->beg, kind);
        att_putf(out, "%c%.0f", sep, p->total);
        for (int k = 0; k < QUADS; k++) att_putf(out, "%c%.0f", sep, p->events[k]);
        att_put_char(out, sep);
        if (p->total > 0) att_put_number(out, p->score / p->total);
        att_put_char(out, sep);
        if (p->total > 0) att_put_number(out, p->goldstein / p->total);
        att_put_z(out, end);
    }
}

int cmd_timeline(const cli_args *a)
{
    att_ask ask;
    cli_shape shape;
    series days = {0}, s = {0};
    period_kind kind = BY_DAY;
    att_buf out = {0};
    if (!cli_ask_of(a, &ask) || !cli_shape_of(a, &shape)) return CLI_USAGE;
    if (a->path_count > 1) ask.actor = att_slice_of(a->paths[1]);
    if (a->path_count > 2) ask.recipient = att_slice_of(a->paths[2]);
    ask.either_way = true;
    int rc = cli_ask_rows(a->paths[0], ATT_ASK_DAYS, &ask, take, &days);
    if (rc == CLI_FINE && !period_of(a, &days, &kind)) rc = CLI_USAGE;
    if (rc == CLI_FINE && (days.failed || !group(&days, kind, &s))) {
        cli_say("not enough memory for the timeline");
        rc = CLI_NOTHING;
    }
    if (rc == CLI_FINE && s.n == 0 && shape == CLI_SHAPE_TABLE) cli_say("no dated events meet these conditions");
    if (rc == CLI_FINE && shape == CLI_SHAPE_TABLE && s.n) chart(&out, &s, kind, (uint32_t)cli_width(STDOUT_FILENO), cli_colours());
    if (rc == CLI_FINE && shape != CLI_SHAPE_TABLE) lines(&out, &s, kind, shape);
    if (rc == CLI_FINE) rc = cli_write_buf(&out);
    att_buf_release(&out);
    free(days.at);
    free(s.at);
    return rc;
}
