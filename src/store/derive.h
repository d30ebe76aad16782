/* derive.h: what follows from all articles of a store together: which are copies and rewrites, stories, happenings, totals. Private
 * to store/.
 *
 * att_store_derive brings it up to date after articles were added, in one transaction, so that a store is never seen with half of it.
 * Articles that it has not seen yet have documents.derived <> 1; killed in the middle, the next run finds them again.
 */
#ifndef ATT_STORE_DERIVE_H
#define ATT_STORE_DERIVE_H

#include "base/each.h"
#include "store/store_int.h"
#include "story/stories.h"

/* A newest version of an article within reach of those that are new. */
typedef struct {
    int64_t document, story, copy_of; /* 0 = none */
    att_day day;
    uint32_t terms[ATT_SKETCH_TERMS];
    uint32_t term_count;
    uint32_t pin;       /* 0 = none; equal pins, equal numbers */
    uint64_t key;       /* of name and text: the same in every store */
    bool fresh;         /* not derived yet */
    bool rewrite;       /* copy_of says so, and may change */
    double likeness;
} att_derive_item;

typedef struct {
    att_store *store;
    const att_story_words *words;
    uint32_t threads;                  /* 1 .. ATT_EACH_MAX */
    att_arena benches[ATT_EACH_MAX];   /* one for each of them */
    att_arena arena;
    ATT_VEC(att_derive_item) items; /* by day, unknown last, then name */
    bool moved;                     /* events have left a happening */
    att_day from;                   /* first day of the articles that are new; ATT_NO_DAY when none has one */
} att_deriver;

/* Each works within the open transaction, and returns SQLite's result. They may jump to the arena's recovery point. */
int att_derive_originals(att_deriver *d);
int att_derive_rewrites(att_deriver *d);
int att_derive_stories(att_deriver *d);
int att_derive_happenings(att_deriver *d);
/* What an article is a copy of now, and how. before: was it a copy of another so far? Sums leave copies out, so that a change there is a
 * change of theirs. */
int att_derive_put_copy(att_deriver *d, const att_derive_item *it, const char *kind, bool before);
/* Adds the events of temp.flips (document, sign) to the sums, or takes them off. */
int att_store_totals(att_store *s);
/* An empty temp.flips. */
int att_store_totals_begin(att_store *s);
/* One row of it. */
int att_store_totals_flip(att_store *s, int64_t document, int sign);

#endif
