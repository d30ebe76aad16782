/* terms.h: what two stretches of words have in common, and what a stretch says in terms that other articles can be compared by. */
#ifndef ATT_POSITION_TERMS_H
#define ATT_POSITION_TERMS_H

#include "position/voice.h"

/* Content words that two stretches share (dictionary forms, stems, concepts, or one entity; parties together count once); *few is the
 * smaller number of content words. */
uint32_t att_shared_words(const att_voices *v, uint32_t beg, uint32_t end, uint32_t beg2, uint32_t end2, uint32_t *few);
/* The content words of a stretch as terms (story/disputes.h). In the document's memory. */
att_slice att_terms_of(const att_voices *v, uint32_t beg, uint32_t end);

#endif
