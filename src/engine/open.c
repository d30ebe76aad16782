/* open.c: what an engine knows: the models, which are mapped files, and the lexicons, which are read.
 *
 * Three parts that need nothing of each other are loaded side by side, each into memory of its own; on a machine with one processor, or
 * without leave for another thread, one after the other.
 */
#include "engine/engine.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

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
static att_err open_places(att_gazetteer *g, att_arena *arena)
{
    char path[PATH_BYTES], folder[PATH_BYTES];
    const char *env = getenv("ATTACHE_PLACES");
    if (env && *env) return att_gazetteer_attach(g, arena, env);
    program_folder(folder);
    static const char *const BESIDE[] = {"places.attg", "../share/attache/places.attg", NULL};
    for (int i = 0; folder[0] && BESIDE[i]; i++)
        if (snprintf(path, PATH_BYTES, "%s%s", folder, BESIDE[i]) < PATH_BYTES && readable(path)) return att_gazetteer_attach(g, arena, path);
    static const char *const FIXED[] = {ATT_BUILD_DIR "/places.attg", ATT_DATADIR "/places.attg", NULL};
    for (int i = 0; FIXED[i]; i++)
        if (readable(FIXED[i])) return att_gazetteer_attach(g, arena, FIXED[i]);
    return ATT_FINE;
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

/* One of the parts that are loaded side by side. */
typedef struct part {
    att_engine *e;
    const char *model_path;
    att_arena *arena;           /* of its own */
    att_err (*load)(struct part *p);
    att_err err;
    pthread_t thread;
    bool apart;                 /* in a thread of its own */
} part;

static att_err load_models(part *p)
{
    att_err err = att_model_open(&p->e->model, p->model_path);
    return att_failed(err) ? err : open_small(p->e, p->model_path);
}

static att_err load_people(part *p)
{
    p->e->kb = att_kb_open(p->arena);
    p->e->cues = att_cues_open(p->arena);
    return ATT_FINE;
}

static att_err load_places_and_events(part *p)
{
    p->e->gazetteer = att_gazetteer_open(p->arena);
    p->e->frames = att_frames_open(p->arena);
    p->e->stances = att_stances_open(p->arena);
    return open_places(p->e->gazetteer, p->arena);
}

/* Separate from its callers, so that no local lives across setjmp. */
static void *load_part(void *ctx)
{
    part *p = ctx;
    jmp_buf oom;
    if (setjmp(oom)) {
        p->err = (att_err){ATT_E_NOMEM, ATT_STAGE_NONE, 0, 0, "not enough memory for the lexicons"};
        return NULL;
    }
    p->arena->oom = &oom;
    p->err = p->load(p);
    p->arena->oom = NULL;
    return NULL;
}

/* The first fault in the order of the parts, whichever thread was first. */
static att_err load_all(att_engine *e, const char *model_path)
{
    part parts[ATT_ENGINE_PARTS] = {{.load = load_models}, {.load = load_places_and_events}, {.load = load_people}};
    for (int i = 0; i < ATT_ENGINE_PARTS; i++) {
        part *p = &parts[i];
        p->e = e;
        p->model_path = model_path;
        p->arena = &e->part[i];
        att_arena_init(p->arena, (size_t)1 << 30);
    }
    bool alone = sysconf(_SC_NPROCESSORS_ONLN) < 2;
    for (int i = 0; i + 1 < ATT_ENGINE_PARTS; i++) parts[i].apart = !alone && pthread_create(&parts[i].thread, NULL, load_part, &parts[i]) == 0;
    for (int i = ATT_ENGINE_PARTS; i-- > 0;)
        if (!parts[i].apart) (void)load_part(&parts[i]);
    att_err err = ATT_FINE;
    for (int i = 0; i < ATT_ENGINE_PARTS; i++) {
        if (parts[i].apart) pthread_join(parts[i].thread, NULL);
        if (!att_failed(err)) err = parts[i].err;
    }
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
    att_err err = load_all(e, model_path);
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
    for (int i = 0; i < ATT_ENGINE_PARTS; i++) att_arena_release(&e->part[i]);
    att_arena_release(&e->arena);
    free(e);
}
