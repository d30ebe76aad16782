#include "event/relate_speech.h"

static const att_frame MUST = {.pattern = {"must (said by another)", 22}, .cameo = {"100", 3}, .pos = 'v', .type = ATT_REQUEST, .flags = ATT_FR_SPEECH};

/* must, should, ought to; "has to", "needs to" and "needed" govern what they oblige to. */
static bool duty(const att_doc *doc, uint32_t t)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    if (att_is(c->modal, "must") || att_is(c->modal, "should") || att_is(c->modal, "ought")) return true;
    bool governs = att_child(doc, t, ATT_DEP_XCOMP, 0) != 0;
    return governs && (att_is(doc->toks.at[t].lemma, "have") || att_is(doc->toks.at[t].lemma, "need"));
}

bool att_relate_obliged(const att_matcher *m, uint32_t t, const att_marks *k, att_candidate *out)
{
    const att_doc *doc = m->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    if (!doc->tok_clause[t] || doc->toks.at[t].deprel != ATT_DEP_CCOMP || !duty(doc, t)) return false;
    uint32_t up = doc->toks.at[t].head, who = (c->flags & ATT_CL_PASSIVE) && !c->subj ? c->obj : c->subj;
    uint32_t speaker = doc->tok_clause[up] ? doc->clauses.at[doc->tok_clause[up]].subj : 0;
    if (!who || !speaker || !att_relate_holds(doc, who, k->target, k->target_count) || !att_relate_holds(doc, speaker, k->source, k->source_count)) return false;
    *out = (att_candidate){.tok = t, .frame = &MUST, .status = ATT_ST_OCCURRED, .score = 8, .source_acts = true, .target_takes = true};
    return true;
}

/* Verbs of calling on somebody and of sending somebody out. */
static bool carries(const att_doc *doc, uint32_t t, const att_frame *f)
{
    static const char *const VERBS[] = {"call", "phone", "telephone", "ring", "write", "send", "dispatch", "visit", "travel", "fly", NULL};
    bool kind = f->type == ATT_CONSULT || f->type == ATT_AID || f->type == ATT_MOBILIZE || f->type == ATT_COOPERATE;
    return kind && f->pos == 'v' && att_in(doc->toks.at[t].lemma, VERBS);
}

bool att_relate_vehicle(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    if (!carries(doc, t, &m->frames->frames.at[m->frame_at[t]])) return false;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        uint8_t rel = doc->toks.at[k].deprel;
        if (rel != ATT_DEP_XCOMP && rel != ATT_DEP_ADVCL) continue;
        const att_frame *in = &m->frames->frames.at[m->frame_at[k]];
        bool purpose = m->frame_at[k] && in->type != ATT_EV_NONE && in->type != ATT_CONSULT && !(in->flags & ATT_FR_PAIR);
        if (purpose && (doc->clauses.at[doc->tok_clause[k]].flags & ATT_CL_INFINITIVE)) return true;
    }
    return false;
}

static bool violent(const att_matcher *m, uint32_t t)
{
    return m->frame_at[t] && m->frames->frames.at[m->frame_at[t]].type == ATT_ASSAULT;
}

bool att_relate_outdone(const att_matcher *m, uint32_t t)
{
    static const char *const OWN_UP[] = {"admit", "confess", "accept", "acknowledge", "claim", "boast", NULL};
    const att_doc *doc = m->doc;
    const att_frame *f = &m->frames->frames.at[m->frame_at[t]];
    bool own_up = f->pos == 'v' && f->type == ATT_CONCEDE && att_in(doc->toks.at[t].lemma, OWN_UP), tie = f->flags & ATT_FR_PAIR;
    if (!own_up && !tie) return false;
    for (uint32_t w = t + 1; w < doc->toks.n && doc->toks.at[w].sent == doc->toks.at[t].sent; w++) {
        if (!violent(m, w)) continue;
        bool conj = doc->toks.at[w].head == t && doc->toks.at[w].deprel == ATT_DEP_CONJ;
        if (own_up ? att_dominates(doc, t, w) : conj) return true;
    }
    return false;
}
