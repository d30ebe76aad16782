/* screen.h: text for a terminal: measured in columns, cut to fit, harmless. What comes from articles may hold anything;
 * control characters and the marks that turn the direction of text are shown, never sent. White space becomes one blank. */
#ifndef ATT_EXPORT_SCREEN_H
#define ATT_EXPORT_SCREEN_H

#include "base/buf.h"

/* Columns that s takes, counted up to at most max + 1. */
uint32_t att_screen_width(att_slice s, uint32_t max);
/* s in at most max columns, "…" at the end when it was cut. Returns the columns used. */
uint32_t att_screen_put(att_buf *out, att_slice s, uint32_t max);
/* As above, then blanks up to max. */
void att_screen_pad(att_buf *out, att_slice s, uint32_t max);

/* s broken at blanks into lines of at most width columns, each behind indent blanks and ended by a line feed. */
void att_screen_wrap(att_buf *out, att_slice s, uint32_t indent, uint32_t width);

#endif
