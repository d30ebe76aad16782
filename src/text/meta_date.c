/* meta_date.c: dates as they stand in metadata, bylines and datelines. The expressions of running text ("last Friday")
 * are the business of src/time. */
#include "base/civil.h"
#include "text/meta.h"

enum { YEAR_MIN = 1800, YEAR_MAX = 2199 };

/* A place in the text that moves on as pieces are read. */
typedef struct {
    att_slice s;
    uint32_t at;
} cursor;

static char peek(const cursor *c) { return c->at < c->s.len ? c->s.ptr[c->at] : '\0'; }

static void skip(cursor *c, const char *set)
{
    while (c->at < c->s.len && c->s.ptr[c->at] && strchr(set, c->s.ptr[c->at])) c->at++;
}

/* Digits, at most max of them; number of digits read, 0 when there are more or none. */
static int number(cursor *c, int max, int *value)
{
    int n = 0, v = 0;
    uint32_t at = c->at;
    while (at < c->s.len && att_is_digit((unsigned char)c->s.ptr[at])) {
        if (++n > max) return 0;
        v = v * 10 + (c->s.ptr[at++] - '0');
    }
    if (n) c->at = at, *value = v;
    return n;
}

static att_slice word(cursor *c)
{
    uint32_t beg = c->at;
    while (c->at < c->s.len && att_is_alpha((unsigned char)c->s.ptr[c->at])) c->at++;
    return att_sub(c->s, beg, c->at);
}

/* Is w a name of the list or one of its short forms (three letters or more)? Index, or -1. */
static int named(att_slice w, const char *const *names, int n)
{
    for (int i = 0; i < n; i++) {
        att_slice full = att_slice_of(names[i]);
        if (w.len < 3 || w.len > full.len) continue;
        if (w.len > 4 && w.len != full.len) continue;
        if (att_eq_nocase(w, att_sub(full, 0, w.len))) return i;
    }
    return -1;
}

static bool month_word(cursor *c, int *month)
{
    static const char *const NAMES[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};
    cursor old = *c;
    int m = named(word(c), NAMES, 12);
    if (m < 0) return *c = old, false;
    if (peek(c) == '.') c->at++;
    *month = m + 1;
    return true;
}

/* *weekday: 0 = Monday, -1 when there is none. */
static bool weekday_word(cursor *c, int *weekday)
{
    static const char *const NAMES[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    cursor old = *c;
    att_slice w = word(c);
    *weekday = att_eq_nocase(w, ATT_LIT("thurs")) ? 3 : att_eq_nocase(w, ATT_LIT("tues")) ? 1 : named(w, NAMES, 7);
    if (*weekday < 0) return *c = old, false;
    skip(c, "., (");
    return true;
}

static void ordinal(cursor *c)
{
    static const char *const ENDS[] = {"st", "nd", "rd", "th", NULL};
    cursor old = *c;
    if (!att_in(word(c), ENDS)) *c = old;
}

static bool year(cursor *c, int *y)
{
    return number(c, 4, y) == 4 && *y >= YEAR_MIN && *y <= YEAR_MAX;
}

/* "10:00:00 +0000" or "10:00 GMT" between day and year, as in Unix and Twitter dates. */
static void time_of_day(cursor *c)
{
    cursor old = *c;
    int n;
    if (!number(c, 2, &n) || peek(c) != ':') {
        *c = old;
        return;
    }
    skip(c, "0123456789:");
    skip(c, " ");
    if (peek(c) == '+' || peek(c) == '-') {
        c->at++;
        skip(c, "0123456789:");
    } else {
        (void)word(c);
    }
    skip(c, " ");
}

static bool day_number(cursor *c, int *d)
{
    if (!number(c, 2, d) || *d < 1 || *d > 31) return false;
    ordinal(c);
    return true;
}

/* "February 14" or "14 February", "14th of Feb." */
static bool month_day(cursor *c, int *m, int *d)
{
    cursor old = *c;
    if (month_word(c, m)) {
        skip(c, " ");
        if (day_number(c, d)) return true;
        return *c = old, false;
    }
    if (day_number(c, d)) {
        skip(c, " -");
        cursor of = *c;
        if (att_is(word(c), "of"))
            skip(c, " ");
        else
            *c = of;
        if (month_word(c, m)) return true;
    }
    return *c = old, false;
}

static bool worded(cursor *c, int *y, int *m, int *d)
{
    if (!month_day(c, m, d)) return false;
    skip(c, " ,-");
    time_of_day(c);
    return year(c, y);
}

/* Figures only: 2022-02-14, 20220214, 14.02.2022, and with slashes when it can be read in one way only. */
static bool figures(cursor *c, int *y, int *m, int *d)
{
    cursor old = *c;
    int a = 0, b = 0;
    int n = number(c, 8, &a);
    if (n == 8) {
        *y = a / 10000, *m = a / 100 % 100, *d = a % 100;
        return *y >= YEAR_MIN && *y <= YEAR_MAX;
    }
    *c = old;
    n = number(c, 4, &a);
    char sep = peek(c);
    if (n == 3 || n == 0 || (sep != '-' && sep != '/' && sep != '.')) return false;
    c->at++;
    if (!number(c, 2, &b) || peek(c) != sep) return false;
    c->at++;
    if (n == 4) {
        *y = a, *m = b;
        return number(c, 2, d) > 0 && a >= YEAR_MIN && a <= YEAR_MAX;
    }
    if (!year(c, y)) return false;
    if (sep == '.' || a > 12 || a == b)
        *d = a, *m = b;
    else if (b > 12)
        *d = b, *m = a;
    else
        return false;
    return true;
}

bool att_date_at(att_slice s, uint32_t at, att_day *day, uint32_t *end)
{
    cursor c = {s, at};
    int y = 0, m = 0, d = 0, weekday;
    (void)weekday_word(&c, &weekday);
    cursor start = c;
    if (!figures(&c, &y, &m, &d)) {
        c = start;
        if (!worded(&c, &y, &m, &d)) return false;
    }
    if (att_is_digit((unsigned char)peek(&c)) || !att_date_valid(y, m, d)) return false;
    *day = att_day_of(y, m, d);
    *end = c.at;
    return true;
}

bool att_month_day_read(att_slice s, uint32_t at, att_month_day *out, uint32_t *end)
{
    cursor c = {s, at};
    (void)weekday_word(&c, &out->weekday);
    if (!month_day(&c, &out->month, &out->day) || att_is_digit((unsigned char)peek(&c))) return false;
    *end = c.at;
    return true;
}

bool att_month_day_at(att_slice s, uint32_t at, uint32_t *end)
{
    att_month_day found;
    return att_month_day_read(s, at, &found, end);
}

bool att_date_find(att_slice s, uint32_t from, att_day *day, att_span *span)
{
    for (uint32_t at = from; at < s.len; at++) {
        unsigned char c = (unsigned char)s.ptr[at], before = at ? (unsigned char)s.ptr[at - 1] : ' ';
        if (!att_is_digit(c) && !att_is_alpha(c)) continue;
        if (att_is_digit(before) || att_is_alpha(before)) continue;
        uint32_t end;
        if (!att_date_at(s, at, day, &end)) continue;
        *span = (att_span){at, end};
        return true;
    }
    return false;
}

/* Seconds or milliseconds since 1970, from 1990 on: shorter numbers are no times. */
static att_day from_seconds(att_slice s)
{
    double v;
    if (s.len < 9 || s.len > 16 || !att_to_double(s, &v)) return ATT_NO_DAY;
    if (v >= 1e12) v /= 1000;
    return v > 6e8 && v < 7e9 ? (att_day)(v / 86400) : ATT_NO_DAY;
}

att_day att_date_value(att_slice value)
{
    att_slice v = att_trim(value);
    att_day day;
    uint32_t end;
    att_span span;
    if (v.len > 200) v.len = 200;
    if (v.len == 0) return ATT_NO_DAY;
    if (att_date_at(v, 0, &day, &end)) return day;
    day = from_seconds(v);
    if (day != ATT_NO_DAY) return day;
    return att_date_find(v, 0, &day, &span) ? day : ATT_NO_DAY;
}
