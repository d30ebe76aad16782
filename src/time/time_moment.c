#include "time/time_moment.h"

#include <stdio.h>

static int floor_div(int a, int b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0)); }

/* Parts of a year of this size; 0 = the size is no part of a year. */
static int parts_of(uint8_t size)
{
    switch (size) {
    case SIZE_MONTH: return 12;
    case SIZE_SEASON: case SIZE_QUARTER: return 4;
    case SIZE_HALF: return 2;
    default: return 0;
    }
}

att_moment att_moment_month(int year, int month) { return (att_moment){SIZE_MONTH, year * 12 + month - 1}; }
att_moment att_moment_year(int year) { return (att_moment){SIZE_YEAR, year}; }

att_moment att_moment_of(att_day day, att_size size)
{
    att_date d = att_date_of(day);
    switch (size) {
    case SIZE_WEEK: case SIZE_WEEKEND: return (att_moment){(uint8_t)size, day - att_weekday(day)};
    case SIZE_MONTH: return att_moment_month(d.year, d.month);
    case SIZE_SEASON: /* March begins the spring; January and February belong to the winter of the year before */
        return (att_moment){SIZE_SEASON, floor_div(d.year * 12 + d.month - 3, 3)};
    case SIZE_QUARTER: return (att_moment){SIZE_QUARTER, d.year * 4 + (d.month - 1) / 3};
    case SIZE_HALF: return (att_moment){SIZE_HALF, d.year * 2 + (d.month - 1) / 6};
    case SIZE_YEAR: return (att_moment){SIZE_YEAR, d.year};
    case SIZE_DECADE: return (att_moment){SIZE_DECADE, floor_div(d.year, 10)};
    case SIZE_CENTURY: return (att_moment){SIZE_CENTURY, floor_div(d.year, 100)};
    default: return (att_moment){SIZE_DAY, day};
    }
}

att_moment att_moment_shift(att_moment m, int n)
{
    if (n > 100000) n = 100000;
    if (n < -100000) n = -100000;
    m.at += m.size == SIZE_WEEK || m.size == SIZE_WEEKEND ? 7 * n : n;
    return m;
}

int att_moment_year_of(att_moment m)
{
    int parts = parts_of(m.size);
    if (parts) return floor_div(m.at, parts);
    switch (m.size) {
    case SIZE_DAY: return att_date_of(m.at).year;
    case SIZE_WEEK: case SIZE_WEEKEND: return att_date_of(m.at + 3).year;
    case SIZE_DECADE: return m.at * 10;
    case SIZE_CENTURY: return m.at * 100;
    default: return m.at;
    }
}

static att_days years(int first, int last) { return (att_days){att_day_of(first, 1, 1), att_day_of(last, 12, 31)}; }

static att_days months(int year, int month, int n)
{
    int last = year * 12 + month - 1 + n - 1;
    int ly = floor_div(last, 12), lm = last - ly * 12 + 1;
    return (att_days){att_day_of(year, month, 1), att_day_of(ly, lm, att_month_days(ly, lm))};
}

bool att_moment_days(att_moment m, att_days *out)
{
    int y = att_moment_year_of(m);
    if (m.size == SIZE_NONE || y < 1 || y > 9900) return false;
    switch (m.size) {
    case SIZE_DAY: *out = (att_days){m.at, m.at}; break;
    case SIZE_WEEK: *out = (att_days){m.at, m.at + 6}; break;
    case SIZE_WEEKEND: *out = (att_days){m.at + 5, m.at + 6}; break;
    case SIZE_MONTH: *out = months(y, m.at - y * 12 + 1, 1); break;
    case SIZE_SEASON: *out = months(y, (m.at - y * 4) * 3 + 3, 3); break;
    case SIZE_QUARTER: *out = months(y, (m.at - y * 4) * 3 + 1, 3); break;
    case SIZE_HALF: *out = months(y, (m.at - y * 2) * 6 + 1, 6); break;
    case SIZE_DECADE: *out = years(y, y + 9); break;
    case SIZE_CENTURY: *out = years(y + 1, y + 100); break;
    default: *out = years(y, y); break;
    }
    return true;
}

att_moment att_moment_resize(att_moment m, att_size size)
{
    att_days d;
    if (m.size == size || !att_moment_days(m, &d)) return m;
    return att_moment_of(d.first, size);
}

void att_moment_text(att_moment m, char out[ATT_VALUE_BYTES])
{
    static const char *const SEASONS[] = {"SP", "SU", "FA", "WI"};
    int y = att_moment_year_of(m), year = 0, week = 0;
    char day[16];
    switch (m.size) {
    case SIZE_DAY: snprintf(out, ATT_VALUE_BYTES, "%s", att_day_text(m.at, day)); break;
    case SIZE_WEEK: case SIZE_WEEKEND:
        att_iso_week(m.at, &year, &week);
        snprintf(out, ATT_VALUE_BYTES, "%04d-W%02d%s", year, week, m.size == SIZE_WEEKEND ? "-WE" : "");
        break;
    case SIZE_MONTH: snprintf(out, ATT_VALUE_BYTES, "%04d-%02d", y, m.at - y * 12 + 1); break;
    case SIZE_SEASON: snprintf(out, ATT_VALUE_BYTES, "%04d-%s", y, SEASONS[m.at - y * 4]); break;
    case SIZE_QUARTER: snprintf(out, ATT_VALUE_BYTES, "%04d-Q%d", y, m.at - y * 4 + 1); break;
    case SIZE_HALF: snprintf(out, ATT_VALUE_BYTES, "%04d-H%d", y, m.at - y * 2 + 1); break;
    case SIZE_DECADE: snprintf(out, ATT_VALUE_BYTES, "%03d", m.at); break;
    case SIZE_CENTURY: snprintf(out, ATT_VALUE_BYTES, "%02d", m.at); break;
    case SIZE_YEAR:
        if (y < 1) snprintf(out, ATT_VALUE_BYTES, "BC%04d", 1 - y); /* year 0 of astronomers is 1 BC */
        else snprintf(out, ATT_VALUE_BYTES, "%04d", y);
        break;
    default: out[0] = 0;
    }
}
