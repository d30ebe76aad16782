/* status.c: did it happen? What the word says of itself is in status_form.c, what those above it say in status_above.c; here, which of all that goes
 * first. */
#include "event/status.h"

#include <string.h>

#include "event/status_int.h"

bool att_type_speaks(uint8_t type)
{
    switch (type) {
    case ATT_AGREE: case ATT_REQUEST: case ATT_ACCUSE: case ATT_REJECT: case ATT_THREATEN: case ATT_SUPPORT: case ATT_CONCEDE: return true;
    default: return false;
    }
}

bool att_is_speech(const att_frame *f) { return att_type_speaks(f->type) || (f->flags & ATT_FR_SPEECH); }

static att_status_found adverb(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *tk = &doc->toks.at[k];
        if (tk->deprel != ATT_DEP_ADVMOD && tk->deprel != ATT_DEP_AMOD) continue;
        att_embed e = att_embed_of(m->frames, tk->lower, att_embed_pos(tk->upos));
        if (e == ATT_EMB_NONE && tk->upos == ATT_VERB) e = att_embed_of(m->frames, tk->lower, 'a'); /* "planned", "alleged" */
        int s = att_status_of_class(e);
        if (s >= 0 && s != ATT_ST_OCCURRED) return (att_status_found){(att_status)s, "ST_ADVERB", k};
    }
    return (att_status_found){ATT_ST_OCCURRED, NULL, 0};
}

/* A denial or an accusation further up outweighs what stands closer: "denied that it plans to invade", "denied claims that it attacked". */
static att_status_found contested(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    att_status_found alleged = {ATT_ST_OCCURRED, NULL, 0};
    for (uint32_t w = t; w && doc->toks.at[w].head; w = doc->toks.at[w].head) {
        if (doc->toks.at[w].deprel == ATT_DEP_CONJ) continue;
        if (!att_status_governs(m, w)) break;
        uint32_t up = doc->toks.at[w].head;
        const att_tok *g = &doc->toks.at[up];
        att_embed e = att_embed_of(m->frames, g->lemma, att_embed_pos(g->upos));
        att_id c = doc->tok_clause[up];
        bool not = c && (doc->clauses.at[c].flags & ATT_CL_NEGATED);
        if (e == ATT_EMB_DENIED && !not) return (att_status_found){ATT_ST_DENIED, "ST_EMBED", up};
        uint8_t rel = doc->toks.at[w].deprel;
        bool owned = att_is(g->lemma, "claim") && (rel == ATT_DEP_OBJ || rel == ATT_DEP_NSUBJ_PASS); /* "the raid was claimed by rebels": they say it was theirs */
        if (e == ATT_EMB_ALLEGED && !not && !owned && !alleged.rule) alleged = (att_status_found){ATT_ST_ALLEGED, "ST_EMBED", up};
    }
    return alleged;
}

/* "It is not certain that Spain would sign", "there are fears that Mali will attack": what is to come only perhaps. What somebody says he will
 * do himself ("warned that it would attack") he means. */
static bool doubtful(const att_matcher *m, uint32_t t)
{
    const att_doc *doc = m->doc;
    while (doc->toks.at[t].deprel == ATT_DEP_CONJ && doc->tok_clause[doc->toks.at[t].head]) t = doc->toks.at[t].head;
    uint32_t up = doc->toks.at[t].head;
    uint8_t rel = doc->toks.at[t].deprel;
    if (rel != ATT_DEP_CCOMP && rel != ATT_DEP_CSUBJ && rel != ATT_DEP_ACL) return false;
    att_embed e = att_embed_of(m->frames, doc->toks.at[up].lemma, att_embed_pos(doc->toks.at[up].upos));
    const att_clause *own = &doc->clauses.at[doc->tok_clause[t]], *above = &doc->clauses.at[doc->tok_clause[up]];
    bool not = doc->tok_clause[up] && above->flags & ATT_CL_NEGATED, fact = e == ATT_EMB_BELIEVED || e == ATT_EMB_FACTIVE;
    if (fact) return not;
    if (!doc->tok_clause[up] && att_status_ruled_out(doc, up)) return false; /* "no doubt that they will" */
    att_id who = own->subj ? att_actor_at(doc, own->subj) : 0, says = doc->tok_clause[up] && above->subj ? att_actor_at(doc, above->subj) : 0;
    if (who && says && doc->mentions.at[who].entity == doc->mentions.at[says].entity) return false;
    return att_status_of_class(e) == ATT_ST_POSSIBLE;
}

att_status_found att_status_decide(const att_matcher *m, uint32_t t, const att_frame *f)
{
    const att_doc *doc = m->doc;
    att_id c = doc->tok_clause[t];
    const att_clause *cl = &doc->clauses.at[c];
    att_status_found s = {ATT_ST_OCCURRED, "ST_PLAIN", 0};
    if (att_status_ruled_out(doc, t)) return (att_status_found){ATT_ST_NEGATED, "ST_NO_NOUN", t};
    bool ahead = !c && att_status_dated_ahead(doc, t, f);
    att_status_found adv = adverb(m, t), far = contested(m, t);
    if (adv.rule && !(f->flags & ATT_FR_REFUSED && adv.status == ATT_ST_NEGATED)) return adv; /* "will never allow" */
    bool words = f->type == ATT_ACCUSE || f->type == ATT_THREATEN || f->type == ATT_REQUEST;
    if (far.rule && far.status == ATT_ST_DENIED && !c && words) return s; /* accusations and warnings that are denied have been made */
    if (far.rule) return far;
    if (c) s = att_status_of_form(doc, t, cl, f);
    bool open = s.status == ATT_ST_PLANNED || s.status == ATT_ST_POSSIBLE;
    if (open && f->flags & ATT_FR_SAID) return (att_status_found){ATT_ST_OCCURRED, "ST_SAID", t}; /* "said the plan would harm trade" */
    if (s.status == ATT_ST_ONGOING && !att_is_speech(f)) { /* "wants to see evidence that they are withdrawing" */
        att_status_found above = att_status_from_above(m, t, f, 0);
        if (above.status == ATT_ST_PLANNED) above.status = ATT_ST_POSSIBLE; /* nobody plans what is under way */
        bool said = above.rule && (strcmp(above.rule, "ST_EMBED") == 0 || strcmp(above.rule, "ST_NEGATED") == 0);
        if (said && above.status != ATT_ST_OCCURRED) return above;
    }
    if (s.status == ATT_ST_PLANNED && doubtful(m, t)) s.status = ATT_ST_POSSIBLE, s.rule = "ST_EMBED";
    if (s.status != ATT_ST_OCCURRED || (att_is_speech(f) && att_status_presupposed(doc, t, f))) return s;
    if (c && (cl->flags & ATT_CL_PURPOSE) && !att_is_speech(f)) return (att_status_found){att_status_aim(doc, t), "ST_PURPOSE", t};
    att_status_found above = att_status_from_above(m, t, f, 0);
    if (above.rule && !(ahead && above.status == ATT_ST_OCCURRED)) return above;
    if (ahead) return (att_status_found){ATT_ST_PLANNED, "ST_DATE", t};
    if (c && (cl->flags & ATT_CL_QUESTION) && !att_is_speech(f)) return (att_status_found){ATT_ST_POSSIBLE, "ST_QUESTION", t};
    return s;
}
