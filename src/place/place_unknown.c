/* place_unknown.c: names that the gazetteer doesn't hold but that can only be places: "Metcalfe County", "in Pandi, Bulacan", and what the name
 * tagger calls a place. They get no coordinates. */
#include "place/place_int.h"

enum { RUN_MAX = 4 };

static const char *const KINDS[] = {"county", "province", "district", "oblast", "governorate", "prefecture", "parish", "township",
    "island", "islands", "bay", "valley", "peninsula",
                                    "mountains", "river", "beach", "creek", "municipality", "canton", "heights", "village", NULL};
static const char *const WHERE[] = {"in", "at", "near", "from", "of", "to", "outside", "around", NULL};

static bool is_cap_word(const att_doc *doc, uint32_t t)
{
    uint8_t f = doc->toks.at[t].flags;
    return (f & ATT_TOK_CAP) && (f & ATT_TOK_ALPHA) && doc->toks.at[t].form.len > 1;
}

bool att_place_is_county(const att_doc *doc, uint32_t t)
{
    return t < doc->toks.n && is_cap_word(doc, t) && (att_is(doc->toks.at[t].lower, "county") || att_is(doc->toks.at[t].lower, "parish"));
}

/* The run of capital words at t that no place begins in; "the" and other first words of sentences don't belong to it. */
static uint32_t run_end(const att_gazetteer *gaz, const att_doc *doc, uint32_t t)
{
    uint32_t stop = doc->sents.at[doc->toks.at[t].sent].tok_end, e = t;
    while (e < stop && e < t + RUN_MAX && is_cap_word(doc, e) && !att_place_lookup(gaz, doc, e, e + 1)) {
        e++;
        if (!(doc->toks.at[e - 1].flags & ATT_TOK_SPACE_AFTER)) break;
    }
    return e;
}

/* What the tagger calls a person elsewhere near by is no place here ("at Biden's meeting"). */
static bool is_person_elsewhere(const att_doc *doc, uint32_t t)
{
    enum { NEAR = 1500 };
    uint32_t beg = t > NEAR ? t - NEAR : 1, end = t + NEAR < doc->toks.n ? t + NEAR : doc->toks.n, persons = 0, places = 0;
    for (uint32_t k = beg; k < end; k++) {
        if (!doc->toks.at[k].ner || !att_eq(doc->toks.at[k].form, doc->toks.at[t].form)) continue;
        persons += doc->toks.at[k].ner == ATT_NAME_PER;
        places += doc->toks.at[k].ner == ATT_NAME_LOC;
    }
    return persons >= places;
}

bool att_place_unknown(const att_gazetteer *gaz, const att_doc *doc, uint32_t t, gaz_hit *hit)
{
    if (!is_cap_word(doc, t)) return false;
    uint32_t stop = doc->sents.at[doc->toks.at[t].sent].tok_end, e = t;
    if (doc->toks.at[t].ner == ATT_NAME_LOC) {
        while (e < stop && doc->toks.at[e].ner == ATT_NAME_LOC) e++;
        if (e == t + 1 && is_person_elsewhere(doc, t)) return false;
        *hit = (gaz_hit){.beg = t, .end = e};
        return true;
    }
    bool first = t == doc->sents.at[doc->toks.at[t].sent].tok_beg;
    bool same_name = !first && is_cap_word(doc, t - 1) && (doc->toks.at[t - 1].flags & ATT_TOK_SPACE_AFTER);
    if (same_name || (doc->toks.at[t].flags & ATT_TOK_FIRST) || doc->toks.at[t].ner) return false;
    e = run_end(gaz, doc, t);
    bool kind = false;
    for (uint32_t k = t + 1; k < e && !kind; k++)
        if ((kind = att_in(doc->toks.at[k].lower, KINDS))) e = k + 1;
    if (kind) {
        *hit = (gaz_hit){.beg = t, .end = e};
        return true;
    }
    bool where = !first && att_in(doc->toks.at[t - 1].lower, WHERE);
    if (e == t || !where || e + 1 >= stop || !att_is(doc->toks.at[e].form, ",")) return false;
    uint32_t links = 0;
    for (uint32_t n = 3; n && !links; n--)
        if (e + 1 + n <= stop && (doc->toks.at[e + 1].flags & ATT_TOK_CAP)) links = att_place_lookup(gaz, doc, e + 1, e + 1 + n);
    if (!links) return false;
    const gaz_entry *in = &gaz->entries.at[gaz->links.at[links].entry];
    if (in->sort != GAZ_COUNTRY && !att_is(in->kind, "region") && !att_is(in->kind, "province")) return false;
    *hit = (gaz_hit){.beg = t, .end = e};
    return true;
}
