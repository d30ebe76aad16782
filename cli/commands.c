/* commands.c: the one table of commands. */
#include "cli/cli.h"

#define READING (CLI_BIT(OPT_DATE) | CLI_BIT(OPT_JOBS) | CLI_BIT(OPT_INPUT) | CLI_BIT(OPT_FIELD) | CLI_BIT(OPT_LEXICON) | CLI_BIT(OPT_MODEL))
#define ALWAYS (CLI_BIT(OPT_HELP) | CLI_BIT(OPT_MAN))

static const cli_command COMMANDS[] = {
    {"code", cmd_code, "[OPTION]... PATH...",
     "read articles, print who did what to whom",
     "Reads articles from files, folders (with the folders in them) or standard input (-), and prints the records found in them: "
     "events, statements, figures. Plain text, HTML, JSON, JSON Lines, CSV and TSV are told apart by themselves.\n\n"
     "On a terminal the events are a table; in a pipe all records are JSON Lines. Input that can't be read is named on "
     "standard error, and the rest is still coded.",
     "attache code article.txt\nthe events of one article, as a table\n"
     "attache code news/ > records.jsonl\nall records of a folder of articles\n"
     "attache code --format csv --date 2022-02-14 - < article.txt\nevents as CSV; the article has no date of its own\n",
     READING | ALWAYS | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_ONLY) | CLI_BIT(OPT_TEXT), 1, -1},
    {"add", cmd_add, "[OPTION]... STORE PATH...",
     "code articles into a store (an SQLite file)",
     "Codes articles into a store, which is made when it is not there. An article that is already stored with the same text is "
     "left alone; one whose text has changed becomes a new version, and the older one is kept. Copies of articles are marked.\n\n"
     "What the closing line reports as stored is on the disk, whatever happens after; stopped in the middle, the same command "
     "goes on where it was.",
     "attache add news.db articles/\ncode a folder into news.db\n"
     "attache add news.db --field text=body export.csv\ncode a CSV file whose articles are in the column body\n",
     READING | ALWAYS, 2, -1},
    {"events", cmd_events, "[OPTION]... STORE",
     "ask a store for events",
     "Prints the events of a store that meet all conditions, by date. Only the newest version of each article counts.",
     "attache events news.db --actor USA --recipient RUS\nwhat the United States did to Russia\n"
     "attache events news.db --type THREATEN,ASSAULT --from 2022-02 --to 2022-03\nthreats and attacks of two months\n"
     "attache events news.db --status occurred --format csv > events.csv\nall that happened, for a spreadsheet\n",
     ALWAYS | CLI_BIT(OPT_ACTOR) | CLI_BIT(OPT_RECIPIENT) | CLI_BIT(OPT_TYPE) | CLI_BIT(OPT_STATUS) | CLI_BIT(OPT_FROM) |
         CLI_BIT(OPT_TO) | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_LIMIT), 1, 1},
    {"serve", cmd_serve, "[OPTION]... STORE",
     "show a store as a page in the browser",
     "Serves a store as a page at 127.0.0.1: a timeline, tables with filters, articles with everything that was read in them, actors, "
     "stories, figures, a map and search. Prints the address; ends with Ctrl-C. The store is only read, and may be added to meanwhile. "
     "Nothing leaves the computer, and no other computer can connect.",
     "attache serve news.db\nshow news.db, and print the address of the page\n"
     "attache serve --open --port 9000 news.db\nat port 9000, and open the browser there\n",
     ALWAYS | CLI_BIT(OPT_PORT) | CLI_BIT(OPT_OPEN), 1, 1},
    {"explain", cmd_explain, "[OPTION]... SENTENCE | FILE",
     "show how a sentence was understood, step by step",
     "Shows the tokens with tags and lemmas, the tree, the clauses, the mentions with what they stand for, the notes of the "
     "stages (what was considered and dropped), and the events with the rule behind each field. The argument is a sentence, or "
     "the path of an article.",
     "attache explain \"Russia threatened to cut gas supplies to Poland.\"\none sentence\n"
     "attache explain article.txt --sentence 3\nthe third sentence of an article\n",
     ALWAYS | CLI_BIT(OPT_DATE) | CLI_BIT(OPT_SENTENCE) | CLI_BIT(OPT_LEXICON) | CLI_BIT(OPT_MODEL), 1, -1},
    {"parse", cmd_parse, "[OPTION]... PATH",
     "sentences, tokens, tags and trees as CoNLL-U",
     "Splits raw text into sentences and tokens and writes lemmas, tags, features and Universal Dependencies trees as CoNLL-U. "
     "MISC holds the byte offsets of each token in the input. With --from conllu the given tokens are kept, and MISC gets the "
     "names found (NER=B-PER).",
     "attache parse article.txt\nthe trees of an article\n"
     "attache parse --from conllu gold.conllu\ntag and parse given tokens\n",
     ALWAYS | CLI_BIT(OPT_CONLLU) | CLI_BIT(OPT_JSON) | CLI_BIT(OPT_GOLD) | CLI_BIT(OPT_MODEL), 1, 1},
    {"relate", cmd_relate, "[OPTION]... [FILE]",
     "type the event between two marked actors",
     "Reads a TSV table whose header has a column marked_sentence, where <s>...</s> marks the actor and <t>...</t> the "
     "recipient, and writes the same rows with event_type, mode, cameo, quad and confidence added. Every row gets an answer.",
     "attache relate pairs.tsv > typed.tsv\nanswer every row of a table\n",
     ALWAYS | CLI_BIT(OPT_MODEL) | CLI_BIT(OPT_RULES), 0, 1},
    {"help", cmd_help, "[COMMAND]", "explain attache or one of its commands", "Prints the help of attache or of a command.",
     "attache help code\nthe same as attache code --help\n", ALWAYS, 0, 1},
    {"version", cmd_version, "", "print the version", "Prints the version of the program and of the language model.",
     "attache version\n0.1.0, and which model was found\n", ALWAYS | CLI_BIT(OPT_MODEL), 0, 0},
};

enum { COUNT = sizeof COMMANDS / sizeof *COMMANDS };

const cli_command *cli_command_at(int i) { return i >= 0 && i < COUNT ? &COMMANDS[i] : NULL; }

const cli_command *cli_command_named(const char *name)
{
    for (int i = 0; i < COUNT; i++)
        if (strcmp(COMMANDS[i].name, name) == 0) return &COMMANDS[i];
    return NULL;
}
