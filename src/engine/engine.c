/* engine.c: one article through all stages, in the order of the house, never back. */
#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "event/event_date.h"
#include "figure/figure.h"
#include "nlp/embedding.h"
#include "time/time.h"

enum { PATH_BYTES = 4096 };

static bool readable(const char *path) { return access(path, R_OK) == 0; }

/* Folder of the running program, with the slash; empty when the system can't tell. */
static void program_folder(char out[PATH_BYTES])
{
    ssize_t n = readlink("/proc/self/exe", out, PATH_BYTES - 1);
    out[n > 0 ? n : 0] = 0;
    char *slash = strrchr(out, '/');
    if (slash) slash[1] = 0;
}

/* Where the model may stand, in the order in which it is looked for. */
static bool find_model(char out[PATH_BYTES])
{
    const char *env = getenv("ATTACHE_MODEL");
    if (env && *env) return snprintf(out, PATH_BYTES, "%s", env) < PATH_BYTES;
    char folder[PATH_BYTES];
    program_folder(folder);
    static const char *const BESIDE[] = {"english.attm", "../models/english.attm", "../share/attache/english.attm", NULL};
    for (int i = 0; folder[0] && BESIDE[i]; i++)
        if (snprintf(out, PATH_BYTES, "%s%s", folder, BESIDE[i]) < PATH_BYTES && readable(out)) return true;
    static const char *const FIXED[] = {ATT_DATADIR "/english.attm", ATT_SOURCE_DIR "/models/english.attm", NULL};
    for (int i = 0; FIXED[i]; i++)
        if (snprintf(out, PATH_BYTES, "%s", FIXED[i]) < PATH_BYTES && readable(out)) return true;
    return false;
}

/* The large gazetteer: $ATTACHE_PLACES, beside the program, as installed, or where this program was built. Without it the places of the
 * embedded tables are known, which is no error; a damaged one is. */
static att_err open_places(att_engine *e)
{
    char path[PATH_BYTES], folder[PATH_BYTES];
    const char *env = getenv("ATTACHE_PLACES");
    if (env && *env) return att_gazetteer_attach(e->gazetteer, &e->arena, env);
    program_folder(folder);
    static const char *const BESIDE[] = {"places.attg", "../share/attache/places.attg", NULL};
    for (int i = 0; folder[0] && BESIDE[i]; i++)
        if (snprintf(path, PATH_BYTES, "%s%s", folder, BESIDE[i]) < PATH_BYTES && readable(path)) return att_gazetteer_attach(e->gazetteer, &e->arena, path);
    static const char *const FIXED[] = {ATT_BUILD_DIR "/places.attg", ATT_DATADIR "/places.attg", NULL};
    for (int i = 0; FIXED[i]; i++)
        if (readable(FIXED[i])) return att_gazetteer_attach(e->gazetteer, &e->arena, FIXED[i]);
    return ATT_FINE;
}

/* The knowledge of every stage, from the embedded data. Separate from open, so that no local lives across setjmp. */
static att_err load_knowledge(att_engine *e)
{
    jmp_buf oom;
    if (setjmp(oom)) return (att_err){ATT_E_NOMEM, ATT_STAGE_NONE, 0, 0, "not enough memory for the lexicons"};
    e->arena.oom = &oom;
    e->gazetteer = att_gazetteer_open(&e->arena);
    e->kb = att_kb_open(&e->arena);
    e->frames = att_frames_open(&e->arena);
    e->cues = att_cues_open(&e->arena);
    e->stances = att_stances_open(&e->arena);
    att_err err = open_places(e);
    e->arena.oom = NULL;
    return err;
}

/* Where a smaller model is: the variable says it, or beside the language model. False when there is none, which is no error. */
static bool find_beside(char out[PATH_BYTES], const char *model_path, const char *variable, const char *file)
{
    const char *env = getenv(variable), *slash = strrchr(model_path, '/');
    int folder = slash ? (int)(slash + 1 - model_path) : 0;
    int n = env && *env ? snprintf(out, PATH_BYTES, "%s", env) : snprintf(out, PATH_BYTES, "%.*s%s", folder, model_path, file);
    return n < PATH_BYTES && readable(out);
}

/* The models of names, relations, event types and factuality. Their absence is no error; a damaged one is. */
static att_err open_small(att_engine *e, const char *model_path)
{
    char path[PATH_BYTES];
    att_err err = ATT_FINE;
    if (find_beside(path, model_path, "ATTACHE_NAMES_MODEL", "names.attm")) err = att_names_open(&e->names, path);
    if (!att_failed(err) && find_beside(path, model_path, "ATTACHE_RELATE_MODEL", "relate.attm")) err = att_relate_model_open(&e->relate, path);
    if (!att_failed(err) && find_beside(path, model_path, "ATTACHE_TYPING_MODEL", "typing.attm")) err = att_typing_open(&e->typing, path);
    if (!att_failed(err) && find_beside(path, model_path, "ATTACHE_FACTUALITY_MODEL", "factuality.attm"))
        err = att_factuality_open(&e->factuality, path);
    return err;
}

att_err att_engine_open(att_engine **out, const char *model_path)
{
    *out = NULL;
    char found[PATH_BYTES];
    if (!model_path) {
        if (!find_model(found)) return (att_err){ATT_E_IO, ATT_STAGE_NLP, 0, 0, "the language model english.attm was not found; set ATTACHE_MODEL to its path"};
        model_path = found;
    }
    att_engine *e = calloc(1, sizeof *e);
    if (!e) return (att_err){ATT_E_NOMEM, ATT_STAGE_NONE, 0, 0, "out of memory"};
    att_arena_init(&e->arena, (size_t)1 << 30);
    att_err err = att_model_open(&e->model, model_path);
    if (!att_failed(err)) err = open_small(e, model_path);
    if (!att_failed(err)) err = load_knowledge(e);
    if (att_failed(err))
        att_engine_close(e);
    else
        *out = e;
    return err;
}

void att_engine_close(att_engine *e)
{
    if (!e) return;
    if (e->model) att_model_close(e->model);
    att_gazetteer_close(e->gazetteer);
    att_names_close(e->names);
    att_relate_model_close(e->relate);
    att_typing_close(e->typing);
    att_factuality_close(e->factuality);
    att_arena_release(&e->arena);
    free(e);
}

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

static void run_language(att_worker *w, const att_article *article, att_day given_day)
{
    const att_model *model = w->engine->model;
    att_doc_init(&w->doc, &w->keep, &w->scratch, article->text);
    w->doc.tracing = w->tracing;
    att_paras_find(&w->doc, article, given_day);
    att_tokenize(&w->doc);
    att_fused_part(model, &w->doc);
    att_tag(model, &w->doc);
    att_parse_trees(model, &w->doc);
    att_names_find(w->engine->names, w->engine->model, &w->doc);
}

static void run_coding(att_worker *w)
{
    const att_engine *e = w->engine;
    att_timexes_find(&w->doc);
    att_places_find(e->gazetteer, &w->doc);
    att_actors_find(e->kb, &w->doc);
    att_figures_find(&w->doc);
    att_statements_find(e->cues, &w->doc);
    w->events.typing = w->events.rules_only ? NULL : e->typing;
    w->events.language = e->model;
    att_events_find(e->frames, &w->doc, &w->events);
    att_attribute(&w->doc);
    att_statements_date(&w->doc);
    att_positions_find(e->stances, &w->doc);
    att_claims_find(e->stances, &w->doc);
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
    att_clauses_find(w->engine->model, &w->doc);
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
