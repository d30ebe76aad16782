#include "base/data.h"

extern const att_embedded ATT_EMBEDDED[]; /* ends with a NULL name */

const att_embedded *att_data_at(uint32_t i)
{
    for (uint32_t k = 0; ATT_EMBEDDED[k].name; k++)
        if (k == i) return &ATT_EMBEDDED[k];
    return NULL;
}

att_slice att_data(const char *name)
{
    for (uint32_t k = 0; ATT_EMBEDDED[k].name; k++)
        if (strcmp(ATT_EMBEDDED[k].name, name) == 0)
            return (att_slice){ATT_EMBEDDED[k].beg, (uint32_t)(ATT_EMBEDDED[k].end - ATT_EMBEDDED[k].beg)};
    return (att_slice){0};
}

static uint32_t line_start(att_slice text, uint32_t at)
{
    while (at > 0 && text.ptr[at - 1] != '\n') at--;
    return at;
}

att_slice att_data_row(const char *name, att_slice word)
{
    static const char FIELD[] = " | ";
    att_slice text = att_data(name);
    uint32_t lo = 0, hi = text.len; /* line starts; comments sort before all words */
    while (lo < hi) {
        uint32_t beg = line_start(text, lo + (hi - lo) / 2);
        uint32_t end = att_find(text, ATT_LIT("\n"), beg);
        att_slice row = att_sub(text, beg, end);
        uint32_t bar = att_find(row, (att_slice){FIELD, sizeof FIELD - 1}, 0);
        int c = att_cmp(att_sub(row, 0, bar), word);
        if (c == 0) return row;
        if (c < 0)
            lo = end + 1;
        else
            hi = beg;
    }
    return (att_slice){0};
}

bool att_data_has(const char *name, att_slice word) { return att_data_row(name, word).len > 0; }
