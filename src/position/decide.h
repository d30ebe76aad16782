/* decide.h: decides WHICH STANCE a word tells, and whose: from the stance lexicon, from obligations, judgements and plans in
 * somebody's words, and from the events found before. positions.c makes the records. */
#ifndef ATT_POSITION_DECIDE_H
#define ATT_POSITION_DECIDE_H

#include "position/voice.h"

#define ATT_POSITION_RULES(X) \
    X(PO_WORD, "a word of position/stances.txt") \
    X(PO_DUTY, "a speaker says what must or should be done, or that it is needed") \
    X(PO_VALUE, "a speaker judges something good or bad") \
    X(PO_SIDE, "a party or what it speaks of is against, or in favour of, something") \
    X(PO_PLAN, "a speaker says what his side will do") \
    X(PO_REFUSAL, "a party will not do it") \
    X(PO_EVENT, "an event that is an act of speech: request, refusal, support") \
    X(PO_CONDITION, "a speaker ties what he will do to a condition")

typedef struct {
    uint8_t stance;    /* att_stance, 0 = none */
    att_id holder;
    bool whole;        /* the clause itself states it (not only what the word governs) */
    bool noun;
    const char *rule;
} att_found;

att_found att_stance_at(const att_voices *v, uint32_t tok);
/* Is what tok tells tied to a condition (if, unless, until, only with, in the event of)? */
bool att_conditioned(const att_voices *v, uint32_t tok);
/* The words of that condition, empty = none. */
att_span att_condition_of(const att_voices *v, uint32_t tok);

#endif
