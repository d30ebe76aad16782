#include "story/rewrite.h"

#include <stdlib.h>

#include "story/fold.h"

/* Sentences of less weight say too little to be recognised; a counterpart shares so much of the weight of both. */
static const double MIN_WEIGHT = 12, ALIKE = 0.40;
/* Words in over a fifth of all articles don't count. */
static const double COMMON = 1.6;
static const double NAME = 1.5;

typedef struct {
    uint32_t stem;
    float weight;
} fact;

typedef struct {
    const fact *facts; /* sorted by stem, each once */
    uint32_t n;
    double weight;
} line;

struct att_profile {
    line *lines;
    uint32_t n;
    double weight;
    const uint32_t *pairs; /* of neighbouring words, sorted, each once */
    uint32_t pair_count;
};

static int by_stem(const void *pa, const void *pb)
{
    const fact *a = pa, *b = pb;
    if (a->stem != b->stem) return a->stem < b->stem ? -1 : 1;
    return (a->weight < b->weight) - (a->weight > b->weight);
}

/* Does a sentence end in the gap between two words? The next word begins with a capital, or there is a line end. */
static bool ends_between(att_slice text, uint32_t beg, uint32_t end)
{
    bool stop = false;
    for (uint32_t i = beg; i < end; i++) {
        char c = text.ptr[i];
        if (c == '\n') return true;
        if (c == '.' || c == '!' || c == '?') stop = true;
        if (stop && c == ' ') return end < text.len && (att_is_upper((unsigned char)text.ptr[end]) || att_is_digit((unsigned char)text.ptr[end]));
    }
    return false;
}

typedef struct {
    att_arena *arena;
    ATT_VEC(line) lines;
    ATT_VEC(fact) facts; /* of the sentence at hand */
    ATT_VEC(uint32_t) pairs;
    double weight;
} reader;

static void close_line(reader *r)
{
    uint32_t n = 0;
    line l = {0};
    if (r->facts.n) qsort(r->facts.at, r->facts.n, sizeof *r->facts.at, by_stem);
    for (uint32_t i = 0; i < r->facts.n; i++) {
        if (n && r->facts.at[n - 1].stem == r->facts.at[i].stem) continue;
        r->facts.at[n++] = r->facts.at[i];
        l.weight += (double)r->facts.at[i].weight;
    }
    r->facts.n = 0;
    if (l.weight < MIN_WEIGHT || r->lines.n == ATT_REWRITE_MAX_SENTENCES) return;
    fact *own = att_new(r->arena, fact, n);
    if (n) memcpy(own, r->facts.at, n * sizeof *own);
    l.facts = own;
    l.n = n;
    *att_push(r->arena, &r->lines) = l;
    r->weight += l.weight;
}

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return (a > b) - (a < b);
}

static uint32_t unique(uint32_t *at, uint32_t n)
{
    uint32_t m = 0;
    if (n) qsort(at, n, sizeof *at, by_number);
    for (uint32_t i = 0; i < n; i++)
        if (m == 0 || at[m - 1] != at[i]) at[m++] = at[i];
    return m;
}

const att_profile *att_profile_of(const att_story_words *words, att_arena *arena, att_slice text)
{
    reader r = {.arena = arena};
    att_folded w;
    uint32_t last = 0, count = 0;
    uint64_t before = 0;
    for (uint32_t at = 0; count++ < ATT_REWRITE_MAX_WORDS && att_fold_next(text, &at, &w); last = w.span.end) {
        if (last && ends_between(text, last, w.span.beg)) close_line(&r);
        uint64_t stem = att_hash(att_fold_stem(&w));
        if (before) *att_push(arena, &r.pairs) = (uint32_t)att_hash2(before, stem);
        before = stem;
        double rarity = att_word_rarity(words, att_fold_stem(&w));
        if (rarity < COMMON || (w.stem_len < 2 && !w.number)) continue;
        if (w.capital || w.number) rarity *= NAME;
        *att_push(arena, &r.facts) = (fact){(uint32_t)stem, (float)rarity};
    }
    close_line(&r);
    att_profile *p = att_new(arena, att_profile, 1);
    *p = (att_profile){r.lines.at, r.lines.n, r.weight, r.pairs.at, unique(r.pairs.at, r.pairs.n)};
    return p;
}

/* Dice's coefficient of the weights. */
static double alike(const line *a, const line *b)
{
    double shared = 0;
    for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
        uint32_t x = a->facts[i].stem, y = b->facts[k].stem;
        if (x == y) shared += (double)a->facts[i].weight + (double)b->facts[k].weight;
        i += x <= y;
        k += y <= x;
    }
    return shared / (a->weight + b->weight);
}

/* Of the text with fewer. */
static double pairs_shared(const att_profile *a, const att_profile *b)
{
    uint32_t shared = 0, least = a->pair_count < b->pair_count ? a->pair_count : b->pair_count;
    for (uint32_t i = 0, k = 0; i < a->pair_count && k < b->pair_count;) {
        uint32_t x = a->pairs[i], y = b->pairs[k];
        shared += x == y;
        i += x <= y;
        k += y <= x;
    }
    return least ? (double)shared / least : 0;
}

double att_rewrite_share(const att_profile *a, const att_profile *b)
{
    const att_profile *few = a->weight <= b->weight ? a : b, *many = few == a ? b : a;
    double aligned = 0;
    uint32_t count = 0;
    if (few->n < ATT_REWRITE_MIN_SENTENCES || pairs_shared(a, b) < ATT_REWRITE_PAIRS) return 0;
    for (uint32_t i = 0; i < few->n; i++) {
        double best = 0;
        for (uint32_t k = 0; k < many->n && best < 1; k++) {
            double x = alike(&few->lines[i], &many->lines[k]);
            if (x > best) best = x;
        }
        if (best >= ALIKE) {
            aligned += few->lines[i].weight;
            count++;
        }
    }
    return count >= ATT_REWRITE_MIN_SENTENCES - 1 ? aligned / few->weight : 0;
}
