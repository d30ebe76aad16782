/* report.h: a brief on some actors out of a store: counts, a timeline, the events that weigh most with their sources, quotes,
 * demands, figures and disputed claims; one self-contained HTML file (no scripts, nothing from elsewhere) or Markdown.
 *
 * The text of articles is escaped for either format. The same store and options give the same bytes: no clock is read.
 */
#ifndef ATT_SERVE_REPORT_H
#define ATT_SERVE_REPORT_H

#include "base/buf.h"

enum { ATT_REPORT_ACTORS = 16 };

typedef struct {
    att_slice actors[ATT_REPORT_ACTORS]; /* codes, sectors or names; one: all that it did or had done to it; several: what was between them */
    uint32_t actor_count;                /* 0: everything */
    att_slice from, to;                  /* days, months or years; empty = open */
    bool html;
} att_report_options;

/* Appends the report to out. *events: how many it is about. Errors as of att_store_open. */
att_err att_report(att_buf *out, const char *path, const att_report_options *o, uint32_t *events);

#endif
