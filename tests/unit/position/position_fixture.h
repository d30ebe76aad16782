/* position_fixture.h: sentences in short for the tests of positions and claims: words as form/UPOS/head/deprel/lemma. Clauses and
 * mentions are made from the tree in the plainest way; every proper noun and pronoun is a party of its own, coded by its first letters. */
#ifndef ATT_TESTS_POSITION_FIXTURE_H
#define ATT_TESTS_POSITION_FIXTURE_H

#include <stdio.h>

#include "position/position.h"
#include "support/cm.h"
#include "support/words.h"

/* Sentences are separated by '|'. */
static char *in_conllu(const char *line)
{
    char *out = calloc(1, strlen(line) * 8 + 256), *p = out;
    att_slice rest = att_slice_of(line), w;
    int id = 1;
    while (att_split(&rest, ' ', &w)) {
        att_slice f[5] = {{0}};
        if (att_is(w, "|")) {
            p += sprintf(p, "\n");
            id = 1;
            continue;
        }
        for (int k = 0; k < 5 && w.len; k++)
            if (!att_split(&w, '/', &f[k])) break;
        p += sprintf(p, "%d\t%.*s\t%.*s\t%.*s\t_\t_\t%.*s\t%.*s\t_\t_\n", id++, (int)f[0].len, f[0].ptr, f[4].len ? (int)f[4].len : 1, f[4].len ? f[4].ptr : "_",
                     (int)f[1].len, f[1].ptr, (int)f[2].len, f[2].ptr, (int)f[3].len, f[3].ptr);
    }
    return out;
}

static void make_party(att_doc *doc, uint32_t t)
{
    const att_tok k = doc->toks.at[t];
    att_entity *e = att_add(doc, entities);
    e->name = k.form;
    char *code = att_copy_z(doc->keep, k.form);
    for (uint32_t i = 0; i < k.form.len; i++)
        if (att_is_lower((unsigned char)code[i])) code[i] = (char)(code[i] - 32);
    e->code = (att_slice){code, k.form.len < 3 ? k.form.len : 3};
    e->kind = ATT_KIND_ORG;
    e->political = true;
    att_id id = doc->entities.n - 1;
    for (att_id m = 1; m < doc->mentions.n; m++) /* one name, one party */
        if (att_eq(doc->toks.at[doc->mentions.at[m].head].form, k.form)) id = doc->mentions.at[m].entity;
    *att_add(doc, mentions) = (att_mention){.span = k.span, .tok_beg = t, .tok_end = t + 1, .head = t, .entity = id};
    doc->tok_mention[t] = doc->mentions.n - 1;
}

static void make_clause(att_doc *doc, uint32_t t)
{
    static const char *const MODALS[] = {"must", "should", "may", "might", "can", "could", "would", NULL};
    att_clause *c = att_add(doc, clauses);
    c->tok = t;
    doc->tok_clause[t] = doc->clauses.n - 1;
    c->tense = ATT_TENSE_PAST;
    for (uint32_t k = att_next_child(doc, t, 0); k; k = att_next_child(doc, t, k)) {
        const att_tok *x = &doc->toks.at[k];
        if (x->deprel == ATT_DEP_NSUBJ) c->subj = k;
        if (x->deprel == ATT_DEP_OBJ) c->obj = k;
        if (x->deprel == ATT_DEP_COP) c->flags |= ATT_CL_COPULAR;
        if (x->deprel == ATT_DEP_ADVMOD && att_is(x->lower, "not")) c->flags |= ATT_CL_NEGATED;
        if (x->deprel == ATT_DEP_AUX && att_in(x->lower, MODALS)) c->modal = x->lemma, c->tense = ATT_TENSE_NONE;
        if (x->deprel == ATT_DEP_AUX && att_is(x->lower, "will")) c->tense = ATT_TENSE_FUTURE;
        if (x->deprel == ATT_DEP_MARK && att_is(x->lower, "to")) c->flags |= ATT_CL_INFINITIVE, c->tense = ATT_TENSE_NONE;
        if (x->deprel == ATT_DEP_MARK && att_is(x->lower, "if")) c->flags |= ATT_CL_CONDITION;
    }
    bool under = doc->toks.at[t].deprel == ATT_DEP_XCOMP && doc->tok_clause[doc->toks.at[t].head];
    if (!c->subj && under) {
        const att_clause *up = &doc->clauses.at[doc->tok_clause[doc->toks.at[t].head]];
        c->subj = up->obj ? up->obj : up->subj;
    }
}

static void read_doc(att_test_doc *d, const char *line)
{
    char *c = in_conllu(line);
    test_doc_conllu(d, c);
    att_doc *doc = &d->doc;
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        const att_tok *k = &doc->toks.at[t];
        if (k->upos == ATT_PROPN || k->upos == ATT_PRON) make_party(doc, t);
        if (k->upos == ATT_VERB || att_child(doc, t, ATT_DEP_COP, 0)) make_clause(doc, t);
    }
    free(c);
}

/* Words [beg, end) are what the one at token who says. */
static void says(att_doc *doc, uint32_t who, uint32_t cue, uint32_t beg, uint32_t end)
{
    *att_add(doc, statements) = (att_statement){.sent = doc->toks.at[beg].sent, .speaker = doc->tok_mention[who], .cue_tok = cue,
                                                .cue = doc->toks.at[cue].span, .content = att_tok_span(doc, beg, end)};
}

#define S(x) (int)(x).len, (x).len ? (x).ptr : ""

static att_slice code_of(const att_doc *doc, att_id m) { return doc->entities.at[doc->mentions.at[m].entity].code; }

#endif
