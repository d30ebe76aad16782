/* The store: adding, versions, copies, queries, and files that are no stores. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/civil.h"
#include "base/hash.h"
#include "store/schema.h"
#include "store/store_int.h"
#include "support/print.h"

static char folder[] = "/tmp/att-store-XXXXXX";
static const char LONG_TEXT[] = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                                "eighteen nineteen twenty alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi";

static const char *path_of(const char *name, char out[96])
{
    snprintf(out, 96, "%s/%s", folder, name);
    return out;
}

static att_store *open_new(const char *name)
{
    char path[96];
    att_store *s;
    att_err e = att_store_open(&s, path_of(name, path), ATT_STORE_WRITE);
    assert_false(att_failed(e));
    return s;
}

/* A document with one event, of which the caller may change anything. */
typedef struct {
    att_actor_row actor, recipient;
    att_event_row event;
    att_parcel parcel;
} made;

static void make(made *m, const char *id, const char *text)
{
    *m = (made){0};
    m->actor = (att_actor_row){.text = ATT_LIT("Washington"), .name = ATT_LIT("United States"), .code = ATT_LIT("USA"), .sector = ATT_LIT("GOV")};
    m->recipient = (att_actor_row){.text = ATT_LIT("NATO"), .name = ATT_LIT("NATO"), .code = ATT_LIT("IGO:NATO"), .sector = ATT_LIT("IGO")};
    m->event = (att_event_row){.id = ATT_LIT("e1"), .type = ATT_LIT("CONSULT"), .status = ATT_LIT("occurred"), .json = ATT_LIT("{\"type\":\"event\"}")};
    m->event.date = (att_date_row){ATT_LIT("2022-02-14"), {att_day_of(2022, 2, 14), att_day_of(2022, 2, 14)}};
    m->event.side[ATT_SIDE_ACTOR] = (att_actor_rows){&m->actor, 1};
    m->event.side[ATT_SIDE_RECIPIENT] = (att_actor_rows){&m->recipient, 1};
    m->parcel.document = (att_document_row){.id = att_slice_of(id), .text = att_slice_of(text), .published = ATT_NO_DAY};
    m->parcel.document.content_hash = att_hash(att_slice_of(text));
    m->parcel.document.json = ATT_LIT("{\"type\":\"document\",\"copy_of\":null}");
    m->parcel.events = &m->event;
    m->parcel.event_count = 1;
    m->parcel.print = print_of(text);
}

static att_stored add(att_store *s, const char *id, const char *text, const char *source)
{
    made m;
    att_stored what;
    make(&m, id, text);
    assert_false(att_failed(att_store_add(s, &m.parcel, att_slice_of(source), &what)));
    return what;
}

static void counts(att_store *s, uint64_t documents, uint64_t events)
{
    uint64_t d, e;
    assert_false(att_failed(att_store_count(s, &d, &e)));
    assert_int_equal(d, documents);
    assert_int_equal(e, events);
}

/* First column of the first row of a query, over a connection of its own. */
static void ask(const char *name, const char *sql, char out[200])
{
    char path[96];
    sqlite3 *db;
    sqlite3_stmt *st;
    assert_int_equal(sqlite3_open(path_of(name, path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    const char *v = sqlite3_step(st) == SQLITE_ROW ? (const char *)sqlite3_column_text(st, 0) : NULL;
    snprintf(out, 200, "%s", v ? v : "(null)");
    sqlite3_finalize(st);
    sqlite3_close(db);
}

static void test_store__adding_again_changes_nothing(void **state)
{
    (void)state;
    att_store *s = open_new("again.db");
    assert_int_equal(add(s, "a", "some text", ""), ATT_STORED_NEW);
    assert_int_equal(add(s, "a", "some text", ""), ATT_STORED_NOTHING);
    assert_false(att_failed(att_store_commit(s)));
    assert_true(att_store_has(s, ATT_LIT("a"), att_hash(ATT_LIT("some text"))));
    assert_false(att_store_has(s, ATT_LIT("a"), 1));
    counts(s, 1, 1);
    att_store_close(s);
}

static void test_store__changed_text_is_a_version(void **state)
{
    (void)state;
    char v[200];
    att_store *s = open_new("version.db");
    add(s, "a", "some text", "/x/a");
    assert_int_equal(add(s, "a", "other text", "/x/a"), ATT_STORED_VERSION);
    assert_int_equal(add(s, "a", "third text", "/y/a"), ATT_STORED_NEW); /* another file of that name */
    assert_int_equal(add(s, "a", "some text", "/x/a"), ATT_STORED_NOTHING);
    assert_false(att_failed(att_store_commit(s)));
    counts(s, 2, 2);
    ask("version.db", "SELECT count(*) FROM documents", v);
    assert_string_equal(v, "3");
    ask("version.db", "SELECT text FROM documents WHERE source = '/x/a' AND newest", v);
    assert_string_equal(v, "other text");
    att_store_close(s);
}

static void test_store__what_is_not_committed_is_gone(void **state)
{
    (void)state;
    att_store *s = open_new("open.db");
    add(s, "a", "kept", "");
    assert_false(att_failed(att_store_commit(s)));
    add(s, "b", "lost", "");
    att_store_close(s);
    s = open_new("open.db");
    counts(s, 1, 1);
    att_store_close(s);
}

static void test_store__copies(void **state)
{
    (void)state;
    char v[200], near[400];
    att_store *s = open_new("copies.db");
    add(s, "first", LONG_TEXT, "");
    snprintf(near, sizeof near, "%s omicron", LONG_TEXT);
    add(s, "near", near, "");
    add(s, "exact", "ONE two... short", "");
    add(s, "short", "one, two short", "");
    add(s, "other", "nothing of the kind", "");
    assert_false(att_failed(att_store_commit(s)));
    ask("copies.db", "SELECT copy_of FROM articles WHERE doc = 'near'", v);
    assert_string_equal(v, "first");
    ask("copies.db", "SELECT copy_of FROM articles WHERE doc = 'short'", v);
    assert_string_equal(v, "exact");
    ask("copies.db", "SELECT json_extract(record, '$.copy_of') FROM documents WHERE doc = 'near'", v);
    assert_string_equal(v, "first");
    ask("copies.db", "SELECT count(*) FROM articles WHERE copy_of IS NULL", v);
    assert_string_equal(v, "3");
    att_store_close(s);
}

typedef struct {
    int n;
    char first[64];
} seen;

static bool see(void *ctx, const att_event_row *r)
{
    seen *s = ctx;
    if (s->n++ == 0) snprintf(s->first, sizeof s->first, "%.*s", (int)r->doc.len, r->doc.ptr);
    assert_true(r->side[ATT_SIDE_ACTOR].n == 1 && att_is(r->side[ATT_SIDE_ACTOR].at[0].code, "USA"));
    return true;
}

static int query(att_store *s, att_event_filter f)
{
    seen c = {0};
    assert_false(att_failed(att_store_events(s, &f, see, &c)));
    return c.n;
}

#define ANY .from = ATT_NO_DAY, .to = ATT_NO_DAY

static void test_store__queries(void **state)
{
    (void)state;
    att_store *s = open_new("query.db");
    made m;
    att_stored what;
    add(s, "a", "text a", "");
    make(&m, "b", "text b");
    m.event.type = ATT_LIT("THREATEN");
    m.event.status = ATT_LIT("planned");
    m.event.date = (att_date_row){{0}, {ATT_NO_DAY, ATT_NO_DAY}};
    assert_false(att_failed(att_store_add(s, &m.parcel, (att_slice){0}, &what)));
    assert_int_equal(query(s, (att_event_filter){ANY}), 2);
    assert_int_equal(query(s, (att_event_filter){ANY, .actor = ATT_LIT("usa")}), 2);
    assert_int_equal(query(s, (att_event_filter){ANY, .actor = ATT_LIT("united states")}), 2);
    assert_int_equal(query(s, (att_event_filter){ANY, .actor = ATT_LIT("RUS")}), 0);
    assert_int_equal(query(s, (att_event_filter){ANY, .recipient = ATT_LIT("NATO")}), 2);
    assert_int_equal(query(s, (att_event_filter){ANY, .recipient = ATT_LIT("IGO:NATO")}), 2);
    assert_int_equal(query(s, (att_event_filter){ANY, .types = ATT_LIT("threaten,assault")}), 1);
    assert_int_equal(query(s, (att_event_filter){ANY, .statuses = ATT_LIT("planned")}), 1);
    assert_int_equal(query(s, (att_event_filter){.from = att_day_of(2022, 2, 14), .to = att_day_of(2022, 2, 14)}), 1);
    assert_int_equal(query(s, (att_event_filter){.from = att_day_of(2022, 2, 15), .to = ATT_NO_DAY}), 0);
    assert_int_equal(query(s, (att_event_filter){.from = ATT_NO_DAY, .to = att_day_of(2022, 2, 13)}), 0);
    assert_int_equal(query(s, (att_event_filter){ANY, .limit = 1}), 1);
    assert_int_equal(query(s, (att_event_filter){ANY, .actor = ATT_LIT("x' OR 1=1 --")}), 0);
    att_store_close(s);
}

static void write_file(const char *name, const char *bytes, size_t n)
{
    char path[96];
    FILE *f = fopen(path_of(name, path), "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void refused(const char *name, att_store_mode mode, const char *words)
{
    char path[96];
    att_store *s;
    att_err e = att_store_open(&s, path_of(name, path), mode);
    assert_int_equal(e.code, ATT_E_STORE);
    assert_null(s);
    assert_non_null(strstr(e.msg, words));
}

static void run_sql(const char *name, const char *sql)
{
    char path[96];
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path_of(name, path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_store__foreign_files(void **state)
{
    (void)state;
    char bytes[4096];
    memset(bytes, 'x', sizeof bytes);
    refused("missing.db", ATT_STORE_READ, "no such store");
    write_file("text.db", bytes, sizeof bytes);
    refused("text.db", ATT_STORE_READ, "another kind");
    refused("text.db", ATT_STORE_WRITE, "another kind");
    run_sql("foreign.db", "CREATE TABLE t (a)");
    refused("foreign.db", ATT_STORE_WRITE, "another program");
    write_file("empty.db", bytes, 0);
    refused("empty.db", ATT_STORE_READ, "empty");
    att_store_close(open_new("newer.db"));
    run_sql("newer.db", "PRAGMA user_version = 999");
    refused("newer.db", ATT_STORE_WRITE, "newer");
}

/* A store as version 1 made it, with one article, its event and its statement. */
static void make_version_1(const char *name)
{
    char path[96];
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path_of(name, path), &db), SQLITE_OK);
    for (int i = 0; ATT_STORE_STEPS[1][i]; i++) assert_int_equal(sqlite3_exec(db, ATT_STORE_STEPS[1][i], NULL, NULL, NULL), SQLITE_OK);
    char sql[1200];
    snprintf(sql, sizeof sql,
             "CREATE VIEW articles AS SELECT doc FROM documents;"
             "INSERT INTO documents (document, doc, source, version, newest, bytes, sentences, tokens, content_hash, text, record)"
             " VALUES (1, 'a', '', 1, 1, 9, 1, 2, '%016llx', 'some text', '{}');"
             "INSERT INTO documents (doc, source, version, newest, bytes, sentences, tokens, content_hash, copy_of, likeness, text, record)"
             " VALUES ('b', '', 1, 1, 9, 1, 2, 'x', 1, 1, 'some text', '{}');"
             "INSERT INTO events (document, id, type, status, record) VALUES (1, 'e0', 'AID', 'occurred', '{}');"
             "INSERT INTO events (document, id, type, status, record) VALUES (1, 'e9', 'AID', 'occurred', '{\"id\":\"e9\",\"same_as\":\"e0\"}');"
             "INSERT INTO statements (document, id, speaker, content, record) VALUES (1, 's0', 'Macron', 'we hold talks', '{}');"
             "PRAGMA application_id = %d; PRAGMA user_version = 1",
             (unsigned long long)att_hash(ATT_LIT("some text")), ATT_STORE_APPLICATION);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_store__brought_up_to_date(void **state)
{
    (void)state;
    char old[200], fresh[200];
    make_version_1("old.db");
    refused("old.db", ATT_STORE_READ, "older");
    att_store *s = open_new("old.db");
    counts(s, 2, 1);
    ask("old.db", "SELECT copy_kind FROM documents WHERE doc = 'b'", old);
    assert_string_equal(old, "exact");
    ask("old.db", "SELECT rowid FROM statements_text WHERE statements_text MATCH 'talks'", old);
    assert_string_equal(old, "1");
    ask("old.db", "SELECT group_concat(id || same_as) FROM events", old);
    assert_string_equal(old, "e9e0");
    ask("old.db", "PRAGMA user_version", old);
    assert_int_equal(atoi(old), ATT_STORE_VERSION);
    att_store_close(open_new("fresh.db"));
    static const char SCHEMA[] = "SELECT count(*) || ' ' || sum(length(sql)) FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'";
    ask("old.db", SCHEMA, old);
    ask("fresh.db", SCHEMA, fresh);
    assert_string_equal(old, fresh);
    /* its records are made anew when the article comes by again, and only once; nothing is left that belonged to them */
    run_sql("old.db", "INSERT INTO event_actors (event, side, position, code) VALUES (1, 'actor', 0, 'USA');"
                      "INSERT INTO claims (claim, document, id, disputed, record) VALUES (1, 1, 'c0', 0, '{}');"
                      "INSERT INTO claim_responses (claim, document, found_in, stance) VALUES (1, 1, 'article', 'denies');"
                      "INSERT INTO events (document, id, type, status, record) VALUES (2, 'f0', 'AID', 'occurred', '{}');"
                      "INSERT INTO happenings (happening, id, event, type, status, mentions, articles, sources, copies) VALUES (1, 'h', 1, 'AID', 'occurred', 2, 2, 1, 1);"
                      "UPDATE events SET happening = 1, merged_by = 'same actor' WHERE id IN ('e0', 'f0')");
    assert_false(att_store_has(s, ATT_LIT("a"), att_hash(ATT_LIT("some text"))));
    assert_int_equal(add(s, "a", "some text", ""), ATT_STORED_VERSION);
    assert_int_equal(add(s, "a", "some text", ""), ATT_STORED_NOTHING);
    assert_false(att_failed(att_store_commit(s)));
    ask("old.db", "SELECT group_concat(id) FROM events", old);
    assert_string_equal(old, "f0,e1");
    ask("old.db", "SELECT count(*) FROM pragma_foreign_key_check", old);
    assert_string_equal(old, "0");
    ask("old.db", "SELECT (SELECT count(*) FROM happenings) + (SELECT count(*) FROM claim_responses) + (SELECT count(*) FROM events WHERE happening IS NOT NULL)", old);
    assert_string_equal(old, "0");
    ask("old.db", "SELECT count(*) FROM statements_text WHERE statements_text MATCH 'talks'", old);
    assert_string_equal(old, "0");
    att_store_close(s);
}

/* What is counted over all rows stands in indices: no row is looked at. */
static void test_store__narrow_indices(void **state)
{
    (void)state;
    static const char *const ASKED[] = {
        "SELECT event, document, date_first, date_last, type, " ATT_SQL_TOLD ", quad, mode, place, country, score, goldstein, lat, lon FROM events"
        " WHERE same_as IS NULL ORDER BY document, event",
        "SELECT figure, document, unit, of_name, of_code, of_sector, place, as_of_first, as_of_last, low, high, of_text FROM figures ORDER BY document, figure",
        "SELECT document, doc, title, outlet, published, copy_of IS NOT NULL FROM documents WHERE newest = 1 ORDER BY document"};
    att_store_close(open_new("narrow.db"));
    for (int i = 0; i < 3; i++) {
        char path[96];
        sqlite3 *db;
        sqlite3_stmt *st;
        char sql[400];
        snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", ASKED[i]);
        assert_int_equal(sqlite3_open(path_of("narrow.db", path), &db), SQLITE_OK);
        assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
        assert_int_equal(sqlite3_step(st), SQLITE_ROW);
        assert_non_null(strstr((const char *)sqlite3_column_text(st, 3), "COVERING INDEX"));
        assert_int_equal(sqlite3_step(st), SQLITE_DONE); /* and nothing is sorted */
        sqlite3_finalize(st);
        sqlite3_close(db);
    }
}

static void test_store__positions_and_claims(void **state)
{
    (void)state;
    char v[200];
    att_store *s = open_new("stands.db");
    made m;
    att_stored what;
    make(&m, "a", "text a");
    att_position_row p = {.id = ATT_LIT("p1"), .stance = ATT_LIT("rejects"), .issue = ATT_LIT("NATO membership"), .holder = m.actor, .json = ATT_LIT("{}")};
    p.date.days = (att_days){ATT_NO_DAY, ATT_NO_DAY};
    att_response_row r = {.stance = ATT_LIT("denies"), .by = m.recipient, .content = ATT_LIT("not so")};
    att_claim_row c = {.id = ATT_LIT("c1"), .by = m.actor, .content = ATT_LIT("troops left"), .responses = &r, .response_count = 1, .disputed = true, .json = ATT_LIT("{}")};
    att_statement_row t = {.id = ATT_LIT("s1"), .speaker = m.actor, .content = ATT_LIT("a no-fly zone"), .sentence_text = ATT_LIT("He wants a no-fly zone."), .json = ATT_LIT("{}")};
    m.parcel.positions = &p;
    m.parcel.claims = &c;
    m.parcel.statements = &t;
    m.parcel.position_count = m.parcel.claim_count = m.parcel.statement_count = 1;
    assert_false(att_failed(att_store_add(s, &m.parcel, (att_slice){0}, &what)));
    assert_false(att_failed(att_store_commit(s)));
    ask("stands.db", "SELECT holder || ' ' || stance || ' ' || issue FROM positions_held", v);
    assert_string_equal(v, "United States rejects NATO membership");
    ask("stands.db", "SELECT claimant || ': ' || content || '; ' || answered_by || ' ' || stance || ' ' || disputed FROM claims_made", v);
    assert_string_equal(v, "United States: troops left; NATO denies 1");
    ask("stands.db", "SELECT s.sentence FROM statements_text t JOIN statements s ON s.statement = t.rowid WHERE statements_text MATCH '\"no-fly zones\"'", v);
    assert_string_equal(v, "He wants a no-fly zone.");
    ask("stands.db", "SELECT d.doc FROM articles_text t JOIN documents d ON d.document = t.rowid WHERE articles_text MATCH 'text'", v);
    assert_string_equal(v, "a");
    att_store_close(s);
}

/* A store whose pages were overwritten gives an error, not a crash. */
static void test_store__damaged(void **state)
{
    (void)state;
    char path[96], zeros[4096];
    att_store *s = open_new("damaged.db");
    for (int i = 0; i < 50; i++) {
        char id[16];
        snprintf(id, sizeof id, "doc%d", i);
        add(s, id, id, "");
    }
    assert_false(att_failed(att_store_commit(s)));
    att_store_close(s);
    memset(zeros, 0xAA, sizeof zeros);
    FILE *f = fopen(path_of("damaged.db", path), "r+b");
    for (long page = 1; page < 40 && fseek(f, page * 4096, SEEK_SET) == 0; page++) fwrite(zeros, 1, sizeof zeros, f);
    fclose(f);
    uint64_t d, e;
    att_err err = att_store_open(&s, path, ATT_STORE_READ);
    if (!att_failed(err)) err = att_store_count(s, &d, &e);
    assert_int_equal(err.code, ATT_E_STORE);
    assert_non_null(strstr(err.msg, "damaged"));
    att_store_close(s);
}

/* The disk is full in the middle of a batch: an error in words, what was committed stays, and the store can go on. */
static void test_store__full_disk(void **state)
{
    (void)state;
    char *text = malloc(20001);
    made m;
    att_stored what;
    memset(text, 'x', 20000);
    text[20000] = 0;
    att_store *s = open_new("full.db");
    add(s, "a", "kept", "");
    assert_false(att_failed(att_store_commit(s)));
    assert_int_equal(sqlite3_exec(s->db, "PRAGMA max_page_count = 50", NULL, NULL, NULL), SQLITE_OK);
    att_err e = ATT_FINE;
    for (int i = 0; i < 50 && !att_failed(e); i++) {
        text[0] = (char)('A' + i);
        make(&m, text, text);
        e = att_store_add(s, &m.parcel, (att_slice){0}, &what);
    }
    assert_int_equal(e.code, ATT_E_STORE);
    assert_non_null(strstr(e.msg, "disk is full"));
    counts(s, 1, 1);
    assert_int_equal(sqlite3_exec(s->db, "PRAGMA max_page_count = 5000", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(add(s, "b", "more", ""), ATT_STORED_NEW);
    assert_false(att_failed(att_store_commit(s)));
    counts(s, 2, 2);
    att_store_close(s);
    free(text);
}

static int set_up(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -r '%s'", folder);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_store__adding_again_changes_nothing), cmocka_unit_test(test_store__changed_text_is_a_version),
        cmocka_unit_test(test_store__what_is_not_committed_is_gone), cmocka_unit_test(test_store__copies),
        cmocka_unit_test(test_store__queries), cmocka_unit_test(test_store__foreign_files),
        cmocka_unit_test(test_store__brought_up_to_date),
        cmocka_unit_test(test_store__narrow_indices), cmocka_unit_test(test_store__positions_and_claims), cmocka_unit_test(test_store__damaged),
        cmocka_unit_test(test_store__full_disk),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
