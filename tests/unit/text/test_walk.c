#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/limits.h"
#include "text/walk.h"

static char folder[64];

static void run(const char *format, const char *arg)
{
    char command[900], part[800];
    snprintf(part, sizeof part, format, arg);
    snprintf(command, sizeof command, "cd %s && %s", folder, part);
    assert_int_equal(system(command), 0);
}

/* Paths below the folder, one a line, with "!code" where something is wrong. */
static void expect(const char *below, const char *want)
{
    char path[300], got[4000] = "";
    att_paths p = {0};
    snprintf(path, sizeof path, "%s%s%s", folder, *below ? "/" : "", below);
    assert_true(att_walk(&p, path));
    for (uint32_t i = 0; i < att_paths_count(&p); i++) {
        att_err e;
        const char *s = att_paths_at(&p, i, &e);
        size_t n = strlen(got);
        snprintf(got + n, sizeof got - n, "%s", strlen(s) > strlen(folder) ? s + strlen(folder) + 1 : ".");
        n = strlen(got);
        if (att_failed(e)) snprintf(got + n, sizeof got - n, "!%d", (int)e.code);
        if (att_failed(e)) assert_non_null(e.msg);
        strcat(got, "\n");
    }
    att_paths_release(&p);
    assert_string_equal(got, want);
}

static void test_walk__sorted_and_filtered(void **state)
{
    (void)state;
    run("mkdir a a/sub empty && touch a/b.txt a/B.txt a/a.html a/sub/c.jsonl a/.hidden a/x.jpg a/y.tar.gz a/old~ a/noext a/z.csv%s", "");
    expect("a", "a/B.txt\na/a.html\na/b.txt\na/noext\na/sub/c.jsonl\na/z.csv\n");
    expect("a/x.jpg", "a/x.jpg\n");
    expect("a/.hidden", "a/.hidden\n");
    expect("a/", "a/B.txt\na/a.html\na/b.txt\na/noext\na/sub/c.jsonl\na/z.csv\n");
}

static void test_walk__nothing_there(void **state)
{
    (void)state;
    expect("no-such", "no-such!2\n");
    expect("empty", "empty!5\n");
    expect("a/b.txt/c", "a/b.txt/c!2\n");
}

static void test_walk__links(void **state)
{
    (void)state;
    run("mkdir -p l/one l/two && touch l/one/x.txt && ln -s .. l/one/up && ln -s ../one l/two/again && ln -s self l/self && ln -s gone l/gone.txt%s", "");
    expect("l", "l/gone.txt!2\nl/one/x.txt\nl/self!2\n");
    expect("l/two", "l/two/again/up/gone.txt!2\nl/two/again/up/self!2\nl/two/again/x.txt\n");
}

static void test_walk__depth(void **state)
{
    (void)state;
    char deep[600] = "d";
    for (int i = 0; i < ATT_MAX_PATH_DEPTH; i++) strcat(deep, "/e");
    run("mkdir -p %s", deep);
    run("touch %s/in.txt", deep);
    char want[1400];
    snprintf(want, sizeof want, "%s/in.txt\n", deep);
    expect("d", want);
    run("mkdir %s/e", deep);
    snprintf(want, sizeof want, "%s/e!3\n%s/in.txt\n", deep, deep);
    expect("d", want);
}

static void test_walk__standard_input(void **state)
{
    (void)state;
    att_paths p = {0};
    att_err e;
    assert_true(att_walk(&p, "-"));
    assert_int_equal(att_paths_count(&p), 1);
    assert_string_equal(att_paths_at(&p, 0, &e), "-");
    assert_int_equal(e.code, ATT_OK);
    att_paths_release(&p);
}

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/att_walk_XXXXXX");
    return mkdtemp(folder) == NULL;
}

static int tear_down(void **state)
{
    (void)state;
    char command[100];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_walk__sorted_and_filtered), cmocka_unit_test(test_walk__nothing_there),
                                       cmocka_unit_test(test_walk__links), cmocka_unit_test(test_walk__depth),
                                       cmocka_unit_test(test_walk__standard_input)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
