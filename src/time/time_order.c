/* time_order.c: is 03/04/2022 the third of April or the fourth of March? The text tells, or its outlet's country; else it is left alone. */
#include "text/meta.h"
#include "time/time_int.h"

enum { SCORE_FIGURES = 3, SCORE_OUTLET = 2 }; /* against 1 for each worded date */

/* 25/12/2021 1, 12/25/2021 -1, else 0. */
static int by_figures(att_slice s)
{
    int part[2] = {0}, n = 0;
    uint32_t digits = 0;
    for (uint32_t i = 0; i < s.len && n < 2; i++) {
        if (att_is_digit((unsigned char)s.ptr[i]) && ++digits <= 2) part[n] = part[n] * 10 + (s.ptr[i] - '0');
        else if (s.ptr[i] == '/' && digits) n++, digits = 0;
        else return 0;
    }
    if (n < 2) return 0;
    return part[0] > 12 && part[0] <= 31 && part[1] <= 12 ? 1 : part[1] > 12 && part[1] <= 31 && part[0] <= 12 ? -1 : 0;
}

/* The ends of addresses of countries whose English press writes the day first. Those of the United States have none of their own. */
static int by_outlet(const att_meta *m)
{
    static const char *const DAY_FIRST[] = {".uk", ".ie", ".au", ".nz", ".in", ".pk", ".bd", ".lk", ".za", ".ng", ".ke", ".gh", ".sg", ".my", ".hk", ".eu", ".de", ".fr", ".it", ".es",
                                            ".nl", ".ru", ".ua", ".il", ".tr", ".ae", ".qa", ".eg", ".jo", ".lb", ".id", ".th", ".vn", ".br", ".mx", ".ar", NULL};
    att_slice host = att_url_host(m->url);
    if (!host.len) host = m->outlet;
    for (int i = 0; DAY_FIRST[i]; i++)
        if (att_ends(host, DAY_FIRST[i])) return SCORE_OUTLET;
    return att_ends(host, ".us") || att_ends(host, ".gov") || att_ends(host, ".mil") ? -SCORE_OUTLET : 0;
}

int att_time_day_order(const time_reader *r)
{
    int score = by_outlet(&r->doc->meta);
    for (uint32_t t = 1; t + 1 < r->doc->toks.n; t++) {
        const att_tok *k = &r->doc->toks.at[t];
        if (!(k->flags & ATT_TOK_DIGIT)) continue;
        score += SCORE_FIGURES * by_figures(k->lower);
        int day = att_time_digits(k->lower);
        if (k->lower.len > 2 || day < 1 || day > 31) continue;
        bool month_before = r->word[t - 1]->class == TW_MONTH, month_behind = r->word[t + 1]->class == TW_MONTH;
        if (month_before != month_behind) score += month_behind ? 1 : -1;
    }
    return score > 0 ? 1 : score < 0 ? -1 : 0;
}
