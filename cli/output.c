#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"

bool cli_is_terminal(int fd) { return isatty(fd) == 1; }

bool cli_format_of(const cli_args *a, cli_format *out)
{
    const char *f = a->value[OPT_FORMAT];
    *out = cli_is_terminal(STDOUT_FILENO) ? CLI_TABLE : CLI_JSONL;
    if (!f) return true;
    static const char *const NAMES[] = {"table", "jsonl", "csv"};
    for (int i = 0; i < 3; i++)
        if (strcmp(f, NAMES[i]) == 0) return *out = (cli_format)i, true;
    cli_say("--format is table, jsonl or csv, not '%s'", f);
    return false;
}

int cli_write(const char *p, size_t n)
{
    while (n > 0) {
        ssize_t w = write(STDOUT_FILENO, p, n);
        if (w < 0 && errno == EINTR) continue;
        if (w < 0 && errno == EPIPE) return CLI_PIPE;
        if (w <= 0) {
            cli_say("the output could not be written: %s", strerror(w < 0 ? errno : EIO));
            return CLI_OUTPUT;
        }
        p += w;
        n -= (size_t)w;
    }
    return CLI_FINE;
}

int cli_write_buf(att_buf *b)
{
    if (b->failed) {
        cli_say("not enough memory for the output");
        return CLI_OUTPUT;
    }
    int rc = cli_write(b->ptr, b->len);
    att_buf_clear(b);
    return rc;
}

int cli_width(int fd)
{
    struct winsize w;
    if (ioctl(fd, TIOCGWINSZ, &w) == 0 && w.ws_col > 0) return w.ws_col;
    const char *columns = getenv("COLUMNS");
    int n = columns ? atoi(columns) : 0;
    return n >= 20 && n <= 1000 ? n : 80;
}

bool cli_colours(void)
{
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return cli_is_terminal(STDOUT_FILENO) && !(no && *no) && !(term && strcmp(term, "dumb") == 0);
}
