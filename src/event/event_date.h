/* event_date.h: decides WHEN an event happened, and nothing else.
 * In: time expressions with their days, the tree. Out: a day range, its words, the rule. Elsewhere: finding and reading the
 * expressions (time/), calendar sums (base/civil.h).
 *
 *   event_date.c        the order in which the words of the sentence are asked
 *   event_date_verb.c   what a verb with its phrases says
 *   event_date_noun.c   what the nouns around it say
 *   event_date_bind.c   which word an expression dates; what a noun of happening is dated by
 *   event_date_same.c   which other telling means the same deed
 *   event_date_share.c  dates that no word of the sentence gives, but another sentence does
 *   event_date_story.c  the day of the news */
#ifndef ATT_EVENT_EVENT_DATE_H
#define ATT_EVENT_EVENT_DATE_H

#include "event/match.h"
#include "time/time.h"

#define ATT_DATE_RULES(X) \
    X(DATE_OWN, "a time expression hangs under the event word") \
    X(DATE_NOUN, "a relative clause or participle tells when the event noun took place") \
    X(DATE_AT, "it was done at a dated meeting or the like") \
    X(DATE_CLAUSE, "the verb that governs the event word in the same clause has a time expression") \
    X(DATE_CONJ, "a coordinated verb has a time expression") \
    X(DATE_WITH, "a participle, infinitive or 'when' clause of a dated verb, or the verb that it belongs to") \
    X(DATE_ANTECEDENT, "a relative clause about a dated event: 'the attack of May 17, which killed'") \
    X(DATE_SAID, "a speech act inside reported speech: the day on which it was said") \
    X(DATE_LEAD, "the sentence opens with a time expression that covers its main clauses") \
    X(DATE_PAPER, "what a paper says: the day on which it was issued: 'adopted a resolution on Monday requiring'") \
    X(DATE_ERA, "an age that is over: 'in World War II'") \
    X(DATE_AFTER, "after a dated event: between that day and publication, or in the same month or year") \
    X(DATE_COUNTED, "counted from another act: 'two days after', 'a week before'") \
    X(DATE_TWIN, "told again: another sentence dates the same act of the same parties") \
    X(DATE_SAME, "'the attack', 'their release': an earlier sentence dates the one that is meant") \
    X(DATE_HEADLINE, "a headline in the present tense: the day of publication") \
    X(DATE_RUNNING, "a past act right after one of that day in the same paragraph") \
    X(DATE_STORY, "the news of the article: the day that its lead gives") \
    X(DATE_PUBLISHED, "the news of the article: no better evidence than the day of publication") \
    X(DATE_NONE, "nothing dates it")

/* What the words of the sentence say. speech: the event is itself an act of speaking. Rule DATE_NONE when they say nothing. */
att_dated att_event_date(const att_doc *doc, uint32_t trigger, bool speech);
/* Dates for all of doc->events, by the sentence, then by twins, headline, running day, and the story's day. */
void att_event_dates_find(const att_frames *frames, att_doc *doc);
/* statements.date, and figures.as_of for figures in their words: reads statements and events with their dates. */
void att_statements_date(att_doc *doc);

/* ---- event_date_bind.c ---- */

/* Does it hold more years than one could count by? */
bool att_date_too_wide(att_days d);
/* Can the expression date something at all: a day or longer of the calendar, no clock time, no "since" or "until"? */
bool att_date_usable(const att_doc *doc, const att_timex *x);
/* The word that an expression dates: the noun that it stands before ("last Saturday's attack"), else the nearest event word, noun of
 * happening or verb above it. 0 = none. */
uint32_t att_date_anchor(const att_doc *doc, const att_timex *x);
/* The expression that dates word t, NULL = none. */
const att_timex *att_date_on(const att_doc *doc, uint32_t t);
/* The same for a noun of happening, with its relative clauses and participles ("the summit, which opens on Monday"). */
const att_timex *att_date_of_noun(const att_doc *doc, uint32_t noun);
/* The event whose trigger t is, 0 = none. */
att_id att_date_event_at(const att_doc *doc, uint32_t t);
/* Is t the trigger of an event of doc->events? */
bool att_date_is_trigger(const att_doc *doc, uint32_t t);
/* Does noun t name something that happens: a trigger, or a noun of data/events/happenings.txt? */
bool att_date_is_happening(const att_doc *doc, uint32_t t);

/* ---- event_date_verb.c ---- */

/* Could x be the day of the act that verb or noun t tells of? A past act does not lie ahead, an act to come not behind. */
bool att_date_fits(const att_doc *doc, uint32_t t, const att_timex *x);
/* "had left": of a time before that of the report. ("has left" has the same flags, and is news.) */
bool att_date_pluperfect(const att_doc *doc, uint32_t t);
/* Does word t introduce a statement? */
bool att_date_is_cue(const att_doc *doc, uint32_t t);
/* An expression on the verb, else on a meeting or the like at which it was done; then *rule is set to DATE_AT. */
const att_timex *att_date_of_verb(const att_doc *doc, uint32_t v, const char **rule);

/* ---- event_date_noun.c ---- */

/* A noun of happening as subject or object of a verb that tells of it, or under "in", "at" with it; not what is talked about. */
const att_timex *att_date_by_clause(const att_doc *doc, uint32_t t, const char **rule);
/* "An attack in December killed nine": what it did at once it did on its day. */
const att_timex *att_date_by_cause(const att_doc *doc, uint32_t t, const char **rule);
/* The expression that word t is of. */
const att_timex *att_date_covering(const att_doc *doc, uint32_t t);
/* A clause about a dated noun, or under or right behind the expression itself. */
const att_timex *att_date_by_antecedent(const att_doc *doc, uint32_t t, const char **rule);
/* What a paper says: the day on which it is issued. */
const att_timex *att_date_by_paper(const att_doc *doc, uint32_t t, const char **rule);

/* ---- event_date_same.c ---- */

bool att_date_undated(const att_event *e);
/* An act of speaking; what the future made an agreement is none. */
bool att_date_speech(const att_event *e);
/* Another telling of the same act: type, parties, place and toll. */
bool att_date_same_act(const att_doc *doc, const att_event *a, const att_event *b);
/* "the attack", "this deal", "their release": known already. */
bool att_date_definite(const att_doc *doc, uint32_t t);
/* May the definite noun e mean the dated event o? */
bool att_date_means(const att_doc *doc, const att_event *e, const att_event *o);

/* ---- event_date_story.c ---- */

typedef struct {
    const uint32_t *said_in; /* token -> statement whose content it stands in, 0 = none */
    att_dated day;           /* the day of the news, with the rule that says how it is known; ATT_NO_DAY without a publication day */
    att_id first;            /* last sentence of the first paragraph of prose */
    att_id last_lead;        /* last sentence of the lead */
} att_story_day;

/* said_in lies in doc->scratch: mark before, rewind after. */
att_story_day att_date_story(const att_doc *doc);
/* The day of the news for a speech act of a report, or for what the lead tells in the past. speech: the event is an act of speaking. */
bool att_date_from_story(const att_doc *doc, const att_story_day *s, att_event *e, bool speech);
/* "comes one day after he met": counted back from the day of the main clause, its own or that of the news. */
bool att_date_from_count(const att_doc *doc, const att_story_day *s, att_event *e);
bool att_date_background(const att_doc *doc, uint32_t t);
/* Did it happen, as far as the article knows? */
bool att_date_is_real(const att_event *e);

#endif
