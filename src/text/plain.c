/* plain.c: a plain text file is one article; its text is the file. */
#include "base/limits.h"
#include "text/encoding.h"
#include "text/reader_int.h"

att_err att_reader_whole(att_reader *r, att_slice (*charset)(att_slice), att_slice *text)
{
    enum { HEAD = 64 << 10, RAW_MAX = 2 * ATT_MAX_DOC_BYTES + 4 }; /* UTF-16 may take twice the room */
    att_source_all(&r->src, RAW_MAX);
    if (att_failed(r->src.err)) return r->src.err;
    att_slice bytes = att_source_held(&r->src);
    if (bytes.len > RAW_MAX) {
        att_err e = att_decode(&r->decoded, att_sub(bytes, 0, HEAD), (att_slice){0}, text); /* binary is the better reason */
        if (e.code == ATT_E_NOT_TEXT) return e;
        return att_text_error(ATT_E_TOO_LARGE, "over 16 MB in one article: split it, or use JSON Lines", 0);
    }
    return att_decode(&r->decoded, bytes, charset ? charset(bytes) : (att_slice){0}, text);
}

bool att_plain_next(att_reader *r, att_article *a, att_err *err)
{
    r->finished = true;
    *err = att_reader_whole(r, NULL, &a->text);
    if (!att_failed(*err)) *err = att_text_check(a->text);
    return true;
}
