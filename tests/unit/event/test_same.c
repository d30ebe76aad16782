/* One event told twice in an article: the poorer telling names the fuller; what differs stays apart. */
#include "support/engine.h"

#include "event/event.h"

/* "i>k" for each event i that names event k, from 1. */
static void show(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++)
        if (doc->events.at[i].same_as) test_put(out, "%s%u>%u", *out ? " " : "", i, doc->events.at[i].same_as);
}

static const test_row SAME[] = {
    {"Israel bombed Syria. On Monday Israel bombed Syria near Aleppo.", "2022-02-16", "1>2", NULL},
    {"Colombian rebels kidnapped an Italian engineer on Monday. The kidnapping of the Italian engineer shocked Rome.", "2022-02-16", "2>1", NULL},
    {"France expelled four Russian diplomats. France expelled four Russian diplomats from Paris on Monday.", "2022-02-16", "1>2", NULL},
};

static const test_row APART[] = {
    {"Israel bombed Syria. Israel bombed Lebanon.", NULL, "", NULL},
    {"Israel bombed Syria on Monday. Israel bombed Syria on Sunday.", "2022-02-16", "", NULL},
    {"Israel bombed Syria. Israel will bomb Syria.", NULL, "", NULL},
    {"Iran criticised Bahrain. Iran was criticised by Bahrain.", NULL, "", NULL},
    {"Turkish troops killed three Syrians. Turkish troops killed eight Syrians.", NULL, "", NULL},
};

#define ROWS(table, how) test_list_rows(l, &coder, table, sizeof table / sizeof *table, how)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(SAME, show);
    ROWS(APART, show);
    int failed = test_list_run(l, "event/same");
    test_coder_close(&coder);
    free(l);
    return failed;
}
