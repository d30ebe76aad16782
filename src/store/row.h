/* row.h: records as flat rows: what a store keeps, a table prints and a CSV file lists. No column of a document is needed to
 * read them. Slices belong to whoever made the row (a parcel's arena, or the query until its next row). */
#ifndef ATT_STORE_ROW_H
#define ATT_STORE_ROW_H

#include "attache/doc.h"
#include "story/copies.h"
#include "story/sketch.h"

typedef struct {
    att_slice text, name, code, sector, resolved_by;
} att_actor_row;

typedef struct {
    const att_actor_row *at;
    uint32_t n;
} att_actor_rows;

typedef enum { ATT_SIDE_ACTOR, ATT_SIDE_RECIPIENT, ATT_SIDE_SAID_BY, ATT_SIDE_COUNT } att_side;

typedef struct {
    att_slice value;  /* ISO 8601, as the record says it; empty = not known */
    att_days days;    /* both ATT_NO_DAY when not known */
} att_date_row;

typedef struct {
    att_slice name, country;
    double lat, lon;
    bool has_point;
} att_place_row;

typedef struct {
    att_slice doc, id;
    att_span sentence;
    att_slice sentence_text;
    att_span trigger_span; /* in the document */
    att_slice trigger;
    att_slice type, mode, cameo, quad, contexts, status, frame; /* contexts: with commas */
    double score, goldstein, confidence;
    att_slice same_as;   /* id of the row of this document that tells the same event most fully; empty: this one does */
    bool history;        /* of long ago, told as background */
    att_date_row date;
    att_place_row place;
    att_range magnitude[ATT_MAG_COUNT];
    att_actor_rows side[ATT_SIDE_COUNT];
    att_slice json;
} att_event_row;

typedef struct {
    att_slice id;
    att_span sentence;
    att_slice sentence_text;
    att_actor_row speaker, addressee; /* all empty = not known */
    att_slice cue, content, manner;
    att_date_row date;
    att_slice json;
} att_statement_row;

typedef struct {
    att_slice id;
    att_span sentence;
    att_slice sentence_text;
    att_slice text, bound, unit;
    double low, high;
    bool has_low, has_high;
    att_actor_row of;
    att_place_row place;
    att_date_row as_of;
    att_slice json;
} att_figure_row;

typedef struct {
    att_slice id;
    att_span sentence;
    att_slice sentence_text;
    att_actor_row holder, toward; /* toward: all empty = none */
    att_slice stance, side, issue, issue_group, content, conditions;
    att_span content_span;
    att_date_row date;
    att_slice json;
} att_position_row;

typedef struct {
    att_span sentence;
    att_slice sentence_text;
    att_actor_row by;
    att_slice stance, content, rule;
    att_span content_span;
} att_response_row;

typedef struct {
    att_slice id;
    att_span sentence;
    att_slice sentence_text;
    att_actor_row by; /* all empty = not known */
    att_slice content;
    att_span content_span;
    const att_response_row *responses;
    uint32_t response_count;
    bool disputed; /* somebody denies, doubts or wants proof */
    att_slice terms; /* story/disputes.h */
    att_slice json;
} att_claim_row;

/* An answer to something that its article doesn't quote. */
typedef struct {
    att_response_row answer;
    att_slice about, terms;
    att_span about_span;
} att_answer_row;

typedef struct {
    att_slice id, path, url, outlet, title, author, language, published_from;
    att_day published;
    uint32_t sentences, tokens;
    uint64_t content_hash;
    att_slice text, json;
} att_document_row;

/* All that a store keeps of one document; independent of the worker that made it. */
typedef struct {
    att_document_row document;
    const att_event_row *events;
    const att_statement_row *statements;
    const att_figure_row *figures;
    const att_position_row *positions;
    const att_claim_row *claims;
    const att_answer_row *answers;
    uint32_t event_count, statement_count, figure_count, position_count, claim_count, answer_count;
    att_copy_print print; /* to find copies; only in a parcel for a store */
    att_sketch sketch;    /* to find stories; likewise */
} att_parcel;

#endif
