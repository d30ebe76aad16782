/* time.h: time expressions in the text, and their days. */
#ifndef ATT_TIME_TIME_H
#define ATT_TIME_TIME_H

#include "base/doc.h"

/* doc->timexes, TIMEX3 (ISO-TimeML) types and values, anchored to doc->meta.published. Reads tokens and tags (tense decides
 * whether "on Tuesday" is the one before or after publication). */
void att_timexes_find(att_doc *doc);

/* ISO 8601 text of a day range: day, month, year or a/b. */
att_slice att_days_text(att_arena *a, att_days days);

/* Does an expression right behind a verb of saying tell when it was said, and not when what is said happens? It is over, and the clause whose
 * verb is comp has a subject of its own behind it: "said last night Brazil wants". */
bool att_time_of_saying(const att_doc *doc, const att_timex *x, uint32_t comp);

#endif
