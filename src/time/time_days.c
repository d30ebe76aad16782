/* time_days.c: days as ISO 8601: one day, a whole month or year, or first and last. */
#include "base/civil.h"
#include "time/time.h"

att_slice att_days_text(att_arena *a, att_days d)
{
    char first[16], last[16];
    if (d.first == ATT_NO_DAY) return (att_slice){0};
    att_date f = att_date_of(d.first), l = att_date_of(d.last);
    if (d.first == d.last) return att_format(a, "%s", att_day_text(d.first, first));
    bool whole_months = f.day == 1 && l.day == att_month_days(l.year, l.month);
    if (whole_months && f.month == 1 && l.month == 12 && f.year == l.year) return att_format(a, "%04d", f.year);
    if (whole_months && f.month == l.month && f.year == l.year) return att_format(a, "%04d-%02d", f.year, f.month);
    return att_format(a, "%s/%s", att_day_text(d.first, first), att_day_text(d.last, last));
}

bool att_time_of_saying(const att_doc *doc, const att_timex *x, uint32_t comp)
{
    if (x->days.first == ATT_NO_DAY || doc->meta.published == ATT_NO_DAY || x->days.last > doc->meta.published || x->tok_end >= comp) return false;
    uint8_t next = doc->toks.at[x->tok_end].upos;
    if (next != ATT_NOUN && next != ATT_PROPN && next != ATT_PRON && next != ATT_DET) return false;
    for (uint32_t t = x->tok_end; t < comp; t++)
        if (att_is_noun(&doc->toks.at[t]) || doc->toks.at[t].upos == ATT_PRON) return true;
    return false;
}
