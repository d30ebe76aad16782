/* test_counted.c: sentences -> figures as "number unit [whose] (where) as of when", with the real model. */
#include "support/engine.h"

#include "figure/figure.h"

static void show(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->figures.n; i++) {
        const att_figure *g = &doc->figures.at[i];
        att_slice of = g->of ? att_cut(doc, doc->mentions.at[g->of].span) : ATT_LIT("-"), at = g->place ? doc->places.at[g->place].name : ATT_LIT("-");
        att_slice unit = g->unit.len ? g->unit : ATT_LIT("-");
        test_put(out, "%s%.0f %.*s [%.*s] (%.*s) %.*s", *out ? "; " : "", g->has_low ? g->low : g->high, (int)unit.len, unit.ptr, (int)of.len, of.ptr, (int)at.len, at.ptr,
                 (int)g->as_of.value.len, g->as_of.value.len ? g->as_of.value.ptr : "");
    }
}

static const test_row COUNTED[] = {
    {"The debt is NT$1.42 trillion and the fund has US$30 million.", NULL, "1420000000000 TWD [-] (-) ; 30000000 USD [-] (-) ", NULL},
    {"It cost 30 billion Canadian dollars or 5,000 Swiss francs.", NULL, "30000000000 CAD [-] (-) ; 5000 francs [-] (-) ", NULL},
    {"They wasted £22 billions.", NULL, "22000000000 GBP [-] (-) ", NULL},
    {"A total of 15 PKK members were arrested.", NULL, "15 members [15 PKK members] (-) ", NULL},
    {"Three of the country's recent presidents were charged.", NULL, "3 presidents [the country] (-) ", NULL},
    {"In Bavaria it was just over 66,000, in Saxony just over 59,000.", NULL, "66000 - [-] (Bavaria) ; 59000 - [-] (Saxony) ", NULL},
    {"There were 21 attacks in April.", "2010-09-01", "21 attacks [-] (-) 2010-04", NULL},
    {"There were 21 attacks in April.", NULL, "21 attacks [-] (-) ", NULL}, /* no day without a year */
};

static const test_row NONE[] = {
    {"Oper shr 34 cts vs nil\n\nRevs 51.2 mln vs 56.9 mln\n\nSix mths\n\nThe firm closed its mill.", NULL, "", NULL}, /* a table */
    {"The vote will be held on 4 or 5 April.", NULL, "", NULL},
    {"The house sat at 1400 hours.", NULL, "", NULL},
    {"The France 24 Observers team came to Tunis.", NULL, "", NULL},
};

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    test_list_rows(l, &coder, COUNTED, sizeof COUNTED / sizeof *COUNTED, show);
    test_list_rows(l, &coder, NONE, sizeof NONE / sizeof *NONE, show);
    int failed = test_list_run(l, "figure/counted");
    test_coder_close(&coder);
    free(l);
    return failed;
}
