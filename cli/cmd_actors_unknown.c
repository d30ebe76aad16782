/* cmd_actors_unknown.c: the names that appear most and that no list has, each with an example and a row for the user's lexicon. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "actor/kb.h"
#include "base/limits.h"
#include "cli/batch.h"
#include "cli/cells.h"
#include "cli/cmd_actors.h"
#include "store/store.h"

enum { SHOWN = 50, EXAMPLE_BYTES = 200 };

/* One name over all articles. */
typedef struct {
    att_slice name, code, sector, example, doc;
    uint32_t mentions, documents;
    bool person;
} unknown;

typedef struct {
    cli_batch batch;
    att_arena arena;
    att_map by_name;
    ATT_VEC(unknown) names; /* [0] unused */
} listing;

/* What a worker leaves behind: the names of one article in its arena. */
typedef struct {
    unknown *at;
    uint32_t n;
    att_slice doc;
} found_names;

static bool by_lists(const att_doc *doc, const att_entity *e) { return !e->unlisted || !e->name.len || doc->text.len == 0; }

static att_slice example_of(att_arena *a, const att_doc *doc, uint32_t tok)
{
    att_slice s = att_cut(doc, doc->sents.at[doc->toks.at[tok].sent].span);
    if (s.len <= EXAMPLE_BYTES) return att_copy(a, s);
    uint32_t cut = EXAMPLE_BYTES;
    while (cut && ((unsigned char)s.ptr[cut] & 0xC0) == 0x80) cut--;
    return att_format(a, "%.*s\xE2\x80\xA6", (int)cut, s.ptr);
}

static void make(void *ctx, const att_doc *doc, cli_result *r)
{
    (void)ctx;
    att_arena_reset(&r->keep);
    found_names *f = att_new(&r->keep, found_names, 1);
    uint32_t *slot = att_new(&r->keep, uint32_t, doc->entities.n + 1);
    f->at = att_new(&r->keep, unknown, doc->entities.n + 1);
    f->doc = att_copy(&r->keep, doc->meta.id);
    for (uint32_t i = 1; i < doc->mentions.n; i++) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *e = &doc->entities.at[m->entity];
        if (!m->entity || by_lists(doc, e)) continue;
        if (!slot[m->entity]) {
            if (m->form != ATT_MEN_NAME) continue;
            slot[m->entity] = ++f->n;
            f->at[f->n - 1] = (unknown){.name = att_copy(&r->keep, e->name), .code = att_copy(&r->keep, e->code), .sector = att_copy(&r->keep, e->sector),
                                        .example = example_of(&r->keep, doc, m->head), .person = e->kind == ATT_KIND_PERSON};
        }
        f->at[slot[m->entity] - 1].mentions++;
    }
    r->more = f;
}

static unknown *entry_of(listing *l, att_slice name)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(name, fold);
    bool fresh;
    if (n == 0) return NULL;
    uint32_t *at = att_map_get(&l->by_name, (att_slice){fold, n});
    if (!at) {
        at = att_map_put(&l->by_name, &l->arena, att_copy(&l->arena, (att_slice){fold, n}), &fresh);
        *at = l->names.n;
        *att_push(&l->arena, &l->names) = (unknown){.name = att_copy(&l->arena, name)};
    }
    return &l->names.at[*at];
}

static void take(listing *l, const unknown *u, att_slice doc)
{
    unknown *x = entry_of(l, u->name);
    if (!x) return;
    x->mentions += u->mentions;
    x->documents++;
    x->person |= u->person;
    if (!x->code.len) x->code = att_copy(&l->arena, u->code);
    if (!x->sector.len) x->sector = att_copy(&l->arena, u->sector);
    if (!x->example.len) x->example = att_copy(&l->arena, u->example), x->doc = att_copy(&l->arena, doc);
}

static int sink(void *ctx, cli_result *r)
{
    listing *l = ctx;
    if (att_failed(r->err)) {
        cli_say_err(att_slice_of(r->label ? r->label : ""), r->err);
        return CLI_FINE;
    }
    const found_names *f = r->more;
    for (uint32_t i = 0; f && i < f->n; i++) take(l, &f->at[i], f->doc);
    return CLI_FINE;
}

/* In a store: who acts under a name, without a country and not by a list. */
static bool store_row(void *ctx, const att_event_row *r)
{
    listing *l = ctx;
    for (int s = 0; s < ATT_SIDE_COUNT; s++)
        for (uint32_t i = 0; i < r->side[s].n; i++) {
            const att_actor_row *a = &r->side[s].at[i];
            if (!a->name.len || att_is(a->resolved_by, "dictionary") || (a->code.len && !att_is(a->resolved_by, "apposition"))) continue;
            take(l, &(unknown){.name = a->name, .code = a->code, .sector = a->sector, .example = r->sentence_text, .mentions = 1, .person = true}, r->doc);
        }
    return true;
}

static int compare(const void *x, const void *y)
{
    const unknown *a = x, *b = y;
    if (a->mentions != b->mentions) return a->mentions < b->mentions ? 1 : -1;
    return att_cmp(a->name, b->name);
}

/* "Jane Doe | - | GBR | LEG | - | - | -", or the row of an organisation. */
static att_slice guess(att_arena *a, const unknown *u)
{
    att_slice code = u->code.len ? u->code : ATT_LIT("-"), sector = u->sector.len ? u->sector : ATT_LIT("-");
    return att_format(a, u->person ? "%.*s | - | %.*s | %.*s | - | - | -" : "%.*s | - | %.*s | %.*s | - | -", (int)u->name.len, u->name.ptr, (int)code.len, code.ptr,
                      (int)sector.len, sector.ptr);
}

static int show(listing *l, const cli_args *a)
{
    static const char *const NAMES[] = {"name", "mentions", "documents", "kind", "entry", "doc", "example"};
    static const int WIDTHS[] = {26, 8, 9, 12, 44, 16, 0};
    cli_cells cells = {NAMES, WIDTHS, 7, CLI_TABLE, cli_width(STDOUT_FILENO)};
    att_buf out = {0};
    uint32_t limit = SHOWN;
    if (!cli_format_of(a, &cells.format) || !cli_count(a, OPT_LIMIT, 1, UINT32_MAX, &limit)) return CLI_USAGE;
    qsort(l->names.at + 1, l->names.n - 1, sizeof *l->names.at, compare);
    if (l->names.n > 1) cli_cells_head(&out, &cells);
    else cli_say("every name was resolved");
    for (uint32_t i = 1; i < l->names.n && i <= limit; i++) {
        const unknown *u = &l->names.at[i];
        const att_slice row[] = {u->name, att_format(&l->arena, "%u", u->mentions), att_format(&l->arena, "%u", u->documents),
                                 u->person ? ATT_LIT("persons") : ATT_LIT("orgs"), guess(&l->arena, u), u->doc, u->example};
        cli_cells_row(&out, &cells, row);
    }
    int rc = cli_write_buf(&out);
    att_buf_release(&out);
    return rc;
}

static bool is_store(const char *path)
{
    char head[16] = {0};
    FILE *f = fopen(path, "rb");
    size_t n = f ? fread(head, 1, sizeof head, f) : 0;
    if (f) (void)fclose(f);
    return n == sizeof head && memcmp(head, "SQLite format 3", 15) == 0;
}

static int read_store(listing *l, const char *path)
{
    att_store *store;
    att_event_filter all = {.from = ATT_NO_DAY, .to = ATT_NO_DAY};
    att_err e = att_store_open(&store, path, ATT_STORE_READ);
    if (!att_failed(e)) e = att_store_events(store, &all, store_row, l);
    att_store_close(store);
    if (!att_failed(e)) return CLI_FINE;
    e.sys = 0;
    cli_say_err(att_slice_of(path), e);
    return CLI_NOTHING;
}

static int read_articles(listing *l, const cli_args *a)
{
    cli_progress progress;
    cli_inputs inputs;
    if (!cli_batch_options(&l->batch, a)) return CLI_USAGE;
    att_engine *engine = cli_engine(a);
    if (!engine) return CLI_NOTHING;
    cli_inputs_find(&inputs, a->paths + 1, a->path_count - 1);
    cli_progress_begin(&progress, inputs.bytes, true);
    l->batch.engine = engine;
    l->batch.inputs = &inputs;
    l->batch.progress = &progress;
    l->batch.ctx = l;
    l->batch.make = make;
    l->batch.sink = sink;
    int rc = inputs.n ? cli_batch_run(&l->batch) : CLI_NOTHING;
    cli_progress_clear(&progress);
    if (rc == CLI_FINE && (l->batch.failed || inputs.failed)) rc = l->batch.articles == l->batch.failed ? CLI_NOTHING : CLI_SOME_FAILED;
    cli_inputs_release(&inputs);
    att_engine_close(engine);
    l->batch.inputs = NULL;
    l->batch.progress = NULL;
    return rc;
}

int cmd_actors_unknown(const cli_args *a)
{
    listing l = {0};
    jmp_buf oom;
    if (a->path_count < 2) {
        cli_say("of which articles? attache actors unknown STORE|PATH...");
        return CLI_USAGE;
    }
    att_arena_init(&l.arena, ATT_WORKER_BYTES);
    l.arena.oom = &oom;
    if (setjmp(oom)) {
        cli_say("not enough memory for so many names");
        att_arena_release(&l.arena);
        return CLI_NOTHING;
    }
    (void)att_push(&l.arena, &l.names);
    int rc = a->path_count == 2 && is_store(a->paths[1]) ? read_store(&l, a->paths[1]) : read_articles(&l, a);
    if (rc == CLI_FINE || rc == CLI_SOME_FAILED) {
        int shown = show(&l, a);
        if (shown) rc = shown;
    }
    att_arena_release(&l.arena);
    return rc;
}
