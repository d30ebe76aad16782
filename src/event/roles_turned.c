/* roles_turned.c: sides that stand the other way round, or in another clause, than the frame's slots say: "in support of", "his support from", whom a
 * protest is against, what one verb shares with the next. */
#include "event/roles_int.h"

#include "actor/actor.h"

/* "Norway cut its output in support of Chad", "in defiance of the UN": who does the rest does this too, and to whom stands behind "of". */
static bool done_in(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *a, att_role_side *r)
{
    static const char *const OF[] = {"of", "with", "for", "against", "at", "to", NULL};
    static const uint8_t TYPES[] = {ATT_SUPPORT, ATT_REJECT, ATT_PROTEST, ATT_ACCUSE, ATT_AID, 0};
    uint32_t up = doc->toks.at[t].head, to = 0;
    if (f->pos != 'n' || !memchr(TYPES, f->type, sizeof TYPES - 1) || !att_is(att_case_of(doc, t), "in") || !up || !doc->tok_clause[up]) return false;
    if (att_child(doc, t, ATT_DEP_DET, 0) || att_child(doc, t, ATT_DEP_NMOD_POSS, 0)) return false;
    for (uint32_t k = att_child(doc, t, ATT_DEP_NMOD, 0); k && !to; k = att_child(doc, t, ATT_DEP_NMOD, k + 1))
        if (att_in(att_case_of(doc, k), OF)) to = k;
    if (!to) return false;
    uint32_t subj = doc->clauses.at[doc->tok_clause[up]].subj;
    if (subj && subj != t) att_role_collect(doc, subj, false, a);
    r->other_n = *a->n;
    att_role_collect(doc, to, false, r);
    return true;
}

/* "Her support from the unions", "the minister's criticism from Lagos": who has it from somebody receives it. */
static bool had_from(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *a, att_role_side *r)
{
    static const uint8_t TYPES[] = {ATT_SUPPORT, ATT_AID, ATT_ACCUSE, 0};
    uint32_t poss = f->pos == 'n' && memchr(TYPES, f->type, sizeof TYPES - 1) ? att_child(doc, t, ATT_DEP_NMOD_POSS, 0) : 0;
    for (uint32_t k = poss ? att_child(doc, t, ATT_DEP_NMOD, 0) : 0; k; k = att_child(doc, t, ATT_DEP_NMOD, k + 1)) {
        if (!att_is(att_case_of(doc, k), "from") || !att_role_mention(doc, k)) continue;
        att_role_collect(doc, k, false, a);
        r->other_n = *a->n;
        att_role_collect(doc, poss, false, r);
        return *a->n > 0;
    }
    return false;
}

bool att_role_turned(const att_doc *doc, uint32_t t, const att_frame *f, att_role_side *a, att_role_side *r)
{
    return !(f->flags & ATT_FR_SYM) && (done_in(doc, t, f, a, r) || had_from(doc, t, f, a, r));
}

/* "the anti-government protests", "anti-Chinese crowds": whom what hangs under the word is against. */
static void opposed_in(const att_doc *doc, uint32_t tok, att_role_side *r)
{
    for (uint32_t k = tok ? att_next_child(doc, tok, 0) : 0; k && *r->n == 0; k = att_next_child(doc, tok, k)) {
        uint8_t rel = doc->toks.at[k].deprel;
        att_id m = rel == ATT_DEP_AMOD || rel == ATT_DEP_COMPOUND || rel == ATT_DEP_NMOD_DESC ? att_anti_at(doc, k) : 0;
        if (m) r->at[(*r->n)++] = m;
    }
}

/* "... to condemn the offensive", "demanding that the minister go": whom the clause under the protest names. */
static void opposed_below(const att_matcher *m, uint32_t t, att_role_side *r)
{
    static const char *const AGAINST[] = {"condemn", "protest", "denounce", "oppose", "criticise", "criticize", "decry", "reject", "resist", "challenge", "defy", "topple", "oust", "overthrow", "press",
                                          "pressure", "pressurise", "urge", "accuse", "blame", NULL};
    static const char *const ASK[] = {"demand", "urge", "ask", "call", NULL};
    static const uint8_t RELS[] = {ATT_DEP_ADVCL, ATT_DEP_XCOMP, ATT_DEP_ACL, 0};
    static const att_slot COMP = {ATT_SLOT_COMP, false, {0}}, PROTESTED[] = {{ATT_SLOT_PREP, false, {"against", 7}}, {ATT_SLOT_PREP, false, {"over", 4}}, {ATT_SLOT_PREP, false, {"at", 2}}};
    const att_doc *doc = m->doc;
    for (const uint8_t *rel = RELS; *rel; rel++)
        for (uint32_t k = att_child(doc, t, (att_deprel)*rel, 0); k && *r->n == 0; k = att_child(doc, t, (att_deprel)*rel, k + 1)) {
            const att_clause *c = &doc->clauses.at[doc->tok_clause[k]];
            if (!doc->tok_clause[k] || c->flags & (ATT_CL_PASSIVE | ATT_CL_NEGATED)) continue;
            uint32_t fill[ATT_SLOT_MAX_FILLERS];
            bool against = att_in(doc->toks.at[k].lemma, AGAINST);
            if (against && c->obj) att_role_collect(doc, c->obj, false, r);
            for (size_t i = 0; against && i < sizeof PROTESTED / sizeof *PROTESTED && *r->n == 0; i++)
                if (att_slot_fill(m, k, &PROTESTED[i], fill)) att_role_collect(doc, fill[0], false, r);
            if (*r->n == 0 && att_in(doc->toks.at[k].lemma, ASK) && att_slot_fill(m, k, &COMP, fill)) att_role_collect(doc, fill[0], false, r);
        }
}

void att_role_opposed(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r)
{
    const att_doc *doc = m->doc;
    if (f->type != ATT_PROTEST || *r->n) return;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    uint32_t up = doc->toks.at[t].head;
    opposed_in(doc, t, r);
    for (uint32_t w = t; f->pos == 'v' && w && *r->n == 0 && w < t + 12 && w < doc->toks.n; w++)
        if (m->taken_by[w] == t) opposed_in(doc, w, r);
    if (doc->tok_clause[t]) opposed_in(doc, c->subj, r), opposed_in(doc, c->obj, r);
    opposed_below(m, t, r);
    /* "held a march to condemn ...": the clause hangs under the verb */
    if (f->pos == 'n' && up && doc->tok_clause[up] && *r->n == 0 && doc->toks.at[t].deprel != ATT_DEP_CONJ) opposed_below(m, up, r);
}

/* "will deliver aid and offer training to Chad": what follows the last of several acts of one kind belongs to all. */
void att_role_shared(const att_matcher *m, uint32_t t, const att_frame *f, att_role_side *r)
{
    static const uint8_t TYPES[] = {ATT_AID, ATT_AGREE, ATT_SUPPORT, ATT_THREATEN, ATT_SANCTION, ATT_COERCE, ATT_ASSAULT, 0};
    const att_doc *doc = m->doc;
    if (f->pos != 'v' || !memchr(TYPES, f->type, sizeof TYPES - 1)) return;
    for (uint32_t k = att_child(doc, t, ATT_DEP_CONJ, 0); k && *r->n == 0; k = att_child(doc, t, ATT_DEP_CONJ, k + 1)) {
        const att_frame *g = &m->frames->frames.at[m->frame_at[k]];
        bool akin = m->frame_at[k] && (g->type == f->type || (f->type == ATT_AID && g->type == ATT_AGREE)) && doc->tok_clause[k] && doc->clauses.at[doc->tok_clause[k]].obj;
        if (!akin || doc->clauses.at[doc->tok_clause[k]].subj != doc->clauses.at[doc->tok_clause[t]].subj) continue;
        for (uint32_t i = 0; i < g->recipient_count && *r->n == 0; i++) {
            uint32_t fill[ATT_SLOT_MAX_FILLERS];
            if (g->recipient[i].kind == ATT_SLOT_PREP && att_slot_fill(m, k, &g->recipient[i], fill)) att_role_collect(doc, fill[0], false, r);
        }
    }
}
