/* bound.h: the words before and behind a number that make it a limit or a guess ("more than", "some", "or more"). */
#ifndef ATT_FIGURE_BOUND_H
#define ATT_FIGURE_BOUND_H

#include "figure/number.h"

/* The bound of the number whose first token (currency sign counted) is beg; *first gets the first token of its words. */
att_bound att_bound_before(const att_doc *doc, uint32_t beg, const att_number *n, uint32_t *first);
/* "or more", "+" behind token end - 1; *end moves behind it. bound is given back when there is nothing. */
att_bound att_bound_after(const att_doc *doc, uint32_t *end, att_bound bound);

#endif
