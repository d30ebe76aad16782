#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "support/words.h"
#include "text/text.h"
#include "text/token.h"
#include "text/token_words.h"

/* Tokens of one line, joined by spaces, as they stand in the text. */
static char *tokens(const char *text)
{
    att_test_doc d;
    test_doc_raw(&d, att_slice_of(text));
    att_tokenize(&d.doc);
    char *out = calloc(1, strlen(text) * 2 + 2), *p = out;
    for (uint32_t t = 1; t < d.doc.toks.n; t++) {
        att_slice w = att_cut(&d.doc, d.doc.toks.at[t].span);
        if (p > out) *p++ = ' ';
        memcpy(p, w.ptr, w.len);
        p += w.len;
    }
    test_doc_release(&d);
    return out;
}

static void check_table(const char *const (*table)[2], size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char *got = tokens(table[i][0]);
        assert_string_equal(got, table[i][1]);
        free(got);
    }
}
#define CHECK_TABLE(t) check_table(t, sizeof(t) / sizeof *(t))

static void test_token__contractions(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"They don't know.", "They do n't know ."},
        {"We cannot stay; we're gonna go.", "We can not stay ; we 're gon na go ."},
        {"Can’t and WON'T", "Ca n’t and WO N'T"},
        {"Putin's army, the Russians' retreat", "Putin 's army , the Russians ' retreat"},
        {"the minister’s aide", "the minister ’s aide"},
        {"It's they'll I'd you've I'm", "It 's they 'll I 'd you 've I 'm"},
        {"O'Connell at 5 o'clock, a coup d'etat in Sana'a", "O'Connell at 5 o'clock , a coup d'etat in Sana'a"},
        {"in the 1930's and '90s", "in the 1930's and '90s"},
        {"\"Time\"'s cover", "\" Time \" 's cover"},
        {"IM alone", "IM alone"},
    };
    CHECK_TABLE(T);
}

static void test_token__hyphens(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"a U.S.-led raid", "a U.S. - led raid"},
        {"pro-Moscow and anti-tank", "pro-Moscow and anti-tank"},
        {"the re-elected co-leader", "the re-elected co-leader"},
        {"a state-owned S-400", "a state - owned S - 400"},
        {"Jamaat-e-Islami by e-mail", "Jamaat - e - Islami by e-mail"},
        {"10-15 men, 2022-02-15", "10 - 15 men , 2022-02-15"},
        {"pre- and post-war", "pre - and post-war"},
        {"war—and–peace--now", "war — and – peace -- now"},
        {"talks – he said", "talks – he said"},
    };
    CHECK_TABLE(T);
}

static void test_token__numbers(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"$2bn, 30%, 1,000 and 10.30", "$ 2 bn , 30 % , 1,000 and 10.30"},
        {"US$4.5 million or €3m", "US$ 4.5 million or € 3 m"},
        {"at 5pm and 10:30am, 400km away", "at 5 pm and 10:30 am , 400 km away"},
        {"the 23rd, the 1970s, 9/11, 3/4", "the 23rd , the 1970s , 9/11 , 3/4"},
        {"15/02/2022 and 2001/02", "15/02/2022 and 2001 / 02"},
        {"1,2,3 or 1,00,000", "1 , 2 , 3 or 1,00,000"},
        {"about .5 and +44 of it", "about .5 and +44 of it"},
        {"Rs500 for G7", "Rs 500 for G7"},
        {"±5°C", "± 5 ° C"},
    };
    CHECK_TABLE(T);
}

static void test_token__full_stops(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"Gen. Smith of the U.S. Army met J. R. Smith.", "Gen. Smith of the U.S. Army met J. R. Smith ."},
        {"No. 10 said no. No one came.", "No. 10 said no . No one came ."},
        {"at 3 a.m. on Feb. 7", "at 3 a.m. on Feb. 7"},
        {"He came at 5 p.m.", "He came at 5 p.m ."},
        {"tanks, guns etc.", "tanks , guns etc ."},
        {"the war.He said", "the war . He said"},
        {"infrastructurekilling civilians", "infrastructurekilling civilians"},
        {"W.Bush saw Gen.Lee", "W. Bush saw Gen. Lee"},
        {"Wait... what…", "Wait ... what …"},
        {"He paused.... Then", "He paused .... Then"},
        {"Acme Inc.. It", "Acme Inc. . It"},
        {"What?! No!!", "What ?! No !!"},
    };
    CHECK_TABLE(T);
}

static void test_token__addresses(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"See http://example.org/a_(b)?c=1, or www.example.com.", "See http://example.org/a_(b)?c=1 , or www.example.com ."},
        {"(https://t.co/x)", "( https://t.co/x )"},
        {"Mail jo.doe@example.co.uk now", "Mail jo.doe@example.co.uk now"},
        {"@handle_1 and #tag", "@handle_1 and #tag"},
        {"on example.com/news today", "on example.com/news today"},
        {"AT&T and/or us", "AT&T and / or us"},
        {"#1", "# 1"},
    };
    CHECK_TABLE(T);
}

static void test_token__brackets_and_lines(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"“Yes,” (he) [said]", "“ Yes , ” ( he ) [ said ]"},
        {"'Yes', he said", "' Yes ' , he said"},
        {"-----> next", "-----> next"},
        {"good :-) bye", "good :-) bye"},
        {"``so''", "`` so ''"},
        {"‘Look,’ it’s", "‘ Look , ’ it ’s"},
        {"• one • two", "• one • two"},
    };
    CHECK_TABLE(T);
}

static void test_token__forms(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_raw(&d, ATT_LIT("“NATO’s” Ne\xC2\xADw \xC3\x89tat 12th non\xE2\x80\x91stop "));
    att_tokenize(&d.doc);
    const att_tok *t = d.doc.toks.at;
    assert_int_equal(d.doc.toks.n, 9);
    assert_true(att_is(t[1].form, "\""));
    assert_true(att_is(t[2].form, "NATO") && att_is(t[2].lower, "nato"));
    assert_int_equal(t[2].flags, ATT_TOK_CAP | ATT_TOK_UPPER | ATT_TOK_ALPHA | ATT_TOK_FIRST);
    assert_true(att_is(t[3].form, "'s"));
    assert_true(att_is(t[4].form, "\"") && (t[4].flags & ATT_TOK_SPACE_AFTER));
    assert_true(att_is(t[5].form, "New") && t[5].span.end - t[5].span.beg == 5);
    assert_true(att_is(t[6].lower, "\xC3\xA9tat") && (t[6].flags & ATT_TOK_CAP));
    assert_int_equal(t[7].flags, ATT_TOK_DIGIT | ATT_TOK_SPACE_AFTER);
    assert_true(att_is(t[8].form, "non-stop"));
    assert_ptr_equal(t[8].form.ptr, t[8].lower.ptr); /* shared when equal */
    test_doc_release(&d);
}

/* Marks as they come out of texts that were encoded twice, and of databases that double the apostrophe. */
static void test_token__damaged_marks(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"the mayor''s aide, the voters'' list, they don''t", "the mayor ''s aide , the voters '' list , they do n''t"},
        {"''Never,'' he said of the judges'' ruling", "'' Never , '' he said of the judges '' ruling"},
        {"â€œNo,â€\xC2\x9D he said", "â€œ No , â€\xC2\x9D he said"},
        {"â€œNo,â€ he said", "â€œ No , â€ he said"},
        {"the mayorâ€™s aide â€“ a friend", "the mayor â€™s aide â€“ a friend"},
        {"they donâ€™t", "they do nâ€™t"},
        {"JosÃ© paid Â£5", "JosÃ© paid Â£ 5"},
        {"“BEYONCÉ” and «PAYÉ»", "“ BEYONCÉ ” and « PAYÉ »"},
    };
    CHECK_TABLE(T);
    att_test_doc d;
    test_doc_raw(&d, ATT_LIT("â€œJosÃ©â€™s â€˜â€˜townâ€™â€™ party''s clubs'' list"));
    att_tokenize(&d.doc);
    static const char *const FORMS[] = {"\"", "José", "'s", "\"", "town", "\"", "party", "'s", "clubs", "'", "list"};
    assert_int_equal(d.doc.toks.n, 12);
    for (uint32_t t = 1; t < d.doc.toks.n; t++) assert_true(att_is(d.doc.toks.at[t].form, FORMS[t - 1]));
    assert_true(d.doc.toks.at[2].flags & ATT_TOK_ALPHA);
    test_doc_release(&d);
}

static void test_token__joined(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_raw(&d, ATT_LIT("They don't cannot 5pm Putin's \"a\""));
    att_tokenize(&d.doc);
    static const bool WANT[] = {false, false, true, false, true, false, false, false, true};
    for (uint32_t t = 0; t < sizeof WANT; t++) assert_int_equal(att_token_joined(&d.doc, t), WANT[t]);
    assert_false(att_token_joined(&d.doc, d.doc.toks.n - 1));
    test_doc_release(&d);
}

/* Tokens are in order, do not overlap, lie in their sentence, and leave nothing but space between them. */
static void check_tiling(const att_doc *doc)
{
    uint32_t at = 0;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        assert_true(k->span.beg >= at && k->span.end > k->span.beg && k->span.end <= doc->text.len);
        for (; at < k->span.beg; at++) {
            unsigned char c = (unsigned char)doc->text.ptr[at];
            assert_true(c <= ' ' || c == 0x7F || c >= 0x80);
        }
        at = k->span.end;
        assert_true(k->form.len <= ATT_MAX_TOKEN_BYTES && k->form.len > 0);
    }
    for (uint32_t s = 1; s < doc->sents.n; s++) {
        const att_sent *k = &doc->sents.at[s];
        assert_true(k->tok_end > k->tok_beg && k->tok_end - k->tok_beg <= ATT_MAX_SENTENCE_TOKENS + 1);
        assert_int_equal(k->tok_beg, s > 1 ? doc->sents.at[s - 1].tok_end : 1);
        assert_int_equal(k->span.beg, doc->toks.at[k->tok_beg].span.beg);
        assert_int_equal(k->span.end, doc->toks.at[k->tok_end - 1].span.end);
        for (uint32_t t = k->tok_beg; t < k->tok_end; t++) assert_int_equal(doc->toks.at[t].sent, s);
    }
    assert_int_equal(doc->sents.at[doc->sents.n - 1].tok_end, doc->sents.n > 1 ? doc->toks.n : 0);
}

static void check_bytes(const char *p, uint32_t n)
{
    char *exact = malloc(n ? n : 1); /* a sanitizer sees one byte too far */
    memcpy(exact, p, n);
    att_test_doc d;
    test_doc_raw(&d, (att_slice){exact, n});
    att_tokenize(&d.doc);
    check_tiling(&d.doc);
    test_doc_release(&d);
    free(exact);
}

static void test_token__odd_bytes(void **state)
{
    (void)state;
    static const char *const T[] = {
        "", " ", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBFHello\xE2\x80\x8B.\xE2\x80\x8B\"\xE2\x80\x8Bx", "a\xE2\x80\xA8z",
        "\xFF\xFE broken \xC3", "don\xE2\x80\x99", "n't", "'", "''", "'s", "-", "a-", "-a", ".", "..", ".5", "5.", "U.S", "$", "US$",
        "@", "#", "@a", "+", "+4", "http://", "www.", "a@b", "a@", "x@y.", "\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD. \xD0\x9E\xD0\xBD",
        "\xE4\xB9\xA0\xE8\xBF\x91\xE5\xB9\xB3\xE3\x80\x82\xE4\xB9\xA0", "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD\xEF\xB8\x8F!", "0/0/0", "1-1-1-1-1-1",
        "&&&", "a&b", "A&B&C", "a*b", "a_", "__a", "1:2:3:", "e.g", "e.g.", "i.e.,", "No.", "No. ", "No.1", "(((", ")))", "[1][2]", ". [", "?\"'",
    };
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) check_bytes(T[i], (uint32_t)strlen(T[i]));
    uint32_t seed = 7; /* every mixture of the characters that rules look at */
    static const char MIX[] = "aA1.,'\"-/:@#$&?!()[]; \xE2\x80\x99nNtTsS\xC2\xADUS%*_+\t\xE2\x80\xA6";
    for (int round = 0; round < 3000; round++) {
        char buf[48];
        for (size_t i = 0; i < sizeof buf; i++) {
            seed = seed * 1664525u + 1013904223u;
            buf[i] = MIX[(seed >> 16) % (sizeof MIX - 1)];
        }
        check_bytes(buf, sizeof buf);
    }
}

static void check_hostile(const char *unit, uint32_t bytes)
{
    uint32_t n = (uint32_t)strlen(unit);
    char *p = malloc(bytes);
    for (uint32_t i = 0; i < bytes; i++) p[i] = unit[i % n];
    check_bytes(p, bytes);
    free(p);
}

static void test_token__hostile(void **state)
{
    (void)state;
    static const char *const T[] = {"a", "\"", ".", "'", "a.", "a-", "a'", "1,", "1-", "a@", "(", ". \"", "? ", "[1]", "http://", "a/", "\xE2\x80\x99",
                                    "A&", "pre-", "U.S.", "#", "@a", "!a", "\xC2\xAD", "\xE4\xB9\xA0", "n't", "1.", "$"};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) check_hostile(T[i], 1 << 18);
    check_hostile(".", 16 << 20);
    check_hostile("a", 1 << 20);
}

static void test_token__long_forms_are_cut(void **state)
{
    (void)state;
    for (uint32_t n = ATT_MAX_TOKEN_BYTES - 1; n <= ATT_MAX_TOKEN_BYTES + 1; n++) {
        char *p = malloc(n);
        memset(p, 'x', n);
        att_test_doc d;
        test_doc_raw(&d, (att_slice){p, n});
        att_tokenize(&d.doc);
        assert_int_equal(d.doc.toks.n, 2);
        assert_int_equal(d.doc.toks.at[1].span.end, n);
        assert_int_equal(d.doc.toks.at[1].form.len, n > ATT_MAX_TOKEN_BYTES ? ATT_MAX_TOKEN_BYTES : n);
        test_doc_release(&d);
        free(p);
    }
}

static void test_token__word_lists(void **state)
{
    (void)state;
    att_token_words w = att_token_words_open();
    const att_slice *files[] = {&w.abbreviations, &w.contractions, &w.domains, &w.glued, &w.openers, &w.prefixes};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) { /* every line can be found again: the files are sorted */
        att_slice rest = *files[i], line, found;
        while (att_split(&rest, '\n', &line)) {
            if (line.len == 0) continue;
            assert_true(att_line_find(*files[i], att_sub(line, 0, att_find(line, ATT_LIT(" | "), 0)), &found));
        }
        assert_false(att_line_find(*files[i], ATT_LIT("!"), &found));
        assert_false(att_line_find(*files[i], ATT_LIT("zzzz"), &found));
    }
    assert_int_equal(att_abbr_of(&w, ATT_LIT("Gen")), ATT_ABBR_TITLE);
    assert_int_equal(att_abbr_of(&w, ATT_LIT("gen")), ATT_ABBR_NONE);
    assert_int_equal(att_abbr_of(&w, ATT_LIT("")), ATT_ABBR_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_token__contractions),     cmocka_unit_test(test_token__hyphens),
        cmocka_unit_test(test_token__numbers),          cmocka_unit_test(test_token__full_stops),
        cmocka_unit_test(test_token__addresses),        cmocka_unit_test(test_token__brackets_and_lines),
        cmocka_unit_test(test_token__forms),            cmocka_unit_test(test_token__damaged_marks), cmocka_unit_test(test_token__joined),
        cmocka_unit_test(test_token__odd_bytes),        cmocka_unit_test(test_token__hostile),
        cmocka_unit_test(test_token__long_forms_are_cut), cmocka_unit_test(test_token__word_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
