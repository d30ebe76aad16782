/* time_calendar.c: dates that name themselves. */
#include <stdio.h>

#include "time/time_int.h"

/* Behind a month and day: ", 2022", "2022", "of 2022". A comma asks for four digits. */
static uint32_t year_after(const time_reader *r, uint32_t t, int *year)
{
    uint32_t y = tw_is(r, t, ",") || tw_is(r, t, "of") || tw_is(r, t, "in") ? t + 1 : t;
    uint32_t e = att_time_year(r, y, year);
    /* "in May, 1500 people": a number with a noun behind it is no year */
    if (e && y > t && r->doc->toks.at[y].upos == ATT_NUM && e < r->end && *year < 1900 && r->doc->toks.at[e].upos == ATT_NOUN) return 0;
    return e;
}

/* "this year", "last year" behind a month. */
static uint32_t deictic_year(const time_reader *r, uint32_t t, int *year)
{
    uint32_t m = tw_is(r, t, "of") ? t + 1 : t;
    if (tw(r, m) != TW_MOD || tw(r, m + 1) != TW_UNIT || r->word[m + 1]->unit != UNIT_Y) return 0;
    int mod = tw_value(r, m);
    if (mod == MOD_SAME && r->told_year) *year = r->told_year;
    else if (r->published == ATT_NO_DAY) return 0;
    else *year = att_date_of(r->published).year + (mod == MOD_NEXT) - (mod == MOD_LAST);
    return mod == MOD_LAST || mod == MOD_NEXT || mod == MOD_THIS || mod == MOD_SAME ? m + 2 : 0;
}

static bool is_month(const time_reader *r, uint32_t t);

/* "April and June 1955", "from 3 March to 5 May 1998": the year stands behind the second of two. */
static bool joined_year(const time_reader *r, uint32_t t, int month, int *year)
{
    static const char *const JOINS[] = {"and", "to", "through", "until", "till", "or", "-", "\xE2\x80\x93", "\xE2\x80\x94", NULL};
    int day = 0, second;
    if (!att_in(tw_lower(r, t), JOINS)) return false;
    t += tw_is(r, t + 1, "the") ? 2 : 1;
    uint32_t d = att_time_monthday(r, t, &day);
    if (d && tw_is(r, d, "of")) d++;
    if (!is_month(r, d ? d : t)) return false;
    second = tw_value(r, d ? d : t);
    t = d ? d + 1 : t + 1;
    uint32_t after = d ? 0 : att_time_monthday(r, t, &day);
    if (!year_after(r, after ? after : t, year)) return false;
    if (second < month) (*year)--; /* "from November to March 1942" */
    return true;
}

static void read_day(const time_reader *r, uint32_t beg, uint32_t end, int month, int day, time_reading *out)
{
    int year = 0;
    uint32_t e = year_after(r, end, &year);
    if (!e) e = deictic_year(r, end, &year);
    if (!e && joined_year(r, end, month, &year)) e = end;
    att_moment m = {0};
    if (e && att_date_valid(year, month, day)) {
        att_time_moment(out, (att_moment){SIZE_DAY, att_day_of(year, month, day)}, e, "TIME_FULL_DATE");
    } else if (att_time_place_day(r, beg, end, month, day, &m)) {
        att_time_moment(out, m, end, "TIME_DAY_OF_MONTH");
    } else if (day <= att_month_days(2000, month)) {
        char v[ATT_VALUE_BYTES];
        snprintf(v, sizeof v, "XXXX-%02d-%02d", month, day);
        att_time_value(out, ATT_TIMEX_DATE, v, end, "TIME_DAY_NO_YEAR");
    }
}

/* "Feb. 4-20", "4-20 February": the days from a to b of one month. */
static void read_range(const time_reader *r, uint32_t beg, uint32_t end, int month, int a, int b, time_reading *out)
{
    time_reading last = {0};
    read_day(r, beg, end, month, b, &last);
    if (!last.end || last.moment.size != SIZE_DAY || b <= a) return;
    att_date d = att_date_of(last.moment.at);
    *out = last;
    out->days.first = att_day_of(d.year, d.month, a);
    att_moment_text((att_moment){SIZE_DAY, out->days.first}, out->value);
    size_t n = strlen(out->value);
    snprintf(out->value + n, sizeof out->value - n, "/%.16s", last.value);
    out->rule = "TIME_DAY_RANGE";
}

static void month_first(const time_reader *r, uint32_t at, time_reading *out)
{
    int month = tw_value(r, at), day = 0, last = 0, year = 0;
    uint32_t d = att_time_monthday(r, tw_is(r, at + 1, "the") ? at + 2 : at + 1, &day);
    bool clock = d && (tw(r, d) == TW_MERIDIEM || tw_is(r, d, "percent") || tw_is(r, d, "%"));
    if (d && !clock) {
        uint32_t e = tw_hyphen(r, d) ? att_time_monthday(r, d + 1, &last) : 0;
        if (e) read_range(r, at, e, month, day, last, out);
        if (!out->end) read_day(r, at, d, month, day, out);
        return;
    }
    uint32_t e = year_after(r, at + 1, &year);
    if (!e) e = deictic_year(r, at + 1, &year);
    if (!e && joined_year(r, at + 1, month, &year)) e = at + 1;
    if (e) {
        att_time_moment(out, att_moment_month(year, month), e, "TIME_MONTH_YEAR");
        return;
    }
    att_moment m = {0};
    if (att_time_place_month(r, at, at + 1, month, &m)) {
        att_time_moment(out, m, at + 1, "TIME_MONTH");
    } else {
        char v[ATT_VALUE_BYTES];
        snprintf(v, sizeof v, "XXXX-%02d", month);
        att_time_value(out, ATT_TIMEX_DATE, v, at + 1, "TIME_MONTH_NO_YEAR");
    }
}

/* "May", "March" and "August" are other words too: a capital, and for may and march something of time beside them. */
static bool is_month(const time_reader *r, uint32_t t)
{
    if (tw(r, t) != TW_MONTH || !tw_named(r, t)) return false;
    int n = 0;
    if (tw_lower(r, t).len == 3 && !tw_is(r, t, "may")) /* Jan and Dec are people too */
        return att_time_monthday(r, t + 1, &n) || year_after(r, t + 1, &n) || att_time_monthday(r, t - 1, &n);
    if (!tw_is(r, t, "may") && !tw_is(r, t, "march") && !tw_is(r, t, "august")) return true;
    if (att_time_monthday(r, t + 1, &n) || year_after(r, t + 1, &n) || att_time_monthday(r, t - 1, &n)) return true;
    if (tw(r, t - 1) == TW_MOD || tw(r, t - 1) == TW_EDGE || tw(r, t + 1) == TW_MOD) return true;
    if (t == r->beg && (tw_is(r, t + 1, ":") || tw_is(r, t + 1, "-"))) return true; /* "March: troops seize the airport" */
    static const char *const BEFORE[] = {"in", "of", "since", "until", "till", "by", "from", "for", "and", "to", "through", "during",
        "between", "before", "after", "-", "mid-", NULL};
    if (t > r->beg && att_in(tw_lower(r, t - 1), BEFORE)) return true;
    return false;
}

void att_time_calendar(const time_reader *r, uint32_t at, time_reading *out)
{
    int day = 0, last = 0;
    if (is_month(r, at)) {
        month_first(r, at, out);
        return;
    }
    uint32_t d = att_time_monthday(r, tw_is(r, at, "the") ? at + 1 : at, &day);
    if (!d) return;
    uint32_t e = tw_hyphen(r, d) ? att_time_monthday(r, d + 1, &last) : 0;
    uint32_t m = e && is_month(r, e) ? e : tw_is(r, d, "of") ? d + 1 : d;
    if (!is_month(r, m)) return;
    if (m == e) read_range(r, at, m + 1, tw_value(r, m), day, last, out);
    else read_day(r, at, m + 1, tw_value(r, m), day, out);
}

/* 2022-02-15, 2022/02/15, 15/02/2022, 02/13/98, 15.02.2022, 2022-02-15T10:00. What can be read in two ways is read in the
 * order that the text and its outlet keep (time_order.c), and left alone when they don't tell. */
void att_time_numeric(const time_reader *r, uint32_t at, time_reading *out)
{
    att_slice s = tw_lower(r, at);
    int part[3] = {0}, digits[3] = {0}, n = 0;
    char sep = 0;
    uint32_t i = 0;
    for (; i < s.len; i++) {
        char c = s.ptr[i];
        if (att_is_digit((unsigned char)c)) {
            if (++digits[n] > 4) return;
            part[n] = part[n] * 10 + (c - '0');
        } else if ((c == '-' || c == '/' || c == '.') && n < 2 && digits[n] && (!sep || sep == c)) {
            sep = c;
            n++;
        } else {
            break;
        }
    }
    if (n != 2 || !digits[2] || (i < s.len && s.ptr[i] != 't')) return;
    int y = 0, m = 0, d = 0;
    if (digits[0] == 4) y = part[0], m = part[1], d = part[2];
    else if (digits[2] == 4 || (digits[2] == 2 && sep == '/')) {
        y = digits[2] == 4 ? part[2] : part[2] > 50 ? 1900 + part[2] : 2000 + part[2];
        bool month_first = part[1] > 12, day_first = part[0] > 12 || sep == '.';
        if (month_first == day_first && part[0] != part[1]) {
            if (!r->order) return;
            day_first = r->order > 0, month_first = !day_first;
        }
        m = month_first ? part[0] : part[1], d = month_first ? part[1] : part[0];
    }
    if (y >= 1000 && att_date_valid(y, m, d)) att_time_moment(out, (att_moment){SIZE_DAY, att_day_of(y, m, d)}, at + 1, "TIME_NUMERIC");
}

/* ---- years ---- */

static uint32_t era(const time_reader *r, uint32_t t)
{
    static const char *const BC[] = {"bc", "b.c.", "bce", "b.c.e.", "b.c", NULL};
    return att_in(tw_lower(r, t), BC) ? t + 1 : 0;
}

/* A bare number of four digits is a year when its neighbours allow it. */
static bool year_stands(const time_reader *r, uint32_t at, uint32_t end, int year)
{
    static const char *const MONEY[] = {"$", "#", "no.", "nos.", "us$", "\xC2\xA3", "\xE2\x82\xAC", "page", "room", "flight",
        "resolution", "number",
                                        "article", "section", "least", "than", "about", "nearly", "some", "over", "approximately",
                                            "almost", NULL};
    static const char *const BEFORE[] = {"in", "since", "until", "till", "by", "from", "to", "of", "before", "after", "during", "between",
        "and",
                                         "through", "circa", "ca.", "c.", "(", "the", "year", "early", "late", "mid", "around", "fiscal",
                                             ",", "-", "\xE2\x80\x93", "for", NULL};
    static const char *const AFTER[] = {"%", "percent", "people", "troops", "soldiers", "men", "miles", "km", "tons", "tonnes",
        "kilometers", "kilometres", "meters", "metres", "feet",
                                        "hours", "gmt", "million", "billion", "dollars", "points", "shares", "others", "members", "jobs",
                                            NULL};
    const att_tok *next = end < r->end ? &r->doc->toks.at[end] : NULL;
    if (at > r->beg && att_in(tw_lower(r, at - 1), MONEY)) return false;
    if (next && (att_in(next->lower, AFTER) || tw(r, end) == TW_UNITS || tw(r, end) == TW_ZONE || tw(r, end) == TW_MERIDIEM)) return false;
    if (tw_glued(r, end - 1) && tw_hyphen(r, end) && tw_glued(r, end) &&
        !(r->doc->toks.at[end + 1 < r->end ? end + 1 : end].flags & ATT_TOK_DIGIT)) return false;
    if (year >= 1900 && year <= 2039) {
        if (next && next->upos == ATT_NOUN && r->doc->toks.at[at].deprel == ATT_DEP_NUMMOD && att_ends(next->lower, "s")) return false;
        return true;
    }
    if (year < 1500 || year > 2100) return at > r->beg && att_in(tw_lower(r, at - 1), BEFORE) && (!next || next->upos != ATT_NOUN) &&
        (!next || !(next->flags & ATT_TOK_ALPHA) || (next->flags & ATT_TOK_CAP) || next->upos);
    return at == r->beg || att_in(tw_lower(r, at - 1), BEFORE) || tw(r, at - 1) == TW_EDGE;
}

/* "2014-15", "1957–60", "2001/2": to the last year of the range. */
static uint32_t year_range(const time_reader *r, uint32_t t, int first, int *last)
{
    if (!tw_hyphen(r, t) && !tw_is(r, t, "/")) return 0;
    att_slice s = tw_lower(r, t + 1);
    int n = att_time_digits(s);
    if (n < 0 || s.len > 2) return 0; /* "1955-1963" is two years */
    *last = s.len == 2 ? first / 100 * 100 + n : first / 10 * 10 + n;
    return *last > first && *last < first + 120 ? t + 2 : 0;
}

void att_time_years(const time_reader *r, uint32_t at, time_reading *out)
{
    int year = 0, last = 0;
    att_slice s = tw_lower(r, at);
    int n = s.len && s.len <= 4 && att_is_digit((unsigned char)s.ptr[0]) ? att_time_digits(s) : -1;
    if (n > 0 && era(r, at + 1)) {
        att_time_moment(out, att_moment_year(1 - n), at + 2, "TIME_BC");
        return;
    }
    if ((tw_is(r, at, "ad") || tw_is(r, at, "a.d.")) && (n = att_time_digits(tw_lower(r, at + 1))) > 0 && n < 2100) {
        att_time_moment(out, att_moment_year(n), at + 2, "TIME_AD");
        return;
    }
    bool the_year = tw_is(r, at, "the") && tw_is(r, at + 1, "year");
    uint32_t b = the_year ? at + 2 : at;
    bool fiscal = tw_is(r, b, "fiscal");
    if (fiscal) b += tw_is(r, b + 1, "year") ? 2 : 1;
    uint32_t e = att_time_year(r, b, &year);
    if (!e || (!fiscal && !the_year && n > 0 && !year_stands(r, b, e, year))) return;
    uint32_t f = year_range(r, e, year, &last);
    att_time_moment(out, att_moment_year(year), e, fiscal ? "TIME_FISCAL_YEAR" : "TIME_YEAR");
    if (!f) return;
    char v[ATT_VALUE_BYTES];
    snprintf(v, sizeof v, "%04d/%04d", year, last);
    att_days first = out->days;
    att_time_moment(out, att_moment_year(last), f, "TIME_YEAR_RANGE");
    out->days.first = first.first;
    snprintf(out->value, sizeof out->value, "%s", v);
}

/* "the 1990s", "the '80s", "the nineties", "mid-1990s". */
void att_time_decades(const time_reader *r, uint32_t at, time_reading *out)
{
    uint32_t t = tw_is(r, at, "the") ? at + 1 : at;
    att_slice s = tw_lower(r, t);
    if (att_starts(s, "mid-")) s = att_sub(s, 4, s.len);
    bool s_end = s.ptr && s.len > 2 && s.ptr[s.len - 1] == 's';
    att_slice d = s_end ? att_sub(s, 0, s.len - 1) : s;
    if (s_end && d.len && d.ptr[d.len - 1] == '\'') d.len--;
    int n = 0;
    if (s_end && d.len == 4 && (n = att_time_digits(d)) >= 1000 && n <= 2100) {
        att_moment m = n % 100 == 0 && n != 2000 ? (att_moment){SIZE_CENTURY, n / 100} : (att_moment){SIZE_DECADE, n / 10};
        att_time_moment(out, m, t + 1, "TIME_DECADE");
    } else if (s_end && d.len == 3 && d.ptr[0] == '\'' && (n = att_time_digits(att_sub(d, 1, 3))) >= 0 && n % 10 == 0) {
        att_time_moment(out, (att_moment){SIZE_DECADE, (n > 20 ? 190 : 200) + n / 10}, t + 1, "TIME_DECADE");
    } else if (tw(r, t) == TW_DECADE && (t > at || tw(r, t - 1) == TW_EDGE)) {
        att_time_moment(out, (att_moment){SIZE_DECADE, 190 + tw_value(r, t) / 10}, t + 1, "TIME_DECADE");
    } else if (s.len == 4 && s.ptr != tw_lower(r, t).ptr && (n = att_time_digits(s)) >= 1000 && n <= 2100) {
        att_time_moment(out, att_moment_year(n), t + 1, "TIME_MID_YEAR"); /* mid-1996 */
    } else if (s.ptr != tw_lower(r, t).ptr && att_time_word(r->lex, s)->class == TW_MONTH) {
        att_moment m;
        int year, month = att_time_word(r->lex, s)->value;
        uint32_t e = year_after(r, t + 1, &year);
        if (e) att_time_moment(out, att_moment_month(year, month), e, "TIME_MID_MONTH");
        else if (att_time_place_month(r, t, t + 1, month, &m)) att_time_moment(out, m, t + 1, "TIME_MID_MONTH");
    }
}
