#include "story/stories.h"

#include <stdlib.h>
#include <string.h>

#include "story/dot.h"

/* Sums of large groups keep their heaviest terms. */
enum { MAX_TERMS = 400 };
_Static_assert((int)MAX_TERMS <= (int)ATT_DOT_MOST, "a group is laid out for its products");
/* Pairs of single articles may be this much less alike than groups must be: their groups may still come to be. */
static const double SLACK = 0.6;

typedef struct {
    uint32_t key;
    float weight;
} part;

typedef struct {
    part *parts; /* sum of the articles' vectors, sorted by key; NULL once the group has been joined to another */
    uint32_t n, articles, first, pin; /* first: item with the smallest index */
    att_day beg, end;
    uint32_t *near;  /* groups to compare with; may be stale */
    uint32_t near_count, near_cap;
    uint32_t into;   /* the group that it has become part of; itself while it lives */
} group;

typedef struct {
    double likeness;
    uint32_t a, b;
} join;

typedef struct {
    const att_story_item *items;
    group *groups;
    uint32_t n, cap;
    uint32_t *group_of; /* item -> the group that it began in */
    join *heap;
    size_t heap_count, heap_cap;
    part *merged;       /* scratch */
    att_dot *dot;       /* the group that others are compared with */
    uint32_t threads;
    bool failed;
} maker;

static uint32_t find(maker *m, uint32_t g)
{
    while (m->groups[g].into != g) {
        m->groups[g].into = m->groups[m->groups[g].into].into;
        g = m->groups[g].into;
    }
    return g;
}

/* ---- the heap of joins: the likeliest on top, ties by number ---- */

static bool before(const join *x, const join *y)
{
    if (x->likeness != y->likeness) return x->likeness > y->likeness;
    return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static void push(maker *m, join j)
{
    if (m->heap_count == m->heap_cap) {
        size_t cap = m->heap_cap ? m->heap_cap * 2 : 1024;
        join *more = realloc(m->heap, cap * sizeof *more);
        if (!more) {
            m->failed = true;
            return;
        }
        m->heap = more;
        m->heap_cap = cap;
    }
    size_t i = m->heap_count++;
    for (; i && before(&j, &m->heap[(i - 1) / 2]); i = (i - 1) / 2) m->heap[i] = m->heap[(i - 1) / 2];
    m->heap[i] = j;
}

static join pop(maker *m)
{
    join top = m->heap[0], last = m->heap[--m->heap_count];
    size_t i = 0, c;
    while ((c = 2 * i + 1) < m->heap_count) {
        if (c + 1 < m->heap_count && before(&m->heap[c + 1], &m->heap[c])) c++;
        if (!before(&m->heap[c], &last)) break;
        m->heap[i] = m->heap[c];
        i = c;
    }
    m->heap[i] = last;
    return top;
}

/* ---- groups ---- */

static void lay_out(maker *m, const group *a)
{
    att_dot_clear(m->dot);
    for (uint32_t i = 0; i < a->n; i++) att_dot_put(m->dot, a->parts[i].key, a->parts[i].weight);
}

/* Of the group laid out with another. */
static double likeness(const maker *m, const group *a, const group *b)
{
    double sum = 0;
    if (a->pin && b->pin && a->pin != b->pin) return 0;
    if (a->articles + b->articles > ATT_STORY_MAX_ARTICLES) return 0;
    for (uint32_t i = 0; i < b->n; i++) sum += att_dot_with(m->dot, b->parts[i].key, b->parts[i].weight);
    sum /= (double)a->articles * b->articles;
    if (a->beg == ATT_NO_DAY || b->beg == ATT_NO_DAY) return sum;
    att_day gap = a->beg > b->end ? a->beg - b->end : b->beg > a->end ? b->beg - a->end : 0;
    return gap > ATT_STORY_MAX_GAP ? 0 : sum / (1 + (double)gap / ATT_STORY_FADE_DAYS);
}

/* Joins of a group with its neighbours from `first` on, if they are alike enough. */
static void push_near(maker *m, uint32_t g, uint32_t first)
{
    const group *x = &m->groups[g];
    lay_out(m, x);
    for (uint32_t i = 0; i < x->near_count && !m->failed; i++) {
        uint32_t o = x->near[i];
        double l = o >= first ? likeness(m, x, &m->groups[o]) : 0;
        if (l >= ATT_STORY_LIKENESS) push(m, (join){l, o < g ? o : g, o < g ? g : o});
    }
}

static int heavier(const void *pa, const void *pb)
{
    const part *a = pa, *b = pb;
    if (a->weight != b->weight) return a->weight > b->weight ? -1 : 1;
    return (a->key > b->key) - (a->key < b->key);
}

static int by_key(const void *pa, const void *pb)
{
    const part *a = pa, *b = pb;
    return (a->key > b->key) - (a->key < b->key);
}

/* The sum of two vectors into m->merged; returns its length. */
static uint32_t add(maker *m, const group *a, const group *b)
{
    uint32_t n = 0, i = 0, k = 0;
    while (i < a->n || k < b->n) {
        if (k == b->n || (i < a->n && a->parts[i].key < b->parts[k].key)) {
            m->merged[n++] = a->parts[i++];
        } else if (i == a->n || b->parts[k].key < a->parts[i].key) {
            m->merged[n++] = b->parts[k++];
        } else {
            m->merged[n] = a->parts[i++];
            m->merged[n++].weight += b->parts[k++].weight;
        }
    }
    if (n <= MAX_TERMS) return n;
    qsort(m->merged, n, sizeof *m->merged, heavier);
    qsort(m->merged, MAX_TERMS, sizeof *m->merged, by_key);
    return MAX_TERMS;
}

static att_day min_day(att_day a, att_day b) { return a == ATT_NO_DAY ? b : b == ATT_NO_DAY || a < b ? a : b; }
static att_day max_day(att_day a, att_day b) { return a == ATT_NO_DAY ? b : b == ATT_NO_DAY || a > b ? a : b; }

/* b becomes part of a. */
static void absorb(maker *m, uint32_t ia, uint32_t ib)
{
    group *a = &m->groups[ia], *b = &m->groups[ib];
    uint32_t n = add(m, a, b);
    part *parts = realloc(a->parts, (n ? n : 1) * sizeof *parts);
    if (!parts) {
        m->failed = true;
        return;
    }
    memcpy(parts, m->merged, n * sizeof *parts);
    a->parts = parts;
    a->n = n;
    a->articles += b->articles;
    if (b->first < a->first) a->first = b->first;
    if (!a->pin) a->pin = b->pin;
    a->beg = min_day(a->beg, b->beg);
    a->end = max_day(a->end, b->end);
    b->into = ia;
    free(b->parts);
    b->parts = NULL;
}

static void note_near(maker *m, uint32_t g, uint32_t other)
{
    group *x = &m->groups[g];
    if (x->near_count == x->near_cap) {
        uint32_t cap = x->near_cap ? x->near_cap * 2 : 8;
        uint32_t *more = realloc(x->near, cap * sizeof *more);
        if (!more) {
            m->failed = true;
            return;
        }
        x->near = more;
        x->near_cap = cap;
    }
    x->near[x->near_count++] = other;
}

static int by_number(const void *pa, const void *pb)
{
    uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;
    return (a > b) - (a < b);
}

/* A group's neighbours as they are called now, each once, itself left out. */
static void refresh(maker *m, uint32_t g)
{
    group *x = &m->groups[g];
    uint32_t n = 0;
    for (uint32_t i = 0; i < x->near_count; i++) x->near[i] = find(m, x->near[i]);
    if (x->near_count) qsort(x->near, x->near_count, sizeof *x->near, by_number);
    for (uint32_t i = 0; i < x->near_count; i++)
        if (x->near[i] != g && (n == 0 || x->near[n - 1] != x->near[i])) x->near[n++] = x->near[i];
    x->near_count = n;
}

/* A new group of a and b, with a number of its own, so that joins in the heap that name a or b are seen to be stale. */
static void unite(maker *m, uint32_t a, uint32_t b)
{
    uint32_t g = m->n++;
    group *x = &m->groups[g];
    *x = m->groups[a];
    x->into = g;
    m->groups[a].parts = NULL;
    m->groups[a].near = NULL;
    m->groups[a].into = g;
    absorb(m, g, b);
    for (uint32_t i = 0; i < m->groups[b].near_count; i++) note_near(m, g, m->groups[b].near[i]);
    free(m->groups[b].near);
    m->groups[b].near = NULL;
    refresh(m, g);
    push_near(m, g, 0);
}

static void begin_group(maker *m, uint32_t item)
{
    const att_story_item *it = &m->items[item];
    group *g = &m->groups[m->n];
    *g = (group){.articles = 1, .first = item, .pin = it->pin, .beg = it->day, .end = it->day, .into = m->n, .n = it->n};
    g->parts = malloc((it->n ? it->n : 1) * sizeof *g->parts);
    if (!g->parts) {
        m->failed = true;
        return;
    }
    for (uint32_t i = 0; i < it->n; i++) g->parts[i] = (part){att_term_key(it->terms[i]), att_term_weight(it->terms[i])};
    m->group_of[item] = m->n++;
}

typedef struct {
    uint32_t value, item;
} tied;

static int by_value(const void *pa, const void *pb)
{
    const tied *a = pa, *b = pb;
    if (a->value != b->value) return a->value < b->value ? -1 : 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* Items of one seed or pin begin together. */
static void tie(maker *m, uint32_t n, bool pins)
{
    tied *t = malloc(((size_t)n + 1) * sizeof *t);
    if (!t) {
        m->failed = true;
        return;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t v = pins ? m->items[i].pin : m->items[i].seed;
        if (v) t[count++] = (tied){v, i};
    }
    if (count) qsort(t, count, sizeof *t, by_value);
    for (uint32_t i = 1; i < count && !m->failed; i++) {
        if (t[i].value != t[i - 1].value) continue;
        uint32_t a = find(m, m->group_of[t[i - 1].item]), b = find(m, m->group_of[t[i].item]);
        bool apart = m->groups[a].pin && m->groups[b].pin && m->groups[a].pin != m->groups[b].pin;
        if (a != b && !apart) absorb(m, a, b);
    }
    free(t);
}

static bool near_pair(void *ctx, uint32_t j, uint32_t i, double l)
{
    maker *m = ctx;
    (void)l;
    uint32_t a = find(m, m->group_of[j]), b = find(m, m->group_of[i]);
    if (a == b) return true;
    note_near(m, a, b);
    note_near(m, b, a);
    return !m->failed;
}

static void cluster(maker *m, uint32_t n)
{
    for (uint32_t i = 0; i < n && !m->failed; i++) begin_group(m, i);
    if (!m->failed) tie(m, n, true);
    if (!m->failed) tie(m, n, false);
    if (!m->failed && !att_stories_pairs(m->items, n, SLACK * ATT_STORY_LIKENESS, m->threads, near_pair, m)) m->failed = true;
    for (uint32_t g = 0, had = m->n; g < had && !m->failed; g++) {
        if (!m->groups[g].parts) continue;
        refresh(m, g);
        push_near(m, g, g + 1);
    }
    while (m->heap_count && !m->failed) {
        join j = pop(m);
        if (m->groups[j.a].parts && m->groups[j.b].parts) unite(m, j.a, j.b);
    }
}

bool att_stories_find(const att_story_item *items, uint32_t n, uint32_t threads, uint32_t *story)
{
    maker m = {.items = items, .threads = threads};
    m.groups = calloc((size_t)n * 2 + 1, sizeof *m.groups);
    m.group_of = calloc((size_t)n + 1, sizeof *m.group_of);
    m.merged = malloc((2 * (size_t)MAX_TERMS + 2 * ATT_SKETCH_TERMS) * sizeof *m.merged);
    m.dot = malloc(sizeof *m.dot);
    m.failed = !m.groups || !m.group_of || !m.merged || !m.dot;
    if (!m.failed) cluster(&m, n);
    for (uint32_t i = 0; i < n && !m.failed; i++) story[i] = m.groups[find(&m, m.group_of[i])].first;
    for (uint32_t g = 0; g < m.n; g++) {
        free(m.groups[g].parts);
        free(m.groups[g].near);
    }
    free(m.groups);
    free(m.group_of);
    free(m.merged);
    free(m.dot);
    free(m.heap);
    return !m.failed;
}
