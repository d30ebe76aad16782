/* words.h: how common a word is in news, so that what two articles share can be weighed (data/story/words.txt). */
#ifndef ATT_STORY_WORDS_H
#define ATT_STORY_WORDS_H

#include "base/hash.h"

enum { ATT_WORD_RAREST = 5, ATT_WORD_ARTICLES = 10000 };

typedef struct {
    att_map counts;       /* stem -> articles in ATT_WORD_ARTICLES */
    const double *rarity; /* by that number */
} att_story_words;

/* From the embedded data; memory from arena, which must outlive it. */
void att_story_words_open(att_story_words *w, att_arena *arena);
/* Inverse document frequency (Spärck Jones 1972): natural logarithm of 10,000 over the articles in 10,000 that hold the word; that of
 * ATT_WORD_RAREST for those that the list lacks. */
double att_word_rarity(const att_story_words *w, att_slice stem);
/* The same for who has att_hash(stem) already. */
double att_word_rarity_hashed(const att_story_words *w, att_slice stem, uint64_t hash);

#endif
