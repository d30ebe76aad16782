/* filter.h: the one place where the parameters of an address become conditions.
 *
 *   actor=RUS&type=THREATEN&type=ASSAULT&from=2022-01&to=2022-03
 *
 * Values of one name are alternatives, names must all hold. actor, recipient, said_by and party (either side) take a code (RUS,
 * IGO:NATO), a sector (GOV) or a name; pair=RUS~UKR means between the two, in either direction. Over events the conditions are
 * tested on a board (att_filter_test); for other tables they become SQL with bound values (where.h). No value ever becomes part
 * of a statement's text.
 */
#ifndef ATT_SERVE_FILTER_H
#define ATT_SERVE_FILTER_H

#include "base/buf.h"
#include "serve/board.h"

/* One name=value of an address, decoded. */
typedef struct {
    att_slice name, value;
} att_param;

enum { ATT_MAX_PARAMS = 64, ATT_MAX_PARAM_BYTES = 1024 };

typedef struct {
    const att_param *at;
    uint32_t n;
} att_params;

/* First value of a name, or empty. */
att_slice att_param_get(att_params p, const char *name);
/* A count from the address between 0 and max; fallback when it is missing or no number. */
uint32_t att_param_count(att_params p, const char *name, uint32_t fallback, uint32_t max);

/* The conditions, one bit each: what a fact fails. */
typedef enum {
    ATT_F_ACTOR, ATT_F_RECIPIENT, ATT_F_SAID_BY, ATT_F_TYPE, ATT_F_STATUS, ATT_F_QUAD, ATT_F_OUTLET, ATT_F_PLACE, ATT_F_PARTY,
    ATT_F_PAIR, ATT_F_DATE, ATT_F_DOC, ATT_F_COPY, ATT_F_TEXT, ATT_F_COUNT
} att_cond;

#define ATT_F_BIT(c) (1u << (c))

typedef struct {
    bool *entity, *party, *sector; /* by number; NULL = the value names none */
    bool any;                      /* a condition was given */
} att_who_set;

typedef struct {
    const att_board *board;
    att_params params;
    uint32_t active;               /* bits of att_cond */
    att_who_set actor, recipient, said_by, side, left, right;
    bool *one[ATT_F_COUNT];        /* of TYPE, STATUS, QUAD, OUTLET, PLACE: wanted, by number */
    bool *doc;                     /* by number of the document */
    bool *text;                    /* by number of the document: the words of q= are in it */
    att_day from, to;
    bool undated;                  /* date=none: only facts without a day */
    bool published;                /* undated=published: a fact without a day has the day of its article */
} att_filter;

/* Adds what a value names: a code, a name, a sector. */
void att_who_add(att_who_set *w, att_arena *a, const att_board *b, att_slice value);
bool att_who_has(const att_who_set *w, const att_seat *s);
/* Memory from the arena. Unknown names are passed over; a value that is not on the board is met by nothing. */
void att_filter_read(att_filter *f, att_arena *a, const att_board *b, att_params p);
/* The first day of a fact as the filter sees it; ATT_NO_DAY when it has none. */
att_day att_filter_day(const att_filter *f, const att_fact *e);
/* Is the amount meant? Conditions that concern events alone are passed over; one without a day has that of its article. */
bool att_filter_amount(const att_filter *f, const att_amount *a);
/* The conditions that the i-th fact fails; 0 = it is meant. */
uint32_t att_filter_test(const att_filter *f, uint32_t i);

#endif
