/* cues.h: words that introduce what somebody says, thinks or wants (data/statement/cues.txt; how to read a line: docs/statements.md). */
#ifndef ATT_STATEMENT_CUES_H
#define ATT_STATEMENT_CUES_H

#include "base/hash.h"
#include "statement/statement.h"

/* Where the content may hang under the cue. */
enum {
    ATT_TAKES_CLAUSE = 1, /* a that-clause, an indirect question, a quotation, or the clause that the cue is hung into */
    ATT_TAKES_QUOTE = 2,  /* as CLAUSE, but only words between quotation marks or a parenthesis ("..., he went on") */
    ATT_TAKES_OBJECT = 4, /* "denied the charge" */
    ATT_TAKES_INF = 8,    /* "promised to pay" */
    ATT_TAKES_MATTER = 32, /* as OBJECT, of words and deeds alone: "threatened sanctions", not "threatened Ukraine" */
    ATT_TAKES_PERSON = 16 /* its object is who is spoken to ("told reporters that", "urged him to") */
};

typedef struct {
    uint8_t takes;      /* ATT_TAKES_* */
    uint8_t commitment; /* att_commitment */
    att_slice preps;    /* "for; on": prepositions whose object is the content; the field as it stands in the file */
} att_cue;

struct att_cues {
    att_map words; /* "say/v" -> index into entries */
    ATT_VEC(att_cue) entries;
};

/* The entry of a lemma as verb 'v', noun 'n', adjective 'a' or preposition 'p', or NULL. */
const att_cue *att_cue_of(const att_cues *cues, att_slice lemma, char pos);
/* Does the cue take its content with this preposition? */
bool att_cue_takes_prep(const att_cue *cue, att_slice prep);
/* Does it tell of words uttered, not of a thought, a wish or a judgement? */
bool att_cue_utters(const att_cue *cue);

#endif
