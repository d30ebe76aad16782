/* report_int.h: what the parts of a report share. Private to serve/. */
#ifndef ATT_SERVE_REPORT_INT_H
#define ATT_SERVE_REPORT_INT_H

#include "serve/ask.h"
#include "serve/pen.h"
#include "serve/report.h"

typedef struct {
    att_ask ask;                 /* handle, board, arena, parameters */
    const att_report_options *o;
    att_pen pen;
    att_hits hits;               /* what it is about, by date */
    bool between;                /* about what was between several: only what the articles with such events say belongs to it */
    uint8_t *about;              /* by number on the board: the articles with hits */
    att_slice articles;          /* the same as a JSON list of documents.document */
} att_brief;

/* Counts by direction and class; and by status. */
void att_brief_counts(att_brief *b);
/* Bars by time, as a drawing or (Markdown) a table. */
void att_brief_timeline(att_brief *b);
/* These give SQLite's code. */
int att_brief_events(att_brief *b);
int att_brief_quotes(att_brief *b);
int att_brief_positions(att_brief *b);
int att_brief_figures(att_brief *b);
int att_brief_claims(att_brief *b);
int att_brief_differences(att_brief *b);
int att_brief_sources(att_brief *b);

#endif
