/* html_int.h: what the files of html.h share. Everything here is plain malloc memory (att_buf), because libxml2 stands between
 * the callbacks and their caller: no arena may jump out across it. */
#ifndef ATT_TEXT_HTML_INT_H
#define ATT_TEXT_HTML_INT_H

#include "base/buf.h"
#include "text/html.h"

enum {
    EL_BLOCK = 1,       /* text before and after it are different blocks */
    EL_SKIP = 2,        /* nothing in it is text of the page */
    EL_BAD = 4,         /* menu, sidebar, related links, share buttons ... */
    EL_GOOD = 8,        /* opens a region: article, main, "article-body" */
    EL_CAPTION = 16,
    EL_HEADING = 32,
    EL_LINK = 64,
    EL_PARA = 128,      /* p, blockquote, pre */
    EL_H1 = 256,
    EL_ARTICLE = 512,   /* article or main itself */
    EL_TITLE = 1024,    /* <title> */
    EL_JSONLD = 2048,
    EL_BYLINE = 4096,
    EL_ITEM = 8192,     /* li, dd, td: prose only when long */
    EL_BREAK = 16384,   /* br */
    EL_HEADER = 32768,
    EL_OWN = EL_BLOCK | EL_BREAK | EL_TITLE | EL_JSONLD /* not handed down to the elements inside */
};

/* A stretch of text between two block borders. */
typedef struct {
    uint32_t beg, end;  /* of att_html.raw */
    uint32_t link;      /* bytes of it inside links */
    uint32_t flags;     /* EL_* of it and all that encloses it */
    uint32_t region;
} html_block;

/* An element that may hold the article. Parents come before their children. */
typedef struct {
    uint32_t parent;
    bool article;
    uint32_t good;      /* bytes of good text in it; html_pick.c */
    bool chosen, near;  /* html_pick.c */
} html_region;

typedef struct {
    uint32_t flags;     /* own and inherited */
    uint32_t region;
} html_element;

typedef enum { HM_TITLE, HM_HEADLINE, HM_TITLE_TAG, HM_OUTLET, HM_URL, HM_DATE, HM_AUTHOR, HM_COUNT } html_slot;

struct att_html {
    att_buf raw;        /* text of all blocks, one behind the other */
    att_buf blocks, regions, stack;
    html_block open;    /* the block being read; open.end == 0: none */
    bool space;         /* white space is due before the next letter */
    uint32_t breaks;    /* <br> in a row */
    att_buf jsonld, title_tag;
    att_buf slot[HM_COUNT];
    uint8_t rank[HM_COUNT]; /* 0 = empty, else the lower the more trusted */
    att_given_day days[ATT_META_DAYS]; /* all that the page's metadata gives as its day */
    uint8_t day_count;
    att_buf text, paras;
    bool no_memory;
};

/* html_tag.c */
uint32_t html_tag_flags(const char *name, const char *const *attrs);
const char *html_attr(const char *const *attrs, const char *name);

/* html_collect.c: called by the guard, in document order */
void html_start(att_html *h, const char *name, const char *const *attrs);
void html_end(att_html *h);
void html_text(att_html *h, const char *s, uint32_t n);
void html_finish(att_html *h);

/* html_guard.c: page -> html_start, html_end, html_text */
void html_feed(att_html *h, att_slice page);

/* html_meta.c */
void html_meta_set(att_html *h, html_slot slot, uint8_t rank, att_slice value);
void html_meta_element(att_html *h, const char *name, const char *const *attrs, bool in_article);
void html_meta_jsonld(att_html *h);

/* html_pick.c: blocks -> text and paras. need_byline: bylines are kept (as META), because the page gives no date elsewhere. */
void html_pick(att_html *h, bool need_byline);

static inline html_block *html_blocks(const att_html *h, uint32_t *n)
{
    *n = (uint32_t)(h->blocks.len / sizeof(html_block));
    return (html_block *)(void *)h->blocks.ptr;
}

static inline att_slice html_buf_slice(const att_buf *b) { return (att_slice){b->ptr, (uint32_t)b->len}; }

#endif
