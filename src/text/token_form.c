#include "text/token_form.h"

#include <utf8proc.h>

#include "attache/doc.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "text/token_char.h"

enum { PAGE = 4096, UTF8_MOST = 4, ASTRAL = 0x10000 };

static char *reserve(att_form_pool *pool, uint32_t n)
{
    if (pool->size - pool->used < n) {
        pool->size = n > PAGE ? n : PAGE;
        pool->page = att_take(pool->arena, pool->size, 1);
        pool->used = 0;
    }
    return pool->page + pool->used;
}

/* The part of raw that is looked up, cut between characters. */
static att_slice bounded(att_slice raw)
{
    if (raw.len <= ATT_MAX_TOKEN_BYTES) return raw;
    uint32_t n = ATT_MAX_TOKEN_BYTES;
    while (n > 0 && ((unsigned char)raw.ptr[n] & 0xC0) == 0x80) n--;
    return att_sub(raw, 0, n);
}

/* What the character is written as; 0 = left out. A doubled single quote is a double one. */
static uint32_t plain(att_char c)
{
    switch (c.class) {
    case ATT_CH_HIDDEN: return 0;
    case ATT_CH_APOS: return '\'';
    case ATT_CH_QUOTE: return '"';
    case ATT_CH_HYPHEN: return '-';
    case ATT_CH_DASH: return c.cp == 0x2014 || c.cp == 0x2013 ? c.cp : 0x2013;
    default: return c.cp;
    }
}

static att_slice plain_form(att_form_pool *pool, att_slice raw)
{
    char *out = reserve(pool, raw.len + 4);
    uint32_t n = 0;
    for (uint32_t at = 0; at < raw.len;) {
        att_char c = att_char_at(raw, at);
        uint32_t cp = plain(c);
        if (cp == '\'' && n && out[n - 1] == '\'' && raw.len > 2u * c.n) cp = 0; /* "party''s": doubled by what stored the text */
        if (cp == 0xFFFD) { /* bytes that are no UTF-8 stay as they are */
            memcpy(out + n, raw.ptr + at, c.n);
            n += c.n;
        } else if (cp) {
            n += att_utf8_put(out + n, cp);
        }
        at += c.n;
    }
    if (n == 2 && memcmp(out, "''", 2) == 0) out[0] = '"', n = 1;
    pool->used += n;
    return (att_slice){out, n};
}

static att_slice lower_form(att_form_pool *pool, att_slice form)
{
    char *out = reserve(pool, form.len * 3 + 4);
    uint32_t n = 0;
    for (uint32_t at = 0; at < form.len;) {
        uint32_t len, cp = att_utf8_at(form, at, &len);
        uint32_t low = cp < 0x80 ? (uint32_t)att_lower_ascii((char)cp) : (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
        if (low == cp) {
            memcpy(out + n, form.ptr + at, len);
            n += len;
        } else {
            n += att_utf8_put(out + n, low);
        }
        at += len;
    }
    if (n == form.len && memcmp(out, form.ptr, n) == 0) return form;
    pool->used += n;
    return (att_slice){out, n};
}

/* What kinds of characters the form has. */
typedef struct {
    uint32_t letters, uppers, digits, others;
    bool cap, seen;
} census;

static void count(census *k, uint32_t cp, att_char_class class)
{
    if (class == ATT_CH_LETTER || class == ATT_CH_IDEO) {
        bool up = att_char_upper(cp);
        if (!k->seen) k->cap = up;
        k->seen = true;
        k->letters++;
        k->uppers += up;
    } else if (class == ATT_CH_DIGIT) {
        k->digits++;
    } else if (class != ATT_CH_HYPHEN && class != ATT_CH_APOS) {
        k->others++;
    }
}

/* Plain ASCII, no quotation marks but those that are straight: nothing is copied unless there are capitals. False: not so. */
static bool ascii_form(att_form_pool *pool, att_slice raw, att_token_form *f)
{
    uint32_t kinds[16] = {0}, uppers = 0, first = raw.len;
    for (uint32_t i = 0; i < raw.len; i++) {
        unsigned char c = (unsigned char)raw.ptr[i];
        if (c >= 0x80 || c == '`') return false;
        att_char_class class = ATT_ASCII_CLASS[c];
        kinds[class]++;
        uppers += att_is_upper(c);
        if (class == ATT_CH_LETTER && first == raw.len) first = i;
    }
    if (kinds[ATT_CH_APOS] >= 2) return false;
    uint32_t letters = kinds[ATT_CH_LETTER], digits = kinds[ATT_CH_DIGIT];
    uint32_t others = raw.len - letters - digits - kinds[ATT_CH_APOS] - kinds[ATT_CH_HYPHEN];
    f->form = f->lower = raw;
    f->flags = (uint8_t)((first < raw.len && att_is_upper((unsigned char)raw.ptr[first]) ? ATT_TOK_CAP : 0) |
                         (uppers >= 2 && uppers == letters ? ATT_TOK_UPPER : 0) | (digits ? ATT_TOK_DIGIT : 0) |
                         (letters && !digits && !others ? ATT_TOK_ALPHA : 0));
    if (uppers) {
        char *low = reserve(pool, raw.len);
        for (uint32_t i = 0; i < raw.len; i++) low[i] = att_lower_ascii(raw.ptr[i]);
        pool->used += raw.len;
        f->lower = (att_slice){low, raw.len};
    }
    return true;
}

att_token_form att_token_form_of(att_form_pool *pool, att_slice raw)
{
    att_token_form f = {0};
    raw = bounded(raw);
    if (ascii_form(pool, raw, &f)) return f;
    census k = {0};
    bool odd = raw.len == 2 && (memcmp(raw.ptr, "''", 2) == 0 || memcmp(raw.ptr, "``", 2) == 0), beyond = false;
    uint32_t last = 0;
    for (uint32_t at = 0; at < raw.len;) {
        att_char c = att_char_at(raw, at);
        odd |= plain(c) != c.cp || c.n > UTF8_MOST || (c.cp < ASTRAL && c.n == UTF8_MOST); /* encoded twice: longer than it need be */
        odd |= c.class == ATT_CH_APOS && at && last == c.cp;
        last = c.cp;
        beyond |= c.cp >= 0x80;
        count(&k, c.cp, c.class);
        at += c.n;
    }
    f.form = odd ? plain_form(pool, raw) : raw;
    f.lower = k.uppers || beyond ? lower_form(pool, f.form) : f.form;
    /* every letter after the first is upper case too: combining marks count as letters without case */
    f.flags = (uint8_t)((k.cap ? ATT_TOK_CAP : 0) | (k.uppers >= 2 && k.uppers == k.letters ? ATT_TOK_UPPER : 0) |
                        (k.digits ? ATT_TOK_DIGIT : 0) | (k.letters && !k.digits && !k.others ? ATT_TOK_ALPHA : 0));
    return f;
}
