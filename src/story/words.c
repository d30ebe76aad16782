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
}

double att_word_rarity(const att_story_words *w, att_slice stem)
{
    const uint32_t *n = att_map_get(&w->counts, stem);
    return log(10000.0 / (n && *n > ATT_WORD_RAREST ? *n : ATT_WORD_RAREST));
}
