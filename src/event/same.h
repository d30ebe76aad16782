/* same.h: one event, told twice in an article (headline, lead, recap): the poorer tellings point to the fullest. */
#ifndef ATT_EVENT_SAME_H
#define ATT_EVENT_SAME_H

#include "event/event.h"

/* Sets same_as of doc->events. Types, sides, dates, places and magnitudes are final. */
void att_events_same(att_doc *doc);

#endif
