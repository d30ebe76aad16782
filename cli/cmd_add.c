/* cmd_add.c: articles -> a store. Workers code, the main thread writes. */
#define _XOPEN_SOURCE 700 /* realpath */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "cli/batch.h"
#include "export/rows.h"
#include "store/store.h"

/* A transaction ends after so many articles or seconds: what a kill can cost, against a sync for each. */
enum { BATCH_ARTICLES = 2000, WORDS_BYTES = 16 << 20 };
/* Workers go on while the writer waits for the disk. */
enum { AHEAD = 48 };
#define BATCH_SECONDS 5.0

typedef struct {
    cli_batch batch;
    att_jsonl jsonl;
    att_store *store;
    att_arena arena; /* of words */
    att_story_words words;
    const char *path;
    pthread_mutex_t asking; /* att_store_has: one thread at a time */
    uint32_t waiting;       /* articles in the open transaction */
    double last_commit;
    uint64_t fresh, changed, same, events; /* fresh, changed and events count what is in the store for good */
    uint64_t open_fresh, open_changed, open_events;
    uint64_t failed;
} adding;

/* A record with an id of its own is the same article wherever it is read from; one that is named after its file is not. */
static char *source_of(const att_document_row *d)
{
    if (d->path.len == 0) return NULL;
    char *path = strndup(d->path.ptr, d->path.len);
    if (!path) return NULL;
    const char *slash = strrchr(path, '/');
    att_slice base = att_slice_of(slash ? slash + 1 : path);
    bool by_file = d->id.len >= base.len && memcmp(d->id.ptr, base.ptr, base.len) == 0;
    char *full = by_file ? realpath(path, NULL) : NULL;
    if (by_file && !full) return path;
    free(path);
    return full;
}

static bool skip(void *ctx, const att_article *a)
{
    adding *c = ctx;
    pthread_mutex_lock(&c->asking);
    bool there = att_store_has(c->store, a->id, att_hash(a->text));
    pthread_mutex_unlock(&c->asking);
    return there;
}

static void make(void *ctx, const att_doc *doc, cli_result *r)
{
    const adding *c = ctx;
    att_arena_reset(&r->keep);
    r->more = att_parcel_make(&r->keep, doc, &c->jsonl, &c->words);
    if (!r->more) r->err = (att_err){.code = ATT_E_NOMEM, .stage = ATT_STAGE_EXPORT, .msg = "not enough memory for its records: split it"};
}

static int store_failed(const adding *c, att_err e)
{
    cli_progress_clear(c->batch.progress);
    e.sys = 0; /* SQLite's code, not errno; the words say it */
    cli_say_err(att_slice_of(c->path), e);
    return e.code == ATT_E_STORE ? CLI_NOTHING : CLI_OUTPUT;
}

static int commit(adding *c)
{
    att_err e = att_store_commit(c->store);
    if (att_failed(e)) return store_failed(c, e);
    c->fresh += c->open_fresh;
    c->changed += c->open_changed;
    c->events += c->open_events;
    c->open_fresh = c->open_changed = c->open_events = c->waiting = 0;
    c->last_commit = cli_progress_seconds(c->batch.progress);
    return CLI_FINE;
}

static int put(adding *c, const att_parcel *p)
{
    att_stored what;
    char *source = source_of(&p->document);
    att_err e = att_store_add(c->store, p, source ? att_slice_of(source) : (att_slice){0}, &what);
    free(source);
    if (att_failed(e)) return store_failed(c, e);
    c->same += what == ATT_STORED_NOTHING;
    c->open_fresh += what == ATT_STORED_NEW;
    c->open_changed += what == ATT_STORED_VERSION;
    if (what != ATT_STORED_NOTHING) c->open_events += p->event_count;
    c->waiting++;
    return CLI_FINE;
}

static int sink(void *ctx, cli_result *r)
{
    adding *c = ctx;
    int rc = CLI_FINE;
    if (att_failed(r->err)) {
        c->failed++;
        cli_progress_clear(c->batch.progress);
        cli_say_err(att_slice_of(r->label ? r->label : "an article"), r->err);
    } else if (r->left_alone) {
        c->same++;
    } else {
        rc = put(c, r->more);
    }
    bool due = c->waiting >= BATCH_ARTICLES || (c->waiting && cli_progress_seconds(c->batch.progress) - c->last_commit >= BATCH_SECONDS);
    return rc == CLI_FINE && due ? commit(c) : rc;
}

/* What follows from all articles together. They are stored by now, and stay so when this fails; the next run tries again. */
static int derive(adding *c)
{
    att_err e = att_store_derive(c->store, &c->words, c->batch.jobs);
    return att_failed(e) ? store_failed(c, e) : CLI_FINE;
}

static void summary(const adding *c)
{
    uint64_t documents, events;
    double s = cli_progress_seconds(c->batch.progress);
    printf("%llu stored (%llu new, %llu changed), %llu already there, %llu failed; %llu events; %.1f s\n",
           (unsigned long long)c->fresh + (unsigned long long)c->changed, (unsigned long long)c->fresh, (unsigned long long)c->changed,
           (unsigned long long)c->same, (unsigned long long)c->failed, (unsigned long long)c->events, s);
    if (!att_failed(att_store_count(c->store, &documents, &events)))
        printf("%s holds %llu articles with %llu events\n", c->path, (unsigned long long)documents, (unsigned long long)events);
}

static int run(adding *c, const cli_args *a, att_engine *engine)
{
    cli_progress progress;
    cli_inputs inputs;
    cli_inputs_find(&inputs, a->paths + 1, a->path_count - 1);
    cli_progress_begin(&progress, inputs.bytes, true);
    c->jsonl = (att_jsonl){.frames = engine->frames, .types = ATT_REC_DEFAULT};
    c->batch.engine = engine;
    c->batch.ahead = AHEAD;
    c->batch.bursts = true;
    c->batch.inputs = &inputs;
    c->batch.progress = &progress;
    c->batch.ctx = c;
    c->batch.skip = att_store_is_empty(c->store) ? NULL : skip; /* what comes twice in this run the writer sees */
    c->batch.make = make;
    c->batch.sink = sink;
    int rc = cli_batch_run(&c->batch);
    if (rc == CLI_FINE) rc = commit(c);
    if (rc == CLI_FINE) rc = derive(c);
    cli_progress_clear(&progress);
    summary(c);
    if (rc == CLI_FINE && (c->failed || inputs.failed)) rc = c->batch.articles == c->failed ? CLI_NOTHING : CLI_SOME_FAILED;
    cli_inputs_release(&inputs);
    return rc;
}

int cmd_add(const cli_args *a)
{
    adding c = {.path = a->paths[0]};
    if (!cli_batch_options(&c.batch, a)) return CLI_USAGE;
    att_engine *engine = cli_engine(a);
    if (!engine) return CLI_NOTHING;
    att_store_tune();
    att_err e = att_store_open(&c.store, c.path, ATT_STORE_WRITE);
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(c.path), e);
        att_engine_close(engine);
        return CLI_NOTHING;
    }
    pthread_mutex_init(&c.asking, NULL);
    att_arena_init(&c.arena, WORDS_BYTES);
    att_story_words_open(&c.words, &c.arena);
    int rc = run(&c, a, engine);
    att_arena_release(&c.arena);
    att_store_close(c.store);
    pthread_mutex_destroy(&c.asking);
    att_engine_close(engine);
    return rc;
}
