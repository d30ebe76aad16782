/* CSV, tables and text for the screen, from the same hand-made document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "export/csv_out.h"
#include "export/rows.h"
#include "export/screen.h"
#include "export/table.h"
#include "unit/export/made_doc.h"

static void equals(att_buf *b, const char *want)
{
    att_put_char(b, 0);
    assert_string_equal(b->ptr, want);
    att_buf_release(b);
}

static void cell(const char *text, const char *want)
{
    att_buf b = {0};
    att_csv_text(&b, att_slice_of(text));
    equals(&b, want);
}

static void test_csv_out__cells(void **state)
{
    (void)state;
    cell("plain", "plain");
    cell("a,b", "\"a,b\"");
    cell("say \"no\"", "\"say \"\"no\"\"\"");
    cell("two\nlines", "\"two\nlines\"");
    cell("=SUM(A1)", "\"'=SUM(A1)\"");
    cell("+1", "\"'+1\"");
    cell("-1", "\"'-1\"");
    cell("@x", "\"'@x\"");
    cell("a=b", "a=b");
    cell("", "");
}

static uint32_t columns_of(const char *line)
{
    uint32_t n = 1;
    for (bool quoted = false; *line && (quoted || *line != '\r'); line++) {
        quoted ^= *line == '"';
        n += !quoted && *line == ',';
    }
    return n;
}

static void test_csv_out__event_has_all_columns(void **state)
{
    (void)state;
    att_test_doc t;
    att_arena a;
    att_buf head = {0}, row = {0};
    const att_jsonl opt = {0};
    made_doc(&t);
    att_arena_init(&a, 1 << 24);
    const att_parcel *p = att_parcel_make(&a, &t.doc, &opt, NULL);
    assert_int_equal(p->event_count, 2);
    att_csv_head(&head);
    att_csv_event(&row, &p->events[0]);
    att_put_char(&head, 0);
    att_put_char(&row, 0);
    assert_int_equal(columns_of(head.ptr), columns_of(row.ptr));
    assert_non_null(strstr(row.ptr, ",Russia; China,RUS; CHN,GOV; GOV,Ukraine,UKR,GOV,"));
    assert_non_null(strstr(row.ptr, ",-3.5,-4.4,0.91,"));
    att_buf_release(&head);
    att_buf_release(&row);
    att_arena_release(&a);
    test_doc_release(&t);
}

static void screen(const char *text, uint32_t max, const char *want)
{
    att_buf b = {0};
    uint32_t used = att_screen_put(&b, att_slice_of(text), max);
    assert_true(used <= max);
    equals(&b, want);
}

static void test_screen__fits_and_is_harmless(void **state)
{
    (void)state;
    screen("Kyiv", 4, "Kyiv");
    screen("Kyiv and Lviv", 6, "Kyiv …");
    screen("a\n\t b", 10, "a b");
    screen("\x1b[31mred", 20, "\\x1b[31mred");
    screen("a\xE2\x80\xAE" "b", 20, "a\\u202eb");
    screen("\xE5\x8C\x97\xE4\xBA\xAC", 4, "\xE5\x8C\x97\xE4\xBA\xAC"); /* two wide characters */
    screen("\xE5\x8C\x97\xE4\xBA\xAC", 3, "\xE5\x8C\x97…");
    screen("bad \xFF", 20, "bad \xEF\xBF\xBD");
    assert_int_equal(att_screen_width(ATT_LIT("e\xCC\x81"), 10), 1); /* combining accent */
}

/* No line of a table is wider than the terminal, whatever its width. */
static void test_table__fits(void **state)
{
    (void)state;
    att_test_doc t;
    att_arena a;
    const att_jsonl opt = {0};
    made_doc(&t);
    att_arena_init(&a, 1 << 24);
    const att_parcel *p = att_parcel_make(&a, &t.doc, &opt, NULL);
    for (int width = 40; width < 130; width++)
        for (int with_doc = 0; with_doc < 2; with_doc++) {
            const att_table table = {width, false, with_doc};
            att_buf b = {0};
            att_table_head(&b, &table);
            att_table_doc(&b, &table, &p->document, p->event_count, "event");
            att_table_event(&b, &table, &p->events[0]);
            att_slice rest = {b.ptr, (uint32_t)b.len}, line;
            while (att_split(&rest, '\n', &line)) assert_true(att_screen_width(line, 500) <= (uint32_t)width);
            att_buf_release(&b);
        }
    att_arena_release(&a);
    test_doc_release(&t);
}

static void test_table__shows_the_trigger(void **state)
{
    (void)state;
    char sentence[400];
    memset(sentence, 'x', sizeof sentence);
    for (int i = 9; i < 400; i += 10) sentence[i] = ' ';
    memcpy(sentence + 300, "attacked", 8);
    const att_event_row r = {.sentence = {0, 400}, .sentence_text = {sentence, 400}, .trigger_span = {300, 308}, .type = ATT_LIT("ASSAULT"), .status = ATT_LIT("occurred")};
    const att_table table = {80, false, false};
    att_buf b = {0};
    att_table_event(&b, &table, &r);
    att_put_char(&b, 0);
    assert_non_null(strstr(b.ptr, "attacked"));
    att_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv_out__cells), cmocka_unit_test(test_csv_out__event_has_all_columns),
        cmocka_unit_test(test_screen__fits_and_is_harmless), cmocka_unit_test(test_table__fits),
        cmocka_unit_test(test_table__shows_the_trigger),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
