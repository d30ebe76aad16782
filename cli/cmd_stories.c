/* cmd_stories.c: which articles tell the same story; putting stories together and apart by hand. */
#include <stdio.h>
#include <stdlib.h>

#include "cli/ask.h"
#include "store/stories.h"

static const att_cell_column COLUMNS[] = {
    {"id", "STORY", 17, false},         {"first_day", "FIRST", 10, false}, {"last_day", "LAST", 10, false},   {"articles", "ARTICLES", 8, true},
    {"outlets", "OUTLETS", 7, true},    {"copies", "COPIES", 6, true},     {"rewrites", "REWRITES", 8, true}, {"title", "TITLE", 0, false},
};
static const att_cell_layout LAYOUT = {"story", COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, NULL};

/* One story in full: a line for each report. */
static const att_cell_column REPORTS[] = {
    {"published", "PUBLISHED", 10, false}, {"outlet", "OUTLET", 16, false}, {"copy_kind", "COPY", 7, false}, {"doc", "ARTICLE", 20, false}, {"title", "TITLE", 0, false},
};
static const att_cell_layout REPORT_LAYOUT = {"report", REPORTS, sizeof REPORTS / sizeof *REPORTS, NULL};

static int by_hand(const cli_args *a, att_pin_how how)
{
    att_store *s;
    att_slice names[64];
    uint32_t n = 0;
    for (int i = 2; i < a->path_count && n < 64; i++) names[n++] = att_slice_of(a->paths[i]);
    if (n < (how == ATT_PIN_JOIN ? 2u : 1u)) {
        cli_say(how == ATT_PIN_JOIN ? "join takes two stories or articles at least" : "which articles? Name them as 'attache stories' does");
        return CLI_USAGE;
    }
    att_err e = att_store_open(&s, a->paths[0], ATT_STORE_WRITE);
    if (!att_failed(e)) e = att_store_pin(s, how, names, n);
    att_store_close(s);
    if (!att_failed(e)) {
        s = cli_store(a->paths[0]); /* finds the stories anew */
        att_store_close(s);
        return s ? CLI_FINE : CLI_NOTHING;
    }
    int rc = e.code == ATT_E_USAGE ? CLI_USAGE : CLI_NOTHING;
    e.sys = 0;
    cli_say_err(att_slice_of(a->paths[0]), e);
    return rc;
}

int cmd_stories(const cli_args *a)
{
    att_ask ask;
    if (!cli_ask_of(a, &ask)) return CLI_USAGE;
    if (a->path_count > 1) {
        const char *verb = a->paths[1];
        if (strcmp(verb, "join") == 0) return by_hand(a, ATT_PIN_JOIN);
        if (strcmp(verb, "split") == 0) return by_hand(a, ATT_PIN_SPLIT);
        if (strcmp(verb, "release") == 0) return by_hand(a, ATT_PIN_RELEASE);
        if (a->path_count > 2) {
            cli_say("stories knows join, split and release, not '%s'", verb);
            return CLI_USAGE;
        }
        ask.story = att_slice_of(verb);
        ask.copies = true;
        return cli_ask_run(a, ATT_ASK_REPORTS, &ask, &REPORT_LAYOUT, "there is no such story");
    }
    return cli_ask_run(a, ATT_ASK_STORIES, &ask, &LAYOUT, "no stories meet these conditions");
}
