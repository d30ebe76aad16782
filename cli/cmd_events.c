/* cmd_events.c: ask a store for events. */
#include <unistd.h>

#include "cli/cli.h"
#include "event/event.h"
#include "export/csv_out.h"
#include "export/table.h"
#include "store/store.h"

enum { FLUSH_BYTES = 64 << 10 };

typedef struct {
    cli_format format;
    att_table table;
    att_buf out;
    uint64_t rows;
    int rc;
} showing;

static bool row(void *ctx, const att_event_row *r)
{
    showing *s = ctx;
    if (s->format == CLI_TABLE) {
        if (s->rows == 0) att_table_head(&s->out, &s->table);
        att_table_event(&s->out, &s->table, r);
    } else if (s->format == CLI_CSV) {
        att_csv_event(&s->out, r);
    } else {
        att_put_slice(&s->out, r->json);
        att_put_char(&s->out, '\n');
    }
    s->rows++;
    if (s->out.len >= FLUSH_BYTES || s->out.failed) s->rc = cli_write_buf(&s->out);
    return s->rc == CLI_FINE;
}

/* "THREATEN,ASSAULT": each must exist, in any case. name(i) is NULL for no name. */
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
static const char *status_name(int i) { return att_status_name((att_status)i); }
static att_slice value(const cli_args *a, cli_opt o) { return a->value[o] ? att_slice_of(a->value[o]) : (att_slice){0}; }

static bool filter_of(const cli_args *a, att_event_filter *f)
{
    *f = (att_event_filter){.from = ATT_NO_DAY, .to = ATT_NO_DAY};
    if (a->value[OPT_TYPE] && !check_list(a->value[OPT_TYPE], "type", type_name, ATT_EVENT_TYPE_COUNT)) return false;
    if (a->value[OPT_STATUS] && !check_list(a->value[OPT_STATUS], "status", status_name, ATT_STATUS_COUNT)) return false;
    f->actor = value(a, OPT_ACTOR);
    f->recipient = value(a, OPT_RECIPIENT);
    f->types = value(a, OPT_TYPE);
    f->statuses = value(a, OPT_STATUS);
    return cli_day(a, OPT_FROM, &f->from, NULL) && cli_day(a, OPT_TO, NULL, &f->to) && cli_count(a, OPT_LIMIT, 1, UINT32_MAX, &f->limit);
}

int cmd_events(const cli_args *a)
{
    showing s = {0};
    att_event_filter f;
    att_store *store = NULL;
    if (!filter_of(a, &f) || !cli_format_of(a, &s.format)) return CLI_USAGE;
    s.table = (att_table){cli_width(STDOUT_FILENO), cli_colours(), true};
    att_err e = att_store_open(&store, a->paths[0], ATT_STORE_READ);
    if (!att_failed(e)) {
        if (s.format == CLI_CSV) att_csv_head(&s.out);
        e = att_store_events(store, &f, row, &s);
    }
    if (s.rc == CLI_FINE) s.rc = cli_write_buf(&s.out);
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(a->paths[0]), e);
        s.rc = CLI_NOTHING;
    } else if (s.rows == 0 && s.format == CLI_TABLE) {
        cli_say("no events meet these conditions");
    }
    att_store_close(store);
    att_buf_release(&s.out);
    return s.rc;
}
