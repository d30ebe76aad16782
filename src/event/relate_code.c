#include "event/relate.h"

static bool is_conflict(uint8_t type) { return type >= ATT_REQUEST; }

static void recode(att_event_type to, const char *code, att_event_type *type, att_slice *mode, att_slice *cameo)
{
    *type = to;
    *mode = (att_slice){0};
    *cameo = att_slice_of(code);
}

/* The task's codebook converts CAMEO by its roots, as PLOVER's own table did before the 2.0 manual (data/events/cameo-repairs.md):
 * a promise to yield is an intention, a verdict a judgement, blockade and occupation are fights, embargoes coercion. */
static void by_root(att_event_type *type, att_slice *mode, att_slice *cameo)
{
    static const struct {
        const char *code;
        uint8_t type;
    } ROOTS[] = {{"032", ATT_SUPPORT}, {"0354", ATT_AGREE}, {"0355", ATT_AGREE}, {"0356", ATT_AGREE}, {"116", ATT_ACCUSE},
                 {"191", ATT_ASSAULT}, {"192", ATT_ASSAULT}, {"176", ATT_ASSAULT}, {"163", ATT_COERCE}};
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++)
        if (att_starts(*cameo, ROOTS[i].code) && *type != ROOTS[i].type) *type = (att_event_type)ROOTS[i].type, *mode = (att_slice){0};
    if (att_starts(*cameo, "163")) *mode = ATT_LIT("withhold");
}

static bool yields_later(att_event_type t)
{
    return t == ATT_CONSULT || t == ATT_COOPERATE || t == ATT_AID || t == ATT_RETREAT || t == ATT_CONCEDE || t == ATT_SUPPORT;
}

/* PLOVER manual: future cooperation and concessions are agreed to, threatened conflict is a threat, refused or failed cooperation a
 * rejection, what somebody else "must" do is a request, aid or relations that are broken off a sanction. What an authority has ordered
 * against somebody is as good as done. */
void att_relate_code(const att_candidate *c, att_event_type *type, att_slice *mode, att_slice *cameo)
{
    *type = (att_event_type)c->frame->type;
    *mode = c->frame->mode;
    *cameo = c->frame->cameo;
    /* who decides to lift a ban yields; who agrees to, agrees */
    if (!att_starts(*cameo, "035") || att_starts(c->frame->pattern, "agree")) by_root(type, mode, cameo);
    bool material_conflict = *type >= ATT_SANCTION || *type == ATT_PROTEST || att_starts(*cameo, "125");
    bool future = (c->status == ATT_ST_PLANNED && !c->ordered) || c->status == ATT_ST_CONDITIONAL;
    if (*type == ATT_REQUEST && att_is(*cameo, "102") && c->harms)
        recode(ATT_ACCUSE, "110", type, mode, cameo);
    else if (c->obliged)
        recode(ATT_REQUEST, "100", type, mode, cameo);
    else if (c->ended && (*type == ATT_AID || *type == ATT_COOPERATE || *type == ATT_CONSULT))
        recode(ATT_SANCTION, "160", type, mode, cameo);
    else if (future && material_conflict)
        recode(ATT_THREATEN, "130", type, mode, cameo);
    else if (c->status == ATT_ST_PLANNED && yields_later(*type))
        recode(ATT_AGREE, "030", type, mode, cameo);
    else if (c->status == ATT_ST_NEGATED && !is_conflict((uint8_t)*type))
        recode(ATT_REJECT, "120", type, mode, cameo);
}
