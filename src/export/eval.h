/* eval.h: records of a system against records that people have coded (gold), for `attache eval`.
 *
 * Both are event records of the record contract, as JSON Lines; documents are matched by the base name of `doc` without its ending.
 * Gold records may carry "weight" (core | optional) and "alt" with what else is right (event_type, status, dyads, date, any; alt_codes of
 * an actor). Only core records can be missed; a system record on an optional one is neither right nor wrong. One gold record takes at
 * most one system record (maximum bipartite matching within the document, Kuhn 1955, core first), at each level anew:
 *
 *   type    the triggers overlap, or each lies in the other's sentence; the event type is equal
 *   dyad    type, and a code in common on each side (no codes match no codes)
 *   status  dyad, and the same group: occurred ongoing | alleged denied | planned | conditional possible | negated
 *   date    dyad, and the days overlap; over events that have a date on both sides
 *   place   dyad, and the same country, with the same name or within 100 km; over events that have a place on both sides
 *
 * precision = right / (system - on optional), recall = matched core / core. The confidence limits are percentiles of a bootstrap that
 * draws documents (Efron & Tibshirani 1993), from a fixed seed: the same records give the same numbers.
 */
#ifndef ATT_EXPORT_EVAL_H
#define ATT_EXPORT_EVAL_H

#include "base/arena.h"
#include "attache/doc.h"

typedef enum { ATT_EVAL_TYPE, ATT_EVAL_DYAD, ATT_EVAL_STATUS, ATT_EVAL_DATE, ATT_EVAL_PLACE, ATT_EVAL_COUNT } att_eval_level;

typedef ATT_VEC(att_slice) att_slices;

typedef struct {
    att_slices codes, others;  /* others: alt_codes */
} att_eval_side;

typedef struct {
    att_slices actors, recipients;
} att_eval_dyad;

typedef struct {
    att_slices types, statuses;
} att_eval_reading;

typedef struct {
    att_slice doc, text;       /* text: its sentence, empty when the record has none */
    att_slice trigger_text;
    att_span trigger, sentence; /* both 0 when not known */
    att_slice type, status;
    att_eval_side side[2];     /* actors, recipients */
    ATT_VEC(att_eval_dyad) dyads;
    ATT_VEC(att_eval_reading) readings; /* [0] its own with the alternatives */
    att_slices dates;          /* the first is its own */
    att_slice place, country;
    double lat, lon, confidence;
    bool optional, has_point;
} att_eval_event;

typedef struct {
    att_slice doc;
    ATT_VEC(att_eval_event) gold, system;
} att_eval_doc;

typedef struct {
    ATT_VEC(att_eval_doc) docs;
    att_arena *arena;
    uint32_t faults;           /* lines that are no JSON object */
    uint32_t halves;           /* events without a type, or without a place in the text: left out */
    uint32_t system_events;    /* that stand in documents of the gold */
} att_eval;

/* What one line says; lines of other types are passed over. gold: opens its document, system records of other documents are dropped, so
 * the gold is read first. Memory from e->arena. */
void att_eval_line(att_eval *e, att_slice line, bool gold);

typedef struct {
    uint32_t right, matched, gold, system, excused;
} att_eval_count;

typedef struct {
    att_eval_count n;
    double precision, recall, f1, low, high; /* low, high: 95 % of the F1 */
} att_eval_score;

typedef enum { ATT_EVAL_MISSED, ATT_EVAL_SPURIOUS, ATT_EVAL_CONFUSED, ATT_EVAL_ACTORS } att_eval_fault;

typedef struct {
    att_eval_fault kind;
    const att_eval_event *gold, *system; /* NULL on the side that has none */
} att_eval_error;

/* Types set against each other: [gold][system], index 0 = none. */
typedef struct {
    uint32_t at[ATT_EVENT_TYPE_COUNT][ATT_EVENT_TYPE_COUNT];
} att_eval_confusion;

enum { ATT_EVAL_SAMPLES = 1000 };

/* Memory from e->arena. */
void att_eval_scores(const att_eval *e, att_eval_score out[ATT_EVAL_COUNT]);
/* Events paired by where they stand, whatever their type. */
void att_eval_confuse(const att_eval *e, att_eval_confusion *out);
/* The errors, the system's surest first, missed ones by document at the end; returns how many. */
uint32_t att_eval_errors(const att_eval *e, const att_eval_error **out);

/* eval_match.c */
bool att_eval_ok(const att_eval_event *g, const att_eval_event *s, att_eval_level level);
/* Maximum matching of one document: owner[system] = 1 + index of its gold, 0 = none. */
void att_eval_assign(const att_eval *e, const att_eval_doc *d, att_eval_level level, uint32_t *owner);

#endif
