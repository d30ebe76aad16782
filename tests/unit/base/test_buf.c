#include "support/cm.h"

#include <math.h>

#include "base/buf.h"
#include "base/utf8.h"

static void json_is(att_slice in, const char *want)
{
    att_buf b = {0};
    att_put_json(&b, in);
    att_put_char(&b, 0);
    assert_string_equal(b.ptr, want);
    att_buf_release(&b);
}

static void test_buf__json_escapes(void **state)
{
    (void)state;
    json_is((att_slice){0}, "\"\"");
    json_is(ATT_LIT("plain"), "\"plain\"");
    json_is(ATT_LIT("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
    json_is(ATT_LIT("\b\t\n\f\r"), "\"\\b\\t\\n\\f\\r\"");
    json_is(ATT_LIT("\0\x01\x1F\x7F"), "\"\\u0000\\u0001\\u001f\\u007f\"");
    json_is(ATT_LIT("caf\xC3\xA9 \xE2\x80\x9C\xF0\x9F\x98\x80"), "\"caf\xC3\xA9 \xE2\x80\x9C\xF0\x9F\x98\x80\"");
}

static void test_buf__json_of_bytes_that_are_not_utf8(void **state)
{
    (void)state;
    json_is(ATT_LIT("caf\xE9"), "\"caf\xEF\xBF\xBD\"");
    json_is(ATT_LIT("\xFF\xFE"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    json_is(ATT_LIT("x\xE2\x82"), "\"x\xEF\xBF\xBD\xEF\xBF\xBD\"");
    json_is(ATT_LIT("\xED\xA0\x80z"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz\"");
    json_is(ATT_LIT("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\"");
}

/* Whatever goes in, what comes out is UTF-8 without control characters, and quotation marks are escaped. */
static void test_buf__json_is_always_utf8(void **state)
{
    (void)state;
    uint32_t seed = 12345;
    for (int round = 0; round < 5000; round++) {
        char in[40];
        uint32_t n = (uint32_t)round % sizeof in;
        for (uint32_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            in[i] = (char)(seed >> 24);
        }
        att_buf b = {0};
        att_put_json(&b, (att_slice){in, n});
        att_slice out = {b.ptr, (uint32_t)b.len};
        assert_int_equal(att_utf8_check(out), out.len);
        assert_true(out.len >= 2 && out.ptr[0] == '"' && out.ptr[out.len - 1] == '"');
        for (uint32_t i = 1; i + 1 < out.len; i++) {
            assert_true((unsigned char)out.ptr[i] >= 0x20);
            if (out.ptr[i] == '\\')
                i++;
            else
                assert_int_not_equal(out.ptr[i], '"');
        }
        att_buf_release(&b);
    }
}

static void number_is(double v, const char *want)
{
    att_buf b = {0};
    att_put_number(&b, v);
    att_put_char(&b, 0);
    assert_string_equal(b.ptr, want);
    att_buf_release(&b);
}

static void test_buf__numbers(void **state)
{
    (void)state;
    number_is(0, "0");
    number_is(-3, "-3");
    number_is(190000, "190000");
    number_is(1e12, "1000000000000");
    number_is(999999999999999.0, "999999999999999");
    number_is(0.5, "0.5");
    number_is(2.4e-5, "2.4e-05");
    number_is(12345.678, "12345.7");
    number_is(NAN, "null");
    number_is(INFINITY, "null");
    number_is(-INFINITY, "null");
    number_is(-0.0, "-0");
}

static void test_buf__grows(void **state)
{
    (void)state;
    att_buf b = {0};
    for (int i = 0; i < 100000; i++) att_putf(&b, "%d,", i % 10);
    assert_int_equal(b.len, 200000);
    assert_memory_equal(b.ptr + 199980, "0,1,2,3,4,5,6,7,8,9,", 20);
    char *at = b.ptr;
    att_buf_clear(&b);
    assert_int_equal(b.len, 0);
    att_put_z(&b, "x");
    assert_ptr_equal(b.ptr, at); /* memory is kept */
    att_put(&b, NULL, 0);
    att_put_slice(&b, (att_slice){0});
    assert_int_equal(b.len, 1);
    att_buf_release(&b);
    assert_null(b.ptr);
    att_buf_release(&b);
}

static void test_buf__failure_is_sticky(void **state)
{
    (void)state;
    att_buf b = {0};
    att_put_z(&b, "abc");
    att_put(&b, b.ptr, SIZE_MAX / 2); /* can't be had; nothing is read */
    assert_true(b.failed);
    assert_int_equal(b.len, 3);
    att_put_z(&b, "more");
    assert_int_equal(b.len, 3);
    att_buf_release(&b);
    assert_false(b.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_buf__json_escapes), TEST(test_buf__json_of_bytes_that_are_not_utf8), TEST(test_buf__json_is_always_utf8),
        TEST(test_buf__numbers),      TEST(test_buf__grows),                           TEST(test_buf__failure_is_sticky),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
