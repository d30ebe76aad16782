/* convert.h: measures in the units of the SI (and those used with it), so that miles and kilometres can be compared. */
#ifndef ATT_FIGURE_CONVERT_H
#define ATT_FIGURE_CONVERT_H

#include "base/slice.h"

/* "miles" -> "kilometers" and how many of them one is; false when the unit is none of another system. Factors are exact by definition
 * (international yard and pound, 1959) but for the barrel (42 US gallons). */
bool att_unit_convert(att_slice unit, const char **to, double *factor);

#endif
