/* buf.h: bytes that grow, for output. Owned by whoever made it; a failed growth is sticky (failed) and later writes do nothing. */
#ifndef ATT_BASE_BUF_H
#define ATT_BASE_BUF_H

#include "base/slice.h"

typedef struct {
    char *ptr;
    size_t len, cap;
    bool failed;
} att_buf;

void att_buf_release(att_buf *b);
static inline void att_buf_clear(att_buf *b) { b->len = 0; }
void att_put(att_buf *b, const void *p, size_t n);
void att_put_slice(att_buf *b, att_slice s);
/* What is in it; holds until the next change. */
static inline att_slice att_buf_slice(const att_buf *b) { return (att_slice){b->ptr ? b->ptr : "", (uint32_t)b->len}; }
void att_put_z(att_buf *b, const char *z);
void att_put_char(att_buf *b, char c);
void att_putf(att_buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* JSON string with quotes. Control characters are escaped; bytes that are not UTF-8 become U+FFFD. */
void att_put_json(att_buf *b, att_slice s);
/* JSON number: integers without a point, others with at most six digits that matter. */
void att_put_number(att_buf *b, double v);

#endif
