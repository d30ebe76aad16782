/* Every kernel that this machine can run gives the bits of the portable one, whatever the number of rows; and what is shared in a group. */
#include "nlp_fixture.h"

#include <string.h>

#include "nlp/model_encoder.h"

enum { MOST_ROWS = 19, MOST_IN = 96, MOST_OUT = 112, NUMBERS = 300 };

static uint32_t dice(uint32_t *seed) { return *seed = *seed * 1664525u + 1013904223u, *seed >> 8; }

static att_kernel portable(void)
{
    uint32_t i = 0;
    while (att_kernel_at(i + 1).name) i++;
    assert_string_equal(att_kernel_at(i).name, "portable");
    return att_kernel_at(i);
}

static void test_kernel__products(void **state)
{
    (void)state;
    static int16_t x[MOST_ROWS * MOST_IN], w[MOST_IN * MOST_OUT];
    static int32_t right[MOST_ROWS * MOST_OUT], own[MOST_ROWS * MOST_OUT];
    uint32_t seed = 7;
    for (size_t i = 0; i < sizeof x / sizeof *x; i++) x[i] = (int16_t)((int)(dice(&seed) % 4095) - 2047);
    for (size_t i = 0; i < sizeof w / sizeof *w; i++) w[i] = (int16_t)((int)(dice(&seed) % 4095) - 2047);
    static const uint32_t OUT[] = {16, 32, 48, 64, 96, 112};
    for (uint32_t o = 0; o < 6; o++)
        for (uint32_t rows = 1; rows <= MOST_ROWS; rows++) {
            portable().multiply(right, x, MOST_IN, w, rows, 34, OUT[o]);
            for (uint32_t k = 0; att_kernel_at(k).name; k++) {
                memset(own, 0x55, sizeof own);
                att_kernel_at(k).multiply(own, x, MOST_IN, w, rows, 34, OUT[o]);
                assert_memory_equal(own, right, (size_t)rows * OUT[o] * sizeof *own);
                if (rows < MOST_ROWS) assert_int_equal(own[rows * OUT[o]], 0x55555555); /* and nothing behind them */
            }
        }
}

static void test_kernel__loops(void **state)
{
    (void)state;
    uint32_t seed = 11;
    float y[NUMBERS], bias[3 * NUMBERS];
    int32_t z[3 * NUMBERS];
    int8_t rows[6][NUMBERS];
    for (uint32_t i = 0; i < NUMBERS; i++) y[i] = (float)(int)(dice(&seed) % 8000) / 1000.0f - 4.0f;
    for (uint32_t i = 0; i < 3 * NUMBERS; i++) z[i] = (int32_t)(dice(&seed) % 4000000) - 2000000, bias[i] = (float)(dice(&seed) % 100) / 50.0f - 1.0f;
    for (uint32_t r = 0; r < 6; r++)
        for (uint32_t i = 0; i < NUMBERS; i++) rows[r][i] = (int8_t)((int)(dice(&seed) % 255) - 127);
    const int8_t *const row[] = {rows[0], rows[1], rows[2], rows[3], rows[4], rows[5]};
    att_kernel p = portable();
    for (uint32_t k = 0; att_kernel_at(k).name; k++)
        for (uint32_t n = 1; n <= NUMBERS; n += n < 40 ? 1 : 37) {
            att_kernel own = att_kernel_at(k);
            float a[2][NUMBERS];
            int16_t h[2][NUMBERS] = {{0}};
            for (int side = 0; side < 2; side++) {
                const att_kernel *on = side ? &own : &p;
                memcpy(a[side], y, sizeof y);
                on->add(a[side], z, bias, 1e-6f, n);
                on->add(a[side], z + 5, NULL, 3e-6f, n);
                on->leaky(a[side], n);
                on->quantize(h[side], a[side], n, 700.0f);
                on->embed(h[side], row, 1 + n % 6, n);
                on->cell(z, z + 1, bias, 1e-6f, 2e-6f, a[side], h[side], n);
            }
            assert_memory_equal(a[0], a[1], sizeof a[0]);
            assert_memory_equal(h[0], h[1], sizeof h[0]);
            assert_true(own.largest(y, n) == p.largest(y, n));
        }
}

static void test_kernel__same_words_are_one_run(void **state)
{
    (void)state;
    fixture f;
    fixture_open(&f);
    fixture_text(&f, "Why ?\nTroops left .\nWhy ?\nTroops left !\nTroops left .\n");
    att_runs runs = att_runs_find(&f.doc, false, NULL);
    static const uint32_t same[] = {0, 1, 0, 3, 1};
    assert_int_equal(runs.n, 5);
    for (uint32_t r = 0; r < 5; r++) assert_int_equal(runs.at[r].same, same[r]);
    att_group g;
    assert_true(att_group_next(&g, &runs));
    assert_int_equal(g.runs, 3);
    assert_int_equal(g.words, 8);
    assert_int_equal(g.tok[7], runs.at[3].first + 2);
    assert_false(att_group_next(&g, &runs));

    f.doc.toks.at[runs.at[4].first].upos = ATT_VERB; /* other tags, another tree */
    runs = att_runs_find(&f.doc, true, NULL);
    assert_int_equal(runs.at[2].same, 0);
    assert_int_equal(runs.at[4].same, 4);
    uint64_t *flags = att_new(f.doc.scratch, uint64_t, f.doc.toks.n);
    flags[runs.at[2].first] = 1;
    runs = att_runs_find(&f.doc, false, flags);
    assert_int_equal(runs.at[2].same, 2);
    assert_int_equal(runs.at[4].same, 1);
    fixture_close(&f);
}

/* The last sentence comes out as it does alone, and its arcs lie in itself. */
static void test_kernel__said_twice_is_parsed_alike(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    fixture_open(&f);
    fixture_text(&f, "The minister of defence resigned .\nTroops left the town .\nThe minister of defence resigned .\n");
    att_tag(m, &f.doc);
    att_parse_trees(m, &f.doc);
    const att_sent *a = &f.doc.sents.at[1], *b = &f.doc.sents.at[3];
    uint32_t by = b->tok_beg - a->tok_beg;
    for (uint32_t t = a->tok_beg; t < a->tok_end; t++) {
        const att_tok *x = &f.doc.toks.at[t], *y = &f.doc.toks.at[t + by];
        assert_true(y->upos == x->upos && y->xpos == x->xpos && y->feats == x->feats && y->deprel == x->deprel);
        assert_int_equal(y->head, x->head ? x->head + by : 0);
        assert_true(x->upos != 0 && att_eq(x->lemma, y->lemma));
    }
    fixture_close(&f);
    att_model_close(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kernel__products),
        cmocka_unit_test(test_kernel__loops),
        cmocka_unit_test(test_kernel__same_words_are_one_run),
        cmocka_unit_test(test_kernel__said_twice_is_parsed_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
