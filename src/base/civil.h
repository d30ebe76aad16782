/* civil.h: sums with calendar days. Proleptic Gregorian calendar; algorithms of Howard Hinnant, "chrono-compatible
 * low-level date algorithms". No function reads the system clock. */
#ifndef ATT_BASE_CIVIL_H
#define ATT_BASE_CIVIL_H

#include "base/slice.h"

typedef struct {
    int year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
} att_date;

att_day att_day_of(int year, int month, int day);
att_date att_date_of(att_day d);
bool att_date_valid(int year, int month, int day);
int att_month_days(int year, int month);
/* 0 = Monday ... 6 = Sunday */
int att_weekday(att_day d);
/* ISO 8601 week and the year that it belongs to. */
void att_iso_week(att_day d, int *year, int *week);
/* 2022-02-15, 2022-02, 2022, or a range a/b; false when it is none of these. Trailing time of day is ignored. */
bool att_parse_iso(att_slice s, att_day *first, att_day *last);
/* "2022-02-15" into buf; returns buf. */
const char *att_day_text(att_day d, char buf[16]);

#endif
