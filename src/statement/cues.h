/* cues.h: words that introduce speech (data/statement/cues.txt). */
#ifndef ATT_STATEMENT_CUES_H
#define ATT_STATEMENT_CUES_H

#include "base/hash.h"
#include "statement/statement.h"

/* How the content hangs under the cue. */
typedef enum {
    ATT_CUE_NONE, ATT_CUE_SAY, ATT_CUE_PROMISE, ATT_CUE_THREAT, ATT_CUE_DENY, ATT_CUE_DEMAND, ATT_CUE_JUDGE, ATT_CUE_BELIEF,
    ATT_CUE_NOUN, ATT_CUE_ADJECTIVE, ATT_CUE_PREPOSITION
} att_cue_kind;

struct att_cues {
    att_map words; /* "say/v" -> att_cue_kind */
};

att_cue_kind att_cue_of(const att_cues *cues, att_slice lemma, char pos);

#endif
