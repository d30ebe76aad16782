/* test_admit.c: which words are events of their own: judgements in speech, refusals, policy to come, crimes that a charge names, acts whose side nobody
 * names. Every event of the text is in the row, and no other. */
#include "support/engine.h"

/* What one says of another's deeds accuses him; what he says of his own, and what the reporter says, does not. */
static const test_row JUDGED[] = {
    {"The Danish minister said that the Swedish plan would harm fishermen.", NULL, "ACCUSE DNK > SWE occurred", NULL},
    {"The Danish minister said that Sweden had failed to protect the islands.", NULL, "ACCUSE DNK > SWE occurred", NULL},
    {"The Danish minister said that his plan would not harm fishermen.", NULL, "", NULL},
    {"The Danish minister said that the Danish government had failed to protect the islands.", NULL, "", NULL},
    {"The Swedish plan harmed fishermen.", NULL, "", NULL},
    {"The Danish minister said that the Swedish plan was wasteful.", NULL, "ACCUSE DNK > SWE occurred", NULL},
    {"The Swedish plan was wasteful.", NULL, "", NULL},
    {"The Danish premier described the Swedish plan as unfair.", NULL, "ACCUSE DNK > SWE occurred", NULL},
    {"Denmark said the Swedish premier was a coward.", NULL, "ACCUSE DNK > SWE occurred", NULL},
};

static const test_row REFUSED[] = {
    {"Latvia will not allow Cuban ships to land.", NULL, "REJECT LVA > CUB occurred", NULL},
    {"The Latvian president said that Latvia could not accept the Cuban plan.", NULL, "REJECT LVA > CUB occurred", NULL},
    {"Malta no longer recognises the Libyan parliament.", NULL, "REJECT MLT > LBY occurred", NULL},
    {"Malta recognises the Libyan parliament.", NULL, "SUPPORT MLT > LBY occurred", NULL},
    {"Ankara will not tolerate Greek silence.", NULL, "ACCUSE TUR > GRC occurred", NULL},
};

static const test_row TO_COME[] = {
    {"The Peruvian government will amend the pension law.", NULL, "AGREE PER > - planned", NULL},
    {"The Peruvian government amended the pension law.", NULL, "", NULL},
    {"The Peruvian president said that he would abide by the ruling.", NULL, "AGREE PER > - planned", NULL},
    {"The Peruvian government plans to reduce taxes.", NULL, "AGREE PER > - planned", NULL},
    {"The Peruvian government shelved its plan for a tax.", NULL, "CONCEDE PER > - occurred", NULL},
    {"The Peruvian government put its tax plan on hold.", NULL, "CONCEDE PER > - occurred", NULL},
};

static const test_row NAMED[] = {
    {"Prosecutors in Oslo charged a Serbian general with genocide.", NULL, "ACCUSE NOR > SRB occurred; ASSAULT SRB > - alleged", NULL},
    {"The Libyan parliament rejected a plea by the Maltese minister for calm.", NULL, "REJECT LBY > MLT occurred; REQUEST MLT > LBY occurred", NULL},
    {"The Libyan parliament rejected demands for calm.", NULL, "REJECT LBY > - occurred", NULL},
    {"The Chadian minister flew to Cairo to demand fair elections.", NULL, "CONSULT TCD > EGY occurred; REQUEST TCD > - occurred", NULL},
    {"The Chadian minister said that the law must be changed.", NULL, "REQUEST TCD > - occurred", NULL},
    {"The Chadian minister said that the law should have been changed.", NULL, "", NULL},
    {"The Chadian minister demanded that the law should be changed.", NULL, "REQUEST TCD > - occurred", NULL},
    {"The Danish premier clashed with the Swedish minister over fishing.", NULL, "ACCUSE DNK,SWE > - occurred", NULL},
    {"Kenyan soldiers clashed with Somali rebels over wells.", NULL, "ASSAULT KEN,SOM > - occurred", NULL},
};

/* Nobody is named: an event where the talk is of events, none where it stands by itself. */
static const test_row ALONE[] = {
    {"Plans for a new tax were scrapped.", NULL, "", NULL},
    {"Plans for a new tax were scrapped. Estonia praised the Latvian government. Finland criticised the Latvian government. Norway urged Latvia to "
     "reform its courts.",
     NULL, "CONCEDE - > - occurred; SUPPORT EST > LVA occurred; ACCUSE FIN > LVA occurred; REQUEST NOR > LVA occurred", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_put_events)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(JUDGED);
    ROWS(REFUSED);
    ROWS(TO_COME);
    ROWS(NAMED);
    ROWS(ALONE);
    int failed = test_list_run(l, "event/admit");
    test_coder_close(&coder);
    free(l);
    return failed;
}
