#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/civil.h"
#include "base/limits.h"
#include "text/reader.h"

static char folder[64];

static const char *path_of(const char *name)
{
    static char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void put(const char *name, const void *bytes, size_t n)
{
    FILE *f = fopen(path_of(name), "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

/* All articles of a file, one line each: id|text, or id!code@line. */
static void expect_with(const char *name, const char *bytes, size_t n, const att_reader_options *opt, const char *want)
{
    att_reader *r;
    att_article a;
    att_err e;
    char got[4000] = "";
    put(name, bytes, n);
    assert_int_equal(att_reader_open(&r, path_of(name), opt).code, ATT_OK);
    while (att_reader_next(r, &a, &e)) {
        size_t len = strlen(got);
        assert_string_equal(a.path.ptr, path_of(name));
        if (att_failed(e))
            snprintf(got + len, sizeof got - len, "%.*s!%d@%u\n", (int)a.id.len, a.id.ptr, (int)e.code, (unsigned)e.offset);
        else
            snprintf(got + len, sizeof got - len, "%.*s|%.*s\n", (int)a.id.len, a.id.ptr, (int)a.text.len, a.text.ptr);
    }
    assert_false(att_reader_next(r, &a, &e));
    att_reader_close(r);
    assert_string_equal(got, want);
}

static void expect(const char *name, const char *bytes, const char *want) { expect_with(name, bytes, strlen(bytes), NULL, want); }

static void test_reader__plain(void **state)
{
    (void)state;
    expect("a.txt", " The envoys\r\nmet.\n", "a.txt| The envoys\r\nmet.\n\n");
    expect("noname", "\xEF\xBB\xBFThe envoys met.", "noname|\xEF\xBB\xBFThe envoys met.\n");
    expect("b.md", "{\"not\": json} but text", "b.md|{\"not\": json} but text\n");
    expect("empty.txt", "", "empty.txt!5@0\n");
    expect("blank.txt", " \n\n", "blank.txt!5@0\n");
    expect_with("bin.txt", "a\0b", 3, NULL, "bin.txt!4@0\n");
    expect_with("wide.txt", "\xFF\xFEH\0i\0", 6, NULL, "wide.txt|Hi\n");
}

static void test_reader__plain_limit(void **state)
{
    (void)state;
    size_t n = ATT_MAX_DOC_BYTES;
    char *big = malloc(4 * n);
    memset(big, 'a', 4 * n);
    att_reader *r;
    att_article a;
    att_err e;
    for (size_t len = n; len <= n + 1; len++) {
        put("big.txt", big, len);
        assert_int_equal(att_reader_open(&r, path_of("big.txt"), NULL).code, ATT_OK);
        assert_true(att_reader_next(r, &a, &e));
        assert_int_equal(e.code, len == n ? ATT_OK : ATT_E_TOO_LARGE);
        att_reader_close(r);
    }
    expect_with("big.txt", big, 4 * n, NULL, "big.txt!3@0\n");
    big[100] = '\0';
    expect_with("big.txt", big, 4 * n, NULL, "big.txt!4@0\n");
    free(big);
}

static void test_reader__html(void **state)
{
    (void)state;
    expect("p.html", "<title>Caf\xE9 talks - Courier</title><meta charset=iso-8859-1><p>The envoys of the two met in the caf\xE9 on Monday, and that is all.",
           "p.html|Caf\xC3\xA9 talks\n\nThe envoys of the two met in the caf\xC3\xA9 on Monday, and that is all.\n");
    expect("p.txt", "<!DOCTYPE html><p>The envoys met.", "p.txt|The envoys met.\n");
    expect("p.htm", "<nav>x</nav>\n", "p.htm!5@0\n");
    expect("e.html", "\n", "e.html!5@0\n");
}

static void test_reader__jsonl(void **state)
{
    (void)state;
    expect("a.jsonl",
           "{\"id\":\"one\",\"text\":\"The envoys met.\"}\n\n{broken\n{\"text\":\"No id\"}\r\n[1]\n{\"title\":\"no text\"}\n{\"text\":\" \"}\n"
           "{\"text\":\"a\"} {\"text\":\"b\"}\n{\"id\":7,\"text\":[\"P one.\",\"P two.\"]}",
           "one|The envoys met.\na.jsonl:3!6@3\na.jsonl:4|No id\na.jsonl:5!6@5\na.jsonl:6!6@6\na.jsonl:7!5@7\na.jsonl:8!6@8\n7|P one.\n\nP two.\n");
    expect("cut.jsonl", "{\"text\":\"The env", "cut.jsonl:1!6@1\n");
    expect("x.jsonl", "{\"text\":\"caf\xE9 talks\"}\n", "x.jsonl:1|caf\xC3\xA9 talks\n");
    expect("empty.jsonl", "", "");
    expect("guess", "{\"text\":\"a b\"}\n{\"text\":\"c d\"}\n", "guess:1|a b\nguess:2|c d\n");
}

static void test_reader__jsonl_depth_and_nul(void **state)
{
    (void)state;
    att_buf b = {0};
    att_put_z(&b, "{\"x\":");
    for (int i = 0; i < 200; i++) att_put_char(&b, '[');
    for (int i = 0; i < 200; i++) att_put_char(&b, ']');
    att_put_z(&b, ",\"text\":\"deep\"}\n{\"text\":\"a\\u0000b \\ud800\"}\n");
    expect_with("deep.jsonl", b.ptr, b.len, NULL, "deep.jsonl:1!6@1\ndeep.jsonl:2|a b \xEF\xBF\xBD\n");
    att_buf_release(&b);
}

static void test_reader__json(void **state)
{
    (void)state;
    expect("a.json", "[{\"id\":\"one\",\"body\":\"First.\"},\n {\"body\":\"Sec\\\"ond]\"}\n]", "one|First.\na.json:2|Sec\"ond]\n");
    expect("b.json", "{\n \"content\": \"One object.\"\n}\n", "b.json:1|One object.\n");
    expect("c.json", "{\"text\":\"a b\"}\n{\"text\":\"c d\"}\n", "c.json:1|a b\nc.json:2|c d\n");
    expect("d.json", "[{\"text\":\"a b\"}, 5, {\"text\":\"c\"}]", "d.json:1|a b\nd.json:1!6@1\n");
    expect("e.json", "[{\"text\":\"a b\"}, {\"text\":", "e.json:1|a b\ne.json:1!6@1\n");
    expect("f.json", "[]", "");
    expect("g.json", "{\"text\":}", "g.json:1!6@1\n");
}

static void test_reader__csv(void **state)
{
    (void)state;
    expect("a.csv", "id,Headline,Full Text,date\n1,T,\"The \"\"envoys\"\", both,\nmet.\",2021-05-04\n\n2,short\n3,T,Last,x",
           "1|The \"envoys\", both,\nmet.\na.csv:5!6@5\n3|Last\n");
    expect("b.tsv", "text\ttitle\nThe envoys met.\tx\n", "b.tsv:2|The envoys met.\n");
    expect("c.csv", "a,b\n1,2\n", "c.csv!6@1\n");
    expect("d.csv", "", "d.csv!5@0\n");
    expect("e.csv", "id,text\n1,\"never closed\n2,fine\n3,also fine\n", "e.csv:2!6@2\n2|fine\n3|also fine\n");
    expect("guess", "title,text\nx,The envoys met.\n", "guess:2|The envoys met.\n");
}

static void test_reader__named_fields(void **state)
{
    (void)state;
    att_reader_options opt = {0};
    assert_int_equal(att_reader_field(&opt, "text=nyt_lead").code, ATT_OK);
    assert_int_equal(att_reader_field(&opt, "id=key").code, ATT_OK);
    assert_int_equal(att_reader_field(&opt, "words=x").code, ATT_E_USAGE);
    assert_int_equal(att_reader_field(&opt, "text").code, ATT_E_USAGE);
    assert_int_equal(att_reader_field(&opt, "text=").code, ATT_E_USAGE);
    const char *line = "{\"text\":\"not this\",\"nyt_lead\":\"This.\",\"key\":\"k1\",\"id\":\"x\"}\n";
    expect_with("n.jsonl", line, strlen(line), &opt, "k1|This.\n");
}

static void test_reader__metadata(void **state)
{
    (void)state;
    att_reader *r;
    att_article a;
    att_err e;
    const char *line = "{\"text\":\"x y\",\"headline\":\" T \",\"pub_date\":\"2021-05-04T10:00:00Z\",\"source\":{\"name\":\"Courier\"},"
                       "\"authors\":[\"A B\",\"C D\"],\"link\":\"https://c.example/\",\"dateline\":\"ROME, May 4\"}\n{\"text\":\"x\"}\n";
    put("m.jsonl", line, strlen(line));
    assert_int_equal(att_reader_open(&r, path_of("m.jsonl"), NULL).code, ATT_OK);
    assert_true(att_reader_next(r, &a, &e));
    assert_true(att_is(a.meta.title, "T"));
    assert_true(att_is(a.meta.outlet, "Courier"));
    assert_true(att_is(a.meta.author, "A B, C D"));
    assert_true(att_is(a.meta.url, "https://c.example/"));
    assert_true(att_is(a.meta.dateline_place, "ROME"));
    assert_int_equal(a.meta.published, att_day_of(2021, 5, 4));
    assert_true(att_reader_next(r, &a, &e));
    assert_int_equal(a.meta.published, ATT_NO_DAY);
    att_reader_close(r);
}

static void test_reader__missing_and_folder(void **state)
{
    (void)state;
    att_reader *r;
    att_err e = att_reader_open(&r, path_of("no-such-file"), NULL);
    assert_int_equal(e.code, ATT_E_IO);
    assert_null(r);
    assert_int_equal(att_reader_open(&r, folder, NULL).code, ATT_E_USAGE);
    att_reader_close(NULL);
}

static void test_reader__forced_format(void **state)
{
    (void)state;
    att_reader_options opt = {.format = att_input_named("plain")};
    expect_with("f.jsonl", "{\"text\":1}", 10, &opt, "f.jsonl|{\"text\":1}\n");
    assert_int_equal(att_input_named("jsonl"), ATT_INPUT_JSONL);
    assert_int_equal(att_input_named("docx"), ATT_INPUT_GUESS);
}

/* Memory stays that of one record while the file is long. */
static void test_reader__many_records(void **state)
{
    (void)state;
    att_buf b = {0};
    for (int i = 0; i < 40000; i++) att_putf(&b, "{\"id\":%d,\"text\":\"Record number %d of the file.\"}\n", i, i);
    put("many.jsonl", b.ptr, b.len);
    att_buf_release(&b);
    att_reader *r;
    att_article a;
    att_err e;
    char want[60];
    int n = 0;
    assert_int_equal(att_reader_open(&r, path_of("many.jsonl"), NULL).code, ATT_OK);
    for (; att_reader_next(r, &a, &e); n++) {
        snprintf(want, sizeof want, "Record number %d of the file.", n);
        assert_true(!att_failed(e) && att_is(a.text, want));
    }
    assert_int_equal(n, 40000);
    att_reader_close(r);
}

static int set_up(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/att_reader_XXXXXX");
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
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reader__plain), cmocka_unit_test(test_reader__plain_limit), cmocka_unit_test(test_reader__html),
        cmocka_unit_test(test_reader__jsonl), cmocka_unit_test(test_reader__jsonl_depth_and_nul), cmocka_unit_test(test_reader__json),
        cmocka_unit_test(test_reader__csv), cmocka_unit_test(test_reader__named_fields), cmocka_unit_test(test_reader__metadata),
        cmocka_unit_test(test_reader__missing_and_folder), cmocka_unit_test(test_reader__forced_format),
        cmocka_unit_test(test_reader__many_records)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
