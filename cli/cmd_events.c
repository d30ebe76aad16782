/* cmd_events.c: ask a store for events. */
#include <unistd.h>

#include "cli/ask.h"
#include "export/csv_out.h"

enum { FLUSH_BYTES = 64 << 10 };

typedef struct {
    cli_shape shape;
    att_table table;
    att_buf out;
    uint64_t rows;
    int rc;
} showing;

static bool row(void *ctx, const att_event_row *r)
{
    showing *s = ctx;
    switch (s->shape) {
    case CLI_SHAPE_TABLE:
        if (s->rows == 0) att_table_head(&s->out, &s->table);
        att_table_event(&s->out, &s->table, r);
        break;
    case CLI_SHAPE_CSV: att_csv_event(&s->out, r); break;
    case CLI_SHAPE_TSV: /* see cmd_events */
    case CLI_SHAPE_JSONL:
        att_put_slice(&s->out, r->json);
        att_put_char(&s->out, '\n');
        break;
    }
    s->rows++;
    if (s->out.len >= FLUSH_BYTES || s->out.failed) s->rc = cli_write_buf(&s->out);
    return s->rc == CLI_FINE;
}

/* One row for each event, however many articles tell it. */
static int merged(const cli_args *a, const att_ask *ask)
{
    static const att_cell_column COLUMNS[] = {
        {"date", "DATE", 10, false},      {"type", "TYPE", 9, false},        {"actor", "WHO", 22, false},   {"recipient", "WHOM", 22, false},
        {"status", "STATUS", 11, false},  {"sources", "SOURCES", 7, true},   {"copies", "COPIES", 6, true}, {"place", "PLACE", 0, false},
    };
    static const att_cell_layout LAYOUT = {"happening", COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, "sentence"};
    return cli_ask_run(a, ATT_ASK_HAPPENINGS, ask, &LAYOUT, "no events meet these conditions");
}

int cmd_events(const cli_args *a)
{
    showing s = {0};
    att_ask ask;
    if (!cli_ask_of(a, &ask) || !cli_shape_of(a, &s.shape)) return CLI_USAGE;
    if (a->value[OPT_MERGED] || s.shape == CLI_SHAPE_TSV) return merged(a, &ask);
    att_store *store = cli_store(a->paths[0]);
    if (!store) return CLI_NOTHING;
    att_event_filter f = {ask.actor, ask.recipient, ask.said_by, ask.types, ask.statuses, ask.source, ask.place, ask.story, ask.from, ask.to, ask.limit};
    s.table = (att_table){cli_width(STDOUT_FILENO), cli_colours(), true};
    if (s.shape == CLI_SHAPE_CSV) att_csv_head(&s.out);
    att_err e = att_store_events(store, &f, row, &s);
    if (s.rc == CLI_FINE) s.rc = cli_write_buf(&s.out);
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(a->paths[0]), e);
        s.rc = CLI_NOTHING;
    } else if (s.rows == 0 && s.shape == CLI_SHAPE_TABLE) {
        cli_say("no events meet these conditions");
    }
    att_store_close(store);
    att_buf_release(&s.out);
    return s.rc;
}
