/* time_clock.c: times of day: 10:30, 10 a.m. Tuesday, 1100 GMT, noon Saturday, the night of 13 February, early morning. */
#include <stdio.h>

#include "time/time_int.h"

/* 10:30, 10.30 (with a.m. or a zone behind it), 1100 (zone), 7. */
static bool clock_digits(att_slice s, int *h, int *m, bool *colon)
{
    uint32_t i = 0, d = 0;
    int part[2] = {0};
    *colon = false;
    for (; i < s.len; i++) {
        if (att_is_digit((unsigned char)s.ptr[i])) {
            if (++d > 4) return false;
            part[*colon] = part[*colon] * 10 + (s.ptr[i] - '0');
        } else if ((s.ptr[i] == ':' || s.ptr[i] == '.') && !*colon && d && d <= 2) {
            *colon = true;
            d = 0;
        } else {
            return false;
        }
    }
    if (!*colon && d > 2) part[1] = part[0] % 100, part[0] /= 100;
    if (*colon && d != 2) return false;
    *h = part[0], *m = part[1];
    return s.len && *h <= 24 && *m < 60;
}

/* The day that a time of day belongs to, told behind it: "Tuesday", "on Nov. 9", "yesterday". Else today, or the day told last. */
static uint32_t day_behind(const time_reader *r, uint32_t t, att_moment *day)
{
    static time_rule *const RULES[] = {att_time_calendar, att_time_weekday, att_time_todays, att_time_numeric};
    uint32_t d = tw_is(r, t, ",") || tw_is(r, t, "on") || tw_is(r, t, "of") ? t + 1 : t;
    for (int i = 0; i < 4 && d < r->end; i++) {
        time_reading x = {0};
        RULES[i](r, d, &x);
        if (x.end && x.moment.size == SIZE_DAY && x.kind == ATT_TIMEX_DATE) {
            *day = x.moment;
            return x.end;
        }
    }
    if (r->narrative || r->published == ATT_NO_DAY) *day = r->told_day;
    else *day = (att_moment){SIZE_DAY, r->published};
    return t;
}

static uint32_t skip_zone(const time_reader *r, uint32_t t)
{
    if (tw(r, t) == TW_ZONE) t++;
    if (tw_is(r, t, "local") && tw_is(r, t + 1, "time")) t += 2;
    return t;
}

void att_time_clock(const time_reader *r, uint32_t at, time_reading *out)
{
    int h = 0, m = 0;
    bool colon = false;
    uint32_t e = at + 1;
    char v[ATT_VALUE_BYTES];
    if (tw(r, at) == TW_HOUR) {
        h = tw_is(r, at, "midnight") ? 24 : 12;
    } else {
        int n = 0;
        uint32_t f = 0;
        if (clock_digits(tw_lower(r, at), &h, &m, &colon)) f = at + 1;
        else if ((f = att_time_number(r, at, &n)) != 0 && n >= 1 && n <= 12) h = n;
        else return;
        bool meridiem = tw(r, f) == TW_MERIDIEM, zone = tw(r, f) == TW_ZONE || (tw_is(r, f, "local") && tw_is(r, f + 1, "time"));
        bool oclock = tw_is(r, f, "o'clock");
        bool pure_colon = colon && att_find(tw_lower(r, at), ATT_LIT(":"), 0) < tw_lower(r, at).len;
        if (!meridiem && !zone && !oclock && !pure_colon) return;
        if (meridiem && (h > 12 || h == 0)) return;
        if (meridiem && r->word[f]->code[0] == 'P' && h < 12) h += 12;
        if (meridiem && r->word[f]->code[0] == 'A' && h == 12) h = 0;
        e = meridiem || oclock ? f + 1 : f;
    }
    e = skip_zone(r, e);
    if (tw_is(r, e, "in") && tw_is(r, e + 1, "the") && tw(r, e + 2) == TW_PART) e += 3;
    att_moment day = {0};
    uint32_t clock = e;
    e = day_behind(r, e, &day);
    snprintf(v, sizeof v, "%02d:%02d", h % 100, m % 100);
    att_time_of_day(out, day, v, e, e > clock ? "TIME_CLOCK_DAY" : "TIME_CLOCK"); /* a clock time alone names no day */
}

/* "the night of 13 February", "morning", "the afternoon" with a preposition in front. */
void att_time_daypart(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = tw_is(r, at, "the") ? at + 1 : at;
    if (tw(r, t) != TW_PART) return;
    char code[4];
    snprintf(code, sizeof code, "%.2s", r->word[t]->code);
    att_moment day = {0};
    uint32_t e = day_behind(r, t + 1, &day);
    bool told = e > t + 1;
    if (!told) {
        bool edge = at > r->beg && (tw(r, at - 1) == TW_EDGE || tw_is(r, at - 1, "in"));
        if (t == at || !edge) return;
        if (r->told_day.size) day = r->told_day;
    }
    att_time_of_day(out, day, code, e, "TIME_DAYPART");
}
