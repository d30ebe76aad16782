/* options.c: the one table of options, and the reading of command lines by it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/civil.h"
#include "cli/cli.h"
#include "text/meta.h"

/* In the order of cli_opt. */
static const cli_option OPTIONS[OPT_COUNT] = {
    [OPT_DATE] = {"date", "DAY", "the day of publication (2022-02-14, Feb. 14, 2022, 11/28/2016), in the place of what the articles say", false},
    [OPT_FORMAT] = {"format", "FORMAT", "table, jsonl (JSON Lines) or csv; default: table on a terminal, else jsonl", false},
    [OPT_ONLY] = {"only", "TYPES", "record types, with commas: document, event, statement, figure, position, claim, timex, place, name, mention, or all; default: the first six", false},
    [OPT_TEXT] = {"text", NULL, "put the text that the offsets count into the document record", false},
    [OPT_JOBS] = {"jobs", "N", "threads; default: one for each processor. The output is the same for any number", false},
    [OPT_INPUT] = {"input", "FORMAT", "plain, html, json, jsonl or csv; default: by the name and content of each file", false},
    [OPT_FIELD] = {"field", "NAME=KEY", "key or column that holds a field (text, title, date, url, outlet, author, id, dateline) in JSON and CSV; may be given again", false},
    [OPT_LEXICON] = {"lexicon", "FILE", "more actors, in the form of the files of data/actors; may be given again", false},
    [OPT_MODEL] = {"model", "FILE", "the language model; default: $ATTACHE_MODEL, else english.attm as installed", false},
    [OPT_CONLLU] = {"conllu", NULL, "write CoNLL-U (the default)", false},
    [OPT_JSON] = {"json", NULL, "write one JSON object for each sentence", false},
    [OPT_GOLD] = {"from", "conllu", "read CoNLL-U and keep its sentences and tokens", false},
    [OPT_ACTOR] = {"actor", "CODE", "only events whose actor has this code (USA, IGO:NATO), sector (GOV) or name", false},
    [OPT_RECIPIENT] = {"recipient", "CODE", "only events whose recipient has this code, sector or name", false},
    [OPT_TYPE] = {"type", "TYPE", "only events of this type (THREATEN); several with commas", false},
    [OPT_STATUS] = {"status", "STATUS", "only occurred, ongoing, history (of long ago), planned, conditional, possible, negated, alleged or denied; several with commas", false},
    [OPT_FROM] = {"from", "DAY", "nothing before this day, month or year", false},
    [OPT_TO] = {"to", "DAY", "nothing after this day, month or year", false},
    [OPT_LIMIT] = {"limit", "N", "at most N rows; of eval: errors (default 20)", false},
    [OPT_OF] = {"of", "CODE", "only figures of this owner: code (RUS), sector (MIL), both (\"RUS MIL\") or name", false},
    [OPT_PLACE] = {"place", "WORDS", "only figures whose place or sentence has all these words (\"Ukraine border\" finds \"Ukrainian borders\")", false},
    [OPT_SENTENCE] = {"sentence", "N", "only the Nth sentence, from 1", false},
    [OPT_RULES] = {"rules-only", NULL, "leave the learned part out: lexicon and rules decide alone", false},
    [OPT_SPEAKER] = {"speaker", "CODE", "only what this speaker says: a code (RUS, IGO:NATO), a sector, a name or part of one", false},
    [OPT_ISSUE] = {"issue", "WORDS", "only issues whose name has these words (NATO)", false},
    [OPT_HOLDER] = {"holder", "CODE", "only positions of this party: code, sector or name", false},
    [OPT_BY] = {"by", "CODE", "only claims of this party: code, sector or name", false},
    [OPT_DISPUTED] = {"disputed", NULL, "only claims that another party denies, doubts or wants proof of", false},
    [OPT_ONTOLOGY] = {"ontology", "DIR", "files of frames, codes and lists of your own, which lie over those of the program (docs/ontology.md)", false},
    [OPT_PORT] = {"port", "N", "the port to listen on; default: 8467, or one that is free", false},
    [OPT_OPEN] = {"open", NULL, "open the page in the browser", false},
    [OPT_WHERE] = {"place", "NAME", "only at this place, or in this country (UKR)", false},
    [OPT_SAID_BY] = {"said-by", "CODE", "only events that stand on the word of this party: code, sector or name", false},
    [OPT_SOURCE] = {"source", "OUTLET", "only articles whose outlet has this in its name", false},
    [OPT_UNIT] = {"unit", "NOUN", "only figures of this unit (troops, USD, percent); several with commas", false},
    [OPT_STORY] = {"story", "ID", "only articles of this story, as 'attache stories' names it", false},
    [OPT_COPIES] = {"copies", NULL, "copies and rewrites of articles count too", false},
    [OPT_SHAPE] = {"format", "FORMAT", "table, jsonl (JSON Lines), csv or tsv; default: table on a terminal, else jsonl", false},
    [OPT_PERIOD] = {"by", "PERIOD", "day, week, month or year; default: by the time covered", false},
    [OPT_MERGED] = {"merged", NULL, "one row for each event, however many articles tell it, with counts of sources and copies", false},
    [OPT_NO_FUTURE] = {"no-future-rules", NULL, "what is planned keeps the type of the act: a planned visit is CONSULT, planned, instead of AGREE", false},
    [OPT_OUTPUT] = {"output", "FILE", "write to this file (also -o FILE); its name says the format: .html or .md", false},
    [OPT_MAN] = {"man", NULL, "print the man page", true},
    [OPT_HELP] = {"help", NULL, "print this help", false},
};

const cli_option *cli_option_at(cli_opt o) { return &OPTIONS[o]; }

/* Edit distance with swaps of neighbours counted as one, cut off at 31 letters. */
static int distance(const char *a, const char *b)
{
    enum { MAX = 32 };
    int d[MAX][MAX];
    size_t n = strlen(a), m = strlen(b);
    if (n >= MAX || m >= MAX) return MAX;
    for (size_t i = 0; i <= n; i++) d[i][0] = (int)i;
    for (size_t j = 0; j <= m; j++) d[0][j] = (int)j;
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            int best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < best) best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best) best = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best) best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    return d[n][m];
}

const char *cli_nearest(const char *word, const char *const *words, int n)
{
    const char *found = NULL;
    int best = (int)strlen(word) / 3 + 1;
    for (int i = 0; i < n; i++) {
        int d = distance(word, words[i]);
        bool begins = strlen(word) >= 2 && strncmp(word, words[i], strlen(word)) == 0;
        if (begins) d = 1;
        if (d <= best) best = d - 1, found = words[i];
    }
    return found;
}

static int unknown_option(const cli_command *cmd, const char *arg, size_t len)
{
    const char *words[OPT_COUNT];
    char typed[64];
    int n = 0;
    snprintf(typed, sizeof typed, "%.*s", (int)len, arg);
    for (int i = 0; i < OPT_COUNT; i++)
        if (cmd->options & CLI_BIT(i)) words[n++] = OPTIONS[i].name;
    const char *near = cli_nearest(typed, words, n);
    if (near)
        cli_say("%s has no option --%s; did you mean --%s?", cmd->name, typed, near);
    else
        cli_say("%s has no option --%s; see 'attache %s --help'", cmd->name, typed, cmd->name);
    return CLI_USAGE;
}

static int find_option(const cli_command *cmd, const char *name, size_t len)
{
    for (int i = 0; i < OPT_COUNT; i++)
        if (cmd->options & CLI_BIT(i) && strlen(OPTIONS[i].name) == len && strncmp(OPTIONS[i].name, name, len) == 0) return i;
    return -1;
}

static bool repeat(const char **list, int *count, const char *value)
{
    if (*count < CLI_MAX_REPEATS) return list[(*count)++] = value, true;
    cli_say("an option may be given at most %d times", CLI_MAX_REPEATS);
    return false;
}

/* One "--name", "--name=value" or "--name value" at argv[*at]. */
static int take_option(const cli_command *cmd, int argc, char **argv, int *at, cli_args *out)
{
    const char *name = argv[*at] + 2, *equals = strchr(name, '=');
    size_t len = equals ? (size_t)(equals - name) : strlen(name);
    int o = find_option(cmd, name, len);
    if (o < 0) return unknown_option(cmd, name, len);
    const char *value = equals ? equals + 1 : "";
    if (!OPTIONS[o].arg && equals) {
        cli_say("--%s takes no value", OPTIONS[o].name);
        return CLI_USAGE;
    }
    if (OPTIONS[o].arg && !equals) {
        if (*at + 1 >= argc) {
            cli_say("--%s needs a value: --%s %s", OPTIONS[o].name, OPTIONS[o].name, OPTIONS[o].arg);
            return CLI_USAGE;
        }
        value = argv[++*at];
    }
    out->value[o] = value;
    if (o == OPT_FIELD && !repeat(out->fields, &out->field_count, value)) return CLI_USAGE;
    if (o == OPT_ACTOR && !repeat(out->actors, &out->actor_count, value)) return CLI_USAGE;
    if (o == OPT_LEXICON && !repeat(out->lexicons, &out->lexicon_count, value)) return CLI_USAGE;
    return CLI_FINE;
}

static int check_operands(const cli_command *cmd, const cli_args *a)
{
    if (a->value[OPT_HELP] || a->value[OPT_MAN]) return CLI_FINE;
    if (a->path_count < cmd->min_paths) {
        cli_say("too little to go on; usage: attache %s %s", cmd->name, cmd->operands);
        return CLI_USAGE;
    }
    if (cmd->max_paths >= 0 && a->path_count > cmd->max_paths) {
        cli_say("one argument too many: '%s'; usage: attache %s %s", a->paths[cmd->max_paths], cmd->name, cmd->operands);
        return CLI_USAGE;
    }
    return CLI_FINE;
}

int cli_parse(const cli_command *cmd, int argc, char **argv, cli_args *out)
{
    bool only_paths = false;
    *out = (cli_args){.paths = argv + 1};
    for (int i = 1; i < argc; i++) {
        const char *s = argv[i];
        if (only_paths || s[0] != '-' || s[1] == 0) {
            out->paths[out->path_count++] = argv[i];
        } else if (strcmp(s, "--") == 0) {
            only_paths = true;
        } else if (strcmp(s, "-h") == 0) {
            out->value[OPT_HELP] = "";
        } else if (strcmp(s, "-o") == 0 && cmd->options & CLI_BIT(OPT_OUTPUT) && i + 1 < argc) {
            out->value[OPT_OUTPUT] = argv[++i];
        } else if (s[1] == '-') {
            int rc = take_option(cmd, argc, argv, &i, out);
            if (rc) return rc;
        } else {
            cli_say("options are written out, with two dashes: '%s' is none; see 'attache %s --help'", s, cmd->name);
            return CLI_USAGE;
        }
    }
    return check_operands(cmd, out);
}

/* 11/28/2016: month, day, year as American archives write it; day first when the first number is above 12. */
static bool parse_slashed(att_slice v, att_day *day)
{
    att_slice rest = v, part;
    uint32_t n[3], i = 0;
    while (i < 3 && att_split(&rest, '/', &part))
        if (!att_to_u32(part, &n[i++])) return false;
    if (i != 3 || rest.ptr || n[2] < 1000 || n[0] > 31 || n[1] > 31) return false;
    int month = (int)(n[0] > 12 ? n[1] : n[0]), d = (int)(n[0] > 12 ? n[0] : n[1]);
    if (!att_date_valid((int)n[2], month, d)) return false;
    *day = att_day_of((int)n[2], month, d);
    return true;
}

/* A day that a condition needs: from, to. */
bool cli_day(const cli_args *a, cli_opt o, att_day *first, att_day *last)
{
    const char *v = a->value[o];
    if (!v) return true;
    att_day f, l;
    if (!att_parse_iso(att_slice_of(v), &f, &l)) {
        cli_say("--%s is a day such as 2022-02-14, not '%s'", OPTIONS[o].name, v);
        return false;
    }
    if (first) *first = f;
    if (last) *last = l;
    return true;
}

/* The day of publication as archives write it. What can't be read as one is said and left out: the articles are coded by the dates
 * that they name themselves. */
void cli_published(const cli_args *a, att_day *day)
{
    const char *v = a->value[OPT_DATE];
    if (!v || parse_slashed(att_slice_of(v), day)) return;
    att_day last, value = ATT_NO_DAY;
    if (!att_parse_iso(att_slice_of(v), &value, &last)) value = att_date_value(att_slice_of(v));
    if (value == ATT_NO_DAY) cli_say("--date '%s' is no day (write 2022-02-14): left out", v);
    *day = value;
}

bool cli_count(const cli_args *a, cli_opt o, uint32_t min, uint32_t max, uint32_t *out)
{
    const char *v = a->value[o];
    uint32_t n;
    if (!v) return true;
    if (!att_to_u32(att_slice_of(v), &n) || n < min || n > max) {
        cli_say("--%s is a number from %u to %u, not '%s'", OPTIONS[o].name, min, max, v);
        return false;
    }
    *out = n;
    return true;
}
