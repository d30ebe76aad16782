/* spelling.h: the name that somebody asks for, as English would write it: "Schirinowski" and "Jirinovski" are Zhirinovsky, "Daw Aung
 * San Suu Kyi" is Aung San Suu Kyi.
 *
 * What other languages write for a sound is a table (data/actors/spellings.txt). Only questions are read so, never articles: there a
 * foreign spelling is more often another person.
 */
#ifndef ATT_ACTOR_SPELLING_H
#define ATT_ACTOR_SPELLING_H

#include "actor/kb.h"

/* A folded name in English letters, as language (one of kb->languages) would have written it. Its length; 0 when nothing changes or out is too short. */
uint32_t att_spell(const att_kb *kb, att_slice name, att_slice language, char out[ATT_FOLD_MAX]);
/* A folded name without the titles before it ("crown prince", "general", "daw"); the name itself when there are none. */
att_slice att_untitled(const att_kb *kb, att_slice name);

#endif
