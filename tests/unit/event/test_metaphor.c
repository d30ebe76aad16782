/* test_metaphor.c: words of events that tell of none, or of another: figures of speech, things that are no party, common people among themselves.
 * Every event of the sentence is in the row, and no other. */
#include "support/engine.h"

#include "event/event.h"

static const test_row FIGURES[] = {
    {"The Peruvian government is fighting poverty.", NULL, "", NULL},
    {"The minister of Malta spoke of a battle against corruption.", NULL, "", NULL},
    {"The new law is an assault on democracy in Chile.", NULL, "", NULL},
    {"The delay could threaten the stability of Chad.", NULL, "", NULL},
    {"Senator Elizabeth Warren keeps fighting.", NULL, "", NULL},
    {"The leak compromised the safety of the Danish embassy.", NULL, "", NULL},
    {"Chadian soldiers are fighting the rebels.", NULL, "ASSAULT TCD > REB ongoing", NULL},
    {"The Maltese minister pressed his attack that the Greek premier is not qualified.", NULL, "ACCUSE MLT > GRC occurred", NULL},
    {"The French and Italian ministers clashed over the budget.", NULL, "ACCUSE FRA,ITA > - occurred", NULL},
    {"French and Italian soldiers clashed near the border.", NULL, "ASSAULT FRA,ITA > - occurred", NULL},
};

static const test_row THINGS[] = {
    {"Norway has no plans to host nuclear weapons.", NULL, "", NULL},
    {"Qatar hosted the exhibition in Doha.", NULL, "", NULL},
    {"Qatar hosted the Iranian president.", NULL, "CONSULT IRN > QAT occurred", NULL},
    {"The Danish government signed a licence agreement.", NULL, "", NULL},
    {"The Danish government met the conditions.", NULL, "", NULL},
    {"The ministers of Chile and Peru met in Lima.", NULL, "CONSULT CHL,PER > - occurred", NULL},
    {"The Polish and Czech presidents discussed Russia.", NULL, "CONSULT CZE,POL > - occurred", NULL},
    {"The confrontation between Indian and Chinese soldiers turned bloody.", NULL, "ASSAULT CHN,IND > - occurred", NULL},
    {"New powers are needed to close the courts, the police of Kenya told the ministers.", NULL, "", NULL},
};

static const test_row PRIVATE[] = {
    {"Dealers are worried about the price of copper.", NULL, "", NULL},
    {"Pilgrims were travelling to Saudi Arabia.", NULL, "", NULL},
    {"Students met strangers online.", NULL, "", NULL},
    {"The Turkish president travelled to Saudi Arabia.", NULL, "CONSULT TUR > SAU occurred", NULL},
};

/* Willing to do what, and to whom? */
static const test_row WILLING[] = {
    {"Armenia is willing to negotiate with Turkey.", NULL, "AGREE ARM > TUR ongoing", NULL},
    {"Slovenia is ready to train Ukrainian soldiers.", NULL, "AGREE SVN > UKR ongoing", NULL},
    {"Slovenian voters are ready for a rest.", NULL, "", NULL},
    {"The Danish minister is eager to win.", NULL, "", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_put_events)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(FIGURES);
    ROWS(THINGS);
    ROWS(PRIVATE);
    ROWS(WILLING);
    int failed = test_list_run(l, "event/metaphor");
    test_coder_close(&coder);
    free(l);
    return failed;
}
