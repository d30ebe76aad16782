/* cmd_report.c: a brief on some actors, to a file or standard output. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "serve/report.h"

/* --format, or what the file is called. */
static bool html_of(const cli_args *a, bool *html)
{
    const char *f = a->value[OPT_FORMAT], *o = a->value[OPT_OUTPUT];
    att_slice name = o ? att_slice_of(o) : (att_slice){0};
    *html = f ? strcmp(f, "html") == 0 : att_ends(name, ".html") || att_ends(name, ".htm");
    if (!f || *html || strcmp(f, "md") == 0 || strcmp(f, "markdown") == 0) return true;
    cli_say("--format of a report is html or md, not '%s'", f);
    return false;
}

/* Beside it first, then renamed: nobody finds half a report. */
static int save(const char *path, const att_buf *b)
{
    att_buf name = {0};
    att_putf(&name, "%s.part", path);
    att_put_char(&name, 0);
    FILE *f = b->failed || name.failed ? NULL : fopen(name.ptr, "wb");
    bool fine = f && fwrite(b->ptr, 1, b->len, f) == b->len;
    if (f && fclose(f) != 0) fine = false;
    if (fine && rename(name.ptr, path) != 0) fine = false;
    if (!fine) {
        cli_say_err(att_slice_of(path), (att_err){.code = ATT_E_IO, .sys = errno == ENOENT ? 0 : errno, .msg = "can't be written: check the path and its permissions"});
        if (f) unlink(name.ptr);
    }
    att_buf_release(&name);
    return fine ? CLI_FINE : CLI_OUTPUT;
}

int cmd_report(const cli_args *a)
{
    att_report_options o = {.actor_count = (uint32_t)a->actor_count};
    att_buf out = {0};
    att_day first, last;
    uint32_t events = 0;
    if (!html_of(a, &o.html) || !cli_day(a, OPT_FROM, &first, NULL) || !cli_day(a, OPT_TO, NULL, &last)) return CLI_USAGE;
    for (int i = 0; i < a->actor_count; i++) o.actors[i] = att_slice_of(a->actors[i]);
    if (a->value[OPT_FROM]) o.from = att_slice_of(a->value[OPT_FROM]);
    if (a->value[OPT_TO]) o.to = att_slice_of(a->value[OPT_TO]);
    att_err e = att_report(&out, a->paths[0], &o, &events);
    int rc = CLI_NOTHING;
    if (att_failed(e)) {
        e.sys = 0;
        cli_say_err(att_slice_of(a->paths[0]), e);
    } else {
        rc = a->value[OPT_OUTPUT] ? save(a->value[OPT_OUTPUT], &out) : cli_write_buf(&out);
        if (rc == CLI_FINE && events == 0) cli_say("no events meet these conditions; the report says so");
    }
    att_buf_release(&out);
    return rc;
}
