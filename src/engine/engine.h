/* engine.h: the pipeline. One engine (const, any thread), one worker per thread, one document at a time per worker. */
#ifndef ATT_ENGINE_ENGINE_H
#define ATT_ENGINE_ENGINE_H

#include "actor/actor.h"
#include "event/event.h"
#include "event/relate_model.h"
#include "event/typing.h"
#include "nlp/factuality.h"
#include "place/place.h"
#include "position/position.h"
#include "statement/statement.h"
#include "text/text.h"

enum { ATT_ENGINE_PARTS = 3 };

typedef struct att_engine {
    att_arena arena;          /* for what its owner adds to it */
    att_arena part[ATT_ENGINE_PARTS]; /* what was loaded at the start */
    att_model *model;
    att_gazetteer *gazetteer;
    att_kb *kb;
    att_frames *frames;
    att_cues *cues;
    att_stances *stances;
    att_names_model *names;   /* NULL: names by rules */
    att_typing_model *typing; /* NULL: lexicon and rules decide alone */
    att_relate_model *relate; /* likewise */
    att_factuality_model *factuality; /* likewise */
} att_engine;

/* model_path NULL = found by itself: $ATTACHE_MODEL, beside the program, the installed share folder, the source tree. The
 * models of names (names.attm), relations (relate.attm), event types (typing.attm) and factuality (factuality.attm) are taken from the same folder, or from
 * $ATTACHE_NAMES_MODEL, $ATTACHE_RELATE_MODEL, $ATTACHE_TYPING_MODEL and $ATTACHE_FACTUALITY_MODEL; without them rules decide alone. */
att_err att_engine_open(att_engine **out, const char *model_path);
void att_engine_close(att_engine *engine);
att_factuality_way att_engine_factuality(const att_engine *engine);

typedef struct {
    const att_engine *engine;
    att_arena keep, scratch;
    att_doc doc;
    bool tracing;
    att_event_way events; /* how events are coded, as the caller wants it; the models are set for each document */
    void (*lap)(void *ctx, const char *stage); /* called when a stage of an article is done: for measuring; NULL = not */
    void *lap_ctx;
} att_worker;

void att_worker_init(att_worker *w, const att_engine *engine);
void att_worker_release(att_worker *w);
/* Reads one article through all stages (or the language layer: up to clauses and their factuality). *doc belongs to the worker until its next call. */
att_err att_worker_code(att_worker *w, const att_article *article, att_day given_day, const att_doc **doc);
att_err att_worker_parse(att_worker *w, const att_article *article, const att_doc **doc);

#endif
