/* test_bearers.c: who is called by part of a name, which term of office an article means, and whose a bare government, president or row of people
 * is. "text = name CODE SECTOR", as in test_actors.c. */
#include "support/actors.h"
#include "support/engine.h"

/* a surname whose bearer is named in full farther on, and names of more than two words */
static const test_row SURNAMES[] = {
    {"Brekke resigns\n\nHaldor Brekke, the Norwegian fisheries minister, resigned on Monday.", "2015-03-10", "Brekke = Haldor Brekke NOR GOV", NULL},
    {"Haldor Lund Brekke was arrested in Oslo. Lund Brekke denied it.", "2015-03-10", "Lund Brekke = Haldor Lund Brekke - -", NULL},
    {"Haldor Brekke met Quilda Brekke. Brekke wept.", NULL, "Brekke = Quilda Brekke - -", NULL},
    {"Victor Lopez met the miners.", NULL, "Victor Lopez = Victor Lopez - -", NULL},
    {"Thatcher would have refused, said the miners.", "2005-03-10", "Thatcher = Margaret Thatcher GBR GOV", NULL},
    {"Pres. Obama condemned Iran.", "2014-03-10", "Pres. Obama = Barack Obama USA GOV", NULL},
};

/* which term an article without a day means */
static const test_row TERMS[] = {
    {"Bolivian President Evo Morales left.", NULL, "Bolivian President Evo Morales = Evo Morales BOL GOV", NULL},
    {"Evo Morales left.", NULL, "Evo Morales = Evo Morales BOL GOV", NULL},
    {"The United Nations sent Antonio Guterres to Brazil.", NULL, "Antonio Guterres = Ant\xC3\xB3nio Guterres IGO:UN IGO", NULL},
    {"The United States, the United States. Hillary Clinton lobbied for the deal while secretary of state.", "2016-08-01", "secretary of state = - USA GOV", NULL},
};

static const test_row WHOSE[] = {
    {"Finland joined the talks. Finland has a border with Russia. Finnish voters are calm. Vladimir Putin protested. The government has no plans.", "2020-02-03", "The government = Government of Finland FIN GOV", NULL},
    {"Norway, Norway and Norway. Norway has opened an embassy in Iraq in response to what the government says are new needs.", NULL, "the government = Government of Norway NOR GOV", NULL},
    {"Vladimir Putin condemned Ukraine. In Kyiv, the president rejected the words.", "2018-03-04", "the president = Petro Poroshenko UKR GOV", NULL},
    {"Angela Merkel met President Emmanuel Macron. Poland was silent. It rained. Polish officials said the president had left.", "2018-03-04", "the president = Andrzej Duda POL GOV", NULL},
    {"CBOT chairman Karsten Mahlbrekke met Norwegian and Danish officials in Tokyo.", "1987-03-04", "CBOT chairman Karsten Mahlbrekke = Karsten Mahlbrekke - -", NULL},
    {"The Canadian envoy was released by his kidnappers in Oslo.", NULL, "kidnappers = - NOR CRM", NULL},
    {"Foreign mercenaries in Syria fled.", NULL, "Foreign mercenaries = - - UAF", NULL},
    {"Norway, Norway and Norway. The 22 university presidents from 15 countries left.", NULL, "The 22 university presidents = - - EDU", NULL},
    {"Norway, Norway and Norway. A meeting of trade ministers failed.", NULL, "trade ministers = - - GOV", NULL},
    {"France met Norway. She wept for our sisters and brothers in Gaza.", NULL, "sisters = - PSE CVL", NULL},
    {"France met Norway. Norway recruited Australian women and children.", NULL, "children = - AUS CVL", NULL},
    {"Turkey, Turkey and Turkey. Turkey has shelled villages in Iraq, experts said.", NULL, "experts = - TUR EDU", NULL},
    {"Norway praised the Defense Nuclear Agency and Boko Haram. The agency refused.", NULL, "The agency = Defense Nuclear Agency - GOV", NULL},
    {"Samajwadi Party leader and former chief minister Haldor Brekke left.", "2002-03-12", "Samajwadi Party leader = Haldor Brekke - GOV", NULL},
    {"The Venezuelan govt denied the report.", NULL, "The Venezuelan govt = Government of Venezuela VEN GOV", NULL},
    {"Norway, Norway and Norway. The opposition wants president's rule in the south.", NULL, "president = - - -", NULL},
    {"The United States signed a 12-nation deal.", NULL, "nation = none, but |The United States", NULL},
    {"Norwegian farmers shot at forty foxes. Four were killed.", NULL, "Four = none, but |Norwegian farmers", NULL},
};

static const test_row PRONOUNS[] = {
    {"Ola Brekke wants roads, Lars Lund said. Brekke also proposed new ships, he added.", NULL, "he = Lars Lund - -", NULL},
    {"Haldor Brekke is in prison. Haldor Brekke fled in May. The minister, Lars Lund, said he expected Brekke to come home.", NULL, "he = Lars Lund - GOV", NULL},
    {"Barack Obama and Hillary Clinton met. She left.", "2012-03-04", "She = Hillary Clinton USA GOV", NULL},
};

/* persons named by a country's word */
static const test_row NAMESAKES[] = {
    {"Emma French, who owns a bakery in Bergen, spoke on Monday. The plan is dead, French said.", NULL, "French = Emma French - -", NULL},
    {"Nils France left. France praised Norway.", NULL, "France = France FRA GOV", NULL},
    {"America First accused Norway.", NULL, "America = United States USA GOV", NULL},
    {"The Chilean company Aguas de Bolivia met officials.", NULL, "The Chilean company Aguas de Bolivia = Aguas de Bolivia CHL BUS", NULL},
};

/* who somebody is by a clause of its own, by his shadow office, by the country that the article is about */
static const test_row DESCRIBED[] = {
    {"The woman who acted as Norwegian fisheries minister took a holiday in Kenya.", NULL, "The woman = - NOR GOV", NULL},
    {"The woman who never acted as Norwegian fisheries minister took a holiday in Kenya.", NULL, "The woman = - KEN CVL", NULL},
    {"Nils Moe, who was Norwegian trade minister, left. Sweden was silent.", NULL, "Nils Moe = Nils Moe NOR GOV", NULL},
    {"Norway, Norway, Norway and Norway. Nils Moe spoke. Sweden was silent.", NULL, "Nils Moe = Nils Moe NOR -", NULL},
    {"Norway and Sweden met. Nils Moe spoke.", NULL, "Nils Moe = Nils Moe - -", NULL},
    {"The British shadow chancellor attacked the budget.", "2012-03-21", "The British shadow chancellor = - GBR OPP", NULL},
    {"The Labour Party met in Brighton.", "2012-03-21", "The Labour Party = Labour Party GBR OPP", NULL},
    {"The Labour Party met in Brighton.", "2002-03-21", "The Labour Party = Labour Party GBR PTY", NULL},
    {"The Labour Party met in Brighton.", NULL, "The Labour Party = Labour Party GBR PTY", NULL},
    {"Turkey, Turkey and Turkey. Kurds voted in large numbers.", NULL, "Kurds = Turkish Kurds TUR ETH", NULL},
    {"Norway, Norway and Norway. Kurds voted in large numbers.", NULL, "Kurds = Kurds - ETH", NULL},
    {"Rwanda, Rwanda and Rwanda. The Hutu officials fled.", NULL, "The Hutu officials = - RWA GOV", NULL},
    {"Dockers closed the port of the former Danish colony.", NULL, "Danish = none, but |Dockers", NULL},
    {"The Danish government praised Peru; it opened an embassy.", NULL, "it = Government of Denmark DNK GOV", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_show_actor)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(SURNAMES);
    ROWS(TERMS);
    ROWS(WHOSE);
    ROWS(NAMESAKES);
    ROWS(DESCRIBED);
    ROWS(PRONOUNS);
    int failed = test_list_run(l, "actor/bearers");
    test_coder_close(&coder);
    free(l);
    return failed;
}
