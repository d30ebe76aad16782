/* cmd_code.c: articles -> records on standard output. */
#include <unistd.h>

#include "cli/batch.h"
#include "export/jsonl.h"

typedef struct {
    cli_batch batch;
    cli_format format;
    att_jsonl jsonl;
} coding;

static void make(void *ctx, const att_doc *doc, cli_result *r)
{
    const coding *c = ctx;
    att_jsonl_write(&r->out, doc, &c->jsonl);
}

static int sink(void *ctx, cli_result *r)
{
    coding *c = ctx;
    if (att_failed(r->err)) {
        cli_progress_clear(c->batch.progress);
        cli_say_err(att_slice_of(r->label ? r->label : "an article"), r->err);
        return CLI_FINE;
    }
    if (r->out.len) cli_progress_clear(c->batch.progress);
    return cli_write_buf(&r->out);
}

int cmd_code(const cli_args *a)
{
    coding c = {.jsonl.types = ATT_REC_DEFAULT, .jsonl.with_text = a->value[OPT_TEXT] != NULL};
    cli_progress progress;
    cli_inputs inputs;
    if (!cli_batch_options(&c.batch, a) || !cli_format_of(a, &c.format)) return CLI_USAGE;
    att_engine *engine = cli_engine(a);
    if (!engine) return CLI_NOTHING;
    c.jsonl.frames = engine->frames;
    cli_inputs_find(&inputs, a->paths, a->path_count);
    cli_progress_begin(&progress, inputs.bytes, true);
    c.batch.engine = engine;
    c.batch.inputs = &inputs;
    c.batch.progress = &progress;
    c.batch.ctx = &c;
    c.batch.make = make;
    c.batch.sink = sink;
    int rc = cli_batch_run(&c.batch);
    cli_progress_clear(&progress);
    if (rc == 0 && (c.batch.failed || inputs.failed)) rc = c.batch.articles == c.batch.failed ? CLI_NOTHING : CLI_SOME_FAILED;
    cli_inputs_release(&inputs);
    att_engine_close(engine);
    return rc;
}
