#include <stdlib.h>

#include "base/data.h"
#include "base/lexicon.h"
#include "place/place_int.h"

static void add_name(att_gazetteer *g, att_arena *a, att_slice name, uint32_t entry)
{
    char key[GAZ_KEY_BYTES];
    uint32_t n = att_place_key(name, key);
    if (!n) return;
    att_slice k = {key, n};
    uint32_t *first = att_map_get(&g->keys, k);
    if (!first) first = att_map_put(&g->keys, a, att_copy(a, k), NULL);
    for (uint32_t l = *first; l; l = g->links.at[l].next)
        if (g->links.at[l].entry == entry) return;
    *att_push(a, &g->links) = (gaz_link){entry, *first};
    *first = g->links.n - 1;
}

static void add_names(att_gazetteer *g, att_arena *a, att_slice names, uint32_t entry)
{
    att_slice name;
    while (att_lex_alt(&names, &name)) add_name(g, a, name, entry);
}

/* "Aba, Nigeria" tells two places apart in the data; in the text the name is "Aba". */
static att_slice bare_name(att_slice name)
{
    return att_sub(name, 0, att_find(name, ATT_LIT(", "), 0));
}

static void load_places(att_gazetteer *g, att_arena *a)
{
    att_lex lex;
    att_lex_open(&lex, "place/places.txt", att_data("place/places.txt"), 7);
    while (att_lex_next(&lex)) {
        const att_slice *f = lex.fields;
        gaz_entry e = {.name = bare_name(f[0]), .country = f[2], .kind = f[3], .sort = GAZ_PLACE};
        double people = 0;
        e.has_point = att_to_double(f[4], &e.lat) && att_to_double(f[5], &e.lon);
        if (att_to_double(f[6], &people)) e.people = people * 1000;
        *att_push(a, &g->entries) = e;
        uint32_t id = g->entries.n - 1;
        add_name(g, a, f[0], id);
        add_name(g, a, e.name, id);
        add_names(g, a, f[1], id);
    }
}

/* The capital among the places; its other spellings in countries.txt become names of the same entry. */
static void mark_capital(att_gazetteer *g, att_arena *a, att_slice capitals, att_slice code)
{
    uint32_t found = 0;
    att_slice rest = capitals, name;
    while (att_lex_alt(&rest, &name)) {
        char key[GAZ_KEY_BYTES];
        uint32_t n = att_place_key(name, key);
        const uint32_t *first = att_map_get(&g->keys, (att_slice){key, n});
        for (uint32_t l = first ? *first : 0; l; l = g->links.at[l].next) {
            gaz_entry *e = &g->entries.at[g->links.at[l].entry];
            if (e->sort != GAZ_PLACE || !att_eq(e->country, code) || !att_is(e->kind, "city")) continue;
            e->capital = true;
            if (!found) found = g->links.at[l].entry;
        }
    }
    if (!found) return;
    rest = capitals;
    while (att_lex_alt(&rest, &name)) {
        char key[GAZ_KEY_BYTES];
        uint32_t n = att_place_key(name, key);
        if (!att_map_get(&g->keys, (att_slice){key, n})) add_name(g, a, name, found);
    }
}

/* Points and GeoNames ids of the states: data/place/countries.txt. */
static void load_points(att_arena *a, att_map *points, att_lex *rows)
{
    att_lex_open(rows, "place/countries.txt", att_data("place/countries.txt"), 5);
    const char *all = att_data("place/countries.txt").ptr;
    while (att_lex_next(rows)) *att_map_put(points, a, rows->fields[0], NULL) = (uint32_t)(rows->fields[0].ptr - all) + 1;
}

static void set_point(const att_map *points, gaz_entry *e)
{
    const uint32_t *at = att_map_get(points, e->country);
    att_lex row;
    if (!at) return;
    att_slice all = att_data("place/countries.txt");
    att_lex_open(&row, "place/countries.txt", att_sub(all, *at - 1, all.len), 5);
    if (!att_lex_next(&row)) return;
    (void)att_to_u32(row.fields[2], &e->geonames);
    e->has_point = att_to_double(row.fields[3], &e->lat) && att_to_double(row.fields[4], &e->lon);
}

/* England is a row of places.txt, though countries.txt has it among the names of the United Kingdom. */
static bool is_part(const att_gazetteer *g, att_slice name, att_slice code)
{
    char key[GAZ_KEY_BYTES];
    uint32_t n = att_place_key(name, key);
    const uint32_t *first = n ? att_map_get(&g->keys, (att_slice){key, n}) : NULL;
    for (uint32_t l = first ? *first : 0; l; l = g->links.at[l].next) {
        const gaz_entry *e = &g->entries.at[g->links.at[l].entry];
        if (e->sort == GAZ_PLACE && att_is(e->kind, "region") && att_eq(e->country, code) && att_eq(e->name, name)) return true;
    }
    return false;
}

static void load_countries(att_gazetteer *g, att_arena *a)
{
    att_lex lex;
    att_map points = {0};
    load_points(a, &points, &lex);
    att_lex_open(&lex, "actors/countries.txt", att_data("actors/countries.txt"), ATT_COUNTRY_FIELDS);
    while (att_lex_next(&lex)) {
        const att_slice *f = lex.fields;
        gaz_entry e = {.name = f[1], .country = f[0], .kind = ATT_LIT("country"), .sort = GAZ_COUNTRY};
        set_point(&points, &e);
        *att_push(a, &g->entries) = e;
        uint32_t id = g->entries.n - 1;
        add_name(g, a, f[1], id);
        att_slice names = f[2], one;
        while (att_lex_alt(&names, &one))
            if (!is_part(g, one, f[0])) add_name(g, a, one, id);
        e.sort = GAZ_ADJECTIVE;
        *att_push(a, &g->entries) = e;
        add_names(g, a, f[3], id + 1);
        e.sort = GAZ_DEMONYM;
        *att_push(a, &g->entries) = e;
        att_slice rest = f[4], pair;
        while (att_lex_alt(&rest, &pair)) {
            uint32_t slash = att_find(pair, ATT_LIT("/"), 0);
            add_name(g, a, att_sub(pair, 0, slash), id + 2);
            if (slash < pair.len) add_name(g, a, att_sub(pair, slash + 1, pair.len), id + 2);
        }
        mark_capital(g, a, f[5], f[0]);
    }
}

/* "Ky.", "Ont.": short forms of regions, which are names only behind a comma. */
static void load_shorts(att_gazetteer *g, att_arena *a)
{
    att_lex lex;
    att_lex_open(&lex, "place/short.txt", att_data("place/short.txt"), 3);
    while (att_lex_next(&lex)) {
        char key[GAZ_KEY_BYTES];
        uint32_t n = att_place_key(lex.fields[0], key);
        const uint32_t *first = att_map_get(&g->keys, (att_slice){key, n});
        uint32_t l = first ? *first : 0;
        while (l && (g->entries.at[g->links.at[l].entry].sort != GAZ_PLACE || !att_eq(g->entries.at[g->links.at[l].entry].country, lex.fields[1]) ||
                     att_is(g->entries.at[g->links.at[l].entry].kind, "city"))) l = g->links.at[l].next;
        if (!l) continue;
        *att_push(a, &g->links) = (gaz_link){g->links.at[l].entry, 0};
        att_slice rest = lex.fields[2], name;
        while (att_lex_alt(&rest, &name)) {
            n = att_place_key(name, key);
            if (n) *att_map_put(&g->shorts, a, att_copy(a, (att_slice){key, n}), NULL) = g->links.n - 1;
        }
    }
}

static void load_ids(att_gazetteer *g)
{
    att_lex lex;
    att_lex_open(&lex, "place/ids.txt", att_data("place/ids.txt"), 3);
    while (att_lex_next(&lex)) {
        char key[GAZ_KEY_BYTES];
        uint32_t n = att_place_key(lex.fields[0], key);
        const uint32_t *first = n ? att_map_get(&g->keys, (att_slice){key, n}) : NULL;
        for (uint32_t l = first ? *first : 0; l; l = g->links.at[l].next) {
            gaz_entry *e = &g->entries.at[g->links.at[l].entry];
            bool same = e->sort == GAZ_PLACE && !att_is(e->kind, "city") && att_eq(e->country, lex.fields[1]) && att_eq(e->name, lex.fields[0]);
            if (same) (void)att_to_u32(lex.fields[2], &e->geonames);
        }
    }
}

static void load_outlets(att_gazetteer *g, att_arena *a)
{
    att_lex lex;
    att_lex_open(&lex, "place/outlets.txt", att_data("place/outlets.txt"), 3);
    while (att_lex_next(&lex)) {
        char key[GAZ_KEY_BYTES];
        uint32_t n = att_place_key(lex.fields[1], key);
        const uint32_t *first = n ? att_map_get(&g->keys, (att_slice){key, n}) : NULL;
        for (uint32_t l = first ? *first : 0; l; l = g->links.at[l].next) {
            const gaz_entry *e = &g->entries.at[g->links.at[l].entry];
            if (e->sort == GAZ_PLACE && att_eq(e->country, lex.fields[2])) *att_map_put(&g->outlets, a, lex.fields[0], NULL) = g->links.at[l].entry;
        }
    }
}

att_gazetteer *att_gazetteer_open(att_arena *arena)
{
    att_gazetteer *g = att_new(arena, att_gazetteer, 1);
    (void)att_push(arena, &g->entries);
    (void)att_push(arena, &g->links);
    load_places(g, arena);
    g->rows = g->entries.n;
    load_countries(g, arena);
    load_shorts(g, arena);
    load_outlets(g, arena);
    load_ids(g);
    return g;
}

static int by_place(const void *a, const void *b)
{
    uint32_t x = ((const gaz_twin *)a)->place, y = ((const gaz_twin *)b)->place;
    if (x == y) x = ((const gaz_twin *)a)->entry, y = ((const gaz_twin *)b)->entry;
    return (x > y) - (x < y);
}

/* What the large gazetteer knows of a row of places.txt. Points of regions are kept: the file has only the middle of their towns. */
static void enrich(att_gazetteer *g, att_arena *a, uint32_t row)
{
    const att_gaz_hand *h = &g->file.hands[row - 1];
    gaz_entry *e = &g->entries.at[row];
    e->admin1 = h->admin1;
    e->admin2 = h->admin2;
    if (h->place >= g->file.head.places) return;
    gaz_entry twin = att_gaz_file_entry(&g->file, h->place);
    if (att_is(e->kind, "city") || att_is(e->kind, "base") || !e->has_point) e->lat = twin.lat, e->lon = twin.lon, e->has_point = true;
    if (twin.people > 0) e->people = twin.people;
    if (twin.geonames) e->geonames = twin.geonames;
    e->rank = twin.rank;
    *att_push(a, &g->twins) = (gaz_twin){h->place, row};
}

att_err att_gazetteer_attach(att_gazetteer *g, att_arena *arena, const char *path)
{
    att_err e = att_gaz_file_open(&g->file, path);
    if (att_failed(e)) return e;
    if (!g->file.head.places) return ATT_FINE;
    if (g->file.head.hand_hash != att_hash(att_data("place/places.txt")) || g->file.head.hands != g->rows - 1) {
        att_gaz_file_close(&g->file);
        return (att_err){ATT_E_MODEL, ATT_STAGE_PLACE, 0, 0, "gazetteer: made for another version of data/place/places.txt; build it again"};
    }
    for (uint32_t row = 1; row < g->rows; row++) enrich(g, arena, row);
    if (g->twins.n) qsort(g->twins.at, g->twins.n, sizeof(gaz_twin), by_place);
    uint32_t n = 0; /* two rows for one place: the first has it */
    for (uint32_t i = 0; i < g->twins.n; i++)
        if (!n || g->twins.at[i].place != g->twins.at[n - 1].place) g->twins.at[n++] = g->twins.at[i];
    g->twins.n = n;
    return ATT_FINE;
}

void att_gazetteer_close(att_gazetteer *g)
{
    if (g) att_gaz_file_close(&g->file);
}

uint32_t att_gazetteer_size(const att_gazetteer *g, uint32_t *towns)
{
    *towns = g->file.head.towns;
    return g->file.head.places;
}
