/* cmd_quotes.c: articles -> who says what, for a reader. */
#include <unistd.h>

#include "cli/batch.h"
#include "export/jsonl.h"
#include "export/quotes.h"

typedef struct {
    cli_batch batch; /* first: cli_batch_print */
    cli_format format;
    att_table table;
    att_slice speaker;
} quoting;

static void make_table(const quoting *q, const att_doc *doc, cli_result *r)
{
    att_document_row row = {.id = doc->meta.id, .outlet = doc->meta.outlet, .title = doc->meta.title, .published = doc->meta.published};
    uint32_t n = att_quotes_count(doc, q->speaker);
    if (!n) return;
    att_table_doc(&r->out, &q->table, &row, n, "statement");
    att_quotes_table(&r->out, &q->table, doc, q->speaker);
}

static void make_jsonl(const quoting *q, const att_doc *doc, cli_result *r)
{
    att_jsonl opt = {.types = ATT_REC_BIT(ATT_REC_STATEMENT), .frames = q->batch.engine->frames};
    att_id_set ids = {0};
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        size_t before = r->out.len; /* every id is given, so that a choice of speaker changes none */
        att_jsonl_record(&r->out, doc, &opt, ATT_REC_STATEMENT, i, &ids);
        att_put_char(&r->out, '\n');
        if (!att_quote_is_by(doc, &doc->statements.at[i], q->speaker)) r->out.len = before;
    }
    r->out.failed |= ids.failed;
    att_id_set_release(&ids);
}

static void make(void *ctx, const att_doc *doc, cli_result *r)
{
    const quoting *q = ctx;
    switch (q->format) {
    case CLI_TABLE: make_table(q, doc, r); break;
    case CLI_CSV: att_quotes_csv(&r->out, doc, q->speaker); break;
    case CLI_JSONL: make_jsonl(q, doc, r); break;
    }
}

static int head(void *ctx)
{
    const quoting *q = ctx;
    att_buf b = {0};
    if (q->format == CLI_CSV) att_quotes_csv_head(&b);
    int rc = cli_write_buf(&b);
    att_buf_release(&b);
    return rc;
}

int cmd_quotes(const cli_args *a)
{
    quoting q = {.table = {cli_width(STDOUT_FILENO), cli_colours(), false}};
    if (a->value[OPT_SPEAKER]) q.speaker = att_slice_of(a->value[OPT_SPEAKER]);
    if (!cli_batch_options(&q.batch, a) || !cli_format_of(a, &q.format)) return CLI_USAGE;
    q.batch.ctx = &q;
    q.batch.make = make;
    q.batch.sink = cli_batch_print;
    return cli_batch_over(&q.batch, a, head);
}
