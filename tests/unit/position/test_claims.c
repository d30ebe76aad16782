/* Claims: which assertion an answer answers, and claims that only the denial tells of. */
#include "position_fixture.h"

typedef struct {
    uint32_t who, cue, beg, end;
} talk;

/* Claims as "CODE <content>: CODE stance, CODE stance", joined by "; ". */
static void check(const char *line, const talk *said, uint32_t n, const char *want)
{
    att_arena a;
    att_test_doc d;
    char got[2048] = "";
    size_t at = 0;
    att_arena_init(&a, (size_t)1 << 28);
    att_stances *lex = att_stances_open(&a);
    read_doc(&d, line);
    for (uint32_t i = 0; i < n; i++) says(&d.doc, said[i].who, said[i].cue, said[i].beg, said[i].end);
    att_positions_find(lex, &d.doc);
    att_claims_find(lex, &d.doc);
    for (uint32_t i = 1; i < d.doc.claims.n; i++) {
        const att_claim *c = &d.doc.claims.at[i];
        att_slice by = code_of(&d.doc, c->by), text = att_cut(&d.doc, c->content);
        at += (size_t)snprintf(got + at, sizeof got - at, "%s%.*s <%.*s>:", i > 1 ? "; " : "", S(by), S(text));
        for (uint32_t k = 0; k < c->response_count; k++) {
            att_slice who = code_of(&d.doc, c->responses[k].by);
            at += (size_t)snprintf(got + at, sizeof got - at, " %.*s %s", S(who), att_reply_name((att_reply)c->responses[k].stance));
        }
    }
    assert_string_equal(got, want);
    test_doc_release(&d);
    att_arena_release(&a);
}

static const char RUSSIA_SAYS[] = "Russia/PROPN/2/nsubj said/VERB/0/root/say troops/NOUN/5/nsubj had/AUX/5/aux left/VERB/2/ccomp/leave Crimea/PROPN/5/obj | ";

static void with_reply(const char *reply, const char *want)
{
    char line[1024];
    snprintf(line, sizeof line, "%s%s", RUSSIA_SAYS, reply);
    check(line, (talk[]){{1, 2, 3, 7}}, 1, want);
}

static void test_claims__answered(void **state)
{
    (void)state;
    with_reply("Kyiv/PROPN/2/nsubj denied/VERB/0/root/deny that/SCONJ/6/mark troops/NOUN/6/nsubj had/AUX/6/aux left/VERB/2/ccomp/leave Crimea/PROPN/6/obj",
               "RUS <troops had left Crimea>: KYI denies");
    with_reply("Kyiv/PROPN/2/nsubj saw/VERB/0/root/see no/DET/4/det sign/NOUN/2/obj that/SCONJ/7/mark troops/NOUN/7/nsubj left/VERB/4/acl/leave Crimea/PROPN/7/obj",
               "RUS <troops had left Crimea>: KYI doubts");
    with_reply("Kyiv/PROPN/4/nsubj could/AUX/4/aux not/ADV/4/advmod confirm/VERB/0/root that/SCONJ/7/mark troops/NOUN/7/nsubj left/VERB/4/ccomp/leave Crimea/PROPN/7/obj",
               "RUS <troops had left Crimea>: KYI doubts");
}

static void test_claims__unanswered(void **state)
{
    (void)state;
    with_reply("Kyiv/PROPN/2/nsubj praised/VERB/0/root/praise Paris/PROPN/2/obj", "");
    /* troops and Crimea are the scenery: that they are hungry is another matter */
    with_reply("Kyiv/PROPN/2/nsubj saw/VERB/0/root/see no/DET/4/det sign/NOUN/2/obj that/SCONJ/9/mark troops/NOUN/9/nsubj/troops in/ADP/8/case Crimea/PROPN/6/nmod hunger/VERB/4/acl/hunger", "");
    with_reply("Russia/PROPN/2/nsubj confirmed/VERB/0/root/confirm that/SCONJ/5/mark troops/NOUN/5/nsubj left/VERB/2/ccomp/leave Crimea/PROPN/5/obj", "");
}

static void test_claims__only_denied(void **state)
{
    (void)state;
    check("Cuba/PROPN/2/nsubj denied/VERB/0/root/deny Castro/PROPN/5/nsubj had/AUX/5/aux fled/VERB/2/ccomp/flee", NULL, 0, " <Castro had fled>: CUB denies");
    check("Cuba/PROPN/4/nsubj did/AUX/4/aux not/ADV/4/advmod deny/VERB/0/root that/SCONJ/7/mark Castro/PROPN/7/nsubj fled/VERB/4/ccomp/flee", NULL, 0, "");
}

static void test_claims__accused(void **state)
{
    (void)state;
    check("Washington/PROPN/2/nsubj accused/VERB/0/root/accuse China/PROPN/2/obj of/ADP/5/mark violating/VERB/2/advcl/violate sanctions/NOUN/5/obj | "
          "China/PROPN/2/nsubj insisted/VERB/0/root/insist there/PRON/4/expl was/VERB/2/ccomp/be no/DET/7/det sanctions/NOUN/7/compound violation/NOUN/4/nsubj",
          (talk[]){{7, 8, 9, 14}}, 1, "WAS <China of violating sanctions>: CHI denies");
}

/* "The claim had not been verified" points to what has just been said; "no sign of a withdrawal" says "left" in another word. */
static void test_claims__pointed_at(void **state)
{
    (void)state;
    char line[2048];
    snprintf(line, sizeof line, "%sBonn/PROPN/2/nsubj said/VERB/0/root/say the/DET/4/det claim/NOUN/7/obj was/AUX/7/aux not/ADV/7/advmod verified/VERB/2/ccomp/verify", RUSSIA_SAYS);
    check(line, (talk[]){{1, 2, 3, 7}, {7, 8, 9, 14}}, 2, "RUS <troops had left Crimea>: BON doubts");
    with_reply("Kyiv/PROPN/2/nsubj saw/VERB/0/root/see no/DET/4/det sign/NOUN/2/obj of/ADP/6/case withdrawal/NOUN/4/nmod", "RUS <troops had left Crimea>: KYI doubts");
    with_reply("Kyiv/PROPN/2/nsubj saw/VERB/0/root/see no/DET/4/det sign/NOUN/2/obj of/ADP/6/case famine/NOUN/4/nmod", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_claims__pointed_at), TEST(test_claims__answered), TEST(test_claims__unanswered), TEST(test_claims__only_denied), TEST(test_claims__accused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
