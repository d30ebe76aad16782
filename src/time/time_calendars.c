/* time_calendars.c: years and days that are told in another calendar. Values and days are Gregorian. */
#include <stdio.h>

#include "time/time_int.h"

/* First day of a year of the tabular Islamic calendar, civil epoch (16 July 622, Julian); leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29
 * of 30. Sighting of the moon moves the real one by a day or two. Reingold and Dershowitz, "Calendrical Calculations". */
static att_day hijri_new_year(int year) { return att_day_of(622, 7, 19) + 354 * (year - 1) + (3 + 11 * year) / 30; }

/* "1443 AH", "the Hijri year 1443". */
void att_time_hijri(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = tw_is(r, at, "the") ? at + 1 : at;
    bool named = tw_is(r, t, "hijri") || tw_is(r, t, "islamic");
    if (named) t += tw_is(r, t + 1, "year") ? 2 : 1;
    int year = att_time_digits(tw_lower(r, t));
    bool behind = tw_is(r, t + 1, "ah") || tw_is(r, t + 1, "a.h.") || tw_is(r, t + 1, "hijri");
    if (year < 1 || year > 1700 || (!named && !behind)) return;
    att_days d = {hijri_new_year(year), hijri_new_year(year + 1) - 1};
    char v[ATT_VALUE_BYTES];
    int first = att_date_of(d.first).year, last = att_date_of(d.last).year;
    if (first == last) snprintf(v, sizeof v, "%04d", first);
    else snprintf(v, sizeof v, "%04d/%04d", first, last);
    att_time_value(out, ATT_TIMEX_DATE, v, behind ? t + 2 : t + 1, "TIME_HIJRI_YEAR");
    out->days = d;
}

/* Days by which the Julian calendar is behind. */
static int julian_lag(int year) { return year / 100 - year / 400 - 2; }

/* "25 October (Old Style)", "25 October, O.S.": the day is Julian. */
void att_time_old_style(const time_reader *r, time_reading *x)
{
    uint32_t t = x->end;
    if (x->moment.size != SIZE_DAY) return;
    if (tw_is(r, t, "(") || tw_is(r, t, "[") || tw_is(r, t, ",")) t++;
    bool old = tw_is(r, t, "o.s.") || tw_is(r, t, "o.s") || (tw_is(r, t, "old") && tw_is(r, t + 1, "style")) || (tw_is(r, t, "julian") && !tw_cap(r, t + 1));
    if (!old) return;
    att_moment m = x->moment;
    m.at += julian_lag(att_moment_year_of(m));
    uint32_t end = x->end;
    att_time_moment(x, m, end, "TIME_OLD_STYLE");
}
