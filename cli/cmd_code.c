/* cmd_code.c: articles -> records on standard output. */
#include <unistd.h>

#include "cli/batch.h"
#include "export/csv_out.h"
#include "export/rows.h"
#include "export/table.h"

typedef struct {
    cli_batch batch; /* first: cli_batch_print */
    cli_format format;
    att_jsonl jsonl;
    att_table table;
} coding;

static void make_rows(const coding *c, const att_doc *doc, cli_result *r)
{
    att_arena_reset(&r->keep);
    const att_parcel *p = att_parcel_make(&r->keep, doc, &c->jsonl, NULL);
    if (!p) {
        r->err = (att_err){.code = ATT_E_NOMEM, .stage = ATT_STAGE_EXPORT, .msg = "not enough memory for its records: split it"};
        return;
    }
    uint32_t distinct = 0;
    for (uint32_t i = 0; i < p->event_count; i++) distinct += p->events[i].same_as.len == 0;
    if (c->format == CLI_TABLE) att_table_doc(&r->out, &c->table, &p->document, distinct, "event");
    for (uint32_t i = 0; i < p->event_count; i++)
        if (c->format == CLI_TABLE)
            att_table_event(&r->out, &c->table, &p->events[i]);
        else
            att_csv_event(&r->out, &p->events[i]);
}

static void make(void *ctx, const att_doc *doc, cli_result *r)
{
    const coding *c = ctx;
    if (c->format == CLI_JSONL)
        att_jsonl_write(&r->out, doc, &c->jsonl);
    else
        make_rows(c, doc, r);
}

static bool options(coding *c, const cli_args *a)
{
    att_slice bad;
    const char *only = a->value[OPT_ONLY];
    c->jsonl.types = ATT_REC_DEFAULT;
    c->jsonl.with_text = a->value[OPT_TEXT] != NULL;
    c->table = (att_table){cli_width(STDOUT_FILENO), cli_colours(), false};
    if (!cli_batch_options(&c->batch, a) || !cli_format_of(a, &c->format)) return false;
    if (only && !att_record_types(att_slice_of(only), &c->jsonl.types, &bad)) {
        cli_say("--only knows document, event, statement, figure, position, claim, timex, place, name, mention and all, not '%.*s'", (int)bad.len, bad.ptr);
        return false;
    }
    if (only && c->format != CLI_JSONL && !a->value[OPT_FORMAT]) c->format = CLI_JSONL; /* a table could not show them */
    if (only && c->format != CLI_JSONL && c->jsonl.types != ATT_REC_BIT(ATT_REC_EVENT)) {
        cli_say("--format %s holds events only; use --format jsonl for other records", a->value[OPT_FORMAT]);
        return false;
    }
    return true;
}

static int head(void *ctx)
{
    coding *c = ctx;
    att_buf b = {0};
    c->jsonl.frames = c->batch.engine->frames;
    if (c->format == CLI_TABLE) att_table_head(&b, &c->table);
    if (c->format == CLI_CSV) att_csv_head(&b);
    int rc = cli_write_buf(&b);
    att_buf_release(&b);
    return rc;
}

int cmd_code(const cli_args *a)
{
    coding c = {0};
    if (!options(&c, a)) return CLI_USAGE;
    c.batch.ctx = &c;
    c.batch.make = make;
    c.batch.sink = cli_batch_print;
    return cli_batch_over(&c.batch, a, head);
}
