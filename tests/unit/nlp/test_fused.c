/* Words that extraction has fused: parted when both halves are known, with exact bytes; rare words and names stay whole. */
#include "nlp_fixture.h"

#include "text/paras_int.h"
#include "text/text.h"

static void check(const att_model *m, const char *text, const char *want)
{
    fixture f;
    char out[600] = "";
    att_arena_init(&f.keep, (size_t)64 << 20);
    att_arena_init(&f.scratch, (size_t)64 << 20);
    att_doc_init(&f.doc, &f.keep, &f.scratch, att_slice_of(text));
    att_paras_split(&f.doc);
    att_tokenize(&f.doc);
    att_fused_part(m, &f.doc);
    uint32_t t = 1;
    for (uint32_t s = 1; s < f.doc.sents.n; s++) {
        assert_int_equal(f.doc.sents.at[s].tok_beg, t);
        for (; t < f.doc.sents.at[s].tok_end; t++) {
            const att_tok *k = &f.doc.toks.at[t];
            assert_int_equal(k->sent, s);
            assert_int_equal(k->form.len, k->span.end - k->span.beg);
            assert_memory_equal(k->form.ptr, text + k->span.beg, k->form.len);
            size_t n = strlen(out);
            (void)snprintf(out + n, sizeof out - n, "%s%.*s", n ? " " : "", (int)k->form.len, k->form.ptr);
        }
    }
    assert_int_equal(t, f.doc.toks.n);
    assert_string_equal(out, want);
    fixture_close(&f);
}

static void test_fused__parted(void **state)
{
    check(*state, "The French leader, Macronwho arrived late, spoke.", "The French leader , Macron who arrived late , spoke .");
    check(*state, "Shells hit infrastructurekilling two people.", "Shells hit infrastructure killing two people .");
    check(*state, "They ended talksThe next day. It rained.", "They ended talks The next day . It rained .");
    check(*state, "Netanyahuwas silent.", "Netanyahu was silent .");
}

static void test_fused__whole(void **state)
{
    check(*state, "Warmongering and policymaking by frontrunners.", "Warmongering and policymaking by frontrunners .");
    check(*state, "McDonald left YouTube for eBay and BuzzFeed.", "McDonald left YouTube for eBay and BuzzFeed .");
    check(*state, "Xqzzkwwho qqqqqqqqqqqqqqqqqqing WASWHO.", "Xqzzkwwho qqqqqqqqqqqqqqqqqqing WASWHO .");
    check(*state, "a", "a");
}

static void test_fused__flags(void **state)
{
    fixture f;
    att_arena_init(&f.keep, (size_t)64 << 20);
    att_arena_init(&f.scratch, (size_t)64 << 20);
    att_doc_init(&f.doc, &f.keep, &f.scratch, ATT_LIT("Macronwho left."));
    att_paras_split(&f.doc);
    att_tokenize(&f.doc);
    att_fused_part(*state, &f.doc);
    const att_tok *a = &f.doc.toks.at[1], *b = a + 1;
    assert_true(a->flags & ATT_TOK_FIRST && a->flags & ATT_TOK_CAP && !(a->flags & ATT_TOK_SPACE_AFTER));
    assert_true(!(b->flags & (ATT_TOK_FIRST | ATT_TOK_CAP)) && b->flags & ATT_TOK_SPACE_AFTER);
    fixture_close(&f);
}

static int open_it(void **state)
{
    static att_model *m;
    if (att_failed(att_model_open(&m, MODEL_PATH))) return 1;
    *state = m;
    return 0;
}

static int close_it(void **state)
{
    att_model_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_fused__parted), cmocka_unit_test(test_fused__whole), cmocka_unit_test(test_fused__flags)};
    return cmocka_run_group_tests(tests, open_it, close_it);
}
