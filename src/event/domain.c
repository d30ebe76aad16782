#include "event/domain.h"

bool att_political_mention(const att_doc *doc, att_id mention)
{
    static const char *const SECTORS[] = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "UAF", "IGO", "NGO", NULL};
    const att_mention *m = &doc->mentions.at[mention];
    if (m->members.n) return true;
    return att_in(doc->entities.at[m->entity].sector, SECTORS);
}

/* Countries alone don't count: they play matches too. */
static bool acts_in_politics(const att_doc *doc, att_id mention)
{
    const att_mention *m = &doc->mentions.at[mention];
    const att_entity *e = &doc->entities.at[m->entity];
    return e->kind != ATT_KIND_PLACE && m->form != ATT_MEN_PRONOUN && m->form != ATT_MEN_ADJECTIVE && att_political_mention(doc, mention);
}

bool att_about_politics(const att_frames *f, const att_doc *doc)
{
    uint32_t other = 0, politics = 0;
    for (uint32_t t = 1; t < doc->toks.n; t++)
        if (att_map_get(&f->domain_words, doc->toks.at[t].lemma)) other++;
    for (uint32_t i = 1; i < doc->mentions.n; i++) politics += acts_in_politics(doc, i);
    /* one word in forty, and more of them than of political actors */
    return other * 40 < doc->toks.n || other < politics * 2 || other < 4;
}
