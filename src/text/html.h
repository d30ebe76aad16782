/* html.h: a web page -> the article in it.
 *
 *   html_guard.c    bytes -> libxml2's SAX parser, in pieces, with tags and depth kept within bounds
 *   html_tag.c      what an element is, from its name, class and id
 *   html_collect.c  elements and text -> blocks (a stretch of text between two block borders, with what is known about it)
 *   html_pick.c     blocks -> article: title, paragraphs, captions
 *   html_meta.c     meta tags, JSON-LD, <time> -> what the page says of the article
 *
 * No tree is built: libxml2's own drops all text that lies deeper than 256 elements, and a page needs one pass only.
 */
#ifndef ATT_TEXT_HTML_H
#define ATT_TEXT_HTML_H

#include "base/arena.h"
#include "text/text.h"

typedef struct att_html att_html;

att_html *att_html_new(void);
void att_html_free(att_html *h);

/* page: UTF-8. Fills text, meta (strings in keep) and paras of *a; they hold until the next call. ATT_E_EMPTY when there is no
 * article in it, ATT_E_NOMEM. */
att_err att_html_read(att_html *h, att_slice page, att_arena *keep, att_article *a);

/* The charset that the head of a page names, or empty. */
att_slice att_html_charset(att_slice page);

#endif
