/* test_statement.c: one small tree for each way of saying. */
#include "support/cm.h"

#include "statement_fixture.h"

#include "nlp/nlp.h"
#include "text/text.h"

static void check(const char *line, const char *want)
{
    att_test_doc d;
    char got[4096];
    fixture_open(&d, line);
    fixture_print(&d.doc, got, sizeof got);
    assert_string_equal(got, want);
    test_doc_release(&d);
}

static void test_statement__that_clause(void **state)
{
    (void)state;
    check("Macron/PROPN/2/nsubj said/VERB/0/root/say that/SCONJ/5/mark talks/NOUN/5/nsubj failed/VERB/2/ccomp/fail ./PUNCT/2/punct", "Macron | said | talks failed i");
    check("Macron/PROPN/4/nsubj has/AUX/4/aux/have not/PART/4/advmod denied/VERB/0/root/deny the/DET/6/det charge/NOUN/4/obj ./PUNCT/4/punct",
          "Macron | has not denied | the charge i");
}

static void test_statement__behind_the_quotation(void **state)
{
    (void)state;
    check("\"/PUNCT/3/punct _We/PRON/3/nsubj want/VERB/8/ccomp peace/NOUN/3/obj _,/PUNCT/8/punct _\"/PUNCT/8/punct Orban/PROPN/8/nsubj said/VERB/0/root/say _./PUNCT/8/punct",
          "Orban | said | We want peace d");
}

static void test_statement__interrupted(void **state)
{
    (void)state;
    check("\"/PUNCT/3/punct _We/PRON/3/nsubj want/VERB/8/ccomp peace/NOUN/3/obj _,/PUNCT/8/punct _\"/PUNCT/8/punct Orban/PROPN/8/nsubj said/VERB/0/root/say _,/PUNCT/8/punct "
          "\"/PUNCT/13/punct _but/CCONJ/13/cc we/PRON/13/nsubj fear/VERB/3/conj war/NOUN/13/obj _./PUNCT/8/punct _\"/PUNCT/8/punct",
          "Orban | said | We want peace + but we fear war d");
}

static void test_statement__addressee(void **state)
{
    (void)state;
    check("Orban/PROPN/2/nsubj told/VERB/0/root/tell reporters/NOUN/2/iobj that/SCONJ/6/mark talks/NOUN/6/nsubj failed/VERB/2/ccomp/fail ./PUNCT/2/punct",
          "Orban > reporters | told | talks failed i");
    check("Orban/PROPN/2/nsubj urged/VERB/0/root/urge Putin/PROPN/2/obj to/PART/5/mark withdraw/VERB/2/xcomp ./PUNCT/2/punct", "Orban > Putin | urged | Putin to withdraw i");
}

static void test_statement__infinitive_and_preposition(void **state)
{
    (void)state;
    check("Orban/PROPN/2/nsubj promised/VERB/0/root/promise to/PART/4/mark pay/VERB/2/xcomp the/DET/6/det debt/NOUN/4/obj ./PUNCT/2/punct", "Orban | promised | to pay the debt i");
    check("Orban/PROPN/2/nsubj threatened/VERB/0/root/threaten sanctions/NOUN/2/obj/sanction", "Orban | threatened | sanctions i");
    check("Orban/PROPN/2/nsubj threatened/VERB/0/root/threaten the/DET/4/det town/NOUN/2/obj", ""); /* no words */
    check("Orban/PROPN/2/nsubj called/VERB/0/root/call for/ADP/5/case urgent/ADJ/5/amod talks/NOUN/2/obl/talk ./PUNCT/2/punct", "Orban | called for | urgent talks i");
}

static void test_statement__passive(void **state)
{
    (void)state;
    check("The/DET/2/det deal/NOUN/4/nsubj:pass was/AUX/4/aux:pass praised/VERB/0/root/praise by/ADP/6/case Orban/PROPN/4/obl:agent ./PUNCT/4/punct", "Orban | was praised | The deal i");
}

static void test_statement__noun(void **state)
{
    (void)state;
    check("Orban/PROPN/3/nmod:poss _'s/PART/1/case claim/NOUN/7/nsubj that/SCONJ/6/mark talks/NOUN/6/nsubj failed/VERB/3/acl/fail surprised/VERB/0/root/surprise Putin/PROPN/7/obj ./PUNCT/7/punct",
          "Orban | claim | talks failed i");
}

static void test_statement__according_to(void **state)
{
    (void)state;
    check("Talks/NOUN/2/nsubj failed/VERB/0/root/fail on/ADP/4/case Monday/PROPN/2/obl _,/PUNCT/2/punct according/VERB/8/case/accord to/ADP/6/fixed Orban/PROPN/2/obl _./PUNCT/2/punct",
          "Orban | according to | Talks failed on Monday i");
}

static void test_statement__colon(void **state)
{
    (void)state;
    check("Orban/PROPN/4/dep _:/PUNCT/1/punct No/DET/4/det talks/NOUN/0/root with/ADP/6/case Putin/PROPN/4/nmod", "Orban | : | No talks with Putin i");
}

static void test_statement__quotation_runs_on(void **state)
{
    (void)state;
    check("\"/PUNCT/3/punct _We/PRON/3/nsubj want/VERB/8/ccomp peace/NOUN/3/obj _,/PUNCT/8/punct _\"/PUNCT/8/punct Orban/PROPN/8/nsubj said/VERB/0/root/say _./PUNCT/8/punct | "
          "\"/PUNCT/3/punct _They/PRON/3/nsubj want/VERB/0/root war/NOUN/3/obj _./PUNCT/3/punct _\"/PUNCT/3/punct",
          "Orban | said | We want peace d; Orban | said | They want war d");
}

/* The same words with a mark dropped, doubled, or one word off. */
static void test_statement__damaged_marks(void **state)
{
    (void)state;
    const char *want = "Orban | said | We want peace d!";
    check("\"/PUNCT/3/punct _We/PRON/3/nsubj want/VERB/7/ccomp peace/NOUN/3/obj _,/PUNCT/7/punct Orban/PROPN/7/nsubj said/VERB/0/root/say _./PUNCT/7/punct", want);
    check("We/PRON/2/nsubj want/VERB/7/ccomp peace/NOUN/2/obj _,/PUNCT/7/punct _\"/PUNCT/7/punct Orban/PROPN/7/nsubj said/VERB/0/root/say _./PUNCT/7/punct", want);
    check("\"/PUNCT/4/punct _\"/PUNCT/4/punct _We/PRON/4/nsubj want/VERB/9/ccomp peace/NOUN/4/obj _,/PUNCT/9/punct _\"/PUNCT/9/punct Orban/PROPN/9/nsubj said/VERB/0/root/say _./PUNCT/9/punct", want);
    check("\"/PUNCT/3/punct _We/PRON/3/nsubj want/VERB/8/ccomp peace/NOUN/3/obj _,/PUNCT/8/punct Orban/PROPN/8/nsubj _\"/PUNCT/8/punct said/VERB/0/root/say _./PUNCT/8/punct", want);
}

static void test_statement__nothing_said(void **state)
{
    (void)state;
    check("Troops/NOUN/2/nsubj crossed/VERB/0/root/cross the/DET/4/det river/NOUN/2/obj ./PUNCT/2/punct", "");
    check("Orban/PROPN/2/nsubj read/VERB/0/root/read \"/PUNCT/5/punct _War/PROPN/2/obj _and/CCONJ/6/cc Peace/PROPN/4/conj _\"/PUNCT/4/punct ./PUNCT/2/punct", "");
}

static void test_statement__attribution(void **state)
{
    (void)state;
    att_test_doc d;
    fixture_open(&d, "Orban/PROPN/2/nsubj said/VERB/0/root/say that/SCONJ/5/mark Putin/PROPN/5/nsubj claimed/VERB/2/ccomp/claim that/SCONJ/8/mark talks/NOUN/8/nsubj failed/VERB/5/ccomp/fail ./PUNCT/2/punct");
    for (uint32_t t = 2; t <= 8; t += 3) {
        att_event *e = att_add(&d.doc, events);
        e->trigger = t;
        e->trigger_span = d.doc.toks.at[t].span;
    }
    att_attribute(&d.doc);
    assert_int_equal(d.doc.events.at[1].said_by.n, 0);
    assert_int_equal(d.doc.events.at[2].said_by.n, 1);
    assert_int_equal(d.doc.events.at[3].said_by.n, 2);
    assert_int_equal(d.doc.mentions.at[d.doc.events.at[3].said_by.at[0]].head, 4);
    assert_int_equal(d.doc.mentions.at[d.doc.events.at[3].said_by.at[1]].head, 1);
    assert_int_equal(d.doc.statements.at[2].commitment, ATT_COMMIT_CLAIMS);
    assert_int_equal(d.doc.statements.at[1].within, 0); /* the chain: what Putin claims is told by Orban */
    assert_int_equal(d.doc.statements.at[2].within, 1);
    assert_int_equal(d.doc.statements.at[2].said_by.n, 1);
    assert_int_equal(d.doc.mentions.at[d.doc.statements.at[2].said_by.at[0]].head, 1);
    test_doc_release(&d);
}

/* Each paragraph opens with a mark and only the last closes: one statement, whichever of them has the cue. */
static void test_statement__over_paragraphs(void **state)
{
    (void)state;
    static const char TEXT[] = "\"We want peace.\n\n\"They want war.\n\n\"I hope,\" Orban said.\n";
    att_test_doc d;
    char got[512];
    test_doc_init(&d, att_slice_of(TEXT));
    att_article a = {.text = d.doc.text, .meta = {.published = ATT_NO_DAY}};
    att_paras_find(&d.doc, &a, ATT_NO_DAY);
    att_tokenize(&d.doc);
    for (uint32_t t = 1; t < d.doc.toks.n; t++) {
        att_tok *k = &d.doc.toks.at[t];
        static const char *const VERBS[] = {"want", "hope", "said", NULL};
        k->lemma = att_is(k->lower, "said") ? ATT_LIT("say") : k->lower;
        k->upos = att_in(k->lower, VERBS) ? ATT_VERB : att_is(k->lower, "orban") ? ATT_PROPN : (k->flags & ATT_TOK_ALPHA) ? ATT_NOUN : ATT_PUNCT;
        if (att_is(k->lower, "orban")) k->head = t + 1, k->deprel = ATT_DEP_NSUBJ;
        if (att_is(k->lower, "hope")) k->head = t + 4, k->deprel = ATT_DEP_CCOMP;
    }
    att_names_find(NULL, NULL, &d.doc);
    d.doc.tok_clause = att_new(&d.keep, att_id, d.doc.toks.n);
    d.doc.tok_mention = att_new(&d.keep, att_id, d.doc.toks.n);
    fixture_annotate(&d.doc);
    att_statements_find(att_cues_open(&d.keep), &d.doc);
    fixture_print(&d.doc, got, sizeof got);
    assert_string_equal(got, "Orban | said | We want peace + They want war + I hope d");
    test_doc_release(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_statement__that_clause), TEST(test_statement__behind_the_quotation), TEST(test_statement__interrupted), TEST(test_statement__addressee),
        TEST(test_statement__infinitive_and_preposition), TEST(test_statement__passive), TEST(test_statement__noun), TEST(test_statement__according_to),
        TEST(test_statement__colon), TEST(test_statement__quotation_runs_on), TEST(test_statement__damaged_marks), TEST(test_statement__nothing_said),
        TEST(test_statement__attribution), TEST(test_statement__over_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
