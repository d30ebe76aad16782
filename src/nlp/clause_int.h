/* clause_int.h: what the files of clauses share. Private to src/nlp/clause*.c. */
#ifndef ATT_NLP_CLAUSE_INT_H
#define ATT_NLP_CLAUSE_INT_H

#include "nlp/nlp.h"

typedef struct {
    const att_model *model;
    att_doc *doc;
} att_clauser;

static inline bool att_xpos_is(const att_clauser *c, uint32_t t, const char *tag)
{
    return strcmp(att_xpos_name(c->model, c->doc->toks.at[t].xpos), tag) == 0;
}

/* Whom a noun with a clause of its own stands for. */
uint32_t att_clause_referent(const att_doc *doc, uint32_t noun);

/* clause_borrow.c: subjects and objects that clauses take from around them, once each has been read by itself. */
void att_clauses_borrow(att_clauser *c);

#endif
