#include "support/cm.h"

#include <stdlib.h>

#include "base/arena.h"

/* Runs take() under a recovery point; true when the arena jumped. */
static bool jumps(att_arena *a, size_t n, size_t size)
{
    jmp_buf oom;
    a->oom = &oom;
    if (setjmp(oom)) {
        a->oom = NULL;
        return true;
    }
    (void)att_take(a, n, size);
    a->oom = NULL;
    return false;
}

static void test_arena__memory_is_zeroed_and_aligned(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 1 << 20);
    for (int round = 0; round < 3; round++) {
        for (size_t n = 0; n < 200; n++) {
            unsigned char *p = att_take(&a, n, 1);
            assert_non_null(p);
            assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < n; i++) assert_int_equal(p[i], 0);
            if (n) memset(p, 0xAB, n);
        }
        att_arena_reset(&a); /* the kept block is dirty: what is taken from it must be clean again */
    }
    att_arena_release(&a);
    assert_null(a.top);
    assert_int_equal(a.held, 0);
}

static void test_arena__cap(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 512 << 10);
    assert_false(jumps(&a, 512 << 10, 1)); /* exactly the cap */
    assert_true(jumps(&a, 1, 1));          /* one above */
    assert_int_equal(a.held, 512 << 10);
    att_arena_reset(&a);
    assert_false(jumps(&a, 1, 1)); /* and it can be used again */
    att_arena_release(&a);

    att_arena_init(&a, 512 << 10);
    assert_true(jumps(&a, (512 << 10) + 1, 1));
    assert_true(jumps(&a, SIZE_MAX, 1));
    assert_true(jumps(&a, SIZE_MAX / 2, 4));
    assert_true(jumps(&a, SIZE_MAX / 8, 16)); /* a product that wraps */
    assert_true(jumps(&a, 3, SIZE_MAX / 2));
    assert_int_equal(a.held, 0);
    assert_false(jumps(&a, 100, 1));
    att_arena_release(&a);
}

static void test_arena__many_small_blocks_stop_at_the_cap(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 4 << 20);
    size_t taken = 0;
    while (!jumps(&a, 1000, 1)) {
        taken += 1000;
        assert_true(a.held <= a.cap);
    }
    assert_true(taken > (1 << 20)); /* 256 KiB, 512 KiB and so on fit before the cap bites */
    assert_true(taken <= (4 << 20));
    att_arena_release(&a);
}

static void test_arena__rewind(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 64 << 20);
    att_mark empty = att_arena_mark(&a);
    char *keep = att_take(&a, 10, 1);
    memcpy(keep, "keep", 5);
    att_mark m = att_arena_mark(&a);
    char *first = att_take(&a, 100, 1);
    memset(first, 1, 100);
    size_t held = a.held;
    for (int i = 0; i < 100; i++) memset(att_take(&a, 100000, 1), 2, 100000);
    size_t most = a.held;
    assert_true(most > held + (4u << 20));
    att_arena_rewind(&a, m);
    assert_true(a.held > held && a.held < most); /* one block is kept for the next time */
    size_t kept = a.held;
    unsigned char *large = att_take(&a, 1000000, 1);
    assert_int_equal(a.held, kept); /* and taken then, clean */
    for (size_t i = 0; i < 1000000; i++) assert_int_equal(large[i], 0);
    att_arena_rewind(&a, m);
    assert_string_equal(keep, "keep");
    char *again = att_take(&a, 100, 1);
    assert_ptr_equal(first, again);
    assert_int_equal(again[0], 0);
    att_arena_rewind(&a, empty);
    assert_null(a.top);
    att_arena_release(&a);
    assert_int_equal(a.held, 0);
}

static void test_arena__raw_memory_is_what_was_there(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 1 << 20);
    att_mark empty = att_arena_mark(&a);
    unsigned char *raw = att_take_raw(&a, 1000, 1);
    memset(raw, 7, 1000);
    att_arena_rewind(&a, empty);
    assert_ptr_equal(raw, att_take_raw(&a, 100, 1));
    assert_int_equal(raw[99], 7);
    unsigned char *clean = att_take(&a, 2000, 1); /* begins in what was used and ends in what never was */
    for (size_t i = 0; i < 2000; i++) assert_int_equal(clean[i], 0);
    att_arena_release(&a);
}

static void test_arena__reset_keeps_the_largest_block(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 64 << 20);
    (void)att_take(&a, 100, 1);
    (void)att_take(&a, 5 << 20, 1);
    (void)att_take(&a, 100, 1);
    att_arena_reset(&a);
    assert_true(a.held >= (5u << 20));
    size_t held = a.held;
    (void)att_take(&a, 5 << 20, 1);
    assert_int_equal(a.held, held); /* no new block was needed */
    att_arena_release(&a);
    att_arena_release(&a); /* twice does no harm */
}

static void test_arena__copy_and_format(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 1 << 20);
    att_slice c = att_copy(&a, (att_slice){"Kyiv and Kiev", 4});
    assert_true(att_is(c, "Kyiv"));
    assert_int_equal(c.ptr[4], 0);
    assert_string_equal(att_copy_z(&a, (att_slice){0}), "");
    att_slice f = att_format(&a, "%s-%04d", "A", 7);
    assert_true(att_is(f, "A-0007"));
    assert_int_equal(att_format(&a, "%s", "").len, 0);
    att_arena_release(&a);
}

static void test_arena__vec_grows(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, 16 << 20);
    ATT_VEC(uint64_t) v = {0};
    for (uint64_t i = 0; i < 10000; i++) *att_push(&a, &v) = i * i;
    assert_int_equal(v.n, 10000);
    assert_true(v.cap >= v.n);
    for (uint64_t i = 0; i < 10000; i++) assert_true(v.at[i] == i * i);
    att_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_arena__memory_is_zeroed_and_aligned),
        TEST(test_arena__cap),
        TEST(test_arena__many_small_blocks_stop_at_the_cap),
        TEST(test_arena__rewind),
        TEST(test_arena__raw_memory_is_what_was_there),
        TEST(test_arena__reset_keeps_the_largest_block),
        TEST(test_arena__copy_and_format),
        TEST(test_arena__vec_grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
