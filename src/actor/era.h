/* era.h: the time of an article that has no day, from the terms of those whom it names. */
#ifndef ATT_ACTOR_ERA_H
#define ATT_ACTOR_ERA_H

#include "actor/element.h"

/* A day on which at least three of the persons named in full, and two of three of them, held office together; ATT_NO_DAY when there is none.
 * It serves to choose between the terms of persons and between bearers of a name; it is not the day of publication, and nobody prints it. */
att_day att_era_of(const att_cast *c);

#endif
