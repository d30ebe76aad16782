/* cmd_statements.c: ask a store who said what. */
#include "cli/ask.h"

int cmd_statements(const cli_args *a)
{
    static const att_cell_column COLUMNS[] = {
        {"date", "DATE", 10, false}, {"speaker", "SPEAKER", 28, false}, {"manner", "MANNER", 8, false}, {"outlet", "OUTLET", 14, false}, {"doc", "ARTICLE", 0, false},
    };
    static const att_cell_layout LAYOUT = {"statement", COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, "content"};
    att_ask ask;
    if (!cli_ask_of(a, &ask)) return CLI_USAGE;
    return cli_ask_run(a, ATT_ASK_STATEMENTS, &ask, &LAYOUT, "no statements meet these conditions");
}
