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
} att_role_side;

/* The mention that a word stands for (its own, or the one that its noun phrase names), and those coordinated with it. */
void att_role_collect(const att_doc *doc, uint32_t tok, bool allow_place, att_role_side *s);

/* roles_near.c: participants that stand outside the frame's own slots. */
void att_role_actors_near(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *a);
void att_role_recipients_near(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *sofar, att_role_side *r);

#endif
