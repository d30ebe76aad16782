#include "export/cells.h"

#include "export/csv_out.h"
#include "export/screen.h"

enum { GAP = 2, LEAST = 40, INDENT = 4 };

static uint32_t width_of(const att_table *t) { return t->width < LEAST ? LEAST : (uint32_t)t->width; }

static const att_cell *named(const att_cell *cells, int n, const char *name)
{
    for (int i = 0; name && i < n; i++)
        if (strcmp(cells[i].name, name) == 0) return &cells[i];
    return NULL;
}

static uint32_t column_width(const att_table *t, const att_cell_layout *l, int i)
{
    uint32_t fixed = 0;
    if (l->columns[i].width) return l->columns[i].width;
    for (int k = 0; k < l->n; k++) fixed += l->columns[k].width + (k ? GAP : 0);
    return width_of(t) > fixed + 12 ? width_of(t) - fixed : 12;
}

static void put_cell(att_buf *out, att_slice s, uint32_t width, bool right, bool last)
{
    uint32_t used = att_screen_width(s, width);
    for (uint32_t i = used; right && i < width; i++) att_put_char(out, ' ');
    if (right || last)
        att_screen_put(out, s, width);
    else
        att_screen_pad(out, s, width);
}

static void gap(att_buf *out, int i)
{
    for (int k = 0; i > 0 && k < GAP; k++) att_put_char(out, ' ');
}

void att_cells_table_head(att_buf *out, const att_table *t, const att_cell_layout *l)
{
    att_table_style(out, t, "1");
    for (int i = 0; i < l->n; i++) {
        gap(out, i);
        put_cell(out, att_slice_of(l->columns[i].head), column_width(t, l, i), l->columns[i].right, i == l->n - 1);
    }
    att_table_style(out, t, "0");
    att_put_char(out, '\n');
}

void att_cells_table(att_buf *out, const att_table *t, const att_cell_layout *l, const att_cell *cells, int n)
{
    for (int i = 0; i < l->n; i++) {
        const att_cell *c = named(cells, n, l->columns[i].cell);
        gap(out, i);
        att_buf number = {0};
        att_slice text = c && c->known ? c->text : ATT_LIT("–");
        if (c && c->known && c->kind == ATT_CELL_NUMBER) {
            att_put_number(&number, c->number);
            if (!number.failed) text = (att_slice){number.ptr, (uint32_t)number.len};
        }
        put_cell(out, text, column_width(t, l, i), l->columns[i].right, i == l->n - 1);
        att_buf_release(&number);
    }
    att_put_char(out, '\n');
    const att_cell *below = named(cells, n, l->below);
    if (!below || !below->known) return;
    for (int i = 0; i < INDENT; i++) att_put_char(out, ' ');
    att_table_style(out, t, "2");
    att_screen_put(out, below->text, width_of(t) - INDENT);
    att_table_style(out, t, "0");
    att_put_char(out, '\n');
}

static bool is_record(const att_cell *c) { return strcmp(c->name, "record") == 0; }

static void put_tsv(att_buf *out, att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++) att_put_char(out, s.ptr[i] == '\t' || s.ptr[i] == '\n' || s.ptr[i] == '\r' ? ' ' : s.ptr[i]);
}

void att_cells_csv_head(att_buf *out, const att_cell *cells, int n, char separator)
{
    bool first = true;
    for (int i = 0; i < n; i++) {
        if (is_record(&cells[i])) continue;
        if (!first) att_put_char(out, separator);
        att_put_z(out, cells[i].name);
        first = false;
    }
    att_put_z(out, separator == ',' ? "\r\n" : "\n");
}

void att_cells_csv(att_buf *out, const att_cell *cells, int n, char separator)
{
    bool first = true;
    for (int i = 0; i < n; i++) {
        if (is_record(&cells[i])) continue;
        if (!first) att_put_char(out, separator);
        if (cells[i].kind == ATT_CELL_NUMBER) {
            if (cells[i].known) att_put_number(out, cells[i].number);
        } else if (separator == ',') {
            att_csv_text(out, cells[i].text);
        } else {
            put_tsv(out, cells[i].text);
        }
        first = false;
    }
    att_put_z(out, separator == ',' ? "\r\n" : "\n");
}

static void put_json(att_buf *out, const att_cell *c)
{
    if (!c->known)
        att_put_z(out, "null");
    else if (c->kind == ATT_CELL_NUMBER)
        att_put_number(out, c->number);
    else if (c->kind == ATT_CELL_JSON)
        att_put_slice(out, c->text);
    else
        att_put_json(out, c->text);
}

void att_cells_jsonl(att_buf *out, const att_cell_layout *l, const att_cell *cells, int n)
{
    const att_cell *record = named(cells, n, "record");
    if (record && record->known) {
        att_put_slice(out, record->text);
    } else {
        att_putf(out, "{\"type\":\"%s\"", l->type);
        for (int i = 0; i < n; i++) {
            att_putf(out, ",\"%s\":", cells[i].name);
            put_json(out, &cells[i]);
        }
        att_put_char(out, '}');
    }
    att_put_char(out, '\n');
}
