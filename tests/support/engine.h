/* engine.h: one engine with the real model for a whole test program, articles coded with it, and tables of sentences whose rows are
 * tests of their own. Who did what to whom is written as short text, "ASSAULT ISR > SYR occurred". */
#ifndef ATT_TESTS_SUPPORT_ENGINE_H
#define ATT_TESTS_SUPPORT_ENGINE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/civil.h"
#include "base/doc.h"
#include "engine/engine.h"
#include "support/cm.h"

enum { TEST_TEXT = 4096 };

typedef struct {
    att_engine *engine;
    att_worker worker;
} test_coder;

/* The model of the source tree, whatever else is installed. */
static inline void test_coder_open(test_coder *c)
{
    att_err e = att_engine_open(&c->engine, ATT_SOURCE_DIR "/models/english.attm");
    if (att_failed(e)) {
        fprintf(stderr, "no engine: %s\n", e.msg);
        exit(1);
    }
    att_worker_init(&c->worker, c->engine);
}

static inline void test_coder_close(test_coder *c)
{
    att_worker_release(&c->worker);
    att_engine_close(c->engine);
}

static inline att_article test_article(att_slice text, const char *day)
{
    att_article a = {.id = ATT_LIT("test"), .text = text, .meta = {.published = ATT_NO_DAY}};
    att_day last;
    if (day && !att_parse_iso(att_slice_of(day), &a.meta.published, &last)) fail_msg("not a day: %s", day);
    if (day) a.meta.published_from = ATT_FROM_METADATA;
    return a;
}

/* day: publication, "2022-02-14", or NULL. */
static inline const att_doc *test_code(test_coder *c, const char *text, const char *day)
{
    att_article a = test_article(att_slice_of(text), day);
    const att_doc *doc;
    att_err e = att_worker_code(&c->worker, &a, ATT_NO_DAY, &doc);
    if (att_failed(e)) fail_msg("%s", e.msg);
    return doc;
}

/* ---- text of records ---- */

static inline void test_put(char *out, const char *fmt, ...)
{
    va_list args;
    size_t n = strlen(out);
    va_start(args, fmt);
    (void)vsnprintf(out + n, TEST_TEXT - n, fmt, args);
    va_end(args);
}

static inline int test_by_name(const void *a, const void *b) { return att_cmp(*(const att_slice *)a, *(const att_slice *)b); }

/* Code of an entity, else its sector, else its name. */
static inline att_slice test_label(const att_entity *e)
{
    return e->code.len ? e->code : e->sector.len ? e->sector : e->name.len ? e->name : ATT_LIT("?");
}

/* Labels of all entities that the mentions stand for, sorted, each once; "-" for nobody. */
static inline void test_put_side(const att_doc *doc, att_ids side, char *out)
{
    att_slice label[64];
    uint32_t n = 0;
    for (uint32_t i = 0; i < side.n; i++) {
        const att_mention *m = &doc->mentions.at[side.at[i]];
        if (m->members.n == 0 && n < 64) label[n++] = test_label(&doc->entities.at[m->entity]);
        for (uint32_t k = 0; k < m->members.n && n < 64; k++) label[n++] = test_label(&doc->entities.at[m->members.at[k]]);
    }
    if (n) qsort(label, n, sizeof *label, test_by_name);
    for (uint32_t i = 0; i < n; i++)
        if (i == 0 || !att_eq(label[i], label[i - 1])) test_put(out, "%s%.*s", i ? "," : "", (int)label[i].len, label[i].ptr);
    if (n == 0) test_put(out, "-");
}

static inline void test_put_event(const att_doc *doc, const att_event *e, char *out)
{
    test_put(out, "%s ", att_event_type_name((att_event_type)e->type));
    test_put_side(doc, e->actors, out);
    test_put(out, " > ");
    test_put_side(doc, e->recipients, out);
    test_put(out, " %s", att_status_name((att_status)e->status));
}

/* All events, "; " between them. */
static inline void test_put_events(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++) {
        if (i > 1) test_put(out, "; ");
        test_put_event(doc, &doc->events.at[i], out);
    }
}

/* ---- tables ---- */

typedef struct {
    const char *text, *day; /* day NULL: no publication day */
    const char *want;
    const char *known;      /* why the program gets it wrong today; NULL: it must be right */
} test_row;

/* Writes what the program says of the row behind out (empty); want is for choosing what is asked. */
typedef void (*test_show)(const att_doc *doc, const char *want, char *out);

enum { TEST_MAX_ROWS = 500 };

typedef struct {
    test_coder *coder;
    const test_row *row;
    test_show show;
} test_case;

/* Tests of a program: rows of tables and plain tests. */
typedef struct {
    struct CMUnitTest at[TEST_MAX_ROWS];
    test_case rows[TEST_MAX_ROWS];
    size_t n, row_count, known;
} test_list;

static inline void test_one_row(void **state)
{
    const test_case *c = *state;
    char got[TEST_TEXT] = "";
    c->show(test_code(c->coder, c->row->text, c->row->day), c->row->want, got);
    if (!c->row->known) {
        assert_string_equal(got, c->row->want);
        return;
    }
    if (strcmp(got, c->row->want) == 0) {
        print_message("# known fault is gone, take the mark off: %s\n", c->row->text);
        return;
    }
    print_message("# known fault (%s): %s\n#   want %s\n#   have %s\n", c->row->known, c->row->text, c->row->want, got);
    skip();
}

static inline void test_list_add(test_list *l, const char *name, void (*run)(void **state), void *state)
{
    if (l->n == TEST_MAX_ROWS) abort();
    l->at[l->n++] = (struct CMUnitTest){.name = name, .test_func = run, .initial_state = state};
}

static inline void test_list_rows(test_list *l, test_coder *coder, const test_row *rows, size_t n, test_show show)
{
    for (size_t i = 0; i < n; i++) {
        l->rows[l->row_count] = (test_case){coder, &rows[i], show};
        test_list_add(l, rows[i].text, test_one_row, &l->rows[l->row_count++]);
        l->known += rows[i].known != NULL;
    }
}

/* At most 15 % of the rows may be known faults. */
static inline void test_few_known(void **state)
{
    const test_list *l = *state;
    print_message("# %zu rows, %zu of them known faults\n", l->row_count, l->known);
    assert_true(l->known * 100 <= l->row_count * 15);
}

static inline int test_list_run(test_list *l, const char *name)
{
    test_list_add(l, "few known faults", test_few_known, l);
    return _cmocka_run_group_tests(name, l->at, l->n, NULL, NULL);
}

#endif
