/* sketch.h: what an article is about, in a few weighted words: enough to see which articles tell the same story.
 *
 * The weight of a word is its rarity in news times 1 + ln(times used) (Salton and Buckley 1988), more for names, for words of the
 * headline and of the lead; the heaviest ATT_SKETCH_TERMS are kept, scaled to length 1. A sketch depends on the article alone,
 * so that it is the same in every store and whatever else was added before.
 */
#ifndef ATT_STORY_SKETCH_H
#define ATT_STORY_SKETCH_H

#include "base/arena.h"
#include "story/copies.h"
#include "story/words.h"

enum { ATT_SKETCH_TERMS = 48 };

/* A term in 32 bits: 24 of its hash above 8 of its weight (1/255 is the smallest). Sorted as numbers, terms of two sketches can be
 * laid side by side. */
typedef struct {
    uint32_t terms[ATT_SKETCH_TERMS];
    uint32_t n;
} att_sketch;

static inline uint32_t att_term_key(uint32_t term) { return term >> 8; }
static inline float att_term_weight(uint32_t term) { return (float)(term & 0xFF) / 255.0F; }

/* scratch is rewound. print, unless NULL, is made of the text as well. */
void att_sketch_of(const att_story_words *words, att_arena *scratch, att_slice title, att_slice text, att_sketch *out, att_copy_print *print);

#endif
