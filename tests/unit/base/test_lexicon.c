#include "support/cm.h"

#include <stdio.h>

#include "base/lexicon.h"

typedef struct {
    uint32_t n, lines[8];
    char last[80];
} faults;

static void note(void *ctx, const char *name, uint32_t line, const char *what)
{
    faults *f = ctx;
    if (f->n < 8) f->lines[f->n] = line;
    f->n++;
    snprintf(f->last, sizeof f->last, "%s: %s", name, what);
}

static void test_lexicon__rows_and_faults(void **state)
{
    (void)state;
    static const char TEXT[] = "# head\n"
                               "a | b | c\n"
                               "\n"
                               "too | few\n"
                               "  d |  - | f  \r\n"
                               "one | too | many | fields\n"
                               "g|h | i | j\n"
                               "k |  | l";
    faults f = {0};
    att_lex lex;
    att_lex_open(&lex, "test.txt", ATT_LIT(TEXT), 3);
    lex.fault = note;
    lex.ctx = &f;
    assert_true(att_lex_next(&lex));
    assert_int_equal(lex.line, 2);
    assert_true(att_is(lex.fields[0], "a") && att_is(lex.fields[1], "b") && att_is(lex.fields[2], "c"));
    assert_true(att_lex_next(&lex));
    assert_int_equal(lex.line, 5);
    assert_true(att_is(lex.fields[0], "d") && lex.fields[1].len == 0 && att_is(lex.fields[2], "f"));
    assert_true(att_lex_next(&lex));
    assert_true(att_is(lex.fields[0], "g|h")); /* a bar without spaces is a letter */
    assert_true(att_lex_next(&lex));
    assert_int_equal(lex.line, 8);
    assert_int_equal(lex.fields[1].len, 0);
    assert_true(att_is(lex.fields[2], "l"));
    assert_false(att_lex_next(&lex));
    assert_false(att_lex_next(&lex));
    assert_int_equal(f.n, 2);
    assert_int_equal(f.lines[0], 4);
    assert_int_equal(f.lines[1], 6);
    assert_string_equal(f.last, "test.txt: too many fields (separated by ' | ')");
}

static void test_lexicon__field_limit(void **state)
{
    (void)state;
    char text[200];
    for (uint32_t n = 14; n <= 18; n++) {
        text[0] = 0;
        size_t len = 0;
        for (uint32_t i = 0; i < n; i++) len += (size_t)snprintf(text + len, sizeof text - len, "%sx", i ? " | " : "");
        att_lex lex;
        att_lex_open(&lex, "t", att_slice_of(text), n < ATT_LEX_MAX_FIELDS ? n : ATT_LEX_MAX_FIELDS);
        assert_int_equal(att_lex_next(&lex), n <= ATT_LEX_MAX_FIELDS);
    }
}

static void test_lexicon__nothing(void **state)
{
    (void)state;
    att_lex lex;
    att_lex_open(&lex, "t", (att_slice){0}, 1);
    assert_false(att_lex_next(&lex));
    att_lex_open(&lex, "t", ATT_LIT("# only\n#comments\n\n \n"), 1);
    assert_false(att_lex_next(&lex));
    att_lex_open(&lex, "t", ATT_LIT("no end of line"), 1);
    assert_true(att_lex_next(&lex));
    assert_true(att_is(lex.fields[0], "no end of line"));
    assert_false(att_lex_next(&lex));
    att_lex_open(&lex, "t", ATT_LIT("fault without a listener"), 2);
    assert_false(att_lex_next(&lex));
}

static void test_lexicon__alternatives(void **state)
{
    (void)state;
    att_slice rest = ATT_LIT("Kyiv; Kiev ;; Kyyiv;"), alt;
    static const char *const WANT[] = {"Kyiv", "Kiev", "Kyyiv"};
    for (int i = 0; i < 3; i++) {
        assert_true(att_lex_alt(&rest, &alt));
        assert_true(att_is(alt, WANT[i]));
    }
    assert_false(att_lex_alt(&rest, &alt));
    rest = (att_slice){0};
    assert_false(att_lex_alt(&rest, &alt));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_lexicon__rows_and_faults),
        TEST(test_lexicon__field_limit),
        TEST(test_lexicon__nothing),
        TEST(test_lexicon__alternatives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
