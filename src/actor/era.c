#include "actor/era.h"

enum { MOST_PERSONS = 40, ENOUGH = 3 };

/* Elements of different persons named in full who have a term with a beginning; returns how many. */
static uint32_t persons_of(const att_cast *c, uint32_t entries[MOST_PERSONS])
{
    uint32_t n = 0;
    for (uint32_t i = 1; i < c->els.n && n < MOST_PERSONS; i++) {
        const att_element *e = &c->els.at[i];
        uint32_t id = e->kind == ATT_EL_KB && e->kb_kind == ATT_KB_PERSON ? att_entry_of(c, e->entry, ATT_KB_PERSON) : 0;
        bool known = !id || att_entry(c, id)->from == INT32_MIN;
        for (uint32_t k = 0; k < n && !known; k++) known = att_eq(att_entry(c, entries[k])->name, att_entry(c, id)->name);
        if (!known) entries[n++] = e->entry;
    }
    return n;
}

/* Does one of the chain serve on that day? *until: the end of that term. */
static bool serves(const att_cast *c, uint32_t first, att_day day, att_day *until)
{
    for (uint32_t i = first; i; i = att_entry(c, i)->next) {
        const att_kb_entry *e = att_entry(c, i);
        if (e->kind != ATT_KB_PERSON || e->from == INT32_MIN || e->from > day || e->to < day) continue;
        *until = e->to;
        return true;
    }
    return false;
}

/* How many serve on that day, and until when all of them do. */
static uint32_t together(const att_cast *c, const uint32_t *entries, uint32_t n, att_day day, att_day *until)
{
    uint32_t count = 0;
    *until = INT32_MAX;
    for (uint32_t i = 0; i < n; i++) {
        att_day to;
        if (!serves(c, entries[i], day, &to)) continue;
        count++;
        if (to < *until) *until = to;
    }
    return count;
}

att_day att_era_of(const att_cast *c)
{
    enum { OPEN = 365 };
    uint32_t entries[MOST_PERSONS], n = persons_of(c, entries), best = 0;
    att_day day = ATT_NO_DAY;
    /* most serve together on a day on which one of them begins */
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = entries[i]; k; k = att_entry(c, k)->next) {
            const att_kb_entry *e = att_entry(c, k);
            att_day until;
            if (e->kind != ATT_KB_PERSON || e->from == INT32_MIN) continue;
            uint32_t count = together(c, entries, n, e->from, &until);
            if (count < best || (count == best && day != ATT_NO_DAY && e->from <= day)) continue;
            best = count;
            day = until == INT32_MAX ? e->from + OPEN : e->from + (until - e->from) / 2;
        }
    return best >= ENOUGH && best * 3 >= n * 2 ? day : ATT_NO_DAY;
}
