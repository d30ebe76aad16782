/* stories.h: which articles tell the same story.
 *
 * Agglomerative clustering by average link: the two groups whose articles are most alike on average are joined, again and again, until
 * none are alike enough. The mean cosine between two groups of unit vectors is the product of their sums over the product of their
 * sizes, so no pair of articles is compared twice; candidates come from an inverted index with bounded lists, so that time
 * grows with the number of articles and not with its square. Likeness fades with the days between two groups, as in Miranda et
 * al. (2018). The result depends on the set of articles, not on the order in which they came or on the number of threads.
 */
#ifndef ATT_STORY_STORIES_H
#define ATT_STORY_STORIES_H

#include "story/sketch.h"

typedef struct {
    const uint32_t *terms; /* of a sketch */
    uint32_t n;
    att_day day;           /* published; ATT_NO_DAY = not known, and nothing fades */
    uint32_t seed;         /* items of one seed (not 0) begin in one group */
    uint32_t pin;          /* groups with different pins (not 0) are never joined; items of one pin begin in one group */
} att_story_item;

/* Groups below this mean likeness are not joined. */
#define ATT_STORY_LIKENESS 0.18
/* After so many days without a report likeness is half of what it was. */
enum { ATT_STORY_FADE_DAYS = 60, ATT_STORY_MAX_GAP = 180, ATT_STORY_MAX_ARTICLES = 2000 };

/* story[i] is the first item of the group that item i is in. Items must be sorted by day (unknown last) and then by something
 * that does not depend on the order of adding. False without memory. */
bool att_stories_find(const att_story_item *items, uint32_t n, uint32_t threads, uint32_t *story);

/* Called, in the order of i and by the calling thread, with each pair of items that are alike at least `floor`, found by the same index;
 * j < i. False stops. */
bool att_stories_pairs(const att_story_item *items, uint32_t n, double floor, uint32_t threads,
                       bool (*pair)(void *ctx, uint32_t j, uint32_t i, double likeness), void *ctx);

#endif
