/* setup.c: from options to what the commands work with: the engine, and how a batch is to be read. */
#include <unistd.h>

#include "actor/check.h"
#include "base/mapfile.h"
#include "cli/ontology.h"

enum { LEXICON_BYTES = 64 << 20, CHECKED_BYTES = 8 << 20 };

att_event_way cli_event_way(const cli_args *a)
{
    return (att_event_way){.no_future_rules = a->value[OPT_NO_FUTURE] != NULL, .rules_only = a->value[OPT_RULES] != NULL};
}

bool cli_batch_options(cli_batch *b, const cli_args *a)
{
    long cpus = sysconf(_SC_NPROCESSORS_ONLN);
    b->jobs = cpus < 1 ? 1 : cpus > CLI_MAX_JOBS ? CLI_MAX_JOBS : (uint32_t)cpus;
    b->given_day = ATT_NO_DAY;
    b->way = cli_event_way(a);
    cli_published(a, &b->given_day);
    if (!cli_count(a, OPT_JOBS, 1, CLI_MAX_JOBS, &b->jobs)) return false;
    const char *input = a->value[OPT_INPUT];
    b->reader.format = input ? att_input_named(input) : ATT_INPUT_GUESS;
    if (input && b->reader.format == ATT_INPUT_GUESS) {
        cli_say("--input is plain, html, json, jsonl or csv, not '%s'", input);
        return false;
    }
    for (int i = 0; i < a->field_count; i++) {
        att_err e = att_reader_field(&b->reader, a->fields[i]);
        if (!att_failed(e)) continue;
        cli_say("--field %s: %s", a->fields[i], e.msg);
        return false;
    }
    return true;
}

/* Rows that can be read may still be wrong (a country that none is): the first is told, and counts all the same. */
static bool tell_first(void *ctx, uint32_t line, const char *what, const char *cure)
{
    cli_say("%s:%u: %s: %s", (const char *)ctx, line, what, cure);
    return false;
}

/* Only the first fault is told here, once and in one line; `attache actors check` tells them all. */
bool cli_lexicon_add(att_kb *kb, att_arena *arena, const char *path)
{
    att_mapped file;
    jmp_buf oom, *outer = arena->oom;
    att_err e = att_map_file(&file, path, LEXICON_BYTES);
    if (att_failed(e)) {
        cli_say_err(att_slice_of(path), e);
        if (e.code == ATT_E_TOO_LARGE) cli_say("a lexicon may have %d MB: split it, and see attache actors check %s", LEXICON_BYTES >> 20, path);
        return false;
    }
    arena->oom = &oom;
    if (setjmp(oom)) {
        arena->oom = outer;
        cli_say("%s: not enough memory for this lexicon", path);
        return false;
    }
    att_slice text = att_copy(arena, (att_slice){(const char *)file.ptr, (uint32_t)file.len});
    att_unmap_file(&file);
    uint32_t before = att_kb_faults(kb);
    e = att_kb_add(kb, arena, path, text);
    if (!att_failed(e) && text.len <= CHECKED_BYTES) {
        att_mark mark = att_arena_mark(arena);
        char *label = att_copy_z(arena, att_slice_of(path));
        (void)att_lexicon_check(kb, arena, path, text, tell_first, label);
        att_arena_rewind(arena, mark);
    }
    arena->oom = outer;
    if (!att_failed(e)) return true;
    uint32_t more = att_kb_faults(kb) - before;
    cli_say_err(att_slice_of(path), e);
    if (more > 1) cli_say("%s: %u rows were left out, the others count; attache actors check %s names them all", path, more, path);
    return true;
}

static bool add_ontology(att_engine *engine, const char *dir)
{
    cli_ontology o = {0};
    bool fine = cli_ontology_read(&o, dir) && cli_ontology_use(engine, &o);
    cli_ontology_release(&o);
    return fine;
}

att_engine *cli_engine(const cli_args *a)
{
    att_engine *engine;
    att_err e = att_engine_open(&engine, a->value[OPT_MODEL]);
    if (att_failed(e) && a->value[OPT_MODEL])
        cli_say_err(att_slice_of(a->value[OPT_MODEL]), e);
    else if (att_failed(e))
        cli_say("%s", e.msg);
    for (int i = 0; engine && i < a->lexicon_count; i++)
        if (!cli_lexicon_add(engine->kb, &engine->arena, a->lexicons[i])) {
            att_engine_close(engine);
            engine = NULL;
        }
    if (engine && a->value[OPT_ONTOLOGY] && !add_ontology(engine, a->value[OPT_ONTOLOGY])) {
        att_engine_close(engine);
        engine = NULL;
    }
    return engine;
}

int cli_batch_print(void *ctx, cli_result *r)
{
    cli_batch *b = ctx;
    if (att_failed(r->err)) {
        cli_progress_clear(b->progress);
        cli_say_err(att_slice_of(r->label ? r->label : "an article"), r->err);
        return CLI_FINE;
    }
    if (r->out.len && cli_is_terminal(STDOUT_FILENO)) cli_progress_clear(b->progress);
    return cli_write_buf(&r->out);
}

int cli_batch_over(cli_batch *b, const cli_args *a, int (*head)(void *ctx))
{
    cli_progress progress;
    cli_inputs inputs;
    att_engine *engine = cli_engine(a);
    if (!engine) return CLI_NOTHING;
    cli_inputs_find(&inputs, a->paths, a->path_count);
    cli_progress_begin(&progress, inputs.bytes, true);
    b->engine = engine;
    b->inputs = &inputs;
    b->progress = &progress;
    int rc = inputs.n ? CLI_FINE : CLI_NOTHING;
    if (rc == CLI_FINE && head) rc = head(b->ctx);
    if (rc == CLI_FINE) rc = cli_batch_run(b);
    cli_progress_clear(&progress);
    if (rc == CLI_FINE && (b->failed || inputs.failed)) rc = b->articles == b->failed ? CLI_NOTHING : CLI_SOME_FAILED;
    cli_inputs_release(&inputs);
    att_engine_close(engine);
    return rc;
}
