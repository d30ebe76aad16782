/* doc.h: what the stages do with a document's columns. The columns themselves are public: attache/doc.h. */
#ifndef ATT_BASE_DOC_H
#define ATT_BASE_DOC_H

#include "attache/doc.h"
#include "base/arena.h"

/* An empty document over text; every column gets its empty record 0. text must live as long as doc. */
void att_doc_init(att_doc *doc, att_arena *keep, att_arena *scratch, att_slice text);

/* Append an empty record to a column and return a pointer to it; its id is column.n - 1. The pointer holds until the next append.
 * att_event *e = att_add(doc, events); */
#define att_add(doc, column) att_push((doc)->keep, &(doc)->column)

static inline att_slice att_cut(const att_doc *doc, att_span s)
{
    return (att_slice){doc->text.ptr + s.beg, s.end - s.beg};
}

static inline const att_tok *att_tok_at(const att_doc *doc, uint32_t t) { return &doc->toks.at[t]; }

/* Bytes from the first to the last of tokens [beg, end). */
static inline att_span att_tok_span(const att_doc *doc, uint32_t beg, uint32_t end)
{
    return (att_span){doc->toks.at[beg].span.beg, doc->toks.at[end - 1].span.end};
}

/* Index of the first record of a column (sorted by tok_beg, as all are that have it) that begins at token tok or later:
 * for (i = ATT_FROM_TOKEN(doc->places, s->tok_beg); i < doc->places.n && doc->places.at[i].tok_beg < s->tok_end; i++) */
#define ATT_FROM_TOKEN(column, tok) \
    att_lower_bound((const char *)(column).at, (column).n, sizeof *(column).at, \
                    (size_t)((const char *)&(column).at->tok_beg - (const char *)(column).at), (tok))
uint32_t att_lower_bound(const char *records, uint32_t n, size_t size, size_t offset, uint32_t tok);

/* First and last token of the subtree of tok (projective hull, within its sentence). */
void att_subtree(const att_doc *doc, uint32_t tok, uint32_t *beg, uint32_t *end);

/* First child of head by relation rel at or after token from; 0 = none. Children are found in text order. */
uint32_t att_child(const att_doc *doc, uint32_t head, att_deprel rel, uint32_t from);
/* The token of [beg, end) whose head lies outside: the top of a phrase; the last one when there is none. */
uint32_t att_top_of(const att_doc *doc, uint32_t beg, uint32_t end);
/* Is anc above (or equal to) tok? */
bool att_dominates(const att_doc *doc, uint32_t anc, uint32_t tok);
/* Iterate over children: for (uint32_t c = att_next_child(doc, h, 0); c; c = att_next_child(doc, h, c)). */
uint32_t att_next_child(const att_doc *doc, uint32_t head, uint32_t after);

/* Lower-case preposition of an oblique or nominal modifier ("because of" -> "because"), or empty. */
att_slice att_case_of(const att_doc *doc, uint32_t tok);

/* Is one of the words (a NULL-ended list in lower case) among the `reach` tokens before tok, in its sentence? */
bool att_word_before(const att_doc *doc, uint32_t tok, uint32_t reach, const char *const *words);

static inline bool att_is_noun(const att_tok *k) { return k->upos == ATT_NOUN || k->upos == ATT_PROPN; }

/* Has the article no capitals at all (old wire copy, some Indian papers)? Then they can't tell names from other words. */
bool att_doc_lowercase(const att_doc *doc);

const char *att_upos_name(att_upos u);
att_upos att_upos_of(att_slice name);
const char *att_deprel_name(att_deprel d);
/* Exact name, else the part before ':', else DEP. */
att_deprel att_deprel_of(att_slice name);

/* A line for `attache explain`; does nothing unless doc->tracing. tok may be 0. */
void att_note_add(att_doc *doc, att_stage stage, uint32_t tok, const char *fmt, ...) __attribute__((format(printf, 4, 5)));

#endif
