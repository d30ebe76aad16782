/* data.h: the files of data/, embedded when the program was built (cmake/embed.cmake writes the table). */
#ifndef ATT_BASE_DATA_H
#define ATT_BASE_DATA_H

#include "base/slice.h"

typedef struct {
    const char *name; /* "actors/countries.txt" */
    const char *beg, *end;
} att_embedded;

/* Text of a file by its name under data/; empty when there is no such file. */
att_slice att_data(const char *name);
/* The i-th file, or NULL after the last. */
const att_embedded *att_data_at(uint32_t i);

#endif
