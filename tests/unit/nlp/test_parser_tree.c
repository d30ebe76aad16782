/* The best tree, against all trees of small sentences. */
#include "nlp_fixture.h"

#include <string.h>

#include "nlp/parser_tree.h"

static uint64_t next(uint64_t *s) { return *s = *s * 6364136223846793005u + 1442695040888963407u; }

static int is_tree(const uint32_t *head, uint32_t n)
{
    uint32_t roots = 0;
    for (uint32_t d = 1; d <= n; d++) {
        uint32_t x = d, steps = 0;
        roots += head[d] == 0;
        while (x && steps++ <= n) x = head[x];
        if (x) return 0;
    }
    return roots == 1;
}

static float sum_of(const float *score, const uint32_t *head, uint32_t n)
{
    float s = 0;
    for (uint32_t d = 1; d <= n; d++) s += score[d * (n + 1) + head[d]];
    return s;
}

/* Tries every choice of heads. */
static float brute_force(const float *score, uint32_t n)
{
    uint32_t head[8] = {0};
    float best = -1e30f;
    for (;;) {
        if (is_tree(head, n)) {
            float s = sum_of(score, head, n);
            best = s > best ? s : best;
        }
        uint32_t d = 1;
        while (d <= n && ++head[d] > n) head[d++] = 0;
        if (d > n) return best;
    }
}

static void test_tree__small(void **state)
{
    (void)state;
    uint64_t seed = 7;
    for (uint32_t round = 0; round < 400; round++) {
        uint32_t n = 1 + round % 5, head[8], room[256];
        float score[64], copy[64];
        for (uint32_t i = 0; i < (n + 1) * (n + 1); i++) score[i] = copy[i] = (float)(next(&seed) >> 54) * 0.01f - 5;
        assert_true(att_tree_room(n) <= 256);
        att_tree_best(copy, n, head, room);
        assert_true(is_tree(head, n));
        float best = brute_force(score, n), got = sum_of(score, head, n);
        if (got < best - 0.01f) fail_msg("round %u: %f instead of %f", round, (double)got, (double)best);
    }
}

static void test_tree__large_and_odd(void **state)
{
    (void)state;
    enum { N = 400 };
    float *score = malloc(sizeof *score * (N + 1) * (N + 1));
    uint32_t *room = malloc(sizeof *room * att_tree_room(N)), head[N + 1];
    uint64_t seed = 1;
    for (int kind = 0; kind < 4; kind++) {
        for (uint32_t i = 0; i < (N + 1) * (N + 1); i++) {
            float x = (float)(next(&seed) >> 40) * 0x1p-20f;
            /* all equal; noise; pairs that love one another; numbers far beyond any model's */
            score[i] = kind == 0 ? 0 : kind == 1 ? x : kind == 2 ? (i / (N + 1) + i % (N + 1) == N ? 50 : x) : x * 1e30f;
        }
        att_tree_best(score, N, head, room);
        assert_true(is_tree(head, N));
    }
    free(score), free(room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_tree__small), cmocka_unit_test(test_tree__large_and_odd)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
