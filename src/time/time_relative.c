/* time_relative.c: days and units told from publication ("Tuesday", "last week", "two years ago") or from the moment told before ("the
 * next day", "a year later"). */
#include <stdio.h>

#include "time/time_int.h"

static const char *const PART_WORDS[] = {"MO", "AF", "EV", "NI", "DT", NULL};

/* "morning", "night" behind a day: its code, or NULL. */
static const char *part_code(const time_reader *r, uint32_t t)
{
    if (tw(r, t) != TW_PART) return NULL;
    for (int i = 0; PART_WORDS[i]; i++)
        if (memcmp(PART_WORDS[i], r->word[t]->code, 2) == 0) return PART_WORDS[i];
    return NULL;
}

static void with_part(const time_reader *r, att_moment m, uint32_t end, const char *rule, time_reading *out)
{
    char t[4];
    const char *code = part_code(r, end);
    if (code && m.size == SIZE_DAY) {
        snprintf(t, sizeof t, "%s", code);
        att_time_of_day(out, m, t, end + 1, rule);
    } else {
        att_time_moment(out, m, end, rule);
    }
}

/* ---- weekdays ---- */

static att_day weekday_before(att_day from, int w) { return from - (att_weekday(from) - w + 7) % 7; }

static att_day weekday_of(const time_reader *r, uint32_t beg, uint32_t end, int mod, int w)
{
    att_day p = r->published;
    switch (mod) {
    case MOD_LAST: case MOD_PAST: return weekday_before(p - 1, w);
    case MOD_NEXT: return weekday_before(p + 7, w);
    case MOD_PREV: return weekday_before((r->told_day.size ? r->told_day.at : p) - 1, w);
    case MOD_FOLLOW: return weekday_before((r->told_day.size ? r->told_day.at : p) + 7, w);
    default: break;
    }
    bool ahead = att_time_direction(r, beg, end) == LOOKS_AHEAD;
    return weekday_before(ahead ? p + 6 : p, w);
}

void att_time_weekday(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = at, e;
    int mod = -1, shift = 0;
    if (tw_is(r, t, "the")) t++;
    if (tw(r, t) == TW_MOD) mod = tw_value(r, t++);
    if (tw_is(r, t, "coming") && mod == MOD_THIS) mod = MOD_NEXT, t++;
    if (tw(r, t) != TW_WEEKDAY || !tw_named(r, t) || (t > at && mod < 0)) return;
    int w = tw_value(r, t) - 1;
    e = t + 1;
    /* "Friday, Oct. 13": the date says more */
    uint32_t d = tw_is(r, e, ",") || tw_is(r, e, "the") ? e + 1 : e;
    time_reading date = {0};
    att_time_calendar(r, d, &date);
    if (date.end && date.moment.size == SIZE_DAY) {
        *out = date;
        return;
    }
    char v[ATT_VALUE_BYTES];
    uint32_t u = tw_is(r, e, "of") ? e + 1 : e; /* Friday of last week */
    bool week = tw(r, u) == TW_MOD && tw(r, u + 1) == TW_UNIT && r->word[u + 1]->unit == UNIT_W;
    if (week) shift = tw_value(r, u) == MOD_LAST ? -1 : tw_value(r, u) == MOD_NEXT;
    if (r->published == ATT_NO_DAY || r->narrative) {
        if (r->narrative && r->told_day.size && (mod == MOD_PREV || mod == MOD_FOLLOW)) {
            att_day day = weekday_before(r->told_day.at + (mod == MOD_PREV ? -1 : 7), w);
            with_part(r, (att_moment){SIZE_DAY, day}, e, "TIME_WEEKDAY", out);
            return;
        }
        snprintf(v, sizeof v, "XXXX-WXX-%d%s%s", w + 1, part_code(r, e) ? "T" : "", part_code(r, e) ? part_code(r, e) : "");
        att_time_value(out, part_code(r, e) ? ATT_TIMEX_TIME : ATT_TIMEX_DATE, v, part_code(r, e) ? e + 1 : e, "TIME_WEEKDAY_UNPLACED");
        return;
    }
    att_day day = week ? r->published - att_weekday(r->published) + 7 * shift + w : weekday_of(r, at, e, mod, w);
    with_part(r, (att_moment){SIZE_DAY, day}, week ? u + 2 : e, "TIME_WEEKDAY", out);
}

/* ---- today, yesterday, tonight ---- */

void att_time_todays(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = at;
    int n = 0;
    if (tw_is(r, t, "the") && tw_is(r, t + 1, "day") && (tw_is(r, t + 2, "before") || tw_is(r, t + 2, "after"))) {
        n = tw_is(r, t + 2, "before") ? -1 : 1;
        t += 3;
        if (!tw_is(r, t, "yesterday") && !tw_is(r, t, "tomorrow")) return;
    }
    bool unplaced = r->published == ATT_NO_DAY;
    att_moment day = unplaced ? (att_moment){0} : (att_moment){SIZE_DAY, r->published + n};
    if (tw(r, t) == TW_TONIGHT) {
        att_time_of_day(out, day, "NI", t + 1, "TIME_TODAY");
    } else if (tw(r, t) == TW_TODAY) {
        if (unplaced) {
            att_time_value(out, ATT_TIMEX_DATE, tw_is(r, t, "today") ? "PRESENT_REF" : "XXXX-XX-XX", t + 1, "TIME_TODAY");
            return;
        }
        day.at += tw_value(r, t);
        with_part(r, day, t + 1, "TIME_TODAY", out);
    } else if (tw_is(r, t, "the") && tw(r, t + 1) == TW_MOD && tw(r, t + 2) == TW_PART && r->told_day.size) {
        int mod = tw_value(r, t + 1), step = mod == MOD_NEXT || mod == MOD_FOLLOW ? 1 : mod == MOD_PREV ? -1 : 0;
        if (!step && mod != MOD_SAME) return;
        att_time_of_day(out, att_moment_shift(r->told_day, step), part_code(r, t + 2), t + 3, "TIME_PART_OF_DAY");
    } else if (tw(r, t) == TW_MOD && tw(r, t + 1) == TW_PART && (tw_is(r, t, "this") || tw_is(r, t, "last") || tw_is(r, t, "that"))) {
        bool told = tw_is(r, t, "that") && r->told_day.size;
        if (tw_is(r, t, "that") && !told) return;
        if (told) day = r->told_day;
        else if (tw_is(r, t, "last") && !unplaced) day.at--;
        att_time_of_day(out, day, part_code(r, t + 1), t + 2, "TIME_PART_OF_DAY");
    }
}

/* ---- last week, next year, that month, the following day ---- */

/* Where MOD counts from, and how far. */
static bool modified_moment(const time_reader *r, int mod, att_size size, bool the, att_moment *out)
{
    bool from_told = mod == MOD_PREV || mod == MOD_FOLLOW || mod == MOD_SAME || (mod == MOD_NEXT && the);
    int n = mod == MOD_LAST || mod == MOD_PREV || mod == MOD_PAST ? -1 : mod == MOD_NEXT || mod == MOD_FOLLOW ? 1 : 0;
    att_moment told = size == SIZE_DAY ? r->told_day : r->told;
    if (from_told && told.size) {
        *out = att_moment_shift(att_moment_resize(told, size), n);
        return true;
    }
    if (r->narrative || r->published == ATT_NO_DAY) {
        if (!told.size || !r->narrative) return false;
        *out = att_moment_shift(att_moment_resize(told, size), n);
        return true;
    }
    if (mod == MOD_LATEST) n = size == SIZE_QUARTER ? -1 : 0;
    *out = att_moment_shift(att_moment_of(r->published, size), n);
    return true;
}

static void modified_month(const time_reader *r, uint32_t t, int mod, time_reading *out)
{
    int month = tw_value(r, t), year = 0;
    if (r->published == ATT_NO_DAY || !tw_named(r, t)) return;
    att_date now = att_date_of(r->published);
    year = now.year;
    if (mod == MOD_LAST && month >= now.month) year--;
    if (mod == MOD_NEXT && month <= now.month) year++;
    uint32_t e = t + 1;
    int day = 0;
    uint32_t d = att_time_monthday(r, e, &day);
    if (d && att_date_valid(year, month, day)) att_time_moment(out, (att_moment){SIZE_DAY, att_day_of(year, month, day)}, d,
        "TIME_MOD_DAY");
    else att_time_moment(out, att_moment_month(year, month), e, "TIME_MOD_MONTH");
}

void att_time_modified(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = at;
    bool the = tw_is(r, t, "the");
    if (the) t++;
    if (tw(r, t) != TW_MOD) return;
    int mod = tw_value(r, t++);
    if (tw(r, t) == TW_MOD && mod == MOD_SAME && tw_is(r, t, "same")) t++; /* that same day */
    if (tw(r, t) == TW_MONTH && (mod == MOD_LAST || mod == MOD_NEXT || mod == MOD_THIS)) {
        modified_month(r, t, mod, out);
        return;
    }
    if (tw_is(r, t, "fiscal")) t++;
    if (tw(r, t) != TW_UNIT) return;
    att_size size = att_time_size(r->word[t]->unit);
    if (size == SIZE_NONE || r->word[t]->value != 1 || tw_hyphen(r, t + 1)) return;
    if (the && (mod == MOD_LAST || mod == MOD_THIS) && size == SIZE_DAY) return; /* the last day of something */
    if ((the || tw_is(r, at - 1, "the")) && mod == MOD_LAST && tw_is(r, t + 1, "of")) return; /* the last week of August */
    if (the && mod == MOD_PAST) { /* TimeML: the past year is a duration that ends now */
        char v[ATT_VALUE_BYTES];
        static const char *const CODES[] = {[UNIT_D] = "P1D", [UNIT_W] = "P1W", [UNIT_M] = "P1M", [UNIT_Q] = "P1Q", [UNIT_Y] = "P1Y",
            [UNIT_E] = "P1E", [UNIT_C] = "P1C", [UNIT_WE] = "P1WE"};
        snprintf(v, sizeof v, "%s", CODES[r->word[t]->unit]);
        att_time_value(out, ATT_TIMEX_DURATION, v, t + 1, "TIME_PAST_UNIT");
        if (r->published != ATT_NO_DAY) {
            att_days d;
            if (att_moment_days(att_moment_shift(att_moment_of(r->published, size), -1),
                &d)) out->days = (att_days){d.first + (r->published - d.last), r->published};
        }
        return;
    }
    if (mod == MOD_SAME && tw_is(r, t - 1, "that") && size == SIZE_DAY && !r->told_day.size) return;
    att_moment m = {0};
    if (modified_moment(r, mod, size, the, &m)) {
        with_part(r, m, t + 1, "TIME_MOD_UNIT", out);
        return;
    }
    static const char *const UNPLACED[] = {[SIZE_DAY] = "XXXX-XX-XX", [SIZE_WEEKEND] = "XXXX-WXX-WE", [SIZE_WEEK] = "XXXX-WXX",
        [SIZE_MONTH] = "XXXX-XX", [SIZE_SEASON] = "XXXX-XX",
                                           [SIZE_QUARTER] = "XXXX-QX", [SIZE_HALF] = "XXXX-HX", [SIZE_YEAR] = "XXXX",
                                               [SIZE_DECADE] = "XXX", [SIZE_CENTURY] = "XX"};
    att_time_value(out, ATT_TIMEX_DATE, UNPLACED[size], t + 1, "TIME_MOD_UNPLACED");
}

/* ---- two years ago, three days later ---- */

static att_moment shifted(const time_reader *r, att_moment from, const time_word *unit, double n, int sign)
{
    att_size size = att_time_size(unit->unit);
    int k = (int)(n * unit->value + 0.5) * sign;
    att_moment m = {0};
    if (size == SIZE_WEEKEND) size = SIZE_WEEK;
    if (size == SIZE_NONE || !from.size) return m;
    /* Compared with a quarter, a year before means the same quarter; with a day, a week later is a day. */
    if (size == SIZE_YEAR && r->told.size == SIZE_QUARTER && unit->value == 1 && n < 1.5) {
        m = r->told;
        m.at += 4 * k;
        return m;
    }
    if (size == SIZE_CENTURY || (size == SIZE_DECADE && k)) { /* a decade ago is a year ten years back, roughly: its decade */
        m = att_moment_resize(from, SIZE_YEAR);
        m.at += (size == SIZE_DECADE ? 10 : 100) * k;
        return size == SIZE_DECADE ? (att_moment){SIZE_DECADE, m.at >= 0 ? m.at / 10 : 0} : m;
    }
    m = att_moment_resize(from, size);
    return att_moment_shift(m, k);
}

void att_time_ago(const time_reader *r, uint32_t at, time_reading *out)
{
    time_quantity q;
    uint32_t t = att_time_quantity(r, at, &q);
    if (!t && tw_is(r, at, "the") && tw(r, at + 1) == TW_UNIT && tw_hyphen(r, at + 2)) at++;
    if (!t && (tw(r, at) == TW_UNIT || tw(r, at) == TW_UNITS)) t = at, q = (time_quantity){.n = 1, .some = true};
    if (!t) return;
    if (tw_hyphen(r, t)) return;
    if (tw_is(r, t, "more") || tw_is(r, t, "full") || tw_is(r, t, "whole") || tw_is(r, t, "long")) t++;
    if (tw(r, t) != TW_UNIT && tw(r, t) != TW_UNITS) return;
    const time_word *unit = r->word[t];
    uint32_t a = tw_hyphen(r, t + 1) ? t + 2 : t + 1;
    if (tw_is(r, a, "or") && tw_is(r, a + 1, "so")) a += 2;
    bool ago = tw(r, a) == TW_AGO, before = tw_is(r, a, "earlier") || tw_is(r, a, "before") || tw_is(r, a, "previously"), after = tw_is(r,
        a, "later") || tw_is(r, a, "hence");
    bool hence = tw_is(r, a, "from") && (tw_is(r, a + 1, "now") || tw_is(r, a + 1, "today"));
    if (!ago && !before && !after && !hence) return;
    /* "two days before the vote" counts from an event, which we don't place */
    if (tw_is(r, a, "before") && a + 1 < r->end && (r->doc->toks.at[a + 1].flags & ATT_TOK_ALPHA)) return;
    uint32_t e = a + (hence ? 2 : 1);
    bool compared = t == at && tw(r, t) == TW_UNIT; /* "year-ago", "the year-earlier quarter" */
    if (compared) {
        q.some = false;
        if (tw(r, e) == TW_UNIT || tw_is(r, e, "period")) e++;
    }
    if (q.some) {
        att_time_value(out, ATT_TIMEX_DATE, ago || before ? "PAST_REF" : "FUTURE_REF", e, "TIME_SOME_AGO");
        if (ago) att_time_several(r, unit->unit, -1, out);
        return;
    }
    bool from_told = (before || after) && r->told.size;
    att_moment from = from_told ? (unit->unit == UNIT_D && r->told_day.size ? r->told_day : r->told) : (att_moment){0};
    if (!from.size && r->published != ATT_NO_DAY && !r->narrative) from = (att_moment){SIZE_DAY, r->published};
    att_moment m = shifted(r, from, unit, q.n, ago || before ? -1 : 1);
    if (m.size) {
        att_time_moment(out, m, e, ago ? "TIME_AGO" : "TIME_LATER");
        return;
    }
    att_time_value(out, unit->unit <= UNIT_H ? ATT_TIMEX_TIME : ATT_TIMEX_DATE, ago || before ? "PAST_REF" : "FUTURE_REF", e,
        "TIME_AGO_UNPLACED");
}

/* ---- the week, the weekend, the quarter ---- */

void att_time_bare_unit(const time_reader *r, uint32_t at, time_reading *out)
{
    if (!tw_is(r, at, "the") || tw(r, at + 1) != TW_UNIT || r->word[at + 1]->value != 1 || tw_hyphen(r, at + 2)) return;
    att_size size = att_time_size(r->word[at + 1]->unit);
    if (size == SIZE_WEEK && (tw_is(r, at + 2, "of") || tw_is(r, at + 2, "beginning") || tw_is(r, at + 2, "ending"))) { /* the week of March 6 */
        time_reading day = {0};
        att_time_calendar(r, at + 3, &day);
        if (day.end && day.moment.size == SIZE_DAY) {
            att_time_moment(out, att_moment_resize(day.moment, SIZE_WEEK), day.end, "TIME_WEEK_OF");
            return;
        }
    }
    bool edge = at > r->beg + 1 && tw_is(r, at - 1, "of") && tw(r, at - 2) == TW_EDGE;
    edge |= at > r->beg + 1 && (tw_is(r, at - 1, "in") && (tw_is(r, at - 2, "earlier") || tw_is(r, at - 2, "later")));
    if (size == SIZE_DAY || size == SIZE_DECADE || size == SIZE_CENTURY || size == SIZE_NONE) return;
    if (!edge && (size == SIZE_YEAR || size == SIZE_MONTH)) return;
    if (tw_is(r, at + 2, "of") || tw_is(r, at + 2, "that")) return;
    att_moment told = r->told;
    att_moment m = {0};
    if (r->narrative && told.size) m = att_moment_resize(told, size);
    else if (r->published != ATT_NO_DAY && !r->narrative) m = att_moment_of(r->published, size);
    if (!m.size) return;
    bool ahead = att_time_direction(r, at, at + 2) == LOOKS_AHEAD;
    if (!r->narrative && size == SIZE_QUARTER) m = told.size == SIZE_QUARTER ? told : att_moment_shift(m, ahead ? 0 : -1);
    if (!r->narrative && size == SIZE_WEEKEND && !ahead && att_weekday(r->published) < 5) m = att_moment_shift(m, -1);
    att_time_moment(out, m, at + 2, "TIME_THE_UNIT");
}
