/* test_frame_examples.c: the example sentences of data/events/frames-*.txt, each a test of its own. Each is coded alone; it holds when an event
 * of its line's type is found, one of a NONE line when nothing is. Those that are known not to hold stand in frame_examples_known.txt; any
 * other that fails is named with file and line. A few may go the other way when the language model is trained anew or a rule is mended:
 * then `tests/unit/event/frame_examples.sh` writes the list, and its difference is to be read. */
#include <stdio.h>

#include "support/engine.h"

#include "base/data.h"
#include "base/hash.h"
#include "base/lexicon.h"
#include "base/mapfile.h"
#include "event/event.h"

enum { FEW = 25 };
/* Measured 2026-11-22, in percent. Raise them when the program gets better. */
static const double MEASURED_TYPE = 93.4, MEASURED_SILENT = 95.6;

typedef struct {
    test_coder coder;
    att_arena arena;
    att_map known;    /* "frames-verbs.txt: pattern | example" */
    FILE *list;       /* where to write those that fail, or NULL */
    uint32_t lines, typed, none, silent, fresh, mended, without;
} counts;

static bool holds(counts *c, att_slice type, att_slice example)
{
    att_article a = test_article(example, NULL);
    const att_doc *doc;
    att_err e = att_worker_code(&c->coder.worker, &a, ATT_NO_DAY, &doc);
    if (att_failed(e)) fail_msg("%s", e.msg);
    att_event_type want = att_event_type_of(type);
    bool found = false;
    for (uint32_t i = 1; i < doc->events.n; i++) found |= doc->events.at[i].type == want;
    if (want == ATT_EV_NONE) {
        c->none++;
        c->silent += doc->events.n <= 1;
        return doc->events.n <= 1;
    }
    c->lines++;
    c->typed += found;
    return found;
}

static void try_line(counts *c, const char *file, const att_lex *lex)
{
    att_slice pattern = lex->fields[0], example = lex->fields[6];
    if (example.len == 0) {
        c->without++;
        print_message("not ok - %s:%u: no example\n", file, lex->line);
        return;
    }
    att_slice key = att_format(&c->arena, "%s: %.*s | %.*s", file, (int)pattern.len, pattern.ptr, (int)example.len, example.ptr);
    bool known = att_map_get(&c->known, key) != NULL;
    if (holds(c, lex->fields[1], example)) {
        if (known) c->mended++, print_message("# now holds, take it off the list: %s:%u\n", file, lex->line);
        return;
    }
    if (c->list) (void)fprintf(c->list, "%.*s\n", (int)key.len, key.ptr);
    if (known) return;
    c->fresh++;
    print_message("not ok - %s:%u: %.*s: \"%.*s\" %s\n", file, lex->line, (int)pattern.len, pattern.ptr, (int)example.len, example.ptr,
                  att_is(lex->fields[1], "NONE") ? "is coded as an event" : "gives no event of its type");
}

static void read_known(counts *c)
{
    att_mapped file;
    att_lex lex;
    att_err e = att_map_file(&file, ATT_SOURCE_DIR "/tests/unit/event/frame_examples_known.txt", 16 << 20);
    if (att_failed(e)) fail_msg("frame_examples_known.txt: %s", e.msg);
    att_lex_open(&lex, "frame_examples_known.txt", (att_slice){(const char *)file.ptr, (uint32_t)file.len}, 2);
    while (att_lex_next(&lex)) *att_map_put(&c->known, &c->arena, att_copy(&c->arena, lex.row), NULL) = 1;
    att_unmap_file(&file);
}

static void test_frame_examples__each_holds(void **state)
{
    counts *c = *state;
    const att_embedded *file;
    read_known(c);
    for (uint32_t i = 0; (file = att_data_at(i)); i++) {
        att_lex lex;
        if (!att_starts(att_slice_of(file->name), "events/frames-")) continue;
        att_lex_open(&lex, file->name, att_data(file->name), 7);
        while (att_lex_next(&lex))
            if (!att_is(lex.fields[5], "pair")) /* no events of their own: test_relate.c */
                try_line(c, file->name + strlen("events/"), &lex);
    }
    print_message("# %u examples: %u as known not to hold, %u newly failing, %u that hold now, %u lines without one\n", c->lines + c->none,
                  c->lines + c->none - c->typed - c->silent - c->fresh, c->fresh, c->mended, c->without);
    assert_int_equal(c->without, 0);
    assert_true(c->fresh <= FEW);
}

static void test_frame_examples__own_type(void **state)
{
    const counts *c = *state;
    assert_true(c->lines > 4000);
    double share = 100.0 * c->typed / c->lines;
    print_message("# own type found: %u of %u examples, %.2f %%\n", c->typed, c->lines, share);
    assert_true(share >= MEASURED_TYPE - 1);
}

static void test_frame_examples__none_is_silent(void **state)
{
    const counts *c = *state;
    assert_true(c->none > 300);
    double share = 100.0 * c->silent / c->none;
    print_message("# silent: %u of %u examples of NONE lines, %.2f %%\n", c->silent, c->none, share);
    assert_true(share >= MEASURED_SILENT - 1);
}

int main(int argc, char **argv)
{
    static counts c;
    test_coder_open(&c.coder);
    att_arena_init(&c.arena, (size_t)64 << 20);
    if (argc > 1) c.list = fopen(argv[1], "w");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(test_frame_examples__each_holds, &c), /* counts for all */
        cmocka_unit_test_prestate(test_frame_examples__own_type, &c),
        cmocka_unit_test_prestate(test_frame_examples__none_is_silent, &c),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    if (c.list) (void)fclose(c.list);
    att_arena_release(&c.arena);
    test_coder_close(&c.coder);
    return failed;
}
