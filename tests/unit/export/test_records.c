/* Records as JSON Lines: names, ids, spans, actors, nulls. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <json-c/json.h>
#include <stdio.h>

#include "export/jsonl.h"
#include "unit/export/made_doc.h"

typedef struct {
    att_test_doc made;
    att_buf out;
    struct json_object *line[32];
    int n;
} records;

static void write(records *r, uint32_t types)
{
    const att_jsonl opt = {.types = types};
    made_doc(&r->made);
    att_jsonl_write(&r->out, &r->made.doc, &opt);
    assert_false(r->out.failed);
    att_put_char(&r->out, 0);
    for (char *p = r->out.ptr, *end; *p; p = end + 1) {
        end = strchr(p, '\n');
        assert_non_null(end);
        *end = 0;
        r->line[r->n] = json_tokener_parse(p);
        assert_non_null(r->line[r->n]);
        r->n++;
    }
}

static void release(records *r)
{
    for (int i = 0; i < r->n; i++) json_object_put(r->line[i]);
    att_buf_release(&r->out);
    test_doc_release(&r->made);
}

/* "actors.0.name" as text of the JSON value; "(none)" when there is no such key. */
static const char *at(struct json_object *o, const char *path)
{
    char copy[128];
    char *save = NULL;
    snprintf(copy, sizeof copy, "%s", path);
    for (char *key = strtok_r(copy, ".", &save); key; key = strtok_r(NULL, ".", &save)) {
        if (json_object_is_type(o, json_type_array)) {
            o = json_object_array_get_idx(o, (size_t)atoi(key));
            continue;
        }
        if (!json_object_object_get_ex(o, key, &o)) return "(none)";
    }
    return o ? json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN) : "null";
}

#define is(o, path, want) assert_string_equal(at((o), (path)), (want))

static void test_records__order_and_head(void **state)
{
    (void)state;
    records r = {0};
    write(&r, ATT_REC_DEFAULT);
    static const char *const TYPES[] = {"\"document\"", "\"event\"", "\"event\"", "\"statement\"", "\"figure\""};
    assert_int_equal(r.n, 5);
    for (int i = 0; i < r.n; i++) {
        is(r.line[i], "type", TYPES[i]);
        is(r.line[i], "doc", "\"a.txt\"");
        assert_int_equal(strlen(at(r.line[i], "id")), 18);
    }
    is(r.line[0], "published", "\"2022-02-14\"");
    is(r.line[0], "published_from", "\"option\"");
    is(r.line[0], "url", "null");
    is(r.line[0], "sentences", "3");
    is(r.line[0], "copy_of", "null");
    is(r.line[0], "story", "null");
    release(&r);
}

static void test_records__event(void **state)
{
    (void)state;
    records r = {0};
    write(&r, ATT_REC_BIT(ATT_REC_EVENT));
    struct json_object *e = r.line[0];
    is(e, "event_type", "\"THREATEN\"");
    is(e, "mode", "null");
    is(e, "contexts", "[]");
    is(e, "cameo", "\"130\"");
    is(e, "quad", "\"verbal conflict\"");
    is(e, "score", "-3.5");
    is(e, "status", "\"occurred\"");
    is(e, "sentence", "[0,46]");
    is(e, "trigger", "{\"text\":\"threatened\",\"span\":[17,27]}");
    is(e, "date", "{\"value\":\"2022-02-14\",\"text\":\"Monday\",\"span\":[39,45]}");
    is(e, "place", "null");
    is(e, "said_by", "[]");
    is(e, "magnitude", "{\"killed\":[2,3]}");
    is(e, "confidence", "0.91");
    is(e, "type_rule", "\"FRAME\"");
    release(&r);
}

/* "Russia and China" is one mention and two actors. */
static void test_records__members_become_actors(void **state)
{
    (void)state;
    records r = {0};
    write(&r, ATT_REC_BIT(ATT_REC_EVENT));
    is(r.line[0], "actors.0",
       "{\"text\":\"Russia and China\",\"span\":[0,16],\"name\":\"Russia\",\"code\":\"RUS\",\"cow\":null,\"wikidata\":null,\"sector\":\"GOV\",\"resolved_by\":\"dictionary\"}");
    is(r.line[0], "actors.1.code", "\"CHN\"");
    is(r.line[0], "actors.1.span", "[0,16]");
    is(r.line[1], "recipients", "[]");
    release(&r);
}

static void test_records__statement_and_figure(void **state)
{
    (void)state;
    records r = {0};
    write(&r, ATT_REC_BIT(ATT_REC_STATEMENT) | ATT_REC_BIT(ATT_REC_FIGURE));
    is(r.line[0], "speaker.name", "\"Russia\"");
    is(r.line[0], "speaker.resolved_by", "\"coreference\"");
    is(r.line[0], "addressee", "null");
    is(r.line[0], "content", "{\"text\":\"We=1\",\"span\":[48,52]}");
    is(r.line[0], "manner", "\"direct\"");
    is(r.line[0], "date", "null");
    is(r.line[1], "text", "\"Some 5,000 troops\"");
    is(r.line[1], "low", "5000");
    is(r.line[1], "high", "null");
    is(r.line[1], "bound", "\"about\"");
    is(r.line[1], "of", "null");
    release(&r);
}

/* Two events of one trigger differ in their ids; --only doesn't change ids. */
static void test_records__ids(void **state)
{
    (void)state;
    records all = {0}, few = {0};
    char first[32];
    write(&all, ATT_REC_ALL);
    write(&few, ATT_REC_BIT(ATT_REC_EVENT));
    snprintf(first, sizeof first, "%s", at(all.line[1], "id"));
    assert_string_not_equal(first, at(all.line[2], "id"));
    is(few.line[0], "id", first);
    is(few.line[1], "id", at(all.line[2], "id"));
    release(&all);
    release(&few);
}

static void test_records__many_equal_ids(void **state)
{
    (void)state;
    att_id_set set = {0};
    char a[ATT_ID_BYTES], b[ATT_ID_BYTES] = "";
    for (int i = 0; i < 1000; i++) {
        att_record_id(&set, ATT_LIT("d"), "event", (att_span){1, 2}, a);
        assert_string_not_equal(a, b);
        memcpy(b, a, sizeof a);
    }
    assert_int_equal(set.n, 1000);
    att_id_set_release(&set);
}

static void test_records__types_by_name(void **state)
{
    (void)state;
    uint32_t types;
    att_slice bad = {0};
    assert_true(att_record_types(ATT_LIT("event, figure"), &types, &bad));
    assert_int_equal(types, ATT_REC_BIT(ATT_REC_EVENT) | ATT_REC_BIT(ATT_REC_FIGURE));
    assert_true(att_record_types(ATT_LIT("all"), &types, &bad));
    assert_int_equal(types, ATT_REC_ALL);
    assert_false(att_record_types(ATT_LIT("event,evnt"), &types, &bad));
    assert_true(att_is(bad, "evnt"));
    assert_false(att_record_types(ATT_LIT(""), &types, &bad));
}

static void test_records__mentions(void **state)
{
    (void)state;
    records r = {0};
    write(&r, ATT_REC_BIT(ATT_REC_MENTION));
    assert_int_equal(r.n, 3);
    is(r.line[0], "entity", "null");
    is(r.line[0], "members", "[1,2]");
    is(r.line[2], "entity", "1");
    is(r.line[2], "kind", "\"place\"");
    release(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_records__order_and_head), cmocka_unit_test(test_records__event),
        cmocka_unit_test(test_records__members_become_actors), cmocka_unit_test(test_records__statement_and_figure),
        cmocka_unit_test(test_records__ids), cmocka_unit_test(test_records__many_equal_ids),
        cmocka_unit_test(test_records__types_by_name), cmocka_unit_test(test_records__mentions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
