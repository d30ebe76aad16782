#include <utf8proc.h>

#include "base/utf8.h"
#include "place/place_int.h"

/* "Port-au-Prince", "N'Djamena", "Bogotá", "St. Petersburg" and "U.S." are written in many ways; the key is one. */
static uint32_t fold(uint32_t cp, char *out, uint32_t room)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 8,
                                                 UTF8PROC_CASEFOLD | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE, &boundary);
    uint32_t len = 0;
    for (utf8proc_ssize_t i = 0; i < n && i < 8; i++) {
        if (room - len < 4) return UINT32_MAX;
        len += att_utf8_put(out + len, (uint32_t)parts[i]);
    }
    return len;
}

uint32_t att_place_key(att_slice s, char out[GAZ_KEY_BYTES])
{
    uint32_t len = 0;
    if (s.len > GAZ_KEY_BYTES * 2) return 0;
    for (uint32_t i = 0, n = 1; i < s.len; i += n) {
        unsigned char c = (unsigned char)s.ptr[i];
        n = 1;
        if (len + 4 > GAZ_KEY_BYTES) return 0;
        if (att_is_alpha(c) || att_is_digit(c)) {
            out[len++] = att_lower_ascii((char)c);
        } else if (c >= 0x80) {
            uint32_t cp = att_utf8_at(s, i, &n);
            if (cp == 0x2019 || cp == 0x2018 || cp == 0x02BB || cp == 0x02BC) continue;
            bool blank = cp == 0xA0 || (cp >= 0x2010 && cp <= 0x2015);
            uint32_t put = blank ? 0 : fold(cp, out + len, GAZ_KEY_BYTES - len);
            if (put == UINT32_MAX) return 0;
            len += put;
            if (blank && len && out[len - 1] != ' ') out[len++] = ' ';
        } else if (c != '.' && c != '\'' && c != '`' && len && out[len - 1] != ' ') {
            /* a comma keeps its place: "Aba, Nigeria" is not "Aba Nigeria" */
            if (c == ',') out[len++] = ',';
            out[len++] = ' ';
        }
    }
    while (len && out[len - 1] == ' ') len--;
    return len;
}

uint32_t att_place_lookup(const att_gazetteer *gaz, const att_doc *doc, uint32_t beg, uint32_t end)
{
    char key[GAZ_KEY_BYTES];
    uint32_t n = att_place_key(att_cut(doc, att_tok_span(doc, beg, end)), key);
    const uint32_t *link = n ? att_map_get(&gaz->keys, (att_slice){key, n}) : NULL;
    return link ? *link : 0;
}
