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
        if (att_to_double(f[6], &people)) e.people = (float)people;
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

static void load_countries(att_gazetteer *g, att_arena *a)
{
    att_lex lex;
    att_lex_open(&lex, "actors/countries.txt", att_data("actors/countries.txt"), 10);
    while (att_lex_next(&lex)) {
        const att_slice *f = lex.fields;
        gaz_entry e = {.name = f[1], .country = f[0], .kind = ATT_LIT("country"), .sort = GAZ_COUNTRY};
        uint32_t comma = att_find(f[7], ATT_LIT(","), 0);
        e.has_point = comma < f[7].len && att_to_double(att_sub(f[7], 0, comma), &e.lat) &&
                      att_to_double(att_trim(att_sub(f[7], comma + 1, f[7].len)), &e.lon);
        *att_push(a, &g->entries) = e;
        uint32_t id = g->entries.n - 1;
        add_name(g, a, f[1], id);
        add_names(g, a, f[2], id);
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

att_gazetteer *att_gazetteer_open(att_arena *arena)
{
    att_gazetteer *g = att_new(arena, att_gazetteer, 1);
    (void)att_push(arena, &g->entries);
    (void)att_push(arena, &g->links);
    load_places(g, arena);
    load_countries(g, arena);
    return g;
}
