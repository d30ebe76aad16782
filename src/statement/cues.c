#include "statement/cues.h"

#include "base/data.h"
#include "base/lexicon.h"

static const char *const COMMITMENTS[ATT_COMMIT_COUNT] = {"none",   "says",     "knows",     "claims", "believes", "doubts",   "denies",  "refuses", "asks",
                                                          "promises", "threatens", "warns", "judges",   "supports", "opposes", "hopes",   "fears", "wants"};

static uint8_t commitment_of(att_slice name)
{
    for (uint8_t i = 1; i < ATT_COMMIT_COUNT; i++)
        if (att_is(name, COMMITMENTS[i])) return i;
    return ATT_COMMIT_NONE;
}

static uint8_t takes_of(att_slice field)
{
    static const struct {
        const char *name;
        uint8_t bit;
    } WORDS[] = {{"clause", ATT_TAKES_CLAUSE}, {"quote", ATT_TAKES_QUOTE}, {"object", ATT_TAKES_OBJECT}, {"matter", ATT_TAKES_MATTER}, {"inf", ATT_TAKES_INF}, {"person", ATT_TAKES_PERSON}};
    uint8_t takes = 0;
    att_slice alt;
    while (att_lex_alt(&field, &alt))
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
            if (att_is(alt, WORDS[i].name)) takes |= WORDS[i].bit;
    return takes;
}

att_cues *att_cues_open(att_arena *arena)
{
    att_cues *cues = att_new(arena, att_cues, 1);
    (void)att_push(arena, &cues->entries); /* entry 0: no cue */
    att_lex lex;
    att_lex_open(&lex, "statement/cues.txt", att_data("statement/cues.txt"), 3);
    while (att_lex_next(&lex)) {
        *att_map_put(&cues->words, arena, lex.fields[0], NULL) = cues->entries.n;
        *att_push(arena, &cues->entries) = (att_cue){.takes = takes_of(lex.fields[1]), .commitment = commitment_of(lex.fields[2]), .preps = lex.fields[1]};
    }
    return cues;
}

const att_cue *att_cue_of(const att_cues *cues, att_slice lemma, char pos)
{
    char key[80];
    if (lemma.len + 2 > sizeof key) return NULL;
    for (uint32_t i = 0; i < lemma.len; i++) key[i] = att_lower_ascii(lemma.ptr[i]);
    key[lemma.len] = '/';
    key[lemma.len + 1] = pos;
    const uint32_t *at = att_map_get(&cues->words, (att_slice){key, lemma.len + 2});
    return at ? &cues->entries.at[*at] : NULL;
}

bool att_cue_takes_prep(const att_cue *cue, att_slice prep)
{
    att_slice rest = cue->preps, alt;
    while (att_lex_alt(&rest, &alt))
        if (att_eq(alt, prep)) return true;
    return false;
}

bool att_cue_utters(const att_cue *cue)
{
    switch (cue->commitment) {
    case ATT_COMMIT_SAYS:
    case ATT_COMMIT_CLAIMS:
    case ATT_COMMIT_DENIES:
    case ATT_COMMIT_ASKS:
    case ATT_COMMIT_PROMISES:
    case ATT_COMMIT_THREATENS:
    case ATT_COMMIT_WARNS: return true;
    case ATT_COMMIT_KNOWS:
    case ATT_COMMIT_JUDGES: return (cue->takes & ATT_TAKES_CLAUSE) != 0; /* "admitted", "lamented" */
    default: return false;
    }
}
