/* commands.c: the one table of commands. */
#include "cli/cli.h"

#define CODING (CLI_BIT(OPT_NO_FUTURE) | CLI_BIT(OPT_RULES))
#define READING (CLI_BIT(OPT_DATE) | CLI_BIT(OPT_JOBS) | CLI_BIT(OPT_INPUT) | CLI_BIT(OPT_FIELD) | CLI_BIT(OPT_LEXICON) | CLI_BIT(OPT_MODEL) | CLI_BIT(OPT_ONTOLOGY))
#define ALWAYS (CLI_BIT(OPT_HELP) | CLI_BIT(OPT_MAN))
#define SUMMING (ALWAYS | CLI_BIT(OPT_FROM) | CLI_BIT(OPT_TO) | CLI_BIT(OPT_SHAPE))
#define ASKING (SUMMING | CLI_BIT(OPT_SOURCE) | CLI_BIT(OPT_LIMIT))

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
     READING | ALWAYS | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_ONLY) | CLI_BIT(OPT_TEXT) | CODING, 1, -1},
    {"add", cmd_add, "[OPTION]... STORE PATH...",
     "code articles into a store (an SQLite file)",
     "Codes articles into a store, which is made when it is not there. An article that is already stored with the same text is "
     "left alone; one whose text has changed becomes a new version, and the older one is kept. Copies of articles are marked.\n\n"
     "What the closing line reports as stored is on the disk, whatever happens after; stopped in the middle, the same command "
     "goes on where it was.",
     "attache add news.db articles/\ncode a folder into news.db\n"
     "attache add news.db --field text=body export.csv\ncode a CSV file whose articles are in the column body\n",
     READING | ALWAYS | CODING, 2, -1},
    {"events", cmd_events, "[OPTION]... STORE",
     "ask a store for events",
     "Prints the events of a store that meet all conditions, by date. Only the newest version of each article counts.\n\n"
     "With --merged, rows of several articles that tell one event are one, with the number of independent sources and of copies; TSV is always so.",
     "attache events news.db --actor USA --recipient RUS\nwhat the United States did to Russia\n"
     "attache events news.db --type THREATEN,ASSAULT --from 2022-02 --to 2022-03\nthreats and attacks of two months\n"
     "attache events news.db --merged --said-by RUS\nwhat stands on Russia's word, each event once\n"
     "attache events news.db --status occurred --format csv > events.csv\nall that happened, for a spreadsheet\n",
     ASKING | CLI_BIT(OPT_ACTOR) | CLI_BIT(OPT_RECIPIENT) | CLI_BIT(OPT_TYPE) | CLI_BIT(OPT_STATUS) | CLI_BIT(OPT_SAID_BY) | CLI_BIT(OPT_WHERE) |
         CLI_BIT(OPT_STORY) | CLI_BIT(OPT_MERGED), 1, 1},
    {"statements", cmd_statements, "[OPTION]... STORE",
     "ask a store who said what",
     "Prints what was said, by date: quotations and reported speech. Copies of articles don't count unless --copies is given.",
     "attache statements news.db --speaker RUS --from 2022-02\nwhat Russia and its officials said since February\n",
     ASKING | CLI_BIT(OPT_SPEAKER) | CLI_BIT(OPT_STORY) | CLI_BIT(OPT_COPIES), 1, 1},
    {"figures", cmd_figures, "[OPTION]... STORE",
     "ask a store which numbers were reported",
     "Prints the figures of a store, by the day that they are for. Copies of articles don't count unless --copies is given.",
     "attache figures news.db --unit troops --of RUS\nhow many troops Russia was said to have, and where\n",
     ASKING | CLI_BIT(OPT_UNIT) | CLI_BIT(OPT_OF) | CLI_BIT(OPT_WHERE) | CLI_BIT(OPT_STORY) | CLI_BIT(OPT_COPIES), 1, 1},
    {"stories", cmd_stories, "[OPTION]... STORE [STORY | join NAME... | split NAME... | release NAME...]",
     "ask a store which articles tell the same story",
     "Prints the stories of a store, the largest first: first report, outlets, copies, rewrites. With the id of a story, its articles.\n\n"
     "join puts the stories named (or those of the articles named) together; split takes the articles named out of their story; it stays so, "
     "whatever is added later. release forgets what was done to the articles named.",
     "attache stories news.db\nall stories\n"
     "attache stories news.db s0f3a5c1d2e4b6978\nthe articles of one\n"
     "attache stories news.db join s0f3a5c1d2e4b6978 s1b2c3d4e5f60718\nthese two are one\n"
     "attache stories news.db split 2022-ukraine.txt\nthis article does not belong there\n",
     ASKING, 1, 65},
    {"search", cmd_search, "[OPTION]... STORE WORDS",
     "search the articles of a store, or what was said",
     "Full-text search, best first, with the place where the words stand. Words are stemmed. A phrase stands in quotation marks; OR, AND, NOT and "
     "word* work as in SQLite's FTS5. With --speaker, only what that speaker said is searched.",
     "attache search news.db \"sanctions gas\"\narticles with both words\n"
     "attache search news.db \"no-fly zone\" --speaker Zelensky\nwhat Zelensky said of it\n",
     ASKING | CLI_BIT(OPT_SPEAKER) | CLI_BIT(OPT_STORY) | CLI_BIT(OPT_COPIES), 2, 2},
    {"timeline", cmd_timeline, "[OPTION]... STORE [PARTY [PARTY]]",
     "show the events of a store through time",
     "Counts events by day, week, month or year and by quad class, with the mean PLOVER score, as bars and sparklines; in a pipe as JSON Lines. "
     "With one party (a code: RUS, IGO:NATO) what it does to others and others to it; with two what passes between them. Copies of articles don't count.",
     "attache timeline news.db RUS UKR --by week\nhow it went between Russia and Ukraine\n",
     SUMMING | CLI_BIT(OPT_STATUS) | CLI_BIT(OPT_PERIOD), 1, 3},
    {"network", cmd_network, "[OPTION]... STORE",
     "show who deals with whom",
     "Prints pairs of parties with the number of events between them, in cooperation and in conflict, and their mean PLOVER score; those with most "
     "events first. Copies of articles don't count.",
     "attache network news.db --limit 20\nthe busiest pairs\n"
     "attache network news.db --actor RUS --format csv > russia.csv\nall that Russia takes part in, for a graph program\n",
     SUMMING | CLI_BIT(OPT_ACTOR) | CLI_BIT(OPT_LIMIT), 1, 1},
    {"quotes", cmd_quotes, "[OPTION]... PATH...",
     "read articles, print who says what",
     "Reads articles as code does, and prints for each who speaks, in which words, and where: quotations and reported speech. What interrupts a "
     "quotation is left out. On a terminal it reads like a page; in a pipe the statement records are JSON Lines.",
     "attache quotes article.txt\nwho says what in an article\n"
     "attache quotes news/ --speaker RUS --format csv > russia.csv\nall that Russia and its officials say, for a spreadsheet\n",
     READING | ALWAYS | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_SPEAKER), 1, -1},
    {"positions", cmd_positions, "[OPTION]... STORE",
     "ask a store who stands where on which issue",
     "Prints the ledger of positions: for each issue which party is for it, against it or ties it to a condition, since when, in how many articles, "
     "and what changed. Persons of a government stand for it. Each row has the words that it rests on. Copies don't count.",
     "attache positions news.db --issue NATO\nwho stands where on NATO\n"
     "attache positions news.db --holder RUS --from 2022-01\nall that Russia demands, offers and rejects since January\n",
     ALWAYS | CLI_BIT(OPT_ISSUE) | CLI_BIT(OPT_HOLDER) | CLI_BIT(OPT_FROM) | CLI_BIT(OPT_TO) | CLI_BIT(OPT_LIMIT) | CLI_BIT(OPT_FORMAT), 1, 1},
    {"claims", cmd_claims, "[OPTION]... STORE",
     "ask a store which assertions others deny, doubt or confirm",
     "Prints assertions with all that answer them, in the same article or in another. An assertion that many articles tell is printed once. "
     "Where only a denial tells of it, the statement of another article that says so is looked for.",
     "attache claims news.db --disputed\nwhat the parties don't agree on\n"
     "attache claims news.db --by RUS --format csv > claims.csv\nRussia's claims and their answers, for a spreadsheet\n",
     ALWAYS | CLI_BIT(OPT_BY) | CLI_BIT(OPT_DISPUTED) | CLI_BIT(OPT_FROM) | CLI_BIT(OPT_TO) | CLI_BIT(OPT_LIMIT) | CLI_BIT(OPT_FORMAT), 1, 1},
    {"series", cmd_series, "[OPTION]... STORE UNIT",
     "follow a number through the articles of a store",
     "Prints what the articles of a store say of one quantity through time: how many, as of when, on whose word, and a chart. UNIT is what "
     "is counted (troops, dead, USD); words that count the same kind of thing are found with it (soldiers, personnel).\n\n"
     "An estimate is marked older when the same claimant gives a newer one or the article itself corrects it, and two that no number can "
     "satisfy both, of different claimants within a week, are marked as contradicting each other.",
     "attache series news.db troops --of RUS --place \"Ukraine border\"\nhow many Russian troops stand there, who says so\n"
     "attache series news.db dead --from 2022-02-24 --format csv > dead.csv\na death toll for a spreadsheet\n",
     ALWAYS | CLI_BIT(OPT_OF) | CLI_BIT(OPT_PLACE) | CLI_BIT(OPT_FROM) | CLI_BIT(OPT_TO) | CLI_BIT(OPT_FORMAT), 2, 2},
    {"serve", cmd_serve, "[OPTION]... STORE",
     "show a store as a page in the browser",
     "Serves a store as a page at 127.0.0.1: a timeline, tables with filters, articles with everything that was read in them, actors, "
     "stories, figures, a map and search. Prints the address; ends with Ctrl-C. The store is only read, and may be added to meanwhile. "
     "Nothing leaves the computer, and no other computer can connect.",
     "attache serve news.db\nshow news.db, and print the address of the page\n"
     "attache serve --open --port 9000 news.db\nat port 9000, and open the browser there\n",
     ALWAYS | CLI_BIT(OPT_PORT) | CLI_BIT(OPT_OPEN), 1, 1},
    {"actors", cmd_actors, "check FILE... | lookup NAME | unknown STORE|PATH...",
     "the knowledge of actors: who is it, what is wrong, who is missing",
     "lookup tells who is meant by a name on a day (--date), other spellings and slips of the pen included, the likeliest first and "
     "those that were second behind it.\n\n"
     "check reads a lexicon of your own (the form of data/actors, with a line '# kind: persons' at its head, or PETRARCH's) and "
     "names what is wrong in it: file, line, and the cure. Exit status 1 when there is a fault.\n\n"
     "unknown lists the names that appear most in articles, or act in a store, and that no list has: how often, an example, and "
     "a row to paste into a lexicon and to complete.",
     "attache actors lookup Selenskyj --date 2022-03-01\nwho that is, and who else could be meant\n"
     "attache actors check my-actors.txt\nfaults with their lines\n"
     "attache actors unknown --limit 20 articles/\nthe twenty names most worth adding\n"
     "attache actors unknown --format csv news.db > unknown.csv\nof a store, for a spreadsheet\n",
     READING | ALWAYS | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_LIMIT), 1, -1},
    {"report", cmd_report, "[OPTION]... STORE",
     "write a brief on some actors, as one HTML file or as Markdown",
     "Writes a report on what the articles of a store tell of some actors: counts, a timeline, the key events with their sources, quotes, demands, "
     "figures and disputed claims. With one --actor it is about all that actor did or had done to it; with several, about what was between them. "
     "The HTML file holds all it needs, and no scripts. An event without a date counts on the day of its article.\n\n"
     "--format is html or md; default: by the name of --output, else md.",
     "attache report news.db --actor RUS --actor UKR --from 2022-01 --to 2022-02 -o brief.html\nwhat was between Russia and Ukraine in two months\n"
     "attache report news.db --actor IGO:NATO --format md\nall about NATO, as Markdown\n",
     ALWAYS | CLI_BIT(OPT_ACTOR) | CLI_BIT(OPT_FROM) | CLI_BIT(OPT_TO) | CLI_BIT(OPT_OUTPUT) | CLI_BIT(OPT_FORMAT), 1, 1},
    {"explain", cmd_explain, "[OPTION]... SENTENCE | FILE",
     "show how a sentence was understood, step by step",
     "Shows the tokens with tags and lemmas, the tree, the clauses, the mentions with what they stand for, the notes of the "
     "stages (what was considered and dropped), and the events with the rule behind each field. The argument is a sentence, or "
     "the path of an article.",
     "attache explain \"Russia threatened to cut gas supplies to Poland.\"\none sentence\n"
     "attache explain article.txt --sentence 3\nthe third sentence of an article\n",
     ALWAYS | CLI_BIT(OPT_DATE) | CLI_BIT(OPT_SENTENCE) | CODING | CLI_BIT(OPT_LEXICON) | CLI_BIT(OPT_MODEL) | CLI_BIT(OPT_ONTOLOGY), 1, -1},
    {"parse", cmd_parse, "[OPTION]... PATH",
     "sentences, tokens, tags and trees as CoNLL-U",
     "Splits raw text into sentences and tokens and writes lemmas, tags, features and Universal Dependencies trees as CoNLL-U. "
     "MISC holds the byte offsets of each token in the input. With --from conllu the given tokens are kept, and MISC gets the "
     "names found (NER=B-PER) and how far the text says that a predicate happened, from -3 to 3 (Factuality=2.50). --json has both, and the "
     "clauses: subject, object, tense, modality, and the words that embed them.",
     "attache parse article.txt\nthe trees of an article\n"
     "attache parse --from conllu gold.conllu\ntag and parse given tokens\n",
     ALWAYS | CLI_BIT(OPT_CONLLU) | CLI_BIT(OPT_JSON) | CLI_BIT(OPT_GOLD) | CLI_BIT(OPT_MODEL), 1, 1},
    {"relate", cmd_relate, "[OPTION]... [FILE]",
     "type the event between two marked actors",
     "Reads a TSV table whose header has a column marked_sentence, where <s>...</s> marks the actor and <t>...</t> the "
     "recipient, and writes the same rows with event_type, mode, cameo, quad and confidence added. Every row gets an answer.",
     "attache relate pairs.tsv > typed.tsv\nanswer every row of a table\n",
     ALWAYS | CLI_BIT(OPT_MODEL) | CLI_BIT(OPT_RULES) | CLI_BIT(OPT_ONTOLOGY), 0, 1},
    {"eval", cmd_eval, "[OPTION]... GOLD SYSTEM",
     "measure coded events against your own",
     "Compares the events of SYSTEM with those of GOLD, both JSON Lines as attache code writes them (a file, or a folder of .jsonl files), "
     "and prints precision, recall and F1 at five levels (type, dyad, status, date, place) with 95 % confidence limits, what was taken "
     "for what, and the worst errors with their sentences. How records are matched: docs/events.md.",
     "attache eval my-coding.jsonl records.jsonl\nhow far the program agrees with you\n"
     "attache eval gold/ records.jsonl --limit 100 --format jsonl\nthe same with a hundred errors, for a script\n",
     ALWAYS | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_LIMIT), 2, 2},
    {"ontology", cmd_ontology, "[OPTION]... [types | cameo | repairs | contexts | frames | check DIR | import FILE]",
     "print, check or import types, codes and frames",
     "Prints what events are coded as: PLOVER's types and modes with quad and score (types, the default), CAMEO's codes with Goldstein "
     "score and the PLOVER type and mode that they become (cameo), where that differs from the published conversion table and why "
     "(repairs), the contexts, or the lexicon of frames.\n\n"
     "check DIR reads a folder of files of your own (see --ontology), names each faulty line, and tries the example sentence of each "
     "frame. import FILE turns a verb dictionary of TABARI or PETRARCH, with CAMEO codes, into frames.",
     "attache ontology cameo --format csv > cameo.csv\nthe codes for a spreadsheet\n"
     "attache ontology import CAMEO.verbs.txt > mine/frames-mine.txt\nan older dictionary as frames\n"
     "attache ontology check mine\nis each line well formed, does each example hold?\n"
     "attache code --ontology mine article.txt\ncode with these frames first\n",
     ALWAYS | CLI_BIT(OPT_FORMAT) | CLI_BIT(OPT_MODEL) | CLI_BIT(OPT_ONTOLOGY), 0, 2},
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
