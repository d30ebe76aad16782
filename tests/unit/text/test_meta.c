#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/civil.h"
#include "text/meta.h"

static void value(const char *s, const char *want)
{
    char b[16];
    att_day d = att_date_value(att_slice_of(s));
    assert_string_equal(d == ATT_NO_DAY ? "-" : att_day_text(d, b), want);
}

static void test_meta__dates_of_fields(void **state)
{
    (void)state;
    value("2022-02-14", "2022-02-14");
    value("2022-02-14T23:30:00-05:00", "2022-02-14"); /* the day as the outlet wrote it */
    value(" 2022/02/14 ", "2022-02-14");
    value("20220214", "2022-02-14");
    value("20220214103000", "-");
    value("Mon, 14 Feb 2022 10:00:00 GMT", "2022-02-14");
    value("Mon Feb 14 10:00:00 +0000 2022", "2022-02-14");
    value("February 14, 2022 at 5:04 p.m. EST", "2022-02-14");
    value("Feb. 14, 2022", "2022-02-14");
    value("14th of February, 2022", "2022-02-14");
    value("14.02.2022", "2022-02-14");
    value("25/12/2021", "2021-12-25");
    value("12/25/2021", "2021-12-25");
    value("03/04/2022", "-"); /* March or April? */
    value("04/04/2022", "2022-04-04");
    value("1644832800", "2022-02-14");
    value("1644832800000", "2022-02-14");
    value("2022-02-30", "-");
    value("2022-13-01", "-");
    value("2022", "-");
    value("yesterday", "-");
    value("", "-");
    value("Published on 7 May 1999", "1999-05-07");
}

static void test_meta__month_and_day(void **state)
{
    (void)state;
    uint32_t end;
    assert_true(att_month_day_at(ATT_LIT("Feb 15 (Reuters)"), 0, &end));
    assert_int_equal(end, 6);
    assert_true(att_month_day_at(ATT_LIT("Tuesday, 15 February"), 0, &end));
    assert_false(att_month_day_at(ATT_LIT("Fe 15"), 0, &end));
    assert_false(att_month_day_at(ATT_LIT("Feb 2022"), 0, &end));
    assert_false(att_month_day_at(ATT_LIT("February"), 0, &end));
}

static void url(const char *s, const char *host, const char *want)
{
    char b[16];
    att_slice h = att_url_host(att_slice_of(s));
    att_day d = att_url_day(att_slice_of(s));
    assert_int_equal(h.len, strlen(host));
    assert_true(h.len == 0 || att_is(h, host));
    assert_string_equal(d == ATT_NO_DAY ? "-" : att_day_text(d, b), want);
}

static void test_meta__addresses(void **state)
{
    (void)state;
    url("https://www.post.example/2022/02/14/talks", "post.example", "2022-02-14");
    url("http://post.example:80/news/2022/feb/4/talks.html", "post.example", "2022-02-04");
    url("https://post.example/talks-2022-02-14?x=2021-01-01", "post.example", "2022-02-14");
    url("https://post.example/2022/02/talks", "post.example", "-");
    url("https://post.example/a/12022-02-14", "post.example", "-");
    url("https://post.example", "post.example", "-");
    url("post.example/2022/02/14", "", "-");
    url("", "", "-");
}

static void test_meta__language(void **state)
{
    (void)state;
    assert_true(att_text_is_english(ATT_LIT("The minister said on Monday that the two sides had agreed to meet in the spring.")));
    assert_false(att_text_is_english(ATT_LIT("Der Minister sagte am Montag, dass die beiden Seiten sich im Fr\xC3\xBChling treffen wollen und werden.")));
    assert_false(att_text_is_english(ATT_LIT("Le ministre a dit lundi que les deux parties se sont mises d'accord pour se voir dans la capitale.")));
    assert_false(att_text_is_english(ATT_LIT("\xD0\x9C\xD0\xB8\xD0\xBD\xD0\xB8\xD1\x81\xD1\x82\xD1\x80 \xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB "
                                             "\xD1\x87\xD1\x82\xD0\xBE the of and to in a is that")));
    assert_false(att_text_is_english(ATT_LIT("Putin in Paris")));
    assert_false(att_text_is_english(ATT_LIT("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_meta__dates_of_fields), cmocka_unit_test(test_meta__month_and_day),
                                       cmocka_unit_test(test_meta__addresses), cmocka_unit_test(test_meta__language)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
