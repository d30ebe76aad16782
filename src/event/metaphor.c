#include "event/metaphor.h"

static bool abstract(const att_matcher *m, uint32_t tok)
{
    const att_tok *k = &m->doc->toks.at[tok];
    if (!tok || k->upos != ATT_NOUN || att_actor_at(m->doc, tok)) return false;
    return att_class_has(m->frames, "abstract", k->lemma);
}

/* What it is done to: the object of a verb, or what hangs under its preposition. */
static bool on_something_abstract(const att_matcher *m, uint32_t t)
{
    static const char *const PREPS[] = {"against", "on", "upon", "to", NULL};
    const att_doc *doc = m->doc;
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    bool verb = doc->toks.at[t].upos == ATT_VERB && doc->tok_clause[t];
    if (verb && c->obj) return abstract(m, c->obj);
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        uint8_t rel = doc->toks.at[k].deprel;
        if ((rel == ATT_DEP_NMOD || rel == ATT_DEP_OBL) && att_in(att_case_of(doc, k), PREPS) && abstract(m, k)) return true;
    }
    return false;
}

/* "She keeps fighting", said of a deputy: somebody without arms, against nobody. */
static bool fights_nobody(const att_doc *doc, uint32_t t, const att_roles *r)
{
    static const char *const FIGHTS[] = {"attack", "battle", "fight", "hit", "shoot", "strike", NULL};
    static const char *const UNARMED[] = {"LEG", "PTY", "OPP", "JUD", "BUS", "MED", NULL};
    if (!att_in(doc->toks.at[t].lemma, FIGHTS) || doc->toks.at[t].upos != ATT_VERB || r->recipient_count || !r->actor_count) return false;
    for (uint32_t i = 0; i < r->actor_count; i++) {
        const att_entity *e = &doc->entities.at[doc->mentions.at[r->actors[i]].entity];
        if (e->kind != ATT_KIND_PERSON || !att_in(e->sector, UNARMED)) return false;
    }
    return true;
}

bool att_is_metaphor(const att_matcher *m, uint32_t t, const att_frame *f, const att_roles *r)
{
    bool threat = f->type == ATT_THREATEN && f->cond_count == 0; /* "could threaten stability"; not "threatened sanctions" */
    if (f->type != ATT_ASSAULT && !threat) return false;
    if (on_something_abstract(m, t)) return true;
    return f->type == ATT_ASSAULT && fights_nobody(m->doc, t, r);
}
