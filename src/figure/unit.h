/* unit.h: what a number measures: the money sign before it, or the noun behind it. */
#ifndef ATT_FIGURE_UNIT_H
#define ATT_FIGURE_UNIT_H

#include "figure/number.h"

typedef enum { ATT_UNIT_NONE, ATT_UNIT_NOUN, ATT_UNIT_MONEY, ATT_UNIT_PERCENT, ATT_UNIT_MEASURE, ATT_UNIT_PEOPLE, ATT_UNIT_STRONG, ATT_UNIT_TIME,
               ATT_UNIT_UNCOUNTED /* "two reasons" */ } att_unit_kind;

typedef struct {
    att_unit_kind kind;
    att_slice name;     /* as the record gives it */
    uint32_t tok;       /* the noun or sign, 0 = none */
    uint32_t end;       /* behind the last token of number and unit */
    bool compound;      /* joined to the number by a hyphen: "300-km" */
} att_unit;

/* data/text/units.txt, comments and all. */
att_slice att_units_open(void);
/* A word of the list; false when it is not there. */
bool att_unit_word(att_slice units, att_slice lower, att_slice *name, att_unit_kind *kind);
/* Money sign or code right before token beg, 0 = none. */
uint32_t att_unit_before(att_slice units, const att_doc *doc, uint32_t beg, att_unit *u);
/* The unit behind the number n (which ends before stop). kind is NONE when the number stands alone. */
void att_unit_behind(att_slice units, const att_doc *doc, const att_number *n, uint32_t stop, att_unit *u);

#endif
