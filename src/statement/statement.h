/* statement.h: who said what: quotations and reported speech with their speakers, cues and exact content spans. */
#ifndef ATT_STATEMENT_STATEMENT_H
#define ATT_STATEMENT_STATEMENT_H

#include "base/doc.h"

typedef struct att_cues att_cues;

/* From the embedded data (statement/cues.txt). Memory from arena. */
att_cues *att_cues_open(att_arena *arena);
/* doc->statements; reads tokens, trees, clauses, mentions. */
void att_statements_find(const att_cues *cues, att_doc *doc);
/* Sets said_by of events and figures that stand inside the content of a statement (attribution by the reporter's own text = empty). */
void att_attribute(att_doc *doc);

/* Where the words from tok to end stop before what only went on with them: "condemned the raid, shouting that". */
uint32_t att_before_aside(const att_doc *doc, uint32_t tok, uint32_t end);

#endif
