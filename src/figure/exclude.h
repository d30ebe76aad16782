/* exclude.h: which numbers measure nothing: dates, ages, clock times, scores, labels, list numbers, "one". */
#ifndef ATT_FIGURE_EXCLUDE_H
#define ATT_FIGURE_EXCLUDE_H

#include "figure/unit.h"

/* The reason, or NULL when the number may be a figure. first is the first token of the bound's words. */
const char *att_figure_excluded(const att_doc *doc, const att_number *n, const att_unit *u, uint32_t first, bool bounded);

#endif
