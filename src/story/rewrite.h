/* rewrite.h: is one text the other in other words? Rewriting programs swap words, trim, move sentences and spoil quotations, but
 * leave names, numbers and the course of most sentences. Two reports of one event share names too, though not sentence by sentence.
 *
 * So sentences are aligned: each of the text with fewer words to the one of the other that shares most with it, by the rarity of the
 * words shared (names and numbers count more). The share is the weight of those sentences that have a counterpart. And of the pairs of
 * neighbouring words a rewrite keeps a good part, however many words it swaps; another report of the same event does not.
 */
#ifndef ATT_STORY_REWRITE_H
#define ATT_STORY_REWRITE_H

#include "base/arena.h"
#include "story/words.h"

/* From these shares on (sentences, pairs of words) a text is called a rewrite; below this likeness of sketches (stories.h) it is not
 * looked for. */
#define ATT_REWRITE_SHARE 0.50
#define ATT_REWRITE_PAIRS 0.27
#define ATT_REWRITE_LIKENESS 0.40
enum { ATT_REWRITE_MIN_SENTENCES = 4, ATT_REWRITE_MAX_SENTENCES = 120, ATT_REWRITE_MAX_WORDS = 4000, ATT_REWRITE_DAYS = 45 };

typedef struct att_profile att_profile;

/* Memory from arena. The first ATT_REWRITE_MAX_SENTENCES sentences count. */
const att_profile *att_profile_of(const att_story_words *words, att_arena *arena, att_slice text);
/* The share of sentences, 0..1; 0 when one of them has too few sentences to tell, or too few pairs of words are shared. */
double att_rewrite_share(const att_profile *a, const att_profile *b);

#endif
