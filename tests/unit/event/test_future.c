/* The PLOVER manual's rules for what is to come, on and off. */
#include "support/engine.h"

#include "event/event.h"

/* "TYPE mode cameo status RULE" of each event. */
static void show(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        test_put(out, "%s%s %.*s %.*s %s %s", *out ? "; " : "", att_event_type_name((att_event_type)e->type), e->mode.len ? (int)e->mode.len : 1,
                 e->mode.len ? e->mode.ptr : "-", (int)e->cameo.len, e->cameo.ptr, att_status_name((att_status)e->status), e->type_rule);
    }
}

static const test_row ON[] = {
    {"Macron will visit Moscow on Friday.", "2022-03-16", "AGREE - 036 planned FUTURE_AGREE", NULL},
    {"Germany will send weapons to Kenya.", NULL, "AGREE - 033 planned FUTURE_AGREE", NULL},
    {"Japan and India will hold joint drills.", NULL, "AGREE - 031 planned FUTURE_AGREE", NULL},
    {"France will support Mali.", NULL, "AGREE - 032 planned FUTURE_AGREE", NULL},
    {"France plans to withdraw its troops from Mali.", NULL, "CONCEDE - 0356 planned FUTURE_CONCEDE", NULL},
    {"Israel will release 20 Palestinian prisoners.", NULL, "CONCEDE - 0353 planned FUTURE_CONCEDE", NULL},
    {"\"We will bomb Syria,\" Israeli Prime Minister Naftali Bennett said.", NULL, "THREATEN violence 1384 planned FUTURE_THREATEN", NULL},
    {"Russia said it will expel Polish diplomats.", NULL, "THREATEN expel 136 planned FUTURE_THREATEN", NULL},
    /* what others say of somebody, or what is only planned, is no threat of his */
    {"Israel said Iran will attack Kuwait.", NULL, "ASSAULT - 190 planned FRAME", NULL},
    {"Russia plans to invade Ukraine.", NULL, "ASSAULT - 190 planned FRAME", NULL},
    /* what happened keeps its type */
    {"Macron visited Moscow.", NULL, "CONSULT visit 042 occurred FRAME", NULL},
    {"France may withdraw its troops from Mali.", NULL, "RETREAT withdraw 0874 possible FRAME", NULL},
};

static const test_row OFF[] = {
    {"Macron will visit Moscow on Friday.", "2022-03-16", "CONSULT visit 042 planned FRAME", NULL},
    {"France plans to withdraw its troops from Mali.", NULL, "RETREAT withdraw 0874 planned FRAME", NULL},
    {"Russia said it will expel Polish diplomats.", NULL, "SANCTION expel 166 planned FRAME", NULL},
};

#define ROWS(table, who) test_list_rows(l, who, table, sizeof(table) / sizeof *(table), show)

int main(void)
{
    test_coder coder, off;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    test_coder_open(&off);
    off.worker.events.no_future_rules = true;
    ROWS(ON, &coder);
    ROWS(OFF, &off);
    int failed = test_list_run(l, "event/future");
    test_coder_close(&coder);
    test_coder_close(&off);
    free(l);
    return failed;
}
