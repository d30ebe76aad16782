#include "base/buf.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

void att_buf_release(att_buf *b)
{
    free(b->ptr);
    *b = (att_buf){0};
}

static bool reserve(att_buf *b, size_t n)
{
    if (b->failed) return false;
    if (b->cap - b->len >= n) return true;
    size_t cap = b->cap ? b->cap : 4096;
    while (cap - b->len < n) {
        if (cap > SIZE_MAX / 4) return b->failed = true, false;
        cap *= 2;
    }
    char *p = realloc(b->ptr, cap);
    if (!p) return b->failed = true, false;
    b->ptr = p;
    b->cap = cap;
    return true;
}

void att_put(att_buf *b, const void *p, size_t n)
{
    if (n == 0 || !reserve(b, n)) return;
    memcpy(b->ptr + b->len, p, n);
    b->len += n;
}

void att_put_slice(att_buf *b, att_slice s) { att_put(b, s.ptr, s.len); }
void att_put_z(att_buf *b, const char *z) { att_put(b, z, strlen(z)); }
void att_put_char(att_buf *b, char c) { att_put(b, &c, 1); }

void att_putf(att_buf *b, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0 || !reserve(b, (size_t)n + 1)) return;
    va_start(ap, fmt);
    vsnprintf(b->ptr + b->len, (size_t)n + 1, fmt, ap);
    va_end(ap);
    b->len += (size_t)n;
}

static void put_escape(att_buf *b, unsigned char c)
{
    static const char SHORT[] = "\bb\tt\nn\ff\rr\"\"\\\\";
    for (const char *p = SHORT; *p; p += 2)
        if ((unsigned char)p[0] == c) {
            att_put_char(b, '\\');
            att_put_char(b, p[1]);
            return;
        }
    att_putf(b, "\\u%04x", c);
}

void att_put_json(att_buf *b, att_slice s)
{
    att_put_char(b, '"');
    uint32_t run = 0, at = 0;
    while (at < s.len) {
        unsigned char c = (unsigned char)s.ptr[at];
        uint32_t n = 1;
        bool plain = c >= 0x20 && c != '"' && c != '\\' && c != 0x7F;
        bool bad = false;
        if (c >= 0x80) bad = att_utf8_at(s, at, &n) == 0xFFFD && n == 1;
        if (plain && !bad) {
            at += n;
            continue;
        }
        att_put(b, s.ptr + run, at - run);
        if (bad)
            att_put_z(b, "\xEF\xBF\xBD");
        else
            put_escape(b, c);
        run = ++at;
    }
    if (run < s.len) att_put(b, s.ptr + run, s.len - run); /* NULL + 0 is undefined in C */
    att_put_char(b, '"');
}

void att_put_number(att_buf *b, double v)
{
    if (!isfinite(v))
        att_put_z(b, "null");
    else if (floor(v) == v && fabs(v) < 1e15)
        att_putf(b, "%.0f", v);
    else
        att_putf(b, "%.6g", v);
}
