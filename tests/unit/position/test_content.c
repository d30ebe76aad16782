/* test_content.c: sentences -> the clause or noun that states a position, with the real model; and who answers whom. */
#include "support/engine.h"

#include "position/position.h"

#include "position/stances.h"

static void show(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->positions.n; i++) {
        const att_position *p = &doc->positions.at[i];
        att_slice what = att_cut(doc, p->content);
        test_put(out, "%s%s <%.*s>", *out ? "; " : "", att_stance_name((att_stance)p->stance), (int)what.len, what.ptr);
    }
}

static void show_claims(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->claims.n; i++) test_put(out, "%s%u answers", *out ? "; " : "", doc->claims.at[i].response_count);
}

static const test_row CONTENT[] = {
    {"Georgia responded to Turkey's request for help.", NULL, "demands <Turkey's request for help>", NULL}, /* without the preposition */
    {"Chad condemned the raid, shouting that it was war.", NULL, "opposes <condemned the raid>", NULL}, /* without what went on with it */
    {"\"After these floods we must double our efforts,\" Macron urged.", NULL, "demands <After these floods we must double our efforts>", NULL}, /* not the verb alone */
    {"Merkel's support (57 percent) of the vote is ahead of that of her rival.", NULL, "", NULL}, /* that of her voters */
    {"\"It was a long time,\" Macron said.", NULL, "", NULL}, /* nothing is asked for */
};

static const test_row ANSWERS[] = {
    {"Colombia's foreign minister said Colombian gangs had settled in Bolivia. Colombia's government confirmed that Colombian gangs had settled in Bolivia.", NULL, "", NULL}, /* its own minister's words */
    {"Mali rejected Chad's request to extradite the rebel Moda. Chad's minister said the rebel Moda would be extradited.", NULL, "", NULL}, /* what is refused is a request */
};

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    test_list_rows(l, &coder, CONTENT, sizeof CONTENT / sizeof *CONTENT, show);
    test_list_rows(l, &coder, ANSWERS, sizeof ANSWERS / sizeof *ANSWERS, show_claims);
    int failed = test_list_run(l, "position/content");
    test_coder_close(&coder);
    free(l);
    return failed;
}
