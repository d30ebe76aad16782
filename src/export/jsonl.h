/* jsonl.h: a document as records, one JSON object a line, by the record contract.
 *
 * The order is fixed: document, events, statements, figures, positions, claims, time expressions, places, names, mentions, each in the order of
 * its column. What is not known is null or []. Nothing here changes the document.
 */
#ifndef ATT_EXPORT_JSONL_H
#define ATT_EXPORT_JSONL_H

#include "base/buf.h"
#include "event/event.h"
#include "export/ids.h"

typedef enum {
    ATT_REC_DOCUMENT, ATT_REC_EVENT, ATT_REC_STATEMENT, ATT_REC_FIGURE, ATT_REC_POSITION, ATT_REC_CLAIM, ATT_REC_TIMEX,
    ATT_REC_PLACE, ATT_REC_NAME, ATT_REC_MENTION, ATT_REC_COUNT
} att_record;

#define ATT_REC_BIT(r) (1u << (r))
/* What is written unless the caller chooses. */
enum { ATT_REC_DEFAULT = (1 << (ATT_REC_CLAIM + 1)) - 1, ATT_REC_ALL = (1 << ATT_REC_COUNT) - 1 };

typedef struct {
    const att_frames *frames; /* names of the contexts; NULL = contexts are left out */
    uint32_t types;           /* bits of att_record */
    bool with_text;           /* the document record gets "text", what the offsets count in */
} att_jsonl;

const char *att_record_name(att_record r); /* "event" */
/* "event,figure" -> bits; "all" is all of them. False at an unknown name, which *bad then shows. */
bool att_record_types(att_slice list, uint32_t *types, att_slice *bad);

/* Records of the chosen types, each with a line end. */
void att_jsonl_write(att_buf *out, const att_doc *doc, const att_jsonl *opt);
/* One record without line end: row is its index in its column (0 for the document). Ids must be asked for in order. */
void att_jsonl_record(att_buf *out, const att_doc *doc, const att_jsonl *opt, att_record type, att_id row, att_id_set *ids);
/* Records of that type, and the bytes that stand for one (its place in the text, which its id is made of). */
uint32_t att_record_count(const att_doc *doc, att_record type);
att_span att_record_span(const att_doc *doc, att_record type, att_id row);

#endif
