/* text.h: from bytes to articles, paragraphs, sentences and tokens. The first stage.
 *
 *   reader.h   files, folders, HTML, JSON Lines, CSV -> att_article (UTF-8 text and what is known about it)
 *   here       att_article -> the document's meta, paras, sents and toks columns
 */
#ifndef ATT_TEXT_TEXT_H
#define ATT_TEXT_TEXT_H

#include "base/doc.h"

/* One article as a reader hands it over. Its memory belongs to the reader until the next article is asked for. */
typedef struct {
    att_slice id;      /* name for the `doc` field: base name of the file, or the record's own id */
    att_slice path;    /* file that it stands in */
    att_slice text;    /* UTF-8; for a plain UTF-8 file the file itself, byte for byte */
    att_meta meta;     /* what the container says (url, title, outlet, date ...); published = ATT_NO_DAY when it says nothing */
    const att_para *paras; /* when the container knows its paragraphs (HTML); NULL = find them */
    uint32_t para_count;
} att_article;

/* Paragraphs (title, body, caption, and meta lines such as "By ... | February 14, 2022"), outlet, dateline and publication
 * date. given_day (ATT_NO_DAY = none) is the user's --date and wins over all. Writes doc->paras and doc->meta. */
void att_paras_find(att_doc *doc, const att_article *article, att_day given_day);

/* Sentences and tokens of every paragraph, Universal Dependencies v2 English segmentation (do n't, Putin 's, can not).
 * Writes doc->sents and doc->toks (span, form, lower, flags, sent). META paragraphs get no tokens. */
void att_tokenize(att_doc *doc);

/* Does a day that was found contradict meta.published? A dateline may be some days older, an address a day off. */
bool att_day_conflicts(const att_meta *m, att_given_day other);

#endif
