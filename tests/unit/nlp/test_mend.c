/* Trees mended by knowledge of words. */
#include "support/cm.h"

#include "nlp/mend.h"
#include "support/words.h"

static uint32_t head_after(const char *conllu, uint32_t tok, att_deprel *rel)
{
    att_test_doc d;
    test_doc_conllu(&d, conllu);
    att_trees_mend(&d.doc);
    uint32_t head = d.doc.toks.at[tok].head;
    *rel = (att_deprel)d.doc.toks.at[tok].deprel;
    test_doc_release(&d);
    return head;
}

static void test_mend__told_that(void **state)
{
    (void)state;
    att_deprel rel;
    static const char TOLD[] = "1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\ttold\ttell\tVERB\t_\t_\t0\troot\t_\t_\n3\treporters\treporter\tNOUN\t_\t_\t2\tiobj\t_\t_\n"
                               "4\tthat\tthat\tPRON\t_\t_\t6\tobj\t_\t_\n5\tBonn\tBonn\tPROPN\t_\t_\t6\tnsubj\t_\t_\n6\tagreed\tagree\tVERB\t_\t_\t3\tacl:relcl\t_\t_\n\n";
    assert_int_equal(head_after(TOLD, 6, &rel), 2);
    assert_int_equal(rel, ATT_DEP_CCOMP);
    assert_int_equal(head_after(TOLD, 4, &rel), 6);
    assert_int_equal(rel, ATT_DEP_MARK);
    static const char WHERE[] = "1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\ttold\ttell\tVERB\t_\t_\t0\troot\t_\t_\n3\treporters\treporter\tNOUN\t_\t_\t2\tiobj\t_\t_\n"
                                "4\tin\tin\tADP\t_\t_\t5\tcase\t_\t_\n5\tBonn\tBonn\tPROPN\t_\t_\t3\tnmod\t_\t_\n6\tthat\tthat\tPRON\t_\t_\t8\tobj\t_\t_\n"
                                "7\tOslo\tOslo\tPROPN\t_\t_\t8\tnsubj\t_\t_\n8\tagreed\tagree\tVERB\t_\t_\t5\tacl:relcl\t_\t_\n\n";
    assert_int_equal(head_after(WHERE, 8, &rel), 2); /* the place of telling stands between */
    /* "told reporters that asked": a true relative clause stays */
    static const char ASKED[] = "1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\ttold\ttell\tVERB\t_\t_\t0\troot\t_\t_\n3\treporters\treporter\tNOUN\t_\t_\t2\tiobj\t_\t_\n"
                                "4\tthat\tthat\tPRON\t_\t_\t5\tnsubj\t_\t_\n5\tasked\task\tVERB\t_\t_\t3\tacl:relcl\t_\t_\n\n";
    assert_int_equal(head_after(ASKED, 5, &rel), 3);
}

static void test_mend__phrase(void **state)
{
    (void)state;
    att_deprel rel;
    static const char DOS[] = "1\tThey\tthey\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tbegan\tbegin\tVERB\t_\t_\t0\troot\t_\t_\n3\ta\ta\tDET\t_\t_\t4\tdet\t_\t_\n"
                              "4\tdenial\tdenial\tNOUN\t_\t_\t2\tobj\t_\t_\n5\tof\tof\tADP\t_\t_\t7\tcase\t_\t_\n6\tservice\tservice\tNOUN\t_\t_\t7\tcompound\t_\t_\n"
                              "7\tattack\tattack\tNOUN\t_\t_\t4\tnmod\t_\t_\n\n";
    assert_int_equal(head_after(DOS, 7, &rel), 2);
    assert_int_equal(rel, ATT_DEP_OBJ);
    assert_int_equal(head_after(DOS, 4, &rel), 7);
    assert_int_equal(rel, ATT_DEP_COMPOUND);
    assert_int_equal(head_after(DOS, 3, &rel), 7);
    assert_int_equal(head_after(DOS, 5, &rel), 6);
    /* "a denial of terror attacks" denies attacks */
    static const char TERROR[] = "1\tThey\tthey\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tissued\tissue\tVERB\t_\t_\t0\troot\t_\t_\n3\ta\ta\tDET\t_\t_\t4\tdet\t_\t_\n"
                                 "4\tdenial\tdenial\tNOUN\t_\t_\t2\tobj\t_\t_\n5\tof\tof\tADP\t_\t_\t7\tcase\t_\t_\n6\tterror\tterror\tNOUN\t_\t_\t7\tcompound\t_\t_\n"
                                 "7\tattacks\tattack\tNOUN\t_\t_\t4\tnmod\t_\t_\n\n";
    assert_int_equal(head_after(TERROR, 7, &rel), 4);
}

static void test_mend__reported_behind(void **state)
{
    (void)state;
    att_deprel rel;
    static const char AFP[] = "1\tRebels\trebel\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tfled\tflee\tVERB\t_\t_\t0\troot\t_\t_\n3\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
                              "4\treported\treport\tVERB\t_\t_\t2\tconj\t_\t_\n5\tAFP\tAFP\tPROPN\t_\t_\t4\tobj\t_\t_\n6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";
    assert_int_equal(head_after(AFP, 5, &rel), 4);
    assert_int_equal(rel, ATT_DEP_NSUBJ);
    assert_int_equal(head_after(AFP, 4, &rel), 2);
    assert_int_equal(rel, ATT_DEP_PARATAXIS);
    /* "fled, reported losses": what is reported is no reporter */
    static const char LOSSES[] = "1\tRebels\trebel\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tfled\tflee\tVERB\t_\t_\t0\troot\t_\t_\n3\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
                                 "4\treported\treport\tVERB\t_\t_\t2\tconj\t_\t_\n5\tlosses\tloss\tNOUN\t_\t_\t4\tobj\t_\t_\n6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";
    (void)head_after(LOSSES, 5, &rel);
    assert_int_equal(rel, ATT_DEP_OBJ);
}

static void test_mend__names_run_together(void **state)
{
    (void)state;
    att_deprel rel;
    static const char TWO[] = "1\tAfter\tafter\tSCONJ\t_\t_\t2\tmark\t_\t_\n2\tmeeting\tmeet\tVERB\t_\t_\t6\tadvcl\t_\t_\n3\tOlaf\tOlaf\tPROPN\t_\t_\t2\tobj\t_\t_\n"
                              "4\tScholz\tScholz\tPROPN\t_\t_\t3\tflat\t_\t_\n5\tPutin\tPutin\tPROPN\t_\t_\t3\tflat\t_\t_\n6\tstated\tstate\tVERB\t_\t_\t0\troot\t_\t_\n"
                              "7\tthat\tthat\tSCONJ\t_\t_\t9\tmark\t_\t_\n8\ttalks\ttalk\tNOUN\t_\t_\t9\tnsubj\t_\t_\n9\tfailed\tfail\tVERB\t_\t_\t6\tccomp\t_\t_\n\n";
    assert_int_equal(head_after(TWO, 5, &rel), 6);
    assert_int_equal(rel, ATT_DEP_NSUBJ);
    assert_int_equal(head_after(TWO, 4, &rel), 3);
}

static void test_mend__named_behind(void **state)
{
    (void)state;
    att_deprel rel;
#define WHO "1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\tgeneral\tgeneral\tNOUN\t_\t_\t8\tnsubj\t_\t_\n3\twho\twho\tPRON\t_\t_\t4\tnsubj\t_\t_\n4\tfled\tflee\tVERB\t_\t_\t2\tacl:relcl\t_\t_\n"
    static const char BELOW[] = WHO "5\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n6\tOkello\tOkello\tPROPN\t_\t_\t4\tappos\t_\t_\n7\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
                                    "8\tresigned\tresign\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(head_after(BELOW, 6, &rel), 2);
    static const char TWICE[] = WHO "5\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n6\tOkello\tOkello\tPROPN\t_\t_\t8\tnsubj\t_\t_\n7\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
                                    "8\tresigned\tresign\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(head_after(TWICE, 6, &rel), 2);
    assert_int_equal(rel, ATT_DEP_APPOS);
    static const char ROOT[] = "1\tA\ta\tDET\t_\t_\t2\tdet\t_\t_\n2\tgeneral\tgeneral\tNOUN\t_\t_\t0\troot\t_\t_\n3\twho\twho\tPRON\t_\t_\t4\tnsubj\t_\t_\n4\tfled\tflee\tVERB\t_\t_\t2\tacl:relcl\t_\t_\n"
                               "5\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n6\tOkello\tOkello\tPROPN\t_\t_\t2\tappos\t_\t_\n7\t,\t,\tPUNCT\t_\t_\t8\tpunct\t_\t_\n"
                               "8\tcalled\tcall\tVERB\t_\t_\t6\tacl\t_\t_\n\n";
    assert_int_equal(head_after(ROOT, 8, &rel), 0);
    assert_int_equal(head_after(ROOT, 2, &rel), 8);
    assert_int_equal(rel, ATT_DEP_NSUBJ);
}

static void test_mend__reduced(void **state)
{
    (void)state;
    att_deprel rel;
    static const char KILLED[] = "1\tMen\tman\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\tkilled\tkill\tVERB\t_\t_\t0\troot\t_\t_\n3\there\there\tADV\t_\t_\t2\tadvmod\t_\t_\n"
                                 "4\twere\tbe\tAUX\t_\t_\t5\taux:pass\t_\t_\n5\tburied\tbury\tVERB\t_\t_\t2\tparataxis\t_\t_\n\n";
    assert_int_equal(head_after(KILLED, 5, &rel), 0);
    assert_int_equal(head_after(KILLED, 1, &rel), 5);
    assert_int_equal(rel, ATT_DEP_NSUBJ_PASS);
    assert_int_equal(head_after(KILLED, 2, &rel), 1);
    assert_int_equal(rel, ATT_DEP_ACL);
}

static void test_mend__clause_under_a_day(void **state)
{
    (void)state;
    att_deprel rel;
    static const char DAY[] = "1\tBonn\tBonn\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tdemanded\tdemand\tVERB\t_\t_\t0\troot\t_\t_\n3\ton\ton\tADP\t_\t_\t4\tcase\t_\t_\n"
                              "4\tMonday\tMonday\tPROPN\t_\t_\t2\tobl\t_\t_\n5\tthat\tthat\tSCONJ\t_\t_\t7\tmark\t_\t_\n6\ttroops\ttroop\tNOUN\t_\t_\t7\tnsubj\t_\t_\n"
                              "7\tleave\tleave\tVERB\t_\t_\t4\tacl\t_\t_\n\n";
    assert_int_equal(head_after(DAY, 7, &rel), 2);
    assert_int_equal(rel, ATT_DEP_CCOMP);
}

static void test_mend__second_that(void **state)
{
    (void)state;
    att_deprel rel;
    static const char TWO[] = "1\tBonn\tBonn\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tasked\task\tVERB\t_\t_\t0\troot\t_\t_\n3\tthat\tthat\tSCONJ\t_\t_\t5\tmark\t_\t_\n"
                              "4\tA\tA\tPROPN\t_\t_\t5\tnsubj\t_\t_\n5\tstay\tstay\tVERB\t_\t_\t2\tccomp\t_\t_\n6\tthat\tthat\tSCONJ\t_\t_\t8\tmark\t_\t_\n"
                              "7\tB\tB\tPROPN\t_\t_\t8\tnsubj\t_\t_\n8\tleave\tleave\tVERB\t_\t_\t5\tparataxis\t_\t_\n\n";
    assert_int_equal(head_after(TWO, 8, &rel), 5);
    assert_int_equal(rel, ATT_DEP_CONJ);
}

static void test_mend__subject_behind_a_fronted_phrase(void **state)
{
    (void)state;
    att_deprel rel;
    static const char OSLO[] = "1\tAfter\tafter\tADP\t_\t_\t2\tcase\t_\t_\n2\ttalks\ttalk\tNOUN\t_\t_\t10\tobl\t_\t_\n3\twith\twith\tADP\t_\t_\t4\tcase\t_\t_\n"
                              "4\tBonn\tBonn\tPROPN\t_\t_\t2\tnmod\t_\t_\n5\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n6\tOslo\tOslo\tPROPN\t_\t_\t4\tappos\t_\t_\n"
                              "7\t,\t,\tPUNCT\t_\t_\t9\tpunct\t_\t_\n8\twhich\twhich\tPRON\t_\t_\t9\tnsubj\t_\t_\n9\twaited\twait\tVERB\t_\t_\t4\tacl:relcl\t_\t_\n"
                              "10\tagreed\tagree\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(head_after(OSLO, 6, &rel), 10);
    assert_int_equal(rel, ATT_DEP_NSUBJ);
    assert_int_equal(head_after(OSLO, 9, &rel), 6);
    /* where the predicate has a subject, the name stays an apposition */
    static const char ROME[] = "1\tAfter\tafter\tADP\t_\t_\t2\tcase\t_\t_\n2\ttalks\ttalk\tNOUN\t_\t_\t11\tobl\t_\t_\n3\twith\twith\tADP\t_\t_\t4\tcase\t_\t_\n"
                              "4\tBonn\tBonn\tPROPN\t_\t_\t2\tnmod\t_\t_\n5\t,\t,\tPUNCT\t_\t_\t6\tpunct\t_\t_\n6\tOslo\tOslo\tPROPN\t_\t_\t4\tappos\t_\t_\n"
                              "7\t,\t,\tPUNCT\t_\t_\t9\tpunct\t_\t_\n8\twhich\twhich\tPRON\t_\t_\t9\tnsubj\t_\t_\n9\twaited\twait\tVERB\t_\t_\t4\tacl:relcl\t_\t_\n"
                              "10\tRome\tRome\tPROPN\t_\t_\t11\tnsubj\t_\t_\n11\tagreed\tagree\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(head_after(ROME, 6, &rel), 4);
    assert_int_equal(rel, ATT_DEP_APPOS);
}

static void test_mend__title_and_name(void **state)
{
    (void)state;
    att_deprel rel;
    static const char TWO[] = "1\tChancellor\tchancellor\tNOUN\t_\t_\t5\tnsubj\t_\t_\n2\tAdler\tAdler\tPROPN\t_\t_\t1\tappos\t_\t_\n3\tand\tand\tCCONJ\t_\t_\t4\tcc\t_\t_\n"
                             "4\tCosta\tCosta\tPROPN\t_\t_\t2\tconj\t_\t_\n5\tmet\tmeet\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(head_after(TWO, 2, &rel), 5);
    assert_int_equal(rel, ATT_DEP_NSUBJ);
    assert_int_equal(head_after(TWO, 1, &rel), 2);
    assert_int_equal(rel, ATT_DEP_NMOD_DESC);
    static const char JOHN[] = "1\tMy\tmy\tPRON\t_\t_\t2\tnmod:poss\t_\t_\n2\tbrother\tbrother\tNOUN\t_\t_\t4\tnsubj\t_\t_\n3\tJohn\tJohn\tPROPN\t_\t_\t2\tappos\t_\t_\n"
                              "4\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n\n";
    assert_int_equal(head_after(JOHN, 3, &rel), 2);
}

static void test_mend__where_the_agent_is_from(void **state)
{
    (void)state;
    att_deprel rel;
    static const char OSLO[] = "1\theld\thold\tVERB\t_\t_\t0\troot\t_\t_\n2\tby\tby\tADP\t_\t_\t3\tcase\t_\t_\n3\tenvoys\tenvoy\tNOUN\t_\t_\t1\tobl:agent\t_\t_\n"
                              "4\tfrom\tfrom\tADP\t_\t_\t5\tcase\t_\t_\n5\tOslo\tOslo\tPROPN\t_\t_\t1\tobl\t_\t_\n\n";
    assert_int_equal(head_after(OSLO, 5, &rel), 3);
    assert_int_equal(rel, ATT_DEP_NMOD);
}

static void test_mend__content_clause(void **state)
{
    (void)state;
    att_deprel rel;
    static const char WHOLE[] = "1\tclaims\tclaim\tNOUN\t_\t_\t0\troot\t_\t_\n2\tthat\tthat\tPRON\t_\t_\t4\tobj\t_\t_\n3\tBonn\tBonn\tPROPN\t_\t_\t4\tnsubj\t_\t_\n"
                               "4\tattacked\tattack\tVERB\t_\t_\t1\tacl:relcl\t_\t_\n5\tOslo\tOslo\tPROPN\t_\t_\t4\tobj\t_\t_\n\n";
    assert_int_equal(head_after(WHOLE, 4, &rel), 1);
    assert_int_equal(rel, ATT_DEP_ACL);
    assert_int_equal(head_after(WHOLE, 2, &rel), 4);
    assert_int_equal(rel, ATT_DEP_MARK);
    /* "claims that Bonn made": a true relative clause stays */
    static const char MADE[] = "1\tclaims\tclaim\tNOUN\t_\t_\t0\troot\t_\t_\n2\tthat\tthat\tPRON\t_\t_\t4\tobj\t_\t_\n3\tBonn\tBonn\tPROPN\t_\t_\t4\tnsubj\t_\t_\n"
                              "4\tmade\tmake\tVERB\t_\t_\t1\tacl:relcl\t_\t_\n\n";
    head_after(MADE, 4, &rel);
    assert_int_equal(rel, ATT_DEP_ACL_RELCL);
}

static void test_mend__who_speaks(void **state)
{
    (void)state;
    att_deprel rel;
    static const char COME[] = "1\tOslo\tOslo\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\twarned\twarn\tVERB\t_\t_\t0\troot\t_\t_\n3\tthat\tthat\tSCONJ\t_\t_\t6\tmark\t_\t_\n"
                              "4\twar\twar\tNOUN\t_\t_\t2\tnsubj\t_\t_\n5\tcould\tcould\tAUX\t_\t_\t6\taux\t_\t_\n6\tcome\tcome\tVERB\t_\t_\t2\tccomp\t_\t_\n"
                              "\n";
    assert_int_equal(head_after(COME, 4, &rel), 6);
    static const char FREELY[] = "1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\t_\n3\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\t_\n"
                                "4\tspeaking\tspeak\tVERB\t_\t_\t2\tadvcl\t_\t_\n5\tfreely\tfreely\tADV\t_\t_\t4\tadvmod\t_\t_\n6\tthat\tthat\tSCONJ\t_\t_\t8\tmark\t_\t_\n"
                                "7\tBonn\tBonn\tPROPN\t_\t_\t8\tnsubj\t_\t_\n8\tleft\tleave\tVERB\t_\t_\t4\tccomp\t_\t_\n\n";
    assert_int_equal(head_after(FREELY, 8, &rel), 2); /* nobody "speaks that" */
    static const char PRAISED[] = "1\tOslo\tOslo\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\t_\n3\ttalks\ttalk\tNOUN\t_\t_\t4\tnsubj\t_\t_\n"
                                 "4\tcontinues\tcontinue\tVERB\t_\t_\t2\tccomp\t_\t_\n5\tand\tand\tCCONJ\t_\t_\t6\tcc\t_\t_\n6\tpraised\tpraise\tVERB\t_\t_\t4\tconj\t_\t_\n"
                                 "7\tBonn\tBonn\tPROPN\t_\t_\t6\tobj\t_\t_\n\n";
    assert_int_equal(head_after(PRAISED, 6, &rel), 2);
    assert_int_equal(head_after(PRAISED, 5, &rel), 6);
    static const char CLAIMS[] = "1\tOslo\tOslo\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\trejected\treject\tVERB\t_\t_\t0\troot\t_\t_\n3\tclaims\tclaim\tVERB\t_\t_\t2\txcomp\t_\t_\n"
                                "4\tthat\tthat\tSCONJ\t_\t_\t6\tmark\t_\t_\n5\tBonn\tBonn\tPROPN\t_\t_\t6\tnsubj\t_\t_\n6\tleft\tleave\tVERB\t_\t_\t3\tccomp\t_\t_\n"
                                "\n";
    assert_int_equal(head_after(CLAIMS, 3, &rel), 2);
    assert_int_equal(rel, ATT_DEP_OBJ);
    head_after(CLAIMS, 6, &rel);
    assert_int_equal(rel, ATT_DEP_ACL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(test_mend__told_that), TEST(test_mend__phrase), TEST(test_mend__reported_behind), TEST(test_mend__reduced), TEST(test_mend__named_behind), TEST(test_mend__names_run_together), TEST(test_mend__clause_under_a_day), TEST(test_mend__second_that),
                                       TEST(test_mend__subject_behind_a_fronted_phrase), TEST(test_mend__title_and_name), TEST(test_mend__where_the_agent_is_from), TEST(test_mend__content_clause), TEST(test_mend__who_speaks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
