#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "support/words.h"
#include "text/text.h"

/* Sentences of the text, one a line. */
static char *sentences(const char *text)
{
    att_test_doc d;
    test_doc_raw(&d, att_slice_of(text));
    att_tokenize(&d.doc);
    char *out = calloc(1, strlen(text) * 2 + 2), *p = out;
    for (uint32_t s = 1; s < d.doc.sents.n; s++) {
        att_slice w = att_cut(&d.doc, d.doc.sents.at[s].span);
        if (p > out) *p++ = '\n';
        memcpy(p, w.ptr, w.len);
        p += w.len;
    }
    test_doc_release(&d);
    return out;
}

/* want: the text with a line break at the ends of its sentences. */
static void check(const char *want)
{
    char *text = strdup(want);
    for (char *p = text; *p; p++)
        if (*p == '\n') *p = ' ';
    char *got = sentences(text);
    assert_string_equal(got, want);
    free(got);
    free(text);
}

static void test_sentence__marks(void **state)
{
    (void)state;
    check("Troops left.\nDid they?\nThey did!\nGood");
    check("It grew 3.5 percent; nobody knew why.\nThen it fell.");
    check("all in lower case.\nreally");
    check("\"It is over,\" he said.\n\"It is not.\"\nShe left.");
    check("“It is over.”\nHe left (at last).\n(He came back.)\nThen he slept.");
    check("“Why?” he asked.\n“Stop!” Macron said.");
    check("\"What now?\" asked Scholz.");
    check("He said 'no.'\nThey went.");
    check("Stocks rose.[8]\nBonds fell.[citation needed]\nGold held.");
}

static void test_sentence__abbreviations(void **state)
{
    (void)state;
    check("Mr. Putin met Gen. Lee of the U.S. Army in Washington, D.C., on Feb. 7.\nThey spoke.");
    check("He lives in the U.S.\nHe works for Acme Inc.\nThe firm is small.");
    check("They met at 5 p.m.\nMacron spoke first.");
    check("They met at 5 p.m. EST in Kyiv.");
    check("J. R. Smith and George W. Bush came.\nSo did St. Clair.");
    check("No. 10 said no.\nNo one came.");
    check("Tanks, guns etc.\nMoscow denied it.");
    check("The plan, i.e. Minsk II, failed.");
}

static void test_sentence__trailing_off(void **state)
{
    (void)state;
    check("I have ... and you know it.");
    check("I wonder…\nMoscow does not.");
    check("He waited ...\nThen he left.");
}

static void test_sentence__lists(void **state)
{
    (void)state;
    check("1. Stop the war.\n2. Go home.");
    check("• Stop the war\n• Go home");
}

static void test_sentence__fused(void **state)
{
    (void)state;
    char *got = sentences("They ended the war.He said so.");
    assert_string_equal(got, "They ended the war.\nHe said so.");
    free(got);
}

static void test_sentence__paragraphs(void **state)
{
    (void)state;
    static const char TEXT[] = "Big headline\nShort body";
    att_test_doc d;
    test_doc_init(&d, ATT_LIT(TEXT));
    *att_add(&d.doc, paras) = (att_para){{0, 12}, ATT_BLOCK_TITLE};
    *att_add(&d.doc, paras) = (att_para){{13, 18}, ATT_BLOCK_META};
    *att_add(&d.doc, paras) = (att_para){{19, 23}, ATT_BLOCK_BODY};
    att_tokenize(&d.doc);
    assert_int_equal(d.doc.sents.n, 3);
    assert_int_equal(d.doc.toks.n, 4); /* META has none */
    assert_int_equal(d.doc.sents.at[2].para, 3);
    test_doc_release(&d);
}

/* n words with a comma behind every comma-th. */
static att_slice words(uint32_t n, uint32_t comma, char mark)
{
    char *p = malloc((size_t)n * 3 + 1);
    uint32_t len = 0;
    for (uint32_t i = 1; i <= n; i++) {
        p[len++] = 'a';
        if (comma && i % comma == 0) p[len++] = mark;
        p[len++] = ' ';
    }
    return (att_slice){p, len};
}

static void test_sentence__limit(void **state)
{
    (void)state;
    static const struct {
        uint32_t n, comma;
        char mark;
        uint32_t sents, first;
    } T[] = {{ATT_MAX_SENTENCE_TOKENS, 0, 0, 1, ATT_MAX_SENTENCE_TOKENS},
             {ATT_MAX_SENTENCE_TOKENS + 1, 0, 0, 4, ATT_CUT_SENTENCE_TOKENS},
             {450, 100, ',', 5, 101}, {450, 80, ';', 6, 81}, {120000, 0, 0, 1000, ATT_CUT_SENTENCE_TOKENS}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        att_slice text = words(T[i].n, T[i].comma, T[i].mark);
        att_test_doc d;
        test_doc_raw(&d, text);
        att_tokenize(&d.doc);
        assert_int_equal(d.doc.sents.n - 1, T[i].sents);
        assert_int_equal(d.doc.sents.at[1].tok_end - d.doc.sents.at[1].tok_beg, T[i].first);
        test_doc_release(&d);
        free((void *)(uintptr_t)text.ptr);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentence__marks),        cmocka_unit_test(test_sentence__abbreviations),
        cmocka_unit_test(test_sentence__trailing_off), cmocka_unit_test(test_sentence__lists),
        cmocka_unit_test(test_sentence__fused),        cmocka_unit_test(test_sentence__paragraphs),
        cmocka_unit_test(test_sentence__limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
