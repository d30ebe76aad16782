/* match.h: which frame fires at which word, and who fills its slots. The tree is read through clauses (nlp/clause.c). */
#ifndef ATT_EVENT_MATCH_H
#define ATT_EVENT_MATCH_H

#include "event/frames.h"

typedef struct {
    const att_frames *frames;
    att_doc *doc;
    uint32_t *frame_at;   /* token -> frame that fires there, 0 = none */
    att_slice *joined;    /* token -> lemma of the hyphened word that ends in it ("sit-in"), empty = none; or NULL */
    uint32_t *taken_by;   /* token -> trigger whose light-verb frame covers it, 0 = none */
    bool politics;        /* the article is about politics (domain.h) */
    const att_event_way *way; /* NULL where only frames are looked for */
    bool pairs;           /* frames of mere contact fire too (ATT_FR_PAIR) */
} att_matcher;

enum { ATT_SLOT_MAX_FILLERS = 8 };

/* Head tokens that fill a slot of trigger t (conjuncts not expanded); returns how many. */
uint32_t att_slot_fill(const att_matcher *m, uint32_t t, const att_slot *slot, uint32_t out[ATT_SLOT_MAX_FILLERS]);
/* Fills frame_at and taken_by for the whole document. */
void att_match_all(att_matcher *m);
/* Mention headed by tok that may act in an event, 0 = none. */
att_id att_actor_at(const att_doc *doc, uint32_t tok);

/* "US-led", "rebel-held", "Japanese-drafted": a participle behind the name of who does it. */
bool att_is_led(att_slice participle);

#endif
