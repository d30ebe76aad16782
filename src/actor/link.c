/* link.c: which elements belong together: read off the tree, and off neighbours where the tree is silent. */
#include "actor/element.h"

/* What the relation between two elements makes of the lower one. */
static uint8_t link_of(const att_doc *doc, uint32_t top)
{
    const att_tok *k = &doc->toks.at[top];
    switch (k->deprel) {
    case ATT_DEP_COMPOUND: case ATT_DEP_FLAT: case ATT_DEP_AMOD: case ATT_DEP_NMOD_DESC: case ATT_DEP_NMOD_UNMARKED: return ATT_LINK_MOD;
    case ATT_DEP_APPOS: return ATT_LINK_APPOS;
    case ATT_DEP_NMOD_POSS: return ATT_LINK_POSS;
    case ATT_DEP_NMOD: {
        static const char *const OF[] = {"of", "to", "for", "from", "in", "at", NULL};
        uint32_t kase = att_child(doc, top, ATT_DEP_CASE, 0);
        return kase && att_in(doc->toks.at[kase].lower, OF) ? ATT_LINK_OF : ATT_LINK_NONE;
    }
    default: return ATT_LINK_NONE;
    }
}

static bool is_core(const att_element *e)
{
    return e->kind == ATT_EL_NAME || e->kb_kind == ATT_KB_PERSON || e->kb_kind == ATT_KB_SURNAME || e->kb_kind == ATT_KB_ROLE;
}

/* "the militant group Boko Haram", "the ruling party BJP": the noun is the name's title. Not "the government Hamas fights". */
static bool names_group(const att_cast *c, const att_element *e)
{
    uint32_t id = att_entry_of(c, e->entry, ATT_KB_ROLE);
    return id && !att_entry(c, id)->plural && att_entry(c, id)->role_kind != ATT_KIND_PERSON && !att_is(att_entry(c, id)->sector, "GOV");
}

/* "Kremlin spokesman", "Russian Foreign Minister": neighbours without a word between belong together whatever the tree says. */
static void link_neighbours(att_cast *c, uint32_t i)
{
    att_element *e = &c->els.at[i];
    const att_doc *doc = c->doc;
    if (e->link || e->kind == ATT_EL_PRONOUN || e->end >= doc->toks.n || doc->toks.at[e->end].sent != doc->toks.at[e->beg].sent) return;
    uint32_t f = c->at[e->end];
    if (!f || f == i || !(is_core(&c->els.at[f]) || c->els.at[f].kb_kind == ATT_KB_ORG)) return;
    bool title = e->kb_kind == ATT_KB_ROLE && c->els.at[f].kb_kind != ATT_KB_ROLE && (c->els.at[f].kb_kind != ATT_KB_ORG || names_group(c, e));
    bool adjective = e->kb_kind != ATT_KB_ROLE && !is_core(e) && is_core(&c->els.at[f]);
    if (!title && !(adjective && doc->toks.at[e->top].deprel != ATT_DEP_NSUBJ)) return;
    if (c->els.at[f].into == i) c->els.at[f].link = 0, c->els.at[f].into = 0;
    e->link = ATT_LINK_MOD;
    e->into = f;
}

void att_elements_link(att_cast *c)
{
    const att_doc *doc = c->doc;
    for (uint32_t i = 1; i < c->els.n; i++) {
        att_element *e = &c->els.at[i];
        if (c->at[e->beg] != i) continue; /* swallowed by a longer one */
        uint32_t h = doc->toks.at[e->top].head, f = c->at[h];
        /* "US insurance executives": of the executives, through a word that is nobody */
        bool noun = doc->toks.at[h].deprel == ATT_DEP_COMPOUND || doc->toks.at[h].deprel == ATT_DEP_AMOD;
        if (!f && noun && e->kind == ATT_EL_KB && (e->kb_kind == ATT_KB_COUNTRY || e->kb_kind == ATT_KB_ADJECTIVE)) f = c->at[doc->toks.at[h].head];
        if (!f || f == i || e->kind == ATT_EL_PRONOUN) {
            if (e->kind == ATT_EL_PRONOUN && f && link_of(doc, e->top) == ATT_LINK_POSS) e->link = ATT_LINK_POSS, e->into = f;
            continue;
        }
        e->link = link_of(doc, e->top);
        e->into = e->link ? f : 0;
    }
    for (uint32_t i = 1; i < c->els.n; i++)
        if (c->at[c->els.at[i].beg] == i) link_neighbours(c, i);
    /* a name that hangs under its title ("President" > "Biden", flat) is still the core */
    for (uint32_t i = 1; i < c->els.n; i++) {
        att_element *e = &c->els.at[i];
        if (e->link != ATT_LINK_MOD || !is_core(e) || e->kb_kind == ATT_KB_ROLE) continue;
        att_element *f = &c->els.at[e->into];
        if (f->kb_kind != ATT_KB_ROLE || f->end != e->beg || f->link) continue;
        e->link = 0;
        f->link = ATT_LINK_MOD;
        f->into = i;
        e->into = 0;
    }
}
