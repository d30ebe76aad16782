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
