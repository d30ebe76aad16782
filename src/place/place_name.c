/* place_name.c: is a match a place, or a part of a longer name of a person, body or thing?
 *
 * Evidence, in this order: what the name tagger says; a form of address ("Mr. London"); a capital word right before or behind that is
 * neither a place nor a word that goes with places ("Paris Hilton", "Michael Jordan", "Boston Globe"). In headlines with capitals on every
 * word the neighbours tell nothing.
 */
#include "place/place_int.h"

static const char *const ADDRESS[] = {"mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "dr", "sir", "lady", "prof.", "st.", "saint",
    "inspector", "detective", "sgt.", "capt.", "lt.", "professor", NULL};
/* Capital words that stand before a place without making another name of it. */
static const char *const BEFORE[] = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper",
    "lower", "greater", "downtown", "city", "inner",
                                     "mid", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
                                         "southeastern", "southwestern", "occupied", "metro",
                                     "nazi", "soviet", "imperial", "communist", "modern", "mainland", "metropolitan", "post", "former",
                                         "province", "state", "capital", "president", NULL};
static const char *const BEHIND[] = {"president", "prime", "premier", "minister", "foreign", "mayor", "governor", "gov.", "police",
    "airport", "international", "city", "province", "region", "state",
                                     "county", "oblast", "district", "governorate", "embassy", "army", "military", "government",
                                         "congress", "senate", "secretary", "sen.", "rep.", "attorney",
                                     "supreme", "department", "navy", "air", "marine", "marines", "ambassador", "dollar", "dollars",
                                         "time", "peninsula", "border", "coast", "valley", "river",
                                     "strip", "metropolitan", "general", "hospital", "suburb", "area", "territory", "division", "health",
                                         "ministry", "chief", "king", "queen", "prince", "crown",
                                     "town", "north", "south", "east", "west", "federal", "national", "special", "house", "defense",
                                         "defence", "treasury", "coastguard", "justice", "ltd", NULL};

/* The name of a paper, a school: the place in it is no longer one. */
static const char *const BODIES[] = {"times", "post", "university", "college", "herald", "tribune", "globe", "journal", "institute",
    "news", "chronicle", "gazette", "stock", NULL};

static bool is_cap_word(const att_doc *doc, uint32_t t)
{
    uint8_t f = doc->toks.at[t].flags;
    return (f & ATT_TOK_CAP) && (f & ATT_TOK_ALPHA);
}

/* Only white space between tokens t and t + 1, and both in one sentence. */
static bool beside(const att_doc *doc, uint32_t t)
{
    return t > 0 && t + 1 < doc->toks.n && doc->toks.at[t].sent == doc->toks.at[t + 1].sent &&
        (doc->toks.at[t].flags & ATT_TOK_SPACE_AFTER);
}

static bool is_headline(const att_doc *doc, uint32_t t)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    uint32_t words = 0, caps = 0;
    uint32_t end = s->tok_end < s->tok_beg + 40 ? s->tok_end : s->tok_beg + 40; /* a headline is short, and this runs for every match */
    for (uint32_t k = s->tok_beg; k < end; k++) {
        const att_tok *w = &doc->toks.at[k];
        if (!(w->flags & ATT_TOK_ALPHA) || w->lower.len < 4) continue;
        words++;
        caps += (w->flags & ATT_TOK_CAP) != 0;
    }
    return words >= 4 && caps * 10 >= words * 7;
}

/* Months, weekdays and words that only begin a sentence are no names. */
static bool begins_sentence(const att_doc *doc, uint32_t t)
{
    return (doc->toks.at[t].flags & ATT_TOK_FIRST) || t == doc->sents.at[doc->toks.at[t].sent].tok_beg;
}

static bool is_calendar(att_slice w)
{
    static const char *const WORDS[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july",
                                        "august", "september", "october", "november", "december", "and", "the", "in", "a", "an", "i", NULL};
    return att_in(w, WORDS);
}

static bool known(const att_gazetteer *gaz, const att_doc *doc, uint32_t t)
{
    return att_place_lookup(gaz, doc, t, t + 1) != 0 || is_calendar(doc->toks.at[t].lower);
}

static bool named_before(const att_gazetteer *gaz, const att_doc *doc, uint32_t t)
{
    if (!beside(doc, t) || !is_cap_word(doc, t) || known(gaz, doc, t) || att_in(doc->toks.at[t].lower, BEFORE)) return false;
    if (doc->toks.at[t].flags & ATT_TOK_UPPER) return doc->toks.at[t].lower.len <= 3; /* "FC Barcelona" */
    if (begins_sentence(doc, t)) return doc->toks.at[t].upos == ATT_PROPN;
    return doc->toks.at[t].upos == ATT_UPOS_NONE || doc->toks.at[t].upos == ATT_PROPN;
}

static bool named_behind(const att_gazetteer *gaz, const att_doc *doc, uint32_t end)
{
    if (!beside(doc, end - 1) || !is_cap_word(doc, end) || known(gaz, doc, end) || att_in(doc->toks.at[end].lower, BEHIND)) return false;
    if ((doc->toks.at[end].flags & ATT_TOK_UPPER) && doc->toks.at[end].lower.len <= 3) return false;
    return doc->toks.at[end].upos == ATT_UPOS_NONE || doc->toks.at[end].upos == ATT_PROPN;
}

/* What the tagger found: 1 a place, -1 something else, 0 nothing or it agrees only in part. */
static int tagged(const att_doc *doc, const gaz_hit *hit)
{
    uint8_t kind = doc->toks.at[hit->beg].ner;
    if (kind == ATT_NAME_LOC) return 1;
    if (kind == ATT_NAME_PER) return -1;
    if (kind == ATT_NAME_ORG) {
        bool longer = (hit->beg > 1 && doc->toks.at[hit->beg - 1].ner == kind) || (hit->end < doc->toks.n &&
            doc->toks.at[hit->end].ner == kind);
        return longer ? -1 : 0;
    }
    return 0;
}

bool att_place_is_name(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit)
{
    uint8_t sort = gaz->entries.at[gaz->links.at[hit->links].entry].sort;
    if (sort != GAZ_PLACE && sort != GAZ_COUNTRY) return true;
    int tag = tagged(doc, hit);
    if (tag) return tag > 0;
    uint32_t before = hit->beg - 1;
    if (beside(doc, before) && att_in(doc->toks.at[before].lower, ADDRESS)) return false;
    if (is_headline(doc, hit->beg)) return true;
    bool one = hit->end == hit->beg + 1;
    for (uint32_t k = hit->end; k < hit->end + 2 && k < doc->toks.n && beside(doc, k - 1) && is_cap_word(doc, k); k++)
        if (att_in(doc->toks.at[k].lower, BODIES)) return false;
    return !(one && (named_before(gaz, doc, before) || named_behind(gaz, doc, hit->end)));
}
