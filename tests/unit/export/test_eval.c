/* Coded records against gold: the five levels, alternatives, optional gold, confusions, errors, the bootstrap. Counts worked out by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

#include "export/eval.h"

typedef struct {
    att_arena arena;
    att_eval e;
    att_eval_score s[ATT_EVAL_COUNT];
} fixture;

static void open_eval(fixture *f)
{
    *f = (fixture){0};
    att_arena_init(&f->arena, 1 << 26);
    f->e.arena = &f->arena;
}

/* An event of document d at bytes [at, at + 5) in the sentence [0, 100); more is pasted in. */
static void say(fixture *f, bool gold, int at, const char *type, const char *actor, const char *recipient, const char *status, const char *more)
{
    char line[1024];
    snprintf(line, sizeof line,
             "{\"type\":\"event\",\"doc\":\"news/d.txt\",\"sentence\":[0,100],\"event_type\":\"%s\",\"status\":\"%s\",\"trigger\":{\"text\":\"w\",\"span\":[%d,%d]},"
             "\"actors\":[%s%s%s],\"recipients\":[%s%s%s]%s}",
             type, status, at, at + 5, *actor ? "{\"code\":\"" : "", actor, *actor ? "\"}" : "", *recipient ? "{\"code\":\"" : "", recipient,
             *recipient ? "\"}" : "", more);
    att_eval_line(&f->e, att_slice_of(line), gold);
}

static void score(fixture *f) { att_eval_scores(&f->e, f->s); }

static void same(const fixture *f, att_eval_level l, uint32_t right, uint32_t gold, uint32_t system, uint32_t excused)
{
    const att_eval_count *n = &f->s[l].n;
    if (n->right != right || n->gold != gold || n->system != system || n->excused != excused)
        fail_msg("level %d: %u right, %u gold, %u system, %u excused", l, n->right, n->gold, n->system, n->excused);
}

static void test_eval__levels(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    static const char DAY[] = ",\"date\":{\"value\":\"2022-02\"},\"place\":{\"name\":\"Kyiv\",\"country\":\"UKR\",\"lat\":50.45,\"lon\":30.52}";
    say(&f, true, 10, "ASSAULT", "RUS", "UKR", "occurred", DAY);
    say(&f, true, 30, "CONSULT", "USA", "", "planned", "");
    say(&f, true, 50, "AID", "POL", "UKR", "occurred", "");
    say(&f, false, 10, "ASSAULT", "RUS", "UKR", "ongoing", ",\"date\":{\"value\":\"2022-02-24\"},\"place\":{\"name\":\"Boryspil\",\"country\":\"UKR\",\"lat\":50.35,\"lon\":30.95}");
    say(&f, false, 30, "CONSULT", "USA", "DEU", "planned", "");
    say(&f, false, 50, "AID", "POL", "UKR", "negated", "");
    score(&f);
    same(&f, ATT_EVAL_TYPE, 3, 3, 3, 0);
    same(&f, ATT_EVAL_DYAD, 2, 3, 3, 0);
    same(&f, ATT_EVAL_STATUS, 1, 3, 3, 0);
    same(&f, ATT_EVAL_DATE, 1, 1, 1, 0);
    same(&f, ATT_EVAL_PLACE, 1, 1, 1, 0);
    assert_float_equal(f.s[ATT_EVAL_DYAD].f1, 2.0 / 3, 1e-6);
    att_arena_release(&f.arena);
}

static void test_eval__alternatives(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    say(&f, true, 10, "COERCE", "IRN", "", "occurred", ",\"alt\":{\"event_type\":[\"ASSAULT\"],\"dyads\":[{\"actors\":[],\"recipients\":[\"GBR\"]}],\"status\":[\"alleged\"]}");
    say(&f, true, 30, "ACCUSE", "FRA", "MLI", "occurred", ",\"weight\":\"optional\"");
    say(&f, false, 10, "ASSAULT", "", "GBR", "denied", "");
    say(&f, false, 30, "ACCUSE", "DEU", "MLI", "occurred", "");
    score(&f);
    same(&f, ATT_EVAL_TYPE, 1, 1, 2, 1);
    same(&f, ATT_EVAL_STATUS, 1, 1, 2, 1);
    att_arena_release(&f.arena);
}

/* One gold event takes one system event; the matching is maximal, not greedy. */
static void test_eval__maximum_matching(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    say(&f, true, 10, "ASSAULT", "RUS", "", "occurred", ",\"alt\":{\"event_type\":[\"COERCE\"]}");
    say(&f, true, 30, "ASSAULT", "RUS", "", "occurred", "");
    say(&f, false, 50, "ASSAULT", "RUS", "", "occurred", "");
    say(&f, false, 70, "COERCE", "RUS", "", "occurred", "");
    score(&f);
    same(&f, ATT_EVAL_TYPE, 2, 2, 2, 0);
    att_arena_release(&f.arena);
}

static void test_eval__codes_of_bodies(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    say(&f, true, 10, "AID", "IGO:EU", "UKR", "occurred", "");
    say(&f, false, 10, "AID", "eur", "UKR", "occurred", "");
    score(&f);
    same(&f, ATT_EVAL_DYAD, 1, 1, 1, 0);
    att_arena_release(&f.arena);
}

static void test_eval__confusion_and_errors(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    say(&f, true, 10, "ASSAULT", "RUS", "UKR", "occurred", "");
    say(&f, true, 30, "ACCUSE", "RUS", "UKR", "occurred", "");
    say(&f, true, 50, "AID", "POL", "UKR", "occurred", "");
    say(&f, false, 10, "COERCE", "RUS", "UKR", "occurred", ",\"confidence\":0.5");
    say(&f, false, 50, "AID", "DEU", "UKR", "occurred", ",\"confidence\":0.9");
    say(&f, false, 70, "PROTEST", "BEL", "", "occurred", ",\"confidence\":0.7");
    att_eval_confusion c;
    att_eval_confuse(&f.e, &c);
    assert_int_equal(c.at[ATT_ASSAULT][ATT_COERCE], 1);
    assert_int_equal(c.at[ATT_ACCUSE][0], 1);
    assert_int_equal(c.at[0][ATT_PROTEST], 1);
    assert_int_equal(c.at[ATT_AID][ATT_AID], 1);
    const att_eval_error *x;
    assert_int_equal(att_eval_errors(&f.e, &x), 4);
    assert_int_equal(x[0].kind, ATT_EVAL_ACTORS);
    assert_int_equal(x[1].kind, ATT_EVAL_SPURIOUS);
    assert_int_equal(x[2].kind, ATT_EVAL_CONFUSED);
    assert_int_equal(x[3].kind, ATT_EVAL_MISSED);
    att_arena_release(&f.arena);
}

static void test_eval__bootstrap(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    for (int d = 0; d < 20; d++) {
        char line[256];
        for (int gold = 1; gold >= 0; gold--) {
            snprintf(line, sizeof line, "{\"type\":\"event\",\"doc\":\"d%d\",\"sentence\":[0,9],\"event_type\":\"%s\",\"status\":\"occurred\",\"trigger\":{\"span\":[1,2]}}", d,
                     gold || d % 2 ? "AID" : "ACCUSE");
            att_eval_line(&f.e, att_slice_of(line), gold == 1);
        }
    }
    score(&f);
    const att_eval_score *s = &f.s[ATT_EVAL_TYPE];
    assert_float_equal(s->f1, 0.5, 1e-9);
    assert_true(s->low > 0.2 && s->low < 0.4 && s->high > 0.6 && s->high < 0.8);
    double low = s->low;
    score(&f);
    assert_true(f.s[ATT_EVAL_TYPE].low == low);
    att_arena_release(&f.arena);
}

static void test_eval__strange_lines(void **state)
{
    (void)state;
    fixture f;
    open_eval(&f);
    static const char *const LINES[] = {"", "x", "[1]", "{}", "{\"type\":\"event\"}", "{\"type\":\"event\",\"doc\":7}", "{\"type\":\"event\",\"doc\":\"d\",\"trigger\":{\"span\":[5,1]},\"actors\":{}}",
                                        "{\"type\":\"event\",\"doc\":\"d\",\"alt\":{\"any\":[3],\"dyads\":[null]},\"date\":[]}", NULL};
    for (int i = 0; LINES[i]; i++) att_eval_line(&f.e, att_slice_of(LINES[i]), true);
    for (int i = 0; LINES[i]; i++) att_eval_line(&f.e, att_slice_of(LINES[i]), false);
    score(&f);
    assert_int_equal(f.e.faults, 4);
    assert_int_equal(f.e.halves, 4); /* without type or place: left out on both sides */
    same(&f, ATT_EVAL_TYPE, 0, 0, 0, 0);
    att_arena_release(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_eval__levels), cmocka_unit_test(test_eval__alternatives), cmocka_unit_test(test_eval__maximum_matching),
        cmocka_unit_test(test_eval__codes_of_bodies), cmocka_unit_test(test_eval__confusion_and_errors), cmocka_unit_test(test_eval__bootstrap),
        cmocka_unit_test(test_eval__strange_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
