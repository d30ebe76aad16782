/* domain.h: is this article about politics at all? Sport, films and company news use the same verbs ("beat", "attack", "bid").
 *
 * Words of those worlds are set against words of politics and war (data/events/domains.txt). In an article that is about something else
 * only events between two political bodies or office holders are kept; a country's bare name there is a team or a market.
 */
#ifndef ATT_EVENT_DOMAIN_H
#define ATT_EVENT_DOMAIN_H

#include "event/roles.h"

bool att_about_politics(const att_frames *frames, const att_doc *doc);
/* Does each side hold a state's organ, an armed or political group, an international body or an office holder? all_act: a reciprocal
 * event, where two actors are enough. */
bool att_between_bodies(const att_doc *doc, const att_roles *roles, bool all_act);

/* Is a state, its organ, an armed or political group or an international body among the actors? */
bool att_body_acts(const att_doc *doc, const att_roles *roles);

/* Are all parties companies, in an act that is no violence? */
bool att_only_business(const att_doc *doc, const att_frame *f, const att_roles *r);

/* Do only common people meet, agree or help each other? Also: does nobody travel at all? */
bool att_only_private(const att_doc *doc, uint32_t t, const att_frame *f, const att_roles *r);

#endif
