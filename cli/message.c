#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "cli/cli.h"

void cli_say(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    flockfile(stderr);
    fputs("attache: ", stderr);
    vfprintf(stderr, fmt, ap);
    fputc('\n', stderr);
    funlockfile(stderr);
    va_end(ap);
}

/* File names may hold anything; control characters must not reach the terminal. */
static void put_name(att_buf *b, att_slice name)
{
    for (uint32_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.ptr[i];
        if (c < 0x20 || c == 0x7F)
            att_putf(b, "\\x%02x", c);
        else
            att_put_char(b, (char)c);
    }
}

void cli_say_err(att_slice file, att_err err)
{
    att_buf b = {0};
    put_name(&b, file);
    if (err.offset && (err.code == ATT_E_FORMAT || err.code == ATT_E_LEXICON)) att_putf(&b, ":%u", err.offset);
    att_putf(&b, ": %s", err.msg ? err.msg : "failed");
    /* The readers' own words already say these. */
    bool said = err.sys == 0 || err.sys == ENOENT || err.sys == ENOTDIR || err.sys == EACCES || err.sys == EPERM || err.sys == ELOOP;
    if (!said) att_putf(&b, " (%s)", strerror(err.sys));
    if (!b.failed) cli_say("%.*s", (int)b.len, b.ptr);
    att_buf_release(&b);
}
