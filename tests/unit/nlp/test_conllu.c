/* CoNLL-U: what is read, what is refused, and that writing gives back what was read. */
#include "nlp_fixture.h"

#include <string.h>

#include "base/limits.h"

#define REST "\t_\t_\t_\t_\t_\t_\t_\t"

static const char SAMPLE[] =
    "# newdoc id = d1\n# sent_id = d1-1\n# text = Don't go.\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo" REST "_\n2\tn't" REST "_\n"
    "3\tgo" REST "SpaceAfter=No\n3.1\tsomewhere" REST "_\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
    "# sent_id = d1-2\n1\t\xE2\x80\x9CYes" REST "SpaceAfter=No\r\n2\t!" REST "_\r\n\r\n"
    "# newdoc id = d2\n# sent_id = d2-1\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tde" REST "_\n2\tle" REST "_\n3\tPUTIN" REST "_\n";

static att_slice slice(const char *z) { return att_slice_of(z); }

static void test_conllu__whole_file(void **state)
{
    (void)state;
    fixture f;
    fixture_open(&f);
    att_conllu_frame frame;
    assert_int_equal(att_conllu_read(&f.doc, slice(SAMPLE), &frame).code, ATT_OK);
    const att_doc *d = &f.doc;
    assert_int_equal(d->sents.n, 4);
    assert_int_equal(d->toks.n, 1 + 4 + 2 + 3);
    assert_true(att_eq(d->text, ATT_LIT("Don't go. \xE2\x80\x9CYes!\n\nduPUTIN")));
    assert_true(att_eq(att_cut(d, d->toks.at[1].span), ATT_LIT("Do")));
    assert_true(att_eq(att_cut(d, d->toks.at[2].span), ATT_LIT("n't")));
    assert_true(att_eq(att_cut(d, d->toks.at[4].span), ATT_LIT(".")));
    assert_true(att_eq(d->toks.at[5].form, ATT_LIT("\"Yes")));
    assert_true(att_eq(d->toks.at[5].lower, ATT_LIT("\"yes")));
    /* forms that do not add up to their multiword token stand for all of it */
    assert_true(att_eq(att_cut(d, d->toks.at[8].span), ATT_LIT("du")));
    assert_int_equal(frame.ranges.n, 2);
    assert_int_equal(frame.ranges.at[1].first, 7);
    assert_int_equal(frame.ranges.at[1].last, 8);
    assert_true(d->toks.at[1].flags & ATT_TOK_FIRST);
    assert_false(d->toks.at[2].flags & ATT_TOK_FIRST);
    assert_true(d->toks.at[2].flags & ATT_TOK_SPACE_AFTER);
    assert_false(d->toks.at[3].flags & ATT_TOK_SPACE_AFTER);
    assert_true(d->toks.at[9].flags & ATT_TOK_UPPER);
    assert_int_equal(d->paras.n, 3);
    fixture_close(&f);
}

static void test_conllu__documents(void **state)
{
    (void)state;
    fixture f;
    fixture_open(&f);
    att_conllu_reader r;
    att_conllu_frame frame;
    bool more;
    att_conllu_open(&r, slice(SAMPLE));
    assert_int_equal(att_conllu_next(&r, &f.doc, &frame, &more).code, ATT_OK);
    assert_true(more);
    assert_true(att_is(f.doc.meta.id, "d1"));
    assert_int_equal(f.doc.sents.n, 3);
    assert_int_equal(att_conllu_next(&r, &f.doc, &frame, &more).code, ATT_OK);
    assert_true(more);
    assert_true(att_is(f.doc.meta.id, "d2"));
    assert_int_equal(f.doc.sents.n, 2);
    assert_int_equal(att_conllu_next(&r, &f.doc, &frame, &more).code, ATT_OK);
    assert_false(more);
    assert_int_equal(f.doc.sents.n, 1);
    fixture_close(&f);
}

/* Without tags and trees a document goes out as it came in, but for start and end, empty nodes and columns that it has not. */
static void test_conllu__round_trip(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    fixture_open(&f);
    att_conllu_frame frame;
    assert_int_equal(att_conllu_read(&f.doc, slice(SAMPLE), &frame).code, ATT_OK);
    att_slice misc[16] = {{0}};
    misc[3] = ATT_LIT("NER=O|Factuality=-1.5");
    att_buf b = {0};
    att_conllu_write(m, &f.doc, &(att_conllu_extra){&frame, misc}, &b);
    att_put_char(&b, 0);
    static const char want[] =
        "# newdoc id = d1\n# sent_id = d1-1\n# text = Don't go.\n"
        "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tDo" REST "start=0|end=2\n2\tn't" REST "start=2|end=5\n"
        "3\tgo" REST "SpaceAfter=No|start=6|end=8|NER=O|Factuality=-1.5\n4\t." REST "start=8|end=9\n\n"
        "# sent_id = d1-2\n1\t\xE2\x80\x9CYes" REST "SpaceAfter=No|start=10|end=16\n2\t!" REST "start=16|end=17\n\n"
        "# newdoc id = d2\n# sent_id = d2-1\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tde" REST "start=19|end=21\n"
        "2\tle" REST "start=19|end=21\n3\tPUTIN" REST "start=21|end=26\n\n";
    assert_string_equal(b.ptr, want);
    /* and what was written can be read */
    fixture g;
    fixture_open(&g);
    assert_int_equal(att_conllu_read(&g.doc, slice(b.ptr), NULL).code, ATT_OK);
    assert_true(att_eq(f.doc.text, g.doc.text));
    assert_int_equal(f.doc.toks.n, g.doc.toks.n);
    att_buf_release(&b);
    fixture_close(&f);
    fixture_close(&g);
    att_model_close(m);
}

static void test_conllu__faults(void **state)
{
    (void)state;
    static const struct { const char *text; uint32_t line; } bad[] = {
        {"1\ttoo few columns\n", 1},
        {"# c\n1\ta" REST "_\textra\n", 2},
        {"1\ta" REST "_\n3\tb" REST "_\n", 2},
        {"2\ta" REST "_\n", 1},
        {"0\ta" REST "_\n", 1},
        {"x\ta" REST "_\n", 1},
        {"99999999999\ta" REST "_\n", 1},
        {"1\t" REST "_\n", 1},
        {"1\t  " REST "_\n", 1},
        {"2-3\tab" REST "_\n1\ta" REST "_\n", 1},
        {"1-0\tab" REST "_\n1\ta" REST "_\n", 1},
        {"1-2\tab" REST "_\n1\ta" REST "_\n\n", 3},
        {"1-3\tabc" REST "_\n1\ta" REST "_\n2-3\tbc" REST "_\n", 3},
        {"1-2\tab" REST "_\n", 1},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        fixture f;
        fixture_open(&f);
        att_err e = att_conllu_read(&f.doc, slice(bad[i].text), NULL);
        assert_int_equal(e.code, ATT_E_FORMAT);
        assert_int_equal(e.offset, bad[i].line);
        assert_non_null(e.msg);
        fixture_close(&f);
    }
}

static void test_conllu__nothing(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "\n\n\n", "# only a comment\n", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        fixture f;
        fixture_open(&f);
        assert_int_equal(att_conllu_read(&f.doc, slice(empty[i]), NULL).code, ATT_OK);
        assert_int_equal(f.doc.sents.n, 1);
        assert_int_equal(f.doc.toks.n, 1);
        fixture_close(&f);
    }
}

static void test_conllu__large_file_in_batches(void **state)
{
    (void)state;
    att_buf b = {0};
    uint32_t sentences = 150000;
    for (uint32_t i = 0; i < sentences; i++) att_put_z(&b, "1\tHello" REST "_\n2\tworld" REST "_\n\n");
    fixture f;
    fixture_open(&f);
    att_conllu_reader r;
    att_conllu_open(&r, (att_slice){b.ptr, (uint32_t)b.len});
    uint32_t seen = 0, batches = 0;
    for (bool more = true; more; batches++) {
        att_arena_reset(&f.keep);
        assert_int_equal(att_conllu_next(&r, &f.doc, NULL, &more).code, ATT_OK);
        seen += f.doc.sents.n - 1;
    }
    assert_int_equal(seen, sentences);
    assert_true(batches > 2);
    att_buf_release(&b);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conllu__whole_file), cmocka_unit_test(test_conllu__documents),
        cmocka_unit_test(test_conllu__round_trip), cmocka_unit_test(test_conllu__faults),
        cmocka_unit_test(test_conllu__nothing),    cmocka_unit_test(test_conllu__large_file_in_batches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
