/* attache relate by rules alone: marked sentences -> the type between the two sides. Frames, ties of pairs, what outdoes what. */
#include "support/engine.h"

#include "base/data.h"
#include "base/lexicon.h"
#include "engine/relate.h"
#include "event/event.h"

typedef struct {
    const char *marked, *type;
} row;

static const row ROWS[] = {
    {"<s>Oman</s> told <t>the Danish ambassador</t> that the ferry was late.", "CONSULT"},
    {"<s>Ambulances</s> ferried <t>the wounded villagers</t> to a clinic.", "AID"},
    {"<s>Detectives</s> questioned <t>the driver</t>.", "ACCUSE"},
    {"<s>Kenya</s> attacked <t>the rebels</t>.", "ASSAULT"},
    {"<t>The rebels</t> were attacked by <s>Kenya</s>.", "ASSAULT"},
    {"<s>Modi</s> called <t>the Nepalese premier</t> to congratulate him.", "SUPPORT"},
    {"<s>Ghana</s> said <t>Togo</t> must open its archives.", "REQUEST"},
    {"<s>Peru</s> called for sanctions against <t>Chile</t>.", "ACCUSE"},
    {"<s>Norway</s> will visit <t>Iceland</t>.", "AGREE"},
    {"<s>Norway</s> did not help <t>Iceland</t>.", "REJECT"},
    {"<s>The general</s> ordered the arrest of <t>the Malian mayor</t>.", "COERCE"},
    {"<s>Brazil</s> called <t>the Bolivian president</t> to criticise him.", "ACCUSE"},
    {"<s>The man</s> admitted that he had planted a bomb in <t>the station</t>.", "ASSAULT"},
    {"<s>Uganda</s> suspended food supplies to <t>Rwanda</t>.", "SANCTION"},
    {"<s>Sweden</s> launched a mediation effort between <t>the two parties</t>.", "CONSULT"},
    {"<s>Zambia</s> returned twelve masks to <t>Angola</t>.", "RETREAT"},
};

static att_event_type type_of(test_coder *c, const char *marked)
{
    att_relation r;
    c->worker.events.rules_only = true;
    att_err e = att_relate(&c->worker, att_slice_of(marked), &r);
    if (att_failed(e)) fail_msg("%s", e.msg);
    return r.type;
}

static void test_relate__types(void **state)
{
    uint32_t wrong = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const char *got = att_event_type_name(type_of(*state, ROWS[i].marked));
        if (strcmp(got, ROWS[i].type) == 0) continue;
        print_message("# %s: %s, not %s\n", ROWS[i].marked, got, ROWS[i].type);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* A tie of a pair is no event in an article. */
static void test_relate__pairs_make_no_events(void **state)
{
    test_coder *c = *state;
    att_lex lex;
    uint32_t n = 0, events = 0;
    att_lex_open(&lex, "pairs", att_data("events/frames-pairs.txt"), 7);
    while (att_lex_next(&lex)) {
        const att_doc *doc;
        att_article a = test_article(lex.fields[6], NULL);
        assert_true(att_is(lex.fields[5], "pair"));
        if (att_failed(att_worker_code(&c->worker, &a, ATT_NO_DAY, &doc))) fail();
        events += doc->events.n > 1;
        n++;
    }
    assert_true(n > 30);
    assert_true(events * 3 < n); /* a few examples hold words that are events by other frames */
}

static void test_relate__always_an_answer(void **state)
{
    assert_true(type_of(*state, "<s></s> <t></t>") != ATT_EV_NONE);
    assert_true(type_of(*state, "no marks at all") != ATT_EV_NONE);
    assert_true(type_of(*state, "<s>Iran<t>") != ATT_EV_NONE);
}

int main(void)
{
    test_coder coder;
    test_coder_open(&coder);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_relate__types, &coder),
        cmocka_unit_test_prestate(test_relate__pairs_make_no_events, &coder),
        cmocka_unit_test_prestate(test_relate__always_an_answer, &coder),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    test_coder_close(&coder);
    return failed;
}
