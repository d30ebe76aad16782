/* event_date.h: decides WHEN an event happened, and nothing else.
 * In: time expressions with their days, the tree. Out: a day range, its words, the rule. Elsewhere: finding and reading the
 * expressions (time/), calendar sums (base/civil.h). */
#ifndef ATT_EVENT_EVENT_DATE_H
#define ATT_EVENT_EVENT_DATE_H

#include "event/match.h"

#define ATT_DATE_RULES(X) \
    X(DATE_OWN, "a time expression hangs under the event word") \
    X(DATE_CLAUSE, "the verb that governs the event word in the same clause has a time expression") \
    X(DATE_SAID, "a speech act inside reported speech: the day on which it was said") \
    X(DATE_LEAD, "the sentence opens with a time expression that covers its main clauses") \
    X(DATE_TWIN, "told again: another sentence dates the same act of the same parties") \
    X(DATE_HEADLINE, "a headline in the present tense: the day of publication") \
    X(DATE_RUNNING, "a past act right after one of that day in the same paragraph") \
    X(DATE_NONE, "nothing in the sentence dates it")

/* speech: the event is itself an act of speaking. */
att_dated att_event_date(const att_doc *doc, uint32_t trigger, bool speech);
/* Second pass over doc->events: dates for undated ones from their twins, the headline, the paragraph's running day. */
void att_event_dates_share(att_doc *doc);
/* statements.date: reads statements and events with their dates. */
void att_statements_date(att_doc *doc);
/* ISO 8601 text of a day range: day, month, year or a/b. */
att_slice att_days_text(att_arena *a, att_days days);

#endif
