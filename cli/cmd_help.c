/* cmd_help.c: help and version. */
#include <unistd.h>

#include "cli/batch.h"

/* With --man (for the makers): the man page of attache, or of the command. */
int cmd_help(const cli_args *a)
{
    att_buf b = {0};
    bool man = a->value[OPT_MAN] != NULL;
    const cli_command *cmd = a->path_count ? cli_command_named(a->paths[0]) : NULL;
    if (a->path_count && !cmd) {
        cli_say("there is no command '%s'; 'attache --help' lists them", a->paths[0]);
        return CLI_USAGE;
    }
    if (cmd && man)
        cli_man_command(&b, cmd);
    else if (cmd)
        cli_help_command(&b, cmd);
    else if (man)
        cli_man_main(&b);
    else
        cli_help_main(&b);
    int rc = cli_write_buf(&b);
    att_buf_release(&b);
    return rc;
}

int cmd_version(const cli_args *a)
{
    att_buf b = {0};
    att_engine *engine = NULL;
    att_put_z(&b, "attache " ATT_VERSION "\n");
    att_err e = att_engine_open(&engine, a->value[OPT_MODEL]);
    if (att_failed(e)) {
        att_putf(&b, "no language model: %s\n", e.msg);
    } else {
        att_slice trained = att_model_note(engine->model, "trained_on");
        if (trained.len) {
            att_put_z(&b, "model trained on ");
            att_put_slice(&b, trained);
            att_put_char(&b, '\n');
        }
        att_engine_close(engine);
    }
    int rc = cli_write_buf(&b);
    att_buf_release(&b);
    return rc;
}
