/* test_lookup.c: names in other spellings, by date; the linter for lexicons; PETRARCH dictionaries. */
#include "support/cm.h"

#include <stdio.h>
#include <stdlib.h>

#include "actor/petrarch.h"
#include "actor/similar.h"
#include "actor/spelling.h"
#include "base/civil.h"

typedef struct {
    att_arena arena, scratch;
    att_kb *kb;
} fixture;

static int open_kb(void **state)
{
    static fixture f;
    att_arena_init(&f.arena, (size_t)1 << 30);
    att_arena_init(&f.scratch, (size_t)1 << 30);
    f.kb = att_kb_open(&f.arena);
    *state = &f;
    return 0;
}

static int close_kb(void **state)
{
    att_arena_release(&((fixture *)*state)->arena);
    att_arena_release(&((fixture *)*state)->scratch);
    return 0;
}

static att_day day_of(const char *s)
{
    att_day first = ATT_NO_DAY, last;
    if (s) assert_true(att_parse_iso(att_slice_of(s), &first, &last));
    return first;
}

/* "Muammar Gaddafi LBY leader" of the first answer, or "nobody" */
static void check_lookup(const fixture *f, const char *name, const char *day, const char *want)
{
    att_found found[ATT_FOUND_MAX];
    char have[200] = "nobody";
    if (att_kb_lookup(f->kb, att_slice_of(name), day_of(day), found)) {
        const att_kb_entry *e = &f->kb->entries.at[found[0].entry];
        (void)snprintf(have, sizeof have, "%.*s %.*s %.*s", (int)e->name.len, e->name.ptr, (int)e->code.len, e->code.ptr, (int)e->office.len, e->office.len ? e->office.ptr : "");
    }
    if (strcmp(have, want) != 0) fail_msg("%s on %s: %s, not %s", name, day ? day : "no day", have, want);
}

static void test_lookup__names(void **state)
{
    static const char *const T[][3] = {
        {"Olaf Scholz", "2022-02-14", "Olaf Scholz DEU chancellor"},
        {"Selenskyj", "2022-02-14", "Volodymyr Zelensky UKR president"},
        {"Zelenskiy", "2022-02-14", "Volodymyr Zelensky UKR president"},
        {"Khadafy", "1986-04-15", "Muammar Gaddafi LBY leader"},
        {"Moamar Qadhafi", "1986-04-15", "Muammar Gaddafi LBY leader"},
        {"Netanyahoo", "2010-01-01", "Benjamin Netanyahu ISR prime minister"},
        {"Angela Merkle", "2010-01-01", "Angela Merkel DEU chancellor"},
        {"Barak Obama", "2010-01-01", "Barack Obama USA president"},
        {"Boris Jeltsin", "1995-01-01", "Boris Yeltsin RUS president"},
        {"Tchernomyrdin", "1995-01-01", "Viktor Chernomyrdin RUS prime minister"},
        {"Milosevitch", "1995-01-01", "Slobodan Milošević SRB president"},
        {"Hu Jin Tao", "2006-01-01", "Hu Jintao CHN president"},
        {"Perez de Cuellar", "1988-01-01", "Javier Pérez de Cuéllar IGO:UN secretary general"},
        {"Zia ul Hak", "1984-01-01", "Muhammad Zia-ul-Haq PAK president"},
        {"Uffe Elleman-Jensen", "1990-01-01", "Uffe Ellemann-Jensen DNK foreign minister"},
        {"Prachanda", "2008-12-01", "Pushpa Kamal Dahal NPL prime minister"},
        {"Xbamagga", "2008-12-01", "nobody"}, {"", NULL, "nobody"}, {"...", NULL, "nobody"}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) check_lookup(*state, T[i][0], T[i][1], T[i][2]);
}

/* Some 1,140 names of all continents and decades, misspelt as they are (tests/unit/actor/lookup.txt). */
static void test_lookup__table(void **state)
{
    static char text[200000];
    FILE *f = fopen("tests/unit/actor/lookup.txt", "rb");
    if (!f) fail_msg("tests/unit/actor/lookup.txt: not there");
    att_slice rest = {text, (uint32_t)fread(text, 1, sizeof text, f)}, line;
    assert_true(fclose(f) == 0 && rest.len < sizeof text);
    uint32_t rows = 0;
    while (att_split(&rest, '\n', &line)) {
        char asked[100], day[20], name[100], code[20], office[60], want[200];
        char row[300];
        if (line.len == 0 || line.ptr[0] == '#') continue;
        (void)snprintf(row, sizeof row, "%.*s", (int)line.len, line.ptr);
        assert_int_equal(sscanf(row, "%99[^|]| %19[^ ] | %99[^|]| %19[^ ] | %59[^\n]", asked, day, name, code, office), 5);
        asked[strlen(asked) - 1] = name[strlen(name) - 1] = '\0'; /* the space before the bar */
        (void)snprintf(want, sizeof want, "%s %s %s", name, strcmp(code, "-") == 0 ? "" : code, office);
        check_lookup(*state, asked, day, want);
        rows++;
    }
    assert_true(rows > 1100);
}

/* In an article nobody looks: other people bear nearly the same names. */
static void test_lookup__similar(void **state)
{
    static const struct {
        const char *name;
        bool found;
    } T[] = {{"Viktor Yanukovich", true}, {"Felipe Calderonn", true}, {"James Barker", false}, {"Jim Rozich", false}, {"David Boren", false}, {"Angel Correa", false}, {"Obama", false}};
    const fixture *f = *state;
    for (size_t i = 0; i < sizeof T / sizeof *T; i++)
        if ((att_kb_similar(f->kb, att_slice_of(T[i].name), day_of("2012-01-01")) != 0) != T[i].found) fail_msg("%s", T[i].name);
}

static void test_lookup__skeleton(void **state)
{
    (void)state;
    static const char *const T[][2] = {{"zelensky", "selenskyj"}, {"gaddafi", "khadafy"}, {"yeltsin", "jelzin"}, {"fox", "foks"}, {"lavrov", "lawrow"}, {"milosevic", "milosevitch"}, {"dzhokhar", "jokhar"}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        char a[ATT_SIMILAR_WORD], b[ATT_SIMILAR_WORD];
        uint32_t n = att_skeleton(att_slice_of(T[i][0]), a), m = att_skeleton(att_slice_of(T[i][1]), b);
        if (n != m || memcmp(a, b, n) != 0) fail_msg("%s %.*s, %s %.*s", T[i][0], (int)n, a, T[i][1], (int)m, b);
    }
    assert_int_equal(att_letters_apart(ATT_LIT("merkel"), ATT_LIT("merkle"), 3), 1);
    assert_int_equal(att_letters_apart(ATT_LIT("kitten"), ATT_LIT("sitting"), 3), 3);
    assert_int_equal(att_letters_apart(ATT_LIT("kitten"), ATT_LIT("sitting"), 2), 3);
    assert_int_equal(att_letters_apart(ATT_LIT(""), ATT_LIT(""), 2), 0);
}

static void test_lookup__surname(void **state)
{
    static const struct {
        const char *name, *code, *surname;
        bool common;
    } T[] = {{"Xi Jinping", "CHN", "Xi", true}, {"Kim Jong-un", "PRK", "Kim", true}, {"Ban Ki-moon", "IGO:UN", "Ban", true}, {"Jimmy Lai", "HKG", "Lai", true},
             {"Jim Yong Kim", "IGO:WB", "Kim", true}, {"Lee Rhiannon", "AUS", "Rhiannon", false}, {"Angela Merkel", "DEU", "Merkel", false}, {"Wiranto", "IDN", "Wiranto", false}};
    const fixture *f = *state;
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        bool common;
        att_slice s = att_kb_surname(f->kb, att_slice_of(T[i].name), att_slice_of(T[i].code), &common);
        if (!att_is(s, T[i].surname) || common != T[i].common) fail_msg("%s: %.*s", T[i].name, (int)s.len, s.ptr);
    }
}

static void test_lookup__spelling(void **state)
{
    static const char *const T[][3] = {{"german", "schirinowski", "shirinovski"}, {"german", "chruschtschow", "khrushchov"}, {"french", "jirinovski", "zhirinovski"},
                                       {"french", "poutine", "putin"}, {"french", "poutine vladimir", "putin vladimir"}, {"french", "clinton", ""}, {"klingon", "schmidt", ""}};
    static const char *const BARE[][2] = {{"crown prince abdullah", "abdullah"}, {"daw suu kyi", "suu kyi"}, {"general", "general"}, {"angela merkel", "angela merkel"}};
    const fixture *f = *state;
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        char out[ATT_FOLD_MAX];
        uint32_t n = att_spell(f->kb, att_slice_of(T[i][1]), att_slice_of(T[i][0]), out);
        if (n != strlen(T[i][2]) || memcmp(out, T[i][2], n) != 0) fail_msg("%s %s: %.*s", T[i][0], T[i][1], (int)n, out);
    }
    for (size_t i = 0; i < sizeof BARE / sizeof *BARE; i++) assert_true(att_is(att_untitled(f->kb, att_slice_of(BARE[i][0])), BARE[i][1]));
}

/* ---- the linter ---- */

typedef struct {
    char out[1000];
} faults;

static bool note(void *ctx, uint32_t line, const char *what, const char *cure)
{
    faults *f = ctx;
    size_t n = strlen(f->out);
    assert_true(cure && *cure);
    (void)snprintf(f->out + n, sizeof f->out - n, "%u %s;", line, what);
    return true;
}

static void check_lint(const fixture *f, const char *name, const char *text, const char *want)
{
    faults got = {""};
    (void)att_lexicon_check(f->kb, (att_arena *)&f->scratch, name, att_slice_of(text), note, &got);
    if (strcmp(got.out, want) != 0) fail_msg("%s\nhave %s\nwant %s", text, got.out, want);
}

static void test_lookup__lint(void **state)
{
    const fixture *f = *state;
    static const char *const T[][2] = {
        {"# kind: persons\nAda Korhola | - | FIN | GOV | president | 2001 | 2004\n", ""},
        {"# kind: persons\nAda Korhola | - | FIX | GOV | president | 2001 | 2004\n", "2 unknown country code 'FIX';"},
        {"# kind: persons\nAda Korhola | - | FIN | GOF | president | 2001 | 2004\n", "2 unknown sector 'GOF';"},
        {"# kind: persons\nAda Korhola | - | FIN | GOV | president | 2005 | 2004\n", "2 ends before it begins;"},
        {"# kind: persons\nAda Korhola | - | FIN | GOV | president | soon | 2004\n", "2 'soon' is no date;"},
        {"# kind: persons\nAda Korhola | - | FIN | GOV | president\n", "2 too few fields (separated by ' | ');"},
        {"# kind: persons\nA B | - | FIN | GOV | president | 2001-01-01 | 2004-05-05\nA B | - | FIN | GOV | president | 2003-01-01 | 2006-01-01\n", "3 the dates overlap those of line 2;"},
        {"# kind: persons\nA B | - | FIN | GOV | president | 2001 | 2004\nA B | - | FIN | GOV | president | 2004 | 2006\n", ""},
        {"# kind: persons\nA B | - | FIN | GOV | - | - | -\n\nA B | - | FIN | GOV | - | - | -\n", "4 the same row as line 2;"},
        {"# kind: orgs\nL\xF6we | - | DEU | BUS | - | -\n", "2 not UTF-8;"},
        {"# kind: orgs\n- | - | DEU | BUS | - | -\n", "2 the first field is empty;"},
        {"# kind: planets\nMars | -\n", "1 it does not say what it holds;"},
        {"", "1 it does not say what it holds;"},
        {"HAMAS [PSEREB]\nBEN_ALI_ [TUNGOV 871107-110114]\n\t[TUNELI > 110114]\n", ""},
        {"HAMAS [PSEREB\n", "1 it does not say what it holds;"},
        {"HAMAS [PSEREB]\nBEN_ALI [TUNGOV 871307-110114]\nX [FRA\n", "2 the dates of a code can't be read;3 a [ without its ];"},
    };
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) check_lint(f, "mine.txt", T[i][0], T[i][1]);
    check_lint(f, "data/actors/orgs.txt", "Good League | GL | FIN | NGO | - | -\n", "");
}

/* ---- PETRARCH ---- */

static const char ACTORS[] = "<!-- a dictionary\n of two lines -->\nKORHOLAND_ [KHL]  # invented\n+KORHOLANDIC\n"
                             "HALDOR_BREKKEMO_ ;comment\n\t[KHLGOV 19980101-20031231]\n\t[KHLELI >20040101]\nLEAGUE_OF_LAKES [IGOUNO]\nNOBODY [---]\n";
static const char AGENTS[] = "!PEOPLE! = MAN, WOMEN\nGRAND_WARDEN [~GOV]\nSHEEP {} [~AGR]\nFERRY!PEOPLE! [~LAB]\nOX {OXEN} [~MED]\n";

static void check_entry(const fixture *f, const char *phrase, const char *day, const char *want)
{
    char have[100] = "none";
    att_day d = day_of(day);
    for (uint32_t i = att_kb_find(f->kb, att_slice_of(phrase)); i; i = f->kb->entries.at[i].next) {
        const att_kb_entry *e = &f->kb->entries.at[i];
        if (day && (e->from > d || d > e->to)) continue;
        (void)snprintf(have, sizeof have, "%.*s %.*s", (int)e->code.len, e->code.len ? e->code.ptr : "", (int)e->sector.len, e->sector.len ? e->sector.ptr : "");
        break;
    }
    if (strcmp(have, want) != 0) fail_msg("%s: %s, not %s", phrase, have, want);
}

static void test_lookup__petrarch(void **state)
{
    fixture *f = *state;
    assert_int_equal(att_kb_add(f->kb, &f->arena, "actors.txt", att_slice_of(ACTORS)).code, ATT_OK);
    assert_int_equal(att_kb_add(f->kb, &f->arena, "agents.txt", att_slice_of(AGENTS)).code, ATT_OK);
    check_entry(f, "korholand", NULL, "KHL GOV");
    check_entry(f, "korholandic", NULL, "KHL GOV");
    check_entry(f, "haldor brekkemo", "2000-05-05", "KHL GOV");
    check_entry(f, "haldor brekkemo", "2010-05-05", "KHL ELI");
    check_entry(f, "haldor brekkemo", "1990-05-05", "none");
    check_entry(f, "league of lakes", NULL, "IGO:UN IGO");
    check_entry(f, "nobody", NULL, "none");
    check_entry(f, "grand warden", NULL, " GOV");
    check_entry(f, "grand wardens", NULL, " GOV");
    check_entry(f, "ferry women", NULL, " LAB");
    check_entry(f, "oxen", NULL, " JRN");
}

static void test_lookup__cameo(void **state)
{
    const fixture *f = *state;
    static const char *const T[][3] = {{"USAGOV", "USA", "GOV"}, {"USA", "USA", "GOV"}, {"PSEREBHMS", "PSE", "REB"}, {"IGONAT", "IGO:NATO", "IGO"}, {"NGO", "", "NGO"},
                                       {"KSVGOV", "XKX", "GOV"}, {"MNC", "", "BUS"}, {"US", "", ""}, {"", "", ""}, {"GBRMED", "GBR", "JRN"}};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) {
        att_slice state_code, sector;
        att_cameo_code(f->kb, att_slice_of(T[i][0]), &state_code, &sector);
        if (!att_is(state_code, T[i][1]) || !att_is(sector, T[i][2])) fail_msg("%s", T[i][0]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_lookup__names, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__table, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__similar, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__skeleton, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__surname, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__spelling, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__lint, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__petrarch, open_kb, close_kb),
        cmocka_unit_test_setup_teardown(test_lookup__cameo, open_kb, close_kb),
    };
    return cmocka_run_group_tests_name("actor/lookup", tests, NULL, NULL);
}
