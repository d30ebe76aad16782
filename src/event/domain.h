/* domain.h: is this article about politics at all? Sport, films and company news use the same verbs ("beat", "attack", "bid").
 *
 * Words of those worlds (data/events/domains.txt) are set against mentions of those who act in politics. In an article that is about
 * something else only events between two political actors are kept.
 */
#ifndef ATT_EVENT_DOMAIN_H
#define ATT_EVENT_DOMAIN_H

#include "event/frames.h"

bool att_about_politics(const att_frames *frames, const att_doc *doc);
/* Does the mention stand for a state, its organs, an armed or political group, an international body? */
bool att_political_mention(const att_doc *doc, att_id mention);

#endif
