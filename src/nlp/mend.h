/* mend.h: repairs of trees by knowledge of words. */
#ifndef ATT_NLP_MEND_H
#define ATT_NLP_MEND_H

#include "base/doc.h"

/* Changes head, deprel and upos of tokens; each tree stays a tree. */
void att_trees_mend(att_doc *doc);

#endif
