/* meta.h: what can be known of an article besides its words: dates as people write them, addresses, the language.
 *
 * Only the text and nothing else is looked at: no clock, no locale. A date that can be read in two ways (03/04/2022) is not
 * read at all.
 */
#ifndef ATT_TEXT_META_H
#define ATT_TEXT_META_H

#include "base/slice.h"

/* A full calendar date that starts at s[at]: 2022-02-14, 2022/02/14, 20220214, February 14, 2022, Mon, 14 Feb. 2022,
 * 14th of February 2022, 14.02.2022, 25/12/2022. *end is set behind it, time of day not included. */
bool att_date_at(att_slice s, uint32_t at, att_day *day, uint32_t *end);
/* Month and day without a year ("Feb. 15", "15 February") at s[at]. */
bool att_month_day_at(att_slice s, uint32_t at, uint32_t *end);
/* The same with its parts. */
typedef struct {
    int month, day;
    int weekday; /* "Tuesday, 15 February": 0 = Monday, -1 when none is named */
} att_month_day;
bool att_month_day_read(att_slice s, uint32_t at, att_month_day *out, uint32_t *end);
/* The first full date in s, at the start of a word. */
bool att_date_find(att_slice s, uint32_t from, att_day *day, att_span *span);
/* The value of a field that should be a date; seconds or milliseconds since 1970 work too. ATT_NO_DAY when it is none. */
att_day att_date_value(att_slice value);

/* The day that an address carries in its path (/2022/02/14/, /2022/feb/14/, 2022-02-14), or ATT_NO_DAY. */
att_day att_url_day(att_slice url);
/* "example.org" of https://www.example.org:80/x; empty when s is no http address. */
att_slice att_url_host(att_slice url);

/* Is the text English? false also when it is too short to tell. */
bool att_text_is_english(att_slice text);
/* Share of English function words among the words of s (0..1), and the number of words. */
double att_function_words(att_slice s, uint32_t *words);

#endif
