#include "story/words.h"

#include <math.h>

#include "base/data.h"
#include "base/lexicon.h"

void att_story_words_open(att_story_words *w, att_arena *arena)
{
    static const char NAME[] = "story/words.txt";
    att_lex in;
    *w = (att_story_words){0};
    att_lex_open(&in, NAME, att_data(NAME), 2);
    while (att_lex_next(&in)) {
        uint32_t n;
        if (att_to_u32(in.fields[1], &n) && n) *att_map_put(&w->counts, arena, in.fields[0], NULL) = n;
    }
    double *rarity = att_new(arena, double, ATT_WORD_ARTICLES + 1);
    for (uint32_t n = 0; n <= ATT_WORD_ARTICLES; n++) rarity[n] = log((double)ATT_WORD_ARTICLES / (n > ATT_WORD_RAREST ? n : ATT_WORD_RAREST));
    w->rarity = rarity;
}

double att_word_rarity_hashed(const att_story_words *w, att_slice stem, uint64_t hash)
{
    const uint32_t *n = att_map_get_hashed(&w->counts, stem, hash);
    return w->rarity[!n ? 0 : *n < ATT_WORD_ARTICLES ? *n : ATT_WORD_ARTICLES];
}

double att_word_rarity(const att_story_words *w, att_slice stem) { return att_word_rarity_hashed(w, stem, att_hash(stem)); }
