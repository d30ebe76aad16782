/* parse_json.h: sentences with words and clauses as JSON, for `attache parse --json`. */
#ifndef ATT_CLI_PARSE_JSON_H
#define ATT_CLI_PARSE_JSON_H

#include "base/buf.h"
#include "nlp/factuality.h"

/* One object a line and sentence. doc has trees and names; clauses and factuality are put out when they are there. */
void cli_parse_json(const att_factuality_way *way, const att_doc *doc, att_buf *out);

#endif
