/* Claims of many articles: the same assertion, and answers from elsewhere. */
#include "support/cm.h"

#include "story/disputes.h"

#define T(b, t, d, k) {ATT_LIT(b), ATT_LIT(t), d, k}

static void test_disputes__alike(void **state)
{
    (void)state;
    assert_int_equal(att_told_alike(ATT_LIT("RUS troop return|=withdrawal base"), ATT_LIT("RUS withdrawal|=withdrawal")), 2);
    assert_int_equal(att_told_alike(ATT_LIT("RUS troop return|=withdrawal"), ATT_LIT("RUS vote")), 0); /* parties alone say nothing */
    assert_int_equal(att_told_alike(ATT_LIT("RUS UKR"), ATT_LIT("RUS UKR")), 0);
    assert_int_equal(att_told_alike(ATT_LIT("troop return"), ATT_LIT("a b c d return troop e f g")), 2);
    assert_int_equal(att_told_alike(ATT_LIT(""), ATT_LIT("")), 0);
}

static void test_disputes__group(void **state)
{
    (void)state;
    const att_told C[] = {T("RUS", "RUS troop return|=withdrawal base", 100, 0), T("UKR", "RUS troop return|=withdrawal base", 101, 1),
                                 T("RUS", "RUS troop withdrawal|=withdrawal", 102, 2), T("", "troop return|=withdrawal", 103, 3),
                                 T("RUS", "RUS troop return|=withdrawal base", 160, 4)};
    uint32_t group[5];
    att_arena a;
    att_arena_init(&a, (size_t)1 << 24);
    att_disputes_group(C, 5, &a, group);
    assert_int_equal(group[1], 1); /* another's claim */
    assert_int_equal(group[2], 0);
    assert_int_equal(group[3], 0); /* nobody named: the earliest that fits */
    assert_int_equal(group[4], 4); /* two months later it is another matter */
    att_arena_release(&a);
}

static void test_disputes__link(void **state)
{
    (void)state;
    const att_told C[] = {T("RUS", "RUS troop return|=withdrawal base", 100, 0), T("SYR", "SYR gas attack|=attack", 100, 1)};
    const att_told A[] = {T("IGO:NATO", "RUS pullback|=withdrawal", 101, 2), T("RUS", "RUS troop return|=withdrawal", 101, 3),
                                 T("USA", "RUS pullback|=withdrawal", 90, 4), T("USA", "SYR gas strike|=attack", 100, 1), T("USA", "SYR gas strike|=attack", 100, 5)};
    uint32_t to[5];
    att_arena a;
    att_arena_init(&a, (size_t)1 << 24);
    att_disputes_link(C, 2, A, 5, &a, to);
    assert_int_equal(to[0], 0);
    assert_int_equal(to[1], UINT32_MAX); /* nobody answers himself */
    assert_int_equal(to[2], UINT32_MAX); /* nor before it is said */
    assert_int_equal(to[3], UINT32_MAX); /* the article itself has decided */
    assert_int_equal(to[4], 1);
    att_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_disputes__alike), TEST(test_disputes__group), TEST(test_disputes__link)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
