#include "event/event_place.h"

static const char *const LOCATIVE[] = {"in", "at", "near", "on", "across", "around", "outside", "inside", "off", "over", "along",
                                       "to", "into", "towards", "toward", "throughout", "within", "from", NULL};

static bool locative(const att_doc *doc, uint32_t tok)
{
    att_slice prep = att_case_of(doc, tok);
    return prep.len && att_in(prep, LOCATIVE);
}

/* First place whose top word hangs under t, through nominals only, in a locative phrase. */
static att_id place_under(const att_doc *doc, uint32_t t)
{
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->places, s->tok_beg); i < doc->places.n && doc->places.at[i].tok_beg < s->tok_end; i++) {
        const att_place *p = &doc->places.at[i];
        if (p->role != ATT_PLACE_PLACE) continue;
        bool loc = false;
        for (uint32_t w = p->tok_beg, steps = 0; w && steps < 5; w = doc->toks.at[w].head, steps++) {
            if (w == t) {
                if (loc) return i;
                break;
            }
            if (doc->tok_clause[w]) break;
            if (locative(doc, w)) loc = true;
        }
    }
    return 0;
}

att_id att_event_place(const att_doc *doc, uint32_t t, const char **rule)
{
    att_id p = place_under(doc, t);
    *rule = "PLACE_OWN";
    if (p) return p;
    att_id c = doc->tok_clause[t];
    uint32_t obj = c ? doc->clauses.at[c].obj : 0;
    *rule = "PLACE_OBJECT";
    if (obj && (p = place_under(doc, obj)) != 0) return p;
    uint32_t up = doc->toks.at[t].head;
    *rule = "PLACE_CLAUSE";
    if (!c && up && doc->tok_clause[up] && (p = place_under(doc, up)) != 0) return p;
    *rule = "PLACE_NONE";
    return 0;
}
