/* cmd_ontology.c: print the ontology, check a user's files, import verb dictionaries. */
#include <stdio.h>

#include "cli/ontology.h"
#include "event/frames.h"
#include "event/import_verbs.h"
#include "export/csv_out.h"

typedef struct {
    cli_format format;
    att_buf out;
} printing;

static void cell_json(att_buf *out, const char *key, att_slice v, bool last)
{
    bool amount = strcmp(key, "score") == 0 || strcmp(key, "goldstein") == 0;
    att_putf(out, "\"%s\":", key);
    if (v.len && amount) att_put_slice(out, v);
    else if (v.len) att_put_json(out, v);
    else att_put_z(out, "null");
    att_put_z(out, last ? "}\n" : ",");
}

static void cell_csv(att_buf *out, att_slice v, bool last)
{
    att_csv_text(out, v);
    att_put_z(out, last ? "\r\n" : ",");
}

enum { CELLS = 6 };

/* One row in the format that was asked for; widths for the table, 0 = the rest of the line. */
static void row(printing *p, const char *const *names, const int *widths, const att_slice *v, int n)
{
    if (p->format == CLI_JSONL) att_put_char(&p->out, '{');
    for (int i = 0; i < n; i++) {
        bool last = i == n - 1;
        if (p->format == CLI_JSONL) cell_json(&p->out, names[i], v[i], last);
        else if (p->format == CLI_CSV) cell_csv(&p->out, v[i], last);
        else if (last) att_putf(&p->out, "%.*s\n", (int)v[i].len, v[i].len ? v[i].ptr : "");
        else att_putf(&p->out, "%-*.*s ", widths[i], (int)v[i].len, v[i].len ? v[i].ptr : "");
    }
}

static void head(printing *p, const char *const *names, const int *widths, int n)
{
    att_slice v[CELLS];
    for (int i = 0; i < n; i++) v[i] = att_slice_of(names[i]);
    if (p->format != CLI_JSONL) row(p, names, widths, v, n);
}

static att_slice number(char buf[24], double x)
{
    int n = snprintf(buf, 24, "%g", x);
    return (att_slice){buf, n > 0 ? (uint32_t)n : 0};
}

static void print_types(printing *p, const att_ontology *o)
{
    static const char *const NAMES[] = {"type", "mode", "quad", "score", "definition"};
    static const int WIDTHS[] = {10, 15, 22, 6, 0};
    head(p, NAMES, WIDTHS, 5);
    for (uint32_t i = 0; i < o->modes.n; i++) {
        const att_mode *m = &o->modes.at[i];
        char buf[24];
        att_slice quad = att_slice_of(att_quad_name(att_event_type_of(m->type)));
        row(p, NAMES, WIDTHS, (const att_slice[]){m->type, m->mode, quad, number(buf, m->score), m->definition}, 5);
    }
}

static void print_cameo(printing *p, const att_ontology *o)
{
    static const char *const NAMES[] = {"cameo", "goldstein", "type", "mode", "label"};
    static const int WIDTHS[] = {6, 9, 10, 15, 0};
    head(p, NAMES, WIDTHS, 5);
    for (uint32_t i = 1; i < o->cameo.n; i++) {
        const att_cameo *c = &o->cameo.at[i];
        char buf[24];
        row(p, NAMES, WIDTHS, (const att_slice[]){c->code, number(buf, c->goldstein), att_slice_of(att_event_type_name((att_event_type)c->type)), c->mode, c->label}, 5);
    }
}

static void print_contexts(printing *p, const att_ontology *o)
{
    static const char *const NAMES[] = {"context"};
    static const int WIDTHS[] = {0};
    head(p, NAMES, WIDTHS, 1);
    for (uint32_t i = 0; i < o->context_count; i++) row(p, NAMES, WIDTHS, (const att_slice[]){att_slice_of(o->context_name[i])}, 1);
}

/* Where the table of codes differs from the one that circulates, and why. */
static void print_repairs(printing *p, const att_overlay *overlay)
{
    static const char *const NAMES[] = {"cameo", "published_type", "published_mode", "type", "mode", "reason"};
    static const int WIDTHS[] = {6, 14, 14, 10, 15, 0};
    att_lex lex;
    head(p, NAMES, WIDTHS, 6);
    att_overlay_open(&lex, overlay, "events/repairs.txt", 6);
    while (att_lex_next(&lex)) row(p, NAMES, WIDTHS, lex.fields, 6);
}

static void print_frames(printing *p, const att_frames *f)
{
    static const char *const NAMES[] = {"frame", "type", "mode", "cameo", "example"};
    static const int WIDTHS[] = {44, 10, 15, 6, 0};
    head(p, NAMES, WIDTHS, 5);
    att_slice before = {0};
    for (uint32_t i = 1; i < f->frames.n; i++) {
        const att_frame *fr = &f->frames.at[i];
        if (att_eq(fr->pattern, before)) continue; /* one pattern of several heads */
        before = fr->pattern;
        row(p, NAMES, WIDTHS, (const att_slice[]){fr->pattern, att_slice_of(fr->type ? att_event_type_name((att_event_type)fr->type) : "NONE"), fr->mode, fr->cameo, fr->example}, 5);
    }
}

static int print(const cli_args *a, const att_frames *f, const att_overlay *overlay, const char *what)
{
    printing p = {0};
    if (!cli_format_of(a, &p.format)) return CLI_USAGE;
    if (strcmp(what, "types") == 0) print_types(&p, &f->ontology);
    else if (strcmp(what, "cameo") == 0) print_cameo(&p, &f->ontology);
    else if (strcmp(what, "contexts") == 0) print_contexts(&p, &f->ontology);
    else if (strcmp(what, "repairs") == 0) print_repairs(&p, overlay);
    else print_frames(&p, f);
    if (p.format == CLI_TABLE) att_putf(&p.out, "\n" ATT_ONTOLOGY_VERSION "; lexicon %.*s; attache " ATT_VERSION "\n", (int)f->lexicon_version.len, f->lexicon_version.ptr);
    int rc = cli_write_buf(&p.out);
    att_buf_release(&p.out);
    return rc;
}

static int import(const char *path, const att_frames *f, att_arena *arena)
{
    enum { MAX_BYTES = 64 << 20 };
    att_mapped file;
    att_err e = att_map_file(&file, path, MAX_BYTES);
    if (att_failed(e)) {
        cli_say_err(att_slice_of(path), e);
        return CLI_NOTHING;
    }
    att_buf out = {0}, frames = {0};
    att_import_count n = att_import_verbs(arena, &f->ontology, (att_slice){(const char *)file.ptr, (uint32_t)file.len}, &frames);
    att_putf(&out, "# Frames read from the verb dictionary %s by attache ontology import; look them through before use.\n# pattern | type | mode | cameo | roles | flags | example\n", path);
    att_put(&out, frames.ptr, frames.len);
    int rc = cli_write_buf(&out);
    cli_say("%s: %u frames; %u verbs or patterns without a CAMEO code, %u patterns that no frame can say", path, n.written, n.no_code, n.no_sense);
    att_buf_release(&frames);
    att_buf_release(&out);
    att_unmap_file(&file);
    return rc == CLI_FINE && n.written == 0 ? CLI_NOTHING : rc;
}

typedef struct {
    att_engine *engine;
    att_worker worker;
    att_buf out;
    uint32_t faults, examples, lines;
} checking;

static void complain(checking *c, const char *file, uint32_t line, const char *what)
{
    att_putf(&c->out, "%s:%u: %s\n", file, line, what);
    c->faults++;
}

static void on_fault(void *ctx, const char *name, uint32_t line, const char *what) { complain(ctx, name, line, what); }

/* Does the example give an event of the line's type? For NONE: is it silent? */
static bool example_holds(checking *c, att_slice type, att_slice example)
{
    att_article a = {.id = ATT_LIT("example"), .text = example, .meta = {.published = ATT_NO_DAY}};
    const att_doc *doc;
    if (att_failed(att_worker_code(&c->worker, &a, ATT_NO_DAY, &doc))) return false;
    att_event_type want = att_event_type_of(type);
    bool found = false;
    for (uint32_t i = 1; i < doc->events.n; i++) found |= doc->events.at[i].type == want;
    return want == ATT_EV_NONE ? doc->events.n <= 1 : found;
}

static void check_frame(checking *c, const att_lex *lex, const char *name)
{
    const att_ontology *o = &c->engine->frames->ontology;
    att_slice type = lex->fields[1], mode = lex->fields[2], code = lex->fields[3], example = lex->fields[6];
    bool none = att_is(type, "NONE"), known = mode.len == 0;
    c->lines++;
    for (uint32_t i = 0; i < o->modes.n; i++) known |= att_eq(o->modes.at[i].type, type) && att_eq(o->modes.at[i].mode, mode);
    if (!none && !att_event_type_of(type)) complain(c, name, lex->line, "the type is none of PLOVER's sixteen, nor NONE");
    else if (!none && !known) complain(c, name, lex->line, "this type has no such mode (see 'attache ontology types')");
    if (!none && code.len && !att_map_get(&o->by_code, code)) complain(c, name, lex->line, "there is no such CAMEO code (see 'attache ontology cameo')");
    if (example.len == 0) complain(c, name, lex->line, "no example sentence: a frame without one is not tested");
    else if (att_find(lex->fields[5], ATT_LIT("pair"), 0) == lex->fields[5].len && !example_holds(c, type, example))
        complain(c, name, lex->line, none ? "the example is coded as an event" : "the example gives no event of this type");
    else c->examples++;
}

static int check(const cli_args *a, const char *dir)
{
    cli_ontology files = {0};
    checking c = {0};
    files.overlay.fault = on_fault;
    files.overlay.ctx = &c;
    int rc = CLI_NOTHING;
    if (cli_ontology_read(&files, dir) && (c.engine = cli_engine(a)) != NULL && cli_ontology_use(c.engine, &files)) {
        att_worker_init(&c.worker, c.engine);
        for (uint32_t i = 0; i < files.overlay.n; i++) {
            att_lex lex;
            if (!att_starts(files.overlay.at[i].name, "frames-")) continue;
            att_lex_open(&lex, files.names[i], files.overlay.at[i].text, 7);
            while (att_lex_next(&lex)) check_frame(&c, &lex, files.names[i]);
        }
        att_worker_release(&c.worker);
        att_putf(&c.out, "%u files, %u frames, %u examples hold, %u faults\n", files.overlay.n, c.lines, c.examples, c.faults);
        rc = c.faults ? CLI_SOME_FAILED : CLI_FINE;
    }
    int written = cli_write_buf(&c.out);
    if (written) rc = written;
    att_buf_release(&c.out);
    att_engine_close(c.engine);
    cli_ontology_release(&files);
    return rc;
}

static int with_frames(const cli_args *a, const char *what, att_arena *arena)
{
    cli_ontology files = {0};
    int rc = CLI_NOTHING;
    if (!a->value[OPT_ONTOLOGY] || cli_ontology_read(&files, a->value[OPT_ONTOLOGY])) {
        const att_frames *f = att_frames_open_with(arena, &files.overlay);
        cli_ontology_faults(&files);
        rc = strcmp(what, "import") == 0 ? import(a->paths[1], f, arena) : print(a, f, &files.overlay, what);
    }
    cli_ontology_release(&files);
    return rc;
}

int cmd_ontology(const cli_args *a)
{
    static const char *const WHAT[] = {"types", "cameo", "repairs", "contexts", "frames", "check", "import"};
    const char *what = a->path_count ? a->paths[0] : "types";
    int k = 0;
    while (k < 7 && strcmp(what, WHAT[k]) != 0) k++;
    if (k == 7 || (k >= 5) != (a->path_count == 2)) {
        cli_say("ontology is followed by types, cameo, repairs, contexts or frames, or by 'check DIR' or 'import FILE'");
        return CLI_USAGE;
    }
    if (k == 5) return check(a, a->paths[1]);
    att_arena arena;
    jmp_buf oom;
    att_arena_init(&arena, (size_t)256 << 20);
    arena.oom = &oom;
    int rc;
    if (setjmp(oom)) {
        cli_say("not enough memory for the ontology");
        rc = CLI_NOTHING;
    } else {
        rc = with_frames(a, what, &arena);
    }
    arena.oom = NULL;
    att_arena_release(&arena);
    return rc;
}
