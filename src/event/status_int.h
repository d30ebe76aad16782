/* status_int.h: what the files of the status share. Private to src/event/status*.c. */
#ifndef ATT_EVENT_STATUS_INT_H
#define ATT_EVENT_STATUS_INT_H

#include "event/status.h"

/* What each class of embedding word makes of the event under it; -1 = nothing, go on upwards. */
int att_status_of_class(att_embed e);
/* Does the word above govern t: complements, objects, "of"/"to" nominals? Adjuncts of time and most subjects are not governed. */
bool att_status_governs(const att_matcher *m, uint32_t t);
/* What is done to some end may come of it; what is not done ("promised not to send soldiers to fight") will not. */
att_status att_status_aim(const att_doc *doc, uint32_t t);
/* What the governor's own form says of a governed event: "has not agreed to withdraw", "may have launched". rule is NULL where nothing is said.
 * depth: 0. */
att_status_found att_status_from_above(const att_matcher *m, uint32_t t, const att_frame *f, uint32_t depth);

/* What the clause of the event word says of itself: tense, modal, "not", an "if" that it stands in or hangs on. */
att_status_found att_status_of_form(const att_doc *doc, uint32_t t, const att_clause *cl, const att_frame *f);
/* "no attack", "without a fight", "instead of talks"; also "without attacking". */
bool att_status_ruled_out(const att_doc *doc, uint32_t t);
/* "Biden's meeting with the emir on January 31", told before that day. */
bool att_status_dated_ahead(const att_doc *doc, uint32_t t, const att_frame *f);
/* Does the phrase take for granted that what the noun names is or was there? */
bool att_status_presupposed(const att_doc *doc, uint32_t t, const att_frame *f);
bool att_status_known(const att_doc *doc, uint32_t t, const att_frame *f);

#endif
