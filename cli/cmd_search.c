/* cmd_search.c: full-text search, best first, with snippets: articles, or what a speaker said. */
#include "cli/ask.h"

int cmd_search(const cli_args *a)
{
    static const att_cell_column ARTICLES[] = {{"published", "DATE", 10, false}, {"outlet", "OUTLET", 16, false}, {"doc", "ARTICLE", 20, false}, {"title", "TITLE", 0, false}};
    static const att_cell_column SAID[] = {{"date", "DATE", 10, false}, {"speaker", "SPEAKER", 28, false}, {"outlet", "OUTLET", 16, false}, {"doc", "ARTICLE", 0, false}};
    static const att_cell_layout ARTICLE = {"article", ARTICLES, 4, "snippet"}, STATEMENT = {"statement", SAID, 4, "snippet"};
    att_ask ask;
    if (!cli_ask_of(a, &ask)) return CLI_USAGE;
    ask.words = att_slice_of(a->paths[1]);
    if (att_trim(ask.words).len == 0) {
        cli_say("nothing to search for: name words, as in: attache search news.db \"no-fly zone\"");
        return CLI_USAGE;
    }
    if (!ask.limit) ask.limit = 50;
    bool said = ask.speaker.len != 0;
    return cli_ask_run(a, said ? ATT_ASK_SAID : ATT_ASK_ARTICLES, &ask, said ? &STATEMENT : &ARTICLE, "nothing found");
}
