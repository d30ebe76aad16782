#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/data.h"
#include "base/lexicon.h"
#include "base/utf8.h"
#include "build.h"
#include "place/place_int.h"

enum { CITY_FIELDS = 19, SAME_KM = 8 };

att_slice build_file(build *b, const char *folder, const char *name)
{
    att_slice path = att_format(&b->memory, "%s/%s", folder, name);
    FILE *f = fopen(path.ptr, "rb");
    if (!f) return (att_slice){0};
    if (fseek(f, 0, SEEK_END)) build_die("can't be read", path.ptr);
    long n = ftell(f);
    if (n < 0 || n > (1L << 30) || fseek(f, 0, SEEK_SET)) build_die("can't be read", path.ptr);
    char *text = att_new(&b->memory, char, (size_t)n + 1);
    if (fread(text, 1, (size_t)n, f) != (size_t)n) build_die("can't be read", path.ptr);
    fclose(f);
    return (att_slice){text, (uint32_t)n};
}

void build_lands(build *b)
{
    att_lex lex;
    att_lex_open(&lex, "place/countries.txt", att_data("place/countries.txt"), 5);
    *att_push(&b->memory, &b->lands) = (land_row){.code3 = ATT_LIT("")};
    while (att_lex_next(&lex)) {
        if (lex.fields[1].len != 2 || lex.fields[0].len != 3) continue;
        *att_push(&b->memory, &b->lands) = (land_row){.code2 = lex.fields[1], .code3 = lex.fields[0]};
        *att_map_put(&b->land_of, &b->memory, lex.fields[1], NULL) = b->lands.n - 1;
    }
}

static uint32_t number_of(const att_map *m, att_slice code)
{
    const uint32_t *n = att_map_get(m, code);
    return n ? *n : 0;
}

double build_km(double lat1, double lon1, double lat2, double lon2)
{
    const double rad = 3.14159265358979323846 / 180;
    double a = sin((lat2 - lat1) * rad / 2), o = sin((lon2 - lon1) * rad / 2);
    double s = a * a + cos(lat1 * rad) * cos(lat2 * rad) * o * o;
    return 2 * 6371.0 * asin(s < 1 ? sqrt(s) : 1);
}

/* Latin letters only, begins with a capital, and no code of letters ("LON"). */
static bool is_english(att_slice name)
{
    uint32_t n = 1, upper = 0, lower = 0;
    for (uint32_t i = 0; i < name.len; i += n) {
        uint32_t cp = att_utf8_at(name, i, &n);
        if (cp >= 0x250 && !(cp >= 0x1E00 && cp < 0x1F00) && !(cp >= 0x2010 && cp <= 0x201F)) return false;
        if (cp == '(' || cp == '/' || cp == ',' || att_is_digit((unsigned char)(cp < 128 ? cp : 0))) return false;
        if (i == 0 && (cp < 'A' || (cp > 'Z' && cp < 0xC0))) return false;
        upper += cp < 128 && att_is_upper((unsigned char)cp);
        lower += cp >= 128 || att_is_lower((unsigned char)cp);
    }
    return name.len >= 3 && lower > 0 && upper < 8;
}

static void add_key(build *b, uint32_t place, att_slice text, uint32_t flags)
{
    char k[GAZ_KEY_BYTES];
    uint32_t n = att_place_key(text, k);
    if (n) *att_push(&b->memory, &b->keys) = (key){att_hash((att_slice){k, n}), place, flags};
}

/* "Saint Paul" is also written "St. Paul". */
static void add_short_form(build *b, uint32_t place, att_slice name, uint32_t flags)
{
    static const char *const LONG[] = {"Saint ", "Fort ", "Mount ", NULL};
    static const char *const SHORT[] = {"St ", "Ft ", "Mt "};
    for (int i = 0; LONG[i]; i++) {
        uint32_t n = (uint32_t)strlen(LONG[i]);
        if (!att_starts(name, LONG[i])) continue;
        add_key(b, place, att_format(&b->memory, "%s%.*s", SHORT[i], (int)(name.len - n), name.ptr + n), flags);
    }
}

void build_add_name(build *b, uint32_t place, att_slice name, uint32_t flags)
{
    name = att_trim(name);
    if ((flags & ATT_GAZ_ALT) && !is_english(name)) return;
    add_key(b, place, name, flags);
    add_short_form(b, place, name, flags);
}

static att_slice name_key(build *b, uint8_t country, att_slice name)
{
    char k[GAZ_KEY_BYTES];
    uint32_t n = att_place_key(name, k);
    return att_format(&b->memory, "%u %.*s", (unsigned)country, (int)n, k);
}

uint32_t build_find(build *b, uint8_t country, att_slice name)
{
    return number_of(&b->by_name, name_key(b, country, name));
}

uint32_t build_add_town(build *b, const town *t)
{
    *att_push(&b->memory, &b->towns) = *t;
    uint32_t id = b->towns.n - 1;
    uint32_t *first = att_map_put(&b->by_name, &b->memory, name_key(b, t->country, t->name), NULL);
    b->towns.at[id].next = *first;
    *first = id + 1;
    build_add_name(b, id, t->name, 0);
    return id;
}

static void add_member(division *d, const town *t)
{
    const double rad = 3.14159265358979323846 / 180;
    d->x += cos(t->lat * rad) * cos(t->lon * rad);
    d->y += cos(t->lat * rad) * sin(t->lon * rad);
    d->z += sin(t->lat * rad);
    d->members++;
    if (t->kind == ATT_GAZ_CITY) d->people += t->people;
}

/* The two divisions of a place by their codes, which may be missing. */
static void place_in(build *b, town *t, att_slice country, att_slice one, att_slice two)
{
    if (!one.len) return;
    t->admin1 = number_of(&b->admin1_of, att_format(&b->memory, "%.*s.%.*s", (int)country.len, country.ptr, (int)one.len, one.ptr));
    if (t->admin1) add_member(&b->admin1.at[t->admin1 - 1], t);
    if (!two.len) return;
    t->admin2 = number_of(&b->admin2_of, att_format(&b->memory, "%.*s.%.*s.%.*s", (int)country.len, country.ptr, (int)one.len, one.ptr,
                                                    (int)two.len, two.ptr));
    if (t->admin2) add_member(&b->admin2.at[t->admin2 - 1], t);
}

static uint8_t kind_of(att_slice feature)
{
    return att_is(feature, "PPLX") || att_is(feature, "PPLL") || att_is(feature, "PPLF") ? ATT_GAZ_PART : ATT_GAZ_CITY;
}

static uint8_t rank_of(att_slice feature)
{
    if (att_is(feature, "PPLC")) return 4;
    if (att_is(feature, "PPLA")) return 3;
    return att_is(feature, "PPLA2") ? 2 : 0;
}

/* GeoNames' own table: id, name, ascii name, other names, lat, lon, class, feature, country, cc2, admin1-4, people, ... */
static void add_row(build *b, const att_slice *f)
{
    town t = {.name = f[1], .kind = kind_of(f[7]), .rank = rank_of(f[7])};
    uint32_t land = number_of(&b->land_of, f[8]);
    if (!land || !att_to_u32(f[0], &t.geonames) || !att_to_double(f[4], &t.lat) || !att_to_double(f[5], &t.lon)) return;
    t.country = (uint8_t)land;
    (void)att_to_u32(f[14], &t.people);
    place_in(b, &t, f[8], f[10], f[11]);
    uint32_t id = build_add_town(b, &t);
    if (!att_eq(f[2], f[1])) build_add_name(b, id, f[2], 0);
    att_slice rest = f[3], name;
    while (rest.len && att_split(&rest, ',', &name)) build_add_name(b, id, name, ATT_GAZ_ALT);
}

void build_towns(build *b, const char *folder)
{
    att_slice rest = build_file(b, folder, "cities500.txt"), line, f[CITY_FIELDS];
    while (rest.len && att_split(&rest, '\n', &line)) {
        int n = 0;
        while (n < CITY_FIELDS && att_split(&line, '\t', &f[n])) n++;
        if (n == CITY_FIELDS) add_row(b, f);
    }
}

static att_slice text_of(json_object *o, const char *field)
{
    json_object *v = NULL;
    if (!json_object_object_get_ex(o, field, &v)) return (att_slice){0};
    const char *s = json_object_get_string(v);
    return s ? att_slice_of(s) : (att_slice){0};
}

static json_object *json_of(build *b, const char *folder, const char *name)
{
    att_slice text = build_file(b, folder, name);
    if (!text.len) return NULL;
    json_object *list = json_tokener_parse(text.ptr);
    if (!list || !json_object_is_type(list, json_type_array)) build_die("is no JSON list", name);
    return list;
}

static void add_divisions(build *b, const char *folder, const char *name, bool second)
{
    json_object *list = json_of(b, folder, name);
    for (size_t i = 0; list && i < json_object_array_length(list); i++) {
        json_object *o = json_object_array_get_idx(list, i);
        division d = {.code = att_copy(&b->memory, text_of(o, "code")), .name = att_copy(&b->memory, text_of(o, "name"))};
        uint32_t land = number_of(&b->land_of, att_sub(d.code, 0, d.code.len < 2 ? d.code.len : 2));
        if (!land || !d.name.len || b->admin2.n >= UINT16_MAX) continue;
        d.country = (uint8_t)land;
        if (second) {
            *att_push(&b->memory, &b->admin2) = d;
            *att_map_put(&b->admin2_of, &b->memory, d.code, NULL) = b->admin2.n;
        } else {
            *att_push(&b->memory, &b->admin1) = d;
            *att_map_put(&b->admin1_of, &b->memory, d.code, NULL) = b->admin1.n;
        }
    }
    if (list) json_object_put(list);
}

void build_divisions(build *b, const char *folder)
{
    add_divisions(b, folder, "admin1.json", false);
    add_divisions(b, folder, "admin2.json", true);
}

static bool is_known(build *b, const town *t)
{
    for (uint32_t i = build_find(b, t->country, t->name); i; i = b->towns.at[i - 1].next)
        if (build_km(t->lat, t->lon, b->towns.at[i - 1].lat, b->towns.at[i - 1].lon) < SAME_KM) return true;
    return false;
}

/* The newer list has no ids and no numbers of people; it adds what the older one lacks. */
void build_newer_towns(build *b, const char *folder)
{
    json_object *list = json_of(b, folder, "cities.json");
    for (size_t i = 0; list && i < json_object_array_length(list); i++) {
        json_object *o = json_object_array_get_idx(list, i);
        att_slice country = text_of(o, "country");
        uint32_t land = number_of(&b->land_of, country);
        town t = {.name = text_of(o, "name"), .country = (uint8_t)land, .kind = ATT_GAZ_CITY};
        if (!land || !t.name.len || !att_to_double(text_of(o, "lat"), &t.lat) || !att_to_double(text_of(o, "lng"), &t.lon) || is_known(b, &t)) continue;
        t.name = att_copy(&b->memory, t.name);
        place_in(b, &t, country, text_of(o, "admin1"), text_of(o, "admin2"));
        build_add_town(b, &t);
    }
    if (list) json_object_put(list);
}

static void add_airport(build *b, json_object *o)
{
    att_slice name = text_of(o, "name");
    town t = {.country = (uint8_t)number_of(&b->land_of, text_of(o, "iso_country")), .kind = ATT_GAZ_AIRPORT};
    uint32_t cut = att_find(name, ATT_LIT(" / "), 0);
    t.name = att_copy(&b->memory, att_sub(name, 0, cut));
    if (!t.country || !t.name.len || !att_to_double(text_of(o, "latitude_deg"), &t.lat) || !att_to_double(text_of(o, "longitude_deg"), &t.lon)) return;
    if (att_find(t.name, ATT_LIT("Base"), 0) < t.name.len || att_find(t.name, ATT_LIT("Station"), 0) < t.name.len) t.kind = ATT_GAZ_BASE;
    uint32_t id = build_add_town(b, &t);
    uint32_t word = att_find(t.name, ATT_LIT(" International Airport"), 0);
    if (word < t.name.len) build_add_name(b, id, att_format(&b->memory, "%.*s Airport", (int)word, t.name.ptr), 0);
    if (cut < name.len) build_add_name(b, id, att_copy(&b->memory, att_sub(name, cut + 3, name.len)), 0);
}

void build_airports(build *b, const char *folder)
{
    json_object *list = json_of(b, folder, "airports.json");
    for (size_t i = 0; list && i < json_object_array_length(list); i++) add_airport(b, json_object_array_get_idx(list, i));
    if (list) json_object_put(list);
}

static void add_division_place(build *b, division *d, uint32_t one, uint32_t two)
{
    if (!d->members) return;
    const double deg = 180 / 3.14159265358979323846;
    town t = {.name = d->name, .country = d->country, .kind = two ? ATT_GAZ_COUNTY : ATT_GAZ_REGION, .admin1 = one, .admin2 = two};
    t.people = d->people < UINT32_MAX ? (uint32_t)d->people : UINT32_MAX;
    t.lat = atan2(d->z, sqrt(d->x * d->x + d->y * d->y)) * deg;
    t.lon = atan2(d->y, d->x) * deg;
    build_add_town(b, &t);
}

/* "US.KY.125" lies in "US.KY". */
static uint32_t above(build *b, att_slice code)
{
    uint32_t dot = code.len;
    while (dot && code.ptr[dot - 1] != '.') dot--;
    return dot ? number_of(&b->admin1_of, att_sub(code, 0, dot - 1)) : 0;
}

void build_division_places(build *b)
{
    for (uint32_t i = 0; i < b->admin1.n; i++) add_division_place(b, &b->admin1.at[i], i + 1, 0);
    for (uint32_t i = 0; i < b->admin2.n; i++) add_division_place(b, &b->admin2.at[i], above(b, b->admin2.at[i].code), i + 1);
}
