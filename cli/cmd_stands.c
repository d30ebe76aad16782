/* cmd_stands.c: ask a store where parties stand (positions), and which assertions are answered (claims). */
#include <unistd.h>

#include "cli/cli.h"
#include "export/stands_out.h"

enum { FLUSH_BYTES = 64 << 10, GROUP_BYTES = 256 };

typedef struct {
    cli_format format;
    att_table table;
    att_buf out;
    char group[GROUP_BYTES]; /* issue of the row before */
    uint32_t group_len;
    uint64_t rows;
    int rc;
} showing;

static bool next(showing *s)
{
    s->rows++;
    if (s->out.len >= FLUSH_BYTES || s->out.failed) s->rc = cli_write_buf(&s->out);
    return s->rc == CLI_FINE;
}

static bool ledger_row(void *ctx, const att_ledger_row *r)
{
    showing *s = ctx;
    switch (s->format) {
    case CLI_TABLE: att_ledger_table(&s->out, &s->table, r, (att_slice){s->group, s->group_len}); break;
    case CLI_CSV: att_ledger_csv(&s->out, r); break;
    case CLI_JSONL: att_ledger_jsonl(&s->out, r); break;
    }
    s->group_len = r->group.len < GROUP_BYTES ? r->group.len : GROUP_BYTES;
    memcpy(s->group, r->group.ptr, s->group_len);
    return next(s);
}

static bool claim_row(void *ctx, const att_dispute_row *r)
{
    showing *s = ctx;
    switch (s->format) {
    case CLI_TABLE: att_claims_table(&s->out, &s->table, r); break;
    case CLI_CSV: att_claims_csv(&s->out, r); break;
    case CLI_JSONL: att_claims_jsonl(&s->out, r); break;
    }
    return next(s);
}

static bool filter_of(const cli_args *a, cli_opt party, att_stand_filter *f)
{
    *f = (att_stand_filter){.from = ATT_NO_DAY, .to = ATT_NO_DAY, .disputed = a->value[OPT_DISPUTED] != NULL};
    if (a->value[OPT_ISSUE]) f->issue = att_slice_of(a->value[OPT_ISSUE]);
    if (a->value[party]) f->party = att_slice_of(a->value[party]);
    return cli_day(a, OPT_FROM, &f->from, NULL) && cli_day(a, OPT_TO, NULL, &f->to) && cli_count(a, OPT_LIMIT, 1, UINT32_MAX, &f->limit);
}

static int finish(const cli_args *a, showing *s, att_err e, const char *nothing)
{
    if (s->rc == CLI_FINE) s->rc = cli_write_buf(&s->out);
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(a->paths[0]), e);
        s->rc = CLI_NOTHING;
    } else if (s->rows == 0 && s->format == CLI_TABLE) {
        cli_say("%s", nothing);
    }
    att_buf_release(&s->out);
    return s->rc;
}

static att_err ask_ledger(att_store *store, const att_stand_filter *f, showing *s) { return att_store_ledger(store, f, ledger_row, s); }
static att_err ask_claims(att_store *store, const att_stand_filter *f, showing *s) { return att_store_claims(store, f, claim_row, s); }

static int run(const cli_args *a, cli_opt party, void (*csv_head)(att_buf *), att_err (*ask)(att_store *, const att_stand_filter *, showing *), const char *nothing)
{
    showing s = {.table = {cli_width(STDOUT_FILENO), cli_colours(), true}};
    att_stand_filter f;
    att_store *store = NULL;
    if (!filter_of(a, party, &f) || !cli_format_of(a, &s.format)) return CLI_USAGE;
    att_err e = att_store_open(&store, a->paths[0], ATT_STORE_READ);
    if (!att_failed(e)) {
        if (s.format == CLI_CSV) csv_head(&s.out);
        e = ask(store, &f, &s);
    }
    att_store_close(store);
    return finish(a, &s, e, nothing);
}

int cmd_positions(const cli_args *a) { return run(a, OPT_HOLDER, att_ledger_csv_head, ask_ledger, "no positions meet these conditions"); }
int cmd_claims(const cli_args *a) { return run(a, OPT_BY, att_claims_csv_head, ask_claims, "no claims meet these conditions"); }
