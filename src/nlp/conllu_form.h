/* conllu_form.h: the columns of a token that stand ready-made in CoNLL-U: form, lower case, flags. */
#ifndef ATT_NLP_CONLLU_FORM_H
#define ATT_NLP_CONLLU_FORM_H

#include "base/doc.h"

/* Sets tok->form, tok->lower and tok->flags (but SPACE_AFTER and FIRST) from the text of one token. The form gets straight
 * quotes and loses soft hyphens and zero-width characters; where nothing had to change it is `text` itself. */
void att_conllu_form(att_arena *keep, att_slice text, att_tok *tok);

#endif
