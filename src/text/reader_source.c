#include "text/reader_source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PIECE = 256 << 10 };

static att_err io_error(int sys)
{
    const char *msg = sys == ENOENT || sys == ENOTDIR ? "there is no such file or folder: check the path"
                      : sys == EACCES || sys == EPERM ? "may not be read: check its permissions"
                      : sys == ELOOP                  ? "a link that leads to itself: remove it"
                                                      : "can't be read: check the disk or the connection";
    return (att_err){.code = ATT_E_IO, .stage = ATT_STAGE_TEXT, .sys = sys, .msg = msg};
}

att_err att_source_open(att_source *s, const char *path)
{
    *s = (att_source){.fd = STDIN_FILENO, .line = 1};
    if (strcmp(path, "-") == 0) return ATT_FINE;
    struct stat st;
    if (stat(path, &st) != 0) return io_error(errno);
    if (S_ISDIR(st.st_mode))
        return (att_err){.code = ATT_E_USAGE, .stage = ATT_STAGE_TEXT, .msg = "a folder, not a file: list its files first"};
    s->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (s->fd < 0) return io_error(errno);
    s->owned = true;
    return ATT_FINE;
}

void att_source_close(att_source *s)
{
    if (s->owned) close(s->fd);
    att_buf_release(&s->buf);
    *s = (att_source){.fd = -1};
}

bool att_source_more(att_source *s)
{
    char piece[16 << 10];
    if (s->eof) return false;
    if (s->pos > 0 && s->pos >= s->buf.len / 2) {
        memmove(s->buf.ptr, s->buf.ptr + s->pos, s->buf.len - s->pos);
        s->buf.len -= s->pos;
        s->pos = 0;
    }
    size_t before = s->buf.len;
    while (s->buf.len - before < PIECE) {
        ssize_t n = read(s->fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            s->eof = true;
            if (n < 0) s->err = io_error(errno);
            break;
        }
        att_put(&s->buf, piece, (size_t)n);
        if (s->buf.failed) {
            s->eof = true;
            s->err = (att_err){.code = ATT_E_NOMEM, .stage = ATT_STAGE_TEXT, .msg = "not enough memory to read it"};
            break;
        }
        if ((size_t)n < sizeof piece) break; /* a pipe or a terminal: use what came */
    }
    return s->buf.len > before;
}

void att_source_take(att_source *s, uint32_t n)
{
    if (n == 0) return;
    const char *p = s->buf.ptr + s->pos, *end = p + n;
    while (p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL) s->line++, p++;
    s->pos += n;
}

void att_source_all(att_source *s, size_t max)
{
    while (s->buf.len - s->pos <= max && att_source_more(s)) {}
}

void att_source_replace(att_source *s, att_slice text)
{
    att_buf fresh = {0};
    att_put(&fresh, text.ptr, text.len);
    if (fresh.failed) s->err = (att_err){.code = ATT_E_NOMEM, .stage = ATT_STAGE_TEXT, .msg = "not enough memory to decode it"};
    att_buf_release(&s->buf);
    s->buf = fresh;
    s->pos = 0;
    s->eof = true;
}

bool att_source_line(att_source *s, uint32_t max, att_slice *line, bool *too_long)
{
    uint32_t looked = 0;
    *too_long = false;
    *line = (att_slice){0};
    for (;;) {
        att_slice held = att_source_held(s);
        const char *nl = held.len > looked ? memchr(held.ptr + looked, '\n', held.len - looked) : NULL;
        if (nl) {
            uint32_t n = (uint32_t)(nl - held.ptr);
            *too_long |= n > max;
            if (!*too_long) *line = att_sub(held, 0, n);
            att_source_take(s, n + 1);
            return true;
        }
        looked = held.len;
        if (held.len > max) { /* drop what was seen, go on to its end */
            *too_long = true;
            att_source_take(s, held.len);
            looked = 0;
        }
        if (att_source_more(s)) continue;
        if (looked == 0) return *too_long;
        if (!*too_long) *line = att_source_held(s);
        att_source_take(s, looked);
        return true;
    }
}
