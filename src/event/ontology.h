/* ontology.h: PLOVER's types, modes, scores and contexts, and CAMEO's codes, read from data/events/.
 *
 * Vocabulary and scores: PLOVER manual 2.0 draft; CAMEO codebook 1.1b3; conversions and their repairs: data/events/cameo-repairs.md.
 */
#ifndef ATT_EVENT_ONTOLOGY_H
#define ATT_EVENT_ONTOLOGY_H

#include "base/hash.h"
#include "event/event.h"
#include "event/overlay.h"

typedef struct {
    att_slice code, label, mode;
    double goldstein;
    uint8_t type; /* 0 = PLOVER has dropped it */
} att_cameo;

typedef struct {
    att_slice type, mode, quad, definition; /* mode empty: the type itself */
    double score;
} att_mode;

enum { ATT_MAX_CONTEXTS = 64 };

typedef struct {
    ATT_VEC(att_cameo) cameo;   /* [0] unused */
    att_map by_code;
    att_map scores;             /* "TYPE/mode" -> index into score */
    ATT_VEC(double) score;
    ATT_VEC(att_mode) modes;    /* as ontology.txt lists them */
    const char *context_name[ATT_MAX_CONTEXTS];
    uint32_t context_count;
    att_map context_word;       /* lemma or phrase -> index into context_bits */
    ATT_VEC(uint64_t) context_bits;
} att_ontology;

/* overlay: a user's files, or NULL. */
void att_ontology_load(att_ontology *o, att_arena *a, const att_overlay *overlay);
/* Goldstein score of the code, or of the nearest code above it. */
double att_goldstein(const att_ontology *o, att_slice cameo);
/* PLOVER's intensity of the mode if it has one, else of the type. */
double att_score(const att_ontology *o, att_event_type type, att_slice mode);
/* Contexts that the words around an event name: bits. */
uint64_t att_contexts_of(const att_ontology *o, const att_doc *doc, uint32_t tok_beg, uint32_t tok_end);

#endif
