/* meta_url.c: what an article's address says. */
#include "base/civil.h"
#include "text/meta.h"

static att_slice after_scheme(att_slice url)
{
    uint32_t n = att_starts(url, "https://") ? 8 : att_starts(url, "http://") ? 7 : att_starts(url, "//") ? 2 : 0;
    return n ? att_sub(url, n, url.len) : (att_slice){0};
}

att_slice att_url_host(att_slice url)
{
    att_slice s = after_scheme(att_trim(url));
    uint32_t end = 0;
    while (end < s.len && !strchr("/?#:", s.ptr[end])) end++;
    s.len = end;
    if (att_starts(s, "www.")) s = att_sub(s, 4, s.len);
    return s;
}

static int month_of(att_slice s)
{
    static const char NAMES[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    uint32_t n;
    if (s.len <= 2 && att_to_u32(s, &n)) return (int)n;
    if (s.len != 3) return 0;
    for (int i = 0; i < 12; i++)
        if (att_eq_nocase(s, (att_slice){NAMES + 3 * i, 3})) return i + 1;
    return 0;
}

/* year/month/day as three parts of the path */
static att_day in_parts(att_slice path)
{
    att_slice part, a = {0}, b = {0};
    while (att_split(&path, '/', &part)) {
        uint32_t y, d;
        int m = month_of(b);
        if (a.len == 4 && m && part.len && part.len <= 2 && att_to_u32(a, &y) && att_to_u32(part, &d) && y >= 1990 &&
            att_date_valid((int)y, m, (int)d))
            return att_day_of((int)y, m, (int)d);
        a = b;
        b = part;
    }
    return ATT_NO_DAY;
}

att_day att_url_day(att_slice url)
{
    att_slice s = after_scheme(att_trim(url));
    uint32_t path = att_find(s, ATT_LIT("/"), 0);
    uint32_t end = path;
    while (end < s.len && s.ptr[end] != '?' && s.ptr[end] != '#') end++;
    s = att_sub(s, path, end);
    att_day day = in_parts(s);
    for (uint32_t at = 0; day == ATT_NO_DAY && at + 10 <= s.len; at++) {
        att_day last;
        att_slice cut = att_sub(s, at, at + 10);
        bool word = at > 0 && att_is_digit((unsigned char)s.ptr[at - 1]);
        bool goes_on = at + 10 < s.len && att_is_digit((unsigned char)s.ptr[at + 10]);
        if (cut.ptr[4] != '-' || word || goes_on || !att_parse_iso(cut, &day, &last)) day = ATT_NO_DAY;
        if (day != ATT_NO_DAY && (day != last || day < att_day_of(1990, 1, 1))) day = ATT_NO_DAY;
    }
    return day;
}
