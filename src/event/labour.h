/* labour.h: decides whether a word that work and war share ("strike", "walkout") is about work here. PLOVER manual: workers' strikes are PROTEST. */
#ifndef ATT_EVENT_LABOUR_H
#define ATT_EVENT_LABOUR_H

#include "event/frames.h"

/* Do words of work outweigh words of war in the sentence of the token and the three on either side? */
bool att_labour_near(const att_frames *frames, const att_doc *doc, uint32_t tok);

#endif
