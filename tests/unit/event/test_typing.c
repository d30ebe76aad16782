/* The learned part of event typing: what it drops, what it leaves alone, and how a bad file is refused. */
#include <stdio.h>
#include <unistd.h>

#include "support/engine.h"

#include "event/event.h"
#include "event/typing.h"

/* "word TYPE" of each event, and "?" when the learned part was not asked. */
static void show(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        att_slice w = doc->toks.at[e->trigger].lower;
        test_put(out, "%s%.*s %s%s", *out ? "; " : "", (int)w.len, w.ptr, att_event_type_name((att_event_type)e->type), e->judged ? "" : "?");
    }
}

static const test_row LEARNED[] = {
    {"Mexican cartels amassed great wealth.", NULL, "", NULL},
    {"Clinton clinched the nomination in Florida.", NULL, "", NULL},
    {"The new rules destroyed the finances of many American families.", NULL, "", NULL},
    {"The result scrambled the Republican race.", NULL, "", NULL},
    /* what the word usually tells stays */
    {"Russia amassed troops near Ukraine.", NULL, "amassed MOBILIZE", NULL},
    {"Israel destroyed a Syrian radar station.", NULL, "destroyed ASSAULT", NULL},
    {"NATO scrambled fighter jets over Poland.", NULL, "scrambled MOBILIZE", NULL},
    /* a frame that asks something of its arguments is not doubted */
    {"Chile recalled its ambassador from Peru.", NULL, "recalled SANCTION", NULL},
};

static const test_row RULES[] = {
    {"Mexican cartels amassed great wealth.", NULL, "amassed MOBILIZE?", NULL},
    {"Clinton clinched the nomination in Florida.", NULL, "clinched AGREE?", NULL},
    {"Israel destroyed a Syrian radar station.", NULL, "destroyed ASSAULT?", NULL},
};

#define ROWS(table, who) test_list_rows(l, who, table, sizeof(table) / sizeof *(table), show)

/* Files of every length up to a bit more than the head, and one whose weights were changed. */
static void refuses_bad_files(void **state)
{
    (void)state;
    static char whole[1 << 18];
    char path[] = "/tmp/att-typing-XXXXXX";
    att_typing_model *m;
    FILE *in = fopen(ATT_SOURCE_DIR "/models/typing.attm", "rb");
    assert_non_null(in);
    size_t n = fread(whole, 1, sizeof whole, in);
    (void)fclose(in);
    int fd = mkstemp(path);
    assert_true(fd >= 0 && n > sizeof(att_typing_head));
    (void)close(fd);
    for (size_t len = 0; len <= n; len += len < sizeof(att_typing_head) + 2 ? 1 : n - len > 1 ? n - len - 1 : 1) {
        FILE *out = fopen(path, "wb");
        assert_true(out && fwrite(whole, 1, len, out) == len && fclose(out) == 0);
        att_err e = att_typing_open(&m, path);
        assert_int_equal(e.code, len == n ? ATT_OK : len ? ATT_E_MODEL : e.code);
        assert_true(len == n ? m != NULL : m == NULL && att_failed(e));
        att_typing_close(m);
    }
    whole[n - 9] ^= 1;
    FILE *out = fopen(path, "wb");
    assert_true(out && fwrite(whole, 1, n, out) == n && fclose(out) == 0);
    assert_int_equal(att_typing_open(&m, path).code, ATT_E_MODEL);
    (void)unlink(path);
    assert_int_equal(att_typing_open(&m, path).code, ATT_E_IO);
}

int main(void)
{
    test_coder coder, rules;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    test_coder_open(&rules);
    rules.worker.events.rules_only = true;
    ROWS(LEARNED, &coder);
    ROWS(RULES, &rules);
    int failed = test_list_run(l, "event/typing");
    test_coder_close(&coder);
    test_coder_close(&rules);
    free(l);
    const struct CMUnitTest tests[] = {cmocka_unit_test(refuses_bad_files)};
    return failed + cmocka_run_group_tests(tests, NULL, NULL);
}
