/* Where articles of one story don't tell the same: which numbers are about one thing, and which of them can't both be right. */
#include "support/cm.h"

#include <math.h>

#include "story/differ.h"

static att_arena arena;
static att_story_words words;

static const char BLAST[] = "An explosion at the fuel depot of Ostrel killed the workers of the night shift";
static const char ELSEWHERE[] = "Gunmen who stopped a bus near Kandor shot passengers";

/* So many killed, as article doc says it. */
static att_stated killed(uint32_t doc, const char *sentence, double low, double high)
{
    att_stated s = {.kind = ATT_STATED_TOLL, .what = ATT_LIT("killed"), .unit = ATT_LIT("people"), .low = low, .high = high, .day = 100, .published = 101, .doc = doc};
    s.telling = (att_telling){.type = ATT_LIT("ASSAULT"), .status = ATT_LIT("occurred"), .sentence = att_slice_of(sentence)};
    return s;
}

static uint32_t differ(const att_stated *a, const att_stated *b)
{
    att_stated two[2] = {*a, *b};
    uint32_t group[2];
    att_differ_find(&words, &arena, two, 2, group);
    assert_int_equal(group[0], group[1]); /* both differ or none does */
    return group[0] == 0;
}

static void test_differ__values(void **state)
{
    (void)state;
    att_stated a = killed(1, BLAST, 12, 12), b = killed(2, BLAST, 19, 19), least = killed(3, BLAST, 10, INFINITY), more = killed(4, BLAST, 15, INFINITY);
    assert_true(differ(&a, &b));
    assert_false(differ(&a, &least)); /* 12 are at least 10 */
    assert_true(differ(&a, &more));
    b = killed(2, BLAST, 13, 13);
    b.about = true;
    assert_false(differ(&a, &b)); /* about 13 may be 12 */
    b = killed(1, BLAST, 19, 19);
    assert_false(differ(&a, &b)); /* an article does not contradict itself here */
}

static void test_differ__one_thing(void **state)
{
    (void)state;
    att_stated a = killed(1, BLAST, 12, 12), b = killed(2, BLAST, 19, 19);
    b.day = 107;
    assert_false(differ(&a, &b)); /* a week later */
    b = killed(2, BLAST, 19, 19);
    a.telling.country = ATT_LIT("RUS"), b.telling.country = ATT_LIT("UKR");
    assert_false(differ(&a, &b));
    a = killed(1, BLAST, 12, 12), b = killed(2, BLAST, 2, 2);
    b.unit = ATT_LIT("tourists");
    assert_false(differ(&a, &b)); /* two of the twelve */
    b = killed(2, BLAST, 19, 19);
    b.telling.status = ATT_LIT("denied");
    assert_false(differ(&a, &b));
    static const att_party ONE[] = {{.name = 1, .code = 7}}, OTHER[] = {{.name = 2, .code = 8}};
    b = killed(2, BLAST, 19, 19);
    a.telling.actors = (att_parties){ONE, 1}, b.telling.actors = (att_parties){OTHER, 1};
    assert_false(differ(&a, &b));
}

/* In other words it is the same thing when each article has but one such number. */
static void test_differ__lone(void **state)
{
    (void)state;
    uint32_t group[3];
    att_stated s[] = {killed(1, BLAST, 12, 12), killed(2, ELSEWHERE, 19, 19), killed(2, "Of three more Dorn families nobody came home", 3, 3)};
    assert_true(differ(&s[0], &s[1]));
    att_differ_find(&words, &arena, s, 3, group);
    for (int i = 0; i < 3; i++) assert_int_equal(group[i], UINT32_MAX);
}

/* "21 of the 276": who has both numbers knows what they mean. */
static void test_differ__knows(void **state)
{
    (void)state;
    static const double BOTH[] = {12, 19};
    att_stated a = killed(1, BLAST, 12, 12), b = killed(2, BLAST, 19, 19);
    b.numbers = BOTH, b.number_count = 2;
    assert_false(differ(&a, &b));
    b.number_count = 1, b.numbers = BOTH + 1;
    assert_true(differ(&a, &b));
}

static void test_differ__group(void **state)
{
    (void)state;
    uint32_t group[4];
    att_stated s[] = {killed(1, BLAST, 12, 12), killed(2, BLAST, 12, INFINITY), killed(3, BLAST, 19, 19), killed(4, ELSEWHERE, 12, 12)};
    s[3].day = 300, s[3].published = 301;
    att_differ_find(&words, &arena, s, 4, group);
    assert_int_equal(group[0], 0);
    assert_int_equal(group[1], 0); /* agrees with both, and belongs to them */
    assert_int_equal(group[2], 0);
    assert_int_equal(group[3], UINT32_MAX);
}

static void test_differ__day(void **state)
{
    (void)state;
    static const att_party WHO[] = {{.name = 1}};
    att_stated a = {.kind = ATT_STATED_DAY, .what = ATT_LIT("CONSULT"), .low = 100, .high = 100, .day = 100, .published = 103, .doc = 1};
    a.telling = (att_telling){.type = ATT_LIT("CONSULT"), .status = ATT_LIT("occurred"), .sentence = ATT_LIT("Mirek met the ferry owners of Ostrel in the town hall"), .actors = {WHO, 1}};
    att_stated b = a;
    b.low = b.high = b.day = 101, b.doc = 2;
    b.telling.sentence = ATT_LIT("In the town hall Governor Mirek met the ferry owners of Ostrel");
    assert_true(differ(&a, &b));
    b.low = b.high = b.day = 110;
    assert_false(differ(&a, &b)); /* met again */
    b.low = b.high = b.day = 101;
    b.telling.sentence = att_slice_of(ELSEWHERE);
    assert_false(differ(&a, &b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_differ__values), TEST(test_differ__one_thing), TEST(test_differ__lone), TEST(test_differ__knows), TEST(test_differ__group), TEST(test_differ__day)};
    att_arena_init(&arena, (size_t)1 << 26);
    att_story_words_open(&words, &arena);
    int rc = cmocka_run_group_tests(tests, NULL, NULL);
    att_arena_release(&arena);
    return rc;
}
