/* position.h: where each party stands (positions), and which assertions another party answers (claims).
 *
 * Both are read off what the stages before have found: statements, events, mentions and the trees. What the words tell stands in
 * data/position/ (docs/positions.md).
 */
#ifndef ATT_POSITION_POSITION_H
#define ATT_POSITION_POSITION_H

#include "base/doc.h"

typedef struct att_stances att_stances;

/* From the embedded data (position/ *.txt). Memory from arena, which must outlive it. */
att_stances *att_stances_open(att_arena *arena);
/* Lines of the data that could not be read. */
uint32_t att_stances_faults(const att_stances *lex);
/* doc->positions; reads everything up to events and said_by. */
void att_positions_find(const att_stances *lex, att_doc *doc);
/* doc->claims; reads the same. */
void att_claims_find(const att_stances *lex, att_doc *doc);

const char *att_stance_name(att_stance s); /* "demands" */
const char *att_issue_side_name(att_issue_side s); /* "against"; NULL for none */
const char *att_reply_name(att_reply r);   /* "demands proof" */

#endif
