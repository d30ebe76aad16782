/* names.h: where names begin and end, and what they name: persons, organisations, places, peoples.
 *
 * Who exactly is meant is decided later. The model is one mapped file (docs/formats/names-model.md) and the words of the embedded
 * dictionaries; it is const and shared by all threads. Without it the rules of names_rules.c do what they can.
 */
#ifndef ATT_NLP_NAMES_H
#define ATT_NLP_NAMES_H

#include "base/doc.h"

typedef struct att_names_model att_names_model;
struct att_model;

/* ATT_E_IO when the file is missing, ATT_E_MODEL when it is damaged or foreign. Give back with att_names_close. */
att_err att_names_open(att_names_model **out, const char *path);
void att_names_close(att_names_model *model);
/* What the file was made from. */
att_slice att_names_note(const att_names_model *model);

/* doc->names and tok.ner of every token; reads tags and trees. model NULL: by rules. language: the model that made the tags; its word
 * vectors are read too (NULL: done without, less well). */
void att_names_find(const att_names_model *model, const struct att_model *language, att_doc *doc);

#endif
