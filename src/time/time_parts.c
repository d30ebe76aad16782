/* time_parts.c: quarters, halves, centuries and seasons. */
#include <stdio.h>

#include "time/time_int.h"

/* Year told behind a part of it: "of 1984", "1984", "of last year", "next year". End, or 0. */
static uint32_t year_behind(const time_reader *r, uint32_t t, int *year)
{
    uint32_t y = tw_is(r, t, "of") || tw_is(r, t, "in") ? t + 1 : t;
    if (tw_is(r, y, "fiscal")) y++;
    uint32_t e = att_time_year(r, y, year);
    if (e) return e;
    if (tw(r, y) != TW_MOD || tw(r, y + 1) != TW_UNIT || r->word[y + 1]->unit != UNIT_Y || r->published == ATT_NO_DAY) return 0;
    int mod = tw_value(r, y);
    if (mod == MOD_SAME || mod == MOD_PREV || mod == MOD_FOLLOW) {
        if (!r->told_year) return 0;
        *year = r->told_year + (mod == MOD_FOLLOW) - (mod == MOD_PREV);
    } else {
        *year = att_date_of(r->published).year + (mod == MOD_NEXT) - (mod == MOD_LAST || mod == MOD_PAST);
    }
    return y + 2;
}

/* "this year's", "last year's", "1988", "the year-ago", "year-earlier" before a part. End; *known: the year is given, *back: a year before. */
static uint32_t year_before(const time_reader *r, uint32_t t, int *year, bool *known, int *back)
{
    uint32_t e = year_behind(r, t, year);
    if (e && !tw_is(r, t, "of") && !tw_is(r, t, "in")) {
        *known = true;
        return tw_is(r, e, "'s") || tw_is(r, e, "'") ? e + 1 : e;
    }
    uint32_t y = t;
    if (tw(r, y) == TW_UNIT && r->word[y]->unit == UNIT_Y) {
        uint32_t a = tw_hyphen(r, y + 1) ? y + 2 : y + 1;
        if (tw(r, a) == TW_AGO || tw_is(r, a, "earlier")) {
            *back = 1;
            return a + 1;
        }
    }
    return t;
}

/* The last one that has begun, or the next to begin. */
static bool nearest_part(const time_reader *r, uint32_t beg, uint32_t end, int parts, int n, att_size size, att_moment *out)
{
    if (r->narrative) {
        *out = (att_moment){(uint8_t)size, r->told_year * parts + n};
        return r->told_year != 0;
    }
    if (r->published == ATT_NO_DAY) return false;
    att_moment now = att_moment_of(r->published, size);
    int y = att_moment_year_of(now), have = now.at - y * parts;
    time_direction d = att_time_direction(r, beg, end);
    if (n > have && d == LOOKS_BACK) y--;
    if (n < have - 1 && d == LOOKS_AHEAD) y++; /* the part that has just ended is still what is talked about */
    *out = (att_moment){(uint8_t)size, y * parts + n};
    return true;
}

void att_time_parts_of_year(const time_reader *r, uint32_t at, time_reading *out)
{
    int year = 0, back = 0, n = 0;
    bool known = false;
    uint32_t t = tw_is(r, at, "the") ? at + 1 : at;
    t = year_before(r, t, &year, &known, &back);
    if (tw_is(r, t, "fiscal")) t++;
    uint32_t o = t;
    if (tw(r, o) == TW_ORDINAL) n = tw_value(r, o);
    else if (tw(r, o) == TW_MOD && tw_is(r, o, "last")) n = -1; /* the last half */
    else if (!(att_time_monthday(r, o, &n) && r->doc->toks.at[o].lower.len > 2)) return;
    uint32_t u = tw_hyphen(r, o + 1) ? o + 2 : o + 1;
    bool quarter = tw(r, u) == TW_UNIT && r->word[u]->unit == UNIT_Q, half = tw_is(r, u, "half");
    if (tw(r, u) == TW_UNIT && r->word[u]->unit == UNIT_C && n > 0) {
        att_time_moment(out, (att_moment){SIZE_CENTURY, n - 1}, u + 1, "TIME_CENTURY");
        return;
    }
    if (half && n == -1) n = 2;
    if (n < 1 || !((quarter && n <= 4) || (half && n <= 2))) return;
    uint32_t e = known ? u + 1 : year_behind(r, u + 1, &year);
    int parts = quarter ? 4 : 2;
    att_size size = quarter ? SIZE_QUARTER : SIZE_HALF;
    att_moment m = {(uint8_t)size, year * parts + n - 1};
    if (!e) {
        e = u + 1;
        if (half || !nearest_part(r, at, e, parts, n - 1, size, &m)) return; /* "the first half" may be one of a match */
    }
    m.at -= back * parts;
    att_time_moment(out, m, e, quarter ? "TIME_QUARTER" : "TIME_HALF");
}

/* "summer of 2003", "last summer", "the spring", "winter 1944-45". Spring and fall are other words too. */
void att_time_seasons(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = at;
    int mod = -1, year = 0;
    if (tw_is(r, t, "the")) t++;
    if (tw(r, t) == TW_MOD) mod = tw_value(r, t++);
    if (tw(r, t) != TW_SEASON) return;
    static const char *const BEFORE[] = {"in", "of", "since", "until", "by", "during", "early", "late", "mid", "through", "throughout",
        "every", "this", "before", "after", NULL};
    uint32_t e = year_behind(r, t + 1, &year);
    bool sure = e || mod >= 0 || t > at || (t > r->beg && att_in(tw_lower(r, t - 1), BEFORE));
    bool verb = r->doc->toks.at[t].upos == ATT_VERB || tw_is(r, t + 1, "to");
    if (!sure || verb || (tw_is(r, t, "fall") && t > at && mod < 0 && !e && tw_is(r, t + 1, "of"))) return;
    int n = tw_value(r, t);
    if (e) {
        att_time_moment(out, (att_moment){SIZE_SEASON, year * 4 + n}, e, "TIME_SEASON_YEAR");
        return;
    }
    att_moment m = {0};
    if (!r->narrative && mod == MOD_THIS && r->published != ATT_NO_DAY) {
        m = (att_moment){SIZE_SEASON, att_moment_year_of(att_moment_of(r->published, SIZE_SEASON)) * 4 + n};
    } else if (r->narrative || mod < 0 || mod == MOD_THIS) {
        if (!nearest_part(r, at, t + 1, 4, n, SIZE_SEASON, &m)) {
            char v[ATT_VALUE_BYTES];
            snprintf(v, sizeof v, "XXXX-%.2s", r->word[t]->code);
            att_time_value(out, ATT_TIMEX_DATE, v, t + 1, "TIME_SEASON_NO_YEAR");
            return;
        }
    } else {
        if (r->published == ATT_NO_DAY) return;
        att_moment now = att_moment_of(r->published, SIZE_SEASON);
        m = (att_moment){SIZE_SEASON, att_moment_year_of(now) * 4 + n};
        if (mod == MOD_NEXT && m.at <= now.at) m.at += 4;
        if (mod != MOD_NEXT && m.at >= now.at) m.at -= 4;
    }
    att_time_moment(out, m, t + 1, "TIME_SEASON");
}

/* "year-end", "year's end": the last day of the year that the clause looks to. */
void att_time_year_end(const time_reader *r, uint32_t at, time_reading *out)
{
    if (!tw_is(r, at, "year")) return;
    uint32_t t = at + 1;
    if (tw_hyphen(r, t) || tw_is(r, t, "'s") || tw_is(r, t, "'")) t++;
    if (!tw_is(r, t, "end")) return;
    int year = r->narrative ? r->told_year : r->published == ATT_NO_DAY ? 0 : att_date_of(r->published).year;
    if (!year) return;
    if (!r->narrative && att_date_of(r->published).month <= 2 && att_time_direction(r, at, t + 1) == LOOKS_BACK) year--;
    att_time_moment(out, (att_moment){SIZE_DAY, att_day_of(year, 12, 31)}, t + 1, "TIME_YEAR_END");
}

/* "the first week of May", "the last week of August 1918": seven days. */
void att_time_week_of_month(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = tw_is(r, at, "the") ? at + 1 : at;
    bool last = tw_is(r, t, "last") || tw_is(r, t, "final");
    int n = tw(r, t) == TW_ORDINAL ? tw_value(r, t) : 0;
    if (t == at || (!last && (n < 1 || n > 4)) || !tw_is(r, t + 1, "week") || !tw_is(r, t + 2, "of")) return;
    time_reading month = {0};
    att_time_calendar(r, t + 3, &month);
    if (!month.end || month.moment.size != SIZE_MONTH) return;
    att_days d = month.days;
    if (last) d.first = d.last - 6;
    else d.first += 7 * (n - 1), d.last = d.first + 6;
    att_moment m = month.moment;
    char v[ATT_VALUE_BYTES];
    att_moment_text((att_moment){SIZE_WEEK, d.first - att_weekday(d.first)}, v);
    att_time_moment(out, m, month.end, "TIME_WEEK_OF_MONTH");
    snprintf(out->value, sizeof out->value, "%s", v);
    out->days = d;
}
