/* modes.h: the mode of a speech act from what it is about (PLOVER manual: REQUEST, REJECT and THREATEN take the mode of their content). */
#ifndef ATT_EVENT_MODES_H
#define ATT_EVENT_MODES_H

#include "event/match.h"

/* Mode of THREATEN for the act that is threatened: expel, restrict, arrest, territory, violence, or NULL. */
const char *att_threat_mode(const att_frame *f);
/* Mode of a request for what frame f tells: assist, yield, meet, or NULL. */
const char *att_request_mode(const att_frame *f);
void att_mode_from_complement(const att_matcher *m, uint32_t trigger, att_event *event);

#endif
