/* progress.h: a line on the terminal: how far, how fast, how long still. Nothing when stderr is no terminal, or in the first second. */
#ifndef ATT_CLI_PROGRESS_H
#define ATT_CLI_PROGRESS_H

#include "cli/cli.h"

typedef struct {
    bool on, shown;
    uint64_t total;    /* bytes; 0 = not known */
    double begun, drawn; /* seconds of a clock that only runs forward */
} cli_progress;

void cli_progress_begin(cli_progress *p, uint64_t total_bytes, bool wanted);
/* Call as often as you like. */
void cli_progress_show(cli_progress *p, uint64_t done_bytes, uint64_t articles);
/* Take the line away: before anything else goes to the terminal, and at the end. */
void cli_progress_clear(cli_progress *p);
double cli_progress_seconds(const cli_progress *p);

#endif
