/* place_role.c: does the name stand for the ground ("in Moscow"), for those who govern it ("Moscow said"), or for being of it ("Russian")?
 *
 * Only countries and capitals stand for governments. The words before the name decide; where there is a tree, the preposition that the tree
 * gives it. Giving and telling ("sold weapons to Kyiv") is done to governments, motion ("travelled to Kyiv") to places.
 */
#include "place/place_int.h"

static const char *const WHERE[] = {"in", "at", "near", "across", "around", "outside", "inside", "throughout", "toward", "towards", "via",
    "off", "within", "along",
                                    "through", "into", "onto", "beyond", "above", "over", "leave", "left", "leaving", "visit", "visited",
                                        "visiting", "reach", "reached",
                                    "entered", "enter", "entering", "crossed", "fled", "flee", "fleeing", "toured", "tour", "to", "from",
                                        NULL};
static const char *const GROUND_OF[] = {"city", "town", "capital", "north", "south", "east", "west", "northeast", "northwest",
    "southeast", "southwest", "part", "parts", "outskirts",
                                        "region", "regions", "village", "port", "coast", "center", "centre", "suburb", "suburbs",
                                            "district", "area", "areas", "streets", "out", "outside",
                                        "rest", "map", "most", "kilometers", "kilometres", "miles", "km", "island", "province", "edge",
                                            "middle", "heart", "corner", NULL};
static const char *const GIVEN_TO[] = {"give", "gave", "given", "giving", "sell", "sold", "selling", "send", "offer", "offered", "grant",
    "granted", "supply", "supplied", "supplying",
                                       "provide", "provided", "deliver", "delivered", "promise", "promised", "pledge", "pledged", "said",
                                           "tell", "proposed", "warning", "warned", "message",
                                       "aid", "loan", "loans", "threat", "concessions", "support", "appeal", "appealed", "assistance",
                                           "respond", "responded", "response", "demand", "demanded",
                                       "belongs", "loyal", "lend", "lent", "ally", "allies", "apology", "linked", "ties", "committed",
                                           "commitment", NULL};

/* Adjectives and articles between a preposition and the name: "in the war-torn Syria". */
static bool skipped(const att_doc *doc, uint32_t t)
{
    static const char *const WORDS[] = {"the", "northern", "southern", "eastern", "western", "central", "neighbouring", "neighboring",
        "nearby", "occupied", "downtown", "northeastern",
                                        "northwestern", "southeastern", "southwestern", "north", "south", "east", "west", "war", "-",
                                            "torn", "mainland", "modern", "greater", NULL};
    return att_in(doc->toks.at[t].lower, WORDS);
}

/* The word that governs the name from the left: a preposition or verb; 0 = none in this sentence. */
static uint32_t governor(const att_doc *doc, uint32_t beg)
{
    uint32_t first = doc->sents.at[doc->toks.at[beg].sent].tok_beg, t = beg;
    while (t > first && beg - t < 5) {
        t--;
        /* "in Poland and Ukraine", "from Moscow to Kyiv": what governs the first governs the second */
        if (!skipped(doc, t)) return t;
    }
    return 0;
}

static bool near_giving(const att_doc *doc, uint32_t prep)
{
    uint32_t first = doc->sents.at[doc->toks.at[prep].sent].tok_beg;
    for (uint32_t t = prep, left = 4; t > first && left; left--) {
        t--;
        if (att_in(doc->toks.at[t].lower, GIVEN_TO)) return true;
    }
    return false;
}

/* "MOSCOW (Reuters) -", "PARIS, Feb 15 -": the name opens a paragraph in capitals. */
static bool is_dateline(const att_doc *doc, const gaz_hit *hit)
{
    if (hit->end >= doc->toks.n || !(doc->toks.at[hit->beg].flags & ATT_TOK_FIRST)) return false;
    att_slice next = doc->toks.at[hit->end].form;
    bool upper = (doc->toks.at[hit->beg].flags & ATT_TOK_UPPER) != 0;
    if (att_is(next, "(") || att_is(next, "\xE2\x80\x94") || att_is(next, "\xE2\x80\x93") || att_is(next, "--") || att_is(next,
        "_")) return true;
    return upper && (att_is(next, ",") || att_is(next, "-"));
}

att_place_role att_place_role_of(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit, bool after_place)
{
    const gaz_entry entry = att_gaz_entry(gaz, hit->entry), *e = &entry;
    if (e->sort == GAZ_ADJECTIVE || e->sort == GAZ_DEMONYM) return ATT_PLACE_NATIONALITY;
    if (after_place || (e->sort != GAZ_COUNTRY && !e->capital) || is_dateline(doc, hit)) return ATT_PLACE_PLACE;
    if (hit->end < doc->toks.n && (att_is(doc->toks.at[hit->end].lower, "'s") || att_is(doc->toks.at[hit->end].lower, "'"))) {
        /* "in Russia's Belgorod region" tells nothing of Russia as ground or power; its possessor acts in most other uses */
        return ATT_PLACE_GOVERNMENT;
    }
    uint32_t g = governor(doc, hit->beg);
    if (!g) return ATT_PLACE_GOVERNMENT;
    if (g + 1 < hit->beg && e->sort != GAZ_COUNTRY && !att_is(doc->toks.at[hit->beg - 1].lower, "the")) return ATT_PLACE_PLACE; /* east London */
    att_slice w = doc->toks.at[g].lower;
    bool to = att_is(w, "to") || att_is(w, "from");
    if (to) return near_giving(doc, g) ? ATT_PLACE_GOVERNMENT : ATT_PLACE_PLACE;
    if (att_in(w, WHERE)) {
        /* before a noun it qualifies it: "in U.S. custody", "at Kremlin talks" */
        uint32_t n = hit->end;
        bool modifier = n < doc->toks.n && doc->toks.at[n].sent == doc->toks.at[hit->beg].sent &&
            doc->toks.at[hit->end - 1].deprel == ATT_DEP_COMPOUND;
        return modifier ? ATT_PLACE_GOVERNMENT : ATT_PLACE_PLACE;
    }
    if (att_is(w, "of") && g > 1 && att_in(doc->toks.at[g - 1].lower, GROUND_OF)) return ATT_PLACE_PLACE;
    if (att_is(w, "of") && e->sort != GAZ_COUNTRY) return ATT_PLACE_PLACE; /* "Smith of London" */
    return ATT_PLACE_GOVERNMENT;
}
