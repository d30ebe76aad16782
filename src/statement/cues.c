#include "statement/cues.h"

#include "base/data.h"
#include "base/lexicon.h"

static const char *const KINDS[] = {"", "say", "promise", "threat", "deny", "demand", "judge", "belief", "noun", "adjective", "preposition"};

att_cues *att_cues_open(att_arena *arena)
{
    att_cues *cues = att_new(arena, att_cues, 1);
    att_lex lex;
    att_lex_open(&lex, "statement/cues.txt", att_data("statement/cues.txt"), 3);
    while (att_lex_next(&lex))
        for (uint32_t k = 1; k < sizeof KINDS / sizeof *KINDS; k++)
            if (att_is(lex.fields[1], KINDS[k])) *att_map_put(&cues->words, arena, lex.fields[0], NULL) = k;
    return cues;
}

att_cue_kind att_cue_of(const att_cues *cues, att_slice lemma, char pos)
{
    char key[80];
    if (lemma.len + 2 > sizeof key) return ATT_CUE_NONE;
    memcpy(key, lemma.ptr, lemma.len);
    key[lemma.len] = '/';
    key[lemma.len + 1] = pos;
    const uint32_t *at = att_map_get(&cues->words, (att_slice){key, lemma.len + 2});
    return at ? (att_cue_kind)*at : ATT_CUE_NONE;
}
