/* happenings.h: rows that tell one event, from one article or many, and why they are thought to.
 *
 * Rows are compared only when type and an actor agree and they are of one bucket (a first day, or a story for rows without a date).
 * What they share is weighed: who, whom, mode, place, the word for it, story, wording, numbers. Statuses must be compatible: what was
 * planned may have occurred, what was denied is another thing. Each row joins the happening that it shares most with, in an order that
 * depends on the rows alone.
 */
#ifndef ATT_STORY_HAPPENINGS_H
#define ATT_STORY_HAPPENINGS_H

#include "base/arena.h"
#include "story/words.h"

/* Someone on a side; 0 = not known. Hashes, of names in lower case. */
typedef struct {
    uint64_t name, code, sector, text;
} att_party;

typedef struct {
    const att_party *at;
    uint32_t n;
} att_parties;

/* What a row shares with its happening: bits of `shared`. */
enum {
    ATT_SAME_ACTOR = 1, ATT_SAME_RECIPIENT = 2, ATT_SAME_MODE = 4, ATT_SAME_PLACE = 8, ATT_SAME_WORD = 16, ATT_SAME_STORY = 32, ATT_SAME_NUMBERS = 64,
    ATT_SAME_WORDING = 128, ATT_SAME_DATE = 256
};

typedef struct {
    att_slice type, mode, status, place, country, trigger, sentence;
    att_parties actors, recipients;
    double killed, injured; /* -1 = not told */
    int64_t story;          /* 0 = none */
    bool dated, exact_day;  /* exact_day: known to the day */
    bool fixed;             /* joins no other row: it stands for a happening that others may join */
    uint64_t key;           /* order among the rows, the same in every store */
} att_telling;

typedef struct {
    uint32_t first;   /* the row that the happening began with, itself for that */
    uint32_t shared;  /* ATT_SAME_*, 0 for the first */
    double wording;   /* likeness of the sentences, 0..1 */
} att_told;

/* The rows of one bucket, sorted by key; out has n places. Memory from arena, which is rewound. */
void att_happenings_find(const att_story_words *words, att_arena *arena, const att_telling *rows, uint32_t n, att_told *out);

/* May two rows of these statuses tell the same event? */
bool att_status_compatible(att_slice a, att_slice b);

#endif
