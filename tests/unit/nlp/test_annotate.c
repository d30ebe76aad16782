/* Tags, lemmas and trees of a few sentences; the same answer always; odd input. */
#include "nlp_fixture.h"

#include <string.h>

#include "base/limits.h"
#include "nlp/model_int.h"
#include "nlp/verbs.h"

static const char *const UPPERCASE = "PUTIN MET MACRON IN MOSCOW ON TUESDAY .";

static void annotate(const att_model *m, fixture *f, const char *sentences)
{
    fixture_open(f);
    fixture_text(f, sentences);
    att_tag(m, &f->doc);
    att_parse_trees(m, &f->doc);
}

static uint32_t find(const att_doc *doc, const char *form)
{
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if (att_is(doc->toks.at[t].form, form)) return t;
    fail_msg("no token %s", form);
    return 0;
}

/* word / upos / lemma / head word ("" = root) / relation */
typedef struct { const char *form, *upos, *lemma, *head, *rel; } expected;

static void check(const att_doc *doc, const expected *e)
{
    for (; e->form; e++) {
        const att_tok *t = &doc->toks.at[find(doc, e->form)];
        assert_string_equal(att_upos_name((att_upos)t->upos), e->upos);
        if (!att_is(t->lemma, e->lemma)) fail_msg("lemma of %s is %.*s", e->form, (int)t->lemma.len, t->lemma.ptr);
        if (*e->head) assert_int_equal(t->head, find(doc, e->head));
        else assert_int_equal(t->head, 0);
        assert_string_equal(att_deprel_name((att_deprel)t->deprel), e->rel);
    }
}

/* Heads inside the sentence, one root, no cycles, everything tagged. */
static void check_trees(const att_doc *doc)
{
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *sent = &doc->sents.at[s];
        uint32_t roots = 0;
        for (uint32_t t = sent->tok_beg; t < sent->tok_end; t++) {
            const att_tok *w = &doc->toks.at[t];
            assert_true(w->upos > 0 && w->upos < ATT_UPOS_COUNT);
            assert_true(w->lemma.len > 0);
            assert_true(w->head == 0 || (w->head >= sent->tok_beg && w->head < sent->tok_end && w->head != t));
            assert_true((w->head == 0) == (w->deprel == ATT_DEP_ROOT));
            roots += w->head == 0;
            uint32_t steps = 0;
            for (uint32_t x = t; x; x = doc->toks.at[x].head) assert_true(steps++ < sent->tok_end - sent->tok_beg);
        }
        assert_int_equal(roots, 1);
    }
}

static void test_annotate__news_sentence(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    annotate(m, &f, "Russian troops were attacked by rebels near the border on Tuesday .\n");
    static const expected e[] = {{"Russian", "ADJ", "Russian", "troops", "amod"},
                                 {"troops", "NOUN", "troops", "attacked", "nsubj:pass"},
                                 {"were", "AUX", "be", "attacked", "aux:pass"},
                                 {"attacked", "VERB", "attack", "", "root"},
                                 {"by", "ADP", "by", "rebels", "case"},
                                 {"rebels", "NOUN", "rebel", "attacked", "obl:agent"},
                                 {"near", "ADP", "near", "border", "case"},
                                 {"Tuesday", "PROPN", "Tuesday", "attacked", "obl"},
                                 {".", "PUNCT", ".", "attacked", "punct"},
                                 {NULL, NULL, NULL, NULL, NULL}};
    check(&f.doc, e);
    assert_string_equal(att_xpos_name(m, f.doc.toks.at[find(&f.doc, "attacked")].xpos), "VBN");
    const att_tok *rebels = &f.doc.toks.at[find(&f.doc, "rebels")], *were = &f.doc.toks.at[find(&f.doc, "were")];
    assert_true(att_has_feat(m, rebels, "Number=Plur"));
    assert_false(att_has_feat(m, rebels, "Number=Plu"));
    assert_false(att_has_feat(m, rebels, "Tense=Past"));
    assert_false(att_has_feat(m, rebels, ""));
    assert_true(att_has_feat(m, were, "Tense=Past")); /* not the first of its features */
    fixture_close(&f);
    att_model_close(m);
}

/* What the learned rules make of rare forms ("shot" -> "shet", "fined" -> "fin") is put right by the list of irregular forms and by spelling. */
static void test_annotate__verb_forms(void **state)
{
    (void)state;
    static const struct { const char *form, *learned; bool base; const char *verb; } e[] = {
        {"shot", "shet", false, "shoot"}, {"fled", "fl", false, "flee"},     {"withheld", "withhell", false, "withhold"},
        {"shed", "sh", false, "shed"},    {"found", "find", false, "find"},  {"found", "found", true, "found"},
        {"fined", "fin", false, "fine"},  {"snipe", "snipe", true, "snipe"}, {"sniping", "snip", false, "snipe"},
        {"blamed", "blam", false, "blame"}, {"visited", "visit", false, "visit"}, {"stopped", "stopp", false, "stop"}};
    att_arena keep;
    att_arena_init(&keep, (size_t)1 << 20);
    for (size_t i = 0; i < sizeof e / sizeof *e; i++) {
        att_slice verb = att_verb_lemma(&keep, att_slice_of(e[i].form), att_slice_of(e[i].learned), e[i].base);
        if (!att_is(verb, e[i].verb)) fail_msg("verb of %s is %.*s", e[i].form, (int)verb.len, verb.ptr);
    }
    att_arena_release(&keep);
}

static void test_annotate__lemmas(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    annotate(m, &f, "The ministers said they had gone home and bought better knives .\n");
    static const struct { const char *form, *lemma; } e[] = {{"The", "the"},    {"ministers", "minister"}, {"said", "say"},
                                                             {"they", "they"},  {"had", "have"},           {"gone", "go"},
                                                             {"bought", "buy"}, {"better", "good"},        {"knives", "knife"}};
    for (size_t i = 0; i < sizeof e / sizeof *e; i++) {
        att_slice lemma = f.doc.toks.at[find(&f.doc, e[i].form)].lemma;
        if (!att_is(lemma, e[i].lemma)) fail_msg("lemma of %s is %.*s", e[i].form, (int)lemma.len, lemma.ptr);
    }
    fixture_close(&f);
    att_model_close(m);
}

static void test_annotate__capitals_lost(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    annotate(m, &f, UPPERCASE);
    check_trees(&f.doc);
    assert_int_equal(f.doc.toks.at[find(&f.doc, "MET")].upos, ATT_VERB);
    assert_int_equal(f.doc.toks.at[find(&f.doc, "MET")].head, 0);
    assert_true(att_is(f.doc.toks.at[find(&f.doc, "MET")].lemma, "meet"));
    fixture_close(&f);
    annotate(m, &f, "putin met macron in moscow on tuesday .");
    check_trees(&f.doc);
    assert_int_equal(f.doc.toks.at[find(&f.doc, "met")].upos, ATT_VERB);
    assert_int_equal(f.doc.toks.at[find(&f.doc, "met")].head, 0);
    fixture_close(&f);
    att_model_close(m);
}

static void test_annotate__same_every_time_on_every_kernel(void **state)
{
    (void)state;
    static const char *const text = "He said on Monday that the talks , which began in Geneva , had failed .\nWhy ?\nNo comment .\n"
                                    "Troops left .\nThe minister of defence , who had been ill for weeks , resigned .\nYes .\nGo !\n"
                                    "A\nB C\nD E F\nOfficials in Kyiv denied it .\n";
    att_model *m = open_model();
    att_buf first = {0};
    for (uint32_t i = 0; i == 0 || att_kernel_at(i - 1).name; i++) { /* the best one twice */
        fixture f;
        if (i > 0) m->kernel = att_kernel_at(i - 1);
        annotate(m, &f, text);
        check_trees(&f.doc);
        att_buf out = {0};
        att_conllu_write(m, &f.doc, NULL, &out);
        if (i == 0) {
            first = out;
        } else {
            assert_int_equal(out.len, first.len);
            assert_memory_equal(out.ptr, first.ptr, out.len);
            att_buf_release(&out);
        }
        fixture_close(&f);
    }
    att_buf_release(&first);
    att_model_close(m);
}

/* A sentence is the same alone and among others: they are worked on side by side. */
static void test_annotate__company_changes_nothing(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture alone, among;
    annotate(m, &alone, "The president met rebels in Bogota .\n");
    annotate(m, &among, "Yes .\nHe had come from Paris with four ministers on Sunday .\n"
                        "The president met rebels in Bogota .\nNo !\n");
    uint32_t from = among.doc.sents.at[3].tok_beg;
    for (uint32_t t = 1; t < alone.doc.toks.n; t++) {
        const att_tok *a = &alone.doc.toks.at[t], *b = &among.doc.toks.at[from + t - 1];
        assert_int_equal(a->xpos, b->xpos);
        assert_int_equal(a->feats, b->feats);
        assert_int_equal(a->deprel, b->deprel);
        assert_int_equal(a->head ? a->head - 1 + from : 0, b->head);
    }
    fixture_close(&alone);
    fixture_close(&among);
    att_model_close(m);
}

static void test_annotate__empty_document(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    annotate(m, &f, "");
    assert_int_equal(f.doc.toks.n, 1);
    assert_int_equal(f.doc.sents.n, 1);
    fixture_close(&f);
    att_model_close(m);
}

static void test_annotate__lengths(void **state)
{
    (void)state;
    enum { LIMIT = ATT_MAX_SENTENCE_TOKENS };
    static const uint32_t lengths[] = {1, 2, LIMIT - 1, LIMIT, LIMIT + 1, 3 * LIMIT + 7, 20 * LIMIT};
    static const char *const words[] = {"the", "minister", "said", ",", "and", "troops", "left", "Kyiv", "xqzv", "2022"};
    att_model *m = open_model();
    for (size_t k = 0; k < sizeof lengths / sizeof *lengths; k++) {
        att_buf b = {0};
        for (uint32_t i = 0; i < lengths[k]; i++) att_putf(&b, "%s%s", i ? " " : "", words[(i * 7 + i / 10) % 10]);
        att_put_char(&b, 0);
        fixture f;
        annotate(m, &f, b.ptr);
        assert_int_equal(f.doc.toks.n, lengths[k] + 1);
        check_trees(&f.doc);
        fixture_close(&f);
        att_buf_release(&b);
    }
    att_model_close(m);
}

static void test_annotate__odd_words(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    char *big = malloc(5002);
    memset(big, 'a', 5000);
    big[5000] = 0;
    annotate(m, &f, big);
    check_trees(&f.doc);
    fixture_close(&f);
    free(big);
    annotate(m, &f, "\xFF\xFE \xE2\x80 \xD0\x9C\xD0\xBE\xD1\x81\xD0\xBA\xD0\xB2\xD0\xB0 \xC2\xAD ... ))) \xF0\x9F\x98\x80\n");
    check_trees(&f.doc);
    fixture_close(&f);
    att_model_close(m);
}

/* Tags that no tagger of ours would give must not lead the parser outside of its tables. */
static void test_annotate__foreign_tags(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    fixture_open(&f);
    fixture_text(&f, "Words with tags of others .\n");
    for (uint32_t t = 1; t < f.doc.toks.n; t++) {
        att_tok *w = &f.doc.toks.at[t];
        w->upos = 255, w->xpos = w->feats = 65535;
        w->lemma = w->form;
    }
    att_parse_trees(m, &f.doc);
    for (uint32_t t = 1; t < f.doc.toks.n; t++) f.doc.toks.at[t].upos = ATT_X;
    check_trees(&f.doc);
    fixture_close(&f);
    att_model_close(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_annotate__news_sentence),  cmocka_unit_test(test_annotate__lemmas), cmocka_unit_test(test_annotate__verb_forms),
        cmocka_unit_test(test_annotate__capitals_lost),  cmocka_unit_test(test_annotate__same_every_time_on_every_kernel),
        cmocka_unit_test(test_annotate__company_changes_nothing),
        cmocka_unit_test(test_annotate__empty_document), cmocka_unit_test(test_annotate__lengths),
        cmocka_unit_test(test_annotate__odd_words),      cmocka_unit_test(test_annotate__foreign_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
