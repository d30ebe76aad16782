#include "figure/convert.h"

bool att_unit_convert(att_slice unit, const char **to, double *factor)
{
    static const struct {
        const char *from, *to;
        double factor;
    } UNITS[] = {{"miles", "kilometers", 1.609344},   {"feet", "meters", 0.3048},          {"yards", "meters", 0.9144},
                 {"inches", "centimeters", 2.54},     {"acres", "hectares", 0.40468564224}, {"pounds", "kilograms", 0.45359237},
                 {"gallons", "liters", 3.785411784},  {"barrels", "liters", 158.987294928}, {"knots", "kilometers per hour", 1.852},
                 {"miles per hour", "kilometers per hour", 1.609344}, {"square miles", "square kilometers", 2.589988110336}};
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (att_is(unit, UNITS[i].from)) {
            *to = UNITS[i].to;
            *factor = UNITS[i].factor;
            return true;
        }
    return false;
}
