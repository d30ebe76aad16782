/* main.c: attache COMMAND ... -> the command. */
#include <signal.h>

#include "cli/cli.h"

static int unknown_command(const char *name)
{
    const char *words[32];
    int n = 0;
    for (const cli_command *c; n < 32 && (c = cli_command_at(n)); n++) words[n] = c->name;
    const char *near = cli_nearest(name, words, n);
    if (near)
        cli_say("there is no command '%s'; did you mean '%s'?", name, near);
    else
        cli_say("there is no command '%s'; 'attache --help' lists them", name);
    return CLI_USAGE;
}

static int show(const cli_command *cmd, const cli_args *a)
{
    att_buf b = {0};
    if (a->value[OPT_MAN])
        cli_man_command(&b, cmd);
    else
        cli_help_command(&b, cmd);
    int rc = cli_write_buf(&b);
    att_buf_release(&b);
    return rc;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of write, handled in output.c */
    const char *name = argc > 1 ? argv[1] : "";
    const cli_args none = {0};
    if (argc < 2) {
        (void)cmd_help(&none);
        return CLI_USAGE;
    }
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) return cmd_help(&none);
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) return cmd_version(&none);
    const cli_command *cmd = cli_command_named(name);
    if (!cmd) return unknown_command(name);
    cli_args args;
    int rc = cli_parse(cmd, argc - 1, argv + 1, &args);
    if (rc) return rc;
    /* help prints the man page of the command that it is asked about */
    if (args.value[OPT_HELP] || (args.value[OPT_MAN] && cmd->run != cmd_help)) return show(cmd, &args);
    return cmd->run(&args);
}
