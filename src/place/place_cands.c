#include <math.h>
#include <stdlib.h>

#include "place/place_int.h"

gaz_entry att_gaz_entry(const att_gazetteer *gaz, uint32_t entry)
{
    return entry < gaz->entries.n ? gaz->entries.at[entry] : att_gaz_file_entry(&gaz->file, entry - gaz->entries.n);
}

static int by_place(const void *key, const void *twin)
{
    uint32_t a = *(const uint32_t *)key, b = ((const gaz_twin *)twin)->place;
    return (a > b) - (a < b);
}

/* The entry of a place of the file: the hand-made one where there is one. */
static uint32_t entry_of(const att_gazetteer *gaz, uint32_t place)
{
    const gaz_twin *t = gaz->twins.n ? bsearch(&place, gaz->twins.at, gaz->twins.n, sizeof *t, by_place) : NULL;
    return t ? t->entry : gaz->entries.n + place;
}

static bool has(const gaz_hit *hit, uint32_t entry)
{
    for (uint32_t i = 0; i < hit->cand_count; i++)
        if (hit->cands[i].entry == entry) return true;
    return false;
}

static gaz_cand cand(const att_gazetteer *gaz, uint32_t entry, bool alt)
{
    gaz_cand c = {.entry = entry, .alt = alt, .e = att_gaz_entry(gaz, entry)};
    const double rad = 3.14159265358979323846 / 180;
    c.x = cos(c.e.lat * rad) * cos(c.e.lon * rad);
    c.y = cos(c.e.lat * rad) * sin(c.e.lon * rad);
    c.z = sin(c.e.lat * rad);
    return c;
}

static void add(const att_gazetteer *gaz, gaz_hit *hit, uint32_t entry, bool alt)
{
    hit->cands[hit->cand_count++] = cand(gaz, entry, alt);
}

gaz_cand att_place_home(const att_gazetteer *gaz, const att_doc *doc)
{
    char lower[64];
    att_slice o = doc->meta.outlet;
    if (att_starts(o, "www.")) o = att_sub(o, 4, o.len);
    if (att_starts(o, "The ") || att_starts(o, "the ")) o = att_sub(o, 4, o.len);
    if (!o.len || o.len > sizeof lower) return (gaz_cand){0};
    for (uint32_t i = 0; i < o.len; i++) lower[i] = att_lower_ascii(o.ptr[i]);
    const uint32_t *entry = att_map_get(&gaz->outlets, (att_slice){lower, o.len});
    return entry ? cand(gaz, *entry, false) : (gaz_cand){0};
}

/* Is the key one of the other names of a state ("Gold Coast", "Holland")? For other rows the table has only names that count. */
static bool is_other_name(const att_gazetteer *gaz, uint32_t entry, att_slice key)
{
    char own[GAZ_KEY_BYTES];
    const gaz_entry *e = &gaz->entries.at[entry];
    uint32_t n = att_place_key(e->name, own);
    return e->sort == GAZ_COUNTRY && !att_eq(key, (att_slice){own, n});
}

static uint32_t key_of(const att_doc *doc, uint32_t beg, uint32_t end, char key[GAZ_KEY_BYTES])
{
    return att_place_key(att_cut(doc, att_tok_span(doc, beg, end)), key);
}

static void find(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hit, uint32_t beg, uint32_t end)
{
    char key[GAZ_KEY_BYTES];
    uint32_t len = key_of(doc, beg, end, key), n = 0, own = 0;
    uint32_t first = len ? att_gaz_file_find(&gaz->file, (att_slice){key, len}, &n) : 0;
    for (uint32_t l = hit->links; l; l = gaz->links.at[l].next) own++;
    uint32_t room = own + n < GAZ_MAX_CANDS ? own + n : GAZ_MAX_CANDS;
    hit->cands = room ? att_new(doc->scratch, gaz_cand, room) : NULL;
    hit->cand_count = 0;
    for (uint32_t l = hit->links; l && hit->cand_count < room; l = gaz->links.at[l].next)
        add(gaz, hit, gaz->links.at[l].entry, is_other_name(gaz, gaz->links.at[l].entry, (att_slice){key, len}));
    for (uint32_t i = first; i < first + n && hit->cand_count < room; i++) {
        uint32_t word = att_gaz_get24(gaz->file.keys[i].place), place = word & ((1u << ATT_GAZ_PLACE_BITS) - 1);
        if (place >= gaz->file.head.places) continue;
        uint32_t entry = entry_of(gaz, place);
        if (!own || entry >= gaz->entries.n || !has(hit, entry)) add(gaz, hit, entry, word >> ATT_GAZ_PLACE_BITS & ATT_GAZ_ALT);
    }
}

static const char *const REGIONS[] = {"province", "state", "region", "oblast", "governorate", "county", "district", "prefecture", "department",
    "territory", "krai", "republic", NULL};
/* Words that may be left off in front and behind without leaving another thing: "southern California", not "Hertford Road". */
static const char *const FRONT[] = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "greater", "inner",
    "outer", "downtown", "metropolitan", "metro", "mainland", "occupied", "nazi", "soviet", "imperial", "city", "town", "county", "province",
    "state", "district", "of", "the", "-", "mid", "rural", "suburban", "modern", NULL};
static const char *const BACK[] = {"city", "area", "valley", "metro", "township", "town", "village", "municipality", "borough", "parish", "coast",
    "border", "suburb", "suburbs", "airport", "prison", "governor", "county", NULL};

/* "Park" and "Green" are towns too; where the article has the word in small letters, it is rather a word. */
static bool is_word(const att_doc *doc, const gaz_hit *hit)
{
    if (hit->links || hit->end != hit->beg + 1 || att_doc_lowercase(doc)) return false;
    att_slice w = doc->toks.at[hit->beg].lower;
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if (doc->toks.at[t].form.len == w.len && att_eq(doc->toks.at[t].form, w)) return true;
    return false;
}

static bool may_leave(const att_doc *doc, uint32_t beg, uint32_t end, bool front)
{
    for (uint32_t t = beg; t < end; t++) {
        att_slice w = doc->toks.at[t].lower;
        if (!front && att_place_is_county(doc, t)) return false; /* Plymouth County is not Plymouth */
        if (!(front ? att_in(w, FRONT) : att_in(w, REGIONS) || att_in(w, BACK))) return false;
    }
    return true;
}

void att_place_cands(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hit)
{
    find(gaz, doc, hit, hit->beg, hit->end);
    uint32_t n = hit->end - hit->beg;
    if (hit->end < doc->toks.n && doc->toks.at[hit->end].sent == doc->toks.at[hit->beg].sent) hit->region = att_in(doc->toks.at[hit->end].lower, REGIONS);
    if (hit->cand_count && is_word(doc, hit)) hit->cand_count = 0;
    if (hit->cand_count || n == 1 || n > GAZ_MAX_TOKENS) return;
    for (uint32_t len = n - 1; len; len--)
        for (uint32_t beg = hit->beg; beg + len <= hit->end; beg += n - len) { /* the front, then the end */
            bool front = beg > hit->beg, county = att_place_is_county(doc, beg + len - 1);
            if (!(doc->toks.at[beg].flags & ATT_TOK_CAP) || doc->toks.at[beg].form.len < 3) continue;
            if (!(front ? may_leave(doc, hit->beg, beg, true) : county || may_leave(doc, beg + len, hit->end, false))) continue;
            hit->links = att_place_lookup(gaz, doc, beg, beg + len);
            find(gaz, doc, hit, beg, beg + len);
            if (!hit->cand_count) continue;
            hit->part = true;
            if (!front) hit->region = att_in(doc->toks.at[beg + len].lower, REGIONS);
            return;
        }
    hit->links = 0;
}

bool att_place_in_file(const att_gazetteer *gaz, const att_doc *doc, uint32_t beg, uint32_t end)
{
    char key[GAZ_KEY_BYTES];
    uint32_t len = key_of(doc, beg, end, key), n = 0;
    if (len) (void)att_gaz_file_find(&gaz->file, (att_slice){key, len}, &n);
    return n > 0;
}

uint32_t att_gazetteer_count(const att_gazetteer *gaz, att_slice name)
{
    char key[GAZ_KEY_BYTES];
    uint32_t len = att_place_key(name, key), n = 0;
    if (!len) return 0;
    (void)att_gaz_file_find(&gaz->file, (att_slice){key, len}, &n);
    return n ? n : att_map_get(&gaz->keys, (att_slice){key, len}) != NULL;
}

uint32_t att_place_short(const att_gazetteer *gaz, const att_doc *doc, uint32_t t)
{
    char key[GAZ_KEY_BYTES];
    uint32_t len = key_of(doc, t, t + 1, key);
    const uint32_t *link = len ? att_map_get(&gaz->shorts, (att_slice){key, len}) : NULL;
    return link ? *link : 0;
}
