/* paras_day.c: which of the days that were found is that of publication.
 *
 * The order of trust is that in which they are noted: the user's, the container's, a line of the head, a full dateline, the address. Two
 * values of containers are no days: 1970-01-01 (a counter that was never set), and 1 January where something else names another day (the
 * default of forms that ask for a year alone). With none of them the day is inferred where the text leaves one possibility.
 */
#include "text/meta.h"
#include "text/paras_int.h"

#include "base/civil.h"

enum { SLACK_DATELINE = 3, SLACK_OTHER = 1, SCAN_MAX = 1 << 16 }; /* days; bytes of text that inference looks at */

void att_day_found(att_meta *m, att_day day, att_date_source from)
{
    if (day == ATT_NO_DAY || m->day_count == ATT_META_DAYS) return;
    for (uint8_t i = 0; i < m->day_count; i++)
        if (m->days[i].from == from && (m->days[i].day == day || from != ATT_FROM_METADATA)) return;
    m->days[m->day_count++] = (att_given_day){day, (uint8_t)from};
}

static bool first_of_january(att_day day)
{
    att_date d = att_date_of(day);
    return d.month == 1 && d.day == 1;
}

static bool default_value(const att_meta *m, const att_given_day *g)
{
    if (g->from != ATT_FROM_METADATA || !first_of_january(g->day)) return false;
    int year = att_date_of(g->day).year;
    if (year <= 1970) return true;
    for (uint8_t i = 0; i < m->day_count; i++) {
        const att_given_day *o = &m->days[i];
        int other = att_date_of(o->day).year;
        if (o->from != ATT_FROM_METADATA && o->day != g->day && other >= year - 1 && other <= year + 1) return true;
    }
    return false;
}

/* ---- inference ---- */

enum { MAX_PAIRS = 8 };

typedef struct {
    int year;                    /* latest full date in the text, 0 = none */
    att_month_day pair[MAX_PAIRS]; /* weekday with day and month */
    uint32_t pairs;
} clues;

static void find_clues(att_slice text, clues *c)
{
    uint32_t n = text.len < SCAN_MAX ? text.len : SCAN_MAX;
    for (uint32_t at = 0; at < n; at++) {
        unsigned char b = (unsigned char)text.ptr[at], before = at ? (unsigned char)text.ptr[at - 1] : ' ';
        att_day day;
        att_month_day md;
        uint32_t end;
        if ((!att_is_digit(b) && !att_is_alpha(b)) || att_is_digit(before) || att_is_alpha(before)) continue;
        if (att_date_at(text, at, &day, &end)) {
            int y = att_date_of(day).year;
            if (y > c->year) c->year = y;
            at = end - 1;
        } else if (att_month_day_read(text, at, &md, &end)) {
            if (md.weekday >= 0 && c->pairs < MAX_PAIRS) c->pair[c->pairs++] = md;
            at = end - 1;
        }
    }
}

static bool pairs_fit(const clues *c, int year)
{
    for (uint32_t i = 0; i < c->pairs; i++)
        if (!att_date_valid(year, c->pair[i].month, c->pair[i].day) ||
            att_weekday(att_day_of(year, c->pair[i].month, c->pair[i].day)) != c->pair[i].weekday) return false;
    return c->pairs > 0;
}

/* A dateline without a year, a full date in the text, and a weekday with its date: the year of the full date or the next, whichever the
 * weekday allows. */
static att_day inferred(const att_doc *doc, const att_dateline *line)
{
    clues c = {0};
    if (!line || !line->month) return ATT_NO_DAY;
    find_clues(doc->text, &c);
    if (!c.year) return ATT_NO_DAY;
    bool same = pairs_fit(&c, c.year), next = pairs_fit(&c, c.year + 1);
    int year = same ? c.year : next ? c.year + 1 : 0;
    return year && att_date_valid(year, line->month, line->month_day) ? att_day_of(year, line->month, line->month_day) : ATT_NO_DAY;
}

/* ---- the choice ---- */

/* "WASHINGTON, Feb 15" beside a day that is known otherwise: of the year that is nearest to it. */
static att_day nearest_year(att_day known, const att_dateline *line)
{
    att_day best = ATT_NO_DAY;
    int y = att_date_of(known).year;
    for (int k = y - 1; k <= y + 1; k++) {
        if (!att_date_valid(k, line->month, line->month_day)) continue;
        att_day d = att_day_of(k, line->month, line->month_day);
        if (best == ATT_NO_DAY || (d > known ? d - known : known - d) < (best > known ? best - known : known - best)) best = d;
    }
    return best;
}

bool att_day_conflicts(const att_meta *m, att_given_day g)
{
    if (m->published == ATT_NO_DAY) return true;
    att_day gap = g.day > m->published ? g.day - m->published : m->published - g.day;
    return gap > (g.from == ATT_FROM_DATELINE && g.day < m->published ? SLACK_DATELINE : SLACK_OTHER);
}

void att_day_choose(att_doc *doc, const att_dateline *line)
{
    att_meta *m = &doc->meta;
    m->published = ATT_NO_DAY;
    m->published_from = ATT_FROM_NOTHING;
    for (uint8_t i = 0; i < m->day_count && m->published == ATT_NO_DAY; i++) {
        if (default_value(m, &m->days[i])) continue;
        m->published = m->days[i].day;
        m->published_from = m->days[i].from == ATT_FROM_URL ? ATT_FROM_METADATA : (att_date_source)m->days[i].from;
    }
    if (m->published != ATT_NO_DAY && line && line->month) att_day_found(m, nearest_year(m->published, line), ATT_FROM_DATELINE);
    if (m->published != ATT_NO_DAY) return;
    m->published = inferred(doc, line);
    if (m->published != ATT_NO_DAY) m->published_from = ATT_FROM_INFERENCE;
}
