/* place_local.c: in local news small places need no introduction: "crews from Reno and Blossom came to Paris". A word in capitals behind a
 * preposition, or listed beside a place, that the large gazetteer has close to a place of the article is one too, though the name tagger
 * didn't know it. */
#include <math.h>

#include "place/place_int.h"

enum { CLOSE_KM = 50 };

static const char *const WHERE[] = {"in", "from", "near", "outside", "at", "to", "around", "through", "toward", "towards", "of", "between", "and", "or", ",", NULL};

/* Towns and counties that are settled; states and provinces are too wide. */
static bool is_anchor(const gaz_hit *h, const gaz_cand **out)
{
    for (uint32_t i = 0; i < h->cand_count; i++) {
        const gaz_entry *e = &h->cands[i].e;
        if (h->cands[i].entry != h->entry || e->sort != GAZ_PLACE || !e->has_point) continue;
        if (!att_is(e->kind, "city") && !att_is(e->kind, "county") && !att_is(e->kind, "district")) continue;
        *out = &h->cands[i];
        return true;
    }
    return false;
}

static bool is_close(const gaz_hit *h, const gaz_cand *const *anchors, uint32_t n)
{
    double reach = CLOSE_KM / 6371.0;
    for (uint32_t i = 0; i < h->cand_count; i++) {
        const gaz_cand *c = &h->cands[i];
        if (c->alt || c->e.sort != GAZ_PLACE || !(att_is(c->e.kind, "city") || att_is(c->e.kind, "district"))) continue;
        for (uint32_t k = 0; k < n; k++) {
            double x = c->x - anchors[k]->x, y = c->y - anchors[k]->y, z = c->z - anchors[k]->z;
            if (x * x + y * y + z * z < reach * reach && att_eq(c->e.country, anchors[k]->e.country)) return true;
        }
    }
    return false;
}

static bool may_be(const att_doc *doc, uint32_t t)
{
    const att_tok *w = &doc->toks.at[t];
    return (w->flags & ATT_TOK_CAP) && (w->flags & ATT_TOK_ALPHA) && w->form.len > 2 && w->ner != ATT_NAME_PER;
}

static bool in_timex(const att_doc *doc, uint32_t t)
{
    for (uint32_t i = 1; i < doc->timexes.n && doc->timexes.at[i].tok_beg <= t; i++)
        if (t < doc->timexes.at[i].tok_end) return true;
    return false;
}

/* The whole run of capitals that starts at t must be the name: "in Hope" but not "in Hope Street". */
static uint32_t run_end(const att_doc *doc, uint32_t t)
{
    uint32_t e = t, stop = doc->sents.at[doc->toks.at[t].sent].tok_end;
    while (e < stop && e < t + 4 && may_be(doc, e)) {
        e++;
        if (!(doc->toks.at[e - 1].flags & ATT_TOK_SPACE_AFTER)) break;
    }
    bool more = e < stop && (doc->toks.at[e].flags & ATT_TOK_CAP) && (doc->toks.at[e - 1].flags & ATT_TOK_SPACE_AFTER);
    bool bound = e < stop && (att_is(doc->toks.at[e].lower, "'s") || att_is(doc->toks.at[e].form, "-"));
    return more || bound || e - t > 3 ? t : e;
}

bool att_place_local(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, const gaz_cand *const *anchors, uint32_t n, gaz_hit *hit)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    if (t <= s->tok_beg || !may_be(doc, t) || (doc->toks.at[t].flags & ATT_TOK_FIRST) || !att_in(doc->toks.at[t - 1].lower, WHERE) || in_timex(doc, t)) return false;
    uint32_t end = run_end(doc, t);
    if (end == t || !att_place_in_file(gaz, doc, t, end)) return false;
    *hit = (gaz_hit){.beg = t, .end = end};
    att_place_cands(gaz, doc, hit);
    return !hit->part && is_close(hit, anchors, n);
}

uint32_t att_place_anchors(const gaz_hit *hits, uint32_t n, const gaz_cand **anchors)
{
    uint32_t many = 0;
    for (uint32_t i = 0; i < n && many < GAZ_MAX_ANCHORS; i++) many += is_anchor(&hits[i], &anchors[many]);
    return many;
}
