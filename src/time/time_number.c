/* time_number.c: numbers in words and digits as they stand before units of time, in dates and in years. */
#include "time/time_int.h"

int att_time_digits(att_slice s)
{
    int n = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == ',') continue;
        if (!att_is_digit((unsigned char)s.ptr[i]) || ++count > 6) return -1;
        n = n * 10 + (s.ptr[i] - '0');
    }
    return count ? n : -1;
}

/* "twenty-five", "five", "nineteen": below 100. */
static uint32_t small_number(const time_reader *r, uint32_t t, int *n)
{
    if (tw(r, t) != TW_NUMBER || tw_value(r, t) >= 100) return 0;
    *n = tw_value(r, t);
    if (*n < 20 || *n % 10) return t + 1;
    uint32_t u = tw_hyphen(r, t + 1) ? t + 2 : t + 1;
    if (tw(r, u) == TW_NUMBER && tw_value(r, u) < 10 && tw_value(r, u) > 0) {
        *n += tw_value(r, u);
        return u + 1;
    }
    return t + 1;
}

uint32_t att_time_number(const time_reader *r, uint32_t t, int *n)
{
    if (t >= r->end) return 0;
    if (r->doc->toks.at[t].flags & ATT_TOK_DIGIT) {
        *n = att_time_digits(tw_lower(r, t));
        return *n >= 0 ? t + 1 : 0;
    }
    uint32_t e = small_number(r, t, n);
    if (!e && (tw_is(r, t, "a") || tw_is(r, t, "one")) && tw(r, t + 1) == TW_NUMBER && tw_value(r, t + 1) >= 100) *n = 1, e = t + 1;
    if (!e && tw(r, t) == TW_NUMBER) *n = 1, e = t;
    if (!e) return 0;
    while (tw(r, e) == TW_NUMBER && tw_value(r, e) >= 100 && *n < 1000) {
        *n *= tw_value(r, e++);
        int more;
        uint32_t s = tw_is(r, e, "and") ? e + 1 : e, f = small_number(r, s, &more);
        if (f) *n += more, e = f;
    }
    return e;
}

static bool half_word(const time_reader *r, uint32_t t) { return tw_is(r, t, "half") || tw_is(r, t, "1/2"); }

uint32_t att_time_quantity(const time_reader *r, uint32_t t, time_quantity *q)
{
    int n = 0;
    *q = (time_quantity){0};
    bool a = tw_is(r, t, "a") || tw_is(r, t, "an");
    uint32_t e = att_time_number(r, t, &n);
    if (!e && t < r->end && att_to_double(tw_lower(r, t), &q->n) && q->n >= 0 && q->n < 1e6) return t + 1;
    if (!e && a && tw(r, t + 1) == TW_SOME) {
        q->some = true;
        e = t + 2;
    } else if (!e && tw(r, t) == TW_SOME) {
        q->some = true;
        e = t + 1;
    } else if (!e && a) {
        *q = (time_quantity){.n = 1, .article = true};
        return t + 1;
    }
    if (!e) return 0;
    if (q->some) {
        if (tw_is(r, e - 1, "couple")) *q = (time_quantity){.n = 2};
        if (tw_is(r, e, "of")) e++;
        return e;
    }
    q->n = n;
    if (half_word(r, e)) q->n += 0.5, e++;
    else if (tw_is(r, e, "and") && half_word(r, e + 1)) q->n += 0.5, e += 2;
    else if (tw_is(r, e, "and") && tw_is(r, e + 1, "a") && half_word(r, e + 2)) q->n += 0.5, e += 3;
    return e;
}

uint32_t att_time_monthday(const time_reader *r, uint32_t t, int *day)
{
    if (t >= r->end) return 0;
    att_slice s = tw_lower(r, t);
    *day = 0;
    if (tw(r, t) == TW_ORDINAL) {
        *day = tw_value(r, t);
    } else if (s.len && s.len <= 4 && att_is_digit((unsigned char)s.ptr[0])) {
        uint32_t d = 0;
        while (d < s.len && att_is_digit((unsigned char)s.ptr[d])) d++;
        att_slice tail = att_sub(s, d, s.len);
        if (tail.len && !att_is(tail, "st") && !att_is(tail, "nd") && !att_is(tail, "rd") && !att_is(tail, "th")) return 0;
        *day = att_time_digits(att_sub(s, 0, d));
    }
    return *day >= 1 && *day <= 31 ? t + 1 : 0;
}

/* '99 is 1999, '14 is 2014: the reading that is not far ahead of publication. */
static int two_digits(const time_reader *r, int n)
{
    int now = r->published == ATT_NO_DAY ? 2030 : att_date_of(r->published).year;
    int y = now / 100 * 100 + n;
    return y > now + 10 ? y - 100 : y;
}

uint32_t att_time_year(const time_reader *r, uint32_t t, int *year)
{
    att_slice s = tw_lower(r, t);
    if (s.len == 4 && att_is_digit((unsigned char)s.ptr[0])) {
        *year = att_time_digits(s);
        return *year >= 1000 && *year <= 2199 ? t + 1 : 0;
    }
    if (s.len == 3 && s.ptr[0] == '\'') {
        int n = att_time_digits(att_sub(s, 1, 3));
        if (n < 0) return 0;
        *year = two_digits(r, n);
        return t + 1;
    }
    int a = 0, b = 0;
    uint32_t e = small_number(r, t, &a), f = e ? small_number(r, e, &b) : 0;
    if (f && a >= 17 && a <= 20 && b >= 10 && tw(r, t) == TW_NUMBER) {
        *year = a * 100 + b;
        return f;
    }
    if (a == 2 && tw_is(r, e, "thousand") && (f = att_time_number(r, t, &b)) != 0 && b < 2100) {
        *year = b;
        return f;
    }
    return 0;
}
