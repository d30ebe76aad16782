#include "support/cm.h"

#include "base/utf8.h"

static void test_utf8__every_code_point_goes_round(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
        if (cp >= 0xD800 && cp <= 0xDFFF) continue;
        char b[4];
        uint32_t n = att_utf8_put(b, cp), len = 0;
        if (att_utf8_at((att_slice){b, n}, 0, &len) != cp || len != n || att_utf8_check((att_slice){b, n}) != n)
            fail_msg("code point U+%04X does not go round", (unsigned)cp);
        for (uint32_t cut = 1; cut < n; cut++) /* never reads beyond the end, never takes a part for the whole */
            if (att_utf8_at((att_slice){b, cut}, 0, &len) != 0xFFFD || len != 1) fail_msg("U+%04X cut at %u", (unsigned)cp, (unsigned)cut);
    }
}

/* Table 3-7: what is allowed as first and second byte, by brute force. */
static void test_utf8__all_pairs_of_bytes(void **state)
{
    (void)state;
    for (unsigned a = 0x80; a < 256; a++)
        for (unsigned b = 0; b < 256; b++) {
            char s[4] = {(char)a, (char)b, (char)0x80, (char)0x80};
            bool second = b >= 0x80 && b <= 0xBF;
            uint32_t want = 1;
            if (a >= 0xC2 && a <= 0xDF && second) want = 2;
            if (a >= 0xE0 && a <= 0xEF && second && !(a == 0xE0 && b < 0xA0) && !(a == 0xED && b > 0x9F)) want = 3;
            if (a >= 0xF0 && a <= 0xF4 && second && !(a == 0xF0 && b < 0x90) && !(a == 0xF4 && b > 0x8F)) want = 4;
            uint32_t n = 0, cp = att_utf8_at((att_slice){s, 4}, 0, &n);
            assert_int_equal(n, want);
            if (want == 1) assert_int_equal(cp, 0xFFFD);
        }
}

static void test_utf8__check_says_where(void **state)
{
    (void)state;
    assert_int_equal(att_utf8_check((att_slice){0}), 0);
    assert_int_equal(att_utf8_check(ATT_LIT("plain")), 5);
    assert_int_equal(att_utf8_check(ATT_LIT("caf\xC3\xA9")), 5);
    assert_int_equal(att_utf8_check(ATT_LIT("caf\xE9 x")), 3);
    assert_int_equal(att_utf8_check(ATT_LIT("\xEF\xBF\xBDx")), 4); /* U+FFFD itself is fine */
    assert_int_equal(att_utf8_check(ATT_LIT("ab\xED\xA0\x80")), 2); /* a surrogate */
    assert_int_equal(att_utf8_check(ATT_LIT("\xC0\xAF")), 0);       /* overlong */
    assert_int_equal(att_utf8_check(ATT_LIT("\xF4\x90\x80\x80")), 0);
    assert_int_equal(att_utf8_check(ATT_LIT("a\0\xE2\x82\xAC")), 5);
    assert_int_equal(att_utf8_check(ATT_LIT("x\xE2\x82")), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_utf8__every_code_point_goes_round),
        TEST(test_utf8__all_pairs_of_bytes),
        TEST(test_utf8__check_says_where),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
