/* time_span.c: how long (three days, a decade, the past two weeks) and how often (every Friday, daily). */
#include <stdio.h>

#include "time/time_int.h"

static const char *const CODES[] = {"S", "M", "H", "D", "W", "M", "Q", "Y", "E", "C", "WE"};

/* P3D, PT4H, P2Y6M, PXY. */
static void duration_value(const time_word *unit, const time_quantity *q, char v[ATT_VALUE_BYTES])
{
    const char *p = unit->unit <= UNIT_H ? "PT" : "P", *code = CODES[unit->unit];
    if (q->some) {
        snprintf(v, ATT_VALUE_BYTES, "%sX%s", p, code);
        return;
    }
    double n = q->n * unit->value;
    int whole = (int)n;
    bool half = n - whole > 0.49 && n - whole < 0.51;
    if (unit->unit == UNIT_Q) snprintf(v, ATT_VALUE_BYTES, whole == 1 ? "P1Q" : "P%dM", whole == 1 ? 1 : (int)(n * 3));
    else if (half && unit->unit == UNIT_Y) snprintf(v, ATT_VALUE_BYTES, "P%dY6M", whole);
    else if (half && unit->unit == UNIT_H) snprintf(v, ATT_VALUE_BYTES, "PT%dH30M", whole);
    else if (n - whole > 0.01) snprintf(v, ATT_VALUE_BYTES, "%s%.4g%s", p, n, code);
    else snprintf(v, ATT_VALUE_BYTES, "%s%d%s", p, whole, code);
}

/* The age of someone: "80-year-old", "five years old", "years of age", "three-month-old". */
static bool is_age(const time_reader *r, uint32_t after)
{
    uint32_t o = tw_hyphen(r, after) ? after + 1 : after;
    return tw_is(r, o, "old") || tw_is(r, o, "olds") || (tw_is(r, o, "of") && tw_is(r, o + 1, "age"));
}

/* The days of a duration that ends or begins with publication. */
static void place_duration(const time_reader *r, const time_word *unit, const time_quantity *q, int mod, time_reading *out)
{
    att_size size = att_time_size(unit->unit);
    if (r->published == ATT_NO_DAY || r->narrative || q->some || size == SIZE_NONE || q->n * unit->value > 5000) return;
    bool back = mod == MOD_PAST || mod == MOD_LAST || mod == MOD_PREV || mod == MOD_LATEST;
    if (!back && mod != MOD_NEXT) return;
    int n = (int)(q->n * unit->value + 0.5);
    att_day p = r->published, other;
    int days = size == SIZE_WEEK || size == SIZE_WEEKEND ? 7 : 1;
    if (size <= SIZE_WEEK) {
        other = p + (back ? -n * days : n * days);
    } else {
        int k = size == SIZE_MONTH ? n : size == SIZE_QUARTER ? 3 * n : size == SIZE_DECADE ? 120 * n : size == SIZE_CENTURY ? 1200 * n : 12 * n;
        att_date d = att_date_of(p);
        att_moment m = att_moment_shift(att_moment_month(d.year, d.month), back ? -k : k);
        att_days md;
        if (!att_moment_days(m, &md)) return;
        other = md.first + d.day - 1 > md.last ? md.last : md.first + d.day - 1;
    }
    out->days = back ? (att_days){other, p} : (att_days){p, other};
}

/* A unit without a number in front: "for years", "decades of war". */
static bool bare_units_stand(const time_reader *r, uint32_t t)
{
    static const char *const BEFORE[] = {"for", "in", "within", "after", "of", "over", "during", "through", "many", "spent", "took",
        "takes", "take", "lasted", NULL};
    static const char *const AFTER[] = {"of", "before", "after", "ahead", NULL};
    return tw(r, t) == TW_UNITS && ((t > r->beg && att_in(tw_lower(r, t - 1), BEFORE)) || att_in(tw_lower(r, t + 1), AFTER)) && !tw_is(r,
        t, "seconds");
}

void att_time_duration(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = at;
    int mod = -1, n = 0;
    if (tw_is(r, t, "the") || tw_is(r, t, "these") || tw_is(r, t, "those")) t++;
    if (tw(r, t) == TW_MOD && !tw_is(r, t, "that")) mod = tw_value(r, t++);
    else if (tw(r, t) == TW_ORDINAL && tw_value(r, t) == 1 && t > at) mod = MOD_SAME, t++;
    time_quantity q;
    uint32_t u = att_time_quantity(r, t, &q);
    if (!u && mod >= 0 && tw(r, t) == TW_UNITS) u = t, q = (time_quantity){.some = true};
    if (!u && bare_units_stand(r, t) && t == at) u = t, q = (time_quantity){.some = true};
    if (!u || (q.article && mod >= 0)) return;
    bool hyphen = tw_hyphen(r, u);
    if (hyphen) {
        u++;
    } else if (tw_is(r, u, "or") || tw_is(r, u, "to") || tw_is(r, u, "-")) { /* two to three weeks: the first */
        uint32_t f = att_time_number(r, u + 1, &n);
        if (f && (tw(r, f) == TW_UNITS)) u = f;
    }
    while (tw_is(r, u, "more") || tw_is(r, u, "full") || tw_is(r, u, "consecutive") || tw_is(r, u, "straight") || tw_is(r, u, "long") ||
        tw_is(r, u, "whole") || tw_is(r, u, "trading") ||
           tw_is(r, u, "additional") || tw_is(r, u, "entire") || tw_is(r, u, "working") || tw_is(r, u, "successive"))
        u++;
    if (tw(r, u) != TW_UNIT && tw(r, u) != TW_UNITS) return;
    if (is_age(r, u + 1)) return;
    const time_word *unit = r->word[u];
    if (unit->unit == UNIT_WE && q.article) return;
    if (unit->unit == UNIT_Q && tw(r, u) == TW_UNIT && !hyphen && q.n > 1) return; /* "the 1988 quarter" */
    char v[ATT_VALUE_BYTES];
    duration_value(unit, &q, v);
    uint32_t e = u + 1;
    if (tw_hyphen(r, e) && tw_is(r, e + 1, "long")) e += 2;
    att_time_value(out, ATT_TIMEX_DURATION, v, e, "TIME_DURATION");
    place_duration(r, unit, &q, mod, out);
}

/* ---- sets ---- */

static void every(const time_reader *r, uint32_t t, time_reading *out)
{
    char v[ATT_VALUE_BYTES];
    int n = 0;
    if (tw(r, t) == TW_WEEKDAY) {
        snprintf(v, sizeof v, "XXXX-WXX-%d", tw_value(r, t));
        att_time_value(out, ATT_TIMEX_SET, v, t + 1, "TIME_EVERY");
        return;
    }
    if (tw(r, t) == TW_PART) {
        snprintf(v, sizeof v, "XXXX-XX-XXT%.2s", r->word[t]->code);
        att_time_value(out, ATT_TIMEX_SET, v, t + 1, "TIME_EVERY");
        return;
    }
    if (tw(r, t) == TW_MONTH || tw(r, t) == TW_SEASON) {
        if (tw(r, t) == TW_MONTH) snprintf(v, sizeof v, "XXXX-%02d", tw_value(r, t) % 100);
        else snprintf(v, sizeof v, "XXXX-%.2s", r->word[t]->code);
        att_time_value(out, ATT_TIMEX_SET, v, t + 1, "TIME_EVERY");
        return;
    }
    uint32_t u = att_time_number(r, t, &n);
    time_quantity q = {.n = u ? n : 1};
    if (!u) u = t;
    if (tw_is(r, u, "other")) q.n = 2, u++;
    if (tw(r, u) != TW_UNIT && tw(r, u) != TW_UNITS) return;
    duration_value(r->word[u], &q, v);
    att_time_value(out, ATT_TIMEX_SET, v, u + 1, "TIME_EVERY");
}

/* "twice a week", "$3 million a year", "5,000 tons per day". */
static bool rate(const time_reader *r, uint32_t at)
{
    static const char *const WORDS[] = {"once", "twice", "times", "million", "billion", "trillion", "percent", "%", "dollars", "euros",
        "people", "share", NULL};
    static const char *const NOT[] = {"is", "was", "has", "this", "its", "his", "us", "years", "months", "weeks", "days", "hours",
        "minutes", "as", "plus", "less", "nearly", "across", NULL};
    if (at <= r->beg) return false;
    const att_tok *p = &r->doc->toks.at[at - 1];
    if (att_in(p->lower, WORDS) || (p->flags & ATT_TOK_DIGIT)) return true;
    bool plural = att_ends(p->lower, "s") && !att_ends(p->lower, "ss") && (p->flags & ATT_TOK_ALPHA) && !(p->flags & ATT_TOK_CAP);
    return plural && !att_in(p->lower, NOT) && (p->upos == ATT_NOUN || (p->upos == ATT_UPOS_NONE && at > r->beg + 1 &&
        (r->doc->toks.at[at - 2].flags & ATT_TOK_DIGIT)));
}

void att_time_set(const time_reader *r, uint32_t at, time_reading *out)
{
    char v[ATT_VALUE_BYTES];
    if (tw_is(r, at, "every") || tw_is(r, at, "each")) {
        every(r, at + 1, out);
    } else if (tw(r, at) == TW_FREQ) {
        uint32_t n = 0;
        while (r->word[at]->code[n] && r->word[at]->code[n] != '\n') n++;
        snprintf(v, sizeof v, "%.*s", (int)(n < 20 ? n : 20), r->word[at]->code);
        if (!(r->doc->toks.at[at].flags & ATT_TOK_CAP) || at == r->beg) att_time_value(out, ATT_TIMEX_SET, v, at + 1, "TIME_FREQUENCY");
    } else if ((tw_is(r, at, "a") || tw_is(r, at, "an")) && tw(r, at + 1) == TW_UNIT && rate(r, at)) {
        time_quantity q = {.n = 1};
        if (tw(r, at + 2) == TW_AGO || tw_is(r, at + 2, "earlier") || tw_is(r, at + 2, "later") || tw_is(r, at + 2, "before")) return;
        duration_value(r->word[at + 1], &q, v);
        att_time_value(out, ATT_TIMEX_SET, v, at + 2, "TIME_RATE");
    } else if (tw(r, at) == TW_WEEKDAYS || (tw(r, at) == TW_WEEKDAY && tw(r, at + 1) == TW_PARTS)) {
        bool part = tw(r, at + 1) == TW_PARTS || (tw(r, at) == TW_WEEKDAYS && tw(r, at + 1) == TW_PART);
        snprintf(v, sizeof v, "XXXX-WXX-%d%s%.*s", tw_value(r, at), part ? "T" : "", part ? 2 : 0, part ? r->word[at + 1]->code : "");
        att_time_value(out, ATT_TIMEX_SET, v, at + 1 + part, "TIME_WEEKDAYS");
    }
}
