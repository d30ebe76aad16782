/* cmd_actors.h: the parts of `attache actors`. */
#ifndef ATT_CLI_CMD_ACTORS_H
#define ATT_CLI_CMD_ACTORS_H

#include "cli/cli.h"

/* attache actors unknown STORE|PATH... */
int cmd_actors_unknown(const cli_args *a);

#endif
