/* verbs.h: is a word a verb of English? For lemmas that the learned rules cut wrongly ("blamed" -> "blam"). */
#ifndef ATT_NLP_VERBS_H
#define ATT_NLP_VERBS_H

#include "base/arena.h"

/* data/text/verbs.txt, searched where it lies. */
bool att_is_verb(att_slice lemma);
/* The lemma of an inflected verb form: the given one when it is a verb or nothing better is found, else the verb that the form may
 * come from by dropping an ending, an added e, or a doubled letter. lower: the form in lower case. */
att_slice att_verb_lemma(att_arena *keep, att_slice lower, att_slice lemma);

#endif
