/* places.c: the walk over the tokens: longest names first, then which place each one is, then its role. */
#include "place/place_int.h"

/* Text without a capital anywhere: feeds and chat; there a name needs none. */
static bool looks_like_name(const att_doc *doc, uint32_t beg, uint32_t end, bool lowercase)
{
    uint8_t flags = doc->toks.at[beg].flags;
    /* the key leaves punctuation out, the name must not end in it: "Canada-", "US$" */
    att_slice last = doc->toks.at[end - 1].lower, first = doc->toks.at[beg].lower;
    if (first.len && first.ptr[0] > 0 && !att_is_alpha((unsigned char)first.ptr[0]) && !att_is_digit((unsigned char)first.ptr[0])) return false;
    unsigned char head = last.len ? (unsigned char)last.ptr[0] : '-';
    if (!att_is_alpha(head) && !att_is_digit(head) && !(doc->toks.at[end - 1].flags & ATT_TOK_ALPHA)) return false;
    if (lowercase) return att_tok_span(doc, beg, end).end - att_tok_span(doc, beg, end).beg >= 4;
    bool the = att_is(doc->toks.at[beg].lower, "the");
    if (the) return end > beg + 1 && (doc->toks.at[beg + 1].flags & ATT_TOK_CAP);
    if (!(flags & ATT_TOK_CAP)) return false;
    att_slice form = doc->toks.at[beg].form;
    bool tiny = end == beg + 1 && form.len <= 3 && form.len > 1;
    return !tiny || (flags & ATT_TOK_UPPER) || att_find(form, ATT_LIT("."), 0) < form.len || form.len == 3;
}

/* "Birmingham, Alabama" tells two places apart in the gazetteer; in the text it names both. "Washington, D.C." is one. */
static bool is_two_names(const att_gazetteer *gaz, const att_doc *doc, uint32_t beg, uint32_t end, uint32_t links)
{
    for (uint32_t t = beg + 1; t + 1 < end; t++) {
        if (!att_is(doc->toks.at[t].form, ",")) continue;
        uint32_t behind = att_place_lookup(gaz, doc, t + 1, end);
        return behind && gaz->links.at[behind].entry != gaz->links.at[links].entry;
    }
    return false;
}

/* "Springfield, Ill.", "in B.C.": a short form of a region right behind a place and a comma, or one with points behind a preposition. */
static bool short_at(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, const gaz_hit *before, gaz_hit *hit)
{
    static const char *const WHERE[] = {"in", "across", "throughout", "from", "of", "near", "outside", NULL};
    if (!(doc->toks.at[t].flags & ATT_TOK_CAP) || t < 2 || doc->toks.at[t - 1].sent != doc->toks.at[t].sent) return false;
    bool behind = before && before->end + 1 == t && att_is(doc->toks.at[t - 1].form, ",");
    att_slice form = doc->toks.at[t].form;
    bool points = form.len >= 4 && form.ptr[form.len - 1] == '.', two = points && att_find(form, ATT_LIT("."), 0) + 1 < form.len;
    bool alone = two && doc->toks.at[t].ner != ATT_NAME_PER && !att_is_digit((unsigned char)doc->toks.at[t - 1].form.ptr[0]); /* not "300 B.C." */
    if (!behind && !alone && !(points && att_in(doc->toks.at[t - 1].lower, WHERE))) return false;
    *hit = (gaz_hit){.beg = t, .end = t + 1, .links = att_place_short(gaz, doc, t)};
    return hit->links != 0;
}

/* The longest name that starts at token t. */
static bool match_at(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, bool lowercase, gaz_hit *hit)
{
    uint32_t stop = doc->sents.at[doc->toks.at[t].sent].tok_end;
    if (stop > t + GAZ_MAX_TOKENS) stop = t + GAZ_MAX_TOKENS;
    for (uint32_t end = stop; end > t; end--) {
        if (!looks_like_name(doc, t, end, lowercase)) continue;
        uint32_t links = att_place_lookup(gaz, doc, t, end);
        if (!links || is_two_names(gaz, doc, t, end, links)) continue;
        *hit = (gaz_hit){.beg = t, .end = end, .links = links};
        /* "the" belongs to "The Hague", but not to "the United States" */
        bool the = att_is(doc->toks.at[t].lower, "the") && !att_starts(gaz->entries.at[gaz->links.at[links].entry].name, "The ");
        if (end > t + 1 && the) {
            uint32_t bare = att_place_lookup(gaz, doc, t + 1, end);
            if (bare) *hit = (gaz_hit){.beg = t + 1, .end = end, .links = bare};
        }
        return true;
    }
    return false;
}

/* Only a comma between two places: "Sochi, Russia". */
static bool follows(const att_doc *doc, const gaz_hit *before, const gaz_hit *hit)
{
    return before && hit->beg == before->end + 1 && att_is(doc->toks.at[before->end].form, ",") &&
           doc->toks.at[before->beg].sent == doc->toks.at[hit->beg].sent;
}

/* "in Poland and Ukraine", "Britain, France and Germany": a listed place has the role of the one before it. */
static bool listed(const att_doc *doc, const gaz_hit *before, const gaz_hit *hit)
{
    if (!before || doc->toks.at[before->beg].sent != doc->toks.at[hit->beg].sent || hit->beg > before->end + 2) return false;
    for (uint32_t t = before->end; t < hit->beg; t++) {
        att_slice w = doc->toks.at[t].lower;
        if (!att_is(w, ",") && !att_is(w, "and") && !att_is(w, "or")) return false;
    }
    return hit->beg > before->end;
}

static void emit(const att_gazetteer *gaz, att_doc *doc, const gaz_hit *hit, const gaz_hit *before)
{
    const gaz_entry entry = att_gaz_entry(gaz, hit->entry), *e = &entry;
    att_place *p = att_add(doc, places);
    p->span = att_tok_span(doc, hit->beg, hit->end);
    p->tok_beg = hit->beg;
    p->tok_end = hit->end;
    p->name = hit->entry ? e->name : att_cut(doc, p->span);
    p->country = hit->entry ? e->country : hit->country;
    p->kind = e->kind;
    p->lat = e->lat;
    p->lon = e->lon;
    p->has_point = e->has_point;
    p->geonames = e->geonames;
    p->admin1 = att_gaz_file_admin(&gaz->file, 1, e->admin1);
    p->admin2 = att_gaz_file_admin(&gaz->file, 2, e->admin2);
    p->rule = hit->why;
    att_place_relate(doc, p);
    bool pair = follows(doc, before, hit) && before->sure && hit->sure;
    p->role = (uint8_t)att_place_role_of(gaz, doc, hit, pair);
    const att_place *prev = doc->places.n > 2 ? &doc->places.at[doc->places.n - 2] : NULL;
    if (prev && p->role == ATT_PLACE_GOVERNMENT && prev->role == ATT_PLACE_PLACE && listed(doc, before, hit)) p->role = ATT_PLACE_PLACE;
}

/* "St. Thomas", "Fort Worth": the word in front belongs to the name when the large gazetteer has it so. */
static void widen_left(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *before, gaz_hit *hit)
{
    static const char *const FRONT[] = {"st", "st.", "saint", "mount", "mt", "mt.", "fort", "ft", "ft.", "port", "lake", "new", "san", "santa", "los",
        "las", "el", "la", "le", "les", "al", "ste.", "sainte", "north", "south", "east", "west", "upper", "lower", "old", "grand", "big", "little", NULL};
    uint32_t t = hit->beg;
    if (t < 2 || doc->toks.at[t - 1].sent != doc->toks.at[t].sent || !att_in(doc->toks.at[t - 1].lower, FRONT)) return;
    if (!(doc->toks.at[t - 1].flags & ATT_TOK_CAP) || (before && before->end > t - 1) || !att_place_in_file(gaz, doc, t - 1, hit->end)) return;
    hit->beg = t - 1;
    hit->links = att_place_lookup(gaz, doc, hit->beg, hit->end);
}

/* "San Juan Bautista", "Chicago Heights": the longest name of the large gazetteer that goes on from here in capitals. */
static void widen_right(const att_gazetteer *gaz, const att_doc *doc, gaz_hit *hit)
{
    uint32_t end = hit->end, stop = doc->sents.at[doc->toks.at[hit->beg].sent].tok_end;
    for (uint32_t e = hit->end + 1; e <= stop && e <= hit->end + 3; e++) {
        const att_tok *w = &doc->toks.at[e - 1];
        if (!(w->flags & ATT_TOK_CAP) && !(att_is(w->form, "-") && e < stop)) break;
        if (!(w->flags & ATT_TOK_ALPHA) || w->ner == ATT_NAME_PER || w->ner == ATT_NAME_ORG || att_place_is_county(doc, e - 1)) continue;
        if (att_place_in_file(gaz, doc, hit->beg, e)) end = e;
    }
    if (end == hit->end) return;
    hit->end = end;
    hit->links = att_place_lookup(gaz, doc, hit->beg, end);
}

/* The name that starts at token t, if one does. */
static bool name_at(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, bool lowercase, const gaz_hit *before, gaz_hit *hit)
{
    if (short_at(gaz, doc, t, before, hit)) return true;
    if (!match_at(gaz, doc, t, lowercase, hit)) {
        if (!att_place_unknown(gaz, doc, t, hit)) return false;
        widen_left(gaz, doc, before, hit);
        return true;
    }
    if (!lowercase && gaz->entries.at[gaz->links.at[hit->links].entry].sort == GAZ_PLACE) widen_right(gaz, doc, hit);
    if (hit->end == t + 1 && att_place_is_county(doc, hit->end)) *hit = (gaz_hit){.beg = t, .end = hit->end + 1}; /* Plymouth County is not Plymouth */
    return true;
}

/* "the West", "the North": a side of the world or of a country, no town of that name. */
static bool is_side(const att_doc *doc, const gaz_hit *h)
{
    static const char *const SIDES[] = {"north", "south", "east", "west", NULL};
    return h->end == h->beg + 1 && att_in(doc->toks.at[h->beg].lower, SIDES) && att_is(doc->toks.at[h->beg - 1].lower, "the"); /* token 0 is empty */
}

typedef ATT_VEC(gaz_hit) hit_list;

static void find_all(const att_gazetteer *gaz, const att_doc *doc, hit_list *hits)
{
    bool lowercase = att_doc_lowercase(doc);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        gaz_hit hit;
        const gaz_hit *before = hits->n ? &hits->at[hits->n - 1] : NULL;
        if (!name_at(gaz, doc, t, lowercase, before, &hit) || is_side(doc, &hit)) continue;
        if (!hit.links || att_place_is_name(gaz, doc, &hit)) {
            att_place_cands(gaz, doc, &hit);
            *att_push(doc->scratch, hits) = hit;
        }
        t = hit.end - 1;
    }
}

/* Adds the small places close to those that were chosen, and chooses again when there are any. */
static void add_local(const att_gazetteer *gaz, const att_doc *doc, hit_list *hits)
{
    const gaz_cand *anchors[GAZ_MAX_ANCHORS];
    uint32_t many = att_place_anchors(hits->at, hits->n, anchors), k = 0;
    if (!many || !gaz->file.head.places) return;
    hit_list all = {0};
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        gaz_hit hit;
        if (k < hits->n && hits->at[k].beg <= t) {
            *att_push(doc->scratch, &all) = hits->at[k];
            t = hits->at[k++].end - 1;
        } else if (att_place_local(gaz, doc, t, anchors, many, &hit) && !is_side(doc, &hit) && (k == hits->n || hit.end <= hits->at[k].beg)) {
            *att_push(doc->scratch, &all) = hit;
            t = hit.end - 1;
        }
    }
    if (all.n == hits->n) return;
    for (uint32_t i = 0; i < all.n; i++) {
        gaz_hit *h = &all.at[i];
        h->entry = h->second = h->group = 0;
        h->why = NULL;
        h->sure = h->elsewhere = false;
        h->country = (att_slice){0};
    }
    *hits = all;
    att_place_choose(gaz, doc, hits->at, hits->n);
}

void att_places_find(const att_gazetteer *gaz, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    hit_list hits = {0};
    find_all(gaz, doc, &hits);
    att_place_choose(gaz, doc, hits.at, hits.n);
    add_local(gaz, doc, &hits);
    for (uint32_t i = 0; i < hits.n; i++) {
        emit(gaz, doc, &hits.at[i], i ? &hits.at[i - 1] : NULL);
        if (doc->tracing) att_place_explain(gaz, doc, &hits.at[i]);
    }
    att_arena_rewind(doc->scratch, mark);
}
