/* lemma.h: dictionary forms by rule. A rule says which base to take (lower case, as written, Title case), how many bytes to
 * take off its end and what to put there ("ies" -> "y"). The rule is looked up by the whole word with its tag, then by the
 * longest ending that training has a rule for. Trainer and program share the keys below; they belong to the file format. */
#ifndef ATT_NLP_LEMMA_H
#define ATT_NLP_LEMMA_H

#include "nlp/model_int.h"

enum { ATT_LEMMA_SUFFIXES = 6, ATT_CASE_ANY = 4 };

/* 0 lower (or no letters first), 1 First capital, 2 ALL CAPITALS (two at least), 3 miXed */
uint32_t att_lemma_case(att_slice form);
/* Key of a whole word, or (n <= ATT_LEMMA_SUFFIXES) of its last n bytes. tag: upos and xpos. kase: as above, or ATT_CASE_ANY. */
uint64_t att_lemma_word_key(att_slice lower, uint32_t tag, uint32_t kase);
uint64_t att_lemma_end_key(att_slice lower, uint32_t n, uint32_t tag, uint32_t kase);
/* Endings look at capitals in names alone. */
static inline uint32_t att_lemma_end_case(uint32_t tag, uint32_t kase) { return tag >> 16 == ATT_PROPN ? kase : ATT_CASE_ANY; }
static inline uint32_t att_lemma_tag(uint32_t upos, uint32_t xpos) { return upos << 16 | xpos; }

/* The base of a rule; Title case is written into room (at least lower.len bytes). */
att_slice att_lemma_base(uint32_t base, att_slice form, att_slice lower, char *room);

/* Rule for a word, or ATT_NO_RULE. */
uint32_t att_lemma_rule(const att_lemmas *l, att_slice form, att_slice lower, uint32_t tag);
/* Lemma of a word; memory of the arena or of form and lower. Never empty for a word that is not. */
att_slice att_lemma_of(const att_lemmas *l, att_arena *keep, att_slice form, att_slice lower, uint32_t tag);

#endif
