/* test_turned.c: sides that grammar puts elsewhere than the frame's slots: control, relative clauses, company, what is turned round (clause.c,
 * roles.c, roles_around.c, roles_turned.c, actor/anti.c). */
#include "support/engine.h"

/* Who does what a clause without a subject tells of. */
static const test_row CONTROL[] = {
    {"Germany thanked Turkey for hosting Syrian refugees.", NULL, "SUPPORT DEU > TUR occurred; AID TUR > SYR occurred", NULL},
    {"The court jailed three journalists for insulting the Turkish president.", NULL, "COERCE JUD > JRN occurred; ACCUSE JRN > TUR occurred", NULL},
    {"Iran's appeals to Norway to assist Syria went unheard.", NULL, "REQUEST IRN > NOR occurred", NULL},
    {"Erdogan is a bully who has threatened to attack Greece.", "2019-03-14", "THREATEN TUR > GRC occurred", NULL},
    {"Three Danish soldiers, one of whom was killed by the Taliban, had come from Kabul.", NULL, "ASSAULT AFG > DNK occurred", NULL},
    {"The Polish banker was among those sanctioned by Washington.", NULL, "SANCTION USA > POL occurred", NULL},
    {"It was Russia that invaded Georgia.", NULL, "ASSAULT RUS > GEO occurred", NULL},
    {"Malta is no country that attacks Libya.", NULL, "ASSAULT GOV > LBY negated", NULL},
    {"Brussels was troubled by the Georgian government.", NULL, "ACCUSE BEL > GEO occurred", NULL},
};

/* Who stands before a headline's comma, whom the frame's own preposition names, whom a doubt is about, and persons whom nothing is told of. */
static const test_row LED_TO[] = {
    {"Chadian deputies rallied behind the Sudanese farmers.", NULL, "SUPPORT TCD > SDN occurred", NULL},
    {"The Chadian premier pleaded with the Sudanese nurses to return.", NULL, "REQUEST TCD > SDN occurred", NULL},
    {"Chad doubted that Sudan was ready.", NULL, "ACCUSE TCD > SDN occurred", NULL},
    {"Norway rebuffed pleas from Sweden.", NULL, "REJECT NOR > SWE occurred; REQUEST SWE > NOR occurred", NULL},
    {"Ghana, Togo condemn Mali.", NULL, "ACCUSE GHA,TGO > MLI occurred", NULL},
    {"In Ghana, Togo condemned Mali.", NULL, "ACCUSE TGO > MLI occurred", NULL},
};

/* Who is named besides. */
static const test_row BESIDES[] = {
    {"Kenya, along with Uganda, condemned Somalia.", NULL, "ACCUSE KEN,UGA > SOM occurred", NULL},
    {"Kenya attacked the rebels together with Uganda.", NULL, "ASSAULT KEN,UGA > REB occurred", NULL},
    {"France blamed several states, including Iran, for the raid.", NULL, "ACCUSE FRA > GOV,IRN occurred", NULL},
    {"The Turkish authorities persecute figures such as the mayor of Diyarbakir.", NULL, "COERCE TUR > TUR occurred", NULL},
};

/* By whom, below the event word. */
static const test_row BY[] = {
    {"The attack carried out by Kurdish rebels killed six Turkish soldiers.", NULL, "ASSAULT REB > TUR occurred; ASSAULT REB > TUR occurred", NULL},
    {"Talks chaired by nobody, but mediated by Qatar, went on.", NULL, "CONSULT QAT > - occurred", NULL},
    {"The attack condemned by Norway took place in Kenya.", NULL, "ACCUSE NOR > - occurred", NULL},
    {"The stationing of missiles in Germany by America was opposed.", NULL, "MOBILIZE USA > DEU negated; REJECT - > USA occurred", NULL},
    {"The girls abducted by Boko Haram were released.", NULL, "ASSAULT NGA > CVL occurred; RETREAT NGA > CVL occurred", NULL},
    {"The release of two Polish journalists held by Iran was welcomed.", NULL, "RETREAT IRN > POL occurred; SUPPORT - > POL occurred", NULL},
};

/* The other way round, or in another clause. */
static const test_row TURNED[] = {
    {"Norway cut its output in support of Saudi Arabia.", NULL, "SUPPORT NOR > SAU occurred", NULL},
    {"The Peruvian president's support from Bolivia went on.", NULL, "SUPPORT BOL > PER occurred", NULL},
    {"Brazil will deliver aid and offer training to Bolivia.", NULL, "AGREE BRA > BOL planned; AGREE BRA > BOL planned", NULL},
    {"Australian protesters marched to condemn the Israeli offensive.", NULL, "PROTEST AUS > ISR occurred; ACCUSE AUS > ISR occurred; ASSAULT ISR > - occurred", NULL},
    {"Thousands of Pakistanis joined anti-American rallies.", NULL, "PROTEST PAK > USA occurred", NULL},
    {"Kenyan students held anti-government protests.", NULL, "PROTEST KEN > GOV occurred", NULL},
    {"The Geneva talks between Kenya and Somalia went on.", NULL, "CONSULT KEN,SOM > - occurred", NULL},
    {"The months leading up to the Libyan attack were calm in Kenya.", NULL, "ASSAULT LBY > - occurred", NULL},
    {"Iraqi protesters ended a sit-in against the Turkish embassy.", NULL, "RETREAT IRQ > TUR occurred", NULL},
};

/* What a verb covers that has nobody of its own. */
static const test_row COVERED[] = {
    {"The naval blockade of Yemen by Saudi Arabia was tightened.", NULL, "COERCE SAU > YEM occurred", NULL},
    {"Georgia took part in exercises with Britain.", NULL, "COOPERATE GBR,GEO > - occurred", NULL},
    {"The exchange of prisoners between Iran and Iraq continued.", NULL, "RETREAT IRN,IRQ > - occurred", NULL},
};

/* Words that the parser or the lexicon took for others. */
static const test_row WORDS[] = {
    {"The Gambian president handed over power to the Senegalese army.", NULL, "RETREAT GMB > SEN occurred", NULL},
    {"The army closed down a critical newspaper in Mali.", NULL, "COERCE MLI > MLI occurred", NULL},
    {"Jordan pulled out of the energy pact with Israel.", NULL, "SANCTION JOR > ISR occurred", NULL},
    {"Putin -- one of the leaders of the Russian army -- recently accused the Chilean president of lies.", "2010-03-01", "ACCUSE RUS > CHL occurred", NULL},
    {"The British government has no plans to withdraw its troops from Iraq.", NULL, "RETREAT GBR > IRQ negated", NULL},
    {"There is no doubt about Norway's support for Chad.", NULL, "SUPPORT NOR > TCD occurred", NULL},
    {"Danish ministers agreed that the Libyan premier had lied.", NULL, "", NULL},
    {"Danish ministers agreed that Libya should be helped.", NULL, "AGREE DNK > LBY occurred", NULL},
    {"The Libyan minister was conditionally released by the Turkish court.", NULL, "RETREAT TUR > LBY occurred", NULL},
    {"European duties on Chinese cars came into force.", NULL, "SANCTION GOV > CHN occurred", NULL},
    {"South African duties on Chinese cars came into force.", NULL, "SANCTION ZAF > CHN occurred", NULL},
    {"Europe condemned Belarus.", NULL, "ACCUSE GOV > BLR occurred", NULL},
    {"Talks went on in Europe between Kenya and Chad.", NULL, "CONSULT KEN,TCD > - occurred", NULL},
    {"About 100 Polish students gathered outside Israel's embassy carrying placards.", NULL, "PROTEST POL > ISR occurred", NULL},
    {"Police in Minsk arrested 20 and injured three.", NULL, "COERCE BLR > BLR occurred; ASSAULT BLR > BLR occurred", NULL},
    {"At least twenty were arrested by Belarusian police.", NULL, "COERCE BLR > CVL occurred", NULL},
    {"Kenyan sales were hurt by 5 percent.", NULL, "", NULL},
    {"Spain and Portugal raised no objections to the Moroccan plan.", NULL, "REJECT ESP,PRT > MAR negated", NULL},
    {"Energy is among the topics of Putin's meeting with Macron on 20 March.", "2019-03-14", "AGREE RUS > FRA planned", NULL},
    {"Putin's meeting with Macron on 10 March was brief.", "2019-03-14", "CONSULT FRA,RUS > - occurred", NULL},
    {"Morocco normalised relations with Israel.", NULL, "SUPPORT MAR > ISR occurred", NULL},
    {"Police brutalised students in the Ugandan capital.", NULL, "ASSAULT COP > EDU occurred", NULL},
    {"Estonia handed over guns to Ukraine.", NULL, "AID EST > UKR occurred", NULL},
    {"American planes carpet-bombed Taliban trenches in 2001.", NULL, "ASSAULT USA > AFG occurred", NULL},
    {"Iran test-fired a long-range missile.", NULL, "MOBILIZE IRN > - occurred", NULL},
    {"NATO stopped bombing Serbia in June 1999.", NULL, "RETREAT IGO:NATO > SRB occurred", NULL},
    {"Japan urged the two Koreas to talk.", NULL, "REQUEST JPN > KOR,PRK occurred", NULL},
    {"Both Koreas agreed to resume talks.", NULL, "AGREE KOR,PRK > - occurred", NULL},
    {"The Kenyan president says 21 of the girls abducted by Boko Haram two years ago have been released after talks.", NULL, "ASSAULT NGA > CVL occurred; RETREAT NGA > CVL occurred", NULL},
    {"The German aircraft, which like their American counterparts were engaged in attacking Syrian forces, landed.", NULL, "ASSAULT DEU > SYR occurred", NULL},
    {"Forty percent of Poles would vote for the Polish president.", NULL, "", NULL},
    {"Poland complained that the Slovak premier had lied.", NULL, "ACCUSE POL > SVK occurred", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_put_events)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(CONTROL);
    ROWS(LED_TO);
    ROWS(BESIDES);
    ROWS(BY);
    ROWS(TURNED);
    ROWS(COVERED);
    ROWS(WORDS);
    int failed = test_list_run(l, "event/turned");
    test_coder_close(&coder);
    free(l);
    return failed;
}
