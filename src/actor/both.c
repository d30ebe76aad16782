/* both.c: "they" and "their" that take up two or more who were named together ("Putin and Macron during their meeting", "Ms May
 * called Mr Modi about their talks"). Each of them becomes a party of its own, as after "the two leaders". */
#include "actor/coref.h"

enum { MOST = 6, BACK_MENTIONS = 60 };

/* What only two or more can have between them: whose it is, are subject and object of the verb before. */
static const char *const MUTUAL[] = {"agreement", "alliance", "border", "call", "conversation", "dialogue", "difference", "disagreement", "discussion", "dispute", "encounter", "exchange",
                                     "meeting", "negotiation", "relation", "relations", "relationship", "summit", "talk", "talks", "ties", NULL};

static att_id single(const att_doc *doc, att_id mention)
{
    const att_mention *m = &doc->mentions.at[mention];
    const att_entity *e = &doc->entities.at[m->entity];
    bool party = (e->kind == ATT_KIND_PERSON && e->name.len) || (e->kind == ATT_KIND_PLACE && e->political && !m->as_place);
    return mention && m->entity && party && !e->plural && !m->members.n && m->form != ATT_MEN_ADJECTIVE ? m->entity : 0;
}

static uint32_t put(att_id *found, uint32_t n, att_id id)
{
    for (uint32_t i = 0; i < n; i++)
        if (found[i] == id) return n;
    if (id && n < MOST) found[n++] = id;
    return n;
}

static bool subject(const att_doc *doc, uint32_t tok)
{
    return doc->toks.at[tok].deprel == ATT_DEP_NSUBJ || doc->toks.at[tok].deprel == ATT_DEP_NSUBJ_PASS;
}

/* All that are coordinated with first and stand before tok; persons go with persons, states with states. */
static uint32_t chain(const att_cast *c, uint32_t first, uint32_t tok, att_id found[MOST])
{
    const att_doc *doc = c->doc;
    att_id lead = single(doc, c->mention_at[first]);
    uint32_t n = put(found, 0, lead);
    for (uint32_t k = att_child(doc, first, ATT_DEP_CONJ, 0); k && k < tok; k = att_child(doc, first, ATT_DEP_CONJ, k + 1)) {
        att_id id = single(doc, c->mention_at[k]);
        if (!id || doc->entities.at[id].kind != doc->entities.at[lead].kind) return 0;
        n = put(found, n, id);
    }
    return n;
}

/* With whom it was done: the oblique of a "with" phrase that stands for one party; 0 = none. */
static uint32_t beside(const att_cast *c, uint32_t verb)
{
    for (uint32_t k = att_child(c->doc, verb, ATT_DEP_OBL, 0); k; k = att_child(c->doc, verb, ATT_DEP_OBL, k + 1))
        if (att_is(att_case_of(c->doc, k), "with") && c->mention_at[k]) return k;
    return 0;
}

/* Subject and object of the verb that governs "their meeting". */
static uint32_t sides(const att_cast *c, uint32_t tok, att_id found[MOST])
{
    const att_doc *doc = c->doc;
    uint32_t noun = doc->toks.at[tok].head, verb = noun;
    if (doc->toks.at[tok].deprel != ATT_DEP_NMOD_POSS || !att_in(doc->toks.at[noun].lemma, MUTUAL)) return 0;
    for (uint32_t steps = 0; verb && doc->toks.at[verb].upos != ATT_VERB && steps < 8; steps++) verb = doc->toks.at[verb].head;
    uint32_t subj = verb ? att_child(doc, verb, ATT_DEP_NSUBJ, 0) : 0, obj = verb ? att_child(doc, verb, ATT_DEP_OBJ, 0) : 0;
    if (verb && !obj) obj = att_child(doc, verb, ATT_DEP_IOBJ, 0);
    if (verb && (!obj || obj > tok)) obj = beside(c, verb); /* "agreed with Gorbachev at their summit" */
    att_id a = subj && subj < tok ? single(doc, c->mention_at[subj]) : 0, b = obj && obj < tok ? single(doc, c->mention_at[obj]) : 0;
    if (!a || !b || a == b || doc->entities.at[a].kind != doc->entities.at[b].kind) return 0;
    return put(found, put(found, 0, a), b);
}

att_ids att_coref_both(const att_cast *c, uint32_t tok)
{
    att_doc *doc = c->doc;
    att_id found[MOST];
    if (!att_coref_many(doc->toks.at[tok].lower)) return (att_ids){0};
    uint32_t n = sides(c, tok, found);
    for (uint32_t i = doc->mentions.n - 1, seen = 0; n < 2 && i > 0 && seen < BACK_MENTIONS; i--, seen++) {
        const att_mention *m = &doc->mentions.at[i];
        const att_entity *e = &doc->entities.at[m->entity];
        uint32_t gap = doc->toks.at[tok].sent - doc->toks.at[m->head].sent, first = doc->toks.at[m->head].head;
        if (gap > 1) break;
        if (m->members.n > 1) return subject(doc, m->head) ? m->members : (att_ids){0}; /* "the two leaders ... they" */
        if (m->entity && (e->plural || e->kind == ATT_KIND_GROUP)) break; /* somebody else who can be "they" stands nearer */
        if (doc->toks.at[m->head].deprel != ATT_DEP_CONJ || !first || first >= m->head || !single(doc, i)) continue;
        if (gap == 0 || subject(doc, first)) n = chain(c, first, tok, found);
    }
    if (n < 2) return (att_ids){0};
    att_id *ids = att_new(doc->keep, att_id, n);
    memcpy(ids, found, n * sizeof *ids);
    return (att_ids){ids, n};
}
