/* place_name.c: is a match a place, or a part of a longer name of a person, body or thing? */
#include "place/place_int.h"

static const char *const FORENAME_LIKE[] = {"mr.", "mr", "mrs.", "mrs", "ms.", "ms", "dr.", "sir", "lady", "lord", "prof.", NULL};

static bool is_cap(const att_doc *doc, uint32_t t) { return (doc->toks.at[t].flags & ATT_TOK_CAP) != 0; }

/* Only white space between tokens t and t + 1, and both in one sentence. */
static bool beside(const att_doc *doc, uint32_t t)
{
    return t > 0 && t + 1 < doc->toks.n && doc->toks.at[t].sent == doc->toks.at[t + 1].sent &&
           (doc->toks.at[t].flags & ATT_TOK_SPACE_AFTER);
}

bool att_place_is_name(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit)
{
    const att_tok *first = &doc->toks.at[hit->beg];
    uint8_t sort = gaz->entries.at[gaz->links.at[hit->links].entry].sort;
    if (sort != GAZ_PLACE && sort != GAZ_COUNTRY) return true;
    if (beside(doc, hit->beg - 1) && att_in(doc->toks.at[hit->beg - 1].lower, FORENAME_LIKE)) return false;
    if (first->ner == ATT_NAME_PER) return false;
    (void)is_cap;
    return true;
}
