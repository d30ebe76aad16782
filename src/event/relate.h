/* relate.h: what does a marked source do to a marked target? (the task of Hu et al. 2024, Zero-Shot PLOVER)
 *
 * The same frames as for events, but the participants are given: every frame that fires is scored by how its slots hold the
 * two marked sides, and by where it stands in the tree. Features of the best candidates feed the learned part (relate_model.h).
 */
#ifndef ATT_EVENT_RELATE_H
#define ATT_EVENT_RELATE_H

#include "event/match.h"
#include "event/status.h"

enum { ATT_MAX_MARKS = 8, ATT_MAX_CANDIDATES = 32 };

/* Tokens of the two sides. */
typedef struct {
    uint32_t source[ATT_MAX_MARKS][2], target[ATT_MAX_MARKS][2]; /* [beg, end) */
    uint32_t source_count, target_count;
} att_marks;

typedef struct {
    uint32_t tok;
    const att_frame *frame;
    att_status status;
    float score;      /* how well the slots hold the two sides; higher is better */
    bool source_acts, target_takes, reversed;
    bool ended, obliged, ordered; /* broken off; must, should; by order of an authority */
    bool harms; /* what is asked for would harm the target: "called for sanctions against X" */
} att_candidate;

/* Candidates by falling score; returns how many. */
uint32_t att_relate_candidates(const att_frames *frames, att_doc *doc, const att_marks *marks, att_candidate out[ATT_MAX_CANDIDATES]);
/* Type, mode and code of one candidate after the manual's rules for negation and the future. */
void att_relate_code(const att_candidate *c, att_event_type *type, att_slice *mode, att_slice *cameo);
/* Does the phrase of tok hold a token of the side, or a pronoun that stands for it? */
bool att_relate_holds(const att_doc *doc, uint32_t tok, const uint32_t (*list)[2], uint32_t n);
/* The lowest token above both sides, 0 = none (different sentences, or no marks). */
uint32_t att_relate_meeting(const att_doc *doc, const att_marks *marks);

#endif
