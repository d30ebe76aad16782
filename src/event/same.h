/* same.h: one event, told twice in an article (headline, lead, recap): the poorer tellings point to the fullest. */
#ifndef ATT_EVENT_SAME_H
#define ATT_EVENT_SAME_H

#include "event/event.h"

/* Sets same_as of doc->events. Types, sides, dates, places and magnitudes are final. */
void att_events_same(att_doc *doc);
/* Neither tells a place, a toll that the other's contradicts. */
bool att_places_agree(const att_doc *doc, const att_event *a, const att_event *b);
bool att_tolls_agree(const att_event *a, const att_event *b);

#endif
