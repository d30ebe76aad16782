#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/civil.h"
#include "text/paras_int.h"

static att_arena keep, scratch;
static att_doc doc;
static att_article article;

static void read_as(const char *text, att_day given)
{
    att_arena_reset(&keep);
    att_arena_reset(&scratch);
    article.text = att_slice_of(text);
    att_doc_init(&doc, &keep, &scratch, article.text);
    att_paras_find(&doc, &article, given);
}

static void read(const char *text)
{
    article = (att_article){.id = ATT_LIT("x.txt"), .meta.published = ATT_NO_DAY};
    read_as(text, ATT_NO_DAY);
}

/* One line for each paragraph: its kind's letter and its words. */
static void expect(const char *want)
{
    char got[4000] = "";
    for (uint32_t i = 1; i < doc.paras.n; i++) {
        att_slice s = att_cut(&doc, doc.paras.at[i].span);
        size_t n = strlen(got);
        snprintf(got + n, sizeof got - n, "%c %.*s\n", "BTCM"[doc.paras.at[i].kind], (int)s.len, s.ptr);
    }
    assert_string_equal(got, want);
}

static void expect_day(const char *want, att_date_source from)
{
    char b[16];
    assert_string_equal(doc.meta.published == ATT_NO_DAY ? "-" : att_day_text(doc.meta.published, b), want);
    assert_int_equal(doc.meta.published_from, from);
}

static void test_paras__title_body_and_byline(void **state)
{
    (void)state;
    read("Envoys meet again\n\nBy | March 3, 2021\n\nThe Courier reports:\n\nThe envoys met on Monday.\n\nPrint Friendly, PDF & Email\n");
    expect("T Envoys meet again\nM By | March 3, 2021\nM The Courier reports:\nB The envoys met on Monday.\nM Print Friendly, PDF & Email\n");
    expect_day("2021-03-03", ATT_FROM_TEXT);
    assert_true(att_is(doc.meta.title, "Envoys meet again"));
    assert_true(att_is(doc.meta.outlet, "The Courier"));
}

static void test_paras__date_before_the_title(void **state)
{
    (void)state;
    read(" date 2021-05-04 Will they ever talk to each other?\n\nThe envoys met on Monday.");
    expect("M date 2021-05-04\nT Will they ever talk to each other?\nB The envoys met on Monday.\n");
    expect_day("2021-05-04", ATT_FROM_TEXT);
    read("Published: 2021-05-04 10:30 GMT\n\nThe envoys met on Monday.");
    expect("M Published: 2021-05-04 10:30 GMT\nB The envoys met on Monday.\n");
}

static void test_paras__date_alone(void **state)
{
    (void)state;
    read("Envoys meet\n\n14 Feb 2022, 10:30 GMT\n\nThe envoys met.");
    expect_day("2022-02-14", ATT_FROM_TEXT);
    read("This story is from March 7, 2002\n\nThe envoys met.");
    expect_day("2002-03-07", ATT_FROM_TEXT);
    read("The envoys met on February 14, 2022 for the first time.\n\nThey had not met since 3 May 2001.");
    expect_day("-", ATT_FROM_NOTHING);
}

static void test_paras__bylines(void **state)
{
    (void)state;
    assert_true(att_line_is_meta(ATT_LIT("By Jane Doe and John Q. Roe, Correspondents")));
    assert_true(att_line_is_meta(ATT_LIT("(Reporting by Jane Doe in Kyiv; Editing by John Roe)")));
    assert_true(att_line_is_meta(ATT_LIT("jane.doe@courier.example")));
    assert_true(att_line_is_meta(ATT_LIT("Copyright 2022 The Courier. All rights reserved.")));
    assert_false(att_line_is_meta(ATT_LIT("By Friday the troops had left.")));
    assert_false(att_line_is_meta(ATT_LIT("By signing the treaty, both sides accepted it.")));
    assert_false(att_line_is_meta(ATT_LIT("Published in May, the report blames both sides.")));
    assert_false(att_line_is_meta(ATT_LIT("Share prices fell in Moscow")));
    assert_false(att_line_is_meta(ATT_LIT("The Post said the minister would resign.")));
    assert_true(att_is(att_line_author(ATT_LIT("By Jane Doe | March 3, 2021")), "Jane Doe"));
    assert_int_equal(att_line_author(ATT_LIT("By | March 3, 2021")).len, 0);
}

static void test_paras__captions(void **state)
{
    (void)state;
    assert_int_equal(att_credit_of(ATT_LIT("The two at a table in Rome. Palace Pool Photo via AP"), false), ATT_CREDIT_END);
    assert_int_equal(att_credit_of(ATT_LIT("Troops leave the base. AP"), false), ATT_CREDIT_END);
    assert_int_equal(att_credit_of(ATT_LIT("Troops leave the base (AP Photo/Jane Doe)"), false), ATT_CREDIT_END);
    assert_int_equal(att_credit_of(ATT_LIT("Troops leave the base Jane Doe/Reuters"), false), ATT_CREDIT_END);
    assert_int_equal(att_credit_of(ATT_LIT("Photo by Jane Doe/Getty Images"), false), ATT_CREDIT_ONLY);
    assert_int_equal(att_credit_of(ATT_LIT("Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP"), false), ATT_CREDIT_ONLY);
    assert_int_equal(att_credit_of(ATT_LIT("Both sides agreed to stop. (Reuters)"), true), ATT_CREDIT_NONE);
    assert_int_equal(att_credit_of(ATT_LIT("He told the agency AP that he would resign."), false), ATT_CREDIT_NONE);
    assert_int_equal(att_credit_of(ATT_LIT("The minister went to Rome and met with the AP"), false), ATT_CREDIT_NONE);
    assert_int_equal(att_credit_of(ATT_LIT("He said it via Twitter on Friday"), false), ATT_CREDIT_NONE);
}

static void test_paras__credit_makes_the_line_before_a_caption(void **state)
{
    (void)state;
    read("Envoys meet\n\nThe envoys met in Rome.\n\nThe envoys shake hands at the palace\n\nPhoto by Jane Doe/Getty Images");
    expect("T Envoys meet\nB The envoys met in Rome.\nC The envoys shake hands at the palace\nM Photo by Jane Doe/Getty Images\n");
}

static void dateline(const char *p, const char *place, const char *agency, const char *rest)
{
    att_dateline d;
    assert_true(att_dateline_read(att_slice_of(p), false, &d));
    assert_true(att_is(d.place, place));
    assert_int_equal(d.agency.len, strlen(agency));
    assert_true(d.agency.len == 0 || att_is(d.agency, agency));
    assert_string_equal(p + d.end, rest);
}

static void test_paras__datelines(void **state)
{
    (void)state;
    att_dateline d;
    dateline("WASHINGTON, Feb 15 (Reuters) - Both met.", "WASHINGTON", "Reuters", "Both met.");
    dateline("KYIV, Ukraine (AP) \xE2\x80\x94 Both met.", "KYIV", "AP", "Both met.");
    dateline("PARIS \xE2\x80\x93 Both met.", "PARIS", "", "Both met.");
    dateline("Moscow, March 3, 2020 \xE2\x80\x94 Both met.", "Moscow", "", "Both met.");
    dateline("NEW YORK, Reuters -- Both met.", "NEW YORK", "Reuters", "Both met.");
    dateline("SYDNEY: Both met.", "SYDNEY", "", "Both met.");
    assert_false(att_dateline_read(ATT_LIT("France \xE2\x80\x93 which had said no \xE2\x80\x93 agreed."), false, &d));
    assert_false(att_dateline_read(ATT_LIT("BREAKING: Both met."), false, &d));
    assert_false(att_dateline_read(ATT_LIT("He said: no."), false, &d));
    assert_false(att_dateline_read(ATT_LIT("US \xE2\x80\x93 a summary"), false, &d));
    assert_false(att_dateline_read(ATT_LIT("new delhi: both met."), false, &d));
    assert_true(att_dateline_read(ATT_LIT("new delhi: both met."), true, &d));
    assert_true(att_dateline_read(ATT_LIT("new delhi, march 15 - both met."), true, &d));
    assert_int_equal(d.month, 3);
    assert_false(att_dateline_read(ATT_LIT(""), true, &d));
}

static void test_paras__dateline_gives_place_agency_and_full_date_only(void **state)
{
    (void)state;
    read("Envoys meet\n\nWASHINGTON, Feb 15 (Reuters) - The envoys met.");
    assert_true(att_is(doc.meta.dateline_place, "WASHINGTON"));
    assert_true(att_is(doc.meta.outlet, "Reuters"));
    expect_day("-", ATT_FROM_NOTHING);
    read("Moscow, March 3, 2020 \xE2\x80\x94 The envoys met.");
    expect_day("2020-03-03", ATT_FROM_DATELINE);
    read("This story is from March 25, 2002\n\nrajkot: the envoys met in the old town and spoke for many hours, officials said.");
    assert_true(att_is(doc.meta.dateline_place, "rajkot"));
    read("SMITH: The envoys met.\n\nJONES: They did not.\n\nSMITH: They did.");
    assert_int_equal(doc.meta.dateline_place.len, 0);
}

static bool conflicts(att_date_source from)
{
    for (uint8_t i = 0; i < doc.meta.day_count; i++)
        if (doc.meta.days[i].from == from && att_day_conflicts(&doc.meta, doc.meta.days[i])) return true;
    return false;
}

static void test_paras__conflicts_are_kept(void **state)
{
    (void)state;
    article = (att_article){.meta.published = att_day_of(2020, 3, 5), .meta.url = ATT_LIT("https://c.example/2020/02/02/x")};
    read_as("MOSCOW, March 3 \xE2\x80\x94 The envoys met.", ATT_NO_DAY);
    expect_day("2020-03-05", ATT_FROM_METADATA);
    assert_true(conflicts(ATT_FROM_URL));
    assert_false(conflicts(ATT_FROM_DATELINE)); /* two days before: written, then published */
    read_as("MOSCOW, Jan 7 \xE2\x80\x94 The envoys met.", ATT_NO_DAY);
    assert_true(conflicts(ATT_FROM_DATELINE));
    article.meta.published = att_day_of(2020, 1, 2); /* over the turn of the year */
    article.meta.url = (att_slice){0};
    read_as("MOSCOW, Dec 31 \xE2\x80\x94 The envoys met.", ATT_NO_DAY);
    assert_false(conflicts(ATT_FROM_DATELINE));
}

static void test_paras__first_of_january_is_a_default(void **state)
{
    (void)state;
    article = (att_article){.meta.published = att_day_of(2020, 1, 1), .meta.url = ATT_LIT("https://c.example/2020/03/02/x")};
    read_as("The envoys met.", ATT_NO_DAY);
    expect_day("2020-03-02", ATT_FROM_METADATA);
    assert_true(conflicts(ATT_FROM_METADATA));
    article.meta.url = (att_slice){0};
    read_as("The envoys met.", ATT_NO_DAY);
    expect_day("2020-01-01", ATT_FROM_METADATA); /* nothing speaks against it */
    article.meta.published = att_day_of(1970, 1, 1);
    read_as("The envoys met.", ATT_NO_DAY);
    expect_day("-", ATT_FROM_NOTHING);
    assert_true(conflicts(ATT_FROM_METADATA));
}

static void test_paras__inference(void **state)
{
    (void)state;
    read("GENEVA, March 16 (Reuters) - The envoys met on Tuesday, March 15, for the first time since Oct. 3, 2021.");
    expect_day("2022-03-16", ATT_FROM_INFERENCE);
    read("GENEVA, Dec 16 (Reuters) - The envoys met on Wednesday, Dec. 15, for the first time since Oct. 3, 2021.");
    expect_day("2021-12-16", ATT_FROM_INFERENCE);
    read("GENEVA, March 16 (Reuters) - The envoys met for the first time since Oct. 3, 2021."); /* 2022, or later */
    expect_day("-", ATT_FROM_NOTHING);
    read("GENEVA, Feb 29 (Reuters) - The envoys met on Tuesday, March 15, for the first time since Oct. 3, 2021."); /* no leap year */
    expect_day("-", ATT_FROM_NOTHING);
}

static void test_paras__order_of_trust(void **state)
{
    (void)state;
    const char *text = "Envoys meet\n\nPublished: March 4, 2020\n\nMOSCOW, March 3, 2020 \xE2\x80\x94 The envoys met.";
    article = (att_article){.meta.published = att_day_of(2020, 3, 5), .meta.url = ATT_LIT("https://c.example/2020/03/02/x")};
    read_as(text, att_day_of(2020, 3, 6));
    expect_day("2020-03-06", ATT_FROM_OPTION);
    read_as(text, ATT_NO_DAY);
    expect_day("2020-03-05", ATT_FROM_METADATA);
    article.meta.published = ATT_NO_DAY;
    read_as(text, ATT_NO_DAY);
    expect_day("2020-03-04", ATT_FROM_TEXT);
    read_as("MOSCOW, March 3, 2020 \xE2\x80\x94 The envoys met.", ATT_NO_DAY);
    expect_day("2020-03-03", ATT_FROM_DATELINE);
    read_as("The envoys met.", ATT_NO_DAY);
    expect_day("2020-03-02", ATT_FROM_METADATA);
    assert_true(att_is(doc.meta.outlet, "c.example"));
}

static void test_paras__hard_wrapped_lines_are_joined(void **state)
{
    (void)state;
    read("The envoys of the two countries met in the old town on Monday for\n"
         "the first time since the spring and agreed to meet again before\n"
         "the end of the year, one of their aides told the newspaper that\n"
         "had first written about the talks.\n"
         "    Nobody else was told of the meeting, and the ministers of both\n"
         "countries said that they had learned of it from the newspaper on\n"
         "the morning after it.\n");
    assert_int_equal(doc.paras.n, 3);
}

static void test_paras__lines_as_paragraphs(void **state)
{
    (void)state;
    read("Envoys meet\n\nThe envoys met on Monday.\r\nThey had not met for years, said an aide to one of them, who was there.\n\xC2\xA0\nThey will meet again.\n");
    expect("T Envoys meet\nB The envoys met on Monday.\nB They had not met for years, said an aide to one of them, who was there.\nB They will meet again.\n");
}

static void test_paras__title_of_the_container(void **state)
{
    (void)state;
    article = (att_article){.meta = {.published = ATT_NO_DAY, .title = ATT_LIT("Envoys Meet")}};
    read_as("Envoys meet.\n\nShort line\n\nThe envoys met.", ATT_NO_DAY);
    expect("T Envoys meet.\nB Short line\nB The envoys met.\n");
    read_as("Short line\n\nThe envoys met.", ATT_NO_DAY);
    expect("B Short line\nB The envoys met.\n");
}

static void test_paras__mark_and_blanks_only(void **state)
{
    (void)state;
    read("\xEF\xBB\xBF" "Envoys meet\n\nThe envoys met.\xC2\xA0");
    expect("T Envoys meet\nB The envoys met.\n");
    read("  \n\n ");
    assert_int_equal(doc.paras.n, 1);
}

static int set_up(void **state)
{
    (void)state;
    att_arena_init(&keep, 64 << 20);
    att_arena_init(&scratch, 64 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    att_arena_release(&keep);
    att_arena_release(&scratch);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paras__title_body_and_byline), cmocka_unit_test(test_paras__date_before_the_title),
        cmocka_unit_test(test_paras__date_alone), cmocka_unit_test(test_paras__bylines), cmocka_unit_test(test_paras__captions),
        cmocka_unit_test(test_paras__credit_makes_the_line_before_a_caption), cmocka_unit_test(test_paras__datelines),
        cmocka_unit_test(test_paras__dateline_gives_place_agency_and_full_date_only), cmocka_unit_test(test_paras__conflicts_are_kept), cmocka_unit_test(test_paras__first_of_january_is_a_default),
        cmocka_unit_test(test_paras__inference), cmocka_unit_test(test_paras__order_of_trust),
        cmocka_unit_test(test_paras__hard_wrapped_lines_are_joined), cmocka_unit_test(test_paras__lines_as_paragraphs),
        cmocka_unit_test(test_paras__title_of_the_container), cmocka_unit_test(test_paras__mark_and_blanks_only)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
