/* candidates.c: pairs of articles that may belong together, from an inverted index of their heaviest words.
 *
 * The index is made as a whole, list by list in the order of the items, and each item then looks back from its own places in it. So
 * items can be looked up by several threads, and lists are read from one end to the other.
 */
#include <stdatomic.h>
#include <stdlib.h>

#include "base/each.h"
#include "story/dot.h"
#include "story/stories.h"

/* Of a list only the latest entries are looked at: a word that is in more articles of half a year tells nothing. */
enum { INDEXED = 32, LOOK_BACK = 96, KEPT = 24, MOST = INDEXED * LOOK_BACK };
/* Items that a thread takes at once, and the number of such blocks after which the pairs found are handed over. */
enum { BLOCK = 128, ROUND = 512 };

typedef struct {
    uint32_t item, term;
} entry;

typedef struct {
    uint32_t item;
    double likeness;
} found;

typedef struct {
    found *at; /* of the items of a block, one after the other */
    uint32_t n, cap;
    uint32_t of[BLOCK]; /* how many of each */
} block;

typedef struct {
    float *score;      /* of the item at hand with each earlier one */
    uint32_t *touched;
    found *best;
    att_dot dot;       /* the item at hand */
} bench;

typedef struct {
    const att_story_item *items;
    uint32_t n, threads;
    double floor;
    entry *entries;    /* by key, then item */
    uint32_t *first;   /* item -> its first place in where; n + 1 of them */
    uint32_t *where;   /* places in entries */
    uint32_t *reach;   /* item -> the first one that is not too long before it */
    bench benches[ATT_EACH_MAX];
    block *blocks;
    uint32_t from;     /* item with which the round begins */
    atomic_bool failed;
} finder;

static void lay_out(att_dot *d, const att_story_item *it)
{
    att_dot_clear(d);
    for (uint32_t i = 0; i < it->n; i++) att_dot_put(d, att_term_key(it->terms[i]), att_term_weight(it->terms[i]));
}

/* Cosine of the item laid out and another. */
static double likeness(const att_dot *d, const att_story_item *it)
{
    double sum = 0;
    for (uint32_t i = 0; i < it->n; i++) sum += att_dot_with(d, att_term_key(it->terms[i]), att_term_weight(it->terms[i]));
    return sum;
}

/* ---- the index ---- */

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

/* Stable, by 12 bits of the terms' keys. */
static void sort_by(const entry *e, const uint32_t *order, uint32_t n, uint32_t shift, uint32_t *out)
{
    enum { BITS = 12, VALUES = 1 << BITS };
    uint32_t start[VALUES + 1] = {0};
    for (uint32_t i = 0; i < n; i++) start[(att_term_key(e[i].term) >> shift & (VALUES - 1)) + 1]++;
    for (uint32_t v = 0; v < VALUES; v++) start[v + 1] += start[v];
    for (uint32_t i = 0; i < n; i++) {
        uint32_t k = order ? order[i] : i;
        out[start[att_term_key(e[k].term) >> shift & (VALUES - 1)]++] = k;
    }
}

static bool sort_entries(finder *f, entry *plain, uint32_t n)
{
    uint32_t *half = malloc(((size_t)n + 1) * sizeof *half), *order = malloc(((size_t)n + 1) * sizeof *order);
    f->entries = malloc(((size_t)n + 1) * sizeof *f->entries);
    f->where = malloc(((size_t)n + 1) * sizeof *f->where);
    bool fine = half && order && f->entries && f->where;
    if (fine) {
        sort_by(plain, NULL, n, 0, half);
        sort_by(plain, half, n, 12, order);
        for (uint32_t i = 0; i < n; i++) {
            f->entries[i] = plain[order[i]];
            f->where[order[i]] = i;
        }
    }
    free(half);
    free(order);
    return fine;
}

static bool make_index(finder *f)
{
    uint32_t n = 0, near = 0;
    size_t most = 1;
    for (uint32_t i = 0; i < f->n; i++) most += f->items[i].n < INDEXED ? f->items[i].n : INDEXED;
    entry *plain = most < UINT32_MAX ? malloc(most * sizeof *plain) : NULL;
    f->first = malloc(((size_t)f->n + 1) * sizeof *f->first);
    f->reach = malloc(((size_t)f->n + 1) * sizeof *f->reach);
    bool fine = plain && f->first && f->reach;
    for (uint32_t i = 0; i < f->n && fine; i++) {
        const att_story_item *it = &f->items[i];
        uint32_t least = bar(it);
        f->first[i] = n;
        for (uint32_t k = 0; k < it->n; k++)
            if ((it->terms[k] & 0xFF) >= least) plain[n++] = (entry){i, it->terms[k]};
        while (it->day != ATT_NO_DAY && it->day - f->items[near].day > ATT_STORY_MAX_GAP) near++;
        f->reach[i] = it->day == ATT_NO_DAY ? 0 : near;
    }
    if (fine) {
        f->first[f->n] = n;
        fine = sort_entries(f, plain, n);
    }
    free(plain);
    return fine;
}

/* ---- looking up ---- */

static uint32_t look(const finder *f, bench *b, uint32_t i)
{
    uint32_t touched = 0;
    for (uint32_t k = f->first[i]; k < f->first[i + 1]; k++) {
        uint32_t place = f->where[k], term = f->entries[place].term, left = LOOK_BACK;
        float weight = att_term_weight(term);
        while (left-- && place-- > 0) {
            const entry *e = &f->entries[place];
            if (att_term_key(e->term) != att_term_key(term) || e->item < f->reach[i]) break;
            if (b->score[e->item] == 0) b->touched[touched++] = e->item;
            b->score[e->item] += att_term_weight(e->term) * weight;
        }
    }
    return touched;
}

static int likelier(const void *pa, const void *pb)
{
    const found *a = pa, *b = pb;
    if (a->likeness != b->likeness) return a->likeness > b->likeness ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* The best of those touched, with their whole likeness. The index has the heavy words alone, so its sum is a lower bound. */
static uint32_t pick(const finder *f, bench *b, uint32_t i, uint32_t touched)
{
    uint32_t n = 0;
    lay_out(&b->dot, &f->items[i]);
    for (uint32_t k = 0; k < touched; k++) {
        uint32_t j = b->touched[k];
        double rough = (double)b->score[j];
        b->score[j] = 0;
        if (rough < f->floor / 2) continue;
        double l = likeness(&b->dot, &f->items[j]);
        if (l >= f->floor) b->best[n++] = (found){j, l};
    }
    if (n > 1) qsort(b->best, n, sizeof *b->best, likelier);
    return n < KEPT ? n : KEPT;
}

static bool keep(block *to, const found *best, uint32_t n)
{
    if (to->n + n > to->cap) {
        uint32_t cap = to->cap ? to->cap * 2 : BLOCK * 4;
        while (cap < to->n + n) cap *= 2;
        found *more = realloc(to->at, cap * sizeof *more);
        if (!more) return false;
        to->at = more;
        to->cap = cap;
    }
    for (uint32_t i = 0; i < n; i++) to->at[to->n++] = best[i];
    return true;
}

static void look_up(void *ctx, uint32_t worker, uint32_t number)
{
    finder *f = ctx;
    bench *b = &f->benches[worker];
    block *to = &f->blocks[number];
    to->n = 0;
    for (uint32_t k = 0, i = f->from + number * BLOCK; k < BLOCK && i < f->n && !f->failed; k++, i++) {
        to->of[k] = pick(f, b, i, look(f, b, i));
        if (!keep(to, b->best, to->of[k])) f->failed = true;
    }
}

static bool set_benches(finder *f)
{
    bool fine = true;
    for (uint32_t w = 0; w < f->threads && fine; w++) {
        bench *b = &f->benches[w];
        b->score = calloc((size_t)f->n + 1, sizeof *b->score);
        b->touched = malloc(MOST * sizeof *b->touched);
        b->best = malloc(MOST * sizeof *b->best);
        fine = b->score && b->touched && b->best;
    }
    f->blocks = calloc(ROUND, sizeof *f->blocks);
    return fine && f->blocks;
}

static bool run(finder *f, bool (*pair)(void *, uint32_t, uint32_t, double), void *ctx)
{
    bool fine = true;
    for (f->from = 0; f->from < f->n && fine; f->from += BLOCK * ROUND) {
        uint32_t left = (f->n - f->from + BLOCK - 1) / BLOCK, count = left < ROUND ? left : ROUND;
        att_each(f->threads, count, look_up, f);
        fine = !f->failed;
        for (uint32_t b = 0; b < count && fine; b++)
            for (uint32_t k = 0, i = f->from + b * BLOCK, at = 0; k < BLOCK && i < f->n && fine; k++, i++)
                for (uint32_t left_of = f->blocks[b].of[k]; left_of-- && fine; at++) fine = pair(ctx, f->blocks[b].at[at].item, i, f->blocks[b].at[at].likeness);
    }
    return fine;
}

static void release(finder *f)
{
    for (uint32_t w = 0; w < f->threads; w++) {
        free(f->benches[w].score);
        free(f->benches[w].touched);
        free(f->benches[w].best);
    }
    for (uint32_t b = 0; f->blocks && b < ROUND; b++) free(f->blocks[b].at);
    free(f->blocks);
    free(f->entries);
    free(f->first);
    free(f->where);
    free(f->reach);
}

bool att_stories_pairs(const att_story_item *items, uint32_t n, double floor, uint32_t threads, bool (*pair)(void *, uint32_t, uint32_t, double),
                       void *ctx)
{
    finder f = {.items = items, .n = n, .threads = threads < 1 ? 1 : threads > ATT_EACH_MAX ? ATT_EACH_MAX : threads, .floor = floor};
    bool fine = make_index(&f) && set_benches(&f) && run(&f, pair, ctx);
    release(&f);
    return fine;
}
