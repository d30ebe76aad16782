#include "event/magnitude.h"

static const struct {
    const char *lemma;
    uint8_t kind;
} VERBS[] = {{"kill", ATT_MAG_KILLED},     {"die", ATT_MAG_KILLED},      {"slay", ATT_MAG_KILLED},      {"murder", ATT_MAG_KILLED},
             {"execute", ATT_MAG_KILLED},  {"massacre", ATT_MAG_KILLED}, {"behead", ATT_MAG_KILLED},    {"injure", ATT_MAG_INJURED},
             {"wound", ATT_MAG_INJURED},   {"hurt", ATT_MAG_INJURED},    {"arrest", ATT_MAG_DETAINED},  {"detain", ATT_MAG_DETAINED},
             {"jail", ATT_MAG_DETAINED},   {"imprison", ATT_MAG_DETAINED}, {"abduct", ATT_MAG_DETAINED}, {"kidnap", ATT_MAG_DETAINED},
             {"displace", ATT_MAG_DISPLACED}, {"evacuate", ATT_MAG_DISPLACED}, {"march", ATT_MAG_PARTICIPANTS},
             {"demonstrate", ATT_MAG_PARTICIPANTS}, {"protest", ATT_MAG_PARTICIPANTS}, {"rally", ATT_MAG_PARTICIPANTS}};

static int kind_of(const att_doc *doc, uint32_t tok)
{
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (att_is(doc->toks.at[tok].lemma, VERBS[i].lemma)) return VERBS[i].kind;
    return -1;
}

static void set_range(att_event *e, int kind, const att_figure *f)
{
    att_range *r = &e->magnitude[kind];
    if (r->set) return;
    *r = (att_range){f->has_low ? f->low : 0, f->has_high ? f->high : f->low, true};
}

/* "killed 12 people": the number stands in the argument that the verb acts on (or that acts, for marches). Also a verb of
 * harm that hangs under the event: "an attack that killed five", "bombing, killing nine". */
void att_magnitude_find(const att_doc *doc, att_event *e)
{
    const att_sent *s = &doc->sents.at[e->sent];
    for (uint32_t i = ATT_FROM_TOKEN(doc->figures, s->tok_beg); i < doc->figures.n && doc->figures.at[i].tok_beg < s->tok_end; i++) {
        const att_figure *f = &doc->figures.at[i];
        uint32_t head = f->unit_tok ? f->unit_tok : f->num_tok;
        for (uint32_t t = s->tok_beg; t < s->tok_end; t++) {
            int kind = doc->tok_clause[t] ? kind_of(doc, t) : -1;
            if (kind < 0 || !att_dominates(doc, e->trigger, t)) continue;
            const att_clause *cl = &doc->clauses.at[doc->tok_clause[t]];
            bool acts = kind == ATT_MAG_PARTICIPANTS || att_is(doc->toks.at[t].lemma, "die");
            uint32_t arg = acts ? cl->subj : cl->obj;
            if (arg && (arg == head || doc->toks.at[head].head == arg || doc->toks.at[arg].head == head)) set_range(e, kind, f);
        }
    }
}
