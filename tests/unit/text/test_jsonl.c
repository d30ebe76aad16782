#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/reader_int.h"

static void test_jsonl__one_object_a_line(void **state)
{
    (void)state;
    assert_true(att_json_has_lines(ATT_LIT("{\"a\":1}\n{\"a\":2}\n")));
    assert_true(att_json_has_lines(ATT_LIT("{\"a\":1}\r\n{\"a\":2}")));
    assert_true(att_json_has_lines(ATT_LIT("\n\xEF\xBB\xBF{\"a\":1}\n{") ) == false);
    assert_true(att_json_has_lines(ATT_LIT("\xEF\xBB\xBF{\"a\":\"}\\\"\\n{\"}\n{")));
    assert_false(att_json_has_lines(ATT_LIT("{\"a\":1}\n")));
    assert_false(att_json_has_lines(ATT_LIT("{\n\"a\":1}\n{\"a\":2}")));
    assert_false(att_json_has_lines(ATT_LIT("[{\"a\":1},\n{\"a\":2}]")));
    assert_false(att_json_has_lines(ATT_LIT("{\"a\":1} {\"a\":2}\n")));
    assert_false(att_json_has_lines(ATT_LIT("{\"a")));
    assert_false(att_json_has_lines(ATT_LIT("")));
}

static void field(const char *key, int want)
{
    att_reader_options opt = {.fields = {[ATT_FIELD_DATE] = "when", [ATT_FIELD_TITLE] = "body"}};
    att_field f = ATT_FIELD_COUNT;
    uint32_t rank;
    bool found = att_field_match(&opt, att_slice_of(key), &f, &rank);
    assert_int_equal(found ? (int)f : -1, want);
}

static void test_jsonl__field_names(void **state)
{
    (void)state;
    field("text", ATT_FIELD_TEXT);
    field("Full_Text", ATT_FIELD_TEXT);
    field("article-body", ATT_FIELD_TEXT);
    field("Headline", -1); /* the user named the title */
    field("body", ATT_FIELD_TITLE);
    field("when", ATT_FIELD_DATE);
    field("date", -1);
    field("_id", ATT_FIELD_ID);
    field("guid", ATT_FIELD_ID);
    field("publisher", ATT_FIELD_OUTLET);
    field("te", -1);
    field("text body", -1);
    field("", -1);
    field("a key that is much longer than any name that a field could have", -1);
}

static void test_jsonl__better_name_wins(void **state)
{
    (void)state;
    att_reader_options opt = {0};
    att_field f;
    uint32_t text, story;
    assert_true(att_field_match(&opt, ATT_LIT("text"), &f, &text));
    assert_true(att_field_match(&opt, ATT_LIT("story"), &f, &story));
    assert_true(text < story);
}

static void test_jsonl__lines_too_long_are_skipped(void **state)
{
    (void)state;
    att_source s = {.fd = -1, .eof = true, .line = 1};
    att_slice line;
    bool too_long;
    att_put_z(&s.buf, "abc\nabcd\n\nab");
    assert_true(att_source_line(&s, 3, &line, &too_long));
    assert_true(att_is(line, "abc") && !too_long);
    assert_true(att_source_line(&s, 3, &line, &too_long));
    assert_true(too_long);
    assert_int_equal(s.line, 3);
    assert_true(att_source_line(&s, 3, &line, &too_long));
    assert_true(line.len == 0 && !too_long);
    assert_true(att_source_line(&s, 3, &line, &too_long));
    assert_true(att_is(line, "ab") && !too_long);
    assert_false(att_source_line(&s, 3, &line, &too_long));
    att_buf_release(&s.buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_jsonl__one_object_a_line), cmocka_unit_test(test_jsonl__field_names),
                                       cmocka_unit_test(test_jsonl__better_name_wins),
                                       cmocka_unit_test(test_jsonl__lines_too_long_are_skipped)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
