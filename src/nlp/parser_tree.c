#include "nlp/parser_tree.h"

#include <string.h>

uint32_t att_far_class(uint32_t dep, uint32_t head)
{
    if (head == 0) return 0;
    uint32_t d = dep > head ? dep - head : head - dep;
    uint32_t k = d <= 6 ? d : d <= 8 ? 7 : d <= 11 ? 8 : d <= 15 ? 9 : d <= 22 ? 10 : d <= 32 ? 11 : d <= 60 ? 12 : 13;
    return dep > head ? k : k + 13;
}

/* Every word takes its best head. Where that makes a cycle, the cycle becomes one node, which stands in the slot of one of
 * its members, and chooses again; each table cell keeps the arc between words that it stands for. At the end the nodes are
 * opened again, newest first: the member that the node's arc enters takes that arc, the others keep their arc of the cycle.
 * Contractions cost O(n * size of cycle), so the whole is O(n^2). */
typedef struct {
    float *score;
    uint32_t N, nodes; /* slots; nodes: words, then contracted cycles */
    uint32_t *arc;     /* [N * N] dependent << 16 | head */
    uint32_t *best;    /* slot -> slot of its head; GONE when swallowed */
    uint32_t *node;    /* slot -> node */
    uint32_t *mark;    /* slot -> walk that saw it */
    uint32_t *ring;    /* slots of a cycle */
    uint32_t *up;      /* node -> node that swallowed it, 0 = none */
    uint32_t *chosen;  /* node -> its arc */
} work;

static const uint32_t GONE = UINT32_MAX;

static void choose(work *w, uint32_t d)
{
    const float *row = w->score + (size_t)d * w->N;
    uint32_t at = GONE;
    for (uint32_t h = 0; h < w->N; h++)
        if (h != d && w->best[h] != GONE && (at == GONE || row[h] > row[at])) at = h;
    w->best[d] = at;
}

/* Slot on a cycle, or 0. */
static uint32_t find_cycle(work *w)
{
    memset(w->mark, 0, w->N * sizeof *w->mark);
    for (uint32_t s = 1; s < w->N; s++) {
        if (w->best[s] == GONE) continue;
        uint32_t x = s;
        while (x && !w->mark[x]) w->mark[x] = s, x = w->best[x];
        if (x && w->mark[x] == s) return x;
    }
    return 0;
}

static void contract(work *w, uint32_t start)
{
    uint32_t n = 0, N = w->N, made = w->nodes++;
    for (uint32_t x = start; n == 0 || x != start; x = w->best[x]) w->ring[n++] = x;
    memset(w->mark, 0, N * sizeof *w->mark);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t c = w->ring[i];
        w->mark[c] = 1;
        w->up[w->node[c]] = made;
        w->chosen[w->node[c]] = w->arc[(size_t)c * N + w->best[c]];
    }
    for (uint32_t i = 0; i < n; i++) { /* an arc into the cycle replaces one of it: count the loss */
        uint32_t c = w->ring[i];
        float lost = w->score[(size_t)c * N + w->best[c]];
        for (uint32_t v = 0; v < N; v++) w->score[(size_t)c * N + v] -= lost;
    }
    for (uint32_t v = 0; v < N; v++) {
        if (w->mark[v] || w->best[v] == GONE) continue;
        for (uint32_t i = 1; i < n; i++) {
            size_t in = (size_t)start * N + v, c_in = (size_t)w->ring[i] * N + v;
            if (w->score[c_in] > w->score[in]) w->score[in] = w->score[c_in], w->arc[in] = w->arc[c_in];
            size_t out = (size_t)v * N + start, c_out = (size_t)v * N + w->ring[i];
            if (v && w->score[c_out] > w->score[out]) w->score[out] = w->score[c_out], w->arc[out] = w->arc[c_out];
        }
        if (v && w->mark[w->best[v]]) w->best[v] = start;
    }
    for (uint32_t i = 1; i < n; i++) w->best[w->ring[i]] = GONE;
    w->node[start] = made;
    choose(w, start);
}

static void open_nodes(work *w, uint32_t *head)
{
    for (uint32_t s = 1; s < w->N; s++)
        if (w->best[s] != GONE) w->chosen[w->node[s]] = w->arc[(size_t)s * w->N + w->best[s]];
    for (uint32_t k = w->nodes; k-- > w->N;) {
        uint32_t x = w->chosen[k] >> 16;
        while (w->up[x] != k) x = w->up[x];
        w->chosen[x] = w->chosen[k];
    }
    for (uint32_t d = 1; d < w->N; d++) head[d] = w->chosen[d] & 0xFFFF;
}

/* A price on every arc from the root, above what any other choice can win: the best tree then has one such arc. */
static void price_root(float *score, uint32_t N)
{
    for (uint32_t d = 1; d < N; d++) score[(size_t)d * N] -= 1e4f;
}

/* Scores beyond the price could still leave several roots: the first stays, the others go under it. */
static void keep_one_root(uint32_t *head, uint32_t n)
{
    uint32_t root = 0;
    for (uint32_t d = 1; d <= n; d++) {
        if (head[d]) continue;
        if (root) head[d] = root;
        else root = d;
    }
}

void att_tree_best(float *score, uint32_t n, uint32_t *head, uint32_t *room)
{
    uint32_t N = n + 1;
    work w = {.score = score, .N = N, .nodes = N, .arc = room};
    w.best = room + (size_t)N * N;
    w.node = w.best + N;
    w.mark = w.node + N;
    w.ring = w.mark + N;
    w.up = w.ring + N;       /* 2N */
    w.chosen = w.up + 2 * N; /* 2N */
    memset(w.best, 0, 8 * (size_t)N * sizeof(uint32_t));
    price_root(score, N);
    for (uint32_t d = 1; d < N; d++) choose(&w, d);
    uint32_t c = find_cycle(&w);
    if (!c) {
        for (uint32_t d = 1; d < N; d++) head[d] = w.best[d];
    } else {
        for (uint32_t d = 0; d < N; d++) {
            w.node[d] = d;
            for (uint32_t h = 0; h < N; h++) w.arc[(size_t)d * N + h] = d << 16 | h;
        }
        for (; c; c = find_cycle(&w)) contract(&w, c);
        open_nodes(&w, head);
    }
    keep_one_root(head, n);
}
