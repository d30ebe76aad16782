/* embed.h: the lexicon of embedding words (data/events/embed.txt): what a word tells of the happening that hangs under it.
 *
 * One lexicon for the factuality of predicates (nlp/factuality.h) and the status of events (event/status.h). Classes follow what the
 * literature on implicative and factive verbs tells apart: Karttunen, "Implicative verbs" (1971); Nairn, Condoravdi and Karttunen,
 * "Computing relative polarity for textual inference" (2006); White and Rawlins, "The role of veridicality and factivity in clause
 * selection" (2018).
 */
#ifndef ATT_NLP_EMBED_H
#define ATT_NLP_EMBED_H

#include "base/doc.h"
#include "base/hash.h"
#include "base/lexicon.h"

typedef enum {
    ATT_EMB_NONE, ATT_EMB_PLANNED, ATT_EMB_INTENDED, ATT_EMB_PROMISED, ATT_EMB_POSSIBLE, ATT_EMB_CONDITIONAL, ATT_EMB_NEGATED,
    ATT_EMB_DENIED, ATT_EMB_ALLEGED, ATT_EMB_REPORTED, ATT_EMB_BELIEVED, ATT_EMB_BEGUN, ATT_EMB_ONGOING, ATT_EMB_ENDED,
    ATT_EMB_ASKED, ATT_EMB_CAUSED, ATT_EMB_TRIED, ATT_EMB_FACTIVE, ATT_EMB_ORDERED, ATT_EMB_DOUBTED, ATT_EMB_COUNT
} att_embed;

typedef struct att_embeds {
    att_map words; /* "plan/v" -> att_embed */
} att_embeds;

/* From the embedded data. Memory from arena, which must outlive it. */
void att_embeds_load(att_embeds *e, att_arena *arena);
/* The same from an opened lexicon of that form. */
void att_embeds_read(att_embeds *e, att_arena *arena, att_lex *lex);
/* pos: v verb, n noun, a adjective or participle, d adverb, c conjunction or preposition, m modal. ATT_EMB_NONE for other words. */
att_embed att_embed_find(const att_embeds *e, att_slice lemma, char pos);
/* The letter for a att_upos, 0 for parts of speech that the lexicon does not have. */
char att_embed_pos(uint8_t upos);
/* The class of a token by lemma and part of speech, with its particle if it has one ("rule out"). */
att_embed att_embed_at(const att_embeds *e, const att_doc *doc, uint32_t tok);
/* "planned"; empty for ATT_EMB_NONE. */
const char *att_embed_name(att_embed e);

#endif
