#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "time/time_moment.h"

static void check(att_moment m, const char *value, att_day first, att_day last)
{
    char v[ATT_VALUE_BYTES];
    att_days d;
    att_moment_text(m, v);
    assert_string_equal(v, value);
    assert_true(att_moment_days(m, &d));
    assert_int_equal(d.first, first);
    assert_int_equal(d.last, last);
}

static void test_time_moment__sizes(void **state)
{
    (void)state;
    att_day d = att_day_of(2022, 2, 15);
    check(att_moment_of(d, SIZE_DAY), "2022-02-15", d, d);
    check(att_moment_of(d, SIZE_WEEK), "2022-W07", att_day_of(2022, 2, 14), att_day_of(2022, 2, 20));
    check(att_moment_of(d, SIZE_WEEKEND), "2022-W07-WE", att_day_of(2022, 2, 19), att_day_of(2022, 2, 20));
    check(att_moment_of(d, SIZE_MONTH), "2022-02", att_day_of(2022, 2, 1), att_day_of(2022, 2, 28));
    check(att_moment_of(d, SIZE_SEASON), "2021-WI", att_day_of(2021, 12, 1), att_day_of(2022, 2, 28));
    check(att_moment_of(d, SIZE_QUARTER), "2022-Q1", att_day_of(2022, 1, 1), att_day_of(2022, 3, 31));
    check(att_moment_of(d, SIZE_HALF), "2022-H1", att_day_of(2022, 1, 1), att_day_of(2022, 6, 30));
    check(att_moment_of(d, SIZE_YEAR), "2022", att_day_of(2022, 1, 1), att_day_of(2022, 12, 31));
    check(att_moment_of(d, SIZE_DECADE), "202", att_day_of(2020, 1, 1), att_day_of(2029, 12, 31));
    check(att_moment_of(d, SIZE_CENTURY), "20", att_day_of(2001, 1, 1), att_day_of(2100, 12, 31));
}

static void test_time_moment__year_boundaries(void **state)
{
    (void)state;
    check(att_moment_shift(att_moment_month(2022, 1), -1), "2021-12", att_day_of(2021, 12, 1), att_day_of(2021, 12, 31));
    check(att_moment_shift(att_moment_month(2023, 12), 2), "2024-02", att_day_of(2024, 2, 1), att_day_of(2024, 2, 29));
    check(att_moment_of(att_day_of(2021, 1, 1), SIZE_WEEK), "2020-W53", att_day_of(2020, 12, 28), att_day_of(2021, 1, 3));
    check(att_moment_shift(att_moment_of(att_day_of(2021, 1, 1), SIZE_QUARTER), -1), "2020-Q4", att_day_of(2020, 10, 1), att_day_of(2020,
        12, 31));
}

static void test_time_moment__outside_of_the_calendar(void **state)
{
    (void)state;
    att_days d;
    char v[ATT_VALUE_BYTES];
    assert_false(att_moment_days(att_moment_year(-489), &d));
    att_moment_text(att_moment_year(-489), v);
    assert_string_equal(v, "BC0490");
    assert_false(att_moment_days((att_moment){0}, &d));
    assert_false(att_moment_days(att_moment_shift(att_moment_year(2022), 100000000), &d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_time_moment__sizes), cmocka_unit_test(test_time_moment__year_boundaries),
        cmocka_unit_test(test_time_moment__outside_of_the_calendar)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
