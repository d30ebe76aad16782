/* dot.h: one vector of words laid out for its products with many others, which are then a look-up for each of their words. */
#ifndef ATT_STORY_DOT_H
#define ATT_STORY_DOT_H

#include <string.h>

#include "base/slice.h"

/* Places for the words of a group (ATT_DOT_MOST), mostly empty, so that a word that is not there is seen at once. */
enum { ATT_DOT_MOST = 512, ATT_DOT_PLACES = 2048 };

typedef struct {
    uint32_t key[ATT_DOT_PLACES]; /* of a word + 1; 0 = empty */
    float weight[ATT_DOT_PLACES];
} att_dot;

static inline void att_dot_clear(att_dot *d) { memset(d->key, 0, sizeof d->key); }

static inline uint32_t att_dot_place(const att_dot *d, uint32_t key)
{
    uint32_t at = key * 0x9E3779B1U >> 21;
    while (d->key[at] && d->key[at] != key + 1) at = (at + 1) % ATT_DOT_PLACES;
    return at;
}

/* At most ATT_DOT_MOST words, each once. */
static inline void att_dot_put(att_dot *d, uint32_t key, float weight)
{
    uint32_t at = att_dot_place(d, key);
    d->key[at] = key + 1;
    d->weight[at] = weight;
}

/* What a word adds to the product. */
static inline double att_dot_with(const att_dot *d, uint32_t key, float weight)
{
    uint32_t at = att_dot_place(d, key);
    return d->key[at] ? (double)d->weight[at] * (double)weight : 0;
}

#endif
