/* mend.h: repairs of trees by knowledge of words. */
#ifndef ATT_NLP_MEND_H
#define ATT_NLP_MEND_H

#include "base/doc.h"

/* Changes head, deprel and upos of tokens; each tree stays a tree. */
void att_trees_mend(att_doc *doc);

/* A finite predicate of a clause of its own, with nothing for a subject. */
bool att_mend_lacks_subject(const att_doc *doc, uint32_t t);

/* "launched a denial of service attack": the noun that the parser hung under the first word of a phrase becomes the head. */
void att_mend_phrase(att_doc *doc, uint32_t head);

/* "..., reported AFP": the verb's object becomes its subject, and what stands before is reported. */
void att_mend_report(att_doc *doc, uint32_t verb);

/* "After meeting Olaf Scholz Putin stated": the last of two names run together is the subject. */
void att_mend_run_together(att_doc *doc, uint32_t verb);

/* ---- mend_verb.c ---- */
/* "handed over power": makes the preposition of an oblique noun a particle of its verb, and the noun its object, where the verb is one of two words. */
void att_mend_particle(att_doc *doc, uint32_t noun);
/* "gathered outside the embassy carrying placards": a subject with a preposition goes to the verb above. */
void att_mend_place(att_doc *doc, uint32_t noun);
/* "Morocco normalised relations": a sentence without a verb whose root has a participle between two nouns. */
void att_mend_predicate(att_doc *doc, uint32_t noun);
/* "Iran test-fired a missile": half of a verb that was taken for its subject. */
void att_mend_halved(att_doc *doc, uint32_t half);
/* "stopped bombing Serbia": a gerund that was taken for a part of the name. */
void att_mend_gerund(att_doc *doc, uint32_t name);
/* "killed 20 and injured 50": a verb joined to a number is joined to the verb. */
void att_mend_coordination(att_doc *doc, uint32_t second);

/* mend_name.c: "the general who led the coup, John Okello, resigned": makes the name between commas an apposition of the noun described. */
void att_mend_named_behind(att_doc *doc, uint32_t name);

/* "Four men killed in the raid were buried": makes the second verb the head, and the first a participle of the subject. */
void att_mend_reduced(att_doc *doc, uint32_t verb);

#endif
