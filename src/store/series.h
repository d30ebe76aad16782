/* series.h: one quantity through time, out of a store: "troops of Russia at the Ukrainian border", who says how many, as of when.
 *
 * Rows come in the order of their days. A row is `older` when the same claimant gives a newer one, or when the article itself says that
 * another figure takes its place. Two rows that are not older, of different claimants and at most ATT_SERIES_DAYS apart, contradict each
 * other when no number satisfies both; figures apart by more than ATT_SERIES_FACTOR are held for parts or other things, not contradictions.
 */
#ifndef ATT_STORE_SERIES_H
#define ATT_STORE_SERIES_H

#include "store/store.h"

enum { ATT_SERIES_DAYS = 7, ATT_SERIES_FACTOR = 10 };

typedef struct {
    att_slice unit;       /* "troops": finds its kin too (data/figure/kin.txt); must not be empty */
    att_slice of;         /* whose: code, sector or name; empty = anybody's */
    att_slice place;      /* words that the figure's place or its sentence must have ("Ukraine border"); empty = anywhere */
    att_day from, to;     /* ATT_NO_DAY = open */
} att_series_filter;

typedef struct {
    att_slice doc, outlet, id, text, unit, bound, of, place;
    att_slice claimant, claimant_code; /* who vouches for it; empty = the reporter */
    att_slice sentence;
    att_slice as_of;      /* ISO 8601, as the record says; empty when publication stands in for it */
    att_day day;          /* first day of as_of, else publication; ATT_NO_DAY when neither is known */
    double low, high;
    bool has_low, has_high;
    bool older;
    uint32_t against;     /* row (from 1) that it contradicts, 0 = none */
    att_slice record;     /* the record's JSON */
} att_series_row;

typedef struct {
    att_series_row *at;
    uint32_t n;
} att_series;

/* Newest versions only, copies of articles left out. Rows and their slices belong to the arena. */
att_err att_store_series(att_store *s, const att_series_filter *f, att_arena *keep, att_series *out);

#endif
