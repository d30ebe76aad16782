#include "nlp/conllu_form.h"

#include <utf8proc.h>

#include "base/limits.h"
#include "base/utf8.h"

static bool is_hidden(uint32_t cp) { return cp == 0xAD || (cp >= 0x200B && cp <= 0x200D) || cp == 0x2060 || cp == 0xFEFF; }

static uint32_t straight(uint32_t cp)
{
    switch (cp) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: return '"';
    default: return cp;
    }
}

static bool all_ascii(att_slice s)
{
    for (uint32_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80) return false;
    return true;
}

/* Longest beginning of at most limit bytes that cuts no character in two. */
static att_slice cut_at(att_slice s, uint32_t limit)
{
    if (s.len <= limit) return s;
    while (limit > 0 && ((unsigned char)s.ptr[limit] & 0xC0) == 0x80) limit--;
    return att_sub(s, 0, limit);
}

static att_slice normal_form(att_arena *keep, att_slice text)
{
    if (all_ascii(text)) return text;
    char *out = att_take(keep, (size_t)text.len + 1, 1);
    uint32_t len = 0;
    for (uint32_t i = 0, n; i < text.len; i += n) {
        uint32_t cp = att_utf8_at(text, i, &n), to = straight(cp);
        if (is_hidden(cp)) continue;
        if (to != cp) {
            out[len++] = (char)to;
        } else {
            memcpy(out + len, text.ptr + i, n); /* a damaged byte stays as it is */
            len += n;
        }
    }
    return len ? (att_slice){out, len} : text;
}

static att_slice lower_form(att_arena *keep, att_slice form)
{
    bool same = true;
    for (uint32_t i = 0; i < form.len && same; i++)
        same = !att_is_upper((unsigned char)form.ptr[i]) && (unsigned char)form.ptr[i] < 0x80;
    if (same) return form;
    char *out = att_take(keep, (size_t)form.len * 2 + 1, 1); /* U+0130 and U+023A grow from 2 bytes to 3 */
    uint32_t len = 0;
    for (uint32_t i = 0, n; i < form.len; i += n) {
        uint32_t cp = att_utf8_at(form, i, &n);
        if (cp == 0xFFFD) {
            memcpy(out + len, form.ptr + i, n);
            len += n;
        } else {
            len += att_utf8_put(out + len, (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
        }
    }
    return (att_slice){out, len};
}

static uint8_t flags_of(att_slice form)
{
    uint32_t letters = 0, upper = 0, digits = 0, others = 0;
    bool first_upper = false;
    for (uint32_t i = 0, n; i < form.len; i += n) {
        uint32_t cp = att_utf8_at(form, i, &n);
        utf8proc_category_t k = cp < 0x110000 ? utf8proc_category((utf8proc_int32_t)cp) : UTF8PROC_CATEGORY_CN;
        bool up = k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
        if (up || (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME)) {
            if (letters++ == 0) first_upper = up;
            upper += up;
        } else if (k == UTF8PROC_CATEGORY_ND) {
            digits++;
        } else if (!((cp == '-' || cp == '\'') && i > 0 && i + 1 < form.len)) {
            others++;
        }
    }
    unsigned f = 0;
    if (first_upper) f |= ATT_TOK_CAP;
    if (letters >= 2 && upper == letters) f |= ATT_TOK_UPPER;
    if (digits) f |= ATT_TOK_DIGIT;
    if (letters && !digits && !others) f |= ATT_TOK_ALPHA;
    return (uint8_t)f;
}

void att_conllu_form(att_arena *keep, att_slice text, att_tok *tok)
{
    tok->form = cut_at(normal_form(keep, text), ATT_MAX_TOKEN_BYTES);
    tok->lower = lower_form(keep, tok->form);
    tok->flags = flags_of(tok->form);
}
