/* place_role.c: does the name stand for the ground ("in Moscow"), for those who govern it ("Moscow said"), or for being of it ("Russian")? */
#include "place/place_int.h"

static const char *const WHERE[] = {"in", "at", "near", "from", "to", "into", "across", "around", "outside", "inside", "throughout", "toward",
                                    "towards", "via", "off", "within", "along", "on", "through", "over", "onto", "beyond", "above", NULL};

att_place_role att_place_role_of(const att_gazetteer *gaz, const att_doc *doc, const gaz_hit *hit, bool after_place)
{
    const gaz_entry *e = &gaz->entries.at[hit->entry];
    if (e->sort == GAZ_ADJECTIVE || e->sort == GAZ_DEMONYM) return ATT_PLACE_NATIONALITY;
    if (after_place || (e->sort != GAZ_COUNTRY && !e->capital)) return ATT_PLACE_PLACE;
    uint32_t before = hit->beg - 1;
    if (before && doc->toks.at[before].sent == doc->toks.at[hit->beg].sent && att_in(doc->toks.at[before].lower, WHERE)) return ATT_PLACE_PLACE;
    return ATT_PLACE_GOVERNMENT;
}
