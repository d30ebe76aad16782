/* issue.h: decides WHAT a position is about: one short phrase for all its wordings ("NATO membership of Ukraine"). */
#ifndef ATT_POSITION_ISSUE_H
#define ATT_POSITION_ISSUE_H

#include "position/topic.h"

typedef struct {
    att_slice phrase; /* empty: only a pronoun names it */
    att_slice group;  /* what issues of one dispute have in common; the phrase itself where nothing wider is known */
    bool against;     /* what the content tells is that it shall not be */
} att_issue;

/* A known topic of position/issues.txt wins; else verbs become nouns (position/nominals.txt) and noun phrases lose articles, numbers
 * and judging words. The holder is left out of the phrase. */
att_issue att_issue_of(const att_voices *v, const att_subject *about);

#endif
