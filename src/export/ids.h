/* ids.h: the ids of records: the same document gives the same ids, whenever, wherever and with however many threads.
 *
 * An id is 16 hex digits of a hash over the document's id, the record's type and its offsets. Where two records of a document
 * would get the same one (two events of one trigger), the later one is hashed with a counter: order decides, and order is
 * that of the document.
 */
#ifndef ATT_EXPORT_IDS_H
#define ATT_EXPORT_IDS_H

#include "base/slice.h"

enum { ATT_ID_BYTES = 17 };

/* The ids given so far. Zeroed = empty; owned by whoever made it. */
typedef struct {
    uint64_t *slot;
    uint32_t n, cap;
    bool failed; /* no memory: later ids may be equal */
} att_id_set;

void att_id_set_release(att_id_set *s);
/* type: the record's "type". Writes the id, NUL-ended, into out and returns it. */
const char *att_record_id(att_id_set *s, att_slice doc, const char *type, att_span span, char out[ATT_ID_BYTES]);

#endif
