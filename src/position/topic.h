/* topic.h: topics that many wordings name (position/issues.txt), and the phrase that an issue is printed as. Private to src/position. */
#ifndef ATT_POSITION_TOPIC_H
#define ATT_POSITION_TOPIC_H

#include "position/voice.h"

enum { ATT_PHRASE_BYTES = 160 };

typedef struct {
    char text[ATT_PHRASE_BYTES];
    uint32_t len;
} att_phrase;

/* Adds a word behind a space. Words that don't fit are left out whole; a phrase is short by its nature. */
void att_phrase_put(att_phrase *p, att_slice w);
/* What a position says, for finding its issue. */
typedef struct {
    uint32_t tok;      /* head of the topic */
    uint32_t own;      /* the word of stance, which is not part of what it is about; 0 = all of content is */
    uint32_t negated;  /* the word whose "not" is part of the stance */
    att_span content;
    att_id holder;
} att_subject;

/* The first topic of which all words of a wording stand in content (tokens of its sentence), put into *p with the party that it is
 * about; NULL = none. *against: the content is that it shall not be ("Ukraine be barred from NATO"). A body that the wording marks with '?' may stand in the sentences before instead ("Kyiv's membership"). */
const att_topic *att_topic_in(const att_voices *v, const att_subject *about, att_phrase *p, bool *against);
/* Resolved name of the entity of a mention, or empty. */
att_slice att_topic_party_name(const att_doc *doc, att_id mention);

#endif
