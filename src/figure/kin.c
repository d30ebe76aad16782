#include "figure/kin.h"

#include "base/data.h"
#include "base/lexicon.h"

att_slice att_unit_kin(att_slice unit)
{
    att_lex rows;
    att_lex_open(&rows, "figure/kin.txt", att_data("figure/kin.txt"), 2);
    while (att_lex_next(&rows)) {
        att_slice rest = rows.fields[1], one;
        if (att_eq_nocase(rows.fields[0], unit)) return rows.fields[1];
        while (att_lex_alt(&rest, &one))
            if (att_eq_nocase(one, unit)) return rows.fields[1];
    }
    return unit;
}
