/* factuality.h: how far does the text say that a predicate happened or holds, from -3 (certainly not) to 3 (certainly so)?
 *
 * The scale is that of Sauri and Pustejovsky, "FactBank" (2009), as Lee et al. (2015) and Stanovsky et al. (2017) made it one number.
 * Two ways lead to it: rules that carry polarity and certainty down the chain of embedding words (factuality_rules.c), and a small
 * learned model over the same columns (factuality_features.c, docs/formats/factuality-model.md), which measures better
 * (docs/factuality.md) and is used when it is there.
 */
#ifndef ATT_NLP_FACTUALITY_H
#define ATT_NLP_FACTUALITY_H

#include "nlp/embed.h"
#include "nlp/nlp.h"

typedef struct att_factuality_model att_factuality_model;

/* ATT_E_IO when the file is missing, ATT_E_MODEL when it is damaged or foreign. Const afterwards: any number of threads. */
att_err att_factuality_open(att_factuality_model **out, const char *path);
void att_factuality_close(att_factuality_model *model);

/* What a value is made with. All three are borrowed. */
typedef struct {
    const att_model *language;
    const att_embeds *embeds;
    const att_factuality_model *model; /* NULL: rules alone */
} att_factuality_way;

/* A document to be asked about, with what holds for all of it. Reads tags, trees and clauses, which must be there. */
typedef struct {
    const att_factuality_way *way;
    const att_doc *doc;
    float talk; /* 0 = news prose, 1 = people talking to each other */
} att_factuality_view;
att_factuality_view att_factuality_look(const att_factuality_way *way, const att_doc *doc);

/* Value of the predicate whose head word is tok, in [-3, 3]. */
float att_factuality_of(const att_factuality_view *view, uint32_t tok);
/* The same by the rules alone. */
float att_factuality_by_rule(const att_factuality_way *way, const att_doc *doc, uint32_t tok);
/* Is the token one that att_factuality_find gives a value to: a clause's predicate, or a content word that may name a happening? */
bool att_factuality_applies(const att_doc *doc, uint32_t tok);
/* From doc->factuality: the value of tok, false when it has none. */
bool att_factuality_at(const att_doc *doc, uint32_t tok, float *value);
/* doc->factuality of all tokens. */
void att_factuality_find(const att_factuality_way *way, att_doc *doc);

#endif
