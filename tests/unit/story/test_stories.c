/* Sketches, stories, rewrites, happenings: on texts that were written for these tests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/civil.h"
#include "story/fold.h"
#include "story/happenings.h"
#include "story/rewrite.h"
#include "story/stories.h"

static att_arena arena;
static att_story_words words;

static const char QUAKE_A[] = "A strong earthquake shook the island of Samora on Monday and destroyed the harbour of Port Lindel. Governor Ada Mirek said that 42 "
                              "people were missing. Rescue teams from the capital searched the rubble of the fish market. "
                              "Ferries to Ostrel were cancelled until Friday. The tremor was felt as far away as Kandor, 300 kilometres to the north.";
static const char QUAKE_B[] = "Rescuers searched for survivors in Port Lindel after an earthquake hit Samora. At least 42 people were missing, Governor Mirek said. "
                              "Both the fish market and the quays lay in ruins. "
                              "It was the worst disaster in the region since 1974. The army flew in tents and two field hospitals, and neighbouring Ostrel offered doctors.";
static const char VOTE[] = "Lawmakers in Trenova rejected the pension bill of Prime Minister Goran Hale by 61 votes to 58. The opposition Green Alliance called for new "
                           "elections. Hale said that he would not resign.";

static att_sketch sketch(const char *title, const char *text)
{
    att_sketch s;
    att_sketch_of(&words, &arena, att_slice_of(title), att_slice_of(text), &s, NULL);
    return s;
}

/* Cosine of two sketches. */
static double product(const uint32_t *a, uint32_t na, const uint32_t *b, uint32_t nb)
{
    double sum = 0;
    for (uint32_t i = 0, k = 0; i < na && k < nb;) {
        uint32_t x = att_term_key(a[i]), y = att_term_key(b[k]);
        if (x == y) sum += (double)att_term_weight(a[i]) * (double)att_term_weight(b[k]);
        i += x <= y;
        k += y <= x;
    }
    return sum;
}

static double like(const att_sketch *a, const att_sketch *b) { return product(a->terms, a->n, b->terms, b->n); }

static void test_fold__stems_and_marks(void **state)
{
    (void)state;
    att_folded w;
    uint32_t at = 0;
    att_slice text = ATT_LIT("Russia’s armies\xC2\xAD talked: ENFORCING");
    assert_true(att_fold_next(text, &at, &w));
    assert_true(att_is(att_fold_stem(&w), "russia") && w.capital && !w.number);
    assert_true(att_fold_next(text, &at, &w));
    assert_true(att_is(att_fold_stem(&w), "army") && !w.capital);
    assert_true(att_fold_next(text, &at, &w));
    assert_true(att_is(att_fold_stem(&w), "talk"));
    assert_true(att_fold_next(text, &at, &w));
    assert_true(att_is(att_fold_stem(&w), "enforc"));
    assert_false(att_fold_next(text, &at, &w));
    at = 0;
    assert_true(att_fold_next(ATT_LIT("2022s 2022"), &at, &w) && !w.number);
    assert_true(att_fold_next(ATT_LIT("2022s 2022"), &at, &w) && w.number && att_is(att_fold_stem(&w), "2022"));
}

static void test_words__common_words_weigh_less(void **state)
{
    (void)state;
    assert_true(att_word_rarity(&words, ATT_LIT("government")) < att_word_rarity(&words, ATT_LIT("earthquak")));
    assert_true(att_word_rarity(&words, ATT_LIT("earthquak")) < att_word_rarity(&words, ATT_LIT("lindelish")));
}

static void test_sketch__likeness(void **state)
{
    (void)state;
    att_sketch a = sketch("Quake on Samora", QUAKE_A), b = sketch("Samora searches", QUAKE_B), v = sketch("Bill fails", VOTE);
    assert_true(like(&a, &a) > 0.97 && like(&a, &a) < 1.03);
    assert_true(like(&a, &b) > 0.3);
    assert_true(like(&a, &v) < 0.05);
    att_sketch none = sketch("", "");
    assert_int_equal(none.n, 0);
}

static att_story_item item(const att_sketch *s, att_day day) { return (att_story_item){.terms = s->terms, .n = s->n, .day = day}; }

static void test_stories__same_story_other_story(void **state)
{
    (void)state;
    att_sketch a = sketch("Quake on Samora", QUAKE_A), b = sketch("Samora searches", QUAKE_B), v = sketch("Bill fails", VOTE);
    const att_story_item items[] = {item(&a, 100), item(&v, 100), item(&b, 101)};
    uint32_t story[3];
    assert_true(att_stories_find(items, 3, 2, story));
    assert_int_equal(story[0], 0);
    assert_int_equal(story[1], 1);
    assert_int_equal(story[2], 0);
}

static void test_stories__likeness_fades(void **state)
{
    (void)state;
    att_sketch a = sketch("Quake on Samora", QUAKE_A), b = sketch("Samora searches", QUAKE_B);
    att_story_item items[] = {item(&a, 100), item(&b, 100 + ATT_STORY_MAX_GAP + 1)};
    uint32_t story[2];
    assert_true(att_stories_find(items, 2, 2, story));
    assert_int_equal(story[1], 1);
    items[1].day = ATT_NO_DAY; /* a day that is not known keeps nothing apart */
    assert_true(att_stories_find(items, 2, 2, story));
    assert_int_equal(story[1], 0);
}

static void test_stories__pins_and_seeds(void **state)
{
    (void)state;
    att_sketch a = sketch("Quake on Samora", QUAKE_A), b = sketch("Samora searches", QUAKE_B), v = sketch("Bill fails", VOTE);
    att_story_item items[] = {item(&a, 100), item(&b, 100), item(&v, 101)};
    uint32_t story[3];
    items[0].pin = 1;
    items[1].pin = 2;
    assert_true(att_stories_find(items, 3, 2, story));
    assert_int_equal(story[1], 1); /* kept apart by hand */
    items[1].pin = 0;
    items[2].pin = 1;
    assert_true(att_stories_find(items, 3, 2, story));
    assert_int_equal(story[2], 0); /* put together by hand */
    assert_int_equal(story[1], 0);
    items[0].pin = items[2].pin = 0;
    items[0].seed = items[2].seed = 7;
    assert_true(att_stories_find(items, 3, 2, story));
    assert_int_equal(story[2], 0);
}

/* Two thousand articles of two hundred made-up matters: all found, in any order of the articles of a day. */
static void test_stories__many(void **state)
{
    (void)state;
    enum { MATTERS = 200, EACH = 10, N = MATTERS * EACH };
    att_story_item *items = calloc(N, sizeof *items);
    uint32_t *story = calloc(N, sizeof *story), wrong = 0;
    for (uint32_t i = 0; i < N; i++) {
        char text[512];
        uint32_t m = i % MATTERS, v = i / MATTERS;
        snprintf(text, sizeof text, "Zorb%u Quar%u met Vint%u in Lome%u. The plimf%u of ressel%u and dorn%u was signed; tarv%u said.", m, m, m, m, m, m, m, v * 1000 + m);
        att_sketch *s = att_new(&arena, att_sketch, 1);
        att_sketch_of(&words, &arena, ATT_LIT(""), att_slice_of(text), s, NULL);
        items[i] = item(s, (att_day)(100 + v));
    }
    assert_true(att_stories_find(items, N, 2, story));
    for (uint32_t i = 0; i < N; i++) wrong += story[i] != i % MATTERS;
    assert_int_equal(wrong, 0);
    free(items);
    free(story);
}

typedef struct {
    uint64_t sum;
    uint32_t n, last;
    bool ordered;
} seen_pairs;

static bool see(void *ctx, uint32_t j, uint32_t i, double likeness)
{
    seen_pairs *p = ctx;
    p->sum = att_hash2(att_hash2(p->sum + j, i), (uint64_t)(likeness * 1e12));
    p->ordered &= i >= p->last && j < i;
    p->last = i;
    p->n++;
    return true;
}

/* The pairs and their order are the same with any number of threads, and with few articles they are all there are. */
static void test_stories__pairs(void **state)
{
    (void)state;
    enum { N = 600, WORDS = 12, TERMS = 12 };
    static uint32_t terms[N][TERMS];
    att_story_item items[N];
    seen_pairs one = {.ordered = true}, few = {.ordered = true}, many = {.ordered = true};
    uint32_t alike = 0;
    for (uint32_t i = 0; i < N; i++) {
        for (uint32_t k = 0; k < TERMS; k++) terms[i][k] = ((k * 1000 + (uint32_t)att_hash2(i, k) % WORDS) << 8) | 70;
        items[i] = (att_story_item){.terms = terms[i], .n = TERMS, .day = i < N - 5 ? (att_day)(1000 + i) : ATT_NO_DAY};
    }
    for (uint32_t i = 0; i < 90; i++) /* no list is longer than what is looked at */
        for (uint32_t j = 0; j < i; j++) alike += product(terms[i], TERMS, terms[j], TERMS) >= 0.2;
    assert_true(alike > 20);
    assert_true(att_stories_pairs(items, 90, 0.2, 3, see, &few));
    assert_int_equal(few.n, alike);
    assert_true(att_stories_pairs(items, N, 0.2, 1, see, &one));
    assert_true(att_stories_pairs(items, N, 0.2, 5, see, &many));
    assert_true(one.n == many.n && one.sum == many.sum && one.ordered && many.ordered);
    items[89].day = 1000 + 88 + ATT_STORY_MAX_GAP + 1; /* too late for all before it */
    few = (seen_pairs){.ordered = true};
    alike = 0;
    for (uint32_t j = 0; j < 89; j++) alike += product(terms[89], TERMS, terms[j], TERMS) >= 0.2;
    assert_true(att_stories_pairs(items, 90, 0.2, 2, see, &few));
    assert_true(alike > 0 && few.last < 89);
}

static double share(const char *a, const char *b)
{
    return att_rewrite_share(att_profile_of(&words, &arena, att_slice_of(a)), att_profile_of(&words, &arena, att_slice_of(b)));
}

static void test_rewrite__found_by_sentences(void **state)
{
    (void)state;
    static const char SPUN[] = "A powerful earthquake rocked the island of Samora on Monday and wrecked the port of Port Lindel. Rescue squads out of the capital combed the "
                               "debris of the fish market. Governor Ada Mirek stated \"that 42 individuals were missing. "
                               "The tremor was felt as far off as Kandor, 300 kilometres northward. Ferries to Ostrel got cancelled until Friday.";
    assert_true(share(QUAKE_A, SPUN) >= ATT_REWRITE_SHARE);
    assert_true(share(QUAKE_A, QUAKE_B) < ATT_REWRITE_SHARE); /* another report of the same event */
    assert_true(share(QUAKE_A, VOTE) == 0);
    assert_true(share(QUAKE_A, "") == 0);
    assert_true(share(QUAKE_A, QUAKE_A) > 0.99);
}

/* ---- happenings ---- */

typedef struct {
    att_telling t;
    att_party actor, recipient;
} made;

static void make(made *m, const char *actor, const char *recipient, const char *sentence)
{
    *m = (made){.t = {.type = ATT_LIT("CONSULT"), .mode = ATT_LIT("visit"), .status = ATT_LIT("occurred"), .killed = -1, .injured = -1, .dated = true, .exact_day = true}};
    m->actor = (att_party){.name = att_hash(att_slice_of(actor)), .code = att_hash(ATT_LIT("FRA")), .sector = 1};
    m->recipient = (att_party){.name = att_hash(att_slice_of(recipient)), .code = att_hash(ATT_LIT("RUS")), .sector = 1};
    m->t.sentence = att_slice_of(sentence);
    m->t.trigger = ATT_LIT("met");
}

static uint32_t first_of_second(made *a, made *b, att_told *told)
{
    att_telling rows[2] = {a->t, b->t};
    rows[0].actors = (att_parties){&a->actor, 1};
    rows[0].recipients = (att_parties){&a->recipient, 1};
    rows[1].actors = (att_parties){&b->actor, 1};
    rows[1].recipients = (att_parties){&b->recipient, 1};
    att_happenings_find(&words, &arena, rows, 2, told);
    return told[1].first;
}

static void test_happenings__merged_with_reasons(void **state)
{
    (void)state;
    att_told told[2];
    made a, b;
    make(&a, "Luc Moreau", "Ivan Petrov", "President Luc Moreau met Ivan Petrov in Lomark on Monday.");
    make(&b, "Luc Moreau", "Ivan Petrov", "Moreau met Petrov at his villa.");
    assert_int_equal(first_of_second(&a, &b, told), 0);
    assert_true(told[1].shared & ATT_SAME_ACTOR && told[1].shared & ATT_SAME_RECIPIENT && told[1].shared & ATT_SAME_WORD);
    assert_int_equal(told[0].shared, 0);
    make(&b, "Ivan Petrov", "Luc Moreau", "Petrov met Moreau."); /* a meeting has no direction */
    assert_int_equal(first_of_second(&a, &b, told), 0);
}

static void test_happenings__kept_apart(void **state)
{
    (void)state;
    att_told told[2];
    made a, b;
    make(&a, "Luc Moreau", "Ivan Petrov", "President Luc Moreau met Ivan Petrov in Lomark on Monday.");
    b = a;
    b.t.status = ATT_LIT("denied");
    assert_int_equal(first_of_second(&a, &b, told), 1);
    b = a;
    b.t.type = ATT_LIT("AID");
    assert_int_equal(first_of_second(&a, &b, told), 1);
    b = a;
    a.t.country = ATT_LIT("RUS");
    b.t.country = ATT_LIT("FRA");
    assert_int_equal(first_of_second(&a, &b, told), 1);
    make(&b, "Luc Moreau", "Ivan Petrov", "Other words.");
    b.recipient = (att_party){.name = 5, .code = 6, .sector = 7};
    assert_int_equal(first_of_second(&a, &b, told), 1);
}

static void test_happenings__statuses(void **state)
{
    (void)state;
    assert_true(att_status_compatible(ATT_LIT("planned"), ATT_LIT("occurred")));
    assert_true(att_status_compatible(ATT_LIT("occurred"), ATT_LIT("alleged")));
    assert_false(att_status_compatible(ATT_LIT("denied"), ATT_LIT("occurred")));
    assert_false(att_status_compatible(ATT_LIT("possible"), ATT_LIT("occurred")));
}

static int set_up(void **state)
{
    (void)state;
    att_arena_init(&arena, (size_t)256 << 20);
    att_story_words_open(&words, &arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    att_arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold__stems_and_marks),        cmocka_unit_test(test_words__common_words_weigh_less),
        cmocka_unit_test(test_sketch__likeness),             cmocka_unit_test(test_stories__same_story_other_story),
        cmocka_unit_test(test_stories__likeness_fades),      cmocka_unit_test(test_stories__pins_and_seeds),
        cmocka_unit_test(test_stories__many), cmocka_unit_test(test_stories__pairs),                cmocka_unit_test(test_rewrite__found_by_sentences),
        cmocka_unit_test(test_happenings__merged_with_reasons), cmocka_unit_test(test_happenings__kept_apart),
        cmocka_unit_test(test_happenings__statuses),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
