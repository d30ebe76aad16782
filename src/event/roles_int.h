/* roles_int.h: what the files of participants share. Private to src/event/roles*.c. */
#ifndef ATT_EVENT_ROLES_INT_H
#define ATT_EVENT_ROLES_INT_H

#include "event/roles.h"

/* One side of an event while it is filled. */
typedef struct {
    att_id *at;
    uint32_t *n;
    const att_id *other; /* mentions that are taken by the other side */
    uint32_t other_n;
    bool anybody; /* also who plays no part in politics: "arrested John Doe" */
    const att_matcher *m; /* with f: may be NULL; decide whether soldiers are a side or what the other side acts with ("withdrew its troops") */
    const att_frame *f;
} att_role_side;

/* roles_collect.c: the mention that a word stands for (its own, or the one that its noun phrase names), and those coordinated with it. */
void att_role_collect(const att_doc *doc, uint32_t tok, bool allow_place, att_role_side *s);

/* The mention that a word stands for alone, 0 = none. */
att_id att_role_mention(const att_doc *doc, uint32_t tok);

/* "Ankara voiced Turkey's support for Qatar": is the mention the state of whoever is on the other side? */
bool att_role_state_of(const att_doc *doc, const att_role_side *s, att_id mention);

/* "along with Uganda", "together with Uganda". */
bool att_role_in_company(const att_doc *doc, uint32_t tok);

/* Is the word one for soldiers? Of a mobilisation, police and "men" are, too. */
bool att_role_is_force(const att_matcher *m, const att_frame *f, uint32_t tok);

/* roles_near.c: participants that stand outside the frame's own slots. */
void att_role_actors_near(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a);
void att_role_recipients_near(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *sofar, att_role_side *r);

/* roles_far.c: behind prepositions that the frame does not list, and under words that stand between. Nothing for frames without that side. */
void att_role_recipients_far(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r);
/* The infinitive that a promise, refusal, threat or concession is about ("agreed to lend", "made plans to protect"), 0 = none. */
uint32_t att_role_content(const att_matcher *m, uint32_t t, const att_frame *f);
void att_role_partners_far(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a);

/* roles_turned.c: sides that stand the other way round or in another clause. The first: true when it has filled both. */
bool att_role_turned(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *a, att_role_side *r);
void att_role_opposed(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r);
void att_role_shared(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r);

/* roles_around.c: whom the words around the event word name. */
bool att_role_is_target(const att_doc *doc, att_id mention, const att_frame *f);
bool att_role_is_venue(const att_doc *doc, uint32_t tok, const att_frame *f);

/* Is the word a town before a pact that is named after it ("the Minsk accords")? */
bool att_role_names_pact(const att_doc *doc, uint32_t tok);
void att_role_victims(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r);
bool att_role_announced(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r);
void att_role_meeters(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a);
void att_role_doers(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a);

#endif
