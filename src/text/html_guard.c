/* html_guard.c: feeds a page to libxml2's SAX parser so that no page costs more than linear time.
 *
 * Three things in libxml2 2.9 grow with the square of the input: the attributes of one tag, end tags that match nothing while
 * many elements are open, and waiting for the end of a comment or script. So the page is cut here first: comments, scripts
 * (but JSON-LD) and styles are left out, a tag keeps its first ATTRS_MAX attributes, and when more than DEPTH_MAX elements
 * are open the parser is replaced by a fresh one. Only its memory of what is open is lost; ours (html_collect.c) stays.
 */
#include <libxml/HTMLparser.h>

#include "text/html_int.h"

enum { ATTRS_MAX = 200, DEPTH_MAX = 512, PIECE = 1024 };

typedef struct {
    att_html *h;
    htmlParserCtxtPtr ctxt;
} feeder;

static void on_start(void *h, const xmlChar *name, const xmlChar **attrs)
{
    html_start(h, (const char *)name, (const char *const *)attrs);
}

static void on_end(void *h, const xmlChar *name)
{
    (void)name;
    html_end(h);
}

static void on_text(void *h, const xmlChar *s, int n) { html_text(h, (const char *)s, n > 0 ? (uint32_t)n : 0); }

/* Being there keeps libxml2 from printing. */
static void on_error(void *h, xmlErrorPtr e)
{
    (void)h;
    (void)e;
}

static htmlParserCtxtPtr parser(att_html *h)
{
    htmlSAXHandler sax = {.startElement = on_start, .endElement = on_end, .characters = on_text, .cdataBlock = on_text,
                          .ignorableWhitespace = on_text, .serror = on_error, .initialized = XML_SAX2_MAGIC};
    htmlParserCtxtPtr c = htmlCreatePushParserCtxt(&sax, h, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!c)
        h->no_memory = true;
    else
        htmlCtxtUseOptions(c, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
    return c;
}

/* A fresh parser goes on where the old one stands. */
static void replace(feeder *f)
{
    att_buf left = {0};
    const xmlChar *cur = f->ctxt->input->cur, *end = f->ctxt->input->end;
    if (end > cur) att_put(&left, cur, (size_t)(end - cur));
    htmlFreeParserCtxt(f->ctxt);
    f->ctxt = parser(f->h);
    if (f->ctxt && left.len) htmlParseChunk(f->ctxt, left.ptr, (int)left.len, 0);
    f->h->no_memory |= left.failed;
    att_buf_release(&left);
}

static void feed(feeder *f, const char *p, uint32_t n)
{
    while (n && f->ctxt && !f->h->no_memory) {
        uint32_t k = n < PIECE ? n : PIECE;
        if (htmlParseChunk(f->ctxt, p, (int)k, 0) == XML_ERR_NO_MEMORY) f->h->no_memory = true;
        if (f->ctxt->nameNr > DEPTH_MAX) replace(f);
        p += k;
        n -= k;
    }
}

/* Offset behind the '>' of the tag at s[at]; *cut is where attribute ATTRS_MAX + 1 begins (or the '>'). */
static uint32_t tag_end(att_slice s, uint32_t at, uint32_t *cut)
{
    uint32_t attrs = 0;
    char quote = '\0';
    *cut = 0;
    for (at++; at < s.len; at++) {
        char c = s.ptr[at];
        if (quote) {
            if (c == quote) quote = '\0';
        } else if (c == '>') {
            if (!*cut) *cut = at;
            return at + 1;
        } else if ((c == '"' || c == '\'') && s.ptr[at - 1] == '=') {
            quote = c;
        } else if (att_is_space((unsigned char)c) || c == '/') {
            attrs += !att_is_space((unsigned char)s.ptr[at - 1]) && s.ptr[at - 1] != '/';
            if (attrs > ATTRS_MAX && !*cut) *cut = at;
        }
    }
    if (!*cut) *cut = s.len;
    return s.len;
}

static bool at_word(att_slice s, uint32_t at, const char *z)
{
    att_slice want = att_slice_of(z);
    if (s.len - at < want.len || !att_eq_nocase(att_sub(s, at, at + want.len), want)) return false;
    return at + want.len == s.len || !att_is_alpha((unsigned char)s.ptr[at + want.len]);
}

/* Where "</script" (or whatever end is) begins, or s.len. */
static uint32_t find_end(att_slice s, uint32_t at, const char *end)
{
    while (at < s.len) {
        const char *p = memchr(s.ptr + at, '<', s.len - at);
        if (!p) return s.len;
        at = (uint32_t)(p - s.ptr);
        if (at_word(s, at, end)) return at;
        at++;
    }
    return s.len;
}

static bool is_jsonld(att_slice tag)
{
    for (uint32_t i = 0; i + 7 <= tag.len; i++)
        if (att_eq_nocase(att_sub(tag, i, i + 7), ATT_LIT("ld+json"))) return true;
    return false;
}

/* The markup at s[at] == '<': feeds what is to be kept of it, returns where to go on. */
static uint32_t markup(feeder *f, att_slice s, uint32_t at)
{
    if (s.len - at >= 4 && memcmp(s.ptr + at, "<!--", 4) == 0) {
        uint32_t end = att_find(s, ATT_LIT("-->"), at + 2);
        return end < s.len ? end + 3 : s.len;
    }
    if (at + 1 >= s.len || !(att_is_alpha((unsigned char)s.ptr[at + 1]) || s.ptr[at + 1] == '/')) {
        feed(f, s.ptr + at, 1);
        return at + 1;
    }
    uint32_t cut, end = tag_end(s, at, &cut);
    bool script = at_word(s, at, "<script"), style = at_word(s, at, "<style");
    if (style || (script && !is_jsonld(att_sub(s, at, end)))) {
        end = find_end(s, end, script ? "</script" : "</style");
        return end < s.len ? tag_end(s, end, &cut) : s.len;
    }
    feed(f, s.ptr + at, cut - at);
    if (end > cut) feed(f, ">", 1);
    if (!script) return end;
    uint32_t close = find_end(s, end, "</script");
    feed(f, s.ptr + end, close - end);
    return close;
}

void html_feed(att_html *h, att_slice page)
{
    feeder f = {h, parser(h)};
    uint32_t at = att_starts(page, "\xEF\xBB\xBF") ? 3 : 0;
    while (at < page.len && !h->no_memory) {
        const char *lt = memchr(page.ptr + at, '<', page.len - at);
        uint32_t end = lt ? (uint32_t)(lt - page.ptr) : page.len;
        feed(&f, page.ptr + at, end - at);
        at = lt ? markup(&f, page, end) : end;
    }
    if (f.ctxt) {
        htmlParseChunk(f.ctxt, "", 0, 1);
        htmlFreeParserCtxt(f.ctxt);
    }
}
