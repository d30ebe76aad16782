/* roles.h: decides WHO did it to whom: mentions for the two sides of an event, from the frame's slots. */
#ifndef ATT_EVENT_ROLES_H
#define ATT_EVENT_ROLES_H

#include "event/match.h"

enum { ATT_MAX_SIDE = 16 };

typedef struct {
    att_id actors[ATT_MAX_SIDE], recipients[ATT_MAX_SIDE];
    uint32_t actor_count, recipient_count;
} att_roles;

void att_roles_find(const att_matcher *m, uint32_t trigger, const att_frame *frame, att_roles *out);
/* What one side promises or does with another has a direction ("will meet the leaders", "cooperation with Moscow"): the partner
 * goes over to the recipients. "Talks between A and B" have none. Frames with one kind of side only. */
void att_roles_direct(const att_matcher *m, uint32_t trigger, const att_frame *frame, att_roles *r);

/* Fills the sides of an event noun that only refers back ("the meeting"), from the deed told just before. */
void att_roles_again(const att_matcher *m, uint32_t t, const att_frame *frame, att_roles *r);

#endif
