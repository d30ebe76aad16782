/* Fingerprints of texts: the same words, nearly the same words, other words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

#include "support/print.h"

/* n words; every word from `from` on counts on from there, so that texts overlap as one likes. */
static att_copy_print numbers(int from, int n)
{
    char text[8000];
    int len = 0;
    for (int i = from; i < from + n; i++) len += snprintf(text + len, sizeof text - (size_t)len, "word%d ", i);
    return print_of(text);
}

static void test_copies__typography_does_not_matter(void **state)
{
    (void)state;
    assert_true(print_of("“Don’t go,” he said.").exact == print_of("\"don't  go\" HE\nsaid").exact);
    assert_true(print_of("He went.").exact != print_of("He went home.").exact);
    assert_int_equal(print_of("  ... ").words, 0);
    assert_true(print_of(" ").exact == 0);
}

static void test_copies__likeness(void **state)
{
    (void)state;
    const att_copy_print a = numbers(0, 400), b = numbers(20, 400), c = numbers(1000, 400);
    assert_true(att_copy_likeness(a.mins, a.mins) == 1.0);
    assert_true(att_copy_likeness(a.mins, b.mins) > ATT_COPY_SHARE); /* 380 of 420 words in common */
    assert_true(att_copy_likeness(a.mins, c.mins) < 0.1);
}

static void test_copies__bands_find_near_copies(void **state)
{
    (void)state;
    int found = 0;
    for (int i = 0; i < 100; i++) {
        const att_copy_print a = numbers(i * 1000, 300), b = numbers(i * 1000 + 30, 300);
        bool common = false;
        for (uint32_t k = 0; k < ATT_COPY_BANDS; k++) common |= att_copy_band(&a, k) == att_copy_band(&b, k);
        found += common;
    }
    assert_true(found >= 97);
}

static void test_copies__short_texts_have_no_bands(void **state)
{
    (void)state;
    const att_copy_print p = numbers(0, ATT_COPY_MIN_WORDS - 1), q = numbers(0, ATT_COPY_MIN_WORDS);
    assert_false(att_copy_has_bands(&p));
    assert_true(att_copy_has_bands(&q));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_copies__typography_does_not_matter), cmocka_unit_test(test_copies__likeness),
        cmocka_unit_test(test_copies__bands_find_near_copies), cmocka_unit_test(test_copies__short_texts_have_no_bands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
