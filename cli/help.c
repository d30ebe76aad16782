/* help.c: --help and man pages from the tables of commands and options. */
#include "cli/cli.h"

enum { WIDTH = 79 };

/* Text broken at blanks, each line after indent blanks; the first is taken to be at column `at` already. */
static void wrap(att_buf *out, const char *text, int indent, int at)
{
    int col = at;
    bool fresh = true;
    while (*text) {
        size_t n = strcspn(text, " ");
        if (!fresh && col + 1 + (int)n > WIDTH) {
            att_putf(out, "\n%*s", indent, "");
            col = indent;
            fresh = true;
        }
        if (!fresh) att_put_char(out, ' '), col++;
        att_put(out, text, n);
        col += (int)n;
        fresh = false;
        text += n;
        while (*text == ' ') text++;
    }
    att_put_char(out, '\n');
}

/* Paragraph by paragraph. */
static void about(att_buf *out, const char *text)
{
    char para[1200];
    while (*text) {
        const char *end = strstr(text, "\n\n");
        size_t n = end ? (size_t)(end - text) : strlen(text);
        if (n >= sizeof para) n = sizeof para - 1;
        memcpy(para, text, n);
        para[n] = 0;
        wrap(out, para, 0, 0);
        text += end ? n + 2 : n;
        if (end) att_put_char(out, '\n');
    }
}

static bool shown(const cli_command *cmd, int o)
{
    return (cmd->options & CLI_BIT(o)) != 0 && !cli_option_at((cli_opt)o)->hidden;
}

void cli_help_main(att_buf *out)
{
    att_put_z(out, "attache - who did what to whom, in the words of the news\n\n"
                   "usage: attache COMMAND [OPTION]... [ARGUMENT]...\n\n"
                   "Reads English news articles and codes the political events in them: event type\n"
                   "(PLOVER and CAMEO), actors, recipients, status, date, place, with the sentence\n"
                   "and the rule behind every value. Works offline; sends nothing anywhere.\n\n"
                   "commands:\n");
    const cli_command *c;
    for (int i = 0; (c = cli_command_at(i)) != NULL; i++) att_putf(out, "  %-9s %s\n", c->name, c->summary);
    att_put_z(out, "\nexamples:\n"
                   "  attache code article.txt             the events of one article\n"
                   "  attache add news.db articles/        code a folder into a store\n"
                   "  attache events news.db --actor USA   ask the store\n"
                   "  attache explain \"A sentence.\"        see how it was understood\n\n"
                   "'attache COMMAND --help' explains a command, 'man attache' all of it.\n");
}

static void examples(att_buf *out, const char *text, bool man)
{
    while (*text) {
        const char *mid = strchr(text, '\n'), *end = mid ? strchr(mid + 1, '\n') : NULL;
        if (!end) break;
        if (man) {
            att_put_z(out, ".PP\n");
            att_put_slice(out, (att_slice){mid + 1, (uint32_t)(end - mid - 1)});
            att_put_z(out, ":\n.PP\n.in +4n\n.EX\n");
            for (const char *p = text; p < mid; p++) /* roff: a hyphen is a minus only when escaped */
                if (*p == '-')
                    att_put_z(out, "\\-");
                else
                    att_put_char(out, *p);
            att_put_z(out, "\n.EE\n.in\n");
        } else {
            att_putf(out, "  %.*s\n      %.*s\n", (int)(mid - text), text, (int)(end - mid - 1), mid + 1);
        }
        text = end + 1;
    }
}

void cli_help_command(att_buf *out, const cli_command *cmd)
{
    att_putf(out, "attache %s - %s\n\nusage: attache %s%s%s\n\n", cmd->name, cmd->summary, cmd->name, *cmd->operands ? " " : "", cmd->operands);
    about(out, cmd->about);
    att_put_z(out, "\noptions:\n");
    for (int i = 0; i < OPT_COUNT; i++) {
        if (!shown(cmd, i)) continue;
        const cli_option *o = cli_option_at((cli_opt)i);
        size_t before = out->len;
        att_putf(out, "  --%s%s%s", o->name, o->arg ? " " : "", o->arg ? o->arg : "");
        size_t used = out->len - before;
        if (used < 20)
            att_putf(out, "%*s", (int)(20 - used), "");
        else
            att_putf(out, "\n%20s", "");
        wrap(out, o->help, 20, 20);
    }
    att_put_z(out, "\nexamples:\n");
    examples(out, cmd->examples, false);
}

/* ---- man pages ---- */

static void roff(att_buf *out, const char *text)
{
    bool line_start = true;
    for (; *text; text++) {
        if (text[0] == '\n' && text[1] == '\n') {
            att_put_z(out, "\n.PP\n");
            text++;
            line_start = true;
            continue;
        }
        if (line_start && (*text == '.' || *text == '\'')) att_put_z(out, "\\&");
        line_start = false;
        if (*text == '-')
            att_put_z(out, "\\-");
        else if (*text == '\\')
            att_put_z(out, "\\e");
        else
            att_put_char(out, *text);
    }
    att_put_char(out, '\n');
}

static void man_exits(att_buf *out)
{
    att_put_z(out, ".SH EXIT STATUS\n"
                   ".TP\n.B 0\nall is well\n"
                   ".TP\n.B 1\nsome of the input could not be used; the rest was\n"
                   ".TP\n.B 2\nthe command line makes no sense\n"
                   ".TP\n.B 3\nnothing could be done: no model, no readable input, no store\n"
                   ".TP\n.B 4\nthe output could not be written\n"
                   ".TP\n.B 141\nthe program that read the output went away\n");
}

void cli_man_command(att_buf *out, const cli_command *cmd)
{
    att_putf(out, ".TH ATTACHE\\-%s 1 \"\" \"attache " ATT_VERSION "\" \"User Commands\"\n.SH NAME\nattache\\-%s \\- ", cmd->name, cmd->name);
    roff(out, cmd->summary);
    att_putf(out, ".SH SYNOPSIS\n.B attache %s\n", cmd->name);
    if (*cmd->operands) roff(out, cmd->operands);
    att_put_z(out, ".SH DESCRIPTION\n");
    roff(out, cmd->about);
    att_put_z(out, ".SH OPTIONS\n");
    for (int i = 0; i < OPT_COUNT; i++) {
        if (!shown(cmd, i)) continue;
        const cli_option *o = cli_option_at((cli_opt)i);
        att_putf(out, ".TP\n\\fB\\-\\-%s\\fR", o->name);
        if (o->arg) att_putf(out, " \\fI%s\\fR", o->arg);
        att_put_char(out, '\n');
        roff(out, o->help);
    }
    att_put_z(out, ".SH EXAMPLES\n");
    examples(out, cmd->examples, true);
    man_exits(out);
    att_put_z(out, ".SH SEE ALSO\n.BR attache (1)\n");
}

void cli_man_main(att_buf *out)
{
    const cli_command *c;
    att_put_z(out, ".TH ATTACHE 1 \"\" \"attache " ATT_VERSION "\" \"User Commands\"\n"
                   ".SH NAME\nattache \\- who did what to whom, in the words of the news\n"
                   ".SH SYNOPSIS\n.B attache\n.I COMMAND\n[\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n"
                   ".SH DESCRIPTION\n"
                   "Reads English news articles and codes the political events in them: event type (PLOVER and CAMEO), actors, "
                   "recipients, status, date and place, with the sentence and the rule behind every value. It works offline and sends "
                   "nothing anywhere.\n"
                   ".SH COMMANDS\n");
    for (int i = 0; (c = cli_command_at(i)) != NULL; i++) {
        att_putf(out, ".TP\n.BR attache\\-%s (1)\n", c->name);
        roff(out, c->summary);
    }
    att_put_z(out, ".SH ENVIRONMENT\n"
                   ".TP\n.B ATTACHE_MODEL\npath of the language model\n"
                   ".TP\n.B NO_COLOR\nwhen set, tables have no colours\n"
                   ".TP\n.B COLUMNS\nwidth of tables where the terminal doesn't tell\n");
    man_exits(out);
    att_put_z(out, ".SH SEE ALSO\n");
    for (int i = 0; (c = cli_command_at(i)) != NULL; i++) att_putf(out, ".BR attache\\-%s (1)%s\n", c->name, cli_command_at(i + 1) ? "," : "");
}
