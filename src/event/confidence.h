/* confidence.h: how likely is it that type, actors and recipients of an event are right?
 *
 * Logistic regression (Platt 1999: calibrated outputs) over a few facts about the event: who was found and how near, what the frame
 * asked for, whether the clause says that it happened. The weights are data (data/events/confidence.txt), fitted on annotated articles
 * by train/fit_confidence.py.
 */
#ifndef ATT_EVENT_CONFIDENCE_H
#define ATT_EVENT_CONFIDENCE_H

#include "event/frames.h"

/* Fills f->confidence from the embedded data, or the user's. */
void att_confidence_load(att_frames *f, const att_overlay *overlay);
/* Probability (0 to 1) that the event e, which frame fr has made, is right. e's participants, status and type are final. */
float att_confidence(const att_frames *f, const att_doc *doc, const att_frame *fr, const att_event *e);

#endif
