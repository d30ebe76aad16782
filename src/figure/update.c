#include "figure/update.h"

enum { BACK = 8 }; /* figures before the older one that are looked at */

static const att_tok *tok(const att_doc *doc, uint32_t t) { return &doc->toks.at[t]; }

/* Could the two count the same thing? A bare number goes with any unit. */
static bool alike(const att_figure *a, const att_figure *b) { return !a->unit.len || !b->unit.len || att_eq(a->unit, b->unit); }

static bool right_before(const att_doc *doc, const att_figure *g, const char *word)
{
    return g->tok_beg > doc->sents.at[g->sent].tok_beg && att_is(tok(doc, g->tok_beg - 1)->lower, word);
}

/* The newer one: behind it in the same sentence after "to", else the nearest one before it there or in the sentence before. */
static att_id newer_of(const att_doc *doc, att_id old)
{
    const att_figure *g = &doc->figures.at[old];
    if (old + 1 < doc->figures.n && doc->figures.at[old + 1].sent == g->sent && alike(g, &doc->figures.at[old + 1]) && right_before(doc, &doc->figures.at[old + 1], "to"))
        return old + 1;
    for (att_id i = old; i-- > 1 && i + BACK >= old;) {
        const att_figure *n = &doc->figures.at[i];
        if (n->sent + 1 < g->sent) break;
        if (alike(g, n) && !n->superseded_by) return i;
    }
    return 0;
}

/* The rule by which a figure is an older one, or NULL. */
static const char *older(const att_doc *doc, const att_figure *g)
{
    static const char *const EARLIER[] = {"earlier", "previous", "previously", "initial", "initially", "original", "originally", NULL};
    static const char *const MOVES[] = {"up", "down", "rose", "rise", "risen", "climbed", "fell", "fallen", "dropped", "grew", "grown", "increased", "decreased", "revised", "raised", "lowered",
                                        "increase", "decrease", NULL};
    for (uint32_t t = g->tok_beg; t < g->tok_end; t++)
        if (att_in(tok(doc, t)->lower, EARLIER)) return "UP_EARLIER";
    if (att_word_before(doc, g->tok_beg, 4, EARLIER)) return "UP_EARLIER";
    return right_before(doc, g, "from") && att_word_before(doc, g->tok_beg, 7, MOVES) ? "UP_FROM" : NULL;
}

void att_figures_link(att_doc *doc)
{
    for (att_id i = 1; i < doc->figures.n; i++) {
        att_figure *g = &doc->figures.at[i];
        const char *rule = older(doc, g);
        att_id newer = rule ? newer_of(doc, i) : 0;
        if (!newer || doc->figures.at[newer].supersedes) continue;
        att_figure *n = &doc->figures.at[newer];
        g->superseded_by = newer;
        n->supersedes = i;
        n->series_rule = rule;
        if (!g->unit.len) g->unit = n->unit;
        else if (!n->unit.len) n->unit = g->unit;
        if (!g->of) g->of = n->of;
        att_note_add(doc, ATT_STAGE_FIGURE, n->num_tok, "figure: takes the place of an older one by %s", rule);
    }
}
