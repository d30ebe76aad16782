#include "support/cm.h"

#include "base/slice.h"

static const att_slice NONE = {0};

static int sign(int x) { return (x > 0) - (x < 0); }

static void test_slice__compare(void **state)
{
    (void)state;
    assert_true(att_eq(NONE, NONE));
    assert_true(att_eq(NONE, ATT_LIT("")));
    assert_false(att_eq(NONE, ATT_LIT("a")));
    assert_true(att_eq(ATT_LIT("a\0b"), (att_slice){"a\0b", 3}));
    assert_false(att_eq(ATT_LIT("a\0b"), ATT_LIT("a\0c")));
    assert_int_equal(sign(att_cmp(ATT_LIT("ab"), ATT_LIT("abc"))), -1);
    assert_int_equal(sign(att_cmp(ATT_LIT("b"), ATT_LIT("abc"))), 1);
    assert_int_equal(sign(att_cmp(NONE, NONE)), 0);
    assert_int_equal(sign(att_cmp(NONE, ATT_LIT("a"))), -1);
    assert_int_equal(sign(att_cmp(ATT_LIT("\xC3\xA9"), ATT_LIT("z"))), 1); /* bytes, not signed chars */
    assert_true(att_eq_nocase(ATT_LIT("NaTo"), ATT_LIT("nAtO")));
    assert_false(att_eq_nocase(ATT_LIT("NATO"), ATT_LIT("NAT")));
    assert_false(att_eq_nocase(ATT_LIT("@"), ATT_LIT("`"))); /* 32 apart, but no letters */
    assert_true(att_is(ATT_LIT("said"), "said"));
    assert_false(att_is(ATT_LIT("said"), "sai"));
    assert_true(att_is(NONE, ""));
}

static void test_slice__ends_and_lists(void **state)
{
    (void)state;
    static const char *const LIST[] = {"may", "might", NULL};
    assert_true(att_starts(ATT_LIT("abc"), "ab"));
    assert_true(att_starts(ATT_LIT("abc"), ""));
    assert_false(att_starts(ATT_LIT("ab"), "abc"));
    assert_true(att_ends(ATT_LIT("abc"), "bc"));
    assert_false(att_ends(ATT_LIT("bc"), "abc"));
    assert_true(att_in(ATT_LIT("might"), LIST));
    assert_false(att_in(ATT_LIT("must"), LIST));
    assert_false(att_in(NONE, LIST));
}

static void test_slice__trim(void **state)
{
    (void)state;
    assert_true(att_is(att_trim(ATT_LIT(" \t\r\n\v\fa b \n")), "a b"));
    assert_int_equal(att_trim(ATT_LIT("  \n")).len, 0);
    assert_int_equal(att_trim(NONE).len, 0);
    assert_int_equal(att_trim(ATT_LIT("\xC2\xA0")).len, 2); /* ASCII space only */
}

static void test_slice__find(void **state)
{
    (void)state;
    att_slice s = ATT_LIT("abcabcabd");
    assert_int_equal(att_find(s, ATT_LIT("abd"), 0), 6);
    assert_int_equal(att_find(s, ATT_LIT("abc"), 1), 3);
    assert_int_equal(att_find(s, ATT_LIT("abc"), 4), 9);
    assert_int_equal(att_find(s, ATT_LIT("d"), 0), 8);
    assert_int_equal(att_find(s, ATT_LIT("abcabcabdx"), 0), 9);
    assert_int_equal(att_find(s, NONE, 4), 4);
    assert_int_equal(att_find(s, NONE, 40), 9);
    assert_int_equal(att_find(s, ATT_LIT("a"), 40), 9);
    assert_int_equal(att_find(NONE, ATT_LIT("a"), 0), 0);
}

static void test_slice__split(void **state)
{
    (void)state;
    att_slice rest = ATT_LIT("a,,b,"), part;
    static const char *const WANT[] = {"a", "", "b", ""};
    for (int i = 0; i < 4; i++) {
        assert_true(att_split(&rest, ',', &part));
        assert_true(att_is(part, WANT[i]));
    }
    assert_false(att_split(&rest, ',', &part));
    assert_false(att_split(&rest, ',', &part));
    rest = ATT_LIT("");
    assert_true(att_split(&rest, ',', &part)); /* an empty text is one empty part */
    assert_int_equal(part.len, 0);
    assert_false(att_split(&rest, ',', &part));
    rest = NONE;
    assert_false(att_split(&rest, ',', &part));
}

static void test_slice__numbers(void **state)
{
    (void)state;
    uint32_t u = 7;
    assert_true(att_to_u32(ATT_LIT("4294967295"), &u));
    assert_true(u == UINT32_MAX);
    assert_false(att_to_u32(ATT_LIT("4294967296"), &u));
    assert_false(att_to_u32(ATT_LIT("99999999999999999999999"), &u));
    assert_true(att_to_u32(ATT_LIT("007"), &u));
    assert_int_equal(u, 7);
    assert_false(att_to_u32(ATT_LIT("-1"), &u));
    assert_false(att_to_u32(ATT_LIT("1 "), &u));
    assert_false(att_to_u32(NONE, &u));

    double d = 0;
    assert_true(att_to_double(ATT_LIT("-12.5"), &d));
    assert_true(d == -12.5);
    assert_false(att_to_double(ATT_LIT("12,5"), &d));
    assert_false(att_to_double(ATT_LIT("1x"), &d));
    assert_false(att_to_double(NONE, &d));
    assert_false(att_to_double(ATT_LIT("                    "), &d));
    char longest[80];
    memset(longest, '1', sizeof longest);
    assert_true(att_to_double((att_slice){longest, 63}, &d));
    assert_false(att_to_double((att_slice){longest, 64}, &d));
}

static void test_slice__letters(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++) {
        bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
        assert_int_equal(att_is_upper((unsigned char)c), upper);
        assert_int_equal(att_is_lower((unsigned char)c), lower);
        assert_int_equal(att_is_alpha((unsigned char)c), upper || lower);
        assert_int_equal((unsigned char)att_lower_ascii((char)c), upper ? c + 32 : c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_slice__compare), TEST(test_slice__ends_and_lists), TEST(test_slice__trim),    TEST(test_slice__find),
        TEST(test_slice__split),   TEST(test_slice__numbers),        TEST(test_slice__letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
