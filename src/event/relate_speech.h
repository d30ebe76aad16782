/* relate_speech.h: what one marked side says about the other, where no frame of its own says it. */
#ifndef ATT_EVENT_RELATE_SPEECH_H
#define ATT_EVENT_RELATE_SPEECH_H

#include "event/relate.h"

/* "X said that Y must ensure ...": a request, though nothing else in the clause is an event. Fills *out and says so. */
bool att_relate_obliged(const att_matcher *m, uint32_t t, const att_marks *marks, att_candidate *out);
/* "called the premier to congratulate her": the call only carries what it was made for. */
bool att_relate_vehicle(const att_matcher *m, uint32_t t);
/* "admitted that he had planted the bomb", "entered the bar and shot the owner": the deed counts, not what led to it or owns up to it. */
bool att_relate_outdone(const att_matcher *m, uint32_t t);

#endif
