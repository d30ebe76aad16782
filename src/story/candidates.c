/* candidates.c: pairs of articles that may belong together, from an inverted index of their heaviest words. */
#include <stdlib.h>

#include "story/stories.h"

/* Of a list only the latest entries are looked at: a word that is in more articles of half a year tells nothing. */
enum { KEYS = 1 << 24, INDEXED = 32, LOOK_BACK = 96, KEPT = 24 };

typedef struct {
    uint32_t item, before; /* the entry before it in the list, 0 = none */
    float weight;
} entry;

typedef struct {
    uint32_t item;
    double likeness;
} found;

typedef struct {
    const att_story_item *items;
    uint32_t *heads;  /* key -> its last entry */
    entry *entries;   /* [0] is not used */
    uint32_t entry_count;
    float *score;     /* of the item at hand with each earlier one */
    uint32_t *touched;
    uint32_t touched_count;
} finder;

double att_sketch_likeness(const uint32_t *a, uint32_t na, const uint32_t *b, uint32_t nb)
{
    double sum = 0;
    for (uint32_t i = 0, k = 0; i < na && k < nb;) {
        uint32_t x = att_term_key(a[i]), y = att_term_key(b[k]);
        if (x == y) sum += (double)att_term_weight(a[i]) * (double)att_term_weight(b[k]);
        i += x <= y;
        k += y <= x;
    }
    return sum;
}

/* The weight that a term must have to be among the INDEXED heaviest. */
static uint32_t bar(const att_story_item *it)
{
    uint32_t counts[256] = {0}, left = INDEXED;
    for (uint32_t i = 0; i < it->n; i++) counts[it->terms[i] & 0xFF]++;
    for (uint32_t w = 255; w > 0; w--) {
        if (counts[w] > left) return w + 1;
        left -= counts[w];
    }
    return 0;
}

static void look(finder *f, uint32_t i, uint32_t term)
{
    const att_story_item *it = &f->items[i];
    uint32_t left = LOOK_BACK;
    for (uint32_t e = f->heads[att_term_key(term)]; e && left--; e = f->entries[e].before) {
        const entry *p = &f->entries[e];
        const att_story_item *other = &f->items[p->item];
        if (it->day != ATT_NO_DAY && other->day != ATT_NO_DAY && it->day - other->day > ATT_STORY_MAX_GAP) break;
        if (f->score[p->item] == 0) f->touched[f->touched_count++] = p->item;
        f->score[p->item] += p->weight * att_term_weight(term);
    }
}

static void enter(finder *f, uint32_t i, uint32_t term)
{
    uint32_t *head = &f->heads[att_term_key(term)];
    f->entries[++f->entry_count] = (entry){i, *head, att_term_weight(term)};
    *head = f->entry_count;
}

static int likelier(const void *pa, const void *pb)
{
    const found *a = pa, *b = pb;
    if (a->likeness != b->likeness) return a->likeness > b->likeness ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* The best of those touched, with their whole likeness. The index has the heavy words alone, so its sum is a lower bound. */
static uint32_t pick(finder *f, uint32_t i, double floor, found *out, uint32_t cap)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < f->touched_count; k++) {
        uint32_t j = f->touched[k];
        double rough = (double)f->score[j];
        f->score[j] = 0;
        if (rough < floor / 2 || n == cap) continue;
        double l = att_sketch_likeness(f->items[i].terms, f->items[i].n, f->items[j].terms, f->items[j].n);
        if (l >= floor) out[n++] = (found){j, l};
    }
    f->touched_count = 0;
    if (n > 1) qsort(out, n, sizeof *out, likelier);
    return n < KEPT ? n : KEPT;
}

static bool run(finder *f, uint32_t n, double floor, bool (*pair)(void *, uint32_t, uint32_t, double), void *ctx)
{
    enum { CAP = INDEXED * LOOK_BACK };
    found *best = malloc(CAP * sizeof *best);
    bool fine = best != NULL;
    for (uint32_t i = 0; i < n && fine; i++) {
        const att_story_item *it = &f->items[i];
        uint32_t least = bar(it);
        for (uint32_t k = 0; k < it->n; k++)
            if ((it->terms[k] & 0xFF) >= least) look(f, i, it->terms[k]);
        uint32_t m = pick(f, i, floor, best, CAP);
        for (uint32_t k = 0; k < m && fine; k++) fine = pair(ctx, best[k].item, i, best[k].likeness);
        for (uint32_t k = 0; k < it->n; k++)
            if ((it->terms[k] & 0xFF) >= least) enter(f, i, it->terms[k]);
    }
    free(best);
    return fine;
}

bool att_stories_pairs(const att_story_item *items, uint32_t n, double floor, bool (*pair)(void *, uint32_t, uint32_t, double), void *ctx)
{
    size_t entries = 1;
    for (uint32_t i = 0; i < n; i++) entries += items[i].n < INDEXED ? items[i].n : INDEXED;
    finder f = {.items = items};
    f.heads = calloc(KEYS, sizeof *f.heads);
    f.entries = calloc(entries, sizeof *f.entries);
    f.score = calloc((size_t)n + 1, sizeof *f.score);
    f.touched = malloc(((size_t)n + 1) * sizeof *f.touched);
    bool fine = f.heads && f.entries && f.score && f.touched && run(&f, n, floor, pair, ctx);
    free(f.heads);
    free(f.entries);
    free(f.score);
    free(f.touched);
    return fine;
}
