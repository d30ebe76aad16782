/* places.c: the walk over the tokens: longest names first, then which place each one is, then its role. */
#include "place/place_int.h"

/* Text without a capital anywhere: feeds and chat; there a name needs none. */
static bool is_lowercase(const att_doc *doc)
{
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if (doc->toks.at[t].flags & ATT_TOK_CAP) return false;
    return true;
}

/* A short name that is also a common word when written small ("US", "Nice") must look like a name. */
static bool looks_like_name(const att_doc *doc, uint32_t beg, uint32_t end, bool lowercase)
{
    uint8_t flags = doc->toks.at[beg].flags;
    /* the key leaves punctuation out, the name must not end in it: "Canada-", "US$" */
    att_slice last = doc->toks.at[end - 1].lower;
    unsigned char tail = last.len ? (unsigned char)last.ptr[last.len - 1] : '-';
    if (!att_is_alpha(tail) && !att_is_digit(tail) && tail < 0x80 && !(tail == '.' && last.len > 1)) return false;
    if (lowercase) return att_tok_span(doc, beg, end).end - att_tok_span(doc, beg, end).beg >= 4;
    bool the = att_is(doc->toks.at[beg].lower, "the");
    if (the) return end > beg + 1 && (doc->toks.at[beg + 1].flags & ATT_TOK_CAP);
    if (!(flags & ATT_TOK_CAP)) return false;
    att_slice form = doc->toks.at[beg].form;
    bool tiny = end == beg + 1 && form.len <= 3 && form.len > 1;
    return !tiny || (flags & ATT_TOK_UPPER) || att_find(form, ATT_LIT("."), 0) < form.len || form.len == 3;
}

/* The longest name that starts at token t. */
static bool match_at(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, bool lowercase, gaz_hit *hit)
{
    uint32_t stop = doc->sents.at[doc->toks.at[t].sent].tok_end;
    if (stop > t + GAZ_MAX_TOKENS) stop = t + GAZ_MAX_TOKENS;
    for (uint32_t end = stop; end > t; end--) {
        if (!looks_like_name(doc, t, end, lowercase)) continue;
        uint32_t links = att_place_lookup(gaz, doc, t, end);
        if (!links) continue;
        *hit = (gaz_hit){.beg = t, .end = end, .links = links};
        /* "the" belongs to "The Hague", but not to "the United States" */
        if (end > t + 1 && att_is(doc->toks.at[t].form, "the")) {
            uint32_t bare = att_place_lookup(gaz, doc, t + 1, end);
            if (bare) *hit = (gaz_hit){.beg = t + 1, .end = end, .links = bare};
        }
        return true;
    }
    return false;
}

static void emit(const att_gazetteer *gaz, att_doc *doc, const gaz_hit *hit, bool after_place)
{
    const gaz_entry *e = &gaz->entries.at[hit->entry];
    att_place *p = att_add(doc, places);
    p->span = att_tok_span(doc, hit->beg, hit->end);
    p->tok_beg = hit->beg;
    p->tok_end = hit->end;
    p->name = e->name;
    p->country = e->country;
    p->kind = e->kind;
    p->lat = e->lat;
    p->lon = e->lon;
    p->has_point = e->has_point;
    p->role = (uint8_t)att_place_role_of(gaz, doc, hit, after_place);
}

/* Only a comma between two places: "Sochi, Russia". */
static bool follows(const att_doc *doc, const gaz_hit *before, const gaz_hit *hit)
{
    return before && hit->beg == before->end + 1 && att_is(doc->toks.at[before->end].form, ",") &&
           doc->toks.at[before->beg].sent == doc->toks.at[hit->beg].sent;
}

void att_places_find(const att_gazetteer *gaz, att_doc *doc)
{
    att_mark mark = att_arena_mark(doc->scratch);
    ATT_VEC(gaz_hit) hits = {0};
    bool lowercase = is_lowercase(doc);
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        gaz_hit hit;
        if (!match_at(gaz, doc, t, lowercase, &hit)) continue;
        if (att_place_is_name(gaz, doc, &hit)) *att_push(doc->scratch, &hits) = hit;
        t = hit.end - 1;
    }
    att_place_choose(gaz, doc, hits.at, hits.n);
    for (uint32_t i = 0; i < hits.n; i++) {
        bool after = i && follows(doc, &hits.at[i - 1], &hits.at[i]);
        if (hits.at[i].entry) emit(gaz, doc, &hits.at[i], after);
    }
    att_arena_rewind(doc->scratch, mark);
}
