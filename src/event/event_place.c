#include "event/event_place.h"

#include "base/data.h"
#include "event/status.h"

static const char *const LOCATIVE[] = {"in", "at", "near", "on", "across", "around", "outside", "inside", "off", "over", "along",
                                       "to", "into", "towards", "toward", "throughout", "within", "from", NULL};

/* "talks on Syria" are about Syria, "an attack on Kyiv" is there. */
static bool locative(const att_doc *doc, uint32_t tok, bool words)
{
    att_slice prep = att_case_of(doc, tok);
    return prep.len && att_in(prep, LOCATIVE) && !(words && att_is(prep, "on"));
}

static bool meeting(const att_doc *doc, uint32_t tok)
{
    static const char *const AT[] = {"at", "in", "during", NULL};
    return att_in(att_case_of(doc, tok), AT) && att_data_has("events/happenings.txt", doc->toks.at[tok].lemma);
}

/* First place whose top word hangs under t, through nominals only, in a locative phrase. What is said has the place that hangs under its
 * own word: "solidarity with our brothers in Gaza" is shown elsewhere. */
static att_id place_under(const att_doc *doc, uint32_t t, uint8_t type)
{
    bool speaks = att_type_speaks(type), words = speaks || type == ATT_CONSULT;
    const att_sent *s = &doc->sents.at[doc->toks.at[t].sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->places, s->tok_beg); i < doc->places.n && doc->places.at[i].tok_beg < s->tok_end; i++) {
        const att_place *p = &doc->places.at[i];
        if (p->role != ATT_PLACE_PLACE) continue;
        bool loc = false, through = false;
        for (uint32_t w = p->tok_beg, steps = 0; w && steps < 5; w = doc->toks.at[w].head, steps++) {
            if (w == t) {
                if (loc && !(speaks && through)) return i;
                break;
            }
            if (doc->tok_clause[w]) break;
            through |= loc && !meeting(doc, w); /* "agreed at talks in Doha" */
            bool origin = words && att_is(att_case_of(doc, w), "from") && att_is_noun(&doc->toks.at[doc->toks.at[w].head]); /* officials from Japan */
            if (locative(doc, w, words) && !origin) loc = true;
        }
    }
    return 0;
}

att_id att_event_place(const att_doc *doc, uint32_t t, uint8_t type, const char **rule)
{
    att_id p = place_under(doc, t, type);
    *rule = "PLACE_OWN";
    if (p) return p;
    att_id c = doc->tok_clause[t];
    uint32_t obj = c ? doc->clauses.at[c].obj : 0;
    *rule = "PLACE_OBJECT";
    if (obj && !att_type_speaks(type) && (p = place_under(doc, obj, type)) != 0) return p;
    uint32_t up = doc->toks.at[t].head;
    *rule = "PLACE_CLAUSE";
    if (!c && up && doc->tok_clause[up] && (p = place_under(doc, up, type)) != 0) return p;
    *rule = "PLACE_NONE";
    return 0;
}
