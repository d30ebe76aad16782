/* event.h: who did what to whom, and whether it happened. Ontology, frames, matching, roles, status, date, place. */
#ifndef ATT_EVENT_EVENT_H
#define ATT_EVENT_EVENT_H

#include "base/doc.h"

typedef struct att_frames att_frames;

/* From the embedded data (events/ *.txt). Memory from arena, which must outlive it. */
att_frames *att_frames_open(att_arena *arena);
/* How events are to be coded; zeroed = the usual way. */
typedef struct {
    bool no_future_rules; /* what is planned keeps the type of the act: leave out the manual's rules for the future (future.h) */
    bool rules_only;      /* leave the learned part out (typing.h, relate_model.h) */
    const struct att_typing_model *typing; /* NULL: lexicon and rules decide alone */
    const struct att_model *language;      /* whose word vectors it reads */
} att_event_way;

/* doc->events; reads everything up to mentions. */
void att_events_find(const att_frames *frames, att_doc *doc, const att_event_way *way);

/* The sector of one who acts in e: MIL for a bare state that attacks or mobilizes, else its own. */
att_slice att_acting_sector(const att_event *e, const att_entity *who);

const char *att_event_type_name(att_event_type t); /* "AGREE" */
att_event_type att_event_type_of(att_slice name);
const char *att_status_name(att_status s);
/* "verbal cooperation", "material cooperation", "verbal conflict", "material conflict" */
const char *att_quad_name(att_event_type t);
/* Of which ontology the types and codes are. */
#define ATT_ONTOLOGY_VERSION "PLOVER 2.0 draft, CAMEO 1.1b3"
/* Eight hex digits over all files of data/events (and the user's) that are in force. */
att_slice att_lexicon_version(const att_frames *frames);
/* Name of the i-th context of the ontology, or NULL. */
const char *att_context_name(const att_frames *frames, uint32_t i);

#endif
