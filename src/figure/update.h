/* update.h: which figure takes the place of which: "150,000 troops, an increase over the earlier 130,000", "rose from 150 to 165". */
#ifndef ATT_FIGURE_UPDATE_H
#define ATT_FIGURE_UPDATE_H

#include "base/doc.h"

#define ATT_UPDATE_RULES(X) \
    X(UP_EARLIER, "the older one is called earlier, previous, initial or original") \
    X(UP_FROM, "from the older one to the newer one, or up or down from it")

/* Fills supersedes and superseded_by of doc->figures; the older one gets the newer one's unit when it has none. */
void att_figures_link(att_doc *doc);

#endif
