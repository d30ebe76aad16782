/* event_history.h: what happened long ago and is told as background (PLOVER manual, auxiliary mode "historical").
 *
 * An event is history when its own day ends more than a year before the article was published, or when its words put it in an age that
 * is over: "in the 19th century", "during the Cold War" (data/events/eras.txt). It keeps that date, or has none: never the day of the news.
 * An article without a day of publication has no history. */
#ifndef ATT_EVENT_EVENT_HISTORY_H
#define ATT_EVENT_EVENT_HISTORY_H

#include "event/frames.h"

void att_eras_load(att_frames *f, att_arena *a, const att_overlay *overlay);
/* An age that the words around the event name: sets its date where the age is short enough to be one, else marks it as history. */
void att_history_from_words(const att_frames *f, const att_doc *doc, att_event *e);
/* Marks the event if its date says so. */
void att_history_from_date(const att_doc *doc, att_event *e);

#endif
