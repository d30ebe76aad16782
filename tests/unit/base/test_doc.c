#include "support/cm.h"

#include "base/data.h"
#include "support/words.h"

/* "Putin and Macron, who met in Moscow, spoke." and a second sentence; token 1 is "Putin". */
static const char TREE[] = "1\tPutin\tPutin\tPROPN\t_\t_\t10\tnsubj\t_\t_\n"
                           "2\tand\tand\tCCONJ\t_\t_\t3\tcc\t_\t_\n"
                           "3\tMacron\tMacron\tPROPN\t_\t_\t1\tconj\t_\tSpaceAfter=No\n"
                           "4\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n"
                           "5\twho\twho\tPRON\t_\t_\t6\tnsubj\t_\t_\n"
                           "6\tmet\tmeet\tVERB\t_\t_\t1\tacl:relcl\t_\t_\n"
                           "7\tin\tin\tADP\t_\t_\t8\tcase\t_\t_\n"
                           "8\tMoscow\tMoscow\tPROPN\t_\t_\t6\tobl\t_\tSpaceAfter=No\n"
                           "9\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n"
                           "10\tspoke\tspeak\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
                           "11\t.\t.\tPUNCT\t_\t_\t10\tpunct\t_\t_\n"
                           "\n"
                           "1\tBoth\tboth\tPRON\t_\t_\t2\tnsubj\t_\t_\n"
                           "2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
                           "3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n";

static void test_doc__init_gives_empty_records(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_init(&d, ATT_LIT("text"));
    assert_int_equal(d.doc.toks.n, 1);
    assert_int_equal(d.doc.sents.n, 1);
    assert_int_equal(d.doc.events.n, 1);
    assert_int_equal(d.doc.notes.n, 1);
    assert_int_equal(d.doc.meta.published, ATT_NO_DAY);
    assert_int_equal(d.doc.toks.at[0].span.end, 0);
    att_event *e = att_add(&d.doc, events);
    assert_int_equal(d.doc.events.n - 1, 1);
    assert_int_equal(e->type, ATT_EV_NONE);
    test_doc_release(&d);
}

static void test_doc__subtree(void **state)
{
    (void)state;
    static const uint32_t T[][3] = {{10, 1, 12}, {1, 1, 10}, {6, 4, 10}, {8, 7, 9}, {3, 2, 4}, {5, 5, 6}, {13, 12, 15}, {12, 12, 13}};
    att_test_doc d;
    test_doc_conllu(&d, TREE);
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        uint32_t beg, end;
        att_subtree(&d.doc, T[i][0], &beg, &end);
        assert_int_equal(beg, T[i][1]);
        assert_int_equal(end, T[i][2]);
    }
    test_doc_release(&d);
}

static void test_doc__children(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_conllu(&d, TREE);
    static const uint32_t MET[] = {4, 5, 8, 9};
    uint32_t n = 0;
    for (uint32_t c = att_next_child(&d.doc, 6, 0); c; c = att_next_child(&d.doc, 6, c)) {
        assert_true(n < 4);
        assert_int_equal(c, MET[n++]);
    }
    assert_int_equal(n, 4);
    assert_int_equal(att_next_child(&d.doc, 7, 0), 0);
    assert_int_equal(att_next_child(&d.doc, 14, 0), 0); /* the last token of the text */
    assert_int_equal(att_child(&d.doc, 6, ATT_DEP_PUNCT, 0), 4);
    assert_int_equal(att_child(&d.doc, 6, ATT_DEP_PUNCT, 5), 9);
    assert_int_equal(att_child(&d.doc, 6, ATT_DEP_PUNCT, 10), 0);
    assert_int_equal(att_child(&d.doc, 6, ATT_DEP_OBJ, 0), 0);
    assert_int_equal(att_child(&d.doc, 13, ATT_DEP_NSUBJ, 0), 12); /* does not look into the sentence before */
    test_doc_release(&d);
}

static void test_doc__dominates(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_conllu(&d, TREE);
    assert_true(att_dominates(&d.doc, 10, 7));
    assert_true(att_dominates(&d.doc, 6, 6));
    assert_false(att_dominates(&d.doc, 7, 6));
    assert_false(att_dominates(&d.doc, 10, 12));
    test_doc_release(&d);
}

static void test_doc__spans(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_conllu(&d, TREE);
    assert_true(att_is(att_cut(&d.doc, att_tok_span(&d.doc, 7, 9)), "in Moscow"));
    assert_true(att_is(att_cut(&d.doc, d.doc.sents.at[2].span), "Both left."));
    test_doc_release(&d);
}

static void test_doc__names_go_round(void **state)
{
    (void)state;
    for (int u = 1; u < ATT_UPOS_COUNT; u++) assert_int_equal(att_upos_of(att_slice_of(att_upos_name((att_upos)u))), u);
    for (int r = 1; r < ATT_DEPREL_COUNT; r++) assert_int_equal(att_deprel_of(att_slice_of(att_deprel_name((att_deprel)r))), r);
    assert_int_equal(att_upos_of(ATT_LIT("NOPE")), ATT_UPOS_NONE);
    assert_string_equal(att_upos_name((att_upos)99), "_");
    assert_int_equal(att_deprel_of(ATT_LIT("nmod:tmod")), ATT_DEP_NMOD);
    assert_int_equal(att_deprel_of(ATT_LIT("nope:nope")), ATT_DEP_DEP);
    assert_int_equal(att_deprel_of(ATT_LIT("")), ATT_DEP_DEP);
    assert_string_equal(att_deprel_name((att_deprel)200), "dep");
}

static void test_doc__notes_only_when_tracing(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_init(&d, (att_slice){0});
    att_note_add(&d.doc, ATT_STAGE_EVENT, 3, "not %s", "kept");
    assert_int_equal(d.doc.notes.n, 1);
    d.doc.tracing = true;
    att_note_add(&d.doc, ATT_STAGE_EVENT, 3, "kept %d", 1);
    assert_int_equal(d.doc.notes.n, 2);
    assert_true(att_is(d.doc.notes.at[1].what, "kept 1"));
    assert_int_equal(d.doc.notes.at[1].tok, 3);
    test_doc_release(&d);
}

static void test_doc__embedded_data(void **state)
{
    (void)state;
    assert_true(att_data("actors/countries.txt").len > 1000);
    assert_true(att_starts(att_data("actors/countries.txt"), "#"));
    assert_int_equal(att_data("no/such.txt").len, 0);
    uint32_t n = 0;
    for (const att_embedded *e; (e = att_data_at(n)); n++) {
        att_slice s = att_data(e->name);
        assert_ptr_equal(s.ptr, e->beg);
        assert_true(e->end > e->beg);
        assert_int_equal(e->end[0], 0); /* one NUL behind each */
    }
    assert_true(n > 10);
    assert_null(att_data_at(n + 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_doc__init_gives_empty_records), TEST(test_doc__subtree),        TEST(test_doc__children),
        TEST(test_doc__dominates),                TEST(test_doc__spans),          TEST(test_doc__names_go_round),
        TEST(test_doc__notes_only_when_tracing),  TEST(test_doc__embedded_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
