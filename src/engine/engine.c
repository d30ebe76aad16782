/* engine.c: one article through all stages, in the order of the house, never back. */
#include "engine/engine.h"

#include "base/limits.h"
#include "event/event_date.h"
#include "figure/figure.h"
#include "nlp/embedding.h"
#include "time/time.h"

att_factuality_way att_engine_factuality(const att_engine *e)
{
    return (att_factuality_way){e->model, &e->frames->embed, e->factuality};
}

void att_worker_init(att_worker *w, const att_engine *engine)
{
    *w = (att_worker){.engine = engine};
    att_arena_init(&w->keep, ATT_WORKER_BYTES);
    att_arena_init(&w->scratch, ATT_WORKER_BYTES);
}

void att_worker_release(att_worker *w)
{
    att_arena_release(&w->keep);
    att_arena_release(&w->scratch);
}

static void done(const att_worker *w, const char *stage)
{
    if (w->lap) w->lap(w->lap_ctx, stage);
}

static void run_language(att_worker *w, const att_article *article, att_day given_day)
{
    const att_model *model = w->engine->model;
    att_doc_init(&w->doc, &w->keep, &w->scratch, article->text);
    w->doc.tracing = w->tracing;
    att_paras_find(&w->doc, article, given_day);
    done(w, "paragraphs");
    att_tokenize(&w->doc);
    att_fused_part(model, &w->doc);
    done(w, "tokens");
    att_tag(model, &w->doc);
    done(w, "tags");
    att_parse_trees(model, &w->doc);
    done(w, "trees");
    att_names_find(w->engine->names, model, &w->doc);
    done(w, "names");
    att_clauses_find(model, &w->doc);
    done(w, "clauses");
}

static void run_coding(att_worker *w)
{
    const att_engine *e = w->engine;
    att_timexes_find(&w->doc);
    done(w, "times");
    att_places_find(e->gazetteer, &w->doc);
    done(w, "places");
    att_actors_find(e->kb, &w->doc);
    done(w, "actors");
    att_figures_find(&w->doc);
    done(w, "figures");
    att_statements_find(e->cues, &w->doc);
    done(w, "statements");
    w->events.typing = w->events.rules_only ? NULL : e->typing;
    w->events.language = e->model;
    att_events_find(e->frames, &w->doc, &w->events);
    done(w, "events");
    att_attribute(&w->doc);
    att_statements_date(&w->doc);
    done(w, "attribution");
    att_positions_find(e->stances, &w->doc);
    att_claims_find(e->stances, &w->doc);
    done(w, "positions");
}

/* The stages jump here when the arena's cap is reached; nothing but arena memory is held between. */
static att_err run(att_worker *w, const att_article *article, att_day given_day, bool coding)
{
    jmp_buf oom;
    att_arena_reset(&w->keep);
    att_arena_reset(&w->scratch);
    w->keep.oom = w->scratch.oom = &oom;
    if (setjmp(oom)) {
        w->keep.oom = w->scratch.oom = NULL;
        return (att_err){ATT_E_NOMEM, ATT_STAGE_NONE, 0, 0, "too much memory needed for this article; split it"};
    }
    run_language(w, article, given_day);
    if (!coding || w->tracing) { /* no stage of coding reads it: only for those who ask */
        att_nominals_find(&w->doc);
        att_factuality_way way = att_engine_factuality(w->engine);
        att_factuality_find(&way, &w->doc);
    }
    if (coding) run_coding(w);
    w->keep.oom = w->scratch.oom = NULL;
    return ATT_FINE;
}

att_err att_worker_code(att_worker *w, const att_article *article, att_day given_day, const att_doc **doc)
{
    att_err e = run(w, article, given_day, true);
    *doc = &w->doc;
    return e;
}

att_err att_worker_parse(att_worker *w, const att_article *article, const att_doc **doc)
{
    att_err e = run(w, article, ATT_NO_DAY, false);
    *doc = &w->doc;
    return e;
}
