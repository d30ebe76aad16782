/* draw.h: what `attache explain` shows of one sentence. */
#ifndef ATT_CLI_DRAW_H
#define ATT_CLI_DRAW_H

#include "base/buf.h"
#include "engine/engine.h"

typedef struct {
    att_buf *out;
    const att_engine *engine;
    const att_doc *doc;
    uint32_t width;
    bool colours;
} cli_draw;

void cli_draw_title(const cli_draw *d, const char *title);
void cli_draw_tokens(const cli_draw *d, const att_sent *s);
void cli_draw_tree(const cli_draw *d, const att_sent *s);
void cli_draw_clauses(const cli_draw *d, const att_sent *s);
void cli_draw_mentions(const cli_draw *d, const att_sent *s);
void cli_draw_notes(const cli_draw *d, const att_sent *s);
void cli_draw_events(const cli_draw *d, att_id sent);

#endif
