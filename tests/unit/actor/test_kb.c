/* test_kb.c: folding, the capitals rule, terms in office, the user's own file, countries by code. */
#include "support/cm.h"

#include <string.h>

#include "actor/kb.h"
#include "base/civil.h"

typedef struct {
    att_arena arena;
    att_kb *kb;
} fixture;

static int open_kb(void **state)
{
    static fixture f; /* cmocka hands on a pointer; the tests of a program run one after the other */
    att_arena_init(&f.arena, (size_t)1 << 30);
    f.kb = att_kb_open(&f.arena);
    *state = &f;
    return 0;
}

static int close_kb(void **state)
{
    att_arena_release(&((fixture *)*state)->arena);
    return 0;
}

static void check_fold(const char *in, const char *want)
{
    char out[ATT_FOLD_MAX + 1];
    uint32_t n = att_fold(att_slice_of(in), out);
    out[n] = 0;
    assert_string_equal(out, want);
}

static void test_kb__fold(void **state)
{
    (void)state;
    static const char *const T[][2] = {
        {"Gerhard Schröder", "gerhard schroder"}, {"ERDOĞAN", "erdogan"}, {"al-Qa'ida", "al qaida"}, {"al-Qa\xE2\x80\x99ida", "al qaida"},
        {"AL QAIDA", "al qaida"}, {"U.S.", "us"}, {"  Bosnia -- Herzegovina ", "bosnia herzegovina"}, {"Lech Wałęsa", "lech walesa"},
        {"Łódź", "lodz"}, {"Tromsø", "tromso"}, {"Đilas", "dilas"}, {"Iğdır", "igdir"}, {"İzmir", "izmir"}, {"Antigua & Barbuda", "antigua & barbuda"},
        {"14ymedio", "14ymedio"}, {"", ""}, {"...", ""}, {"-", ""}, {"São Tomé", "sao tome"}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) check_fold(T[i][0], T[i][1]);
}

static void test_kb__fold_limits(void **state)
{
    (void)state;
    char in[400], out[ATT_FOLD_MAX];
    memset(in, 'x', sizeof in);
    for (uint32_t n = 0; n < sizeof in; n++) {
        uint32_t got = att_fold((att_slice){in, n}, out);
        assert_true(got == n || (got == 0 && n > 100));
    }
    memset(in, 0xC3, sizeof in); /* broken UTF-8 must not hang or write beyond */
    assert_true(att_fold((att_slice){in, sizeof in}, out) <= ATT_FOLD_MAX);
}

static const att_kb_entry *find(const att_kb *kb, const char *phrase, att_kb_kind kind)
{
    char out[ATT_FOLD_MAX];
    uint32_t n = att_fold(att_slice_of(phrase), out);
    for (uint32_t i = att_kb_find(kb, (att_slice){out, n}); i; i = kb->entries.at[i].next)
        if (kb->entries.at[i].kind == kind) return &kb->entries.at[i];
    return NULL;
}

static void test_kb__one_key_for_all_spellings(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    const att_kb_entry *a = find(kb, "Gerhard Schröder", ATT_KB_PERSON);
    assert_non_null(a);
    assert_ptr_equal(a, find(kb, "GERHARD SCHRODER", ATT_KB_PERSON));
    assert_ptr_equal(find(kb, "Cote d'Ivoire", ATT_KB_COUNTRY), find(kb, "Côte d\xE2\x80\x99Ivoire", ATT_KB_COUNTRY));
    assert_non_null(find(kb, "Cote d'Ivoire", ATT_KB_COUNTRY));
    assert_null(find(kb, "Absurdistan", ATT_KB_COUNTRY));
}

/* "US" must be in capitals in the text, "Germany" begin with one, a role noun need not. */
static void test_kb__capitals(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    const att_kb_entry *us = find(kb, "US", ATT_KB_COUNTRY);
    assert_non_null(us);
    assert_true(us->capitals);
    assert_true(att_is(us->code, "USA"));
    const att_kb_entry *germany = find(kb, "Germany", ATT_KB_COUNTRY);
    assert_non_null(germany);
    assert_false(germany->capitals);
    assert_true(germany->capital);
    const att_kb_entry *soldier = find(kb, "soldier", ATT_KB_ROLE);
    assert_non_null(soldier);
    assert_false(soldier->capital);
    assert_true(att_is(soldier->sector, "MIL"));
    assert_true(find(kb, "soldiers", ATT_KB_ROLE)->plural);
}

static void check_office(const att_kb *kb, const char *code, const char *office, const char *day, const char *want)
{
    att_day first = ATT_NO_DAY, last;
    if (day) assert_true(att_parse_iso(att_slice_of(day), &first, &last));
    uint32_t id = att_kb_office(kb, att_slice_of(code), att_slice_of(office), first);
    if (!want) {
        assert_int_equal(id, 0);
        return;
    }
    assert_int_not_equal(id, 0);
    char name[128] = "";
    att_slice n = kb->entries.at[id].name;
    memcpy(name, n.ptr, n.len);
    assert_string_equal(name, want);
}

static void test_kb__offices_by_date(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    check_office(kb, "DEU", "chancellor", "1990-05-05", "Helmut Kohl");
    check_office(kb, "DEU", "chancellor", "1998-10-26", "Helmut Kohl");
    check_office(kb, "DEU", "chancellor", "1998-10-27", "Gerhard Schröder"); /* the day of the change: the one who comes */
    check_office(kb, "DEU", "chancellor", "2005-11-22", "Angela Merkel");
    check_office(kb, "DEU", "chancellor", "2021-12-07", "Angela Merkel");
    check_office(kb, "DEU", "chancellor", "2022-02-14", "Olaf Scholz");
    check_office(kb, "DEU", "chancellor", "2025-05-07", "Friedrich Merz");
    check_office(kb, "RUS", "president", "1999-12-30", "Boris Yeltsin");
    check_office(kb, "RUS", "president", "2010-06-01", "Dmitry Medvedev");
    check_office(kb, "RUS", "president", "2012-05-08", "Vladimir Putin"); /* the second time */
    check_office(kb, "RUS", "prime minister", "2010-06-01", "Vladimir Putin");
    check_office(kb, "FRA", "president", "1996-01-01", "Jacques Chirac");
    check_office(kb, "USA", "president", "2021-01-20", "Joe Biden");
}

static void test_kb__nobody_in_office(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    check_office(kb, "DEU", "chancellor", "1850-01-01", NULL);
    check_office(kb, "DEU", "chancellor", NULL, NULL);
    check_office(kb, "DEU", "president of chess", "2000-01-01", NULL);
    check_office(kb, "XXX", "president", "2000-01-01", NULL);
    check_office(kb, "", "president", "2000-01-01", NULL);
    check_office(kb, "DEU", "", "2000-01-01", NULL);
    char office[200];
    memset(office, 'a', sizeof office - 1);
    office[sizeof office - 1] = 0;
    check_office(kb, "DEU", office, "2000-01-01", NULL);
}

static void test_kb__countries(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    static const char *const T[][2] = {{"RUS", "Russia"}, {"DEU", "Germany"}, {"ABW", "Aruba"}, {"BIH", "Bosnia and Herzegovina"}, {"SUN", "Soviet Union"}, {"XKX", "Kosovo"}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        att_slice got = att_kb_country(kb, att_slice_of(T[i][0]));
        assert_true(att_is(got, T[i][1]));
    }
    assert_int_equal(att_kb_country(kb, ATT_LIT("ZZZ")).len, 0);
    assert_int_equal(att_kb_country(kb, (att_slice){0}).len, 0);
}

static void test_kb__roles(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    att_slice sector = {0};
    assert_true(att_kb_role(kb, ATT_LIT("lawmaker"), &sector));
    assert_true(att_is(sector, "LEG"));
    assert_false(att_kb_role(kb, ATT_LIT("bicycle"), &sector));
    assert_false(att_kb_role(kb, ATT_LIT("..."), &sector));
}

/* Shipped data: every line is read. */
static void test_kb__no_faults(void **state)
{
    const att_kb *kb = ((fixture *)*state)->kb;
    assert_int_equal(kb->faults, 0);
    assert_true(kb->entries.n > 10000);
}

/* ---- the user's file: each test with a knowledge base of its own ---- */

static const char PERSONS[] = "# My persons. Provenance: invented.\n# kind: persons\n"
                              "Ada Mbeki Korhola | Korhola the Bold | FIN | GOV | foreign minister | 2099-01-01 | 2099-12-31\n";

static void test_kb__add(void **state)
{
    (void)state;
    fixture f;
    void *s = &f;
    att_arena_init(&f.arena, (size_t)1 << 30);
    f.kb = att_kb_open(&f.arena);
    assert_int_equal(att_kb_add(f.kb, &f.arena, "mine.txt", ATT_LIT(PERSONS)).code, ATT_OK);
    const att_kb_entry *e = find(f.kb, "Ada Mbeki Korhola", ATT_KB_PERSON);
    assert_non_null(e);
    assert_true(att_is(e->code, "FIN"));
    assert_non_null(find(f.kb, "Korhola the Bold", ATT_KB_PERSON));
    assert_non_null(find(f.kb, "Korhola", ATT_KB_SURNAME));
    check_office(f.kb, "FIN", "foreign minister", "2099-06-01", "Ada Mbeki Korhola");
    /* other kinds, without provenance and with Windows line ends */
    assert_int_equal(att_kb_add(f.kb, &f.arena, "o.txt", ATT_LIT("# kind: organs\r\nHall of Echoes | FIN | LEG | Hall of Echoes\r\n")).code, ATT_OK);
    assert_non_null(find(f.kb, "Hall of Echoes", ATT_KB_ORGAN));
    assert_int_equal(att_kb_add(f.kb, &f.arena, "r.txt", ATT_LIT("# kind: roles\nfrobnicator/frobnicators | MIL | person | -\n")).code, ATT_OK);
    assert_non_null(find(f.kb, "frobnicators", ATT_KB_ROLE));
    assert_int_equal(att_kb_add(f.kb, &f.arena, "empty.txt", ATT_LIT("# kind: orgs\n")).code, ATT_OK);
    (void)close_kb(&s);
}

static void test_kb__add_faulty(void **state)
{
    (void)state;
    fixture f;
    void *s = &f;
    att_arena_init(&f.arena, (size_t)1 << 30);
    f.kb = att_kb_open(&f.arena);
    att_err e = att_kb_add(f.kb, &f.arena, "mine.txt",
                           ATT_LIT("# kind: orgs\nGood League | GL | FIN | NGO | - | -\ntoo few | fields\nSecond League | - | FIN | NGO | - | -\nalso | bad\n"));
    assert_int_equal(e.code, ATT_E_LEXICON);
    assert_int_equal(e.stage, ATT_STAGE_ACTOR);
    assert_int_equal(e.offset, 3);
    assert_non_null(e.msg);
    assert_int_equal(f.kb->faults, 2);
    assert_non_null(find(f.kb, "Good League", ATT_KB_ORG));
    assert_non_null(find(f.kb, "Second League", ATT_KB_ORG));
    (void)close_kb(&s);
}

/* The line is that of the file that is added, not of an earlier faulty one. */
static void test_kb__add_two_faulty(void **state)
{
    (void)state;
    fixture f;
    void *s = &f;
    att_arena_init(&f.arena, (size_t)1 << 30);
    f.kb = att_kb_open(&f.arena);
    (void)att_kb_add(f.kb, &f.arena, "one.txt", ATT_LIT("# kind: orgs\nbad line\n"));
    att_err e = att_kb_add(f.kb, &f.arena, "two.txt", ATT_LIT("# kind: orgs\nGood League | GL | FIN | NGO | - | -\n\nbad line\n"));
    (void)close_kb(&s);
    assert_int_equal(e.code, ATT_E_LEXICON);
    assert_int_equal(e.offset, 4);
}

static void test_kb__add_without_kind(void **state)
{
    (void)state;
    fixture f;
    void *s = &f;
    att_arena_init(&f.arena, (size_t)1 << 30);
    f.kb = att_kb_open(&f.arena);
    static const char *const T[] = {"Ada Korhola | - | FIN | GOV | - | - | -\n", "# kind: planets\nMars | - | - | - | - | -\n", "",
                                    "# my file\nAda Korhola | - | FIN | GOV | - | - | -\n# kind: persons\n"};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        att_err e = att_kb_add(f.kb, &f.arena, "mine.txt", att_slice_of(T[i]));
        assert_int_equal(e.code, ATT_E_LEXICON);
        assert_int_equal(e.offset, 1);
        assert_non_null(strstr(e.msg, "kind:"));
    }
    assert_null(find(f.kb, "Ada Korhola", ATT_KB_PERSON));
    (void)close_kb(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_kb__fold), TEST(test_kb__fold_limits), TEST(test_kb__one_key_for_all_spellings), TEST(test_kb__capitals), TEST(test_kb__offices_by_date),
        TEST(test_kb__nobody_in_office), TEST(test_kb__countries), TEST(test_kb__roles), TEST(test_kb__no_faults), TEST(test_kb__add), TEST(test_kb__add_faulty),
        TEST(test_kb__add_two_faulty), TEST(test_kb__add_without_kind),
    };
    return cmocka_run_group_tests(tests, open_kb, close_kb);
}
