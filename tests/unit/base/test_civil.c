#include "support/cm.h"

#include "base/civil.h"

/* Day by day over 3,000 years: the two directions agree, weekdays follow each other, months have their length. */
static void test_civil__every_day(void **state)
{
    (void)state;
    int y = 1, m = 1, d = 1;
    att_day day = att_day_of(1, 1, 1);
    int weekday = att_weekday(day);
    assert_int_equal(weekday, 0); /* 0001-01-01 is a Monday in the proleptic calendar */
    while (y < 3000) {
        att_date c = att_date_of(day);
        if (c.year != y || c.month != m || c.day != d || att_day_of(y, m, d) != day || att_weekday(day) != weekday || !att_date_valid(y, m, d))
            fail_msg("%d-%d-%d goes wrong", y, m, d);
        day++;
        weekday = (weekday + 1) % 7;
        if (++d > att_month_days(y, m)) {
            d = 1;
            if (++m > 12) m = 1, y++;
        }
    }
}

static void test_civil__known_days(void **state)
{
    (void)state;
    assert_int_equal(att_day_of(1970, 1, 1), 0);
    assert_int_equal(att_day_of(1969, 12, 31), -1);
    assert_int_equal(att_day_of(2000, 3, 1), 11017);
    assert_int_equal(att_day_of(2022, 2, 24), 19047);
    assert_int_equal(att_weekday(att_day_of(2022, 2, 24)), 3);
    assert_int_equal(att_day_of(0, 3, 1), -719468);
    assert_int_equal(att_day_of(-400, 3, 1), -719468 - 146097);
    att_date c = att_date_of(-719469);
    assert_int_equal(c.year, 0);
    assert_int_equal(c.month, 2);
    assert_int_equal(c.day, 29);
    assert_int_equal(att_weekday(-1), 2);
    assert_int_equal(att_weekday(-4), 6);
}

static void test_civil__leap_years(void **state)
{
    (void)state;
    assert_int_equal(att_month_days(2000, 2), 29);
    assert_int_equal(att_month_days(1900, 2), 28);
    assert_int_equal(att_month_days(2024, 2), 29);
    assert_int_equal(att_month_days(2023, 2), 28);
    assert_int_equal(att_month_days(2023, 0), 0);
    assert_int_equal(att_month_days(2023, 13), 0);
    assert_false(att_date_valid(2023, 2, 29));
    assert_false(att_date_valid(2023, 4, 31));
    assert_false(att_date_valid(2023, 1, 0));
    assert_false(att_date_valid(0, 1, 1));
    assert_false(att_date_valid(10000, 1, 1));
    assert_true(att_date_valid(9999, 12, 31));
}

static void test_civil__iso_weeks(void **state)
{
    (void)state;
    static const int T[][5] = {/* year month day -> ISO year, week */
                               {2005, 1, 1, 2004, 53}, {2005, 1, 2, 2004, 53}, {2005, 12, 31, 2005, 52}, {2007, 1, 1, 2007, 1},
                               {2008, 12, 29, 2009, 1}, {2010, 1, 3, 2009, 53}, {2020, 12, 31, 2020, 53}, {2022, 2, 15, 2022, 7},
                               {1969, 12, 31, 1970, 1}, {1900, 1, 1, 1900, 1}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        int year, week;
        att_iso_week(att_day_of(T[i][0], T[i][1], T[i][2]), &year, &week);
        assert_int_equal(year, T[i][3]);
        assert_int_equal(week, T[i][4]);
    }
}

static void parse_is(const char *s, att_day first, att_day last)
{
    att_day a = 1, b = 2;
    if (!att_parse_iso(att_slice_of(s), &a, &b)) fail_msg("%s was not read", s);
    assert_int_equal(a, first);
    assert_int_equal(b, last);
}

static void test_civil__parse(void **state)
{
    (void)state;
    att_day d = att_day_of(2022, 2, 15);
    parse_is("2022-02-15", d, d);
    parse_is("2022-02-15T10:00:00Z", d, d);
    parse_is("2022-02-15 10:00", d, d);
    parse_is("2022-02", att_day_of(2022, 2, 1), att_day_of(2022, 2, 28));
    parse_is("2022", att_day_of(2022, 1, 1), att_day_of(2022, 12, 31));
    parse_is("2022-02-15/2022-02-16", d, d + 1);
    parse_is("2022-02/2022-03", att_day_of(2022, 2, 1), att_day_of(2022, 3, 31));
    static const char *const BAD[] = {"", "2", "202", "20222", "2022-", "2022-2", "2022-13", "2022-00", "2022-02-30", "2022-02-1",
                                      "2022-02-15x", "2022/02/15", "0000", "0000-01-01", "-2022", " 2022", "2022-02-15/", "/2022",
                                      "2022-02-16/2022-02-15", "2022-0a", "2022-02-1a", "2022x02", "202a", NULL};
    for (int i = 0; BAD[i]; i++) {
        att_day a, b;
        if (att_parse_iso(att_slice_of(BAD[i]), &a, &b)) fail_msg("\"%s\" was taken for a date", BAD[i]);
    }
}

/* The slice ends where it ends, whatever stands behind it. */
static void test_civil__parse_stays_inside(void **state)
{
    (void)state;
    static const char TEXT[] = "2022-02-15";
    for (uint32_t n = 0; n <= 10; n++) {
        char *exact = test_malloc(n ? n : 1);
        memcpy(exact, TEXT, n);
        att_day a, b;
        assert_int_equal(att_parse_iso((att_slice){exact, n}, &a, &b), n == 4 || n == 7 || n == 10);
        test_free(exact);
    }
}

static void test_civil__text(void **state)
{
    (void)state;
    char buf[16];
    assert_string_equal(att_day_text(att_day_of(2022, 2, 5), buf), "2022-02-05");
    assert_string_equal(att_day_text(att_day_of(1, 1, 1), buf), "0001-01-01");
    assert_string_equal(att_day_text(att_day_of(9999, 12, 31), buf), "9999-12-31");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_civil__every_day), TEST(test_civil__known_days), TEST(test_civil__leap_years),
        TEST(test_civil__iso_weeks), TEST(test_civil__parse),      TEST(test_civil__parse_stays_inside),
        TEST(test_civil__text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
