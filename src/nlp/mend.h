/* mend.h: repairs of trees by knowledge of words. */
#ifndef ATT_NLP_MEND_H
#define ATT_NLP_MEND_H

#include "base/doc.h"

/* Changes head, deprel and upos of tokens; each tree stays a tree. */
void att_trees_mend(att_doc *doc);

/* "launched a denial of service attack": the noun that the parser hung under the first word of a phrase becomes the head. */
void att_mend_phrase(att_doc *doc, uint32_t head);

/* "..., reported AFP": the verb's object becomes its subject, and what stands before is reported. */
void att_mend_report(att_doc *doc, uint32_t verb);

/* "After meeting Olaf Scholz Putin stated": the last of two names run together is the subject. */
void att_mend_run_together(att_doc *doc, uint32_t verb);

/* mend_particle.c: makes the preposition of an oblique noun a particle of its verb, and the noun its object, where the verb is one of two words. */
void att_mend_particle(att_doc *doc, uint32_t noun);

#endif
