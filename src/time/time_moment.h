/* time_moment.h: a point or stretch of the calendar of one size (a day, an ISO week, a quarter ...), and sums with it. */
#ifndef ATT_TIME_TIME_MOMENT_H
#define ATT_TIME_TIME_MOMENT_H

#include "base/civil.h"
#include "base/doc.h"

typedef enum {
    SIZE_NONE, SIZE_DAY, SIZE_WEEKEND, SIZE_WEEK, SIZE_MONTH, SIZE_SEASON, SIZE_QUARTER, SIZE_HALF, SIZE_YEAR, SIZE_DECADE, SIZE_CENTURY
} att_size;

typedef enum { SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER } att_season;

enum { ATT_VALUE_BYTES = 48 };

/* at: day number of SIZE_DAY, of the Monday of SIZE_WEEK and SIZE_WEEKEND; year * parts + part of SIZE_MONTH (12), SIZE_SEASON (4),
 * SIZE_QUARTER (4), SIZE_HALF (2); else the year, decade (199) or century (19). Shifts are plain additions (weeks: of 7). */
typedef struct {
    uint8_t size; /* att_size */
    int32_t at;
} att_moment;

att_moment att_moment_of(att_day day, att_size size);
att_moment att_moment_month(int year, int month);
att_moment att_moment_year(int year);
att_moment att_moment_shift(att_moment m, int n);
/* The moment of another size that m begins in. */
att_moment att_moment_resize(att_moment m, att_size size);
int att_moment_year_of(att_moment m);
/* false when m lies outside of the years 1 to 9999. */
bool att_moment_days(att_moment m, att_days *out);
/* TIMEX3 value: 2022-02-15, 2022-W07, 2022-W07-WE, 2022-02, 2022-SU, 2022-Q1, 2022-H1, 2022, 199, 19. */
void att_moment_text(att_moment m, char out[ATT_VALUE_BYTES]);

#endif
