/* disputes.h: claims of many articles: which are the same assertion, and which of them an answer in another article answers.
 *
 * Every claim and answer comes with its terms: the words of its content by blanks, the alternatives of a word by '|':
 * "RUS troop return|=withdrawal". Codes in capitals are parties; "=concept" stands for all words that tell of one happening
 * (data/position/kindred.txt). Near-linear: candidates share a term that is no party, and of a common term only the latest count.
 */
#ifndef ATT_STORY_DISPUTES_H
#define ATT_STORY_DISPUTES_H

#include "base/arena.h"
#include "base/civil.h"

enum { ATT_DISPUTE_DAYS = 21 }; /* farther apart, like words are about something else */

typedef struct {
    att_slice by;    /* code, else name; empty = not known */
    att_slice terms;
    att_day day;     /* ATT_NO_DAY: near every day */
    uint32_t doc;
} att_told;

/* Do they share at least two words, one of them no party, and half of the words of the shorter one? Returns how many, or 0. */
uint32_t att_told_alike(att_slice terms, att_slice other);
/* group[i]: the first claim that i says again (itself: none). Claims by day; memory from arena, which may jump to its recovery point. */
void att_disputes_group(const att_told *claims, uint32_t n, att_arena *a, uint32_t *group);
/* to[k]: the claim of another article and party, not later than the answer, that answer k answers best; UINT32_MAX = none. */
void att_disputes_link(const att_told *claims, uint32_t n, const att_told *answers, uint32_t m, att_arena *a, uint32_t *to);

#endif
