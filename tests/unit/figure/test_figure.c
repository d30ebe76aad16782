#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "figure/figure.h"
#include "support/words.h"

/* A sentence in short: words as form/UPOS, or form/UPOS/head/deprel; "_" before a word glues it to the one before. */
static char *conllu(const char *line)
{
    char *out = calloc(1, strlen(line) * 8 + 64), *p = out;
    att_slice rest = att_slice_of(line), w;
    int id = 1;
    while (att_split(&rest, ' ', &w)) {
        att_slice f[4] = {{0}};
        for (int k = 0; k < 4 && w.len; k++)
            if (!att_split(&w, '/', &f[k])) break;
        bool glue = rest.len && rest.ptr[0] == '_' && rest.len > 1 && rest.ptr[1] != '/';
        if (f[0].len > 1 && f[0].ptr[0] == '_') f[0] = att_sub(f[0], 1, f[0].len);
        p += sprintf(p, "%d\t%.*s\t_\t%.*s\t_\t_\t%.*s\t%.*s\t_\t%s\n", id++, (int)f[0].len, f[0].ptr, (int)f[1].len, f[1].len ? f[1].ptr : "",
                     (int)f[2].len, f[2].len ? f[2].ptr : "", (int)f[3].len, f[3].len ? f[3].ptr : "", glue ? "SpaceAfter=No" : "_");
    }
    return out;
}

/* Figures of the sentence, as "text low..high bound unit", joined by "; ". */
static void check(const char *line, const char *want)
{
    static const char *const BOUNDS[] = {"exact", "about", "at least", "at most"};
    char *c = conllu(line), got[1024] = "";
    att_test_doc d;
    test_doc_conllu(&d, c);
    att_figures_find(&d.doc);
    size_t at = 0;
    for (uint32_t i = 1; i < d.doc.figures.n; i++) {
        const att_figure *g = &d.doc.figures.at[i];
        att_slice s = att_cut(&d.doc, g->span);
        at += (size_t)snprintf(got + at, sizeof got - at, "%s%.*s ", i > 1 ? "; " : "", (int)s.len, s.ptr);
        if (g->has_low) at += (size_t)snprintf(got + at, sizeof got - at, "%.10g", g->low);
        at += (size_t)snprintf(got + at, sizeof got - at, "..");
        if (g->has_high) at += (size_t)snprintf(got + at, sizeof got - at, "%.10g", g->high);
        at += (size_t)snprintf(got + at, sizeof got - at, " %s %.*s", BOUNDS[g->bound], (int)g->unit.len, g->unit.len ? g->unit.ptr : "");
    }
    assert_string_equal(got, want);
    test_doc_release(&d);
    free(c);
}

static void test_figure__numbers(void **state)
{
    (void)state;
    check("140,000/NUM Russian/ADJ troops/NOUN left/VERB", "140,000 Russian troops 140000..140000 exact troops");
    check("two/NUM dozen/NOUN tanks/NOUN", "two dozen tanks 24..24 exact tanks");
    check("three/NUM million/NUM refugees/NOUN fled/VERB", "three million refugees 3000000..3000000 exact refugees");
    check("twenty/NUM _-/PUNCT _five/NUM soldiers/NOUN", "twenty-five soldiers 25..25 exact soldiers");
    check("two/NUM hundred/NUM and/CCONJ fifty/NUM shells/NOUN", "two hundred and fifty shells 250..250 exact shells");
    check("half/DET a/DET million/NUM people/NOUN", "half a million people 500000..500000 exact people");
    check("a/DET hundred/NUM drones/NOUN", "a hundred drones 100..100 exact drones");
    check("2/NUM _m/NOUN people/NOUN fled/VERB", "2m people 2000000..2000000 exact people");
}

static void test_figure__money_percent_measure(void **state)
{
    (void)state;
    check("a/DET $/SYM _2/NUM _bn/NUM deal/NOUN", "$2bn 2000000000..2000000000 exact USD");
    check("$/SYM _5.6/NUM billion/NUM in/ADP aid/NOUN", "$5.6 billion 5600000000..5600000000 exact USD");
    check("about/ADV 500/NUM mln/NUM dlrs/NOUN", "about 500 mln dlrs 500000000..500000000 about USD");
    check("30/NUM per/ADP cent/NOUN of/ADP voters/NOUN", "30 per cent 30..30 exact percent");
    check("grew/VERB 3.5/NUM _%/SYM", "3.5% 3.5..3.5 exact percent");
    check("40/NUM million/NUM shekels/NOUN", "40 million shekels 40000000..40000000 exact ILS");
    check("a/DET 300/NUM _-/PUNCT _km/NOUN range/NOUN", "300-km 300..300 exact kilometers");
    check("the/DET half/NOUN _-/PUNCT _billion/NUM _-/PUNCT _dollar/NOUN estimate/NOUN", "half-billion-dollar 500000000..500000000 exact USD");
}

static void test_figure__ranges(void **state)
{
    (void)state;
    check("between/ADP 130,000/NUM and/CCONJ 150,000/NUM men/NOUN", "between 130,000 and 150,000 men 130000..150000 exact men");
    check("10/NUM _-/PUNCT _15/NUM tanks/NOUN", "10-15 tanks 10..15 exact tanks");
    check("5,000/NUM to/PART 7,000/NUM troops/NOUN", "5,000 to 7,000 troops 5000..7000 exact troops");
    check("$/SYM _5/NUM _-/PUNCT _6/NUM billion/NUM", "$5-6 billion 5000000000..6000000000 exact USD");
}

static void test_figure__bounds(void **state)
{
    (void)state;
    check("More/ADJ than/ADP 270/NUM girls/NOUN vanished/VERB", "More than 270 girls 270.. at least girls");
    check("at/ADP least/ADJ 12/NUM people/NOUN died/VERB", "at least 12 people 12.. at least people");
    check("up/ADP to/ADP 1,000/NUM men/NOUN", "up to 1,000 men ..1000 at most men");
    check("Some/DET 197/NUM girls/NOUN", "Some 197 girls 197..197 about girls");
    check("nearly/ADV 60/NUM jets/NOUN", "nearly 60 jets 60..60 about jets");
    check("fewer/ADJ than/ADP 20/NUM ships/NOUN", "fewer than 20 ships ..20 at most ships");
    check("Thousands/NOUN of/ADP protesters/NOUN marched/VERB", "Thousands of protesters 2000.. at least protesters");
    check("tens/NOUN of/ADP thousands/NOUN of/ADP troops/NOUN", "tens of thousands of troops 20000.. at least troops");
    check("several/ADJ hundred/NUM arrests/NOUN", "several hundred arrests 200.. at least arrests");
    check("100/NUM or/CCONJ more/ADJ tanks/NOUN", "100 or more tanks 100.. at least tanks");
    check("500/NUM _+/SYM fighters/NOUN", "500+ fighters 500.. at least fighters");
    check("anger/NOUN over/ADP/4/case two/NUM/4/nummod deaths/NOUN/1/nmod", "two deaths 2..2 exact deaths");
}

static void test_figure__partitive_and_alone(void **state)
{
    (void)state;
    check("21/NUM of/ADP the/DET schoolgirls/NOUN came/VERB", "21 of the schoolgirls 21..21 exact schoolgirls");
    check("which/PRON killed/VERB five/NUM ,/PUNCT he/PRON said/VERB", "five 5..5 exact ");
    check("the/DET toll/NOUN rose/VERB to/ADP 165/NUM ./PUNCT", "165 165..165 exact ");
    check("more/ADJ than/ADP 1,000/NUM injured/ADJ ./PUNCT", "more than 1,000 injured 1000.. at least people");
    check("two/NUM others/NOUN were/AUX hurt/VERB", "two others 2..2 exact others");
    check("one/NUM soldier/NOUN was/AUX killed/VERB", "one soldier 1..1 exact soldiers");
}

static void test_figure__tree(void **state)
{
    (void)state;
    /* the tree finds the noun behind what the words alone would stop at */
    check("11/NUM/6/nummod newly/ADV/3/advmod built/VERB/6/amod ,/PUNCT/5/punct armed/VERB/6/amod tankers/NOUN/0/root", "11 newly built , armed tankers 11..11 exact tankers");
}

static void test_figure__none(void **state)
{
    (void)state;
    static const char *const T[] = {
        "in/ADP 2014/NUM ,/PUNCT they/PRON left/VERB", "the/DET 2014/NUM invasion/NOUN", "on/ADP Feb./PROPN 7/NUM", "on/ADP 7/NUM February/PROPN",
        "Ivanov/PROPN ,/PUNCT 34/NUM ,/PUNCT said/VERB", "aged/ADJ 34/NUM", "a/DET 21/NUM _-/PUNCT _year/NOUN _-/PUNCT _old/ADJ man/NOUN", "at/ADP 5/NUM p.m./NOUN",
        "at/ADP 0900/NUM GMT/PROPN", "won/VERB 3/NUM _-/PUNCT _1/NUM", "an/DET S/PROPN _-/PUNCT _400/NUM missile/NOUN", "Nord/PROPN Stream/PROPN 2/NUM ./PUNCT",
        "Article/NOUN 5/NUM ./PUNCT", "No./NOUN 10/NUM ./PUNCT", "1/NUM _./PUNCT Stop/VERB", "no/DET one/NUM came/VERB", "one/NUM of/ADP them/PRON",
        "the/DET two/NUM leaders/NOUN met/VERB", "these/DET three/NUM agreed/VERB", "six/NUM _-/PUNCT _party/NOUN talks/NOUN", "two/NUM reasons/NOUN", "the/DET Six/PROPN Day/PROPN War/PROPN",
        "713-853-3989/NUM", "the/DET 23rd/ADJ man/NOUN", "COP27/PROPN", "1/NUM"};
    for (size_t i = 0; i < sizeof T / sizeof *T; i++) check(T[i], "");
}

static void test_figure__dates_are_none(void **state)
{
    (void)state;
    static const struct {
        att_timex_kind kind;
        uint32_t want;
    } T[] = {{ATT_TIMEX_DATE, 1}, {ATT_TIMEX_TIME, 1}, {ATT_TIMEX_DURATION, 2}};
    for (size_t i = 0; i < 3; i++) {
        char *c = conllu("for/ADP six/NUM months/NOUN");
        att_test_doc d;
        test_doc_conllu(&d, c);
        att_timex *x = att_add(&d.doc, timexes);
        x->tok_beg = 2, x->tok_end = 4, x->kind = (uint8_t)T[i].kind;
        att_figures_find(&d.doc);
        assert_int_equal(d.doc.figures.n, T[i].want);
        test_doc_release(&d);
        free(c);
    }
}

static void test_figure__owner_place_date(void **state)
{
    (void)state;
    char *c = conllu("140,000/NUM/3/nummod Russian/ADJ/3/amod troops/NOUN/4/nsubj massed/VERB/0/root near/ADP/6/case Kharkiv/PROPN/4/obl");
    att_test_doc d;
    test_doc_conllu(&d, c);
    att_mention *m = att_add(&d.doc, mentions);
    m->tok_beg = 2, m->tok_end = 3, m->head = 2;
    d.doc.tok_mention[2] = 1;
    att_place *p = att_add(&d.doc, places);
    p->tok_beg = 6, p->tok_end = 7;
    att_figures_find(&d.doc);
    assert_int_equal(d.doc.figures.n, 2);
    const att_figure *g = &d.doc.figures.at[1];
    assert_int_equal(g->of, 1);
    assert_int_equal(g->place, 1);
    assert_int_equal(g->as_of.days.first, ATT_NO_DAY);
    assert_int_equal(g->num_tok, 1);
    assert_int_equal(g->unit_tok, 3);
    test_doc_release(&d);
    free(c);

    c = conllu("21/NUM/2/nummod girls/NOUN/0/root in/ADP/4/case Chibok/PROPN/2/nmod in/ADP/6/case April/PROPN/2/nmod");
    test_doc_conllu(&d, c);
    p = att_add(&d.doc, places);
    p->tok_beg = 4, p->tok_end = 5;
    att_timex *x = att_add(&d.doc, timexes);
    *x = (att_timex){.tok_beg = 6, .tok_end = 7, .kind = ATT_TIMEX_DATE, .value = ATT_LIT("2014-04"), .days = {16161, 16190}};
    att_figures_find(&d.doc);
    assert_int_equal(d.doc.figures.n, 2);
    assert_int_equal(d.doc.figures.at[1].place, 1);
    assert_true(att_is(d.doc.figures.at[1].as_of.value, "2014-04"));
    test_doc_release(&d);
    free(c);
}

/* Any words in any order, with trees that make no sense: nothing breaks, and every figure is a span of its sentence. */
static void test_figure__soup(void **state)
{
    (void)state;
    static const char *const W[] = {"10", "1,000", "2.5", "two", "hundred", "million", "dozens", "tens", "of", "thousands", "a", "half", "-", "_-", "to", "and",
                                    "between", "more", "than", "$", "_bn", "%", "per", "cent", "troops", "Russian", "or", "so", "no.", "the", ",", "(", ")", "one"};
    static const char *const U[] = {"NUM", "NOUN", "ADJ", "ADP", "PUNCT", "SYM", "VERB", "DET", "PROPN", ""};
    uint32_t seed = 11;
    for (int round = 0; round < 3000; round++) {
        char line[1024];
        size_t at = 0;
        for (int i = 0; i < 14; i++) {
            seed = seed * 1664525u + 1013904223u;
            const char *w = W[(seed >> 16) % (sizeof W / sizeof *W)];
            at += (size_t)snprintf(line + at, sizeof line - at, "%s%s/%s/%u/%s", i ? " " : "", i == 0 && *w == '_' ? w + 1 : w,
                                   U[(seed >> 8) % (sizeof U / sizeof *U)], (seed >> 20) % 15, (seed >> 5) & 1 ? "nummod" : "case");
        }
        char *c = conllu(line);
        att_test_doc d;
        test_doc_conllu(&d, c);
        att_figures_find(&d.doc);
        for (uint32_t i = 1; i < d.doc.figures.n; i++) {
            const att_figure *g = &d.doc.figures.at[i];
            assert_true(g->tok_beg >= 1 && g->tok_beg < g->tok_end && g->tok_end <= d.doc.toks.n);
            assert_true(g->num_tok >= g->tok_beg && g->num_tok < g->tok_end);
            assert_true(!g->has_low || !g->has_high || g->low <= g->high);
        }
        test_doc_release(&d);
        free(c);
    }
}

/* "newer < older" of every figure that takes the place of another. */
static void check_series(const char *line, const char *want)
{
    char *c = conllu(line), got[256] = "";
    att_test_doc d;
    test_doc_conllu(&d, c);
    att_figures_find(&d.doc);
    for (att_id i = 1; i < d.doc.figures.n; i++) {
        const att_figure *g = &d.doc.figures.at[i];
        if (!g->supersedes) continue;
        assert_int_equal(d.doc.figures.at[g->supersedes].superseded_by, i);
        size_t at = strlen(got);
        snprintf(got + at, sizeof got - at, "%s%.0f < %.0f %.*s %s", at ? "; " : "", g->low, d.doc.figures.at[g->supersedes].low, (int)(g->unit.len ? g->unit.len : 1), g->unit.len ? g->unit.ptr : "-",
                 g->series_rule);
    }
    assert_string_equal(got, want);
    test_doc_release(&d);
    free(c);
}

static void test_figure__series(void **state)
{
    (void)state;
    check_series("150,000/NUM troops/NOUN ,/PUNCT an/DET increase/NOUN over/ADP the/DET earlier/ADJ 130,000/NUM ./PUNCT", "150000 < 130000 troops UP_EARLIER");
    check_series("deaths/NOUN rose/VERB from/ADP 150/NUM to/ADP 165/NUM ./PUNCT", "165 < 150 - UP_FROM");
    check_series("900/NUM hostages/NOUN ,/PUNCT up/ADV from/ADP 850/NUM ./PUNCT", "900 < 850 hostages UP_FROM");
    check_series("31/NUM soldiers/NOUN died/VERB ,/PUNCT not/PART an/DET initial/ADJ 40/NUM ./PUNCT", "31 < 40 soldiers UP_EARLIER");
    check_series("900/NUM troops/NOUN came/VERB from/ADP 12/NUM countries/NOUN ./PUNCT", ""); /* not the same unit */
    check_series("900/NUM troops/NOUN and/CCONJ 850/NUM troops/NOUN ./PUNCT", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figure__numbers),  cmocka_unit_test(test_figure__money_percent_measure),
        cmocka_unit_test(test_figure__ranges),   cmocka_unit_test(test_figure__bounds),
        cmocka_unit_test(test_figure__partitive_and_alone), cmocka_unit_test(test_figure__tree),
        cmocka_unit_test(test_figure__none),     cmocka_unit_test(test_figure__dates_are_none),
        cmocka_unit_test(test_figure__owner_place_date), cmocka_unit_test(test_figure__soup),
        cmocka_unit_test(test_figure__series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
