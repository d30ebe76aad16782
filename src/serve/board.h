/* board.h: the events of a store as narrow columns in memory, for counting.
 *
 * A page asks the same wide table again and again: how many of each type, each day, each pair, when all filters but one hold.
 * In SQL that is a dozen scans of rows of a kilobyte. A board holds the few bytes of each event that can be counted, sorted by
 * date, so that one pass answers all of it (about 5 ns an event). What is shown, sentences and records, stays in SQLite and
 * is fetched by number.
 *
 * A board is const once it is loaded; many threads read it. Only the newest versions of articles are on it, and
 * an event that an article tells twice is there once (its fullest telling).
 */
#ifndef ATT_SERVE_BOARD_H
#define ATT_SERVE_BOARD_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/hash.h"

/* What an event has one of. */
typedef enum { ATT_ONE_TYPE, ATT_ONE_STATUS, ATT_ONE_QUAD, ATT_ONE_MODE, ATT_ONE_PLACE, ATT_ONE_COUNTRY, ATT_ONE_COUNT } att_one;

/* What an event may have several of; the value of event_actors.side, in this order. */
typedef enum { ATT_PART_ACTOR, ATT_PART_RECIPIENT, ATT_PART_SAID_BY, ATT_PART_COUNT } att_part;

/* Values by number, 0 = none. */
typedef struct {
    att_map map;
    ATT_VEC(att_slice) names; /* [0] empty */
} att_dict;

/* Who is meant: a person or body by name, and the party (code) that it belongs to. */
typedef struct {
    uint32_t entity; /* in entities */
    uint32_t party;  /* in parties; the code, or where there is none the name itself */
    uint32_t sector; /* in sectors */
    uint8_t part;    /* att_part */
    bool coded;      /* the party is a code */
} att_seat;

typedef struct {
    int64_t row;                   /* events.event */
    att_day first, last;           /* ATT_NO_DAY when not known */
    uint32_t doc;                  /* in docs */
    uint32_t seats, seat_count;    /* in seats */
    uint32_t one[ATT_ONE_COUNT];
    float score, goldstein, lat, lon;
    bool has_point;
    bool copy;                     /* its article is one; as in docs, where a look would cost more than all else */
    uint8_t quad;                  /* 1 .. ATT_QUADS: verbal and material cooperation, verbal and material conflict; 0 = none */
    uint32_t sources;              /* independent outlets that tell its happening; 0 = it is not known */
} att_fact;

typedef struct {
    int64_t row;                   /* documents.document */
    att_slice name, title;
    uint32_t outlet;               /* in outlets */
    att_day published;
    bool copy;
} att_sheet;

/* A number that was reported. */
typedef struct {
    int64_t row;                   /* figures.figure */
    uint32_t doc;                  /* in docs */
    uint32_t unit;                 /* in units */
    uint32_t place;                /* in one[ATT_ONE_PLACE] */
    att_seat of;                   /* whose; nobody's: all 0 */
    att_day first, last;           /* as of when; ATT_NO_DAY when not known */
    double low, high;              /* where only one is known, both are that */
    bool known;
} att_amount;

typedef struct att_board {
    att_arena arena;
    ATT_VEC(att_fact) facts;       /* by first day (unknown last), then article, then place in it */
    ATT_VEC(att_seat) seats;
    ATT_VEC(att_sheet) docs;
    ATT_VEC(att_amount) amounts;   /* by article, then place in it */
    att_dict one[ATT_ONE_COUNT], entities, parties, sectors, outlets, units;
    uint32_t *entity_party;        /* of each entity; parallel to entities.names */
    bool *coded;                   /* of each party: it is a code, not only what a text calls somebody */
    uint64_t statements;
    att_day first, last;           /* of all facts, ATT_NO_DAY when there are none */
    int users;                     /* under the lock of who shares it */
    sqlite3_stmt *open;            /* while it is loaded: to be finalized even when memory runs out */
} att_board;

/* Reads the store behind db. *out is NULL on failure, with SQLite's code. Free with att_board_free. */
int att_board_load(att_board **out, sqlite3 *db);
void att_board_free(att_board *b);

enum { ATT_QUADS = 4 };
/* 0 when the value is not there. */
uint32_t att_dict_find(const att_dict *d, att_slice value);
/* Name of a code for people, as below. */
att_slice att_code_label(att_slice code);
/* Name of a party for people: "Russia" for RUS, "NATO" for IGO:NATO, else itself. Lives as long as the program or the board. */
att_slice att_party_label(const att_board *b, uint32_t party);

#endif
