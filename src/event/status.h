/* status.h: did it happen? Decides the status of an event, and nothing else.
 *
 * In: the trigger's clause (tense, polarity, modality), the words that it hangs under (data/events/embed.txt), the frame's
 * kind. Out: a status and the rule that set it. Vocabulary: PLOVER's auxiliary modes, made finer (records.md).
 */
#ifndef ATT_EVENT_STATUS_H
#define ATT_EVENT_STATUS_H

#include "event/match.h"

#define ATT_STATUS_RULES(X) \
    X(ST_PLAIN, "nothing says otherwise: it occurred") \
    X(ST_NEGATED, "the clause is negated") \
    X(ST_REFUSED, "the frame asks for the negation: what is not allowed is refused") \
    X(ST_NO_NOUN, "'no' or 'without' before the noun") \
    X(ST_MODAL, "may, might, could, can or should") \
    X(ST_WOULD, "would: conditional, or planned when a report speaks of the future") \
    X(ST_FUTURE, "will, shall, going to") \
    X(ST_PROGRESSIVE, "present progressive, or a standing attitude in the present tense") \
    X(ST_CONDITION, "under if, unless, in case") \
    X(ST_IF, "would or will, and an if-clause hangs on it") \
    X(ST_POLITE, "'I would urge': said politely, and thereby said") \
    X(ST_EMBED, "a word above it says so (embed.txt)") \
    X(ST_ADVERB, "an adverb says so (reportedly, allegedly)") \
    X(ST_PURPOSE, "stands in a clause of purpose") \
    X(ST_QUESTION, "is asked, not told") \
    X(ST_SAID, "an obligation that was uttered")

typedef struct {
    att_status status;
    const char *rule;
    uint32_t by;        /* the word that decided, 0 = none */
} att_status_found;

/* Are the words of this type acts of speaking? What they ask or promise does not change that they were said. */
bool att_type_speaks(uint8_t type);
/* Is the frame's word itself an act of speaking? */
bool att_is_speech(const att_frame *frame);
/* "will meet them if": held out, with a condition; unlike what stands in the if-clause. */
bool att_status_promised(const att_status_found *s);
att_status_found att_status_decide(const att_matcher *m, uint32_t trigger, const att_frame *frame);

#endif
