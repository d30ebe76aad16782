/* issue.h: decides WHAT a position is about: one short phrase for all its wordings ("NATO membership of Ukraine"). */
#ifndef ATT_POSITION_ISSUE_H
#define ATT_POSITION_ISSUE_H

#include "position/voice.h"

/* Topic tok (a clause or noun phrase) inside content; holder is left out of the phrase. A known topic of position/issues.txt wins;
 * else verbs become nouns (position/nominals.txt) and noun phrases lose articles, numbers and judging words. */
att_slice att_issue_of(const att_voices *v, uint32_t tok, att_span content, att_id holder);

#endif
