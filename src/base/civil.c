#include "base/civil.h"

#include <stdio.h>

att_day att_day_of(int y, int m, int d)
{
    y -= m <= 2;
    int era = (y >= 0 ? y : y - 399) / 400;
    int yoe = y - era * 400;
    int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

att_date att_date_of(att_day z)
{
    z += 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp < 10 ? mp + 3 : mp - 9;
    return (att_date){yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

int att_month_days(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

bool att_date_valid(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= att_month_days(year, month);
}

int att_weekday(att_day d)
{
    int w = (int)((d + 3) % 7); /* 1970-01-01 was a Thursday */
    return w < 0 ? w + 7 : w;
}

void att_iso_week(att_day d, int *year, int *week)
{
    att_day thursday = d - att_weekday(d) + 3;
    *year = att_date_of(thursday).year;
    *week = (int)(thursday - att_day_of(*year, 1, 1)) / 7 + 1;
}

static bool digits(att_slice s, uint32_t beg, uint32_t n, int *out)
{
    uint32_t v;
    if (s.len < beg + n || !att_to_u32(att_sub(s, beg, beg + n), &v)) return false;
    *out = (int)v;
    return true;
}

static bool parse_one(att_slice s, att_day *first, att_day *last)
{
    int y, m, d;
    if (!digits(s, 0, 4, &y) || y < 1) return false;
    if (s.len == 4) {
        *first = att_day_of(y, 1, 1);
        *last = att_day_of(y, 12, 31);
        return true;
    }
    if (s.ptr[4] != '-' || !digits(s, 5, 2, &m) || !att_date_valid(y, m, 1)) return false;
    if (s.len == 7) {
        *first = att_day_of(y, m, 1);
        *last = att_day_of(y, m, att_month_days(y, m));
        return true;
    }
    if (s.ptr[7] != '-' || !digits(s, 8, 2, &d) || !att_date_valid(y, m, d)) return false;
    if (s.len > 10 && s.ptr[10] != 'T' && s.ptr[10] != ' ') return false;
    *first = *last = att_day_of(y, m, d);
    return true;
}

bool att_parse_iso(att_slice s, att_day *first, att_day *last)
{
    uint32_t slash = att_find(s, ATT_LIT("/"), 0);
    if (slash == s.len) return parse_one(s, first, last);
    att_day skip;
    return parse_one(att_sub(s, 0, slash), first, &skip) && parse_one(att_sub(s, slash + 1, s.len), &skip, last) &&
           *first <= *last;
}

const char *att_day_text(att_day d, char buf[16])
{
    att_date c = att_date_of(d);
    snprintf(buf, 16, "%04d-%02d-%02d", (int)((unsigned)c.year % 10000), (int)((unsigned)c.month % 100), (int)((unsigned)c.day % 100));
    return buf;
}
