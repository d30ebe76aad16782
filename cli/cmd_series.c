/* cmd_series.c: one quantity through time, as a table with a chart. */
#include <math.h>
#include <stdio.h>
#include <unistd.h>

#include "base/civil.h"
#include "cli/cli.h"
#include "export/csv_out.h"
#include "export/screen.h"
#include "store/series.h"

enum { SERIES_BYTES = 512 << 20, W_NUMBER = 4, W_DAY = 10, W_HOW_MANY = 19, W_CLAIMANT = 20, W_CHART_MIN = 8, INDENT = 6 };

typedef struct {
    const att_series *s;
    att_buf *out;
    bool colours;
    uint32_t width, chart; /* columns of the terminal, of the chart */
    double least, most;    /* ends of the chart's axis */
} drawing;

static void colour(const drawing *d, const char *code)
{
    if (d->colours) att_putf(d->out, "\033[%sm", code);
}

static att_slice grouped(double v, char buf[48])
{
    char plain[32];
    int n = snprintf(plain, sizeof plain, fabs(v - floor(v)) < 1e-9 ? "%.0f" : "%.2f", v), at = 0;
    int whole = (int)strcspn(plain, ".");
    for (int i = 0; i < n && at < 46; i++) {
        buf[at++] = plain[i];
        int left = whole - i - 1;
        if (i < whole - 1 && left % 3 == 0 && plain[i] != '-') buf[at++] = ',';
    }
    return (att_slice){buf, (uint32_t)at};
}

/* "130,000–150,000", "≥ 100", "≤ 5", "~ 40". */
static void how_many(const att_series_row *r, att_buf *out)
{
    char a[48], b[48];
    att_slice low = grouped(r->low, a), high = grouped(r->high, b);
    if (r->has_low && r->has_high && r->low < r->high) att_putf(out, "%.*s–%.*s", (int)low.len, low.ptr, (int)high.len, high.ptr);
    else if (!r->has_high) att_putf(out, "≥ %.*s", (int)low.len, low.ptr);
    else if (!r->has_low) att_putf(out, "≤ %.*s", (int)high.len, high.ptr);
    else att_putf(out, "%s%.*s", att_is(r->bound, "about") ? "~ " : "", (int)low.len, low.ptr);
}

static uint32_t column(const drawing *d, double v)
{
    double span = d->most - d->least;
    return span > 0 ? (uint32_t)((v - d->least) / span * (d->chart - 1) + 0.5) : d->chart / 2;
}

static void chart(const drawing *d, const att_series_row *r)
{
    uint32_t a = column(d, r->has_low ? r->low : d->least), b = column(d, r->has_high ? r->high : d->most);
    colour(d, r->against ? "31" : r->older ? "2" : "36");
    for (uint32_t i = 0; i < d->chart; i++) {
        const char *c = " ";
        if (a == b && i == a) c = r->older ? "○" : "●";
        else if (i == a) c = r->has_low ? "├" : "◀";
        else if (i == b) c = r->has_high ? "┤" : "▶";
        else if (i > a && i < b) c = "─";
        att_put_z(d->out, c);
    }
    colour(d, "0");
}

static void cell(att_buf *out, const att_buf *text, uint32_t width)
{
    att_screen_pad(out, (att_slice){text->len ? text->ptr : "", text->len}, width);
    att_put_z(out, "  ");
}

static void table_row(const drawing *d, uint32_t i)
{
    const att_series_row *r = &d->s->at[i];
    att_buf cellbuf = {0};
    char day[16];
    att_slice who = r->claimant.len ? r->claimant : r->outlet.len ? r->outlet : ATT_LIT("–");
    att_putf(d->out, "%*u  ", W_NUMBER, i + 1);
    att_screen_pad(d->out, r->day == ATT_NO_DAY ? ATT_LIT("–") : att_slice_of(att_day_text(r->day, day)), W_DAY);
    att_put_z(d->out, "  ");
    how_many(r, &cellbuf);
    cell(d->out, &cellbuf, W_HOW_MANY);
    att_screen_pad(d->out, who, W_CLAIMANT);
    att_put_z(d->out, "  ");
    chart(d, r);
    att_put_char(d->out, '\n');
    att_buf_clear(&cellbuf);
    if (r->older) att_put_z(&cellbuf, "older · ");
    if (r->against) att_putf(&cellbuf, "contradicts %u · ", r->against);
    if (!r->as_of.len) att_put_z(&cellbuf, "day of publication · ");
    att_putf(&cellbuf, "%.*s: %.*s", (int)r->doc.len, r->doc.len ? r->doc.ptr : "", (int)r->sentence.len, r->sentence.len ? r->sentence.ptr : "");
    att_putf(d->out, "%*s", INDENT, "");
    colour(d, "2");
    att_screen_put(d->out, (att_slice){cellbuf.ptr, cellbuf.len}, d->width - INDENT);
    colour(d, "0");
    att_put_char(d->out, '\n');
    att_buf_release(&cellbuf);
}

static void axis(drawing *d)
{
    bool first = true;
    for (uint32_t i = 0; i < d->s->n; i++) {
        const att_series_row *r = &d->s->at[i];
        double low = r->has_low ? r->low : r->high, high = r->has_high ? r->high : r->low;
        if (first || low < d->least) d->least = low;
        if (first || high > d->most) d->most = high;
        first = false;
    }
    uint32_t used = W_NUMBER + W_DAY + W_HOW_MANY + W_CLAIMANT + 8;
    d->chart = d->width > used + W_CHART_MIN ? d->width - used : W_CHART_MIN;
    char a[48], b[48];
    att_slice least = grouped(d->least, a), most = grouped(d->most, b);
    colour(d, "1");
    att_putf(d->out, "%*s  %-*s  %-*s  %-*s  ", W_NUMBER, "#", W_DAY, "AS OF", W_HOW_MANY, "HOW MANY", W_CLAIMANT, "SAYS WHO");
    if (least.len + most.len + 1 <= d->chart && d->least < d->most)
        att_putf(d->out, "%.*s%*s%.*s", (int)least.len, least.ptr, (int)(d->chart - least.len - most.len), "", (int)most.len, most.ptr);
    colour(d, "0");
    att_put_char(d->out, '\n');
}

static void csv(const att_series *s, att_buf *out)
{
    att_put_z(out, "day,as_of,low,high,bound,unit,of,place,claimant,claimant_code,older,contradicts,outlet,doc,id,text,sentence\r\n");
    for (uint32_t i = 0; i < s->n; i++) {
        const att_series_row *r = &s->at[i];
        char day[16];
        if (r->day != ATT_NO_DAY) att_put_z(out, att_day_text(r->day, day));
        att_put_char(out, ',');
        att_csv_text(out, r->as_of);
        att_put_char(out, ',');
        if (r->has_low) att_putf(out, "%.10g", r->low);
        att_put_char(out, ',');
        if (r->has_high) att_putf(out, "%.10g", r->high);
        const att_slice middle[] = {r->bound, r->unit, r->of, r->place, r->claimant, r->claimant_code};
        for (int k = 0; k < 6; k++) att_put_char(out, ','), att_csv_text(out, middle[k]);
        att_putf(out, ",%d,", r->older);
        if (r->against) att_csv_text(out, s->at[r->against - 1].id);
        const att_slice last[] = {r->outlet, r->doc, r->id, r->text, r->sentence};
        for (int k = 0; k < 5; k++) att_put_char(out, ','), att_csv_text(out, last[k]);
        att_put_z(out, "\r\n");
    }
}

/* The figure's record with what the series adds. */
static void jsonl(const att_series *s, att_buf *out)
{
    for (uint32_t i = 0; i < s->n; i++) {
        const att_series_row *r = &s->at[i];
        char day[16];
        if (r->record.len < 2) continue;
        att_put_slice(out, att_sub(r->record, 0, r->record.len - 1));
        att_put_z(out, ",\"sentence_text\":");
        att_put_json(out, r->sentence);
        att_putf(out, r->day == ATT_NO_DAY ? ",\"day\":null" : ",\"day\":\"%s\"", r->day == ATT_NO_DAY ? "" : att_day_text(r->day, day));
        att_putf(out, ",\"older\":%s,\"contradicts\":", r->older ? "true" : "false");
        if (r->against) att_put_json(out, s->at[r->against - 1].id);
        else att_put_z(out, "null");
        att_put_z(out, "}\n");
    }
}

static void table(const att_series *s, att_buf *out)
{
    int width = cli_width(STDOUT_FILENO);
    drawing d = {.s = s, .out = out, .colours = cli_colours(), .width = width < 70 ? 70 : (uint32_t)width};
    axis(&d);
    for (uint32_t i = 0; i < s->n; i++) table_row(&d, i);
}

int cmd_series(const cli_args *a)
{
    att_series_filter f = {.unit = att_trim(att_slice_of(a->paths[1])), .from = ATT_NO_DAY, .to = ATT_NO_DAY};
    att_store *store = NULL;
    att_series s = {0};
    att_arena keep;
    att_buf out = {0};
    cli_format format;
    int rc = CLI_FINE;
    if (!cli_format_of(a, &format) || !cli_day(a, OPT_FROM, &f.from, NULL) || !cli_day(a, OPT_TO, NULL, &f.to)) return CLI_USAGE;
    if (f.unit.len == 0) {
        cli_say("series: say what is counted: attache series STORE troops");
        return CLI_USAGE;
    }
    if (a->value[OPT_OF]) f.of = att_slice_of(a->value[OPT_OF]);
    if (a->value[OPT_PLACE]) f.place = att_slice_of(a->value[OPT_PLACE]);
    att_arena_init(&keep, SERIES_BYTES);
    att_err e = att_store_open(&store, a->paths[0], ATT_STORE_READ);
    if (!att_failed(e)) e = att_store_series(store, &f, &keep, &s);
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(a->paths[0]), e);
        rc = CLI_NOTHING;
    } else {
        if (format == CLI_CSV) csv(&s, &out);
        else if (format == CLI_JSONL) jsonl(&s, &out);
        else if (s.n) table(&s, &out);
        else cli_say("no figures meet these conditions");
        rc = cli_write_buf(&out);
    }
    att_store_close(store);
    att_arena_release(&keep);
    att_buf_release(&out);
    return rc;
}
