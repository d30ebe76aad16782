/* cmd_figures.c: ask a store which numbers were reported. */
#include "cli/ask.h"

int cmd_figures(const cli_args *a)
{
    static const att_cell_column COLUMNS[] = {
        {"as_of", "AS OF", 10, false}, {"text", "FIGURE", 26, false}, {"low", "LOW", 10, true}, {"high", "HIGH", 10, true}, {"whose", "WHOSE", 18, false},
        {"doc", "ARTICLE", 0, false},
    };
    static const att_cell_layout LAYOUT = {"figure", COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, "sentence"};
    att_ask ask;
    if (!cli_ask_of(a, &ask)) return CLI_USAGE;
    return cli_ask_run(a, ATT_ASK_FIGURES, &ask, &LAYOUT, "no figures meet these conditions");
}
