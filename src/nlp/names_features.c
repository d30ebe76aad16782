/* names_features.c: what speaks for and against a name at one word. Numbers of templates are part of the file: a change needs a new
 * NAMES_FORMAT. */
#include "nlp/names_int.h"

typedef struct {
    const att_names_lattice *l;
    uint32_t *out, n;
    uint32_t beg, end; /* the sentence */
} bag;

static void put(bag *b, uint32_t template, uint64_t value)
{
    uint64_t h = (value + (uint64_t)(template + 1) * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    h ^= h >> 32;
    b->out[b->n++] = (uint32_t)((h * 0xD6E8FEB86659FD93u) >> (64 - NAMES_BITS));
}

static uint64_t two(uint64_t x, uint64_t y) { return (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9u + y; }

static const att_names_word EDGE = {.lower = 1, .form = 1, .shape = 1, .caps = 15, .place = 7};

static const att_names_word *at(const bag *b, uint32_t t, int by)
{
    int64_t k = (int64_t)t + by;
    return k >= b->beg && k < b->end ? &b->l->word[k] : &EDGE;
}

static uint32_t pos(const bag *b, uint32_t t, int by)
{
    int64_t k = (int64_t)t + by;
    return k >= b->beg && k < b->end ? b->l->doc->toks.at[k].upos : 31;
}

static void put_words(bag *b, uint32_t t)
{
    const att_names_word *w = at(b, t, 0), *p = at(b, t, -1), *n = at(b, t, 1), *pp = at(b, t, -2), *nn = at(b, t, 2);
    put(b, 0, 0);
    put(b, 1, w->lower);
    put(b, 2, p->lower);
    put(b, 3, n->lower);
    put(b, 4, pp->lower);
    put(b, 5, nn->lower);
    put(b, 6, w->form);
    put(b, 7, two(p->lower, w->lower));
    put(b, 8, two(w->lower, n->lower));
    put(b, 9, two(pp->lower, p->lower));
    put(b, 10, two(n->lower, nn->lower));
    put(b, 11, two(p->lower, n->lower));
    put(b, 12, two(w->shape, w->caps));
    put(b, 13, two(p->shape, w->shape));
    put(b, 14, two(w->shape, n->shape));
    put(b, 15, two(two(p->shape, w->shape), n->shape));
    bool cap = w->caps != 0;
    for (uint32_t i = 0; i < 3; i++) put(b, 16 + i, two(w->suffix[i], cap)), put(b, 19 + i, two(w->prefix[i], cap));
    put(b, 22, w->fine);
    put(b, 23, p->fine);
    put(b, 24, n->fine);
    put(b, 25, pp->fine);
    put(b, 26, nn->fine);
    put(b, 27, two(w->coarse, w->caps));
    put(b, 28, two(p->coarse, w->coarse));
    put(b, 29, two(w->coarse, n->coarse));
    put(b, 30, two(two(p->coarse, w->coarse), n->coarse));
    put(b, 31, two(p->fine, w->caps));
    put(b, 32, two(n->fine, w->caps));
    put(b, 33, two(two(pp->coarse, p->coarse), w->caps));
    put(b, 34, two(two(n->coarse, nn->coarse), w->caps));
}

static void put_tags(bag *b, uint32_t t)
{
    const att_tok *k = &b->l->doc->toks.at[t];
    const att_names_word *w = at(b, t, 0);
    uint32_t p0 = pos(b, t, 0), p1 = pos(b, t, -1), p2 = pos(b, t, 1);
    put(b, 40, two(p0, w->caps));
    put(b, 41, p1 << 8 | p0);
    put(b, 42, p0 << 8 | p2);
    put(b, 43, p1 << 16 | p0 << 8 | p2);
    put(b, 44, two(k->xpos, w->caps));
    put(b, 45, two(p1 << 8 | p2, w->lower));
    /* the tree: what the word does, and for whom */
    put(b, 46, two(k->deprel, p0));
    const att_names_word *head = k->head ? &b->l->word[k->head] : &EDGE;
    put(b, 47, two(head->lower, k->deprel));
    put(b, 48, two(head->fine, k->deprel));
    put(b, 49, two(two(head->coarse, k->deprel), w->fine));
    put(b, 50, two(two(head->phrase, head->words), k->deprel));
}

static void put_dictionaries(bag *b, uint32_t t)
{
    const att_names_word *w = at(b, t, 0), *p = at(b, t, -1), *n = at(b, t, 1), *pp = at(b, t, -2), *nn = at(b, t, 2);
    uint32_t own = (uint32_t)w->phrase << 3 | w->place;
    put(b, 60, two(own, w->caps));
    for (uint32_t i = 0; i < 6; i++)
        if (w->phrase & 1u << i) put(b, 61, (i << 3 | w->place) << 1 | (w->caps != 0));
    put(b, 62, two(own, (uint32_t)p->phrase << 3 | p->place));
    put(b, 63, two(own, (uint32_t)n->phrase << 3 | n->place));
    put(b, 64, two(w->words, w->caps));
    for (uint32_t i = 0; i < 8; i++)
        if (w->words & 1u << i) put(b, 65, i << 1 | (w->caps != 0));
    put(b, 66, two(p->words, p->caps));
    put(b, 67, two(n->words, n->caps));
    put(b, 68, two(pp->words, pp->caps));
    put(b, 69, two(nn->words, nn->caps));
    put(b, 70, two(two(p->words, w->words), w->caps));
    put(b, 71, two(two(w->words, n->words), w->caps));
    put(b, 72, two(two(p->words, w->words) , two(n->words, w->caps)));
    put(b, 73, two(own, w->words));
}

/* Given names, surnames and towns. */
static void put_lists(bag *b, uint32_t t)
{
    const att_names_word *w = at(b, t, 0), *p = at(b, t, -1), *n = at(b, t, 1);
    put(b, 74, two(w->lists, w->caps));
    put(b, 75, two((uint32_t)p->lists << 5 | w->lists, two(p->caps, w->caps)));
    put(b, 76, two((uint32_t)w->lists << 5 | n->lists, two(w->caps, n->caps)));
    put(b, 77, two((uint32_t)(p->lists & 7) << 6 | (uint32_t)(w->lists & 7) << 3 | (n->lists & 7), w->caps));
    put(b, 84, two((uint32_t)w->listed << 4 | n->listed, w->caps));
    put(b, 85, two((uint32_t)w->listed << 5 | (w->lists & 15), two(w->phrase, w->place)));
    put(b, 78, two((uint32_t)w->lists << 8 | w->words, (uint32_t)w->phrase << 3 | w->place));
    put(b, 79, two((uint32_t)w->lists << 8 | w->style, two(w->caps, w->coarse)));
}

/* Heads of organisations and kinds of land in the same run of capitals: "Bank", "County" up to four words on. */
static void put_run(bag *b, uint32_t t)
{
    uint32_t ahead = 0, back = 0, seen = 0;
    for (int i = 1; i <= 4; i++) {
        const att_names_word *n = at(b, t, i);
        if (n == &EDGE || (!n->candidate && pos(b, t, i) != ATT_ADP && pos(b, t, i) != ATT_DET)) break;
        ahead |= n->words & (NAMES_W_ORG | NAMES_W_LAND | NAMES_W_SURNAME);
        seen++;
    }
    put(b, 80, ahead << 8 | (at(b, t, 0)->caps != 0));
    for (int i = 1; i <= 4; i++) {
        const att_names_word *p = at(b, t, -i);
        if (p == &EDGE || (!p->candidate && pos(b, t, -i) != ATT_ADP && pos(b, t, -i) != ATT_DET)) break;
        back |= p->words & (NAMES_W_ORG | NAMES_W_LAND | NAMES_W_GIVEN | NAMES_W_TITLE);
        seen += 8;
    }
    put(b, 81, back << 8 | (at(b, t, 0)->caps != 0));
    put(b, 82, two(ahead << 8 | back, at(b, t, 0)->caps));
    put(b, 83, seen);
}

static uint32_t some(uint32_t n) { return n == 0 ? 0 : n == 1 ? 1 : n < 5 ? 2 : 3; }

static void put_document(bag *b, uint32_t t)
{
    const att_names_word *w = at(b, t, 0);
    const att_names_tally *n = att_names_tally_of(b->l, t);
    bool usual = w->style == 0 || w->style == 3;
    uint32_t lower = some(n->lower - (usual && w->caps == 0 && n->lower)), cap = some(n->cap - (usual && (w->caps == 2 || w->caps == 3) && n->cap));
    put(b, 90, two(lower << 4 | cap, w->caps));
    put(b, 91, w->style << 4 | w->caps);
    put(b, 92, two(w->style << 8 | w->caps, w->coarse));
    put(b, 93, two(lower << 4 | cap, (uint32_t)w->style << 4 | w->caps));
}

uint32_t att_names_features(const att_names_lattice *l, uint32_t t, uint32_t out[NAMES_MAX_FEATURES])
{
    const att_sent *s = &l->doc->sents.at[l->doc->toks.at[t].sent];
    bag b = {l, out, 0, s->tok_beg, s->tok_end};
    put_tags(&b, t); /* first: the trainer hides the first NAMES_TREE_FEATURES at times */
    put_words(&b, t);
    put_dictionaries(&b, t);
    put_lists(&b, t);
    put_run(&b, t);
    put_document(&b, t);
    return b.n;
}

/* What the word is elsewhere: the kind most of the others are, 0 when nothing is known, and how sure that is. */
static uint32_t told(const att_names_lattice *l, uint32_t t)
{
    const att_names_tally *n = att_names_tally_of(l, t);
    uint32_t best = 0, sum = 0, top = 0;
    for (uint32_t k = 0; k < 4; k++) {
        bool own = l->tags[t] ? (uint32_t)NAMES_KIND(l->tags[t]) == k : k == 0 && (l->word[t].caps == 2 || l->word[t].caps == 3);
        uint32_t c = n->kind[k] - (own && n->kind[k]);
        sum += c;
        if (c > top) top = c, best = k;
    }
    if (!sum) return 0;
    return 1 + best + 8 * some(top) + 64 * (top * 4 >= sum * 3) + 128 * (n->last > 0);
}

uint32_t att_names_features_told(const att_names_lattice *l, uint32_t t, uint32_t out[NAMES_MAX_FEATURES])
{
    const att_sent *s = &l->doc->sents.at[l->doc->toks.at[t].sent];
    bag b = {l, out, 0, s->tok_beg, s->tok_end};
    uint32_t own = told(l, t), before = t > s->tok_beg && l->word[t - 1].candidate ? told(l, t - 1) : 0;
    uint32_t behind = t + 1 < s->tok_end && l->word[t + 1].candidate ? told(l, t + 1) : 0;
    uint8_t caps = l->word[t].caps;
    put(&b, 100, two(own, caps));
    put(&b, 101, two(own & 7, caps));
    put(&b, 102, (before & 7) << 3 | (own & 7));
    put(&b, 103, (own & 7) << 3 | (behind & 7));
    put(&b, 104, two((before & 7) << 6 | (own & 7) << 3 | (behind & 7), caps));
    put(&b, 105, (own & 7) << 4 | l->tags[t]);
    return b.n;
}
