/* described.c: what the text says of somebody in a clause of its own ("the woman who acted as Danish fisheries minister", "Brekke, who was the
 * mayor"), and which people of several states is meant by its bare name ("Kurds" in an article on Turkey). */
#include "actor/belong.h"
#include "actor/described.h"

/* The word for what somebody is by that clause: its predicate ("who was the mayor"), or what he acts as ("who served as mayor"); 0 = none. */
static uint32_t role_in_clause(const att_doc *doc, uint32_t verb)
{
    if (doc->clauses.at[doc->tok_clause[verb]].flags & ATT_CL_NEGATED) return 0;
    if (att_child(doc, verb, ATT_DEP_COP, 0)) return verb;
    for (uint32_t k = att_child(doc, verb, ATT_DEP_OBL, 0); k; k = att_child(doc, verb, ATT_DEP_OBL, k + 1))
        if (att_is(att_case_of(doc, k), "as")) return k;
    return 0;
}

bool att_described(att_cast *c, const att_element *e, att_traits *t)
{
    const att_doc *doc = c->doc;
    for (uint32_t k = att_child(doc, e->top, ATT_DEP_ACL_RELCL, 0); k; k = att_child(doc, e->top, ATT_DEP_ACL_RELCL, k + 1)) {
        uint32_t word = role_in_clause(doc, k), j = word ? c->at[word] : 0;
        if (!j || c->els.at[j].kb_kind != ATT_KB_ROLE) continue;
        uint32_t id = att_entry_of(c, c->els.at[j].entry, ATT_KB_ROLE);
        if (!id || att_entry(c, id)->plural || att_entry(c, id)->role_kind != ATT_KIND_PERSON) continue;
        att_traits_gather(c, j, t, 0);
        t->role = id;
        if (att_entry(c, id)->sector.len) t->sector = att_entry(c, id)->sector;
        t->former = true; /* what he was or is called there tells nothing of who holds the office on the article's day */
        return true;
    }
    return false;
}

uint32_t att_people_here(const att_cast *c, const att_element *e, const att_kb_entry *people)
{
    if (!att_is(people->sector, "ETH") || people->code.len) return 0;
    uint32_t here = att_body_there(c, people, att_setting(c, e));
    return here ? here : att_body_there(c, people, c->focus);
}

void att_live_there(const att_cast *c, att_entity *e)
{
    enum { TOLD = 4 }; /* of two lines one can't tell what they are about */
    bool named = e->kind == ATT_KIND_PERSON && e->unlisted && att_find(e->name, ATT_LIT(" "), 0) < e->name.len;
    bool world = att_is(e->sector, "IGO") || att_is(e->sector, "JRN") || att_is(e->sector, "NGO"); /* they come from anywhere */
    if (!named || e->code.len || world || !c->focus_clear || c->focus_times < TOLD) return;
    e->code = c->focus;
    e->political = true;
}

att_slice att_named_country(const att_cast *c, const att_element *e)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = e->end - e->beg > 2 ? att_fold(c->doc->toks.at[e->end - 1].form, fold) : 0;
    for (uint32_t i = n ? att_kb_find(c->kb, (att_slice){fold, n}) : 0; i; i = att_entry(c, i)->next)
        if (att_entry(c, i)->kind == ATT_KB_COUNTRY || att_entry(c, i)->kind == ATT_KB_CAPITAL) return att_entry(c, i)->code;
    return (att_slice){0};
}
