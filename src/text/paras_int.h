/* paras_int.h: the parts of paras.c, private to it and its tests.
 *
 *   paras_split.c     where paragraphs begin and end
 *   paras_line.c      which of them are bylines, share buttons and the like; what date such a line gives
 *   paras_caption.c   which are captions of pictures
 *   paras_dateline.c  "WASHINGTON, Feb 15 (Reuters) -"
 *   paras_day.c       which of the days found is that of publication; inference
 */
#ifndef ATT_TEXT_PARAS_INT_H
#define ATT_TEXT_PARAS_INT_H

#include "text/text.h"

/* Appends the paragraphs of doc->text to doc->paras, all of them BODY. */
void att_paras_split(att_doc *doc);

/* White space, no-break and zero-width spaces and byte order marks off both ends. */
att_span att_span_trim(att_slice text, att_span s);

/* Furniture of a page rather than news: byline, "Published ...", share line, copyright, address. */
bool att_line_is_meta(att_slice p);
/* The publication day that a line states ("By ... | February 14, 2022", "Published: ...", a date alone), or ATT_NO_DAY. */
att_day att_line_day(att_slice p);
/* A date with a label that opens a line whose rest is something else (" date 2022-02-07 How's ..."): bytes of it, or 0. */
uint32_t att_line_date_head(att_slice p, att_day *day);
/* "Politico reports:" -> Politico; empty otherwise. */
att_slice att_line_outlet(att_slice p);
/* "By Jane Doe and ..." -> the names; empty otherwise. */
att_slice att_line_author(att_slice p);

typedef enum { ATT_CREDIT_NONE, ATT_CREDIT_END, ATT_CREDIT_ONLY } att_credit;
/* Does the paragraph end with the credit of a picture, or is it nothing but one? */
att_credit att_credit_of(att_slice p, bool last_para);

typedef struct {
    att_slice place, agency; /* slices of the paragraph; agency may be empty */
    att_day day;             /* ATT_NO_DAY unless the dateline has day, month and year */
    int month, month_day;    /* of a dateline without a year, else 0 */
    uint32_t end;            /* where the sentence begins */
} att_dateline;

/* lower: the whole text is in small letters, so "new delhi:" may be a dateline too. */
bool att_dateline_read(att_slice p, bool lower, att_dateline *out);
/* Notes a day of publication that the source gives; ATT_NO_DAY and the second of a source are passed over. */
void att_day_found(att_meta *m, att_day day, att_date_source from);
/* Chooses meta.published among the days that were found: docs/dates.md has the order of trust. line: the dateline, or NULL. */
void att_day_choose(att_doc *doc, const att_dateline *line);
/* Is w the name of a news agency? */
bool att_is_agency(att_slice w);

#endif
