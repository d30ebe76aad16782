/* statement_fixture.h: sentences in short with tree, clauses and mentions, for tests of statements without a language model. */
#ifndef ATT_TESTS_STATEMENT_FIXTURE_H
#define ATT_TESTS_STATEMENT_FIXTURE_H

#include <stdio.h>

#include "statement/statement.h"
#include "support/words.h"

/* "form/UPOS/head/deprel/lemma" words; "_" before a word glues it to the one before; "|" between sentences. */
static inline char *fixture_conllu(const char *line)
{
    char *out = calloc(1, strlen(line) * 8 + 64), *p = out;
    att_slice rest = att_slice_of(line), w;
    int id = 1;
    while (att_split(&rest, ' ', &w)) {
        if (att_is(w, "|")) {
            p += sprintf(p, "\n");
            id = 1;
            continue;
        }
        att_slice f[5] = {{0}};
        for (int k = 0; k < 5 && w.len; k++)
            if (!att_split(&w, '/', &f[k])) break;
        bool glue = rest.len > 1 && rest.ptr[0] == '_';
        if (f[0].len > 1 && f[0].ptr[0] == '_') f[0] = att_sub(f[0], 1, f[0].len);
        p += sprintf(p, "%d\t%.*s\t%.*s\t%.*s\t_\t_\t%.*s\t%.*s\t_\t%s\n", id++, (int)f[0].len, f[0].ptr, f[4].len ? (int)f[4].len : 1, f[4].len ? f[4].ptr : "_",
                     (int)f[1].len, f[1].ptr, (int)f[2].len, f[2].len ? f[2].ptr : "", (int)f[3].len, f[3].len ? f[3].ptr : "", glue ? "SpaceAfter=No" : "_");
    }
    return out;
}

static inline bool fixture_is_argument(uint8_t rel)
{
    return rel == ATT_DEP_NSUBJ || rel == ATT_DEP_NMOD_POSS || rel == ATT_DEP_OBJ || rel == ATT_DEP_IOBJ || rel == ATT_DEP_OBL || rel == ATT_DEP_OBL_AGENT || rel == ATT_DEP_NSUBJ_PASS;
}

/* Every verb is a clause with its own subject (or its governor's), every argument a mention of an entity of its own; a capital makes a person. */
static inline void fixture_annotate(att_doc *doc)
{
    for (uint32_t t = 1; t < doc->toks.n; t++) {
        if (doc->toks.at[t].upos == ATT_VERB) {
            att_clause *c = att_add(doc, clauses);
            *c = (att_clause){.tok = t, .subj = att_child(doc, t, ATT_DEP_NSUBJ, 0), .agent = att_child(doc, t, ATT_DEP_OBL_AGENT, 0), .tense = ATT_TENSE_PAST};
            if (c->agent) c->subj = c->agent, c->flags |= ATT_CL_PASSIVE;
            if (!c->subj && doc->toks.at[t].head) c->subj = att_child(doc, doc->toks.at[t].head, ATT_DEP_NSUBJ, 0);
            doc->tok_clause[t] = doc->clauses.n - 1;
        }
        bool name = doc->toks.at[t].upos == ATT_PROPN;
        if (!fixture_is_argument(doc->toks.at[t].deprel) && !name) continue;
        att_entity *e = att_add(doc, entities);
        e->kind = name ? ATT_KIND_PERSON : ATT_KIND_OTHER;
        att_mention *m = att_add(doc, mentions);
        *m = (att_mention){.head = t, .entity = doc->entities.n - 1, .form = name ? ATT_MEN_NAME : doc->toks.at[t].upos == ATT_PRON ? ATT_MEN_PRONOUN : ATT_MEN_NOMINAL};
        att_subtree(doc, t, &m->tok_beg, &m->tok_end);
        if (name) e->name = doc->toks.at[t].form;
        m->span = att_tok_span(doc, m->tok_beg, m->tok_end);
        doc->tok_mention[t] = doc->mentions.n - 1;
    }
}

static inline void fixture_open(att_test_doc *d, const char *line)
{
    char *c = fixture_conllu(line);
    test_doc_conllu(d, c);
    free(c);
    fixture_annotate(&d->doc);
    att_cues *cues = att_cues_open(&d->keep);
    att_statements_find(cues, &d->doc);
}

/* Every statement as "source > addressee | cue | content [+ part]", with "!" when repaired and "d", "i" or "m" for the manner; joined by "; ". */
static inline void fixture_print(const att_doc *doc, char *out, size_t size)
{
    size_t at = 0;
    out[0] = 0;
    for (uint32_t i = 1; i < doc->statements.n && at + 256 < size; i++) {
        const att_statement *s = &doc->statements.at[i];
        att_slice src = att_cut(doc, s->source), cue = att_cut(doc, s->cue), con = att_cut(doc, s->part_count ? s->parts[0] : s->content);
        at += (size_t)snprintf(out + at, size - at, "%s%.*s", i > 1 ? "; " : "", (int)src.len, src.ptr);
        if (s->addressee) {
            att_slice to = att_cut(doc, doc->mentions.at[s->addressee].span);
            at += (size_t)snprintf(out + at, size - at, " > %.*s", (int)to.len, to.ptr);
        }
        at += (size_t)snprintf(out + at, size - at, " | %.*s | %.*s", (int)cue.len, cue.ptr, (int)con.len, con.ptr);
        for (uint32_t k = 1; k < s->part_count; k++) {
            att_slice more = att_cut(doc, s->parts[k]);
            at += (size_t)snprintf(out + at, size - at, " + %.*s", (int)more.len, more.ptr);
        }
        at += (size_t)snprintf(out + at, size - at, " %c%s", "dim"[s->manner], s->repaired ? "!" : "");
    }
}

#endif
