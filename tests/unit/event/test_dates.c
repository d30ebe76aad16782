/* test_dates.c: sentences and short articles -> the day of each event and the rule that found it. Monday is 14 March 2022. */
#include "support/engine.h"

#include "event/event.h"

/* "word value RULE" of every event whose word the row asks for, "; " between them; an undated one has "-". */
static void show(const att_doc *doc, const char *want, char *out)
{
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        char word[64];
        att_slice w = doc->toks.at[e->trigger].lower, v = e->date.value.len ? e->date.value : ATT_LIT("-");
        (void)snprintf(word, sizeof word, "%.*s ", (int)w.len, w.ptr);
        if (!strstr(want, word)) continue;
        test_put(out, "%s%s%.*s %s", *out ? "; " : "", word, (int)v.len, v.ptr, e->date.rule + strlen("DATE_"));
    }
}

static const test_row CLAUSE[] = {
    {"Israel bombed an airfield in Syria on Monday.", "2022-03-16", "bombed 2022-03-14 OWN", NULL},
    {"Turkey condemned a bombing in Iraq in 1979.", "2022-03-16", "condemned 2022-03-16 PUBLISHED; bombing 1979 OWN", NULL},
    {"France blamed Iran for last Saturday's attack on Iraq.", "2022-03-16", "blamed 2022-03-16 PUBLISHED; attack 2022-03-12 OWN", NULL},
    {"On Monday opposition parties criticised Poland and accused Hungary of corruption.", "2022-03-16",
        "criticised 2022-03-14 OWN; accused 2022-03-14 CONJ", NULL},
    {"Egypt condemned Iran's attack on Iraq and threatened Yemen on Monday.", "2022-03-16",
        "condemned 2022-03-14 CONJ; attack - NONE; threatened 2022-03-14 OWN", NULL},
    {"Police arrested two Greek activists when they returned to Turkey on Monday.", "2022-03-16", "arrested 2022-03-14 WITH", NULL},
    {"The quarrel came up in parliament on Monday when Macron was open in criticising Turkey.", "2022-03-16", "criticising 2022-03-14 WITH", NULL},
    {"Macron thanked Turkey after the coup attempt of 2016, assuring Egypt of support.", "2022-03-16", "thanked 2016 AFTER; assuring 2016 AFTER", NULL},
    {"The French president met the German chancellor in Paris on Monday to discuss sanctions.", "2022-03-16", "met 2022-03-14 OWN", NULL},
};

static const test_row WORDS[] = {
    {"\xE2\x80\xA2 Last week Anna Pryce, the UK representative at the UN, complained to Russia.", "2022-03-16", "complained 2022-03-07/2022-03-13 OWN", NULL},
    {"Serbia bombed Bosnia from March 3 to March 9.", "2022-03-16", "bombed 2022-03-03/2022-03-09 OWN", NULL},
    {"The French president delivered a rebuke to Iran.", "2022-03-16", "rebuke 2022-03-16 PUBLISHED", NULL},
    {"On Monday Iran hit back by accusing Israel of murder.", "2022-03-16", "accusing 2022-03-14 WITH", NULL},
    {"Poland criticises Hungary\n\nOfficials in Warsaw spoke on Monday about a new law.\n\nThe law is old.", "2022-03-16",
        "criticises 2022-03-14 HEADLINE", NULL},
    {"new delhi: india condemned pakistan on monday for what it called a plot, and officials in the capital said so again.\n\n"
     "a spokesman said that envoys of both countries had talked for many hours and that nothing came of it.", "2022-03-16", "condemned 2022-03-14 OWN", NULL},
};

static const test_row NOUNS[] = {
    {"The May 3 Iraqi missile attack, which killed four Kuwaiti sailors, shocked the region.", "2022-06-16",
        "attack 2022-05-03 OWN; killed 2022-05-03 ANTECEDENT", NULL},
    {"Teachers abducted by Somali rebels two years ago have been freed by Kenya.", "2022-03-16",
        "abducted 2020 OWN; freed 2022-03-16 PUBLISHED", NULL},
    {"The Kremlin rejected any claims that the deal had anything to do with Putin's meeting with Lukashenko on Monday, stating that it was old.", "2022-03-16",
        "rejected 2022-03-16 PUBLISHED; meeting 2022-03-14 OWN", NULL},
};

static const test_row SAID[] = {
    {"Ukraine's president said on Tuesday that Russian forces had shelled a Ukrainian village on Monday.", "2022-03-16", "shelled 2022-03-14 OWN", NULL},
    {"Russia said on Tuesday that it condemned the Polish government.", "2022-03-16", "condemned 2022-03-15 SAID", NULL},
    {"\"We condemn Iran and its allies,\" Israel's prime minister said on Tuesday.", "2022-03-16", "condemn 2022-03-15 SAID", NULL},
    {"Israel's prime minister spoke on Tuesday. He criticised Iran.", "2022-03-16", "criticised 2022-03-15 STORY", NULL},
};

static const test_row COUNTED[] = {
    {"The arrest of the activist comes one day after Macron met Scholz in Berlin.", "2022-03-16", "arrest - NONE; met 2022-03-15 COUNTED", NULL},
    {"Russia expelled two Polish diplomats after Poland expelled two Russian diplomats on March 9.", "2022-03-16",
        "expelled 2022-03-09/2022-03-16 AFTER; expelled 2022-03-09 OWN", NULL},
};

static const test_row GOVERNED[] = {
    {"The ruling comes one day after Macron met Scholz to ask for support.", "2022-03-16", "met 2022-03-15 COUNTED; ask 2022-03-15 WITH", NULL},
};

static const test_row ARTICLE[] = {
    {"Russia expelled two Polish diplomats.", "2022-03-16", "expelled 2022-03-16 PUBLISHED", NULL},
    {"Russia expelled two Polish diplomats.", NULL, "expelled - NONE", NULL},
    {"Russia had expelled two Polish diplomats.", "2022-03-16", "expelled - NONE", NULL},
    {"Russia will expel two Polish diplomats.", "2022-03-16", "expel - NONE", NULL},
    {"Iran attacked a Kuwaiti ship on Monday.\n\nKuwait condemned the attack.", "2022-03-16",
        "attacked 2022-03-14 OWN; condemned 2022-03-14 STORY; attack 2022-03-14 TWIN", NULL},
    {"Russia and Ukraine have held talks in recent weeks.", "2022-03-16", "held 2022-02-02/2022-03-16 AT", NULL},
    {"Iran attacked a Kuwaiti ship recently.", "2022-03-16", "attacked 2021-12-16/2022-03-16 OWN", NULL},
};

/* What has not the day of the news: plans, what was done some day or over and over, another time's clause. */
static const test_row UNDATED[] = {
    {"Belarus freed two Polish reporters on Monday.\n\nMinsk had talks with Warsaw.\n\nIt was a quiet week.\n\nPoland has accused Belarus of spying.", "2022-03-16",
        "accused - NONE", NULL}, /* the perfect outside the first paragraph */
    {"Poland has accused Belarus of spying.", "2022-03-16", "accused 2022-03-16 PUBLISHED", NULL}, /* the perfect that opens the article */
    {"Serbia's president spoke on Monday. He later criticised Kosovo.", "2022-03-16", "criticised - NONE", NULL},
    {"Serbia backs Russia.", "2022-03-16", "backs - NONE", NULL}, /* how things are */
    {"Iran praised Qatar on Monday and has since threatened Oman.", "2022-03-16", "praised 2022-03-14 OWN; threatened - NONE", NULL},
    {"Under a contract of March 7, Russia supplies arms to Syria.", "2022-03-16", "supplies - NONE", NULL}, /* the day is the paper's */
    {"The emir's trip to Egypt follows two visits by Turkish ministers in January.", "2022-03-16", "trip - NONE; visits 2022-01 OWN", NULL},
    {"Soldiers attacked a train on Monday, killing nine people.\n\nGunmen attacked a school, killing two people.", "2022-03-16", "attacked 2022-03-14 OWN; attacked 2022-03-14 STORY",
        "no second telling of the train"},
    {"An attack on the parliament of Chad in December killed nine people.\n\nThe minister blamed Iran for the attack on the train.", "2022-03-16", "attack 2021-12 OWN; attack - NONE", NULL},
    {"On February 8 Kenya sent troops to Somalia.\n\nIn November 2011 Kenya sent troops to Somalia.", NULL, "sent - NONE; sent 2011-11 OWN", NULL}, /* a day of its own that cannot be read */
};

static const test_row BOUND[] = {
    {"Peru's president visited Chile in May. Peru and Chile signed a treaty. The president of Chile praised Peru as a partner in the talks.", "2020-06-10", "visited 2020-05 OWN; signed 2020-06-10 PUBLISHED; praised 2020-06-10 PUBLISHED; talks - NONE", NULL}, /* talks are no visit */
    {"French envoys joined the talks, which began at 0900 GMT on Tuesday.", "2022-03-16", "joined 2022-03-15 AT", NULL},
    {"Poland will boycott a summit on the Balkans starting on Friday.", "2022-03-16", "boycott 2022-03-18 AT", NULL},
    {"The council adopted a resolution on Monday requiring Iran to open its ports.", "2022-03-16", "requiring 2022-03-14 PAPER", NULL},
    {"Biden signed a decree on Monday ordering the army to leave Syria.", "2022-03-16", "ordering 2022-03-14 ANTECEDENT", NULL},
    {"In its latest sanctions, adopted on March 2, the Security Council was concerned that North Korea was exporting coal.", "2022-03-16",
        "sanctions 2022-03-02 NOUN; concerned 2022-03-02 AT", NULL},
    {"Rebels have attacked two towns in Mali since Monday.", "2022-03-16", "attacked 2022-03-14/2022-03-16 AFTER", NULL},
    {"The bishop had been under house arrest since the army moved in on Monday.", "2022-03-16", "arrest 2022-03-14/2022-03-16 AFTER", NULL},
    {"Since 2011 rebels have attacked two towns in Mali.", "2022-03-16", "attacked - NONE", NULL},
    {"There are memories of 1956, when Israel invaded Egypt.", "2022-03-16", "invaded 1956 ANTECEDENT", NULL},
    {"Lula said last night Brazil condemned the coup.", "2022-03-16", "condemned 2022-03-15 SAID", NULL},
    {"January 2012: Rebels attack towns in Mali.\n\nMarch: Soldiers oust the president.\n\nApril 6: Rebels attack Gao.\n\nThe war went on.", "2013-02-01",
        "attack 2012-01 LEAD; oust 2012-03 LEAD; attack 2012-04-06 LEAD", NULL}, /* a chronology */
};

/* The same with " history" behind what happened long ago. */
static void show_history(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        att_slice w = doc->toks.at[e->trigger].lower, v = e->date.value.len ? e->date.value : ATT_LIT("-");
        test_put(out, "%s%.*s %.*s%s", *out ? "; " : "", (int)w.len, w.ptr, (int)v.len, v.ptr, e->history ? " history" : "");
    }
}

static const test_row LONG_AGO[] = {
    {"Germany invaded Poland in 1939.", "2022-03-16", "invaded 1939 history", NULL},
    {"Germany invaded Poland in 1939.", "1939-09-02", "invaded 1939", NULL},
    {"Germany invaded Poland in 1939.", NULL, "invaded 1939", NULL},
    {"Turkey arrested two Greek activists last year.", "2022-03-16", "arrested 2021", NULL},
    {"During the Vietnam War the United States bombed Cambodia.", "2022-03-16", "bombed - history", NULL},
    {"In World War II Germany bombed Britain.", "2022-03-16", "bombed 1939-01-01/1945-12-31 history", NULL},
    {"In Soviet times Moscow jailed Ukrainian poets.", "2022-03-16", "jailed - history", NULL},
    {"In the 19th century Britain invaded Afghanistan.", "2022-03-16", "invaded - history", NULL},
    {"Since the Cold War NATO has supported Poland.", "2022-03-16", "supported -", NULL},
    {"Russia, which occupied Crimea in 2014, shelled Kharkiv on Monday.", "2022-03-16", "occupied 2014 history; shelled 2022-03-14", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof(table) / sizeof *(table), show)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(CLAUSE);
    ROWS(WORDS);
    ROWS(NOUNS);
    ROWS(SAID);
    ROWS(COUNTED);
    ROWS(GOVERNED);
    ROWS(ARTICLE);
    ROWS(UNDATED);
    ROWS(BOUND);
    test_list_rows(l, &coder, LONG_AGO, sizeof LONG_AGO / sizeof *LONG_AGO, show_history);
    int failed = test_list_run(l, "event/dates");
    test_coder_close(&coder);
    free(l);
    return failed;
}
