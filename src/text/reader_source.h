/* reader_source.h: the bytes of a file or of standard input, a piece at a time. */
#ifndef ATT_TEXT_READER_SOURCE_H
#define ATT_TEXT_READER_SOURCE_H

#include "base/buf.h"

typedef struct {
    int fd;
    bool owned, eof;
    att_buf buf;
    size_t pos;      /* bytes before it are done with */
    uint32_t line;   /* of pos, from 1 */
    att_err err;     /* why reading stopped before the end */
} att_source;

/* "-" is standard input. */
att_err att_source_open(att_source *s, const char *path);
void att_source_close(att_source *s);
/* Bytes that are there and not yet taken. Holds until the next att_source_more. */
static inline att_slice att_source_held(const att_source *s)
{
    return (att_slice){s->buf.ptr ? s->buf.ptr + s->pos : "", (uint32_t)(s->buf.len - s->pos)};
}
/* Read on; false when nothing came (end, error). Moves what is held. */
bool att_source_more(att_source *s);
/* Done with n bytes; counts their lines. */
void att_source_take(att_source *s, uint32_t n);
/* Read until the end, or until more than max bytes are held. */
void att_source_all(att_source *s, size_t max);
/* Put text in the place of all that is held (a converted file). */
void att_source_replace(att_source *s, att_slice text);
/* The next line, without its end, taken; false at the end. Lines over max bytes are skipped: *too_long. */
bool att_source_line(att_source *s, uint32_t max, att_slice *line, bool *too_long);

#endif
