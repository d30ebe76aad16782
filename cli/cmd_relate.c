/* cmd_relate.c: rows of a TSV table with marked sentences -> the same rows with the event between the marked actors. */
#include "base/limits.h"
#include "cli/batch.h"
#include "engine/relate.h"
#include "event/event.h"
#include "text/reader_source.h"

enum { FLUSH_BYTES = 64 << 10 };

/* The nth cell of a row, from 0; empty when the row is shorter. */
static att_slice cell(att_slice row, uint32_t n)
{
    att_slice part = {0};
    for (uint32_t i = 0; i <= n; i++)
        if (!att_split(&row, '\t', &part)) return (att_slice){0};
    return part;
}

/* Index of a column by its name; a byte order mark before the first is no part of it. */
static bool find_column(att_slice header, const char *name, uint32_t *at)
{
    att_slice part;
    if (att_starts(header, "\xEF\xBB\xBF")) header = att_sub(header, 3, header.len);
    for (*at = 0; att_split(&header, '\t', &part); ++*at)
        if (att_eq_nocase(att_trim(part), att_slice_of(name))) return true;
    return false;
}

static att_slice without_cr(att_slice line)
{
    while (line.len && line.ptr[line.len - 1] == '\r') line.len--;
    return line;
}

static uint32_t count_cells(att_slice row)
{
    uint32_t n = 1;
    for (uint32_t i = 0; i < row.len; i++) n += row.ptr[i] == '\t';
    return n;
}

/* A row that fails gets the commonest type with no confidence: the columns stay complete. */
static bool answer(att_worker *w, att_slice marked, att_buf *out)
{
    att_relation r = {.type = ATT_EV_NONE};
    att_err e = att_relate(w, marked, &r);
    if (att_failed(e) || r.type == ATT_EV_NONE) r = (att_relation){.type = ATT_CONSULT};
    att_putf(out, "\t%s\t", att_event_type_name(r.type));
    att_put_slice(out, r.mode);
    att_put_char(out, '\t');
    att_put_slice(out, r.cameo);
    att_putf(out, "\t%s\t", att_quad_name(r.type));
    att_put_number(out, r.confidence);
    att_put_char(out, '\n');
    return !att_failed(e);
}

typedef struct {
    att_worker worker;
    att_source src;
    att_buf out;
    uint32_t column, columns;
    uint64_t failed;
    const char *name;
} relating;

static int read_header(relating *r)
{
    att_slice line;
    bool too_long;
    if (!att_source_line(&r->src, ATT_MAX_RECORD_BYTES, &line, &too_long) || too_long) {
        cli_say("%s: no header line: the first line must name the columns, marked_sentence among them", r->name);
        return CLI_NOTHING;
    }
    line = without_cr(line);
    if (!find_column(line, "marked_sentence", &r->column)) {
        cli_say("%s: no column marked_sentence in the header; columns are split by tabs", r->name);
        return CLI_NOTHING;
    }
    r->columns = count_cells(line);
    att_put_slice(&r->out, line);
    att_put_z(&r->out, "\tevent_type\tmode\tcameo\tquad\tconfidence\n");
    return CLI_FINE;
}

static int rows(relating *r)
{
    att_slice line;
    bool too_long;
    int rc = CLI_FINE;
    while (rc == CLI_FINE && att_source_line(&r->src, ATT_MAX_RECORD_BYTES, &line, &too_long)) {
        line = without_cr(line);
        if (line.len == 0 && !too_long) continue;
        att_put_slice(&r->out, line);
        for (uint32_t n = count_cells(line); n < r->columns; n++) att_put_char(&r->out, '\t');
        att_slice marked = att_trim(cell(line, r->column));
        if (marked.len > ATT_MAX_DOC_BYTES) marked.len = 0;
        r->failed += !answer(&r->worker, marked, &r->out);
        if (r->out.len >= FLUSH_BYTES || r->out.failed) rc = cli_write_buf(&r->out);
    }
    return rc;
}

static int relate(relating *r)
{
    int rc = read_header(r);
    if (rc == CLI_FINE) rc = rows(r);
    if (rc == CLI_FINE) rc = cli_write_buf(&r->out);
    if (att_failed(r->src.err)) {
        cli_say_err(att_slice_of(r->name), r->src.err);
        return CLI_SOME_FAILED;
    }
    if (r->failed) cli_say("%s: %llu rows could not be read and got an answer without confidence", r->name, (unsigned long long)r->failed);
    return rc == CLI_FINE && r->failed ? CLI_SOME_FAILED : rc;
}

int cmd_relate(const cli_args *a)
{
    const char *path = a->path_count ? a->paths[0] : "-";
    relating r = {.name = strcmp(path, "-") == 0 ? "standard input" : path};
    att_err e = att_source_open(&r.src, path);
    if (att_failed(e)) {
        cli_say_err(att_slice_of(r.name), e);
        return CLI_NOTHING;
    }
    int rc = CLI_NOTHING;
    att_engine *engine = cli_engine(a);
    if (engine) {
        att_worker_init(&r.worker, engine);
        r.worker.events.rules_only = a->value[OPT_RULES] != NULL;
        rc = relate(&r);
        att_worker_release(&r.worker);
    }
    att_engine_close(engine);
    att_source_close(&r.src);
    att_buf_release(&r.out);
    return rc;
}
