#include "story/fold.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "base/utf8.h"

/* Letters, marks on them, digits. */
static bool in_word(uint32_t cp)
{
    if (cp < 0x80) return att_is_alpha((unsigned char)cp) || att_is_digit((unsigned char)cp);
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO) || c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_ND;
}

static void keep(att_folded *w, uint32_t cp)
{
    if (cp < 0x80) { /* nearly all letters there are */
        if (w->stem_len < ATT_FOLD_BYTES) w->stem[w->stem_len++] = (char)cp;
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)cp, bytes);
    if (n <= 0 || w->stem_len + n > ATT_FOLD_BYTES) return;
    memcpy(w->stem + w->stem_len, bytes, (size_t)n);
    w->stem_len = (uint8_t)(w->stem_len + n);
}

static bool ends(const att_folded *w, const char *z) { return att_ends(att_fold_stem(w), z); }

/* The lightest stemming that brings the forms of a verb or noun together: Harman's S stemmer (1991), then -ing, -ed and a mute e. It
 * need not give words, only the same thing for the same word. */
static void stem(att_folded *w)
{
    if (w->stem_len > 4 && ends(w, "ies")) {
        w->stem_len = (uint8_t)(w->stem_len - 2);
        w->stem[w->stem_len - 1] = 'y';
        return;
    }
    if (w->stem_len > 3 && ends(w, "s") && !ends(w, "ss") && !ends(w, "us") && !ends(w, "is")) w->stem_len--;
    if (w->stem_len > 5 && ends(w, "ing"))
        w->stem_len = (uint8_t)(w->stem_len - 3);
    else if (w->stem_len > 4 && ends(w, "ed"))
        w->stem_len = (uint8_t)(w->stem_len - 2);
    if (w->stem_len > 4 && ends(w, "e")) w->stem_len--;
}

bool att_fold_next(att_slice text, uint32_t *at, att_folded *w)
{
    uint64_t h = 0;
    bool apostrophe = false;
    uint32_t mark = 0; /* bytes of the stem before the last apostrophe */
    w->stem_len = 0;
    w->number = true;
    while (*at < text.len) {
        uint32_t n, cp = att_utf8_at(text, *at, &n);
        if (in_word(cp)) {
            uint32_t low = cp < 0x80 ? (uint32_t)(unsigned char)att_lower_ascii((char)cp) : (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
            if (!h) {
                w->span.beg = *at;
                w->capital = low != cp;
            }
            w->number &= low >= '0' && low <= '9';
            h = att_hash2(h + 1, low);
            keep(w, low);
            w->span.end = *at + n;
        } else if (h && (cp == '\'' || cp == 0x2019)) {
            apostrophe = true;
            mark = w->stem_len;
        } else if (h && cp != 0xAD) {
            break;
        }
        *at += n;
    }
    w->hash = h;
    if (apostrophe && w->stem_len == mark + 1 && w->stem[mark] == 's') w->stem_len = (uint8_t)mark; /* Russia's */
    if (h && !w->number) stem(w);
    return h != 0;
}
