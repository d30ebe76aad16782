/* draw_clauses.c: the clause structure of a sentence as a table, in `attache explain`. */
#include <stdio.h>

#include "cli/draw.h"
#include "export/screen.h"
#include "nlp/embedding.h"

static att_slice form(const cli_draw *d, uint32_t tok) { return tok ? d->doc->toks.at[tok].form : ATT_LIT("–"); }
static void text(const cli_draw *d, att_slice s) { att_screen_put(d->out, s, d->width); }

/* Tense, aspect, voice, polarity, modality and kind, in words. */
static void put_form(const cli_draw *d, const att_clause *c)
{
    static const char *const NAMES[] = {"passive", "perfect", "progressive", "negated", "question", "condition",
                                        "infinitive", "nominal", "relative", "copular", "purpose"};
    static const char *const TENSES[] = {"", " past", " present", " future"};
    if (c->tense < 4) att_put_z(d->out, TENSES[c->tense]);
    for (uint32_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (c->flags >> i & 1) att_putf(d->out, " %s", NAMES[i]);
    if (c->modal.len) att_put_z(d->out, " modal:"), text(d, c->modal);
}

/* "under denied (ccomp, denied) of Moscow" for each word above. */
static void put_embedders(const cli_draw *d, uint32_t tok)
{
    att_embedder e[ATT_MAX_EMBEDDERS];
    uint32_t n = att_embedders_of(&d->engine->frames->embed, d->doc, tok, e);
    for (uint32_t i = 0; i < n; i++) {
        att_put_z(d->out, i ? "; under " : ", under ");
        if (e[i].negated) att_put_z(d->out, "not ");
        text(d, form(d, e[i].tok));
        att_putf(d->out, " (%s%s%s)", att_deprel_name((att_deprel)e[i].rel), e[i].cls ? ", " : "", att_embed_name((att_embed)e[i].cls));
        if (e[i].holder) att_put_z(d->out, " of "), text(d, form(d, e[i].holder));
    }
}

static void put_clause(const cli_draw *d, const att_clause *c)
{
    const uint32_t cells[] = {c->tok, c->subj, c->obj, c->iobj};
    float v;
    att_put_z(d->out, "  ");
    for (int k = 0; k < 4; k++) att_screen_pad(d->out, form(d, cells[k]), 15), att_put_char(d->out, ' ');
    if (att_factuality_at(d->doc, c->tok, &v)) att_putf(d->out, "%+10.1f", (double)v);
    att_put_z(d->out, "\n     ");
    put_form(d, c);
    if (c->agent) att_put_z(d->out, ", by "), text(d, form(d, c->agent));
    put_embedders(d, c->tok);
    att_put_char(d->out, '\n');
}

void cli_draw_clauses(const cli_draw *d, const att_sent *s)
{
    cli_draw_title(d, "Clauses");
    att_put_z(d->out, "  PREDICATE       SUBJECT         OBJECT          INDIRECT        FACTUALITY\n");
    /* both columns stand in the order of the text */
    uint32_t i = 1, k = 1;
    while (i < d->doc->clauses.n || k < d->doc->nominals.n) {
        bool verb = k >= d->doc->nominals.n || (i < d->doc->clauses.n && d->doc->clauses.at[i].tok < d->doc->nominals.at[k].tok);
        const att_clause *c = verb ? &d->doc->clauses.at[i++] : &d->doc->nominals.at[k++];
        if (c->tok >= s->tok_beg && c->tok < s->tok_end) put_clause(d, c);
    }
}
