/* kin.h: which units count the same kind of thing (soldiers, troops, personnel). */
#ifndef ATT_FIGURE_KIN_H
#define ATT_FIGURE_KIN_H

#include "base/slice.h"

/* The units of the kind that has `unit`, as the field of data/figure/kin.txt (walk it with att_lex_alt); the unit itself when no kind has
 * it. Letters compare without case. The slice points into the program's data or is `unit`. */
att_slice att_unit_kin(att_slice unit);

#endif
