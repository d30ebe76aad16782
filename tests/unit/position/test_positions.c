/* Positions: which words tell which stance, whose it is, and what it is about. */
#include "position_fixture.h"

typedef struct {
    uint32_t who, cue, beg, end; /* a statement; who = 0: none */
} talk;

/* Positions as "CODE stance [TOWARD] issue <content>", joined by "; ". */
static void check_said(const char *line, talk said, const char *want)
{
    att_arena a;
    att_test_doc d;
    char got[2048] = "";
    size_t at = 0;
    att_arena_init(&a, (size_t)1 << 28);
    att_stances *lex = att_stances_open(&a);
    read_doc(&d, line);
    if (said.who) says(&d.doc, said.who, said.cue, said.beg, said.end);
    att_positions_find(lex, &d.doc);
    for (uint32_t i = 1; i < d.doc.positions.n; i++) {
        const att_position *p = &d.doc.positions.at[i];
        att_slice holder = code_of(&d.doc, p->holder), toward = code_of(&d.doc, p->toward), text = att_cut(&d.doc, p->content);
        at += (size_t)snprintf(got + at, sizeof got - at, "%s%.*s %s [%.*s] %.*s <%.*s>", i > 1 ? "; " : "", S(holder), att_stance_name((att_stance)p->stance),
                               S(toward), S(p->issue), S(text));
    }
    assert_string_equal(got, want);
    test_doc_release(&d);
    att_arena_release(&a);
}

static void check(const char *line, const char *want) { check_said(line, (talk){0}, want); }

static void test_positions__lexicon_reads(void **state)
{
    (void)state;
    att_arena a;
    att_arena_init(&a, (size_t)1 << 28);
    assert_int_equal(att_stances_faults(att_stances_open(&a)), 0);
    att_arena_release(&a);
}

static void test_positions__words(void **state)
{
    (void)state;
    check("Iran/PROPN/2/nsubj demanded/VERB/0/root/demand an/DET/4/det apology/NOUN/2/obj", "IRA demands [] apology <demanded an apology>");
    check("Iran/PROPN/2/nsubj rejected/VERB/0/root/reject talks/NOUN/2/obj", "IRA rejects [] talks <rejected talks>");
    check("Oslo/PROPN/2/nsubj threatened/VERB/0/root/threaten sanctions/NOUN/2/obj/sanction", "OSL conditions [] sanctions <threatened sanctions>");
    check("Oslo/PROPN/2/nsubj threatened/VERB/0/root/threaten Bonn/PROPN/2/obj", ""); /* a party is no matter */
    check("Oslo/PROPN/2/nsubj insisted/VERB/0/root/insist allies/NOUN/4/nsubj/ally ignore/VERB/2/ccomp/ignore warnings/NOUN/4/obj/warning", ""); /* says what is */
    check("Oslo/PROPN/3/nsubj is/AUX/3/cop/be ready/ADJ/0/root to/PART/5/mark negotiate/VERB/3/xcomp", "OSL offers [] talks <ready to negotiate>");
    check("Oslo/PROPN/2/nsubj ruled/VERB/0/root/rule out/ADP/2/compound:prt talks/NOUN/2/obj", "OSL rejects [] talks <ruled out talks>");
    check("Oslo/PROPN/2/nsubj ruled/VERB/0/root/rule Norway/PROPN/2/obj", "");
}

static void test_positions__complements(void **state)
{
    (void)state;
    check("Japan/PROPN/2/nsubj urged/VERB/0/root/urge China/PROPN/2/obj to/PART/5/mark negotiate/VERB/2/xcomp",
          "JAP demands [CHI] talks with China <urged China to negotiate>");
    /* what is demanded is no stance of its own */
    check("Japan/PROPN/2/nsubj urged/VERB/0/root/urge China/PROPN/2/obj to/PART/5/mark support/VERB/2/xcomp sanctions/NOUN/5/obj",
          "JAP demands [CHI] sanctions on China <urged China to support sanctions>");
    /* a promise has the stance of what it promises */
    check("Japan/PROPN/2/nsubj pledged/VERB/0/root/pledge to/PART/4/mark oppose/VERB/2/xcomp sanctions/NOUN/4/obj", "JAP opposes [] sanctions <oppose sanctions>");
}

static void test_positions__negation(void **state)
{
    (void)state;
    check("Cuba/PROPN/4/nsubj did/AUX/4/aux not/ADV/4/advmod support/VERB/0/root the/DET/6/det treaty/NOUN/4/obj", "CUB opposes [] treaty <support the treaty>");
    check("Cuba/PROPN/4/nsubj will/AUX/4/aux not/ADV/4/advmod attend/VERB/0/root", "CUB rejects [] attendance <Cuba will not attend>");
    check("Cuba/PROPN/4/nsubj will/AUX/4/aux not/ADV/4/advmod hesitate/VERB/0/root to/PART/6/mark act/VERB/4/xcomp", "CUB supports [] hesitating <Cuba will not hesitate to act>");
    check("Cuba/PROPN/2/nsubj left/VERB/0/root/leave without/ADP/4/mark supporting/VERB/2/advcl/support the/DET/6/det treaty/NOUN/4/obj", "");
    check("Cuba/PROPN/3/nsubj can/AUX/3/aux demand/VERB/0/root checks/NOUN/3/obj/check", ""); /* what it can do it has not done */
    check("Cuba/PROPN/3/nsubj may/AUX/3/aux support/VERB/0/root the/DET/5/det treaty/NOUN/3/obj", "");
}

static void test_positions__nouns(void **state)
{
    (void)state;
    check("Norway/PROPN/2/nsubj voiced/VERB/0/root/voice support/NOUN/2/obj for/ADP/6/case the/DET/6/det treaty/NOUN/3/nmod",
          "NOR supports [] treaty <support for the treaty>");
    check("Oslo/PROPN/2/nsubj acts/VERB/0/root/act with/ADP/5/case Norway/PROPN/5/nmod:poss support/NOUN/2/obl", "NOR supports [] support <Norway support>");
    check("Oslo/PROPN/2/nsubj paid/VERB/0/root/pay for/ADP/5/case Norway/PROPN/5/nmod:poss campaign/NOUN/2/obl", ""); /* "for" stands before the noun */
    check("Norway/PROPN/2/nmod:poss support/NOUN/3/nsubj grew/VERB/0/root/grow", "");
}

static void test_positions__speech(void **state)
{
    (void)state;
    /* an obligation is the speaker's demand; the same words of the reporter are nothing */
    check_said("Oslo/PROPN/2/nsubj said/VERB/0/root/say Bonn/PROPN/5/nsubj must/AUX/5/aux resign/VERB/2/ccomp", (talk){1, 2, 3, 6},
               "OSL demands [BON] resignation of Bonn <Bonn must resign>");
    check("Bonn/PROPN/3/nsubj must/AUX/3/aux resign/VERB/0/root", "");
    check_said("Oslo/PROPN/2/nsubj said/VERB/0/root/say the/DET/4/det raid/NOUN/6/nsubj was/AUX/6/cop/be shameful/ADJ/2/ccomp", (talk){1, 2, 3, 7},
               "OSL opposes [] raid <the raid was shameful>");
}

static void test_positions__conditions(void **state)
{
    (void)state;
    check("Oslo/PROPN/3/nsubj is/AUX/3/cop/be willing/ADJ/0/root to/PART/5/mark negotiate/VERB/3/xcomp if/SCONJ/8/mark Bonn/PROPN/8/nsubj apologises/VERB/5/advcl/apologise",
          "OSL conditions [] talks with Bonn <willing to negotiate if Bonn apologises>");
}

static void check_issue(const char *line, talk said, const char *want)
{
    static const char *const SIDES[] = {"-", "for", "against", "conditional"};
    att_arena a;
    att_test_doc d;
    char got[512] = "";
    att_arena_init(&a, (size_t)1 << 28);
    read_doc(&d, line);
    if (said.who) says(&d.doc, said.who, said.cue, said.beg, said.end);
    att_positions_find(att_stances_open(&a), &d.doc);
    assert_true(d.doc.positions.n > 1);
    const att_position *p = &d.doc.positions.at[d.doc.positions.n - 1];
    att_slice condition = att_cut(&d.doc, p->condition);
    snprintf(got, sizeof got, "%s / %.*s / %.*s / %.*s", SIDES[p->side], S(p->issue_group), S(p->issue), S(condition));
    assert_string_equal(got, want);
    test_doc_release(&d);
    att_arena_release(&a);
}

/* Wordings of one dispute come under one head; who wants that it shall not be is against it. */
static void test_positions__issue_and_side(void **state)
{
    (void)state;
    check_issue("Russia/PROPN/2/nsubj demanded/VERB/0/root/demand Ukraine/PROPN/5/nsubj be/AUX/5/aux barred/VERB/2/ccomp/bar from/ADP/7/case NATO/PROPN/5/obl", (talk){0},
                "against / NATO enlargement / NATO membership of Ukraine / ");
    check_issue("Russia/PROPN/2/nsubj opposes/VERB/0/root/oppose NATO/PROPN/4/compound enlargement/NOUN/2/obj", (talk){0},
                "against / NATO enlargement / NATO enlargement / ");
    check_issue("NATO/PROPN/2/nsubj met/VERB/0/root/meet Georgia/PROPN/2/obj | Russia/PROPN/2/nsubj rejects/VERB/0/root/reject Ukraine/PROPN/5/nmod:poss 's/PART/3/case membership/NOUN/2/obj", (talk){0},
                "against / NATO enlargement / NATO membership of Ukraine / ");
    check_issue("Poland/PROPN/2/nsubj supports/VERB/0/root/support Ukraine/PROPN/5/nmod:poss 's/PART/3/case membership/NOUN/2/obj in/ADP/7/case NATO/PROPN/5/nmod", (talk){0},
                "for / NATO enlargement / NATO membership of Ukraine / ");
    check_issue("Oslo/PROPN/3/nsubj is/AUX/3/cop/be willing/ADJ/0/root to/PART/5/mark negotiate/VERB/3/xcomp if/SCONJ/8/mark Bonn/PROPN/8/nsubj apologises/VERB/5/advcl/apologise", (talk){0},
                "conditional / talks with Bonn / talks with Bonn / if Bonn apologises");
}

/* Long sentences and many of them stay cheap. */
static void test_positions__bounded(void **state)
{
    (void)state;
    enum { N = 4000 };
    static const char ONE[] = "Iran/PROPN/2/nsubj demanded/VERB/0/root/demand an/DET/4/det apology/NOUN/2/obj | ";
    char *big = calloc(1, sizeof ONE * N + 1);
    for (int i = 0; i < N; i++) memcpy(big + (size_t)i * (sizeof ONE - 1), ONE, sizeof ONE);
    big[(size_t)N * (sizeof ONE - 1) - 3] = 0;
    att_arena a;
    att_test_doc d;
    att_arena_init(&a, (size_t)1 << 28);
    char *c = in_conllu(big);
    test_doc_conllu(&d, c);
    make_party(&d.doc, 1);
    for (uint32_t t = 1; t < d.doc.toks.n; t++) {
        if (d.doc.toks.at[t].upos == ATT_PROPN) d.doc.tok_mention[t] = 1;
        if (d.doc.toks.at[t].upos == ATT_VERB) make_clause(&d.doc, t), says(&d.doc, t - 1, t, t + 1, t + 3);
    }
    att_stances *lex = att_stances_open(&a);
    att_positions_find(lex, &d.doc);
    att_claims_find(lex, &d.doc);
    assert_int_equal(d.doc.positions.n, N + 1);
    test_doc_release(&d);
    att_arena_release(&a);
    free(c);
    free(big);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_positions__lexicon_reads), TEST(test_positions__words), TEST(test_positions__complements), TEST(test_positions__negation),
        TEST(test_positions__nouns), TEST(test_positions__speech), TEST(test_positions__conditions), TEST(test_positions__issue_and_side), TEST(test_positions__bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
