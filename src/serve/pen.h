/* pen.h: writes a report as HTML or Markdown. All text that is handed in is text: each function escapes it. Private to serve/. */
#ifndef ATT_SERVE_PEN_H
#define ATT_SERVE_PEN_H

#include "base/buf.h"

typedef struct {
    att_buf *out;
    bool html;
} att_pen;

void att_pen_begin(att_pen *p, att_slice title);
void att_pen_end(att_pen *p);
void att_pen_heading(att_pen *p, const char *text);
void att_pen_paragraph(att_pen *p, att_slice text);
/* Items of a list: begin, then texts and breaks, then end. */
void att_pen_list(att_pen *p, bool begin);
void att_pen_item(att_pen *p, bool begin);
void att_pen_text(att_pen *p, att_slice text);
void att_pen_strong(att_pen *p, att_slice text);
void att_pen_quote(att_pen *p, att_slice text);
void att_pen_small(att_pen *p, att_slice text); /* on a line of its own */
void att_pen_words(att_pen *p, att_slice text); /* the words of an article, on a line of their own, as a quotation */
/* A table: head row, rows, end. Cells are numbers where number is set. */
void att_pen_table(att_pen *p, const char *const *head, int columns);
void att_pen_cell(att_pen *p, att_slice text, bool number, bool first, bool last);
void att_pen_table_end(att_pen *p);

#endif
