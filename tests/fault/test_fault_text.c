/* Every allocation of the text stage fails once: the recovery point is reached, nothing leaks (the sanitizer's leak check runs at
 * the end), and the next document goes through. Besides, every cap of the arena that is too small is found out in time. */
#include "support/cm.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "fault/fault.h"
#include "text/reader.h"
#include "text/text.h"
#include "text/walk.h"

static const char PARA[] = "PARIS (Agency) – The ministers of 12 states met on Tuesday, Feb. 15, and didn’t agree; “We’ll see,” said one.\n\n";

typedef struct {
    char *text;
    uint32_t len;
    att_arena keep, scratch;
    att_doc doc;
} job;

/* Separate from read_all, so that no local lives across setjmp. */
static void stages(job *j)
{
    att_article a = {.id = ATT_LIT("fault"), .text = {j->text, j->len}, .meta = {.published = ATT_NO_DAY}};
    att_doc_init(&j->doc, &j->keep, &j->scratch, a.text);
    att_paras_find(&j->doc, &a, ATT_NO_DAY);
    att_tokenize(&j->doc);
}

/* ATT_E_NOMEM when the arena jumped. */
static att_code read_all(job *j)
{
    jmp_buf oom;
    att_arena_reset(&j->keep);
    att_arena_reset(&j->scratch);
    if (setjmp(oom)) {
        j->keep.oom = j->scratch.oom = NULL;
        return ATT_E_NOMEM;
    }
    j->keep.oom = j->scratch.oom = &oom;
    stages(j);
    j->keep.oom = j->scratch.oom = NULL;
    return ATT_OK;
}

static void job_init(job *j, uint32_t paras, size_t cap)
{
    *j = (job){.len = paras * (uint32_t)(sizeof PARA - 1)};
    j->text = malloc(j->len + 1);
    for (uint32_t i = 0; i < paras; i++) memcpy(j->text + i * (sizeof PARA - 1), PARA, sizeof PARA);
    att_arena_init(&j->keep, cap);
    att_arena_init(&j->scratch, cap);
}

static void job_release(job *j)
{
    att_arena_release(&j->keep);
    att_arena_release(&j->scratch);
    free(j->text);
}

static void test_fault__every_allocation_of_paras_and_tokens(void **state)
{
    (void)state;
    for (long k = 0;; k++) {
        job j;
        job_init(&j, 400, (size_t)1 << 30);
        fault_arm(k);
        att_code code = read_all(&j);
        bool fired = fault_disarm();
        assert_int_equal(code, fired ? ATT_E_NOMEM : ATT_OK);
        assert_int_equal(read_all(&j), ATT_OK); /* the same arenas work again */
        assert_true(j.doc.toks.n > 400 * 20);
        job_release(&j);
        if (!fired) {
            assert_true(k > 3);
            break;
        }
    }
}

static void test_fault__every_cap_that_is_too_small(void **state)
{
    (void)state;
    size_t enough = 0;
    for (size_t cap = 0; !enough; cap += 128 << 10) {
        job j;
        job_init(&j, 100, cap);
        att_code code = read_all(&j);
        assert_true(code == ATT_OK || code == ATT_E_NOMEM);
        assert_true(j.keep.held <= cap && j.scratch.held <= cap);
        if (code == ATT_OK) enough = cap;
        job_release(&j);
    }
    assert_true(enough >= 256 << 10);
    assert_true(enough < 64 << 20);
}

static const struct {
    const char *suffix, *content;
} FILES[] = {
    {"txt", "Kyiv — By A. Writer | February 14, 2022\n\nTroops moved on Monday. Talks go on."},
    {"latin1.txt", "Le ministre fran\xE7" "ais a parl\xE9 \xE0 Paris. The minister met his counterpart in Paris on Monday."},
    {"html", "<html><head><title>Talks</title><meta property=\"article:published_time\" content=\"2022-02-14T10:00:00Z\"></head><body><nav>Home</nav>"
             "<article><h1>Talks go on</h1><p>The ministers met in Paris on Monday to talk about the border, officials of both sides said.</p>"
             "<p>They will meet again in Berlin next week, the host said after the meeting in the palace.</p></article></body></html>"},
    {"json", "[{\"text\": \"Troops moved on Monday, the ministry said.\", \"date\": \"2022-02-14\"}, {\"text\": \"Talks go on in Paris.\"}]"},
    {"jsonl", "{\"id\": \"a\", \"text\": \"Troops moved on Monday.\"}\n{\"id\": \"b\", \"body\": \"Talks go on.\", \"title\": \"Talks\"}\n"},
    {"csv", "id,title,text\n1,Talks,\"Talks go on, the \"\"host\"\" said.\"\n2,Troops,Troops moved on Monday.\n"},
};

/* Articles that came through; every failure must be ATT_E_NOMEM. */
static uint32_t read_file(const char *path, bool *nomem)
{
    att_reader *r = NULL;
    uint32_t n = 0;
    *nomem = false;
    att_err e = att_reader_open(&r, path, NULL);
    if (att_failed(e)) {
        *nomem = e.code == ATT_E_NOMEM;
        if (!*nomem) fail_msg("%s: opening failed with %d %s", path, (int)e.code, e.msg);
        return 0;
    }
    for (att_article a; att_reader_next(r, &a, &e); e = ATT_FINE) {
        if (att_failed(e)) {
            *nomem = true;
            if (e.code != ATT_E_NOMEM) fail_msg("%s: reading failed with %d %s", path, (int)e.code, e.msg);
            if (++n > 100) break;
        } else {
            n++;
        }
    }
    if (att_failed(e)) *nomem = true;
    att_reader_close(r);
    return n;
}

static void test_fault__every_allocation_of_the_readers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        char path[64];
        snprintf(path, sizeof path, "/tmp/att-fault-%ld.%s", (long)getpid(), FILES[i].suffix);
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        fputs(FILES[i].content, f);
        fclose(f);
        bool nomem;
        uint32_t whole = read_file(path, &nomem);
        assert_false(nomem);
        assert_true(whole >= 1);
        for (long k = 0;; k++) {
            fault_arm(k);
            uint32_t n = read_file(path, &nomem);
            bool fired = fault_disarm();
            if (fired && !nomem) fail_msg("%s: allocation %ld failed and nobody said so (%u articles)", path, k, (unsigned)n);
            if (!fired) {
                assert_false(nomem);
                assert_int_equal(n, whole);
                assert_true(k > 0);
                break;
            }
        }
        unlink(path);
    }
}

static void test_fault__every_allocation_of_the_walk(void **state)
{
    (void)state;
    for (long k = 0;; k++) {
        att_paths p = {0};
        fault_arm(k);
        bool fine = att_walk(&p, "data");
        bool fired = fault_disarm();
        assert_int_equal(fine, !fired);
        if (fine) assert_true(att_paths_count(&p) > 10);
        att_paths_release(&p);
        if (!fired) break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_fault__every_allocation_of_paras_and_tokens),
        TEST(test_fault__every_cap_that_is_too_small),
        TEST(test_fault__every_allocation_of_the_readers),
        TEST(test_fault__every_allocation_of_the_walk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
