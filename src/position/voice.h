/* voice.h: who speaks where, and which party a noun phrase stands for. */
#ifndef ATT_POSITION_VOICE_H
#define ATT_POSITION_VOICE_H

#include "position/stances.h"

typedef struct {
    const att_stances *lex;
    att_doc *doc;
    att_id *said_in;   /* token -> innermost statement whose content it stands in, 0 = the reporter's own words */
    att_id *event_at;  /* token -> event that it triggers, 0 = none */
} att_voices;

/* Maps in the document's scratch arena. */
void att_voices_open(att_voices *v, const att_stances *lex, att_doc *doc);
/* Mention of the one in whose words tok stands, 0 = the reporter or not known. */
att_id att_voice_of(const att_voices *v, uint32_t tok);
/* The party that the noun phrase headed by tok stands for; "we" and "I" are the speaker. 0 = none. */
att_id att_party(const att_voices *v, uint32_t tok);
/* The party that a noun belongs to: "Russia's offer", "the Russian offer", "an offer by Russia", or the subject of the verb that
 * only carries the noun ("expressed support"). */
att_id att_owner(const att_voices *v, uint32_t noun);
/* Who does or feels what the predicate (verb, adjective, participle) tells: its logical subject. 0 = none. */
uint32_t att_subject_of(const att_doc *doc, uint32_t tok);
att_id att_subject_party(const att_voices *v, uint32_t tok);
/* Do the mentions stand for one party (same entity, or the same code)? */
bool att_same_party(const att_doc *doc, att_id a, att_id b);
bool att_same_entity(const att_doc *doc, att_id a, att_id b);

#endif
