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
    uint32_t count, capitals, first;
    bool in_title;
    double weight;
} term;

typedef struct {
    att_arena *arena;
    att_map map; /* stem -> index into terms */
    ATT_VEC(term) terms;
} bag;

static term *find(bag *b, const att_folded *w, uint32_t position)
{
    bool fresh;
    uint32_t *i = att_map_get(&b->map, att_fold_stem(w));
    if (i) return &b->terms.at[*i];
    att_slice own = att_copy(b->arena, att_fold_stem(w));
    i = att_map_put(&b->map, b->arena, own, &fresh);
    *i = b->terms.n;
    term *t = att_push(b->arena, &b->terms);
    *t = (term){.stem = own, .first = position};
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

static int heavier(const void *pa, const void *pb)
{
    const term *a = pa, *b = pb;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return att_cmp(a->stem, b->stem);
}

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return (a > b) - (a < b);
}

static void weigh(const att_story_words *words, bag *b)
{
    for (uint32_t i = 0; i < b->terms.n; i++) {
        term *t = &b->terms.at[i];
        double rarity = att_word_rarity(words, t->stem);
        if (rarity < COMMON) continue;
        uint32_t body = t->count - t->in_title;
        t->weight = rarity * (1 + log(t->count));
        if (body && t->capitals * 10 >= body * 7) t->weight *= NAME;
        if (t->in_title) t->weight *= TITLE;
        if (t->first < LEAD_WORDS) t->weight *= LEAD;
    }
    if (b->terms.n) qsort(b->terms.at, b->terms.n, sizeof *b->terms.at, heavier);
}

static void pack(const bag *b, att_sketch *out)
{
    uint32_t n = b->terms.n < ATT_SKETCH_TERMS ? b->terms.n : ATT_SKETCH_TERMS;
    double length = 0;
    for (uint32_t i = 0; i < n; i++) length += b->terms.at[i].weight * b->terms.at[i].weight;
    length = sqrt(length);
    for (uint32_t i = 0; i < n && b->terms.at[i].weight > 0; i++) {
        double w = b->terms.at[i].weight / length * 255;
        uint32_t byte = w < 1 ? 1 : w > 255 ? 255 : (uint32_t)(w + 0.5);
        out->terms[out->n++] = ((uint32_t)(att_hash(b->terms.at[i].stem) >> 40) << 8) | byte;
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
    weigh(words, &b);
    pack(&b, out);
    att_arena_rewind(scratch, m);
}
