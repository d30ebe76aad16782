/* differ.h: where the articles of one story don't tell the same: how many died, how many troops there are, on which day it was.
 *
 * Two statements are about one thing when they count the same, of the same days, and nothing speaks against it (who, whom, where,
 * whose); and when their words are alike, or the store has found their events to be one, or (tolls) each is the only number of its
 * kind that its article gives. They differ when no value fits both: "at least 60" and 84 agree, 77 and 84 don't. An article that has
 * both numbers, wherever, knows what they mean ("21 of the 276 girls") and is no witness for a difference between them.
 */
#ifndef ATT_STORY_DIFFER_H
#define ATT_STORY_DIFFER_H

#include "story/happenings.h"

typedef enum {
    ATT_STATED_TOLL,   /* a number that belongs to an event: killed, injured */
    ATT_STATED_FIGURE, /* a number of something that somebody has: troops */
    ATT_STATED_DAY     /* low and high are the day of an event */
} att_stated_kind;

typedef struct {
    att_stated_kind kind;
    att_slice what;         /* of the same kind of number: "killed", a unit; of days: the type of the event */
    att_slice unit;         /* of tolls: who is counted ("people"); else empty */
    uint64_t whose;         /* figures: a hash, 0 = nobody's */
    att_telling telling;    /* of its event; of a figure only place, country and sentence */
    double low, high;       /* INFINITY where a bound is open */
    bool about;             /* a tenth more or less is no difference */
    att_day day, published; /* ATT_NO_DAY = not known */
    int64_t happening;      /* 0 = none */
    uint32_t doc;
    const double *numbers;  /* all numbers of its article */
    uint32_t number_count;
} att_stated;

/* group[i]: the first of those that are about one thing with i and of which some differ; UINT32_MAX: nothing differs from i.
 * Quadratic in the statements of one `what`. Memory from arena, which may jump to its recovery point. */
void att_differ_find(const att_story_words *words, att_arena *arena, const att_stated *stated, uint32_t n, uint32_t *group);

#endif
