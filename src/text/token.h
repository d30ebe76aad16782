/* token.h: which words are written as one (don't, Putin's, cannot): the multiword tokens of CoNLL-U. */
#ifndef ATT_TEXT_TOKEN_H
#define ATT_TEXT_TOKEN_H

#include "base/doc.h"

/* Is the token behind t a part of the same written word? A bare apostrophe is one only as a possessive (upos PART). */
bool att_token_joined(const att_doc *doc, uint32_t t);

#endif
