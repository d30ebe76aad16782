#include "figure/bound.h"

typedef struct {
    const char *words; /* separated by one space */
    uint8_t bound;     /* att_bound */
    bool preposition;  /* may also be the preposition of the noun ("anger over two deaths") */
} phrase;

/* Longer ones first where one ends with another. */
static const phrase BEFORE[] = {
    {"no more than", ATT_AT_MOST, false}, {"not more than", ATT_AT_MOST, false}, {"no fewer than", ATT_AT_LEAST, false}, {"no less than", ATT_AT_LEAST, false},
    {"not less than", ATT_AT_LEAST, false}, {"more than", ATT_AT_LEAST, false}, {"greater than", ATT_AT_LEAST, false}, {"fewer than", ATT_AT_MOST, false},
    {"less than", ATT_AT_MOST, false}, {"at least", ATT_AT_LEAST, false}, {"at most", ATT_AT_MOST, false}, {"up to", ATT_AT_MOST, false}, {"as many as", ATT_AT_MOST, false},
    {"as much as", ATT_AT_MOST, false}, {"a maximum of", ATT_AT_MOST, false}, {"a minimum of", ATT_AT_LEAST, false}, {"upwards of", ATT_AT_LEAST, false},
    {"well over", ATT_AT_LEAST, false}, {"just over", ATT_AT_LEAST, false}, {"just under", ATT_AT_MOST, false}, {"close to", ATT_ABOUT, false}, {"in excess of", ATT_AT_LEAST, false},
    {"over", ATT_AT_LEAST, true}, {"above", ATT_AT_LEAST, true}, {"exceeding", ATT_AT_LEAST, false}, {"under", ATT_AT_MOST, true}, {"below", ATT_AT_MOST, true},
    {"an estimated", ATT_ABOUT, false}, {"estimated", ATT_ABOUT, false}, {"an average of", ATT_ABOUT, false}, {"approximately", ATT_ABOUT, false}, {"roughly", ATT_ABOUT, false}, {"nearly", ATT_ABOUT, false},
    {"almost", ATT_ABOUT, false}, {"about", ATT_ABOUT, true}, {"around", ATT_ABOUT, true}, {"some", ATT_ABOUT, false}, {"circa", ATT_ABOUT, false}, {"~", ATT_ABOUT, false},
    {NULL, ATT_EXACT, false}};

/* Number of tokens that end before token t and read as words, 0 = they don't. */
static uint32_t ends_with(const att_doc *doc, uint32_t from, uint32_t t, const char *words)
{
    att_slice rest = att_slice_of(words), w;
    uint32_t count = 0;
    for (const char *p = words; *p; p++) count += *p == ' ';
    count++;
    if (t < from + count) return 0;
    for (uint32_t k = t - count; att_split(&rest, ' ', &w); k++)
        if (!att_eq(doc->toks.at[k].lower, w)) return 0;
    return count;
}

/* The tree hangs the word before a small number on its noun as a preposition: "anger over two deaths". */
static bool is_preposition(const att_doc *doc, uint32_t word, const att_number *n)
{
    const att_tok *t = &doc->toks.at[word];
    return t->deprel == ATT_DEP_CASE && !(t->head >= n->beg && t->head < n->end) && n->value < 100 && !n->scaled;
}

att_bound att_bound_before(const att_doc *doc, uint32_t beg, const att_number *n, uint32_t *first)
{
    uint32_t from = doc->sents.at[doc->toks.at[beg].sent].tok_beg;
    *first = beg;
    for (const phrase *p = BEFORE; p->words; p++) {
        uint32_t k = ends_with(doc, from, beg, p->words);
        if (k == 0) continue;
        if (p->preposition && is_preposition(doc, beg - 1, n)) return ATT_EXACT;
        *first = beg - k;
        return (att_bound)p->bound;
    }
    return ATT_EXACT;
}

att_bound att_bound_after(const att_doc *doc, uint32_t *end, att_bound bound)
{
    uint32_t stop = doc->sents.at[doc->toks.at[*end - 1].sent].tok_end;
    const att_tok *t = doc->toks.at + *end;
    if (*end < stop && att_is(t->lower, "+")) {
        ++*end;
        return ATT_AT_LEAST;
    }
    if (*end + 1 >= stop || !att_is(t->lower, "or")) return bound;
    att_bound b = att_is(t[1].lower, "more") ? ATT_AT_LEAST : att_is(t[1].lower, "so") ? ATT_ABOUT
                : att_is(t[1].lower, "less") || att_is(t[1].lower, "fewer") ? ATT_AT_MOST : ATT_EXACT;
    if (b == ATT_EXACT) return bound;
    *end += 2;
    return b;
}
