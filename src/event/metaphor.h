/* metaphor.h: words of violence and threat that mean none: an assault on democracy, a battle with poverty, a politician who keeps fighting.
 *
 * What is attacked decides: nobody can storm a character or bomb a budget (the class @abstract of data/events/classes.txt).
 * Frames that code such words as what is said of somebody ("attack on his credibility": ACCUSE) are no matter of this file.
 */
#ifndef ATT_EVENT_METAPHOR_H
#define ATT_EVENT_METAPHOR_H

#include "event/roles.h"

bool att_is_metaphor(const att_matcher *m, uint32_t trigger, const att_frame *frame, const att_roles *roles);

#endif
