/* The large gazetteer as this build made it. Without its packages only the tests of refusal run; the others are skipped and say so. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "place/place.h"
#include "support/words.h"
#include "text/text.h"

typedef struct {
    const char *text, *span, *country, *admin1;
    double lat, lon; /* within half a degree */
} row;

static att_arena knowledge;
static att_gazetteer *gaz;
static uint32_t towns;

static int open_gazetteer(void **state)
{
    (void)state;
    att_arena_init(&knowledge, (size_t)1 << 28);
    gaz = att_gazetteer_open(&knowledge);
    att_err e = att_gazetteer_attach(gaz, &knowledge, ATT_PLACES_FILE);
    if (att_failed(e)) fprintf(stderr, "%s: %s\n", ATT_PLACES_FILE, e.msg);
    (void)att_gazetteer_size(gaz, &towns);
    if (!towns) fprintf(stderr, "# built without the packages of the gazetteer (docs/places.md): tests of its content are skipped\n");
    return att_failed(e);
}

static int close_gazetteer(void **state)
{
    (void)state;
    att_gazetteer_close(gaz);
    att_arena_release(&knowledge);
    return 0;
}

static void check_row(const row *x)
{
    att_test_doc d;
    test_doc_raw(&d, att_slice_of(x->text));
    att_tokenize(&d.doc);
    att_places_find(gaz, &d.doc);
    const att_place *p = NULL;
    for (uint32_t i = 1; i < d.doc.places.n && !p; i++)
        if (att_is(att_cut(&d.doc, d.doc.places.at[i].span), x->span)) p = &d.doc.places.at[i];
    if (!p) fail_msg("'%s': no place '%s'", x->text, x->span);
    bool near = p->has_point && p->lat > x->lat - 0.5 && p->lat < x->lat + 0.5 && p->lon > x->lon - 0.5 && p->lon < x->lon + 0.5;
    if (!near || !att_is(p->country, x->country) || (x->admin1 && !att_is(p->admin1, x->admin1)))
        fail_msg("'%s': '%s' is %.*s, %.*s, %.*s at %.2f %.2f by %s", x->text, x->span, (int)p->name.len, p->name.ptr, (int)p->admin1.len,
                 p->admin1.len ? p->admin1.ptr : "", (int)p->country.len, p->country.len ? p->country.ptr : "", p->lat, p->lon, p->rule ? p->rule : "-");
    test_doc_release(&d);
}

#define CHECK_ROWS(rows) \
    if (!towns) skip(); \
    for (size_t i = 0; i < sizeof(rows) / sizeof *(rows); i++) check_row(&(rows)[i])

static void test_size(void **state)
{
    (void)state;
    if (!towns) skip();
    assert_true(towns >= 200000);
    struct stat st;
    assert_int_equal(stat(ATT_PLACES_FILE, &st), 0);
    assert_true(st.st_size <= 24 << 20);
    assert_true(att_gazetteer_count(gaz, ATT_LIT("Springfield")) > 20);
    assert_true(att_gazetteer_count(gaz, ATT_LIT("Leningrad")) > 0);
    assert_int_equal(att_gazetteer_count(gaz, ATT_LIT("Qqxzz")), 0);
}

static void test_containment(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"A fire broke out in Paris, Texas, at noon.", "Paris", "USA", "Texas", 33.66, -95.56},
        {"A fire broke out in Springfield, Ill., at noon.", "Springfield", "USA", "Illinois", 39.80, -89.64},
        {"A fire broke out in London, Ontario, at noon.", "London", "CAN", "Ontario", 42.98, -81.23},
        {"A fire broke out in London, Ont., at noon.", "London", "CAN", "Ontario", 42.98, -81.23},
        {"A fire broke out in Manchester, N.H., at noon.", "Manchester", "USA", "New Hampshire", 42.99, -71.45},
        {"Roads were shut in Laurel County, Kentucky.", "Laurel County", "USA", "Kentucky", 37.1, -84.1},
        {"A mill burned in Cambridge, Massachusetts.", "Cambridge", "USA", "Massachusetts", 42.37, -71.1},
        {"A mill burned in Odessa, Texas.", "Odessa", "USA", "Texas", 31.85, -102.37},
    };
    CHECK_ROWS(ROWS);
}

static void test_context(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"A fire broke out in Birmingham at noon.", "Birmingham", "GBR", "England", 52.48, -1.9},
        {"Crews from Tuscaloosa and Montgomery drove to Birmingham, and Alabama sent more.", "Birmingham", "USA", "Alabama", 33.52, -86.8},
        {"Odessa was shelled, and Kyiv sent help. Mykolaiv burned.", "Odessa", "UKR", NULL, 46.48, 30.73},
        {"The mayors of Woodstock, Brantford and Kitchener met in Cambridge, and Ontario paid.", "Cambridge", "CAN", "Ontario", 43.36, -80.31},
        {"A body was found at Edmonton, south of Cairns.", "Edmonton", "AUS", "Queensland", -17.02, 145.74},
        {"Alberta, Saskatchewan, Ontario and Quebec agreed, and Canada paid.", "Ontario", "CAN", "Ontario", 49.25, -84.5},
        {"Mexico paid, and Mexico and Guatemala signed.", "Mexico", "MEX", NULL, 23, -102},
        {"They fled from southern California on Monday.", "California", "USA", "California", 37.25, -119.75},
    };
    CHECK_ROWS(ROWS);
}

/* Names that only the large gazetteer holds: places in local news, words elsewhere. */
static void test_local(void **state)
{
    (void)state;
    static const row ROWS[] = {
        {"The Lebanon board met near a Wilson County court. Roads from Gallatin to Mount Juliet were shut in Tennessee.", "Mount Juliet", "USA", "Tennessee", 36.2, -86.52},
        {"The Lebanon board met near a Wilson County court. Roads from Gallatin to Mount Juliet were shut in Tennessee.", "Lebanon", "USA", "Tennessee", 36.2, -86.3},
        {"Israel struck Lebanon, and in New York and Texas people marched.", "Lebanon", "LBN", NULL, 33.9, 35.8},
        {"Crews from Tuscaloosa helped in Northport, Alabama, and in Holt.", "Holt", "USA", "Alabama", 33.2, -87.5},
    };
    CHECK_ROWS(ROWS);
    static const char *const WORDS[] = {"He read of Best and Green in March.", "They trust in God and in Hope."};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        att_test_doc d;
        test_doc_raw(&d, att_slice_of(WORDS[i]));
        att_tokenize(&d.doc);
        att_places_find(gaz, &d.doc);
        assert_int_equal(d.doc.places.n, 1);
        test_doc_release(&d);
    }
}

/* How it lies to the place. */
static void test_relations(void **state)
{
    (void)state;
    static const struct { const char *text, *relation, *direction; double km; } ROWS[] = {
        {"Shells fell 30 km north of Kharkiv.", "distance", "north", 30},
        {"Shells fell 30 kilometres from Kharkiv.", "distance", "", 30},
        {"Shells fell ten miles outside Kharkiv.", "distance", "", 16.09344},
        {"Shells fell near Kharkiv.", "near", "", 0},
        {"Shells fell close to Kharkiv.", "near", "", 0},
        {"Shells fell on the outskirts of Kharkiv.", "outskirts", "", 0},
        {"They fled from northern Syria.", "part", "northern", 0},
        {"They fled from the south of France.", "part", "south", 0},
        {"Ships lay off Yemen.", "off", "", 0},
        {"Ships lay at the Black Sea coast.", "coast", "", 0},
        {"Ships lay off the coast of Libya.", "coast", "", 0},
        {"Guns stood at Ukraine's eastern border.", "border", "eastern", 0},
        {"Guns stood at the border with Ukraine.", "border", "", 0},
        {"Guns stood in Kharkiv.", NULL, "", 0},
        {"He has 30 reasons to love Kharkiv.", NULL, "", 0},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        att_test_doc d;
        test_doc_raw(&d, att_slice_of(ROWS[i].text));
        att_tokenize(&d.doc);
        att_places_find(gaz, &d.doc);
        if (d.doc.places.n != 2) fail_msg("'%s': %u places", ROWS[i].text, d.doc.places.n - 1);
        const att_place *p = &d.doc.places.at[1];
        bool same = (!p->relation && !ROWS[i].relation) || (p->relation && ROWS[i].relation && strcmp(p->relation, ROWS[i].relation) == 0);
        if (!same || !att_is(p->direction, ROWS[i].direction) || p->km < ROWS[i].km - 0.001 || p->km > ROWS[i].km + 0.001)
            fail_msg("'%s': %s, '%.*s', %g km", ROWS[i].text, p->relation ? p->relation : "none", (int)p->direction.len, p->direction.len ? p->direction.ptr : "", p->km);
        test_doc_release(&d);
    }
}

static void check_refused(const char *path, int code)
{
    att_arena a;
    att_arena_init(&a, (size_t)1 << 28);
    att_gazetteer *g = att_gazetteer_open(&a);
    att_err e = att_gazetteer_attach(g, &a, path);
    assert_int_equal(e.code, code);
    assert_non_null(e.msg);
    uint32_t none = 1;
    assert_int_equal(att_gazetteer_size(g, &none), 0);
    assert_int_equal(none, 0);
    att_gazetteer_close(g);
    att_arena_release(&a);
}

static void test_refused(void **state)
{
    (void)state;
    check_refused("/nowhere/places.attg", ATT_E_IO);
    check_refused(ATT_SOURCE_DIR "/models/english.attm", ATT_E_MODEL);
    char path[] = "/tmp/attache-gazXXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    check_refused(path, ATT_E_MODEL);
    static const char HALF[] = "ATTPLACE, and then nothing that is one: sixty-four bytes are filled up with words";
    assert_int_equal(write(fd, HALF, 80), 80);
    check_refused(path, ATT_E_MODEL);
    close(fd);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_size), cmocka_unit_test(test_containment), cmocka_unit_test(test_context),
        cmocka_unit_test(test_local), cmocka_unit_test(test_relations), cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, open_gazetteer, close_gazetteer);
}
