/* future.h: the PLOVER manual's rules for what is to come. Cooperation that is planned is an agreement on it, a retreat that is planned is
 * conceded, hostile acts that somebody announces as his own are a threat. The record keeps its status; `type_rule` names the rule. They can be
 * left out (att_event_way), for those who filter by status instead. */
#ifndef ATT_EVENT_FUTURE_H
#define ATT_EVENT_FUTURE_H

#include "event/match.h"

/* Type, mode and code as the rules want them; f is the frame that fired. */
void att_future_rules(const att_doc *doc, const att_frame *f, att_event *e);

#endif
