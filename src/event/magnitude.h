/* magnitude.h: how many were killed, hurt, held, took part: figures tied to their event. */
#ifndef ATT_EVENT_MAGNITUDE_H
#define ATT_EVENT_MAGNITUDE_H

#include "event/match.h"

void att_magnitude_find(const att_doc *doc, att_event *event);

#endif
