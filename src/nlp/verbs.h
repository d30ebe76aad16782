/* verbs.h: is a word a verb of English? For lemmas that the learned rules cut wrongly ("blamed" -> "blam"). */
#ifndef ATT_NLP_VERBS_H
#define ATT_NLP_VERBS_H

#include "base/arena.h"

/* data/text/verbs.txt, searched where it lies. */
bool att_is_verb(att_slice lemma);
/* The lemma of a verb form: what data/text/irregular.txt has for it (not for a base form that is a verb: "to wound"), else the given one when
 * it is a verb, else the verb that the form may come from by dropping an ending, an added e, or a doubled letter. lower: the form in lower case;
 * base: the tag calls it a base form. */
att_slice att_verb_lemma(att_arena *keep, att_slice lower, att_slice lemma, bool base);

#endif
