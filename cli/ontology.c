#include "cli/ontology.h"

#include <dirent.h>
#include <stdlib.h>

#include "event/frames.h"

enum { FILE_BYTES = 64 << 20 };

static bool add(cli_ontology *o, const char *path)
{
    const char *slash = strrchr(path, '/');
    att_slice name = att_slice_of(slash ? slash + 1 : path);
    if (!att_overlay_known(name)) {
        cli_say("%s: no file of an ontology has this name (frames-NAME.txt, or one of data/events): left alone", path);
        return true;
    }
    if (o->overlay.n == ATT_OVERLAY_MAX) {
        cli_say("%s: more than %d files", path, ATT_OVERLAY_MAX);
        return false;
    }
    uint32_t i = o->overlay.n;
    att_err e = att_map_file(&o->file[i], path, FILE_BYTES);
    if (att_failed(e)) {
        cli_say_err(att_slice_of(path), e);
        return false;
    }
    size_t room = strlen(path) + 1;
    o->names[i] = malloc(room);
    if (!o->names[i]) {
        att_unmap_file(&o->file[i]);
        return false;
    }
    memcpy(o->names[i], path, room);
    o->overlay.at[i].name = att_slice_of(o->names[i] + (slash ? slash + 1 - path : 0));
    o->overlay.at[i].text = (att_slice){(const char *)o->file[i].ptr, (uint32_t)o->file[i].len};
    o->overlay.n++;
    return true;
}

static void count_fault(void *ctx, const char *name, uint32_t line, const char *what)
{
    (void)name, (void)line, (void)what;
    ((cli_ontology *)ctx)->faults++;
}

void cli_ontology_faults(const cli_ontology *o)
{
    if (o->faults) cli_say("%s: %u lines can't be read and were left out: 'attache ontology check %s' names them", o->dir, o->faults, o->dir);
}

/* A folder without any file; walking it would miss articles. */
static bool empty_folder(const char *dir)
{
    DIR *d = opendir(dir);
    const struct dirent *at;
    bool empty = d != NULL;
    while (d && (at = readdir(d)) != NULL) empty &= at->d_name[0] == '.';
    if (d) (void)closedir(d);
    return empty;
}

static bool none_in(const char *dir)
{
    cli_say("%s: no file of an ontology in it (frames-NAME.txt, classes.txt, cameo.txt ...)", dir);
    return false;
}

bool cli_ontology_read(cli_ontology *o, const char *dir)
{
    cli_inputs in;
    o->dir = dir;
    if (!o->overlay.fault) {
        o->overlay.fault = count_fault;
        o->overlay.ctx = o;
    }
    if (empty_folder(dir)) return none_in(dir);
    char *path = (char *)(uintptr_t)dir; /* only read */
    cli_inputs_find(&in, &path, 1);
    bool fine = in.failed == 0;
    for (uint32_t i = 0; i < in.n && fine; i++) fine = add(o, in.at[i].path);
    cli_inputs_release(&in);
    return fine && o->overlay.n == 0 ? none_in(dir) : fine;
}

void cli_ontology_release(cli_ontology *o)
{
    for (uint32_t i = 0; i < o->overlay.n; i++) {
        att_unmap_file(&o->file[i]);
        free(o->names[i]);
    }
    *o = (cli_ontology){0};
}

bool cli_ontology_use(att_engine *engine, const cli_ontology *o)
{
    jmp_buf oom;
    engine->arena.oom = &oom;
    if (setjmp(oom)) {
        engine->arena.oom = NULL;
        cli_say("not enough memory for the ontology");
        return false;
    }
    att_overlay *copy = att_new(&engine->arena, att_overlay, 1);
    *copy = o->overlay;
    for (uint32_t i = 0; i < copy->n; i++) {
        copy->at[i].name = att_copy(&engine->arena, copy->at[i].name);
        copy->at[i].text = att_copy(&engine->arena, copy->at[i].text);
    }
    engine->frames = att_frames_open_with(&engine->arena, copy);
    copy->fault = NULL; /* what it counts in is the caller's */
    engine->arena.oom = NULL;
    cli_ontology_faults(o);
    return true;
}
