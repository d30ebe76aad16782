/* Sentences written for these tests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "place/place.h"
#include "support/words.h"
#include "text/text.h"

typedef struct {
    const char *text, *span, *name, *country, *role; /* name NULL: there must be no such place */
} row;

static const char *const ROLES[] = {"place", "government", "nationality"};
static att_arena knowledge;
static att_gazetteer *gaz;

static int open_gazetteer(void **state)
{
    (void)state;
    att_arena_init(&knowledge, (size_t)1 << 28);
    gaz = att_gazetteer_open(&knowledge);
    return gaz == NULL;
}

static int close_gazetteer(void **state)
{
    (void)state;
    att_arena_release(&knowledge);
    return 0;
}

static void read_text(att_test_doc *d, const char *text)
{
    test_doc_raw(d, att_slice_of(text));
    att_tokenize(&d->doc);
    att_places_find(gaz, &d->doc);
}

static const att_place *find(const att_doc *doc, const char *span)
{
    for (uint32_t i = 1; i < doc->places.n; i++)
        if (att_is(att_cut(doc, doc->places.at[i].span), span)) return &doc->places.at[i];
    return NULL;
}

static void check_row(const row *x)
{
    att_test_doc d;
    read_text(&d, x->text);
    const att_place *p = find(&d.doc, x->span);
    if (!p && x->name) fail_msg("'%s': no place '%s'", x->text, x->span);
    if (p && !x->name) fail_msg("'%s': '%s' was taken for a place", x->text, x->span);
    if (p) {
        bool same = att_is(p->name, x->name) && att_is(p->country, x->country) && strcmp(ROLES[p->role], x->role) == 0;
        if (!same) fail_msg("'%s': '%s' is %.*s %.*s %s", x->text, x->span, (int)p->name.len, p->name.ptr, (int)p->country.len, p->country.ptr, ROLES[p->role]);
    }
    test_doc_release(&d);
}

#define CHECK_ROWS(rows) \
    for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++) check_row(&(rows)[i])

static void test_names(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"Shells fell on Kharkiv at dawn.", "Kharkiv", "Kharkiv", "UKR", "place"},
        {"They flew to Port-au-Prince at dawn.", "Port-au-Prince", "Port-au-Prince", "HTI", "place"},
        {"The court in The Hague ruled.", "The Hague", "The Hague", "NLD", "place"},
        {"Protests spread in the United States.", "United States", "United States", "USA", "place"},
        {"Troops left the U.S. on ships.", "U.S.", "United States", "USA", "place"},
        {"The U.S. sent ships.", "U.S.", "United States", "USA", "government"},
        {"They told us to wait.", "us", NULL, NULL, NULL},
        {"He cooked a turkey for them.", "turkey", NULL, NULL, NULL},
        {"fighting spread in ukraine and near kharkiv.", "kharkiv", "Kharkiv", "UKR", "place"},
    };
    CHECK_ROWS(ROWS);
}

static void test_roles(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"Moscow said the drill was over.", "Moscow", "Moscow", "RUS", "government"},
        {"The minister arrived in Moscow on a train.", "Moscow", "Moscow", "RUS", "place"},
        {"Washington pressed Kyiv to sign.", "Kyiv", "Kyiv", "UKR", "government"},
        {"France's envoy resigned.", "France", "France", "FRA", "government"},
        {"Berlin sold tanks to Norway.", "Norway", "Norway", "NOR", "government"},
        {"He travelled to Norway by sea.", "Norway", "Norway", "NOR", "place"},
        {"Russian troops moved.", "Russian", "Russia", "RUS", "nationality"},
        {"Two Iranians were held.", "Iranians", "Iran", "IRN", "nationality"},
        {"Floods hit Poland, and in Poland and Slovakia roads closed.", "Slovakia", "Slovakia", "SVK", "place"},
        {"MOSCOW (Reuters) - The army left.", "MOSCOW", "Moscow", "RUS", "place"},
        {"Smoke rose over the outskirts of Tripoli.", "Tripoli", "Tripoli", "LBY", "place"},
    };
    CHECK_ROWS(ROWS);
}

static void test_parts_of_longer_names(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"The heiress Paris Hilton smiled.", "Paris", NULL, NULL, NULL},
        {"The Washington Post wrote of it.", "Washington", NULL, NULL, NULL},
        {"The player Michael Jordan retired.", "Jordan", NULL, NULL, NULL},
        {"A note from Mr. London came.", "London", NULL, NULL, NULL},
        {"Envoys met in the West and in the West Bank.", "West", NULL, NULL, NULL},
        {"Envoys met in the West Bank.", "West Bank", "West Bank", "PSE", "place"},
        {"He studied at New York University.", "New York", NULL, NULL, NULL},
        {"He fled from northern Syria on foot.", "Syria", "Syria", "SYR", "place"},
    };
    CHECK_ROWS(ROWS);
}

static void test_ambiguous_names(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"A fire broke out in Birmingham, Alabama, and spread.", "Birmingham", "Birmingham", "USA", "place"},
        {"A fire broke out in Birmingham near a mill.", "Birmingham", "Birmingham", "GBR", "place"},
        {"Tbilisi burned. Protests in Georgia went on.", "Georgia", "Georgia", "GEO", "place"},
        {"Fires raged in Atlanta, Georgia, at noon.", "Georgia", "Georgia", "USA", "place"},
        {"A fire broke out in London, Ontario, at noon.", "London", "London", "CAN", "place"},
        {"A fire in Plymouth County was put out.", "Plymouth County", "Plymouth County", "", "place"},
        {"A mill in Zzyzxville, Ontario, burned.", "Zzyzxville", "Zzyzxville", "CAN", "place"},
    };
    CHECK_ROWS(ROWS);
    att_test_doc d;
    read_text(&d, "A fire broke out in London, Ontario, at noon. In London all was calm again.");
    for (uint32_t i = 1; i < d.doc.places.n; i++)
        if (att_is(d.doc.places.at[i].name, "London")) assert_false(d.doc.places.at[i].has_point);
    test_doc_release(&d);
}

static void test_point_and_kind(void **state)
{
    (void)state;
    att_test_doc d;
    read_text(&d, "They met in Kyiv.");
    const att_place *p = find(&d.doc, "Kyiv");
    assert_non_null(p);
    assert_true(p->has_point);
    assert_true(p->lat > 50 && p->lat < 51 && p->lon > 30 && p->lon < 31);
    assert_true(att_is(p->kind, "city"));
    test_doc_release(&d);
}

static void test_nonsense_is_harmless(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"", "-", "Moscow", "County County County", "Moscow, Moscow, Moscow", "\xFF\xFE Paris \xC3",
        "Lake", "The", "U.S. U.S. U.S.", "In , of . Ontario ,"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        att_test_doc d;
        read_text(&d, TEXTS[i]);
        uint32_t at = 0;
        for (uint32_t k = 1; k < d.doc.places.n; k++) {
            const att_place *p = &d.doc.places.at[k];
            assert_true(p->span.beg >= at && p->span.end <= d.doc.text.len && p->span.beg < p->span.end);
            at = p->span.end;
        }
        test_doc_release(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_roles),
        cmocka_unit_test(test_parts_of_longer_names), cmocka_unit_test(test_ambiguous_names),
                                       cmocka_unit_test(test_point_and_kind), cmocka_unit_test(test_nonsense_is_harmless)};
    return cmocka_run_group_tests(tests, open_gazetteer, close_gazetteer);
}
