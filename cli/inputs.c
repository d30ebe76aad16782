#include "cli/inputs.h"

#include <stdlib.h>
#include <sys/stat.h>

static uint64_t size_of(const char *path)
{
    struct stat st;
    return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
}

static bool find(cli_inputs *in, char **paths, int n)
{
    for (int i = 0; i < n; i++)
        if (!att_walk(&in->paths, paths[i])) return false;
    uint32_t count = att_paths_count(&in->paths);
    in->at = calloc(count ? count : 1, sizeof *in->at);
    return in->at != NULL;
}

void cli_inputs_find(cli_inputs *in, char **paths, int n)
{
    *in = (cli_inputs){0};
    if (!find(in, paths, n)) {
        cli_say("not enough memory for the list of files");
        in->failed++;
        return;
    }
    for (uint32_t i = 0; i < att_paths_count(&in->paths); i++) {
        att_err e;
        const char *path = att_paths_at(&in->paths, i, &e);
        if (att_failed(e)) {
            cli_say_err(att_slice_of(path), e);
            in->failed++;
            continue;
        }
        in->at[in->n++] = (cli_input){path, size_of(path)};
        in->bytes += in->at[in->n - 1].bytes;
    }
}

void cli_inputs_release(cli_inputs *in)
{
    free(in->at);
    att_paths_release(&in->paths);
    *in = (cli_inputs){0};
}
