/* time_vague.c: the days that a vague expression may mean, as a bounded range: "in recent weeks", "soon", "several days ago". The TIMEX3
 * value stays what the guidelines ask for (PAST_REF); the range is for whoever dates an event by it. */
#include "base/data.h"
#include "base/lexicon.h"
#include "time/time_int.h"

enum { PHRASE_BYTES = 64, SEVERAL_LEAST = 2, SEVERAL_MOST = 9 }; /* "several weeks ago": between two and nine of them */

static bool read_offset(att_slice s, att_day *out)
{
    bool past = att_starts(s, "-");
    uint32_t n = 0;
    if (!att_to_u32(past ? att_sub(s, 1, s.len) : s, &n)) return false;
    *out = past ? -(att_day)n : (att_day)n;
    return true;
}

void att_time_load_vague(time_lexicon *lex, att_arena *a)
{
    att_lex rows;
    att_lex_open(&rows, "time/vague.txt", att_data("time/vague.txt"), 3);
    while (att_lex_next(&rows)) {
        att_days d;
        if (!read_offset(rows.fields[1], &d.first) || !read_offset(rows.fields[2], &d.last)) continue;
        *att_push(a, &lex->vague_days) = d;
        *att_map_put(&lex->vague, a, rows.fields[0], NULL) = lex->vague_days.n - 1;
    }
}

void att_time_vague(const time_reader *r, uint32_t beg, time_reading *x)
{
    char text[PHRASE_BYTES];
    uint32_t n = 0;
    if (x->days.first != ATT_NO_DAY || x->kind != ATT_TIMEX_DATE || r->published == ATT_NO_DAY || r->narrative) return;
    for (uint32_t t = beg; t < x->end; t++) {
        att_slice s = tw_lower(r, t);
        if (!s.ptr || n + s.len + 1 >= PHRASE_BYTES) return;
        if (n) text[n++] = ' ';
        memcpy(text + n, s.ptr, s.len);
        n += s.len;
    }
    const uint32_t *i = att_map_get(&r->lex->vague, (att_slice){text, n});
    if (!i) return;
    const att_days *d = &r->lex->vague_days.at[*i];
    x->days = (att_days){r->published + d->first, r->published + d->last};
}

void att_time_several(const time_reader *r, uint8_t unit, int sign, time_reading *x)
{
    att_size size = att_time_size(unit);
    if (size == SIZE_NONE || size == SIZE_WEEKEND || r->published == ATT_NO_DAY || r->narrative) return;
    att_days near, far;
    att_moment today = att_moment_of(r->published, size);
    if (!att_moment_days(att_moment_shift(today, sign * SEVERAL_LEAST), &near) || !att_moment_days(att_moment_shift(today, sign * SEVERAL_MOST), &far)) return;
    x->days = sign < 0 ? (att_days){far.first, near.last} : (att_days){near.first, far.last};
}
