/* ask.h: questions to a store whose answers are rows of named cells, so that one piece of code can print them all.
 *
 * A filter is the same for every question; what a question has no use for is left out of it silently (a statement has no recipient).
 * Newest versions of articles only; copies and rewrites are left out where they would be counted twice, unless copies is set.
 */
#ifndef ATT_STORE_ASK_H
#define ATT_STORE_ASK_H

#include "store/store.h"

typedef enum {
    ATT_ASK_HAPPENINGS, /* one row for each event, however many articles tell it */
    ATT_ASK_STATEMENTS,
    ATT_ASK_FIGURES,
    ATT_ASK_STORIES,
    ATT_ASK_REPORTS,    /* the articles of a story */
    ATT_ASK_ARTICLES,   /* by words, best first, with a snippet */
    ATT_ASK_SAID,       /* statements by words, best first, with a snippet */
    ATT_ASK_DAYS,       /* events a day and quad class, with sums of scores; between two parties when actor and recipient are set */
    ATT_ASK_PAIRS,      /* who deals with whom */
    ATT_QUESTION_COUNT
} att_question;

/* Empty or ATT_NO_DAY = any. Letters compare without case. Lists have commas. A party is a code (RUS, IGO:NATO, NATO), a sector (GOV), both
 * ("RUS GOV") or a name. */
typedef struct {
    att_slice actor, recipient, said_by, speaker, addressee;
    att_slice types, statuses, quads;
    att_slice source;  /* outlet, or part of its name */
    att_slice place;   /* name of a place, or country code */
    att_slice unit, of; /* figures */
    att_slice words;   /* FTS5 query, or plain words */
    att_slice story;   /* its id */
    att_day from, to;
    bool copies, either_way; /* either_way: pairs and days in both directions */
    uint32_t limit;    /* 0 = all */
} att_ask;

typedef enum { ATT_CELL_TEXT, ATT_CELL_NUMBER, ATT_CELL_JSON } att_cell_kind;

typedef struct {
    const char *name;
    att_cell_kind kind;
    bool known;        /* else null */
    att_slice text;    /* also of numbers, as SQLite prints them */
    double number;
} att_cell;

/* row returns false to stop; its cells hold until it returns. */
att_err att_store_ask(att_store *s, att_question q, const att_ask *ask, bool (*row)(void *ctx, const att_cell *cells, int n), void *ctx);

#endif
