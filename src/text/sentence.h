/* sentence.h: where sentences end among the tokens of one paragraph, and nothing else. */
#ifndef ATT_TEXT_SENTENCE_H
#define ATT_TEXT_SENTENCE_H

#include "text/token_scan.h"

/* Marks the last token of every sentence among raw[beg, end) with ATT_RAW_LAST (raw[end - 1] always), and abbreviations whose
 * full stop ends the sentence with ATT_RAW_CUT_STOP. No sentence has more than ATT_MAX_SENTENCE_TOKENS tokens. */
void att_sentences_mark(att_scan *s, uint32_t beg, uint32_t end);

#endif
