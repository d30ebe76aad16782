#include "event/event.h"

/* A state that attacks or masses does it with its forces; what it plans, threatens or tests, and police work, are its government's. */
att_slice att_acting_sector(const att_event *e, const att_entity *who)
{
    static const char *const CIVIL[] = {"police", "crowd-control", "sexual", "torture", "beat", "suicide-attack", "abduct", "weapons", NULL};
    bool state = who->kind == ATT_KIND_PLACE && who->code.len == 3 && att_is(who->sector, "GOV");
    bool unreal = e->status == ATT_ST_PLANNED || e->status == ATT_ST_CONDITIONAL || e->status == ATT_ST_POSSIBLE;
    if (!state || unreal || (e->type != ATT_ASSAULT && e->type != ATT_MOBILIZE) || att_in(e->mode, CIVIL)) return who->sector;
    return ATT_LIT("MIL");
}
