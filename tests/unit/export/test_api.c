/* The public header, used as a stranger would. Skipped where there is no model. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>

#include "attache/attache.h"

static bool count_lines(void *ctx, att_slice line)
{
    int *n = ctx;
    assert_true(line.len > 2 && line.ptr[0] == '{' && line.ptr[line.len - 1] == '}');
    return ++*n < 100;
}

static bool stop(void *ctx, att_slice line)
{
    (void)line;
    ++*(int *)ctx;
    return false;
}

static void test_api__text_to_records(void **state)
{
    static const char TEXT[] = "Russia threatened Ukraine on Monday. \"We will answer,\" President Volodymyr Zelensky said.";
    att_coder *coder;
    const att_doc *doc;
    int n = 0;
    if (!*state) skip();
    assert_false(att_failed(att_coder_new(&coder, *state)));
    const att_request ask = att_request_of("a.txt", TEXT, sizeof TEXT - 1);
    assert_false(att_failed(att_code_text(coder, &ask, &doc)));
    assert_int_equal(doc->sents.n, 3);
    assert_true(doc->events.n > 1);
    assert_false(att_failed(att_records(coder, doc, NULL, count_lines, &n)));
    assert_true(n >= 2);
    n = 0;
    assert_false(att_failed(att_records(coder, doc, "event,document", stop, &n)));
    assert_int_equal(n, 1);
    assert_int_equal(att_records(coder, doc, "evnt", stop, &n).code, ATT_E_USAGE);
    assert_false(att_failed(att_parse_text(coder, &ask, &doc)));
    assert_int_equal(doc->events.n, 1);
    att_coder_free(coder);
}

static uint32_t find(const att_doc *doc, const char *form)
{
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if (doc->toks.at[t].form.len == strlen(form) && memcmp(doc->toks.at[t].form.ptr, form, strlen(form)) == 0) return t;
    fail_msg("no %s", form);
    return 0;
}

static void test_api__language_layer_alone(void **state)
{
    static const char TEXT[] = "The minister refused to sign the treaty.";
    att_coder *coder;
    const att_doc *doc;
    float v = 0;
    if (!*state) skip();
    assert_false(att_failed(att_coder_new(&coder, *state)));
    assert_false(att_failed(att_parse(coder, TEXT, sizeof TEXT - 1, &doc)));
    assert_int_equal(doc->toks.n, 9);
    uint32_t sign = find(doc, "sign"), minister = find(doc, "minister");
    att_labels l = att_labels_of(*state, &doc->toks.at[sign]);
    assert_string_equal(l.upos, "VERB");
    assert_string_equal(l.xpos, "VB");
    assert_string_equal(l.feats, "VerbForm=Inf");
    assert_string_equal(l.deprel, "xcomp");
    assert_int_equal(doc->toks.at[sign].head, find(doc, "refused"));
    assert_int_equal(doc->clauses.at[doc->tok_clause[sign]].subj, minister);
    assert_true(att_factuality(doc, sign, &v) && v < 0 && v >= -3);
    assert_true(att_factuality(doc, find(doc, "refused"), &v) && v > 2 && v <= 3);
    assert_false(att_factuality(doc, find(doc, "the"), &v));
    assert_int_equal(att_parse(coder, " ", 1, &doc).code, ATT_E_EMPTY);
    att_coder_free(coder);
}

static void test_api__future_rules_can_be_switched_off(void **state)
{
    static const char TEXT[] = "Macron will visit Moscow on Friday.";
    att_coder *coder;
    const att_doc *doc;
    if (!*state) skip();
    assert_false(att_failed(att_coder_new(&coder, *state)));
    att_request ask = att_request_of("a", TEXT, sizeof TEXT - 1);
    for (int on = 0; on < 2; on++) {
        att_coder_option(coder, ATT_OPTION_FUTURE_RULES, on);
        att_coder_option(coder, ATT_OPTION_COUNT, false); /* none: left alone */
        assert_false(att_failed(att_code_text(coder, &ask, &doc)));
        assert_int_equal(doc->events.n, 2);
        assert_int_equal(doc->events.at[1].type, on ? ATT_AGREE : ATT_CONSULT);
    }
    att_coder_free(coder);
}

static void test_api__refuses_what_it_cant_read(void **state)
{
    att_coder *coder;
    const att_doc *doc;
    if (!*state) skip();
    assert_false(att_failed(att_coder_new(&coder, *state)));
    att_request ask = att_request_of("a", "caf\xE9", 4);
    att_err e = att_code_text(coder, &ask, &doc);
    assert_int_equal(e.code, ATT_E_USAGE);
    assert_int_equal(e.offset, 3);
    assert_null(doc);
    ask = att_request_of("a", " \n", 2);
    assert_int_equal(att_code_text(coder, &ask, &doc).code, ATT_E_EMPTY);
    ask = att_request_of("", "Text.", 5);
    assert_int_equal(att_code_text(coder, &ask, &doc).code, ATT_E_USAGE);
    ask = att_request_of("a", "Text.", (16u << 20) + 1);
    assert_int_equal(att_code_text(coder, &ask, &doc).code, ATT_E_TOO_LARGE);
    ask = att_request_of("a", "It rains.", 9);
    assert_false(att_failed(att_code_text(coder, &ask, &doc)));
    att_coder_free(coder);
}

static void test_api__no_model(void **state)
{
    (void)state;
    att_engine *engine;
    assert_int_equal(att_open(&engine, "/nowhere/english.attm").code, ATT_E_IO);
    assert_null(engine);
    att_close(NULL);
    att_coder_free(NULL);
    assert_int_equal(att_version_number(), ATT_VERSION_NUMBER);
    assert_string_equal(att_version_text(), "0.1.0");
}

static int set_up(void **state)
{
    att_engine *engine;
    (void)att_open(&engine, NULL);
    *state = engine;
    return 0;
}

static int tear_down(void **state)
{
    att_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_api__text_to_records), cmocka_unit_test(test_api__language_layer_alone),
        cmocka_unit_test(test_api__future_rules_can_be_switched_off),
        cmocka_unit_test(test_api__refuses_what_it_cant_read), cmocka_unit_test(test_api__no_model),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
