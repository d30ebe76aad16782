#include "text/html_int.h"

#include <stdlib.h>

#include "text/encoding.h"
#include "text/meta.h"
#include "text/reader_int.h"

att_html *att_html_new(void) { return calloc(1, sizeof(att_html)); }

void att_html_free(att_html *h)
{
    if (!h) return;
    att_buf *all[] = {&h->raw, &h->blocks, &h->regions, &h->stack, &h->jsonld, &h->title_tag, &h->text, &h->paras};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) att_buf_release(all[i]);
    for (int i = 0; i < HM_COUNT; i++) att_buf_release(&h->slot[i]);
    free(h);
}

static void clear(att_html *h)
{
    att_buf *all[] = {&h->raw, &h->blocks, &h->regions, &h->stack, &h->jsonld, &h->title_tag, &h->text, &h->paras};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) all[i]->len = 0;
    for (int i = 0; i < HM_COUNT; i++) h->slot[i].len = 0, h->rank[i] = 0;
    h->open = (html_block){0};
    h->space = h->no_memory = false;
    h->breaks = 0;
    h->day_count = 0;
}

static att_slice kept(att_arena *keep, const att_buf *b)
{
    return b->len ? att_copy(keep, html_buf_slice(b)) : (att_slice){0};
}

static void use_meta(att_html *h, att_arena *keep, att_meta *m)
{
    m->title = kept(keep, &h->slot[HM_HEADLINE]);
    m->outlet = kept(keep, &h->slot[HM_OUTLET]);
    m->url = kept(keep, &h->slot[HM_URL]);
    m->author = kept(keep, &h->slot[HM_AUTHOR]);
    m->published = att_date_value(html_buf_slice(&h->slot[HM_DATE]));
    if (m->published != ATT_NO_DAY) m->published_from = ATT_FROM_METADATA;
    memcpy(m->days, h->days, sizeof m->days);
    m->day_count = h->day_count;
}

att_err att_html_read(att_html *h, att_slice page, att_arena *keep, att_article *a)
{
    clear(h);
    html_feed(h, page);
    html_finish(h);
    html_meta_set(h, HM_TITLE_TAG, 1, html_buf_slice(&h->title_tag));
    if (!h->no_memory) html_pick(h, h->rank[HM_DATE] == 0);
    if (h->no_memory || h->text.failed || h->paras.failed) return att_text_error(ATT_E_NOMEM, "not enough memory for this page", 0);
    if (h->text.len == 0) return att_text_error(ATT_E_EMPTY, "no article text in the page: save the article itself, or as plain text", 0);
    use_meta(h, keep, &a->meta);
    a->text = html_buf_slice(&h->text);
    a->paras = (const att_para *)(const void *)h->paras.ptr;
    a->para_count = (uint32_t)(h->paras.len / sizeof(att_para));
    return att_text_check(a->text);
}

att_slice att_html_charset(att_slice page)
{
    enum { HEAD_BYTES = 4096 };
    uint32_t n = page.len < HEAD_BYTES ? page.len : HEAD_BYTES;
    for (uint32_t i = 0; i + 8 < n; i++) {
        if (!att_eq_nocase(att_sub(page, i, i + 8), ATT_LIT("charset="))) continue;
        uint32_t beg = i + 8;
        while (beg < n && strchr("\"' ", page.ptr[beg])) beg++;
        uint32_t end = beg;
        while (end < n && !strchr("\"' />;", page.ptr[end])) end++;
        return att_sub(page, beg, end);
    }
    return (att_slice){0};
}

bool att_html_next(att_reader *r, att_article *a, att_err *err)
{
    att_slice page;
    r->finished = true;
    *err = att_reader_whole(r, att_html_charset, &page);
    if (att_failed(*err)) return true;
    if (att_trim(page).len == 0) return *err = att_text_error(ATT_E_EMPTY, "empty: there is no text in it", 0), true;
    if (!r->html) r->html = att_html_new();
    if (!r->html) *err = att_text_error(ATT_E_NOMEM, "not enough memory", 0);
    else *err = att_html_read(r->html, page, &r->keep, a);
    return true;
}
