/* answer.h: finds WHO ANSWERS, and how: denials, doubts, confirmations, demands for proof. */
#ifndef ATT_POSITION_ANSWER_H
#define ATT_POSITION_ANSWER_H

#include "position/voice.h"

#define ATT_ANSWER_RULES(X) \
    X(AN_WORD, "a word of position/replies.txt") \
    X(AN_FALSE, "a speaker calls it false") \
    X(AN_NOT, "the accused party says that it is not so") \
    X(AN_PROOF, "a party demands evidence, proof or an investigation") \
    X(AN_DOUBT, "a denial is refused")

typedef struct {
    uint32_t tok;
    att_id by;
    uint8_t stance;          /* att_reply */
    uint32_t beg, end;       /* tokens that say what is answered; empty = only "it", "the claims" */
    uint32_t topic;          /* head of them, 0 = none */
    att_span content;        /* of the answer */
    bool accused;            /* answers only accusations of the one who speaks */
    const char *rule;
} att_answer;

typedef ATT_VEC(att_answer) att_answers;

void att_answers_find(const att_voices *v, att_arena *a, att_answers *out);

#endif
