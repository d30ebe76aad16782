/* cmd_actors.c: the knowledge base of actors: look somebody up, check a lexicon, list whom it lacks (cmd_actors_unknown.c). */
#include "cli/cmd_actors.h"

#include <stdio.h>
#include <unistd.h>

#include "actor/check.h"
#include "actor/similar.h"
#include "base/civil.h"
#include "base/limits.h"
#include "base/mapfile.h"
#include "cli/batch.h"
#include "cli/cells.h"

enum { SHOWN_FAULTS = 200 };

typedef struct {
    const char *path;
    uint32_t faults;
} checking;

static bool show_fault(void *ctx, uint32_t line, const char *what, const char *cure)
{
    checking *c = ctx;
    if (++c->faults <= SHOWN_FAULTS) (void)fprintf(stdout, "%s:%u: %s: %s\n", c->path, line, what, cure);
    return true;
}

/* 0 fine, 1 faults, 3 unreadable. Apart from the loop, for the jump out of a full arena. */
static int check_one(const att_kb *kb, const char *path)
{
    att_mapped file;
    att_arena scratch;
    jmp_buf oom;
    checking c = {path, 0};
    att_err e = att_map_file(&file, path, (size_t)UINT32_MAX - 1);
    if (att_failed(e)) {
        cli_say_err(att_slice_of(path), e);
        return CLI_NOTHING;
    }
    att_arena_init(&scratch, ATT_WORKER_BYTES);
    scratch.oom = &oom;
    volatile int rc = CLI_FINE;
    if (setjmp(oom)) {
        cli_say("%s: not enough memory to check so many rows: split the file", path);
        rc = CLI_NOTHING;
    } else {
        uint32_t rows = att_lexicon_check(kb, &scratch, path, (att_slice){(const char *)file.ptr, (uint32_t)file.len}, show_fault, &c);
        if (c.faults > SHOWN_FAULTS) (void)fprintf(stdout, "%s: %u more faults\n", path, c.faults - SHOWN_FAULTS);
        if (c.faults == 0) (void)fprintf(stdout, "%s: %u rows, no fault\n", path, rows);
        if (c.faults) rc = CLI_SOME_FAILED;
    }
    att_arena_release(&scratch);
    att_unmap_file(&file);
    return rc;
}

static int check(const att_kb *kb, const cli_args *a)
{
    int rc = CLI_FINE;
    if (a->path_count < 2) {
        cli_say("which file? attache actors check FILE");
        return CLI_USAGE;
    }
    for (int i = 1; i < a->path_count; i++) {
        int one = check_one(kb, a->paths[i]);
        if (one > rc) rc = one;
    }
    if (fflush(stdout) != 0) {
        cli_say("the output could not be written");
        return CLI_OUTPUT;
    }
    return rc;
}

static att_slice day_words(att_arena *a, att_day day)
{
    char text[16];
    return day == INT32_MIN || day == INT32_MAX ? (att_slice){0} : att_copy(a, att_slice_of(att_day_text(day, text)));
}

/* The other offices that a person holds on the day: "party leader; president of the state council". */
static att_slice also_holds(att_arena *a, const att_kb *kb, uint32_t id, att_day day)
{
    char fold[ATT_FOLD_MAX];
    const att_kb_entry *e = &kb->entries.at[id];
    att_slice out = {0};
    if (day == ATT_NO_DAY) return out;
    uint32_t n = att_fold(e->name, fold);
    for (uint32_t i = att_kb_find(kb, (att_slice){fold, n}); i; i = kb->entries.at[i].next) {
        const att_kb_entry *o = &kb->entries.at[i];
        if (o->kind != ATT_KB_PERSON || !att_eq(o->name, e->name) || att_eq(o->office, e->office) || o->office.len == 0 || o->from > day || o->to < day) continue;
        out = out.len ? att_format(a, "%.*s; %.*s", (int)out.len, out.ptr, (int)o->office.len, o->office.ptr) : o->office;
    }
    return out;
}

static void show_found(att_buf *out, const cli_cells *cells, att_arena *a, const att_kb *kb, const att_found *f, att_day day)
{
    static const char *const HOW[] = {"", "name", "surname", "similar name"};
    static const char *const KINDS[] = {"", "country", "country", "people", "capital", "organ", "person", "organisation", "role", "person"};
    const att_kb_entry *e = &kb->entries.at[f->entry];
    bool person = e->kind == ATT_KB_PERSON || e->kind == ATT_KB_SURNAME;
    att_slice score = att_format(a, "%d.%02d", f->score > 99 ? 1 : 0, f->score > 99 ? 0 : f->score < 1 ? 1 : f->score);
    uint16_t cow = att_kb_cow(kb, e->code);
    uint32_t item = att_kb_wikidata(kb, e->name, e->code);
    const att_slice row[] = {e->name, e->code, cow ? att_format(a, "%u", cow) : (att_slice){0}, e->sector, person ? e->office : (att_slice){0}, day_words(a, e->from), day_words(a, e->to),
                             att_slice_of(KINDS[e->kind]), item ? att_format(a, "Q%u", item) : (att_slice){0}, att_slice_of(HOW[f->how]), score,
                             person ? also_holds(a, kb, f->entry, day) : (att_slice){0}};
    cli_cells_row(out, cells, row);
}

static int lookup(const att_kb *kb, att_arena *arena, const cli_args *a)
{
    static const char *const NAMES[] = {"name", "code", "cow", "sector", "office", "from", "to", "kind", "wikidata", "found_by", "score", "also"};
    static const int WIDTHS[] = {28, 8, 4, 6, 24, 10, 10, 12, 9, 12, 5, 24};
    cli_cells cells = {NAMES, WIDTHS, 12, CLI_TABLE, cli_width(STDOUT_FILENO)};
    att_buf name = {0}, out = {0};
    att_day day = ATT_NO_DAY;
    att_found found[ATT_FOUND_MAX];
    if (a->path_count < 2) {
        cli_say("whom? attache actors lookup NAME [--date DAY]");
        return CLI_USAGE;
    }
    if (!cli_format_of(a, &cells.format) || !cli_day(a, OPT_DATE, &day, NULL)) return CLI_USAGE;
    for (int i = 1; i < a->path_count; i++) {
        if (i > 1) att_put_char(&name, ' ');
        att_put_z(&name, a->paths[i]);
    }
    uint32_t n = att_kb_lookup(kb, (att_slice){name.ptr, (uint32_t)name.len}, day, found);
    int rc = n ? CLI_FINE : CLI_NOTHING;
    if (n) cli_cells_head(&out, &cells);
    else cli_say("nobody of the name '%.*s' is known%s", (int)name.len, name.ptr, day == ATT_NO_DAY ? "" : " (terms of office end; try without --date)");
    uint32_t shown = n;
    (void)cli_count(a, OPT_LIMIT, 1, ATT_FOUND_MAX, &shown);
    for (uint32_t i = 0; i < n && i < shown; i++) show_found(&out, &cells, arena, kb, &found[i], day);
    int wrote = cli_write_buf(&out);
    att_buf_release(&name);
    att_buf_release(&out);
    return wrote ? wrote : rc;
}

/* check and lookup need the knowledge alone, no language model. */
static int with_knowledge(const cli_args *a, bool checks)
{
    att_arena arena;
    jmp_buf oom;
    int rc;
    att_arena_init(&arena, (size_t)1 << 30);
    arena.oom = &oom;
    if (setjmp(oom)) {
        cli_say("not enough memory for the lexicons");
        att_arena_release(&arena);
        return CLI_NOTHING;
    }
    att_kb *kb = att_kb_open(&arena);
    bool fine = true;
    for (int i = 0; fine && i < a->lexicon_count; i++) fine = cli_lexicon_add(kb, &arena, a->lexicons[i]);
    rc = !fine ? CLI_NOTHING : checks ? check(kb, a) : lookup(kb, &arena, a);
    att_arena_release(&arena);
    return rc;
}

int cmd_actors(const cli_args *a)
{
    static const char *const WHAT[] = {"check", "lookup", "unknown"};
    if (strcmp(a->paths[0], "check") == 0) return with_knowledge(a, true);
    if (strcmp(a->paths[0], "lookup") == 0) return with_knowledge(a, false);
    if (strcmp(a->paths[0], "unknown") == 0) return cmd_actors_unknown(a);
    const char *near = cli_nearest(a->paths[0], WHAT, 3);
    cli_say(near ? "actors can check, lookup and list the unknown; did you mean %s?" : "actors can check, lookup and list the unknown", near);
    return CLI_USAGE;
}
