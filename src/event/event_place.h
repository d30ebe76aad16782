/* event_place.h: decides WHERE an event happened, and nothing else. Never falls back to the capital or the dateline. */
#ifndef ATT_EVENT_EVENT_PLACE_H
#define ATT_EVENT_EVENT_PLACE_H

#include "event/match.h"

#define ATT_PLACE_RULES(X) \
    X(PLACE_OWN, "a place in a locative phrase under the event word") \
    X(PLACE_OBJECT, "a place under the event's object") \
    X(PLACE_CLAUSE, "a place in a locative phrase under the verb that governs the event word") \
    X(PLACE_NONE, "no place is said")

/* Place id, 0 = none; *rule says why. */
att_id att_event_place(const att_doc *doc, uint32_t trigger, uint8_t type, const char **rule);

#endif
