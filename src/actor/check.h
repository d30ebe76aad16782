/* check.h: the linter for lexicons of actors, the user's and our own: what is wrong, in which line, and what helps. */
#ifndef ATT_ACTOR_CHECK_H
#define ATT_ACTOR_CHECK_H

#include "actor/kb.h"

/* line from 1, 0 = the file as a whole; cure: what to write instead. Words hold during the call. Returns false to stop. */
typedef bool att_lint_fn(void *ctx, uint32_t line, const char *what, const char *cure);

/* Checks a file of the form of data/actors/ (kind by "# kind:" or by the file's name) or of PETRARCH against the countries and
 * sectors of kb. Memory from scratch, about a third of the text's size. Returns the number of rows that were read. */
uint32_t att_lexicon_check(const att_kb *kb, att_arena *scratch, const char *name, att_slice text, att_lint_fn *fault, void *ctx);
/* Is it one of PLOVER's sectors as data/README.md lists them? */
bool att_sector_known(att_slice sector);

#endif
