#include "cli/cells.h"

#include "base/slice.h"
#include "export/csv_out.h"
#include "export/screen.h"

static uint32_t width_of(const cli_cells *c, int i)
{
    int used = 0;
    if (c->widths[i]) return (uint32_t)c->widths[i];
    for (int k = 0; k < c->count; k++) used += c->widths[k] ? c->widths[k] + 2 : 0;
    return (uint32_t)(c->screen - used > 20 ? c->screen - used : 20);
}

static void table_row(att_buf *out, const cli_cells *c, const att_slice *cells)
{
    for (int i = 0; i < c->count; i++) {
        att_slice s = cells[i].len ? cells[i] : ATT_LIT("-");
        if (i) att_put_z(out, "  ");
        if (i + 1 < c->count) att_screen_pad(out, s, width_of(c, i));
        else (void)att_screen_put(out, s, width_of(c, i));
    }
    att_put_char(out, '\n');
}

void cli_cells_head(att_buf *out, const cli_cells *c)
{
    enum { MAX = 16 };
    att_slice heads[MAX];
    if (c->format == CLI_JSONL || c->count > MAX) return;
    for (int i = 0; i < c->count; i++) heads[i] = att_slice_of(c->names[i]);
    cli_cells_row(out, c, heads);
}

void cli_cells_row(att_buf *out, const cli_cells *c, const att_slice *cells)
{
    if (c->format == CLI_TABLE) {
        table_row(out, c, cells);
        return;
    }
    for (int i = 0; i < c->count; i++) {
        bool json = c->format == CLI_JSONL;
        att_put_z(out, json ? i ? "," : "{" : i ? "," : "");
        if (json) {
            att_put_json(out, att_slice_of(c->names[i]));
            att_put_char(out, ':');
        }
        if (!json) att_csv_text(out, cells[i]);
        else if (cells[i].len) att_put_json(out, cells[i]);
        else att_put_z(out, "null");
    }
    att_put_z(out, c->format == CLI_JSONL ? "}\n" : "\r\n");
}
