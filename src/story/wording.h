/* wording.h: what two sentences have in common, weighed by how rare their words are. */
#ifndef ATT_STORY_WORDING_H
#define ATT_STORY_WORDING_H

#include "base/arena.h"
#include "story/words.h"

typedef struct {
    uint32_t stem; /* hash */
    float weight;
} att_weighed_stem;

/* Each stem once, by hash. */
typedef struct {
    const att_weighed_stem *at;
    uint32_t n;
    double weight; /* of all */
} att_wording;

/* Of the first words that say something; memory from arena. */
att_wording att_wording_of(const att_story_words *words, att_arena *arena, att_slice sentence);
/* The weight of what they share as part of all, 0..1; 0 for sentences that say nothing. */
double att_wording_alike(const att_wording *a, const att_wording *b);

#endif
