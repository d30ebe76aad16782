/* place_choose.c: which of the places of one name is meant.
 *
 * "London, Ontario" settles it. Otherwise each candidate gets points, in units of a power of ten of people: how many live there and what
 * rank it has (prior); then what the article says elsewhere (context): its country, its people or its region are named, other places lie
 * in the same country and division and near by. One name has one sense in an article. Two rounds: the first finds the places that are
 * sure, the second weighs the others by them. The idea is that of spatial minimality with a population prior (Leidner 2007, Toponym
 * Resolution in Text; Lieberman and Samet 2012, adaptive context features); the weights were set by hand on news.
 */
#include <math.h>

#include "place/place_int.h"

enum { NEAR_KM = 600, PART_KM = 45, LOCAL_KM = 40, MAX_ANCHORS = 48, ROUNDS = 2 };

/* Points, all in powers of ten of people. */
static const double COUNTRY = 14, OLD_COUNTRY = 8, SHARED = -3, FAMED = 7.5, WIDE = 11, LOCAL = 3, ADJECTIVE = 7.5, KNOWN = 0.8, CAPITAL = 2.0, SEAT = 0.4, ALT = -0.8, REGION = -1.0, COUNTY = -1.0,
    PART = -0.8;

typedef struct {
    uint32_t first;     /* hit */
    uint32_t mentions;
    uint32_t entry, second;
    const char *why;
    const gaz_cand *best;
    double sure;        /* 0 .. 1; 2 for the place of the dateline */
    bool settled, elsewhere, dateline;
    att_slice country;
} group;

typedef struct {
    const att_gazetteer *gaz;
    const att_doc *doc;
    gaz_hit *hits;
    uint32_t hit_count;
    ATT_VEC(group) groups; /* [0] is empty */
    att_map names;         /* key of the text -> group */
    att_map countries;     /* code -> mentions of the country and its people */
    gaz_cand home;         /* of the outlet; entry 0 = not known */
} context;

static bool is(const gaz_entry *e, const char *kind) { return att_is(e->kind, kind); }

static bool is_region(const gaz_entry *e)
{
    return e->sort == GAZ_PLACE && (is(e, "region") || is(e, "province") || is(e, "island") || is(e, "county"));
}

/* Kilometres between two directions, good to a few percent. */
static double apart(const gaz_cand *a, const gaz_cand *b)
{
    double x = a->x - b->x, y = a->y - b->y, z = a->z - b->z, chord = sqrt(x * x + y * y + z * z) / 2;
    return 2 * 6371.0 * asin(chord < 1 ? chord : 1);
}

/* Does "a, b" make sense: b a country, region or big town that a lies in? */
static bool lies_in(const gaz_cand *ca, const gaz_cand *cb)
{
    const gaz_entry *a = &ca->e, *b = &cb->e;
    if (ca->entry == cb->entry || a->sort != GAZ_PLACE || a->country.len == 0 || !att_eq(a->country, b->country)) return false;
    if (b->sort == GAZ_COUNTRY) return true;
    if (b->sort != GAZ_PLACE || !a->has_point || !b->has_point) return false;
    if (!is_region(b)) return is(b, "city") && !is_region(a) && b->people > 3 * a->people && b->people > 100000 && apart(ca, cb) < PART_KM;
    if (is(b, "county") || (b->admin2 && b->admin1)) return a->admin2 && a->admin2 == b->admin2 && !is(a, "region");
    if (a->admin1 && b->admin1) return a->admin1 == b->admin1;
    return apart(ca, cb) < NEAR_KM;
}

static double prior(const att_gazetteer *gaz, const gaz_cand *c)
{
    const gaz_entry *e = &c->e;
    if (e->sort == GAZ_COUNTRY) return c->alt ? OLD_COUNTRY : COUNTRY;
    if (e->sort != GAZ_PLACE) return ADJECTIVE;
    if (is(e, "area") || is(e, "sea") || is(e, "strait")) return WIDE;
    if (is(e, "river") || is(e, "mountain")) return FAMED;
    bool region = is_region(e), known = c->entry < gaz->entries.n, county = is(e, "county");
    double people = e->people > 0 ? e->people : county ? 20000 : region ? 300000 : known ? 20000 : 800;
    double p = log10(people) + (known ? KNOWN : 0) + (c->alt ? ALT : 0);
    if (e->capital || e->rank == 4) p += CAPITAL;
    if (e->rank == 3 || e->rank == 2) p += SEAT / (4 - e->rank);
    if (county)
        p += COUNTY;
    else if (region && !is(e, "island"))
        p += REGION;
    if (is(e, "district")) p += PART;
    return p;
}

static double limited(double x, double top) { return x < top ? x : top; }

/* Is there a large town of the region's own name in it? Then "New York" among states may still be the town. */
static bool has_city(const gaz_hit *h, const gaz_cand *region)
{
    for (uint32_t i = 0; i < h->cand_count; i++) {
        const gaz_entry *e = &h->cands[i].e;
        if (is(e, "city") && att_eq(e->country, region->e.country) && (e->capital || (e->admin1 == region->e.admin1 && e->people > 200000))) return true;
    }
    return false;
}

/* What the other places of the article say for c. */
static double support(const context *x, const group *g, const gaz_cand *c)
{
    double near = 0, regions = 0, alike = 0;
    uint32_t close = 0; /* small places beside it: then it is local news */
    bool wide = is(&c->e, "region");
    uint32_t left = MAX_ANCHORS;
    for (uint32_t i = 1; i < x->groups.n && left; i++) {
        const group *o = &x->groups.at[i];
        if (o == g || !o->best || o->best->e.sort != GAZ_PLACE || o->sure <= 0) continue;
        const gaz_entry *e = &o->best->e;
        left--;
        if (!e->country.len || !att_eq(e->country, c->e.country)) {
            if (e->has_point && c->e.has_point && !is_region(e)) near += o->sure * 0.5 / (1 + pow(apart(o->best, c) / 80, 2));
            continue;
        }
        bool one = e->admin1 && e->admin1 == c->e.admin1, two = e->admin2 && e->admin2 == c->e.admin2;
        if (is_region(e) && (two || !is(e, "county"))) {
            close += two ? 2 : 0;
            if (one) regions += o->sure * (0.6 + 0.4 * limited(o->mentions, 3));
            if (wide && !one && is(e, "region")) alike += o->sure; /* states are named among states */
            continue;
        }
        double km = apart(o->best, c);
        close += km < LOCAL_KM && e->people < 300000 && o->sure > 0.5;
        near += o->sure * (0.25 + (one ? 0.45 : 0) + 1.2 / (1 + pow(km / 60, 2)));
    }
    return (close >= 2 ? LOCAL : 0) + limited(2.0 * log2(1 + near), 4.5) + limited(1.6 * log2(1 + regions), 3.2) + limited(0.9 * log2(1 + alike), has_city(&x->hits[g->first], c) ? 0.8 : 3);
}

/* A paper's own region needs no telling: "London" in one from Ontario. */
static double at_home(const context *x, const gaz_cand *c)
{
    const gaz_entry *h = &x->home.e;
    if (!x->home.entry || !att_eq(h->country, c->e.country)) return 0;
    bool one = h->admin1 && h->admin1 == c->e.admin1;
    if (is_region(h)) return one ? 3.5 : 0.5;
    return 0.5 + (one ? 0.5 : 0) + (h->has_point && c->e.has_point ? 3.5 / (1 + pow(apart(&x->home, c) / 60, 2)) : 0);
}

static double country_named(const context *x, att_slice code)
{
    const uint32_t *n = code.len ? att_map_get(&x->countries, code) : NULL;
    return n ? limited(0.9 * log2(1.0 + *n), 2.8) : 0;
}

/* "Mexico" is also a name of Mexico City, "Kuwait" of its capital: where a state bears the name too, the state is meant. */
static bool is_eclipsed(const gaz_hit *h, const gaz_cand *c)
{
    if (c->e.sort != GAZ_PLACE || !(c->alt || c->e.capital)) return false;
    for (uint32_t i = 0; i < h->cand_count; i++)
        if (h->cands[i].e.sort == GAZ_COUNTRY && att_eq(h->cands[i].e.country, c->e.country)) return true;
    return false;
}

/* "Georgia": a state of the world and a large division of another. */
static bool is_shared(const gaz_hit *h, const gaz_cand *c)
{
    if (c->e.sort != GAZ_COUNTRY) return false;
    for (uint32_t i = 0; i < h->cand_count; i++)
        if (is(&h->cands[i].e, "region") && h->cands[i].e.people > 3e6 && !att_eq(h->cands[i].e.country, c->e.country)) return true;
    return false;
}

static void weigh(context *x, group *g, bool alone)
{
    gaz_hit *h = &x->hits[g->first];
    double top = 0, next = 0, most = 0;
    uint32_t best = UINT32_MAX, second = UINT32_MAX, biggest = 0;
    for (uint32_t i = 0; i < h->cand_count; i++) {
        gaz_cand *c = &h->cands[i];
        if (is_eclipsed(h, c)) continue;
        double p = prior(x->gaz, c);
        if (best == UINT32_MAX || p > most) most = p, biggest = i;
        if (is_shared(h, c)) p += SHARED;
        if (h->region && is_region(&c->e)) p += 3;
        if (g->dateline && is_region(&c->e)) p -= 3;
        c->score = p + country_named(x, c->e.country) + at_home(x, c) + (alone ? 0 : support(x, g, c));
        if (best == UINT32_MAX || c->score > top) {
            second = best, next = top;
            best = i, top = c->score;
        } else if (second == UINT32_MAX || c->score > next) {
            second = i, next = c->score;
        }
    }
    if (best == UINT32_MAX) return;
    g->best = &h->cands[best];
    g->entry = g->best->entry;
    g->second = second == UINT32_MAX ? 0 : h->cands[second].entry;
    double margin = second == UINT32_MAX ? 2 : top - next;
    g->sure = margin > 2 ? 1 : 0.2 + 0.4 * margin;
    if (second == UINT32_MAX && g->entry >= x->gaz->entries.n) g->sure = g->best->e.people > 5000 && !g->best->alt ? 0.8 : 0.4;
    if (g->dateline) g->sure *= 2;
    g->why = second == UINT32_MAX ? "PLACE_ONLY" : best == biggest ? "PLACE_PROMINENT" : "PLACE_CONTEXT";
}

/* "California, Washington and Oregon" are three states; that Pennsylvania has a California is no reason to look there. */
static bool is_list(const att_gazetteer *gaz, const gaz_hit *a, const gaz_cand *ca, const gaz_cand *cb)
{
    if (!is_region(&cb->e) && cb->e.sort != GAZ_COUNTRY) return false;
    for (uint32_t i = 0; i < a->cand_count; i++) {
        const gaz_cand *other = &a->cands[i];
        bool wide = other->e.sort == GAZ_COUNTRY || (is_region(&other->e) && !is(&other->e, "county"));
        if (wide && prior(gaz, other) > prior(gaz, ca) + 2) return true;
    }
    return false;
}

/* "A, B": settle A by B, and B by A ("Athens, Georgia"). */
static void choose_pair(const att_gazetteer *gaz, gaz_hit *a, gaz_hit *b)
{
    double top = 0;
    for (uint32_t i = 0; i < a->cand_count; i++)
        for (uint32_t k = 0; k < b->cand_count; k++) {
            if (!lies_in(&a->cands[i], &b->cands[k]) || is_list(gaz, a, &a->cands[i], &b->cands[k])) continue;
            double p = prior(gaz, &a->cands[i]) + prior(gaz, &b->cands[k]) / 2;
            if (b->sure && b->entry != b->cands[k].entry) p -= 3;
            if (a->sure && a->why && p <= top) continue;
            top = p;
            a->entry = a->cands[i].entry, b->entry = b->cands[k].entry;
            a->sure = b->sure = true;
            a->why = b->why = "PLACE_PAIR";
        }
    if (a->sure) return;
    if (!b->cand_count) return;
    const gaz_entry *in = &b->cands[0].e;
    if (!a->cand_count) {
        a->country = in->country; /* empty when b is unknown too */
    } else if (b->links && !gaz->links.at[b->links].next && is(in, "region") && in->sort == GAZ_PLACE && is(&a->cands[0].e, "city")) {
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

/* "Edmonton, south of Cairns", "a village near Kursk": how far behind a the word is that puts it near b; 0 = none. */
static bool is_near(const att_doc *doc, const gaz_hit *a, const gaz_hit *b)
{
    static const char *const NEAR[] = {"near", "outside", "from", "of", "beside", NULL};
    static const char *const HOW[] = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "outskirts",
        "km", "kilometers", "kilometres", "miles", "suburb", "near", "northern", "southern", "eastern", "western", "edge", "part", "district",
        "neighborhood", "neighbourhood", NULL};
    if (b->beg < a->end + 2 || b->beg > a->end + 8 || doc->toks.at[a->beg].sent != doc->toks.at[b->beg].sent) return false;
    if (!att_is(doc->toks.at[a->end].form, ",") && !att_is(doc->toks.at[a->end].form, "(") && b->beg > a->end + 1) {
        if (!att_is(doc->toks.at[a->end].lower, "near") && !att_is(doc->toks.at[a->end].lower, "outside")) return false;
    }
    if (!att_in(doc->toks.at[b->beg - 1].lower, NEAR)) return false;
    for (uint32_t t = a->end; t < b->beg; t++)
        if (att_in(doc->toks.at[t].lower, HOW)) return true;
    return false;
}

/* The places of the two names that lie close together, if any do. */
static void choose_near(const att_gazetteer *gaz, gaz_hit *a, gaz_hit *b)
{
    enum { CLOSE_KM = 160 };
    double top = 0;
    for (uint32_t i = 0; i < a->cand_count; i++)
        for (uint32_t k = 0; k < b->cand_count; k++) {
            const gaz_cand *ca = &a->cands[i], *cb = &b->cands[k];
            if (b->sure && b->entry != cb->entry) continue;
            if (ca->e.sort != GAZ_PLACE || cb->e.sort != GAZ_PLACE || ca->entry == cb->entry || is_region(&cb->e) || apart(ca, cb) > CLOSE_KM) continue;
            double p = prior(gaz, cb) * 2 + prior(gaz, ca) - apart(ca, cb) / 100;
            if (a->sure && p <= top) continue;
            top = p;
            a->entry = ca->entry, b->entry = cb->entry;
            a->sure = b->sure = true;
            a->why = b->why = "PLACE_NEAR";
        }
}

static uint32_t group_of(context *x, const gaz_hit *h)
{
    char key[GAZ_KEY_BYTES];
    uint32_t n = att_place_key(att_cut(x->doc, att_tok_span(x->doc, h->beg, h->end)), key);
    if (!n) {
        *att_push(x->doc->scratch, &x->groups) = (group){0};
        return x->groups.n - 1;
    }
    uint32_t *at = att_map_put(&x->names, x->doc->scratch, att_copy(x->doc->scratch, (att_slice){key, n}), NULL);
    if (!*at) {
        *att_push(x->doc->scratch, &x->groups) = (group){0};
        *at = x->groups.n - 1;
    }
    return *at;
}

static const gaz_cand *cand_of(const gaz_hit *h, uint32_t entry)
{
    for (uint32_t i = 0; i < h->cand_count; i++)
        if (h->cands[i].entry == entry) return &h->cands[i];
    return NULL;
}

static void count(context *x, att_slice code, uint32_t n)
{
    if (code.len) *att_map_put(&x->countries, x->doc->scratch, code, NULL) += n;
}

/* Mentions into groups; what pairs settled holds for the other mentions of the name. */
static void gather(context *x)
{
    const att_doc *doc = x->doc;
    *att_push(x->doc->scratch, &x->groups) = (group){0};
    for (uint32_t i = 0; i < x->hit_count; i++) {
        gaz_hit *h = &x->hits[i];
        h->group = group_of(x, h);
        group *g = &x->groups.at[h->group];
        if (!g->mentions++) g->first = i;
        att_slice text = att_cut(doc, att_tok_span(doc, h->beg, h->end)), line = doc->meta.dateline_place;
        if (line.len && line.len >= text.len && att_eq_nocase(text, att_sub(line, 0, text.len))) g->dateline = true;
        if (h->sure && !g->settled) {
            g->settled = true, g->elsewhere = false;
            g->entry = h->entry, g->why = h->why, g->sure = g->dateline ? 2 : 1;
            g->best = cand_of(h, h->entry);
        } else if (h->elsewhere && !g->settled) {
            g->elsewhere = true, g->country = h->country;
        }
        bool one_country = h->cand_count == 1 && h->cands[0].e.sort != GAZ_PLACE;
        if (one_country || h->sure) count(x, h->sure && g->best ? g->best->e.country : h->cands[0].e.country, 1);
        if (!h->cand_count || h->elsewhere) count(x, h->country, 1);
    }
}

/* The best of the others, for `attache explain`. */
static uint32_t passed_over(const att_gazetteer *gaz, const gaz_hit *h)
{
    const gaz_cand *best = NULL;
    for (uint32_t i = 0; i < h->cand_count; i++)
        if (h->cands[i].entry != h->entry && (!best || prior(gaz, &h->cands[i]) > prior(gaz, best))) best = &h->cands[i];
    return best ? best->entry : 0;
}

void att_place_choose(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hits, uint32_t n)
{
    context x = {.gaz = gaz, .doc = doc, .hits = hits, .hit_count = n};
    for (uint32_t i = 0; i + 1 < n; i++)
        if (is_pair(doc, &hits[i], &hits[i + 1])) choose_pair(gaz, &hits[i], &hits[i + 1]);
    for (uint32_t i = 0; i + 1 < n; i++)
        if (!hits[i].sure && is_near(doc, &hits[i], &hits[i + 1])) choose_near(gaz, &hits[i], &hits[i + 1]);
    gather(&x);
    x.home = att_place_home(gaz, doc);
    for (uint32_t round = 0; round <= ROUNDS; round++)
        for (uint32_t i = 1; i < x.groups.n; i++)
            if (!x.groups.at[i].settled && !x.groups.at[i].elsewhere) weigh(&x, &x.groups.at[i], round == 0);
    for (uint32_t i = 0; i < n; i++) {
        const group *g = &x.groups.at[hits[i].group];
        if (hits[i].sure) hits[i].second = passed_over(gaz, &hits[i]);
        if (hits[i].sure || hits[i].elsewhere) continue;
        hits[i].entry = g->elsewhere ? 0 : g->entry;
        hits[i].second = g->second;
        hits[i].why = g->why;
        if (g->elsewhere) hits[i].country = g->country;
    }
}

static att_slice told(const att_gazetteer *gaz, att_doc *doc, uint32_t entry)
{
    const gaz_entry e = att_gaz_entry(gaz, entry);
    att_slice in = att_gaz_file_admin(&gaz->file, 1, e.admin1);
    return att_format(doc->scratch, "%.*s%s%.*s%s%.*s (%.*s)", (int)e.name.len, e.name.ptr, in.len ? ", " : "", (int)in.len, in.len ? in.ptr : "",
                      e.country.len ? ", " : "", (int)e.country.len, e.country.len ? e.country.ptr : "", (int)e.kind.len, e.kind.ptr ? e.kind.ptr : "");
}

void att_place_explain(const att_gazetteer *gaz, att_doc *doc, const gaz_hit *hit)
{
    if (!hit->entry) {
        att_note_add(doc, ATT_STAGE_PLACE, hit->beg, "a place, but none that the gazetteer holds");
        return;
    }
    att_slice first = told(gaz, doc, hit->entry), second = hit->second ? told(gaz, doc, hit->second) : ATT_LIT("none");
    att_note_add(doc, ATT_STAGE_PLACE, hit->beg, "%.*s by %s; runner-up of %u: %.*s", (int)first.len, first.ptr,
                 hit->why ? hit->why : "PLACE_ONLY", hit->cand_count, (int)second.len, second.ptr);
}
