/* batch.h: many articles through many workers, results in the order of the input.
 *
 *   inputs -> reader (one at a time, under a lock) -> N workers, each with its own copy of an article -> ring of results
 *          -> sink (main thread, in input order)
 *
 * A worker may be at most the ring's size ahead of the sink, which bounds the memory. What the sink sees doesn't depend on
 * the number of workers.
 */
#ifndef ATT_CLI_BATCH_H
#define ATT_CLI_BATCH_H

#include "cli/cli.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "engine/engine.h"
#include "text/reader.h"

enum { CLI_MAX_JOBS = 256, CLI_AHEAD = 4 };

/* What became of one article. */
typedef struct {
    att_buf out;      /* as cli_batch.make likes */
    att_arena keep;   /* memory for anything else that make leaves behind in `more` */
    void *more;
    att_err err;      /* of reading or coding */
    char *label;      /* file, or file and record, for messages; owned here */
    uint32_t events;
    bool left_alone;  /* .skip said so */
    bool ready;
} cli_result;

typedef struct {
    const att_engine *engine;
    const cli_inputs *inputs;
    att_reader_options reader;
    att_day given_day;
    att_event_way way; /* how events are coded */
    uint32_t jobs;
    uint32_t ahead; /* articles of a worker that may wait for the sink; 0 = CLI_AHEAD */
    /* The sink is called for many articles in a row, when half of those that may wait do: what it works on stays in the processor's cache then.
     * For sinks that nobody watches. */
    bool bursts;
    void *ctx;
    /* In a worker: is there nothing to do for this article? May be NULL. */
    bool (*skip)(void *ctx, const att_article *article);
    /* In a worker: the document as bytes in r->out, or as more. */
    void (*make)(void *ctx, const att_doc *doc, cli_result *r);
    /* In the main thread, in order: use r (whatever its err). Not 0 = stop, and the batch returns it. */
    int (*sink)(void *ctx, cli_result *r);
    cli_progress *progress;
    /* counted by the batch */
    uint64_t articles, failed, left_alone, events, bytes;
} cli_batch;

int cli_batch_run(cli_batch *b);
/* The whole run of a command that reads articles: engine, inputs, progress; head (may be NULL) writes what stands before all results. Returns
 * the exit code. */
int cli_batch_over(cli_batch *b, const cli_args *a, int (*head)(void *ctx));
/* A sink that prints r->out, or names the article that could not be used. ctx must begin with the cli_batch. */
int cli_batch_print(void *ctx, cli_result *r);

/* ---- setup.c ---- */

/* How events are to be coded, as the options say. */
att_event_way cli_event_way(const cli_args *a);
/* --date, --jobs, --input and --field -> b, and how events are coded; false with a message. */
bool cli_batch_options(cli_batch *b, const cli_args *a);
/* Adds a user's file of actors to kb; its faulty rows are named and skipped. False, with a message, when it can't be read at all. */
bool cli_lexicon_add(att_kb *kb, att_arena *arena, const char *path);
/* Opens the engine with --model and --lexicon; NULL with a message. */
att_engine *cli_engine(const cli_args *a);

#endif
