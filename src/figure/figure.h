/* figure.h: numbers that measure something, with range, bound, unit, and whose they are. */
#ifndef ATT_FIGURE_FIGURE_H
#define ATT_FIGURE_FIGURE_H

#include "base/doc.h"

/* doc->figures; reads tokens, trees, timexes (a date is no figure), places, mentions. */
void att_figures_find(att_doc *doc);

#endif
