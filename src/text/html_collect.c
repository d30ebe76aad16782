/* html_collect.c: elements and text, as they come, -> blocks. */
#include "base/utf8.h"
#include "text/html_int.h"

static html_element top(const att_html *h)
{
    html_element e = {0, 0};
    if (h->stack.len) memcpy(&e, h->stack.ptr + h->stack.len - sizeof e, sizeof e);
    return e;
}

static void close_block(att_html *h)
{
    if (h->open.end) {
        h->open.end = (uint32_t)h->raw.len;
        att_put(&h->blocks, &h->open, sizeof h->open);
    }
    h->open = (html_block){0};
    h->space = false;
    h->breaks = 0;
}

static uint32_t add_region(att_html *h, uint32_t parent, bool article)
{
    html_region r = {.parent = parent, .article = article};
    att_put(&h->regions, &r, sizeof r);
    return (uint32_t)(h->regions.len / sizeof r) - 1;
}

void html_start(att_html *h, const char *name, const char *const *attrs)
{
    html_element up = top(h), e = up;
    uint32_t own = html_tag_flags(name, attrs);
    if (h->regions.len == 0) (void)add_region(h, 0, false);
    if (own & EL_BREAK && ++h->breaks > 1) close_block(h);
    if (own & EL_BREAK) h->space = true;
    if (own & (EL_BLOCK | EL_SKIP | EL_BAD | EL_CAPTION | EL_GOOD)) close_block(h);
    /* A page's own header holds menus; an article's holds its title. */
    if ((own & EL_HEADER) && !(up.flags & EL_GOOD)) own |= EL_BAD;
    e.flags = (up.flags & ~(uint32_t)EL_OWN) | own;
    if (own & EL_GOOD) e.region = add_region(h, up.region, (own & EL_ARTICLE) != 0);
    att_put(&h->stack, &e, sizeof e);
    html_meta_element(h, name, attrs, (e.flags & EL_GOOD) && !(e.flags & EL_BAD));
}

void html_end(att_html *h)
{
    html_element e = top(h);
    if (h->stack.len == 0) return;
    h->stack.len -= sizeof e;
    if (e.flags & EL_JSONLD) html_meta_jsonld(h);
    html_element up = top(h);
    uint32_t border = EL_SKIP | EL_BAD | EL_CAPTION | EL_GOOD;
    if ((e.flags & EL_BLOCK) || (e.flags & border) != (up.flags & border)) close_block(h);
}

/* &#146; and its like: people mean Windows-1252, and the parser gives control characters. */
static uint32_t control(att_html *h, const char *s)
{
    static const char *const MEANT[32] = {"\xE2\x82\xAC", "", "\xE2\x80\x9A", "\xC6\x92", "\xE2\x80\x9E", "\xE2\x80\xA6", "\xE2\x80\xA0",
                                          "\xE2\x80\xA1", "\xCB\x86", "\xE2\x80\xB0", "\xC5\xA0", "\xE2\x80\xB9", "\xC5\x92", "",
                                          "\xC5\xBD", "", "", "\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D",
                                          "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "\xCB\x9C", "\xE2\x84\xA2", "\xC5\xA1",
                                          "\xE2\x80\xBA", "\xC5\x93", "", "\xC5\xBE", "\xC5\xB8"};
    att_put_z(&h->raw, MEANT[(unsigned char)s[1] - 0x80]);
    return 2;
}

static void put_text(att_html *h, const char *s, uint32_t n, html_element e)
{
    uint32_t at = 0;
    while (at < n) {
        unsigned char c = (unsigned char)s[at];
        if (att_is_space(c) || c < 0x20) {
            h->space = true;
            at++;
            continue;
        }
        if (!h->open.end) h->open = (html_block){(uint32_t)h->raw.len, 1, 0, e.flags, e.region};
        uint32_t before = (uint32_t)h->raw.len;
        if (h->space && before > h->open.beg) att_put_char(&h->raw, ' ');
        h->space = false;
        h->breaks = 0;
        uint32_t run = at;
        while (at < n && (unsigned char)s[at] > 0x20 &&
               !((unsigned char)s[at] == 0xC2 && at + 1 < n && (unsigned char)s[at + 1] >= 0x80 && (unsigned char)s[at + 1] < 0xA0))
            at++;
        att_put(&h->raw, s + run, at - run);
        if (at < n && (unsigned char)s[at] == 0xC2) at += control(h, s + at);
        if (e.flags & EL_LINK) h->open.link += (uint32_t)h->raw.len - before;
    }
}

void html_text(att_html *h, const char *s, uint32_t n)
{
    enum { TITLE_MAX = 2000, JSONLD_MAX = 2 << 20 };
    html_element e = top(h);
    if (e.flags & EL_JSONLD) {
        if (h->jsonld.len + n <= JSONLD_MAX) att_put(&h->jsonld, s, n);
    } else if (e.flags & EL_TITLE) {
        if (!(e.flags & EL_SKIP) && h->title_tag.len + n <= TITLE_MAX) att_put(&h->title_tag, s, n);
    } else if (!(e.flags & EL_SKIP)) {
        put_text(h, s, n, e);
    }
}

void html_finish(att_html *h)
{
    close_block(h);
    const att_buf *all[] = {&h->raw, &h->blocks, &h->regions, &h->stack, &h->jsonld, &h->title_tag};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) h->no_memory |= all[i]->failed;
}
