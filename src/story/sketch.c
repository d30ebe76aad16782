#include "story/sketch.h"

#include <math.h>
#include <stdlib.h>

#include "story/fold.h"

/* A word is "of the lead" when it first comes up among so many words. */
enum { LEAD_WORDS = 80 };
static const double TITLE = 2.0, NAME = 1.5, LEAD = 1.3;
/* Words in over a tenth or so of all articles say nothing of the matter. */
static const double COMMON = 2.0;

typedef struct {
    att_slice stem;
    uint64_t hash; /* of the stem */
    uint32_t count, capitals, first;
    bool in_title;
    double weight;
} term;

typedef struct {
    att_arena *arena;
    uint32_t *slots; /* number of the term + 1, by hash; at most half full */
    uint32_t cap;    /* a power of two */
    ATT_VEC(term) terms;
} bag;

/* The slot of this hash, or the empty one where it belongs: two stems of one hash there are none. */
static uint32_t *slot_of(const bag *b, uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> 32) & (b->cap - 1);
    while (b->slots[i] && b->terms.at[b->slots[i] - 1].hash != hash) i = (i + 1) & (b->cap - 1);
    return &b->slots[i];
}

static void grow(bag *b)
{
    b->cap = b->cap ? b->cap * 2 : 1024;
    b->slots = att_new(b->arena, uint32_t, b->cap);
    for (uint32_t i = 0; i < b->terms.n; i++) *slot_of(b, b->terms.at[i].hash) = i + 1;
}

static term *find(bag *b, const att_folded *w, uint32_t position)
{
    uint64_t hash = att_hash(att_fold_stem(w));
    if (b->terms.n * 2 >= b->cap) grow(b);
    uint32_t *slot = slot_of(b, hash);
    if (*slot) return &b->terms.at[*slot - 1];
    term *t = att_push(b->arena, &b->terms);
    *t = (term){.stem = att_copy(b->arena, att_fold_stem(w)), .hash = hash, .first = position};
    *slot = b->terms.n;
    return t;
}

static void read_words(bag *b, att_slice text, bool title, att_copy_printer *printer)
{
    att_folded w;
    uint32_t position = 0;
    for (uint32_t at = 0; att_fold_next(text, &at, &w); position++) {
        if (printer) att_copy_print_add(printer, w.hash);
        if (w.stem_len < 2) continue;
        term *t = find(b, &w, position);
        t->count++;
        if (title)
            t->in_title = true;
        else
            t->capitals += w.capital;
    }
}

static bool heavier(const term *a, const term *b) { return a->weight != b->weight ? a->weight > b->weight : att_cmp(a->stem, b->stem) < 0; }

/* best: the heaviest, in order; returns how many. */
static uint32_t weigh(const att_story_words *words, bag *b, const term *best[ATT_SKETCH_TERMS])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->terms.n; i++) {
        term *t = &b->terms.at[i];
        double rarity = att_word_rarity_hashed(words, t->stem, t->hash);
        if (rarity < COMMON) continue;
        uint32_t body = t->count - t->in_title;
        t->weight = rarity * (1 + log(t->count));
        if (body && t->capitals * 10 >= body * 7) t->weight *= NAME;
        if (t->in_title) t->weight *= TITLE;
        if (t->first < LEAD_WORDS) t->weight *= LEAD;
        if (n == ATT_SKETCH_TERMS && !heavier(t, best[n - 1])) continue;
        uint32_t at = n < ATT_SKETCH_TERMS ? n++ : n - 1;
        for (; at && heavier(t, best[at - 1]); at--) best[at] = best[at - 1];
        best[at] = t;
    }
    return n;
}

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return (a > b) - (a < b);
}

static void pack(const term *const *best, uint32_t n, att_sketch *out)
{
    double length = 0;
    for (uint32_t i = 0; i < n; i++) length += best[i]->weight * best[i]->weight;
    length = sqrt(length);
    for (uint32_t i = 0; i < n; i++) {
        double w = best[i]->weight / length * 255;
        uint32_t byte = w < 1 ? 1 : w > 255 ? 255 : (uint32_t)(w + 0.5);
        out->terms[out->n++] = ((uint32_t)(best[i]->hash >> 40) << 8) | byte;
    }
    if (out->n) qsort(out->terms, out->n, sizeof *out->terms, by_number);
}

void att_sketch_of(const att_story_words *words, att_arena *scratch, att_slice title, att_slice text, att_sketch *out, att_copy_print *print)
{
    att_mark m = att_arena_mark(scratch);
    bag b = {.arena = scratch};
    *out = (att_sketch){0};
    att_copy_printer printer;
    if (print) att_copy_print_begin(&printer, print);
    read_words(&b, text, false, print ? &printer : NULL);
    read_words(&b, title, true, NULL);
    const term *best[ATT_SKETCH_TERMS] = {NULL};
    uint32_t n = weigh(words, &b, best);
    pack(best, n, out);
    att_arena_rewind(scratch, m);
}
