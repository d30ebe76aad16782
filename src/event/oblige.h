/* oblige.h: "Tsvangirai said Mugabe must resign": what one party says that another must or should do is a request (PLOVER, REQUEST). */
#ifndef ATT_EVENT_OBLIGE_H
#define ATT_EVENT_OBLIGE_H

#include "event/match.h"

/* Speaker and addressee (0: whoever can do it) of the obligation at predicate t, as mentions; false when there is none. */
bool att_obliges(const att_doc *doc, uint32_t t, att_id *speaker, att_id *addressee);

/* Statement with a speaker in whose content this byte of the text stands, the innermost that can be told; 0 = none. */
att_id att_statement_at(const att_doc *doc, uint32_t byte);
/* Mention of whoever says the words at this byte of the text, 0 = the reporter. */
att_id att_speaker_at(const att_doc *doc, uint32_t byte);

#endif
