#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/csv.h"

static uint32_t record(const char *s, bool last)
{
    att_csv_scan scan = {0};
    return att_csv_record(&scan, att_slice_of(s), ',', last);
}

static void test_csv__records(void **state)
{
    (void)state;
    assert_int_equal(record("a,b\nc,d\n", false), 4);
    assert_int_equal(record("a,\"b\nc\",d\ne", false), 10);
    assert_int_equal(record("a,\"b \"\"x\"\" c\"\ne", false), 14);
    assert_int_equal(record("a,5\" gun,c\nd", false), 11); /* a mark inside a field is text */
    assert_int_equal(record("a,\"b \"x\" c\"\ne", false), 12);
    assert_int_equal(record("a,b", true), 0);
    assert_int_equal(record("a,\"b\n\n", true), 0);
}

static void test_csv__record_in_pieces(void **state)
{
    (void)state;
    const char *s = "1,\"He said \"\"no\"\"\nand left\",x\n2";
    att_csv_scan scan = {0};
    uint32_t n = 0;
    for (uint32_t len = 1; len <= strlen(s) && n == 0; len++) n = att_csv_record(&scan, (att_slice){s, len}, ',', false);
    assert_int_equal(n, strlen(s) - 1);
}

static void fields(const char *rec, char sep, uint32_t n, const char *const *want)
{
    att_csv c = {.sep = sep};
    assert_true(att_csv_fields(&c, att_slice_of(rec)));
    assert_int_equal(att_csv_count(&c), n);
    for (uint32_t i = 0; i < n; i++) {
        att_slice f = att_csv_field(&c, i);
        assert_int_equal(f.len, strlen(want[i]));
        assert_memory_equal(f.ptr, want[i], f.len);
    }
    att_csv_release(&c);
}

static void test_csv__fields(void **state)
{
    (void)state;
    fields("a,b,c\r\n", ',', 3, (const char *const[]){"a", "b", "c"});
    fields(",,\n", ',', 3, (const char *const[]){"", "", ""});
    fields("", ',', 1, (const char *const[]){""});
    fields("\"a, b\";\"say \"\"no\"\"\";\"\"", ';', 3, (const char *const[]){"a, b", "say \"no\"", ""});
    fields("\"line\nend\"\tx", '\t', 2, (const char *const[]){"line\nend", "x"});
    fields("\"stray \"mark\" in\",x", ',', 2, (const char *const[]){"stray \"mark\" in", "x"});
    fields("\"a\"b,c", ',', 1, (const char *const[]){"a\"b,c"}); /* never closed: the rest is its text */
}

static void test_csv__separator(void **state)
{
    (void)state;
    assert_int_equal(att_csv_sep(ATT_LIT("id,title,text\n1;2;3;4;5")), ',');
    assert_int_equal(att_csv_sep(ATT_LIT("id;title;text")), ';');
    assert_int_equal(att_csv_sep(ATT_LIT("id\ttext")), '\t');
    assert_int_equal(att_csv_sep(ATT_LIT("\"a,b,c\"|x|y")), '|');
    assert_int_equal(att_csv_sep(ATT_LIT("text")), ',');
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_csv__records), cmocka_unit_test(test_csv__record_in_pieces),
                                       cmocka_unit_test(test_csv__fields), cmocka_unit_test(test_csv__separator)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
