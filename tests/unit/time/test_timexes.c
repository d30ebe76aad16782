/* Sentences written for these tests; each row says what the n-th expression in the text must be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/civil.h"
#include "support/words.h"
#include "text/text.h"
#include "time/time.h"

typedef struct {
    const char *day;  /* of publication, or NULL */
    const char *text;
    const char *span;
    const char *kind;
    const char *value;
    const char *days; /* first/last, or NULL: not looked at; "" = none */
} row;

static const char *const KINDS[] = {"DATE", "TIME", "DURATION", "SET"};

static void read_text(att_test_doc *d, const char *text, const char *day)
{
    att_day first = ATT_NO_DAY, last;
    test_doc_raw(d, att_slice_of(text));
    if (day) assert_true(att_parse_iso(att_slice_of(day), &first, &last));
    d->doc.meta.published = first;
    att_tokenize(&d->doc);
    att_timexes_find(&d->doc);
}

static void check_row(const row *x)
{
    att_test_doc d;
    read_text(&d, x->text, x->day);
    const att_timex *hit = NULL;
    for (uint32_t i = 1; i < d.doc.timexes.n; i++)
        if (att_is(att_cut(&d.doc, d.doc.timexes.at[i].span), x->span)) hit = &d.doc.timexes.at[i];
    if (!hit) {
        for (uint32_t i = 1; i < d.doc.timexes.n; i++) {
            att_slice s = att_cut(&d.doc, d.doc.timexes.at[i].span);
            print_message("  found: '%.*s' %s\n", (int)s.len, s.ptr, d.doc.timexes.at[i].value.ptr);
        }
        fail_msg("'%s': no expression '%s'", x->text, x->span);
        return;
    }
    if (strcmp(hit->value.ptr, x->value) != 0 || strcmp(KINDS[hit->kind], x->kind) != 0)
        fail_msg("'%s': '%s' is %s %s by %s, expected %s %s", x->text, x->span, KINDS[hit->kind], hit->value.ptr, hit->rule, x->kind, x->value);
    if (x->days) {
        char a[16] = "", b[16] = "", both[40] = "";
        if (hit->days.first != ATT_NO_DAY) snprintf(both, sizeof both, "%s/%s", att_day_text(hit->days.first, a),
            att_day_text(hit->days.last, b));
        if (strcmp(both, x->days) != 0) fail_msg("'%s': '%s' lies in %s, expected %s", x->text, x->span, both, x->days);
    }
    assert_non_null(hit->rule);
    test_doc_release(&d);
}

#define CHECK_ROWS(rows) \
    for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++) check_row(&(rows)[i])

static void test_calendar_orders(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {NULL, "They signed it on 15 February 2022 in Geneva.", "15 February 2022", "DATE", "2022-02-15", "2022-02-15/2022-02-15"},
        {NULL, "They signed it on Feb. 15, 2022, in Geneva.", "Feb. 15, 2022", "DATE", "2022-02-15", NULL},
        {NULL, "They signed it on the 15th of February, 2022.", "the 15th of February, 2022", "DATE", "2022-02-15", NULL},
        {NULL, "They signed it in February 2022 in Geneva.", "February 2022", "DATE", "2022-02", "2022-02-01/2022-02-28"},
        {NULL, "The log of 2022-02-15 is lost.", "2022-02-15", "DATE", "2022-02-15", NULL},
        {NULL, "The log of 15/02/2022 is lost.", "15/02/2022", "DATE", "2022-02-15", NULL},
        {NULL, "The log of 02/28/97 is lost.", "02/28/97", "DATE", "1997-02-28", NULL},
        {NULL, "The truce of 29 February 2024 held.", "29 February 2024", "DATE", "2024-02-29", "2024-02-29/2024-02-29"},
        {"2022-03-01", "Talks ran Feb. 4-20 in Vienna.", "Feb. 4-20", "DATE", "2022-02-04/2022-02-20", "2022-02-04/2022-02-20"},
        {"2022-03-01", "They met on Friday, Feb. 25, in Minsk.", "Friday, Feb. 25", "DATE", "2022-02-25", NULL},
        {NULL, "Rome was taken in 390 BC by Gauls.", "390 BC", "DATE", "BC0390", ""},
    };
    CHECK_ROWS(ROWS);
}

static void test_small_letters(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2022-03-16", "In Rome Anna said she met them on monday.", "monday", "DATE", "2022-03-14", NULL},
        {"2022-03-16", "In Rome Anna said it had begun in january.", "january", "DATE", "2022-01", NULL},
        {"2022-03-16", "the army took march 9 as its day and left the town to the people who lived there.", "march 9", "DATE", "2022-03-09", NULL},
        {"2022-03-16", "Members sought to raise the matter on Tuesday.", "Tuesday", "DATE", "2022-03-15", NULL},
        {"2022-03-16", "His address Sunday will be closely watched.", "Sunday", "DATE", "2022-03-20", NULL},
    };
    CHECK_ROWS(ROWS);
}

static void test_no_such_day(void **state)
{
    (void)state;
    att_test_doc d;
    read_text(&d, "The paper is dated 29 February 2023 and 13/13/2022.", "2023-05-01");
    for (uint32_t i = 1; i < d.doc.timexes.n; i++) {
        assert_true(d.doc.timexes.at[i].days.first != att_day_of(2023, 3, 1));
        assert_false(att_is(d.doc.timexes.at[i].value, "2023-02-29"));
    }
    test_doc_release(&d);
}

static void test_years(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {NULL, "Rebels hold it since 2014. Envoys met on Monday, talked on Tuesday and left on Wednesday. They will meet on January 31.", "January 31", "DATE", "XXXX-01-31", NULL},
        {NULL, "The army has ruled since 2001 without a break.", "2001", "DATE", "2001", "2001-01-01/2001-12-31"},
        {NULL, "Exports fell in 2014-15 by a third.", "2014-15", "DATE", "2014/2015", "2014-01-01/2015-12-31"},
        {NULL, "Between 2001 and 2014 nothing moved.", "2014", "DATE", "2014", NULL},
        {NULL, "Wars of the 1990s left scars.", "the 1990s", "DATE", "199", "1990-01-01/1999-12-31"},
        {NULL, "In the '80s they traded.", "the '80s", "DATE", "198", NULL},
        {"2003-05-01", "The class of '99 has left.", "'99", "DATE", "1999", NULL},
        {"2020-05-01", "The accord of '14 is dead.", "'14", "DATE", "2014", NULL},
        {NULL, "It began in nineteen ninety-one.", "nineteen ninety-one", "DATE", "1991", NULL},
        {NULL, "In the 20th century it grew.", "the 20th century", "DATE", "19", NULL},
    };
    CHECK_ROWS(ROWS);
}

static void test_weekdays(void **state)
{
    (void)state;
    /* 2022-02-15 was a Tuesday. */
    static const row ROWS[] = {
        {"2022-02-15", "The ministers met on Monday in Kyiv.", "Monday", "DATE", "2022-02-14", "2022-02-14/2022-02-14"},
        {"2022-02-15", "The ministers met on Tuesday in Kyiv.", "Tuesday", "DATE", "2022-02-15", NULL},
        {"2022-02-15", "The ministers met on Wednesday in Kyiv.", "Wednesday", "DATE", "2022-02-09", NULL},
        {"2022-02-15", "The ministers will meet on Friday in Kyiv.", "Friday", "DATE", "2022-02-18", NULL},
        {"2022-02-15", "He is due to travel to Moscow on Thursday.", "Thursday", "DATE", "2022-02-17", NULL},
        {"2022-02-15", "She failed to appear on Thursday.", "Thursday", "DATE", "2022-02-10", NULL},
        {"2022-02-15", "The planned visit to Moscow on Wednesday is off.", "Wednesday", "DATE", "2022-02-16", NULL},
        {"2022-02-15", "On Friday the council will vote.", "Friday", "DATE", "2022-02-18", NULL},
        {"2022-02-15", "They left last Friday.", "last Friday", "DATE", "2022-02-11", NULL},
        {"2022-02-15", "They left last Tuesday.", "last Tuesday", "DATE", "2022-02-08", NULL},
        {"2022-02-15", "They come next Monday.", "next Monday", "DATE", "2022-02-21", NULL},
        {"2022-02-15", "Shots were heard Friday night.", "Friday night", "TIME", "2022-02-11TNI", "2022-02-11/2022-02-11"},
        {"2022-01-01", "The palace was stormed on Friday.", "Friday", "DATE", "2021-12-31", NULL}, /* a Saturday */
        {NULL, "The ministers met on Friday in Kyiv.", "Friday", "DATE", "XXXX-WXX-5", ""},
    };
    CHECK_ROWS(ROWS);
}

static void test_relative_days_and_units(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2024-03-01", "The convoy left yesterday.", "yesterday", "DATE", "2024-02-29", "2024-02-29/2024-02-29"},
        {"2022-12-31", "The law takes effect tomorrow.", "tomorrow", "DATE", "2023-01-01", NULL},
        {"2022-02-15", "He spoke this morning.", "this morning", "TIME", "2022-02-15TMO", NULL},
        {"2022-02-15", "Rockets fell last night.", "last night", "TIME", "2022-02-14TNI", "2022-02-14/2022-02-14"},
        {"2022-01-03", "Last week they met.", "Last week", "DATE", "2021-W52", "2021-12-27/2022-01-02"},
        {"2022-01-03", "It fell last month.", "last month", "DATE", "2021-12", "2021-12-01/2021-12-31"},
        {"2022-01-03", "Elections are held next year.", "next year", "DATE", "2023", NULL},
        {"2022-02-15", "Earlier this month they met.", "Earlier this month", "DATE", "2022-02", NULL},
        {"2022-02-15", "It is due by the end of the year.", "the end of the year", "DATE", "2022", NULL},
        {"2022-02-15", "They left two weeks ago.", "two weeks ago", "DATE", "2022-W05", "2022-01-31/2022-02-06"},
        {"2022-02-15", "He died three days ago.", "three days ago", "DATE", "2022-02-12", NULL},
        {"2022-02-15", "The war began five years ago.", "five years ago", "DATE", "2017", NULL},
        {"2022-02-15", "The port opened last summer.", "last summer", "DATE", "2021-SU", "2021-06-01/2021-08-31"},
        {"2022-02-15", "Trade grew in the third quarter.", "the third quarter", "DATE", "2021-Q3", "2021-07-01/2021-09-30"},
        {"2022-02-15", "The strike began on Feb. 1. Two days later it was over.", "Two days later", "DATE", "2022-02-03", NULL},
        {"2022-02-15", "The strike began on Feb. 28, 2020. The next day it was over.", "The next day", "DATE", "2020-02-29", NULL},
        {NULL, "Last week they met.", "Last week", "DATE", "XXXX-WXX", ""},
    };
    CHECK_ROWS(ROWS);
}

static void test_months_and_days_without_a_year(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2022-02-15", "The bridge was blown up in December.", "December", "DATE", "2021-12", NULL},
        {"2022-02-15", "The leaders will meet in January.", "January", "DATE", "2023-01", NULL},
        {"2022-01-10", "The envoy flew in on Dec. 28.", "Dec. 28", "DATE", "2021-12-28", NULL},
        {"2021-12-20", "The truce will end on January 5.", "January 5", "DATE", "2022-01-05", NULL},
        {"2022-02-15", "It may rain, and troops march on.", "march", NULL, NULL, NULL},
    };
    for (size_t i = 0; i + 1 < sizeof ROWS / sizeof *ROWS; i++) check_row(&ROWS[i]);
    att_test_doc d;
    read_text(&d, ROWS[4].text, ROWS[4].day);
    assert_int_equal(d.doc.timexes.n, 1);
    test_doc_release(&d);
}

/* It goes on from the month told before, over the turn of the year; a year in passing does not move it. */
static void test_narrative_goes_on(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {NULL, "War broke out in December 1941. The port fell in January.", "January", "DATE", "1942-01", NULL},
        {NULL, "War broke out in May 1941. The port fell on 3 August.", "3 August", "DATE", "1941-08-03", NULL},
        {NULL, "War broke out in December 1941. The port, rebuilt in 1999, fell on 3 January.", "3 January", "DATE", "1942-01-03", NULL},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) check_row(&ROWS[i]);
}

static void test_narrative(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {NULL, "War broke out on 1 September 1939. On 17 September the east was invaded.", "17 September", "DATE", "1939-09-17",
            "1939-09-17/1939-09-17"},
        {NULL, "The siege began on May 3, 1864. By July 5 it was over.", "July 5", "DATE", "1864-07-05", NULL},
        {NULL, "The siege began in May.", "May", "DATE", "XXXX-05", ""},
        {NULL, "The city fell in 1453. The following year the walls were mended.", "The following year", "DATE", "1454", NULL},
    };
    CHECK_ROWS(ROWS);
}

static void test_spans_and_sets(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {NULL, "They talked for three days.", "three days", "DURATION", "P3D", ""},
        {NULL, "It lasted a decade.", "a decade", "DURATION", "P1E", NULL},
        {NULL, "A two-year mandate was given.", "two-year", "DURATION", "P2Y", NULL},
        {NULL, "The 24-hour truce held.", "The 24-hour", "DURATION", "PT24H", NULL},
        {NULL, "It took two and a half years.", "two and a half years", "DURATION", "P2Y6M", NULL},
        {NULL, "Several weeks of shelling followed.", "Several weeks", "DURATION", "PXW", NULL},
        {"2022-02-15", "Over the past three days it rained.", "the past three days", "DURATION", "P3D", "2022-02-12/2022-02-15"},
        {"2022-03-31", "In the past month it rained.", "the past month", "DURATION", "P1M", NULL},
        {NULL, "They pray every Friday.", "every Friday", "SET", "XXXX-WXX-5", NULL},
        {NULL, "Shelling is a daily event.", "daily", "SET", "P1D", NULL},
        {NULL, "They meet twice a week.", "a week", "SET", "P1W", NULL},
        {NULL, "In recent weeks it was calm.", "recent weeks", "DATE", "PAST_REF", NULL},
        {"2022-02-15", "They are now in talks.", "now", "DATE", "PRESENT_REF", "2022-02-15/2022-02-15"},
        {NULL, "They will soon be in talks.", "soon", "DATE", "FUTURE_REF", NULL},
    };
    CHECK_ROWS(ROWS);
}

static void test_clock_and_holidays(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2022-02-15", "The blast came at 1100 GMT.", "1100 GMT", "TIME", "2022-02-15T11:00", NULL},
        {"2022-02-15", "The blast came at 10 a.m. on Monday.", "10 a.m. on Monday", "TIME", "2022-02-14T10:00", "2022-02-14/2022-02-14"},
        {"2022-02-15", "The blast came at 7:15 p.m. local time.", "7:15 p.m. local time", "TIME", "2022-02-15T19:15", NULL},
        {"2022-01-05", "They fought on Christmas Day.", "Christmas Day", "DATE", "2021-12-25", NULL},
        {"2022-11-28", "They talked on Thanksgiving.", "Thanksgiving", "DATE", "2022-11-24", NULL},
    };
    CHECK_ROWS(ROWS);
}

static void test_no_dates(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"The 80-year-old general saluted.", "He is 45 years old.",
        "Some 2000 troops marched on the city.", "It cost $1995 in all.",
                                        "The war and the summit failed.", "Resolution 1973 was passed.", "A boy of 12 fled."};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        att_test_doc d;
        read_text(&d, TEXTS[i], "2022-02-15");
        if (d.doc.timexes.n > 1) fail_msg("'%s': found %s by %s", TEXTS[i], d.doc.timexes.at[1].value.ptr, d.doc.timexes.at[1].rule);
        test_doc_release(&d);
    }
}

/* Where there is a clause, its tense goes before the words nearby. */
static void test_tense_of_the_clause(void **state)
{
    (void)state;
    att_test_doc d;
    test_doc_conllu(&d, "1\tTroops\ttroop\tNOUN\t_\t_\t2\tnsubj\n2\tleft\tleave\tVERB\t_\t_\t0\troot\n3\ta\ta\tDET\t_\t_\t4\tdet\n"
                        "4\tbase\tbase\tNOUN\t_\t_\t2\tobj\n5\tset\tset\tVERB\t_\t_\t4\tacl\n6\tup\tup\tADP\t_\t_\t5\tcompound:prt\n"
                        "7\tby\tby\tADP\t_\t_\t8\tcase\n8\tallies\tally\tNOUN\t_\t_\t5\tobl\n9\ton\ton\tADP\t_\t_\t10\tcase\n10\tFriday\tFriday\tPROPN\t_\t_\t2\tobl\n");
    d.doc.meta.published = att_day_of(2022, 2, 15);
    att_clause *c = att_add(&d.doc, clauses);
    c->tok = 2;
    c->tense = ATT_TENSE_PAST;
    d.doc.tok_clause[2] = d.doc.clauses.n - 1;
    att_timexes_find(&d.doc);
    assert_int_equal(d.doc.timexes.n, 2);
    assert_string_equal(d.doc.timexes.at[1].value.ptr, "2022-02-11");
    test_doc_release(&d);
}

/* Whatever the words, spans lie in the text, in order, and nothing is read beyond a sentence. */
/* What the text and its outlet's country say of the order of day and month. */
static void check_order(const char *url, const char *text, const char *span, const char *value)
{
    att_test_doc d;
    test_doc_raw(&d, att_slice_of(text));
    d.doc.meta.published = att_day_of(2022, 5, 1);
    d.doc.meta.url = att_slice_of(url);
    att_tokenize(&d.doc);
    att_timexes_find(&d.doc);
    const char *got = "-";
    for (uint32_t i = 1; i < d.doc.timexes.n; i++)
        if (att_is(att_cut(&d.doc, d.doc.timexes.at[i].span), span)) got = d.doc.timexes.at[i].value.ptr;
    if (strcmp(got, value) != 0) fail_msg("'%s' in '%s' of %s is %s, expected %s", span, text, url, got, value);
    test_doc_release(&d);
}

static void test_day_or_month_first(void **state)
{
    (void)state;
    check_order("", "The treaty of 03/04/2022 holds.", "03/04/2022", "-");
    check_order("https://www.courier.example.uk/x", "The treaty of 03/04/2022 holds.", "03/04/2022", "2022-04-03");
    check_order("https://news.example.us/x", "The treaty of 03/04/2022 holds.", "03/04/2022", "2022-03-04");
    check_order("", "The treaty of 03/04/2022 followed the one of 25/12/2021.", "03/04/2022", "2022-04-03");
    check_order("", "The treaty of 03/04/2022 followed the one of 12/25/2021.", "03/04/2022", "2022-03-04");
    check_order("", "The treaty of 03/04/2022 followed the one of 5 March 2021.", "03/04/2022", "2022-04-03");
    check_order("", "The treaty of 03/04/2022 followed the one of March 5, 2021.", "03/04/2022", "2022-03-04");
    check_order("https://www.courier.example.uk/x", "They met on 12/25/2021 and 03/04/2022.", "03/04/2022", "2022-03-04"); /* the text weighs more */
    check_order("https://www.courier.example.uk/x", "The treaty of 04/04/98 holds.", "04/04/98", "1998-04-04");
    check_order("https://www.courier.example.uk/x", "The treaty of 29/02/2023 holds.", "29/02/2023", "-"); /* no leap year */
}

static void test_other_calendars(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2022-02-15", "The decree is of 1443 AH.", "1443 AH", "DATE", "2021/2022", "2021-08-10/2022-07-29"},
        {"2022-02-15", "It was signed in the Hijri year 1400.", "the Hijri year 1400", "DATE", "1979/1980", "1979-11-21/1980-11-08"},
        {"2022-02-15", "The uprising began on 25 October 1917 (Old Style).", "25 October 1917", "DATE", "1917-11-07", "1917-11-07/1917-11-07"},
        {"2022-02-15", "He was born on 29 February 1820 (O.S.).", "29 February 1820", "DATE", "1820-03-12", NULL},
        {"2022-02-15", "The uprising began on 25 October 1917 (a Thursday).", "25 October 1917", "DATE", "1917-10-25", NULL},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) check_row(&ROWS[i]);
}

static void test_turn_of_the_year(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2022-01-03", "The ministers met last week.", "last week", "DATE", "2021-W52", "2021-12-27/2022-01-02"},
        {"2022-01-03", "The ministers met yesterday.", "yesterday", "DATE", "2022-01-02", NULL},
        {"2022-01-01", "The ministers met on Friday.", "Friday", "DATE", "2021-12-31", NULL},
        {"2022-01-05", "The ministers met on Dec. 30 in Minsk.", "Dec. 30", "DATE", "2021-12-30", NULL},
        {"2021-12-30", "The ministers will meet on Jan. 5 in Minsk.", "Jan. 5", "DATE", "2022-01-05", NULL},
        {"2024-03-01", "The ministers met on Feb. 29 in Minsk.", "Feb. 29", "DATE", "2024-02-29", NULL},
        {"2024-03-01", "The ministers met yesterday.", "yesterday", "DATE", "2024-02-29", NULL},
        {"2023-03-01", "The ministers met yesterday.", "yesterday", "DATE", "2023-02-28", NULL},
        {"2021-12-30", "The troops will leave by year-end.", "year-end", "DATE", "2021-12-31", NULL},
        {"2022-01-10", "The troops left before year-end.", "year-end", "DATE", "2021-12-31", NULL},
        {"2022-03-10", "Elections come this summer.", "this summer", "DATE", "2022-SU", "2022-06-01/2022-08-31"},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) check_row(&ROWS[i]);
}

static void test_bounded_ranges(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"2022-03-16", "Talks were held in recent weeks.", "recent weeks", "DATE", "PAST_REF", "2022-02-02/2022-03-16"},
        {"2022-03-16", "Talks will be held soon.", "soon", "DATE", "FUTURE_REF", "2022-03-16/2022-06-14"},
        {"2022-03-16", "The accord was signed several months ago.", "several months ago", "DATE", "PAST_REF", "2021-06-01/2022-01-31"},
        {"2022-03-16", "They fought in the last week of February.", "the last week of February", "DATE", "2022-W08", "2022-02-22/2022-02-28"},
        {"2024-03-16", "They fought in the last week of February.", "the last week of February", "DATE", "2024-W08", "2024-02-23/2024-02-29"},
        {"2022-03-16", "They fought in April and June 1955.", "April", "DATE", "1955-04", NULL},
        {"2022-03-16", "They fought from November to March 1942.", "November", "DATE", "1941-11", NULL},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) check_row(&ROWS[i]);
}

static void test_nonsense_is_harmless(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"", "the the the of of of Feb. Feb. -- 31 -",
        "9999999 years ago and 99999999999999999999 centuries later", "the end of the beginning of the middle of",
                                        "999999 centuries ago", "32 May 0000 0000-00-00 00/00/00 24:61 99 p.m. 1/2",
                                            "every every every each last last next next", "'s '9 '99s 1-1-1-1 T T T",
                                        "a a a few few few of of", "the year two thousand thousand thousand hundred hundred years ago"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        static const char *const DAYS[] = {NULL, "2022-02-15", "0001-01-01", "9999-12-31"};
        for (int k = 0; k < 4; k++) {
            att_test_doc d;
            read_text(&d, TEXTS[i], DAYS[k]);
            uint32_t at = 0;
            for (uint32_t t = 1; t < d.doc.timexes.n; t++) {
                const att_timex *x = &d.doc.timexes.at[t];
                assert_true(x->span.beg >= at && x->span.end <= d.doc.text.len && x->span.beg < x->span.end);
                assert_true(x->days.first == ATT_NO_DAY || x->days.first <= x->days.last);
                at = x->span.end;
            }
            test_doc_release(&d);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calendar_orders), cmocka_unit_test(test_small_letters), cmocka_unit_test(test_no_such_day), cmocka_unit_test(test_years),
            cmocka_unit_test(test_weekdays),
        cmocka_unit_test(test_relative_days_and_units), cmocka_unit_test(test_months_and_days_without_a_year),
            cmocka_unit_test(test_narrative), cmocka_unit_test(test_narrative_goes_on),
        cmocka_unit_test(test_spans_and_sets), cmocka_unit_test(test_clock_and_holidays), cmocka_unit_test(test_no_dates),
        cmocka_unit_test(test_tense_of_the_clause),
        cmocka_unit_test(test_day_or_month_first), cmocka_unit_test(test_other_calendars), cmocka_unit_test(test_turn_of_the_year),
        cmocka_unit_test(test_bounded_ranges), cmocka_unit_test(test_nonsense_is_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
