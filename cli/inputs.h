/* inputs.h: operands -> the files to read, with their sizes for the progress bar. What can't be read is named at once. */
#ifndef ATT_CLI_INPUTS_H
#define ATT_CLI_INPUTS_H

#include "cli/cli.h"
#include "text/walk.h"

typedef struct {
    const char *path;
    uint64_t bytes; /* 0 when not known (standard input, pipes) */
} cli_input;

typedef struct {
    att_paths paths; /* owner of the names */
    cli_input *at;
    uint32_t n;
    uint64_t bytes;  /* of all */
    uint32_t failed; /* operands and folders that could not be used; each was named on stderr */
} cli_inputs;

void cli_inputs_find(cli_inputs *in, char **paths, int n);
void cli_inputs_release(cli_inputs *in);

#endif
