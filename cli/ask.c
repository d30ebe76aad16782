#include "cli/ask.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "event/event.h"

enum { FLUSH_BYTES = 64 << 10, WORDS_BYTES = 16 << 20 };

static att_slice value(const cli_args *a, cli_opt o) { return a->value[o] ? att_slice_of(a->value[o]) : (att_slice){0}; }

/* name(i) is NULL for no name. */
static bool check_list(const char *list, const char *option, const char *(*name)(int), int count)
{
    att_slice rest = att_slice_of(list), part;
    char typed[32];
    while (att_split(&rest, ',', &part)) {
        part = att_trim(part);
        bool known = false;
        const char *words[32];
        int n = 0;
        for (int i = 0; i < count && n < 32; i++)
            if (name(i)) {
                words[n++] = name(i);
                known |= att_eq_nocase(part, att_slice_of(name(i)));
            }
        if (known) continue;
        uint32_t len = part.len < sizeof typed ? part.len : (uint32_t)sizeof typed - 1;
        for (uint32_t i = 0; i < len; i++) /* types are upper case, statuses lower: compare like with like */
            typed[i] = n && att_is_upper((unsigned char)words[0][0]) && att_is_lower((unsigned char)part.ptr[i]) ? (char)(part.ptr[i] - 32) : part.ptr[i];
        typed[len] = 0;
        const char *near = cli_nearest(typed, words, n);
        cli_say(near ? "--%s has no '%.*s'; did you mean %s?" : "--%s has no '%.*s'", option, (int)part.len, part.ptr, near);
        return false;
    }
    return true;
}

static const char *type_name(int i) { return i ? att_event_type_name((att_event_type)i) : NULL; }
/* Those of the records, and what is asked for and shown like one of them: what occurred long ago (att_event.history). */
static const char *status_name(int i) { return i < ATT_STATUS_COUNT ? att_status_name((att_status)i) : "history"; }

bool cli_check_types(const cli_args *a)
{
    if (a->value[OPT_TYPE] && !check_list(a->value[OPT_TYPE], "type", type_name, ATT_EVENT_TYPE_COUNT)) return false;
    return !a->value[OPT_STATUS] || check_list(a->value[OPT_STATUS], "status", status_name, ATT_STATUS_COUNT + 1);
}

bool cli_ask_of(const cli_args *a, att_ask *q)
{
    *q = (att_ask){.from = ATT_NO_DAY, .to = ATT_NO_DAY, .copies = a->value[OPT_COPIES] != NULL};
    if (!cli_check_types(a)) return false;
    q->actor = value(a, OPT_ACTOR);
    q->recipient = value(a, OPT_RECIPIENT);
    q->said_by = value(a, OPT_SAID_BY);
    q->speaker = value(a, OPT_SPEAKER);
    q->types = value(a, OPT_TYPE);
    q->statuses = value(a, OPT_STATUS);
    q->source = value(a, OPT_SOURCE);
    q->place = value(a, OPT_WHERE);
    q->unit = value(a, OPT_UNIT);
    q->of = value(a, OPT_OF);
    q->story = value(a, OPT_STORY);
    return cli_day(a, OPT_FROM, &q->from, NULL) && cli_day(a, OPT_TO, NULL, &q->to) && cli_count(a, OPT_LIMIT, 1, UINT32_MAX, &q->limit);
}

bool cli_shape_of(const cli_args *a, cli_shape *out)
{
    static const char *const NAMES[] = {"table", "jsonl", "csv", "tsv"};
    const char *f = a->value[OPT_SHAPE];
    *out = cli_is_terminal(STDOUT_FILENO) ? CLI_SHAPE_TABLE : CLI_SHAPE_JSONL;
    if (!f) return true;
    for (int i = 0; i < 4; i++)
        if (strcmp(f, NAMES[i]) == 0) return *out = (cli_shape)i, true;
    cli_say("--format is table, jsonl, csv or tsv, not '%s'", f);
    return false;
}

static att_store *complain(const char *path, att_err e)
{
    e.sys = 0; /* SQLite's code, not errno; the words say it */
    cli_say_err(att_slice_of(path), e);
    return NULL;
}

/* In place of *s, when something is pending and the file may be written. */
static void catch_up(att_store **s, const char *path)
{
    uint64_t articles = 0;
    att_store *writer;
    att_story_words words;
    att_arena arena;
    if (att_failed(att_store_pending(*s, &articles)) || articles == 0) return;
    if (att_failed(att_store_open(&writer, path, ATT_STORE_WRITE))) return;
    att_arena_init(&arena, WORDS_BYTES);
    att_story_words_open(&words, &arena);
    att_err e = att_store_derive(writer, &words, 1);
    att_arena_release(&arena);
    att_store_close(writer);
    if (att_failed(e)) cli_say("%llu articles are not in stories yet: %s", (unsigned long long)articles, e.msg);
}

att_store *cli_store(const char *path)
{
    att_store *s;
    att_err e = att_store_open(&s, path, ATT_STORE_READ);
    if (att_failed(e)) return complain(path, e);
    catch_up(&s, path);
    return s;
}

typedef struct {
    cli_shape shape;
    att_table table;
    const att_cell_layout *layout;
    att_buf out;
    uint64_t rows;
    int rc;
} showing;

static bool show(void *ctx, const att_cell *cells, int n)
{
    showing *s = ctx;
    bool first = s->rows++ == 0;
    char separator = s->shape == CLI_SHAPE_TSV ? '\t' : ',';
    switch (s->shape) {
    case CLI_SHAPE_TABLE:
        if (first) att_cells_table_head(&s->out, &s->table, s->layout);
        att_cells_table(&s->out, &s->table, s->layout, cells, n);
        break;
    case CLI_SHAPE_JSONL: att_cells_jsonl(&s->out, s->layout, cells, n); break;
    case CLI_SHAPE_CSV:
    case CLI_SHAPE_TSV:
        if (first) att_cells_csv_head(&s->out, cells, n, separator);
        att_cells_csv(&s->out, cells, n, separator);
        break;
    }
    if (s->out.len >= FLUSH_BYTES || s->out.failed) s->rc = cli_write_buf(&s->out);
    return s->rc == CLI_FINE;
}

int cli_ask_rows(const char *path, att_question q, const att_ask *ask, bool (*row)(void *, const att_cell *, int), void *ctx)
{
    att_store *s = cli_store(path);
    if (!s) return CLI_NOTHING;
    att_err e = att_store_ask(s, q, ask, row, ctx);
    att_store_close(s);
    if (!att_failed(e)) return CLI_FINE;
    complain(path, e);
    return e.code == ATT_E_USAGE ? CLI_USAGE : CLI_NOTHING;
}

int cli_ask_run(const cli_args *a, att_question q, const att_ask *ask, const att_cell_layout *layout, const char *nothing)
{
    showing s = {.table = {cli_width(STDOUT_FILENO), cli_colours(), true}, .layout = layout};
    if (!cli_shape_of(a, &s.shape)) return CLI_USAGE;
    int rc = cli_ask_rows(a->paths[0], q, ask, show, &s);
    if (s.rc == CLI_FINE) s.rc = cli_write_buf(&s.out);
    att_buf_release(&s.out);
    if (rc == CLI_FINE && s.rows == 0 && s.shape == CLI_SHAPE_TABLE) cli_say("%s", nothing);
    return rc != CLI_FINE ? rc : s.rc;
}

att_cell cli_cell(const att_cell *cells, int n, const char *name)
{
    for (int i = 0; i < n; i++)
        if (strcmp(cells[i].name, name) == 0) return cells[i];
    return (att_cell){.name = name};
}
