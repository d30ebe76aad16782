#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "text/encoding.h"

static void expect(att_slice bytes, const char *charset, const char *want)
{
    att_buf out = {0};
    att_slice text = {0};
    att_err e = att_decode(&out, bytes, att_slice_of(charset), &text);
    assert_int_equal(e.code, ATT_OK);
    assert_int_equal(text.len, strlen(want));
    assert_memory_equal(text.ptr, want, text.len);
    att_buf_release(&out);
}

static void refuse(att_slice bytes, att_code code, const char *part)
{
    att_buf out = {0};
    att_slice text = {0};
    att_err e = att_decode(&out, bytes, (att_slice){0}, &text);
    assert_int_equal(e.code, code);
    assert_non_null(strstr(e.msg, part));
    att_buf_release(&out);
}

static void test_encoding__utf8_stays_the_same_bytes(void **state)
{
    (void)state;
    att_buf out = {0};
    att_slice text, in = ATT_LIT("\xEF\xBB\xBF" "Kyiv\xC2\xA0said \xE2\x80\x9Cno\xE2\x80\x9D.");
    assert_int_equal(att_decode(&out, in, (att_slice){0}, &text).code, ATT_OK);
    assert_ptr_equal(text.ptr, in.ptr);
    assert_int_equal(text.len, in.len);
    att_buf_release(&out);
}

static void test_encoding__utf16(void **state)
{
    (void)state;
    expect(ATT_LIT("\xFF\xFEH\0i\0 \0\x1c\x20"), "", "Hi \xE2\x80\x9C");
    expect(ATT_LIT("\xFE\xFF\0H\0i"), "", "Hi");
    expect(ATT_LIT("H\0i\0 \0y\0o\0u\0"), "", "Hi you");
    expect(ATT_LIT("\xFF\xFE\0\0H\0\0\0i\0\0\0"), "", "Hi");
    expect(ATT_LIT("\xFF\xFEH\0\x00\xD8i\0"), "", "H\xEF\xBF\xBDi"); /* half a surrogate pair */
}

static void test_encoding__a_few_bad_bytes_leave_the_rest(void **state)
{
    (void)state;
    expect(ATT_LIT("Erdo\xC4\x9F" "an\x92s caf\xC3\xA9"), "", "Erdo\xC4\x9F" "an\xE2\x80\x99s caf\xC3\xA9");
    expect(ATT_LIT("\xC3\xA9\xC3\xA9 cut \xE2\x80"), "", "\xC3\xA9\xC3\xA9 cut \xC3\xA2\xE2\x82\xAC");
}

static void test_encoding__windows_1252(void **state)
{
    (void)state;
    expect(ATT_LIT("He said \x93no\x94 \x96 and left."), "", "He said \xE2\x80\x9Cno\xE2\x80\x9D \xE2\x80\x93 and left.");
    expect(ATT_LIT("caf\xE9"), "iso-8859-1", "caf\xC3\xA9");
    expect(ATT_LIT("\x93x\x94"), "ISO-8859-1", "\xE2\x80\x9Cx\xE2\x80\x9D");
}

static void test_encoding__named_charset(void **state)
{
    (void)state;
    expect(ATT_LIT("\xCF\xF3\xF2\xE8\xED said no"), "windows-1251", "\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD said no");
    expect(ATT_LIT("caf\xE9"), "no-such//charset", "caf\xC3\xA9");
}

static void test_encoding__binary(void **state)
{
    (void)state;
    refuse(ATT_LIT("abc\0def\1\2\3\4\5\6\7ghijkl"), ATT_E_NOT_TEXT, "binary");
    refuse(ATT_LIT("\1\2\3\4\5\6 x \x11\x12\x13"), ATT_E_NOT_TEXT, "binary");
    refuse(ATT_LIT("%PDF-1.4 and so on"), ATT_E_NOT_TEXT, "pdftotext");
    refuse(ATT_LIT("PK\3\4zip"), ATT_E_NOT_TEXT, "zip");
    refuse(ATT_LIT("\x1F\x8B\x08 gz"), ATT_E_NOT_TEXT, "gunzip");
    refuse(ATT_LIT("{\\rtf1 Hello}"), ATT_E_NOT_TEXT, "RTF");
}

static void test_encoding__text_check(void **state)
{
    (void)state;
    assert_int_equal(att_text_check(ATT_LIT("")).code, ATT_E_EMPTY);
    assert_int_equal(att_text_check(ATT_LIT(" \r\n\t\xC2\xA0\xEF\xBB\xBF")).code, ATT_E_EMPTY);
    assert_int_equal(att_text_check(ATT_LIT(" x ")).code, ATT_OK);
    assert_int_equal(att_text_check((att_slice){"x", ATT_MAX_DOC_BYTES + 1}).code, ATT_E_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encoding__utf8_stays_the_same_bytes), cmocka_unit_test(test_encoding__utf16),
        cmocka_unit_test(test_encoding__a_few_bad_bytes_leave_the_rest), cmocka_unit_test(test_encoding__windows_1252),
        cmocka_unit_test(test_encoding__named_charset), cmocka_unit_test(test_encoding__binary),
        cmocka_unit_test(test_encoding__text_check)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
