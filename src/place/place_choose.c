/* place_choose.c: which of the places of one name is meant.
 *
 * Each candidate gets points: people who live there, being a country, being named together with its country or region
 * ("London, Ontario" settles it), the country's being named elsewhere in the article. One name has one sense in an article, so what a
 * pair settles holds for its other mentions.
 */
#include <math.h>

#include "place/place_int.h"

enum { NEAR_KM = 600 };

static double km_between(const gaz_entry *a, const gaz_entry *b)
{
    const double rad = 3.14159265358979323846 / 180.0;
    double dlat = (b->lat - a->lat) * rad, dlon = (b->lon - a->lon) * rad;
    double s = sin(dlat / 2) * sin(dlat / 2) + cos(a->lat * rad) * cos(b->lat * rad) * sin(dlon / 2) * sin(dlon / 2);
    return 2 * 6371.0 * asin(s < 1 ? sqrt(s) : 1);
}

/* Does "a, b" make sense: b a country or region that a lies in? */
static bool lies_in(const gaz_entry *a, const gaz_entry *b)
{
    if (a == b || a->sort != GAZ_PLACE || a->country.len == 0 || !att_eq(a->country, b->country)) return false;
    if (b->sort == GAZ_COUNTRY) return true;
    if (b->sort != GAZ_PLACE || !a->has_point || !b->has_point) return false;
    return att_is(b->kind, "region") || att_is(b->kind, "province") || att_is(b->kind, "island") ? km_between(a, b) < NEAR_KM : false;
}

/* Sums over the article, by country. */
typedef struct {
    att_map countries; /* code -> mentions of the country, its people or places with one sense only */
    att_map senses;    /* first link -> the hit (number + 1) that a pair settled */
    att_arena *arena;
} context;

static void count(context *c, att_slice code, uint32_t n)
{
    if (code.len) *att_map_put(&c->countries, c->arena, code, NULL) += n;
}

static double points(const att_gazetteer *gaz, const context *c, uint32_t entry)
{
    const gaz_entry *e = &gaz->entries.at[entry];
    const uint32_t *named = att_map_get(&c->countries, e->country);
    double p = named ? 3.0 * log(1.0 + *named) / log(4.0) : 0;
    if (e->sort == GAZ_COUNTRY) return p + 12;
    if (e->sort != GAZ_PLACE) return p + 11;
    p += e->people > 0 ? log10(1 + e->people) * 2 : 1;
    if (e->capital) p += 4;
    if (att_is(e->kind, "base") || att_is(e->kind, "area")) p -= 1;
    if (att_is(e->kind, "region")) p -= 2; /* a city is meant more often than the province that bears its name */
    return p;
}

static uint32_t best_of(const att_gazetteer *gaz, const context *c, uint32_t links)
{
    uint32_t best = 0;
    double top = 0;
    for (uint32_t l = links; l; l = gaz->links.at[l].next) {
        double p = points(gaz, c, gaz->links.at[l].entry);
        if (!best || p >= top) best = gaz->links.at[l].entry, top = p; /* lists run backwards: the earlier row wins a tie */
    }
    return best;
}

static bool is_city(const att_gazetteer *gaz, uint32_t links)
{
    return att_is(gaz->entries.at[gaz->links.at[links].entry].kind, "city");
}

/* "A, B": settle A by B, and B by A ("Athens, Georgia"). */
static void choose_pair(const att_gazetteer *gaz, gaz_hit *a, gaz_hit *b)
{
    for (uint32_t l = a->links; l; l = gaz->links.at[l].next)
        for (uint32_t k = b->links; k; k = gaz->links.at[k].next) {
            uint32_t ea = gaz->links.at[l].entry, eb = gaz->links.at[k].entry;
            if (!lies_in(&gaz->entries.at[ea], &gaz->entries.at[eb])) continue;
            a->entry = ea, b->entry = eb;
            a->sure = b->sure = true;
        }
    if (a->sure) return;
    const gaz_entry *in = &gaz->entries.at[gaz->links.at[b->links].entry];
    if (!a->links) {
        a->country = in->country; /* empty when b is unknown too */
    } else if (b->links && !gaz->links.at[b->links].next && att_is(in->kind, "region") && in->sort == GAZ_PLACE && is_city(gaz, a->links)) {
        a->elsewhere = true; /* lists of a city and a foreign region are rare, cities that share a name are not */
        a->country = in->country;
    }
}

static bool is_pair(const att_doc *doc, const gaz_hit *a, const gaz_hit *b)
{
    if (doc->toks.at[a->beg].sent != doc->toks.at[b->beg].sent) return false;
    const att_slice between = a->end < b->beg ? doc->toks.at[a->end].form : (att_slice){0};
    return (b->beg == a->end + 1 && (att_is(between, ",") || att_is(between, "in"))) || b->beg == a->end;
}

static att_slice link_key(const uint32_t *links)
{
    return (att_slice){(const char *)links, sizeof *links};
}

static void gather(const att_gazetteer *gaz, context *c, const gaz_hit *hits, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const gaz_hit *h = &hits[i];
        if (!h->links) {
            count(c, h->country, 1);
        } else if (h->sure || h->elsewhere) {
            count(c, h->sure ? gaz->entries.at[h->entry].country : h->country, 2);
            *att_map_put(&c->senses, c->arena, link_key(&h->links), NULL) = i + 1;
        } else if (!gaz->links.at[h->links].next) {
            count(c, gaz->entries.at[gaz->links.at[h->links].entry].country, 1);
        }
    }
}

void att_place_choose(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hits, uint32_t n)
{
    context c = {.arena = doc->scratch};
    for (uint32_t i = 0; i + 1 < n; i++)
        if (is_pair(doc, &hits[i], &hits[i + 1])) choose_pair(gaz, &hits[i], &hits[i + 1]);
    gather(gaz, &c, hits, n);
    for (uint32_t i = 0; i < n; i++) {
        if (hits[i].entry || hits[i].elsewhere || !hits[i].links) continue;
        const uint32_t *sense = att_map_get(&c.senses, link_key(&hits[i].links));
        if (!sense) {
            hits[i].entry = best_of(gaz, &c, hits[i].links);
            continue;
        }
        hits[i].entry = hits[*sense - 1].entry;
        hits[i].country = hits[*sense - 1].country;
    }
}
