/* copies.h: is this text a copy of another one, word for word or nearly? Fingerprints only; who compares them keeps them.
 *
 * The normal form of a text is its words in lower case (letters and digits, everything else is a gap), so that typography and
 * line ends don't matter. `exact` is a hash of all of it. `mins` is a MinHash signature (Broder 1997) of its shingles of five words:
 * the share of equal places in two signatures estimates the share of shingles that two texts have in common. Signatures
 * are cut into bands; two texts over ATT_COPY_SHARE have a band in common with a chance of over 98 %, so bands find the
 * candidates and the signature decides.
 */
#ifndef ATT_STORY_COPIES_H
#define ATT_STORY_COPIES_H

#include "base/slice.h"

enum { ATT_COPY_MINS = 64, ATT_COPY_BANDS = 16, ATT_COPY_SHINGLE = 5, ATT_COPY_MIN_WORDS = 30 };

/* Above this share of places, texts are called copies: a reprint with another headline, a note of the agency, a paragraph less. */
#define ATT_COPY_SHARE 0.70

typedef struct {
    uint64_t exact;                /* 0 for a text without words */
    uint32_t words;
    uint32_t mins[ATT_COPY_MINS];
} att_copy_print;

/* A print is made a word (att_folded.hash) at a time, since who needs it folds the text for a sketch as well. */
typedef struct {
    att_copy_print *out;
    uint64_t last[ATT_COPY_SHINGLE]; /* words */
} att_copy_printer;

void att_copy_print_begin(att_copy_printer *p, att_copy_print *out);
void att_copy_print_add(att_copy_printer *p, uint64_t word);

/* Short texts (below ATT_COPY_MIN_WORDS) have no bands: only the exact form counts for them. */
bool att_copy_has_bands(const att_copy_print *p);
uint32_t att_copy_band(const att_copy_print *p, uint32_t band);
/* Share of equal places, 0..1. */
double att_copy_likeness(const uint32_t a[ATT_COPY_MINS], const uint32_t b[ATT_COPY_MINS]);

#endif
