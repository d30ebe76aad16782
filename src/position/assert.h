/* assert.h: finds WHAT IS ASSERTED: statements, accusations ("accused China of ..."), and nouns that report ("claims that ..."). */
#ifndef ATT_POSITION_ASSERT_H
#define ATT_POSITION_ASSERT_H

#include "position/voice.h"

#define ATT_CLAIM_RULES(X) \
    X(CL_SAID, "the content of a statement") \
    X(CL_CHARGE, "what a party accuses another of, alleges or claims") \
    X(CL_REPORT, "the clause under a noun such as reports, claims, suspicions") \
    X(CL_DENIED, "only the denial tells of it") \
    X(CL_DENIAL, "a denial that is itself refused")

typedef struct {
    uint32_t tok;            /* cue, accusing verb or reporting noun */
    uint32_t beg, end;       /* tokens of the content */
    att_id by;               /* 0 = not said */
    att_span content;
    bool charge;             /* accusation or report: it asks for an answer */
    const char *rule;
} att_assertion;

typedef ATT_VEC(att_assertion) att_assertions;

/* In text order, in the arena. */
void att_assertions_find(const att_voices *v, att_arena *a, att_assertions *out);
/* The one whose words a reporting noun carries: its owner, or "the rhetoric coming from Washington". */
att_id att_report_owner(const att_voices *v, uint32_t noun);
/* The that-clause (or infinitive) of a reporting noun, 0 = none. */
uint32_t att_report_clause(const att_doc *doc, uint32_t noun);
/* Tokens of a span. */
void att_span_tokens(const att_doc *doc, att_span s, uint32_t *beg, uint32_t *end);

#endif
