/* import_verbs.h: verb dictionaries of TABARI and PETRARCH -> frames in the form of data/events/frames-*.txt.
 *
 * Blocks "--- WORD [code] ---" (PETRARCH) or lines "WORD [code]" (TABARI), verbs of the same sense below them, and patterns
 * "- left * right [code]"; &NAME is a set of words given earlier ("+WORD" lines). Codes are CAMEO's. Patterns match words in a row, frames
 * arguments in a tree, so the import is a reading, not a copy: the first noun behind the verb becomes its object, one behind a
 * preposition that preposition's, small words particles; auxiliaries and $ + % ^ are dropped. Sources: Schrodt (2012), CAMEO and TABARI
 * manuals; openeventdata/petrarch2 (documentation of the dictionaries).
 */
#ifndef ATT_EVENT_IMPORT_VERBS_H
#define ATT_EVENT_IMPORT_VERBS_H

#include "base/buf.h"
#include "event/ontology.h"

typedef struct {
    uint32_t written;  /* frames */
    uint32_t no_code;  /* verbs and patterns without a code, or with one that CAMEO does not have */
    uint32_t no_sense; /* patterns that no frame can say */
} att_import_count;

/* Writes frames to out, in the order of the file. Memory from arena. */
att_import_count att_import_verbs(att_arena *arena, const att_ontology *o, att_slice text, att_buf *out);

#endif
