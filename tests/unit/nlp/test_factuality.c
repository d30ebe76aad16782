/* Factuality by the model and by rules, what stands above a predicate, nouns as predicates, damaged files. */
#include "nlp_fixture.h"

#include <unistd.h>

#include "base/mapfile.h"
#include "nlp/embedding.h"
#include "nlp/factuality_int.h"

#define FACTUALITY_PATH ATT_SOURCE_DIR "/models/factuality.attm"
#define DAMAGED_PATH "/tmp/attache-test-factuality.attm"

typedef struct {
    att_arena arena;
    att_model *language;
    att_embeds embeds;
    att_factuality_model *model;
} knowledge;

static int open_all(void **state)
{
    static knowledge k;
    att_arena_init(&k.arena, (size_t)64 << 20);
    att_embeds_load(&k.embeds, &k.arena);
    if (att_failed(att_model_open(&k.language, MODEL_PATH)) || att_failed(att_factuality_open(&k.model, FACTUALITY_PATH))) return 1;
    *state = &k;
    return 0;
}

static int close_all(void **state)
{
    knowledge *k = *state;
    att_factuality_close(k->model);
    att_model_close(k->language);
    att_arena_release(&k->arena);
    return 0;
}

static void read_text(const knowledge *k, fixture *f, const char *sentence)
{
    fixture_open(f);
    fixture_text(f, sentence);
    att_tag(k->language, &f->doc);
    att_parse_trees(k->language, &f->doc);
    att_clauses_find(k->language, &f->doc);
    att_nominals_find(&f->doc);
}

static uint32_t word(const att_doc *doc, const char *form)
{
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if (att_is(doc->toks.at[t].form, form)) return t;
    fail_msg("no %s", form);
    return 0;
}

static float value(const knowledge *k, bool learned, const char *sentence, const char *form)
{
    fixture f;
    const att_factuality_way way = {k->language, &k->embeds, learned ? k->model : NULL};
    read_text(k, &f, sentence);
    att_factuality_view v = att_factuality_look(&way, &f.doc);
    float y = att_factuality_of(&v, word(&f.doc, form));
    fixture_close(&f);
    return y;
}

/* Bounds hold for the rules and for the mixture with the learned part. */
static void test_factuality__values(void **state)
{
    static const struct {
        const char *sentence, *word;
        float from, to;
    } ROWS[] = {
        {"Troops crossed the river on Monday .", "crossed", 2, 3},
        {"Troops did not cross the river on Monday .", "cross", -3, -0.8f},
        {"The minister failed to attend the meeting .", "attend", -3, -0.5f},
        {"The minister managed to attend the meeting .", "attend", 1.2f, 3},
        {"The minister knows that the troops left .", "left", 2, 3},
        {"The company plans to build a pipeline .", "build", -0.5f, 2},
        {"The army may attack the town .", "attack", -0.5f, 2},
        {"If the talks fail , the union will strike .", "fail", -1, 1.6f},
        {"The rebels refused to leave the city .", "leave", -3, -0.5f},
        {"Nobody attended the meeting .", "attended", -3, -0.4f},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        for (int learned = 0; learned < 2; learned++) {
            float y = value(*state, learned, ROWS[i].sentence, ROWS[i].word);
            if (y < ROWS[i].from || y > ROWS[i].to) fail_msg("%s [%s] learned %d: %.2f", ROWS[i].sentence, ROWS[i].word, learned, (double)y);
        }
}

/* "managed" is surer than "hopes", "hopes" than "refused". */
static void test_factuality__order(void **state)
{
    for (int learned = 0; learned < 2; learned++) {
        float managed = value(*state, learned, "The governor managed to reopen the port .", "reopen");
        float hopes = value(*state, learned, "The governor hopes to reopen the port .", "reopen");
        float refused = value(*state, learned, "The governor refused to reopen the port .", "reopen");
        assert_true(managed > hopes && hopes > refused);
    }
}

static void test_factuality__column(void **state)
{
    const knowledge *k = *state;
    const att_factuality_way way = {k->language, &k->embeds, k->model};
    fixture f;
    float v;
    read_text(k, &f, "The troops left .");
    assert_false(att_factuality_at(&f.doc, 3, &v)); /* not asked for yet */
    att_factuality_find(&way, &f.doc);
    assert_true(att_factuality_at(&f.doc, word(&f.doc, "left"), &v));
    assert_true(v >= 2 && v <= 3);
    assert_false(att_factuality_at(&f.doc, word(&f.doc, "The"), &v));
    assert_false(att_factuality_at(&f.doc, 99, &v));
    fixture_close(&f);
}

static void test_factuality__odd_input(void **state)
{
    const knowledge *k = *state;
    const att_factuality_way way = {k->language, &k->embeds, k->model};
    att_buf b = {0};
    for (int i = 0; i < 3000; i++) att_put_z(&b, i % 3 ? "not " : "denied ");
    att_put_char(&b, 0);
    fixture f;
    read_text(k, &f, b.ptr);
    att_factuality_find(&way, &f.doc);
    for (uint32_t t = 1; t < f.doc.toks.n; t++) assert_true(f.doc.factuality[t] == ATT_FACT_NONE || abs(f.doc.factuality[t]) <= 3 * ATT_FACT_UNIT);
    fixture_close(&f);
    att_buf_release(&b);
    read_text(k, &f, "");
    att_factuality_find(&way, &f.doc);
    fixture_close(&f);
}

static void test_embedding__chain(void **state)
{
    const knowledge *k = *state;
    fixture f;
    att_embedder e[ATT_MAX_EMBEDDERS];
    read_text(k, &f, "Moscow denied that it planned to invade Georgia .");
    uint32_t n = att_embedders_of(&k->embeds, &f.doc, word(&f.doc, "invade"), e);
    assert_int_equal(n, 2);
    assert_int_equal(e[0].cls, ATT_EMB_PLANNED);
    assert_int_equal(e[1].cls, ATT_EMB_DENIED);
    assert_int_equal(e[1].holder, word(&f.doc, "Moscow"));
    fixture_close(&f);
    read_text(k, &f, "If sanctions are lifted , Tehran will stop the work .");
    n = att_embedders_of(&k->embeds, &f.doc, word(&f.doc, "stop"), e);
    assert_true(n >= 1 && e[0].cls == ATT_EMB_CONDITIONAL && e[0].tok == word(&f.doc, "lifted"));
    fixture_close(&f);
}

static void test_embedding__nominals(void **state)
{
    const knowledge *k = *state;
    fixture f;
    read_text(k, &f, "Russia 's bombardment of the harbour continued after the destruction of a bridge by rebels .");
    assert_int_equal(f.doc.nominals.n, 3);
    const att_clause *c = &f.doc.nominals.at[1], *d = &f.doc.nominals.at[2];
    assert_int_equal(c->tok, word(&f.doc, "bombardment"));
    assert_int_equal(c->subj, word(&f.doc, "Russia"));
    assert_int_equal(c->obj, word(&f.doc, "harbour"));
    assert_int_equal(d->subj, word(&f.doc, "rebels"));
    assert_int_equal(d->obj, word(&f.doc, "bridge"));
    assert_true(c->flags & ATT_CL_NOMINAL);
    fixture_close(&f);
}

/* The file with its byte at changed, or cut to len. */
static att_code open_damaged(size_t at, size_t len)
{
    att_mapped m;
    att_factuality_model *model = NULL;
    if (att_failed(att_map_file(&m, FACTUALITY_PATH, 0))) fail_msg("no %s", FACTUALITY_PATH);
    unsigned char *copy = malloc(m.len);
    assert_non_null(copy);
    memcpy(copy, m.ptr, m.len);
    if (at < m.len) copy[at] ^= 0x40;
    if (len > m.len) len = m.len;
    FILE *out = fopen(DAMAGED_PATH, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(copy, 1, len, out), len);
    fclose(out);
    free(copy);
    att_unmap_file(&m);
    att_err e = att_factuality_open(&model, DAMAGED_PATH);
    unlink(DAMAGED_PATH);
    assert_true(att_failed(e) ? model == NULL && e.msg != NULL : model != NULL);
    att_factuality_close(model);
    return e.code;
}

static void test_factuality__damaged_file(void **state)
{
    (void)state;
    assert_int_equal(open_damaged(SIZE_MAX, SIZE_MAX), ATT_OK);
    const size_t places[] = {0, 8, 12, 16, 24, 40, 70, 300, 100000};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) assert_int_equal(open_damaged(places[i], SIZE_MAX), ATT_E_MODEL);
    const size_t lengths[] = {0, 7, 100, sizeof(att_fact_head), 200000};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) assert_int_equal(open_damaged(SIZE_MAX, lengths[i]), ATT_E_MODEL);
    att_factuality_model *m;
    assert_int_equal(att_factuality_open(&m, "/nonexistent").code, ATT_E_IO);
    assert_null(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_factuality__values),     cmocka_unit_test(test_factuality__order),    cmocka_unit_test(test_factuality__column),
        cmocka_unit_test(test_factuality__odd_input),  cmocka_unit_test(test_embedding__chain),     cmocka_unit_test(test_embedding__nominals),
        cmocka_unit_test(test_factuality__damaged_file),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
