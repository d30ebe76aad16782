#include "event/oblige.h"

/* must, should, ought to; "has to" and "needs to" stand above their infinitive. */
static bool obliged(const att_doc *doc, const att_clause *c)
{
    if (att_is(c->modal, "must") || att_is(c->modal, "should") || att_is(c->modal, "ought")) return true;
    uint32_t up = doc->toks.at[c->tok].head;
    const att_clause *above = &doc->clauses.at[doc->tok_clause[up]];
    uint32_t to = att_child(doc, c->tok, ATT_DEP_MARK, 0);
    /* not "powers are needed to close", "having him treat them", nor what is so only perhaps: "in case they need to" */
    if (!to || !att_is(doc->toks.at[to].lower, "to") || (doc->tok_clause[up] && above->flags & (ATT_CL_PASSIVE | ATT_CL_CONDITION))) return false;
    return doc->toks.at[c->tok].deprel == ATT_DEP_XCOMP && up && (att_is(doc->toks.at[up].lemma, "have") || att_is(doc->toks.at[up].lemma, "need"));
}

enum { BACK = 32 }; /* statements that are looked at before the byte */

/* Statements stand in the order of their contents: the last that begins before the byte, and a few before it. */
att_id att_statement_at(const att_doc *doc, uint32_t byte)
{
    uint32_t lo = 1, hi = doc->statements.n;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (doc->statements.at[mid].content.beg <= byte)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (uint32_t i = lo, seen = 0; i-- > 1 && seen < BACK; seen++) {
        const att_statement *s = &doc->statements.at[i];
        if (byte < s->content.end && s->speaker) return i;
    }
    return 0;
}

att_id att_speaker_at(const att_doc *doc, uint32_t byte) { return doc->statements.at[att_statement_at(doc, byte)].speaker; }

bool att_obliges(const att_doc *doc, uint32_t t, att_id *speaker, att_id *addressee)
{
    const att_clause *c = &doc->clauses.at[doc->tok_clause[t]];
    if (!doc->tok_clause[t] || doc->toks.at[t].upos != ATT_VERB || !obliged(doc, c)) return false;
    uint32_t who = (c->flags & ATT_CL_PASSIVE) ? c->agent : c->subj;
    *addressee = who ? att_actor_at(doc, who) : 0;
    *speaker = att_speaker_at(doc, doc->toks.at[t].span.beg);
    /* "the law must be changed": whoever can do it is meant; not "should have been changed", "a law that should be changed" */
    bool nobody = (c->flags & (ATT_CL_PASSIVE | ATT_CL_PERFECT | ATT_CL_RELATIVE)) == ATT_CL_PASSIVE && !who && c->modal.len && c->obj;
    if (*speaker && nobody) return doc->mentions.at[*speaker].entity && doc->entities.at[doc->mentions.at[*speaker].entity].political;
    if (!*speaker || !*addressee) return false;
    const att_mention *s = &doc->mentions.at[*speaker], *a = &doc->mentions.at[*addressee];
    uint32_t whose = att_child(doc, who, ATT_DEP_NMOD_POSS, 0);
    if (whose && (att_is(doc->toks.at[whose].lower, "our") || att_is(doc->toks.at[whose].lower, "my"))) return false; /* "our forces need to advance" asks nobody */
    return s->entity && s->entity != a->entity && doc->entities.at[s->entity].political;
}
