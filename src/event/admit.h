/* admit.h: is the word at which a frame fires an event of its own? */
#ifndef ATT_EVENT_ADMIT_H
#define ATT_EVENT_ADMIT_H

#include "event/match.h"
#include "event/roles.h"

/* Why not, or NULL when it is one; then roles holds who takes part. */
const char *att_not_admitted(const att_matcher *m, uint32_t trigger, const att_frame *frame, att_roles *roles);

#endif
