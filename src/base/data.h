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

/* Fields of a line of actors/countries.txt, which several stages read. */
enum { ATT_COUNTRY_FIELDS = 9 };
/* The line whose first field is word, empty when there is none. The file is sorted by bytes, comments first; it is searched where it lies. */
att_slice att_data_row(const char *name, att_slice word);
/* Is there such a line? */
bool att_data_has(const char *name, att_slice word);
/* The i-th file, or NULL after the last. */
const att_embedded *att_data_at(uint32_t i);

#endif
