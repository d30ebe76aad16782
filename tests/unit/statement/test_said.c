/* test_said.c: sentences -> who says what, as "speaker: content", with the real model: what the parser takes into the content is told apart. */
#include "support/engine.h"

#include "statement/statement.h"

static void show(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->statements.n; i++) {
        const att_statement *s = &doc->statements.at[i];
        att_slice who = att_cut(doc, s->source), what = att_cut(doc, s->content);
        test_put(out, "%s%.*s: %.*s", *out ? "; " : "", (int)who.len, who.len ? who.ptr : "", (int)what.len, what.ptr);
    }
}

static const test_row CLAUSES[] = {
    {"The minister told the Evening Post the party would cut taxes.", NULL, "The minister: the party would cut taxes", NULL},
    {"Japan warned the United States it may take countermeasures.", NULL, "Japan: it may take countermeasures", NULL},
    {"He said he hoped more would be done to help farmers.", NULL, "He: he hoped more would be done to help farmers", NULL},
    {"Moreno said last night Ecuador needs new loans.", "2019-03-20", "Moreno: Ecuador needs new loans", NULL}, /* when it was said */
    {"Since the vote was called in May, the party has maintained its lead.", NULL, "", NULL}, /* a clause of time is not maintained */
    {"Bolivia's government denied that foreign gangs had a presence in the country, arguing that they only had envoys.", NULL,
        "Bolivia's government: foreign gangs had a presence in the country; Bolivia's government: they only had envoys", NULL},
};

static const test_row ASIDES[] = {
    {"None of the candidates convicted of fraud admitted to it, reported La Nacion.", NULL, "La Nacion: None of the candidates convicted of fraud admitted to it", NULL},
};

static const test_row SPEAKERS[] = {
    {"The minister has resigned over the deal, the BBC and other broadcasters reported on Friday.", NULL,
        "the BBC and other broadcasters: The minister has resigned over the deal", NULL},
    {"The mayor will resign, the Courier and the Herald reported.", NULL, "the Courier and the Herald: The mayor will resign", NULL},
    {"The mayor will resign, the minister for work and pensions said.", NULL, "the minister for work and pensions: The mayor will resign", NULL},
    {"\"He will bring back jobs,\" Ferrin, a former general and a top surrogate of the candidate, said.", NULL,
        "Ferrin, a former general and a top surrogate of the candidate: He will bring back jobs", NULL},
    {"Nothing the president said 'will bring peace to the valley'.", NULL, "", NULL},
};

static const test_row MARKS[] = {
    {"The minister said: â€œWe wonâ€™t go.â€ It rained.", NULL, "The minister: We wonâ€™t go", NULL},
    {"He added, â€˜â€˜the door is open.â€™â€™", NULL, "He: the door is open", NULL},
    {"\"The voters'' list isn''t ready,\" the mayor said.", NULL, "the mayor: The voters'' list isn''t ready", NULL},
};

static const test_row OBJECTS[] = {
    {"The council called on Serbia to stop the raids.", NULL, "The council: Serbia to stop the raids", NULL},
    {"Sweden plans to leave the pact, ending a long debate.", NULL, "Sweden: to leave the pact", NULL}, /* what went on with it is not said */
    {"The operation aims to cut the roads.", NULL, "", NULL}, /* a deed wants nothing */
    {"The party aims to win the vote.", NULL, "The party: to win the vote", NULL},
    {"The senator failed to address concerns about the dam.", NULL, "", NULL}, /* nobody's concerns */
};

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    test_list_rows(l, &coder, CLAUSES, sizeof CLAUSES / sizeof *CLAUSES, show);
    test_list_rows(l, &coder, ASIDES, sizeof ASIDES / sizeof *ASIDES, show);
    test_list_rows(l, &coder, SPEAKERS, sizeof SPEAKERS / sizeof *SPEAKERS, show);
    test_list_rows(l, &coder, MARKS, sizeof MARKS / sizeof *MARKS, show);
    test_list_rows(l, &coder, OBJECTS, sizeof OBJECTS / sizeof *OBJECTS, show);
    int failed = test_list_run(l, "statement/said");
    test_coder_close(&coder);
    free(l);
    return failed;
}
