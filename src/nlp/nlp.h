/* nlp.h: tags, lemmas, trees and clauses; names: names.h.
 *
 * The model is const and shared by all threads; it maps one file (docs/formats/model.md). The functions below write only
 * the columns that they name.
 */
#ifndef ATT_NLP_NLP_H
#define ATT_NLP_NLP_H

#include "base/doc.h"
#include "nlp/names.h"

typedef struct att_model att_model;

/* Maps and checks the file: ATT_E_IO, or ATT_E_MODEL with the reason. Give back with att_model_close. */
att_err att_model_open(att_model **out, const char *path);
void att_model_close(att_model *model);
/* One of the file's key/value notes ("trained_on", "seed", "en_ewt-dev LAS" ...), or empty. */
att_slice att_model_note(const att_model *model, const char *key);
const char *att_xpos_name(const att_model *model, uint16_t xpos);
const char *att_feats_name(const att_model *model, uint16_t feats); /* "Number=Sing|..." or "_" */
/* Does the token have feature "Tense=Past"? */
bool att_has_feat(const att_model *model, const att_tok *tok, const char *name_value);

/* The vector of a word in lower case, att_word_size numbers, or NULL when it has none. */
const int8_t *att_word_vector(const att_model *model, att_slice lower);
uint32_t att_word_size(const att_model *model);

/* Between tokens and tags: parts words that extraction has fused ("Macronwho"). Only for raw text; tokens that were given stay. */
void att_fused_part(const att_model *model, att_doc *doc);
/* upos, xpos, feats, lemma of every token. */
void att_tag(const att_model *model, att_doc *doc);
/* head, deprel of every token; reads the tags. */
void att_parse_trees(const att_model *model, att_doc *doc);
/* doc->clauses and doc->tok_clause; reads trees and tags only. */
void att_clauses_find(const att_model *model, att_doc *doc);
/* The party behind a noun ("Russia's plan to ...", "plan by Russia", "the Russian plan"), as a head token, else 0. */
uint32_t att_noun_owner(const att_doc *doc, uint32_t noun);

/* Verbs (lemmas) whose object has done what follows "for": "thanked", "blamed", "jailed". */
bool att_object_answers(att_slice verb);

#endif
