#include "story/wording.h"

#include <stdlib.h>

#include "story/fold.h"

enum { MAX_STEMS = 64 };
static const double SAYS_SOMETHING = 1.6; /* rarity */

static int by_stem(const void *pa, const void *pb)
{
    const att_weighed_stem *a = pa, *b = pb;
    if (a->stem != b->stem) return a->stem < b->stem ? -1 : 1;
    return (a->weight < b->weight) - (a->weight > b->weight);
}

att_wording att_wording_of(const att_story_words *words, att_arena *arena, att_slice sentence)
{
    att_weighed_stem stems[MAX_STEMS];
    uint32_t n = 0, m = 0, at = 0;
    att_wording out = {0};
    att_folded w;
    while (n < MAX_STEMS && att_fold_next(sentence, &at, &w)) {
        double rarity = att_word_rarity(words, att_fold_stem(&w));
        if (rarity >= SAYS_SOMETHING) stems[n++] = (att_weighed_stem){(uint32_t)att_hash(att_fold_stem(&w)), (float)rarity};
    }
    if (n) qsort(stems, n, sizeof *stems, by_stem);
    for (uint32_t i = 0; i < n; i++) {
        if (m && stems[m - 1].stem == stems[i].stem) continue;
        stems[m++] = stems[i];
        out.weight += (double)stems[i].weight;
    }
    att_weighed_stem *own = att_new(arena, att_weighed_stem, m + 1);
    if (m) memcpy(own, stems, m * sizeof *own);
    out.at = own;
    out.n = m;
    return out;
}

double att_wording_alike(const att_wording *a, const att_wording *b)
{
    double shared = 0;
    if (a->weight + b->weight == 0) return 0;
    for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
        uint32_t x = a->at[i].stem, y = b->at[k].stem;
        if (x == y) shared += (double)a->at[i].weight + (double)b->at[k].weight;
        i += x <= y;
        k += y <= x;
    }
    return shared / (a->weight + b->weight);
}
