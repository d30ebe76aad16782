/* link.c: the rows of data/place/places.txt and the places of the packages that are the same. */
#include <math.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/lexicon.h"
#include "build.h"

enum { CITY_KM = 40, REGION_KM = 1600, NEAR_KM = 40 };

typedef struct {
    att_slice name, kind;
    double lat, lon;
    uint8_t country;
    uint32_t best;  /* town + 1 */
    double score;   /* lower is better */
} row;

static bool fits(const row *r, const town *t, double km)
{
    bool city = t->kind == ATT_GAZ_CITY || t->kind == ATT_GAZ_PART;
    if (att_is(r->kind, "city")) return city && km < CITY_KM;
    if (att_is(r->kind, "base")) return (t->kind == ATT_GAZ_BASE || t->kind == ATT_GAZ_AIRPORT) && km < CITY_KM;
    bool region = att_is(r->kind, "region") || att_is(r->kind, "province") || att_is(r->kind, "island");
    return region && (t->kind == ATT_GAZ_REGION || (t->kind == ATT_GAZ_COUNTY && km < REGION_KM / 8.0)) && km < REGION_KM;
}

/* A first-level division before a second-level one, many people before few, near before far. */
static void look(build *b, row *r, att_slice name)
{
    for (uint32_t i = build_find(b, r->country, name); i; i = b->towns.at[i - 1].next) {
        const town *t = &b->towns.at[i - 1];
        double km = build_km(r->lat, r->lon, t->lat, t->lon);
        if (!fits(r, t, km)) continue;
        double score = km - 6 * log2(1.0 + t->people) + (t->kind == ATT_GAZ_COUNTY ? 200 : 0);
        if (!r->best || score < r->score) r->best = i, r->score = score;
    }
}

/* "Kyiv Oblast" is the Kyiv of a list of oblasts. */
static void look_short(build *b, row *r, att_slice name)
{
    static const char *const WORDS[] = {" Oblast", " Province", " region", " Region", " State", " Governorate", " Prefecture", " Department",
        " Krai", " District", " Voivodeship", " County", " state", " province", NULL};
    look(b, r, name);
    for (int i = 0; WORDS[i]; i++) {
        uint32_t n = (uint32_t)strlen(WORDS[i]);
        if (att_ends(name, WORDS[i]))
            look(b, r, att_sub(name, 0, name.len - n));
        else if (!att_is(r->kind, "city") && att_is_upper((unsigned char)WORDS[i][1]))
            look(b, r, att_format(&b->memory, "%.*s%s", (int)name.len, name.ptr, WORDS[i]));
    }
}

/* Ground without a match lies in the divisions of the nearest town. */
static att_gaz_hand nearest(const build *b, const row *r)
{
    att_gaz_hand h = {UINT32_MAX, 0, 0};
    double best = NEAR_KM;
    for (uint32_t i = 0; i < b->populated; i++) {
        const town *t = &b->towns.at[i];
        if (t->country != r->country || fabs(t->lat - r->lat) > 0.5) continue;
        double km = build_km(r->lat, r->lon, t->lat, t->lon);
        if (km < best) best = km, h.admin1 = (uint16_t)t->admin1, h.admin2 = (uint16_t)t->admin2;
    }
    return h;
}

static void link_row(build *b, const att_slice *f)
{
    const uint32_t *land = NULL;
    for (uint32_t i = 1; i < b->lands.n && !land; i++)
        if (att_eq(b->lands.at[i].code3, f[2])) land = att_map_get(&b->land_of, b->lands.at[i].code2);
    row r = {.name = att_sub(f[0], 0, att_find(f[0], ATT_LIT(", "), 0)), .kind = f[3], .country = land ? (uint8_t)*land : 0};
    bool point = att_to_double(f[4], &r.lat) && att_to_double(f[5], &r.lon);
    att_gaz_hand h = {UINT32_MAX, 0, 0};
    if (land && point) {
        look_short(b, &r, r.name);
        att_slice rest = f[1], name;
        while (!r.best && att_lex_alt(&rest, &name)) look_short(b, &r, name);
        bool small = att_is(r.kind, "city") || att_is(r.kind, "base");
        if (r.best) {
            const town *t = &b->towns.at[r.best - 1];
            h = (att_gaz_hand){r.best - 1, (uint16_t)t->admin1, (uint16_t)t->admin2};
        } else if (small) {
            h = nearest(b, &r);
        }
    }
    *att_push(&b->memory, &b->hands) = h;
}

void build_link(build *b)
{
    att_lex lex;
    att_lex_open(&lex, "place/places.txt", att_data("place/places.txt"), 7);
    while (att_lex_next(&lex)) link_row(b, lex.fields);
}
