#include "event/future.h"

#include "event/modes.h"
#include "event/oblige.h"
#include "event/status.h"

/* The intention that CAMEO has for an act, by the first digits of its code; the first that fits. */
typedef struct {
    const char *act, *intent;
} intention;

static att_slice intention_of(att_slice cameo, const intention *list)
{
    while (!att_starts(cameo, list->act)) list++;
    return att_slice_of(list->intent);
}

static const intention RELEASED[] = {{"084", "0353"}, {"085", "0354"}, {"086", "0355"}, {"0813", "0351"}, {"0814", "0351"}, {"087", "0356"}, {"", "035"}};
static const intention THREATENED[] = {{"161", "1313"}, {"162", "1311"}, {"163", "1312"}, {"164", "134"}, {"165", "135"}, {"166", "136"}, {"16", "131"},
                                       {"175", "137"}, {"172", "132"}, {"17", "130"}, {"191", "1381"}, {"192", "1382"}, {"190", "138"}, {"19", "1384"}, {"20", "1383"},
                                       {"", "138"}};

/* Does the text let the actor say it of himself: "We will bomb them", "Iran said it would expel the inspectors"? */
static bool announces(const att_doc *doc, const att_event *e)
{
    const att_statement *said = &doc->statements.at[att_statement_at(doc, doc->toks.at[e->trigger].span.beg)];
    att_id speaker = said->commitment == ATT_COMMIT_WANTS || said->commitment == ATT_COMMIT_HOPES ? 0 : said->speaker; /* "plans to" is not said to anybody */
    const att_entity *s = &doc->entities.at[doc->mentions.at[speaker].entity];
    for (uint32_t i = 0; speaker && i < e->actors.n; i++) {
        att_id who = doc->mentions.at[e->actors.at[i]].entity;
        const att_entity *a = &doc->entities.at[who];
        if (who && who == doc->mentions.at[speaker].entity) return true;
        if (a->code.len && att_eq(a->code, s->code)) return true;
    }
    return false;
}

static void become(att_event *e, att_event_type type, const char *mode, att_slice cameo, const char *rule)
{
    e->type = (uint8_t)type;
    e->mode = mode ? att_slice_of(mode) : (att_slice){0};
    e->cameo = cameo;
    e->type_rule = rule;
}

void att_future_rules(const att_doc *doc, const att_frame *f, att_event *e)
{
    if (e->status != ATT_ST_PLANNED && e->status != ATT_ST_CONDITIONAL) return;
    bool planned = e->status == ATT_ST_PLANNED || att_status_promised(&(att_status_found){e->status, e->status_rule, 0});
    switch (e->type) {
    case ATT_CONSULT: if (planned) become(e, ATT_AGREE, NULL, ATT_LIT("036"), "FUTURE_AGREE"); break;
    case ATT_SUPPORT: if (planned) become(e, ATT_AGREE, NULL, ATT_LIT("032"), "FUTURE_AGREE"); break;
    case ATT_COOPERATE: if (planned) become(e, ATT_AGREE, NULL, ATT_LIT("031"), "FUTURE_AGREE"); break;
    case ATT_AID: if (planned) become(e, ATT_AGREE, NULL, ATT_LIT("033"), "FUTURE_AGREE"); break;
    case ATT_RETREAT: if (planned) become(e, ATT_CONCEDE, NULL, intention_of(e->cameo, RELEASED), "FUTURE_CONCEDE"); break;
    case ATT_SANCTION: case ATT_COERCE: case ATT_ASSAULT:
        if (announces(doc, e)) become(e, ATT_THREATEN, att_threat_mode(f), intention_of(e->cameo, THREATENED), "FUTURE_THREATEN");
        break;
    default: break;
    }
}
