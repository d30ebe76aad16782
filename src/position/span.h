/* span.h: the shortest stretch of text that states a position or an answer. */
#ifndef ATT_POSITION_SPAN_H
#define ATT_POSITION_SPAN_H

#include "position/voice.h"

/* The clause of predicate tok, without the cue that it is hung around and what is coordinated with it. */
att_span att_clause_words(const att_voices *v, uint32_t tok);
/* From the word (with its auxiliaries left out) to the end of what it governs; a finite complement clause of a verb stands for itself. */
att_span att_governed_words(const att_voices *v, uint32_t tok);
/* A noun with its owner and what it governs. */
att_span att_noun_words(const att_voices *v, uint32_t noun);
/* The finite clause, infinitive or nominal that says what a word is about, best first; 0 = none. */
uint32_t att_topic_of(const att_doc *doc, uint32_t tok);

#endif
