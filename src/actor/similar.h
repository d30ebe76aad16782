/* similar.h: names of persons under other spellings and with slips of the pen: Selenskyj, Khadafy, "Barak Obama".
 *
 * A skeleton is what transliterations leave alone: the consonants, with those that are written for one sound made one
 * (g, k, q, kh, gh; d, dh; f, ph; v, w; s, z, sh, sch, ch, ...). Names with the same skeleton, and names with the same given name,
 * are compared letter by letter (optimal string alignment: one swap of neighbours is one slip). The cost is bounded: at most
 * ATT_SIMILAR_TRIED names are compared for one.
 */
#ifndef ATT_ACTOR_SIMILAR_H
#define ATT_ACTOR_SIMILAR_H

#include "actor/kb.h"

enum { ATT_SIMILAR_TRIED = 600, ATT_SIMILAR_WORD = 40 };

/* Of a folded word; returns its length. */
uint32_t att_skeleton(att_slice word, char out[ATT_SIMILAR_WORD]);
/* Letters to change, put in, leave out or swap; more than limit: limit + 1. */
uint32_t att_letters_apart(att_slice a, att_slice b, uint32_t limit);

typedef enum { ATT_FOUND_NOT, ATT_FOUND_NAME, ATT_FOUND_SURNAME, ATT_FOUND_SIMILAR } att_found_how;

typedef struct {
    uint32_t entry;      /* the term of office that counts on the day */
    uint8_t how;         /* att_found_how */
    uint32_t apart;      /* letters, for SIMILAR */
    int score;
} att_found;

enum { ATT_FOUND_MAX = 8 };

/* Who or what may be meant by a name on a day, best first; returns how many (at most ATT_FOUND_MAX). Terms of one person are one.
 * Same name or spelling first, then surnames, then similar names; among equals whoever serves on that day, then the highest office. */
uint32_t att_kb_lookup(const att_kb *kb, att_slice name, att_day day, att_found found[ATT_FOUND_MAX]);
/* The one person whose name is this one in another spelling; 0 when there is none, or more than one. For names of two words and more. */
uint32_t att_kb_similar(const att_kb *kb, att_slice name, att_day day);

#endif
