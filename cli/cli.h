/* cli.h: what the commands share: exit codes, options, messages, output.
 *
 * A command is one file cmd_NAME.c and one row of the table in commands.c. Its options are bits into one table (options.c),
 * whose texts serve --help and the man pages alike. To add a command: write cmd_NAME.c, add its row, run
 * `attache help --man NAME > man/attache-NAME.1`.
 */
#ifndef ATT_CLI_CLI_H
#define ATT_CLI_CLI_H

#include "base/buf.h"

/* Part of the interface: scripts rely on them. */
typedef enum {
    CLI_FINE = 0,
    CLI_SOME_FAILED = 1, /* some of the input could not be used; the rest was */
    CLI_USAGE = 2,       /* unknown command or option, senseless value */
    CLI_NOTHING = 3,     /* nothing could be done: no model, no readable input, no store */
    CLI_OUTPUT = 4,      /* the output could not be written */
    CLI_PIPE = 141       /* the reader of the output went away, as the shell says it of SIGPIPE */
} cli_exit;

typedef enum {
    OPT_DATE, OPT_FORMAT, OPT_ONLY, OPT_TEXT, OPT_JOBS, OPT_INPUT, OPT_FIELD, OPT_LEXICON, OPT_MODEL, OPT_CONLLU, OPT_JSON, OPT_GOLD,
    OPT_ACTOR, OPT_RECIPIENT, OPT_TYPE, OPT_STATUS, OPT_FROM, OPT_TO, OPT_LIMIT, OPT_OF, OPT_PLACE, OPT_SENTENCE, OPT_RULES,
    OPT_SPEAKER, OPT_ISSUE, OPT_HOLDER, OPT_BY, OPT_DISPUTED, OPT_ONTOLOGY, OPT_PORT, OPT_OPEN, OPT_OUTPUT,
    OPT_SAID_BY, OPT_SOURCE, OPT_UNIT, OPT_STORY, OPT_COPIES, OPT_WHERE, OPT_SHAPE, OPT_PERIOD, OPT_MERGED, OPT_NO_FUTURE, OPT_MAN, OPT_HELP, OPT_COUNT
} cli_opt;

#define CLI_BIT(o) (UINT64_C(1) << (o))

typedef struct {
    const char *name; /* without the dashes */
    const char *arg;  /* what its value is called; NULL = takes none */
    const char *help;
    bool hidden;      /* for the makers of attaché only */
} cli_option;

enum { CLI_MAX_REPEATS = 16 }; /* of an option that may be given again */

typedef struct {
    const char *value[OPT_COUNT]; /* NULL = not given; "" when it takes none */
    const char *fields[CLI_MAX_REPEATS], *lexicons[CLI_MAX_REPEATS], *actors[CLI_MAX_REPEATS];
    int field_count, lexicon_count, actor_count; /* actors: of report; other commands take the last */
    char **paths;                 /* operands */
    int path_count;
} cli_args;

typedef struct cli_command {
    const char *name;
    int (*run)(const cli_args *args);
    const char *operands; /* "[OPTION]... PATH..." */
    const char *summary;  /* one line, for the list of commands */
    const char *about;    /* paragraphs, split by empty lines */
    const char *examples; /* lines, each two: command, what it does */
    uint64_t options;     /* CLI_BIT of cli_opt */
    int min_paths, max_paths; /* max -1 = any number */
} cli_command;

/* ---- commands.c ---- */
const cli_command *cli_command_at(int i); /* NULL after the last */
const cli_command *cli_command_named(const char *name);

/* ---- options.c ---- */
const cli_option *cli_option_at(cli_opt o);
/* 0, or CLI_USAGE with a message on stderr. argv[0] is the command; operands are moved to the front of argv[1..]. */
int cli_parse(const cli_command *cmd, int argc, char **argv, cli_args *out);
/* The nearest of the words to a mistyped one, or NULL when none is near. */
const char *cli_nearest(const char *word, const char *const *words, int n);
/* Value of an option as day, count or one of a list; false with a message. Unset: *out is untouched. */
/* --date, leniently: left alone when it is not given; ATT_NO_DAY, with a word on standard error, when it is no day. */
void cli_published(const cli_args *a, att_day *day);
bool cli_day(const cli_args *a, cli_opt o, att_day *first, att_day *last);
bool cli_count(const cli_args *a, cli_opt o, uint32_t min, uint32_t max, uint32_t *out);

/* ---- help.c ---- */
void cli_help_main(att_buf *out);
void cli_help_command(att_buf *out, const cli_command *cmd);
void cli_man_main(att_buf *out);
void cli_man_command(att_buf *out, const cli_command *cmd);

/* ---- message.c ---- */
/* "attache: ..." on stderr. */
void cli_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* "attache: FILE: message" */
void cli_say_err(att_slice file, att_err err);

/* ---- output.c ---- */
typedef enum { CLI_TABLE, CLI_JSONL, CLI_CSV } cli_format;
/* --format, or by where standard output goes; false with a message. */
bool cli_format_of(const cli_args *a, cli_format *out);
/* All of it to standard output. 0, CLI_PIPE (silent) or CLI_OUTPUT (with a message). */
int cli_write(const char *p, size_t n);
int cli_write_buf(att_buf *b); /* and clears it */
/* Columns of the terminal behind fd, or 80. */
int cli_width(int fd);
bool cli_is_terminal(int fd);
/* May colours be used on standard output? */
bool cli_colours(void);

int cmd_code(const cli_args *a);
int cmd_ontology(const cli_args *a);
int cmd_parse(const cli_args *a);
int cmd_relate(const cli_args *a);
int cmd_add(const cli_args *a);
int cmd_quotes(const cli_args *a);
int cmd_positions(const cli_args *a);
int cmd_claims(const cli_args *a);
int cmd_eval(const cli_args *a);
int cmd_stories(const cli_args *a);
int cmd_statements(const cli_args *a);
int cmd_figures(const cli_args *a);
int cmd_search(const cli_args *a);
int cmd_timeline(const cli_args *a);
int cmd_network(const cli_args *a);
int cmd_events(const cli_args *a);
int cmd_series(const cli_args *a);
int cmd_serve(const cli_args *a);
int cmd_actors(const cli_args *a);
int cmd_report(const cli_args *a);
int cmd_explain(const cli_args *a);
int cmd_help(const cli_args *a);
int cmd_version(const cli_args *a);

#endif
