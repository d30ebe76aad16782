/* Names by the model and by rules: spans and kinds, the second pass, damaged files, odd input. */
#include "nlp_fixture.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "nlp/names_int.h"

#define NAMES_PATH ATT_SOURCE_DIR "/models/names.attm"
#define DAMAGED_PATH "/tmp/att-test-names.attm"

static att_names_model *open_names(void)
{
    att_names_model *m = NULL;
    att_err e = att_names_open(&m, NAMES_PATH);
    if (att_failed(e)) fail_msg("%s: %s", NAMES_PATH, e.msg);
    return m;
}

static const char *text_of(const fixture *f, char out[1000])
{
    static const char *const KINDS[] = {"?", "PER", "ORG", "LOC", "NORP"};
    int n = 0;
    out[0] = 0;
    for (uint32_t i = 1; i < f->doc.names.n; i++) {
        const att_name *k = &f->doc.names.at[i];
        att_slice s = att_cut(&f->doc, k->span);
        n += snprintf(out + n, 1000 - (size_t)n, "%s%s=%.*s", n ? "; " : "", KINDS[k->kind], (int)s.len, s.ptr);
    }
    return out;
}

static void find(const att_model *m, const att_names_model *names, fixture *f, const char *sentences)
{
    fixture_open(f);
    fixture_text(f, sentences);
    att_tag(m, &f->doc);
    att_parse_trees(m, &f->doc);
    att_names_find(names, m, &f->doc);
}

static void expect(const char *sentences, const char *names)
{
    att_model *m = open_model();
    att_names_model *n = open_names();
    fixture f;
    char out[1000];
    find(m, n, &f, sentences);
    assert_string_equal(text_of(&f, out), names);
    for (uint32_t i = 1; i < f.doc.names.n; i++)
        for (uint32_t t = f.doc.names.at[i].tok_beg; t < f.doc.names.at[i].tok_end; t++) assert_int_equal(f.doc.toks.at[t].ner, f.doc.names.at[i].kind);
    fixture_close(&f);
    att_names_close(n);
    att_model_close(m);
}

static void test_names__kinds(void **state)
{
    (void)state;
    expect("Russian President Vladimir Putin met Emmanuel Macron in Moscow on Tuesday .", "PER=Vladimir Putin; PER=Emmanuel Macron; LOC=Moscow");
    expect("The United Nations sent observers to Syria .", "ORG=United Nations; LOC=Syria");
    expect("Officials at the World Bank in Washington said so .", "ORG=World Bank; LOC=Washington");
}

/* A group is named by a noun; an adjective beside a noun says what that is like. */
static void test_names__peoples(void **state)
{
    (void)state;
    expect("Syrian troops killed two Kurds in Aleppo .", "NORP=Kurds; LOC=Aleppo");
}

/* Without the language model's vectors the hashed features go on alone. */
static void test_names__without_vectors(void **state)
{
    (void)state;
    att_model *m = open_model();
    att_names_model *n = open_names();
    fixture f;
    char out[1000];
    fixture_open(&f);
    fixture_text(&f, "Emmanuel Macron met Angela Merkel in Berlin .");
    att_tag(m, &f.doc);
    att_parse_trees(m, &f.doc);
    att_names_find(n, NULL, &f.doc);
    assert_string_equal(text_of(&f, out), "PER=Emmanuel Macron; PER=Angela Merkel; LOC=Berlin");
    fixture_close(&f);
    att_names_close(n);
    att_model_close(m);
}

static void test_names__none(void **state)
{
    (void)state;
    expect("The ministers will meet again on Friday .", "");
    expect("it was late , and nobody came .", "");
}

static void test_names__known_elsewhere(void **state)
{
    (void)state;
    att_model *m = open_model();
    att_names_model *n = open_names();
    fixture f;
    find(m, n, &f, "Mr. John Harkovic , the mayor , spoke first .\nHarkovic said he would go .\n");
    uint32_t last = f.doc.names.n - 1;
    assert_true(f.doc.names.n > 2);
    assert_int_equal(f.doc.names.at[last].kind, ATT_NAME_PER);
    assert_true(att_is(att_cut(&f.doc, f.doc.names.at[last].span), "Harkovic"));
    fixture_close(&f);
    att_names_close(n);
    att_model_close(m);
}

static void test_names__same_always(void **state)
{
    (void)state;
    static const char TEXT[] = "Ukraine 's Volodymyr Zelenskyy spoke to the European Union and NATO .\nBBC NEWS : PUTIN IN PARIS";
    att_model *m = open_model();
    att_names_model *n = open_names();
    fixture a, b;
    char x[1000], y[1000];
    find(m, n, &a, TEXT);
    find(m, n, &b, TEXT);
    assert_string_equal(text_of(&a, x), text_of(&b, y));
    fixture_close(&a);
    fixture_close(&b);
    att_names_close(n);
    att_model_close(m);
}

static void test_names__rules_without_file(void **state)
{
    (void)state;
    att_model *m = open_model();
    fixture f;
    char out[1000];
    find(m, NULL, &f, "He met President Emmanuel Macron in Moscow .");
    assert_string_equal(text_of(&f, out), "PER=President Emmanuel Macron; LOC=Moscow");
    fixture_close(&f);
    att_model_close(m);
}

static void test_names__odd_input(void **state)
{
    (void)state;
    att_model *m = open_model();
    att_names_model *n = open_names();
    fixture f;
    find(m, n, &f, "");
    assert_int_equal(f.doc.names.n, 1);
    fixture_close(&f);
    att_buf b = {0};
    for (int i = 0; i < 5000; i++) att_put_z(&b, i % 3 ? "Ab " : "\xC3\x89- ");
    att_put_char(&b, 0);
    find(m, n, &f, b.ptr);
    for (uint32_t i = 1; i < f.doc.names.n; i++) assert_true(f.doc.names.at[i].tok_beg < f.doc.names.at[i].tok_end && f.doc.names.at[i].tok_end <= f.doc.toks.n);
    fixture_close(&f);
    att_buf_release(&b);
    att_names_close(n);
    att_model_close(m);
}

static void test_names__decode(void **state)
{
    (void)state;
    att_names_steps step = {{{0}}};
    float score[3 * NAMES_STRIDE] = {0};
    uint8_t from[3][NAMES_STRIDE], tags[3];
    step.at[NAMES_O][NAMES_I_PER] = -1e4f;
    step.at[NAMES_B_PER][NAMES_I_PER] = 1;
    score[0 * NAMES_STRIDE + NAMES_I_PER] = 5; /* can't begin with I */
    score[0 * NAMES_STRIDE + NAMES_B_PER] = 1;
    score[1 * NAMES_STRIDE + NAMES_B_ORG] = 1;
    score[1 * NAMES_STRIDE + NAMES_I_PER] = 0.5f;
    att_names_decode(&step, score, from, 3, tags);
    assert_int_equal(tags[0], NAMES_B_PER);
    assert_int_equal(tags[1], NAMES_I_PER);
    assert_int_equal(tags[2], NAMES_O);
}

static void test_names__dictionaries(void **state)
{
    (void)state;
    att_arena a;
    att_names_words w;
    att_arena_init(&a, (size_t)64 << 20);
    att_names_words_open(&w, &a);
    assert_true(att_names_get(&w.words, att_hash(ATT_LIT("ministry"))) & NAMES_W_ORG);
    assert_true(att_names_get(&w.words, att_hash(ATT_LIT("french"))) & NAMES_W_NORP);
    assert_true(att_names_get(&w.words, att_hash(ATT_LIT("vladimir"))) & NAMES_W_GIVEN);
    uint64_t h = att_names_phrase_step(att_names_phrase_step(0, att_hash(ATT_LIT("saudi"))), att_hash(ATT_LIT("arabia")));
    assert_true(att_names_get(&w.phrases, h) & NAMES_P_COUNTRY);
    assert_int_equal(att_names_get(&w.begins, att_hash(ATT_LIT("qwertz"))), 0);
    /* room for more data than there is today */
    assert_true(w.words.n * 4 < w.words.mask * 3 && w.phrases.n * 4 < w.phrases.mask * 3 && w.begins.n * 4 < w.begins.mask * 3);
    att_arena_release(&a);
}

/* The file with its byte at changed, or cut to len. */
static att_code open_damaged(size_t at, size_t len)
{
    att_mapped f;
    att_names_model *m = NULL;
    if (att_failed(att_map_file(&f, NAMES_PATH, 0))) fail_msg("no %s", NAMES_PATH);
    unsigned char *copy = malloc(f.len);
    assert_non_null(copy);
    memcpy(copy, f.ptr, f.len);
    if (at < f.len) copy[at] ^= 0x40;
    FILE *out = fopen(DAMAGED_PATH, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(copy, 1, len < f.len ? len : f.len, out), len < f.len ? len : f.len);
    fclose(out);
    free(copy);
    att_unmap_file(&f);
    att_err e = att_names_open(&m, DAMAGED_PATH);
    unlink(DAMAGED_PATH);
    assert_true(att_failed(e) ? m == NULL : m != NULL);
    att_names_close(m);
    return e.code;
}

static void test_names__damaged_file(void **state)
{
    (void)state;
    assert_int_equal(open_damaged(SIZE_MAX, SIZE_MAX), ATT_OK);
    assert_int_equal(open_damaged(0, SIZE_MAX), ATT_E_MODEL);
    assert_int_equal(open_damaged(8, SIZE_MAX), ATT_E_MODEL);
    assert_int_equal(open_damaged(600, SIZE_MAX), ATT_E_MODEL);
    assert_int_equal(open_damaged(2000000, SIZE_MAX), ATT_E_MODEL);
    assert_int_equal(open_damaged(3300000, SIZE_MAX), ATT_E_MODEL); /* in the network, which has a checksum of its own */
    assert_int_equal(open_damaged(SIZE_MAX, 3300000), ATT_E_MODEL);
    assert_int_equal(open_damaged(SIZE_MAX, 0), ATT_E_MODEL);
    assert_int_equal(open_damaged(SIZE_MAX, 511), ATT_E_MODEL);
    assert_int_equal(open_damaged(SIZE_MAX, 100000), ATT_E_MODEL);
    att_names_model *m;
    assert_int_equal(att_names_open(&m, "/nonexistent").code, ATT_E_IO);
    assert_null(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names__peoples),        cmocka_unit_test(test_names__without_vectors),
        cmocka_unit_test(test_names__kinds),          cmocka_unit_test(test_names__none),       cmocka_unit_test(test_names__known_elsewhere),
        cmocka_unit_test(test_names__same_always),    cmocka_unit_test(test_names__odd_input),  cmocka_unit_test(test_names__rules_without_file),
        cmocka_unit_test(test_names__decode),         cmocka_unit_test(test_names__dictionaries), cmocka_unit_test(test_names__damaged_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
