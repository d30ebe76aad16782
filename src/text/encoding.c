#include "text/encoding.h"

#include <errno.h>
#include <iconv.h>
#include <uchardet.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "text/cp1252.h"

enum { LOOK_BYTES = 64 << 10, NAME_MAX_BYTES = 40 };

static att_err fail(att_code code, const char *msg)
{
    return (att_err){.code = code, .stage = ATT_STAGE_TEXT, .msg = msg};
}

static bool magic(att_slice s, const char *z, uint32_t n) { return s.len >= n && memcmp(s.ptr, z, n) == 0; }

/* Files of other kinds that people take for text. */
static const char *foreign(att_slice s)
{
    if (magic(s, "%PDF-", 5)) return "a PDF file, not text: convert it first (pdftotext)";
    if (magic(s, "PK\3\4", 4)) return "a zip, Word or OpenDocument file, not text: unpack it or save it as text";
    if (magic(s, "\x1F\x8B", 2)) return "compressed with gzip: unpack it first (gunzip)";
    if (magic(s, "\x28\xB5\x2F\xFD", 4)) return "compressed with zstd: unpack it first (unzstd)";
    if (magic(s, "BZh", 3) && s.len > 3 && att_is_digit((unsigned char)s.ptr[3])) return "compressed with bzip2: unpack it first (bunzip2)";
    if (magic(s, "\xD0\xCF\x11\xE0", 4)) return "an old Office file, not text: save it as text";
    if (magic(s, "{\\rtf", 5)) return "an RTF file, not plain text: save it as text";
    return NULL;
}

/* Too many control characters for a text? */
static bool binary(att_slice s)
{
    uint32_t bad = 0, n = s.len < LOOK_BYTES ? s.len : LOOK_BYTES;
    for (uint32_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bad += (c < 0x20 && !att_is_space(c) && c != 0x1A && c != 0x1B) || c == 0x7F;
    }
    return bad * 50 > n || (s.len && memchr(s.ptr, 0, s.len));
}

/* UTF-16 without a mark shows itself by the zero halves of its ASCII letters. */
static const char *utf16_guess(att_slice s)
{
    uint32_t zero[2] = {0, 0}, n = s.len < LOOK_BYTES ? s.len : LOOK_BYTES;
    for (uint32_t i = 0; i < n; i++) zero[i & 1] += s.ptr[i] == 0;
    if (n < 8) return NULL;
    if (zero[1] * 10 > n * 3 && zero[0] * 20 < n) return "UTF-16LE";
    if (zero[0] * 10 > n * 3 && zero[1] * 20 < n) return "UTF-16BE";
    return NULL;
}

/* lossy: what can't be decoded becomes U+FFFD, step bytes at a time; else it makes the whole fail. */
static bool convert(att_buf *out, att_slice s, const char *from, uint32_t step, bool lossy)
{
    iconv_t cd = iconv_open("UTF-8", from);
    if (cd == (iconv_t)-1) return false;
    char chunk[4096], *in = (char *)(uintptr_t)s.ptr; /* iconv takes char **, but does not write there */
    size_t left = s.len;
    bool fine = true;
    att_buf_clear(out);
    while (left && fine) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t got = iconv(cd, &in, &left, &to, &room);
        att_put(out, chunk, (size_t)(to - chunk));
        if (got != (size_t)-1 || errno == E2BIG) continue;
        fine = lossy;
        size_t skip = left < step ? left : step;
        if (fine) att_put_z(out, "\xEF\xBF\xBD");
        in += skip;
        left -= skip;
    }
    iconv_close(cd);
    return fine && !out->failed;
}

/* How much of s is UTF-8 beyond ASCII, how many bytes are none, how many are beyond ASCII at all. */
static void tally(att_slice s, uint32_t *good, uint32_t *bad, uint32_t *high)
{
    *good = *bad = *high = 0;
    for (uint32_t at = 0, n; at < s.len; at += n) {
        n = 1;
        if ((unsigned char)s.ptr[at] < 0x80) continue;
        uint32_t cp = att_utf8_at(s, at, &n);
        bool none = cp == 0xFFFD && n == 1;
        *bad += none;
        *good += !none;
        *high += n;
    }
}

/* Valid parts stay; every other byte is read as Windows-1252. */
static void repair(att_buf *out, att_slice s)
{
    att_buf_clear(out);
    uint32_t run = 0, at = 0;
    while (at < s.len) {
        uint32_t n = 1;
        bool bad = (unsigned char)s.ptr[at] >= 0x80 && att_utf8_at(s, at, &n) == 0xFFFD && n == 1;
        if (bad) {
            char c[4];
            att_put(out, s.ptr + run, at - run);
            att_put(out, c, att_utf8_put(c, att_cp1252_char((unsigned char)s.ptr[at])));
            run = at + 1;
        }
        at += n;
    }
    att_put(out, s.ptr + run, s.len - run);
}

static bool by_name(att_buf *out, att_slice s, att_slice charset)
{
    char name[NAME_MAX_BYTES + 1];
    if (charset.len == 0 || charset.len > NAME_MAX_BYTES) return false;
    for (uint32_t i = 0; i < charset.len; i++) {
        unsigned char c = (unsigned char)charset.ptr[i];
        if (!att_is_alpha(c) && !att_is_digit(c) && !strchr("-_:.", c)) return false; /* iconv reads "//" as options */
        name[i] = (char)c;
    }
    name[charset.len] = '\0';
    /* Pages that say Latin 1 mean its Windows cousin, as every browser reads them. */
    if (att_eq_nocase(charset, ATT_LIT("iso-8859-1")) || att_eq_nocase(charset, ATT_LIT("latin1"))) strcpy(name, "WINDOWS-1252");
    if (att_eq_nocase(charset, ATT_LIT("utf-8")) || att_eq_nocase(charset, ATT_LIT("utf8"))) return false;
    if (att_eq_nocase(charset, ATT_LIT("us-ascii")) || att_eq_nocase(charset, ATT_LIT("ascii"))) return false;
    return convert(out, s, name, 1, false);
}

static bool by_looks(att_buf *out, att_slice s)
{
    bool fine = false;
    uchardet_t ud = uchardet_new();
    if (!ud) return false;
    if (uchardet_handle_data(ud, s.ptr, s.len < LOOK_BYTES ? s.len : LOOK_BYTES) == 0) {
        uchardet_data_end(ud);
        fine = by_name(out, s, att_slice_of(uchardet_get_charset(ud)));
    }
    uchardet_delete(ud);
    return fine;
}

/* The mark at the head of s: the charset's name and the mark's length. */
static const char *marked(att_slice s, uint32_t *skip)
{
    if (magic(s, "\xFF\xFE\0\0", 4)) return *skip = 4, "UTF-32LE";
    if (magic(s, "\0\0\xFE\xFF", 4)) return *skip = 4, "UTF-32BE";
    if (magic(s, "\xFF\xFE", 2)) return *skip = 2, "UTF-16LE";
    if (magic(s, "\xFE\xFF", 2)) return *skip = 2, "UTF-16BE";
    *skip = 0;
    return utf16_guess(s);
}

static att_err result(const att_buf *out, att_slice *text)
{
    if (out->failed) return fail(ATT_E_NOMEM, "not enough memory to decode it");
    if (out->len >= UINT32_MAX) return fail(ATT_E_TOO_LARGE, "too large for one article: split it");
    *text = (att_slice){out->ptr, (uint32_t)out->len};
    return ATT_FINE;
}

att_err att_decode(att_buf *out, att_slice bytes, att_slice charset, att_slice *text)
{
    uint32_t skip, good, bad, high;
    att_buf_clear(out);
    const char *other = foreign(bytes);
    if (other) return fail(ATT_E_NOT_TEXT, other);
    const char *wide = marked(bytes, &skip);
    if (wide) {
        if (!convert(out, att_sub(bytes, skip, bytes.len), wide, wide[3] == '3' ? 4 : 2, true) && !out->failed)
            return fail(ATT_E_NOT_TEXT, "not text in a known encoding: save it as UTF-8");
        att_err e = result(out, text);
        if (!att_failed(e) && binary(*text)) e = fail(ATT_E_NOT_TEXT, "not text (binary file?): convert it, or leave it out");
        return e;
    }
    if (binary(bytes)) return fail(ATT_E_NOT_TEXT, "not text (binary file?): convert it, or leave it out");
    *text = bytes;
    if (att_utf8_check(bytes) == bytes.len) return ATT_FINE;
    tally(bytes, &good, &bad, &high);
    bool done = good < bad && (by_name(out, bytes, charset) || (high * 20 > bytes.len && by_looks(out, bytes)));
    if (!done && !out->failed) repair(out, bytes);
    return result(out, text);
}

att_err att_text_check(att_slice text)
{
    if (text.len > ATT_MAX_DOC_BYTES) return fail(ATT_E_TOO_LARGE, "over 16 MB of text in one article: split it");
    for (uint32_t at = 0, n; at < text.len; at += n) {
        uint32_t cp = att_utf8_at(text, at, &n);
        bool white = (cp < 0x80 && att_is_space((unsigned char)cp)) || cp == 0xA0 || cp == 0xFEFF || cp == 0x200B || cp == 0x3000;
        if (!white) return ATT_FINE;
    }
    return fail(ATT_E_EMPTY, "empty: there is no text in it");
}
