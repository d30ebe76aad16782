#include "export/screen.h"

#include <stdio.h>
#include <utf8proc.h>

#include "base/utf8.h"

typedef struct {
    char text[16];
    uint32_t len, columns;
} glyph;

static bool turns_direction(uint32_t cp)
{
    return (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200E || cp == 0x200F || cp == 0x061C;
}

static bool blank(uint32_t cp)
{
    return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0xA0 || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

static void visible(glyph *g, uint32_t cp)
{
    int n = snprintf(g->text, sizeof g->text, cp < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)cp);
    g->len = g->columns = (uint32_t)n;
}

/* What stands at s[*at], and past it. A run of white space is one blank. */
static void next(att_slice s, uint32_t *at, glyph *g)
{
    uint32_t n, cp = att_utf8_at(s, *at, &n);
    *at += n;
    if (blank(cp)) {
        while (*at < s.len && blank(att_utf8_at(s, *at, &n))) *at += n;
        *g = (glyph){" ", 1, 1};
        return;
    }
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || turns_direction(cp)) {
        visible(g, cp);
        return;
    }
    int w = utf8proc_charwidth((utf8proc_int32_t)cp);
    g->len = att_utf8_put(g->text, cp);
    g->columns = w > 0 ? (uint32_t)w : 0;
}

uint32_t att_screen_width(att_slice s, uint32_t max)
{
    uint32_t w = 0;
    glyph g;
    for (uint32_t at = 0; at < s.len && w <= max;) {
        next(s, &at, &g);
        w += g.columns;
    }
    return w;
}

uint32_t att_screen_put(att_buf *out, att_slice s, uint32_t max)
{
    bool cut = att_screen_width(s, max) > max;
    uint32_t room = cut && max ? max - 1 : max, w = 0;
    glyph g;
    for (uint32_t at = 0; at < s.len;) {
        next(s, &at, &g);
        if (w + g.columns > room) break;
        att_put(out, g.text, g.len);
        w += g.columns;
    }
    if (cut && max) att_put_z(out, "…"), w++;
    return w;
}

void att_screen_pad(att_buf *out, att_slice s, uint32_t max)
{
    for (uint32_t w = att_screen_put(out, s, max); w < max; w++) att_put_char(out, ' ');
}

/* End of the word that begins at byte at. */
static uint32_t word_end(att_slice s, uint32_t at)
{
    while (at < s.len && !att_is_space((unsigned char)s.ptr[at])) at++;
    return at;
}

void att_screen_wrap(att_buf *out, att_slice s, uint32_t indent, uint32_t width)
{
    uint32_t col = 0, room = width > indent + 8 ? width - indent : 8;
    for (uint32_t at = 0; at < s.len;) {
        if (att_is_space((unsigned char)s.ptr[at])) {
            at++;
            continue;
        }
        uint32_t end = word_end(s, at);
        att_slice word = att_sub(s, at, end);
        uint32_t w = att_screen_width(word, room);
        if (col && col + 1 + w > room) att_put_char(out, '\n'), col = 0;
        if (!col) att_putf(out, "%*s", (int)indent, "");
        else att_put_char(out, ' '), col++;
        col += att_screen_put(out, word, room); /* a word wider than the screen is cut */
        at = end;
    }
    if (col) att_put_char(out, '\n');
}
