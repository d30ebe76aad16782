/* cmd_network.c: who deals with whom, in cooperation and in conflict. */
#include "cli/ask.h"

int cmd_network(const cli_args *a)
{
    static const att_cell_column COLUMNS[] = {
        {"actor", "ACTOR", 10, false},          {"recipient", "RECIPIENT", 10, false}, {"events", "EVENTS", 8, true},   {"cooperation", "COOPERATION", 11, true},
        {"conflict", "CONFLICT", 8, true},      {"score", "MEAN SCORE", 10, true},     {"first_day", "FIRST", 10, false}, {"last_day", "LAST", 10, false},
    };
    static const att_cell_layout LAYOUT = {"pair", COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, NULL};
    att_ask ask;
    if (!cli_ask_of(a, &ask)) return CLI_USAGE;
    return cli_ask_run(a, ATT_ASK_PAIRS, &ask, &LAYOUT, "no events between parties meet these conditions");
}
