#include "support/cm.h"

#include <stdio.h>

#include "base/hash.h"

/* The values are part of the model file format. If this test fails, models are foreign: raise ATT_MODEL_FORMAT or undo it. */
static void test_hash__values_are_frozen(void **state)
{
    (void)state;
    assert_true(att_hash((att_slice){0}) == att_mix(0xCBF29CE484222325u));
    assert_true(att_hash(ATT_LIT("a")) == att_mix((0xCBF29CE484222325u ^ 'a') * 0x100000001B3u));
    assert_true(att_hash(ATT_LIT("a")) == 0x02c0bdbf481420f8u);
    assert_true(att_hash(ATT_LIT("sanctions")) == 0x13f03769b0bacd66u);
    assert_true(att_hash2(1, 2) == 0x975835de1c9756ceu);
    assert_true(att_mix(0) == 0);
    assert_true(att_mix(1) == 0x5692161d100b05e5u);
    assert_true(att_hash(ATT_LIT("\xFF")) != att_hash(ATT_LIT("\x7F"))); /* bytes, not signed chars */
    assert_true(att_hash2(1, 2) != att_hash2(2, 1));
}

static void test_hash__map_keeps_what_was_put(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 64 << 20);
    att_map m = {0};
    assert_null(att_map_get(&m, ATT_LIT("x")));
    for (uint32_t i = 0; i < 20000; i++) {
        bool fresh = false;
        uint32_t *v = att_map_put(&m, &a, att_format(&a, "key %u", i), &fresh);
        assert_true(fresh);
        assert_int_equal(*v, 0);
        *v = i;
        assert_true(m.n * 3 <= m.cap * 2 + 3);
    }
    assert_int_equal(m.n, 20000);
    for (uint32_t i = 0; i < 20000; i++) {
        char key[32];
        snprintf(key, sizeof key, "key %u", i);
        uint32_t *v = att_map_get(&m, att_slice_of(key));
        assert_non_null(v);
        assert_int_equal(*v, i);
    }
    assert_null(att_map_get(&m, ATT_LIT("key")));
    assert_null(att_map_get(&m, ATT_LIT("key 20000")));
    att_arena_release(&a);
}

static void test_hash__map_put_finds_the_old_place(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 1 << 20);
    att_map m = {0};
    bool fresh;
    *att_map_put(&m, &a, ATT_LIT("Kyiv"), &fresh) = 5;
    assert_int_equal(*att_map_put(&m, &a, ATT_LIT("Kyiv"), &fresh), 5);
    assert_false(fresh);
    *att_map_put(&m, &a, ATT_LIT("Kiev"), NULL) = 6;
    assert_int_equal(m.n, 2);
    *att_map_put(&m, &a, (att_slice){0}, NULL) = 9; /* the empty key is a key */
    assert_int_equal(*att_map_get(&m, ATT_LIT("")), 9);
    assert_int_equal(*att_map_get(&m, ATT_LIT("Kyiv")), 5);
    att_arena_release(&a);
}

static void test_hash__map_reserve(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 16 << 20);
    att_map m = {0};
    *att_map_put(&m, &a, ATT_LIT("Kyiv"), NULL) = 5;
    assert_true(m.cap <= 8); /* small maps are small */
    att_map_reserve(&m, &a, 1000);
    uint32_t cap = m.cap;
    for (uint32_t i = 1; i < 1000; i++) *att_map_put(&m, &a, att_format(&a, "key %u", i), NULL) = i;
    assert_int_equal(m.cap, cap);
    att_map_reserve(&m, &a, 10);
    assert_int_equal(m.cap, cap);
    assert_int_equal(*att_map_get(&m, ATT_LIT("Kyiv")), 5);
    att_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_hash__values_are_frozen),
        TEST(test_hash__map_keeps_what_was_put),
        TEST(test_hash__map_put_finds_the_old_place),
        TEST(test_hash__map_reserve),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
