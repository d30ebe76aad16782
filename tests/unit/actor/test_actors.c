/* test_actors.c: whom a mention stands for: "text = name CODE SECTOR", members joined by +, what is not known is "-". The last mention
 * of that text counts. */
#include "support/actors.h"
#include "support/engine.h"

static const test_row PERSONS[] = {
    {"Olaf Scholz flew to Kyiv. Scholz met reporters.", "2022-02-14", "Scholz = Olaf Scholz DEU GOV", NULL},
    {"German Chancellor Angela Merkel arrived.", "2010-05-05", "German Chancellor Angela Merkel = Angela Merkel DEU GOV", NULL},
    {"Sergei Lavrov met his Ukrainian counterpart, Dmytro Kuleba.", "2022-03-10", "Dmytro Kuleba = Dmytro Kuleba UKR GOV", NULL},
    {"Goma fell to the rebels.", "2015-03-10", "Goma = place Goma COD -", NULL},
    {"Norway warned Russia. Russia said that Norway harboured Kurdish rebels.", "2015-03-10", "Kurdish rebels = - - REB", NULL},
    {"Russia and Norway quarrel. Norway has a border with Russia and guards it. The government has refused talks.", "2015-03-10", "The government = Government of Norway NOR GOV", NULL},
    {"Citigroup fell. The industry is in decline.", NULL, "The industry = - - BUS", NULL},
    {"Norway's army is in a state of alert.", NULL, "a state = none, but |Norway |army", NULL},
    {"The United States is divided. Americans quarrel. Radio host Tom Blackwood said so.", NULL, "Radio host Tom Blackwood = Tom Blackwood USA JRN", NULL},
    {"Rebels took Goma.", "2012-11-20", "Goma = place Goma COD -", NULL},
    {"Castro shook hands with Obama in Panama.", NULL, "Obama = Barack Obama USA GOV", NULL},
    {"Harper condemned Iran.", "2015-03-10", "Harper = Stephen Harper CAN GOV", NULL},
    {"The Zimbabwean pastor, Tendai Moyo, met Robert Mugabe.", "2010-03-10", "Tendai Moyo = Tendai Moyo ZWE REL", NULL},
    {"Sergei Lavrov met his Ukrainian counterpart.", "2022-03-10", "Ukrainian counterpart = Dmytro Kuleba UKR GOV", NULL},
    {"Vladimir Putin spoke. Mr. Putin blamed NATO.", "2022-03-10", "Putin = Vladimir Putin RUS GOV", NULL},
    {"Sir Keir Starmer arrived in Brussels.", "2024-10-02", "Keir Starmer = Keir Starmer GBR GOV", NULL},
    {"Finnish Foreign Minister Jarmo Korhola arrived in Oslo.", "2022-03-10", "Finnish Foreign Minister Jarmo Korhola = Jarmo Korhola FIN GOV", NULL},
    {"Chinese Foreign Ministry spokesman Ling Daoxi denied it.", "2022-03-10", "Chinese Foreign Ministry spokesman Ling Daoxi = Ling Daoxi CHN GOV", NULL},
    {"Jarmo Korhola, the Finnish foreign minister, left. Korhola said nothing.", "2022-03-10", "Korhola = Jarmo Korhola FIN GOV", NULL},
    {"General Haldor Brekkemo commands the Norwegian army. Gen. Brekkemo spoke.", "2022-03-10", "Gen. Brekkemo = Haldor Brekkemo NOR MIL", "unknown person whose country stands only in the predicate"},
    {"Col. Haldor Brekkemo met the rebels. The colonel left.", NULL, "Col. Haldor Brekkemo = Haldor Brekkemo - MIL", NULL},
    {"The banker Haldor Brekkemo was arrested. The banker denied it.", NULL, "The banker = Haldor Brekkemo - BUS", NULL},
    {"An aide to Macron spoke.", "2022-03-10", "Macron = Emmanuel Macron FRA GOV", NULL},
    {"An aide to Macron spoke.", "2022-03-10", "An aide = - FRA GOV", NULL},
    {"China said that it would act. Xi met reporters.", "2018-05-01", "Xi = Xi Jinping CHN GOV", NULL},
    {"North Korea fired a missile. Kim Jong-un watched it, and Kim praised the army.", "2018-05-01", "Kim = Kim Jong-un PRK GOV", NULL},
    {"Bolivia charged Cardona with desertion. Cardona denied it.", "2022-05-01", "Cardona = Cardona - -", NULL},
    {"Foreign Minister Luis Fernando Carrera spoke in Guatemala.", "2013-05-01", "Foreign Minister Luis Fernando Carrera = Fernando Carrera GTM GOV", NULL},
    {"Work on the road began in Ohio. The U.S. Army helped.", "2016-05-01", "The U.S. Army = United States Army USA MIL", NULL},
};

static const test_row OFFICES[] = {
    {"The German chancellor met reporters.", "2000-03-01", "The German chancellor = Gerhard Schröder DEU GOV", NULL},
    {"The German chancellor met reporters.", "1990-05-05", "The German chancellor = Helmut Kohl DEU GOV", NULL},
    {"The German chancellor met reporters.", "2022-02-14", "The German chancellor = Olaf Scholz DEU GOV", NULL},
    {"The German chancellor met reporters.", NULL, "The German chancellor = - DEU GOV", NULL},
    {"The French president left.", "2003-03-10", "The French president = Jacques Chirac FRA GOV", NULL},
    {"Russia's president signed the decree.", "2010-06-01", "president = Dmitry Medvedev RUS GOV", NULL},
    {"Former German chancellor Gerhard Schröder defended the pipeline.", "2022-02-14", "Former German chancellor Gerhard Schröder = Gerhard Schröder DEU -", "which sector a former office holder has is to be asked"},
    {"The prime minister of Britain refused. Critics asked Tony Blair to go.", NULL, "The prime minister = Tony Blair GBR GOV", NULL},
    {"The prime minister of Britain refused. Critics asked Tony Blair and Margaret Thatcher to go.", NULL, "The prime minister = - GBR GOV", NULL},
    {"Vladimir Putin of Russia spoke. The president of the samba school left Russia.", "2015-03-01", "The president = - RUS GOV", NULL},
    {"Angela Merkel met Nicolas Sarkozy and Dmitry Medvedev. The French prime minister came too.", NULL, "The French prime minister = Fran\xC3\xA7ois Fillon FRA GOV", NULL},
    {"Angela Merkel met Nicolas Sarkozy. The French prime minister came too.", NULL, "The French prime minister = - FRA GOV", NULL},
    {"The Danish defence minister spoke.", NULL, "The Danish defence minister = - DNK GOV", NULL},
};

static const test_row SEVERAL[] = {
    {"Russian and Ukrainian officials met in Minsk.", NULL, "Russian and Ukrainian officials = - RUS GOV + - UKR GOV", NULL},
    {"President Vladimir Putin received French President Emmanuel Macron. Kremlin spokesman Dmitry Peskov praised the visit of the two leaders.", "2022-02-08", "the two leaders = Vladimir Putin RUS GOV + Emmanuel Macron FRA GOV", NULL},
    {"Police said that Marcelo Spencer was arrested. Spencer was released on Friday.", "2012-03-01", "Spencer = Marcelo Spencer - -", NULL},
    {"Emmanuel Macron met Olaf Scholz. The two leaders discussed trade.", "2022-02-14", "The two leaders = Emmanuel Macron FRA GOV + Olaf Scholz DEU GOV", NULL},
    {"Emmanuel Macron and Olaf Scholz spoke at length during their meeting in Paris.", "2022-02-14", "their = Emmanuel Macron FRA GOV + Olaf Scholz DEU GOV", NULL},
    {"Emmanuel Macron and Olaf Scholz arrived early. They discussed trade with Poland.", "2022-02-14", "They = Emmanuel Macron FRA GOV + Olaf Scholz DEU GOV", NULL},
    {"Emmanuel Macron thanked Olaf Scholz in a clip of their encounter.", "2022-02-14", "their = Emmanuel Macron FRA GOV + Olaf Scholz DEU GOV", NULL},
    {"Emmanuel Macron and Olaf Scholz met. Polish farmers blocked the road, and they burned tyres.", "2022-02-14", "they = - POL AGR", NULL},
    {"The Reagan-Gorbachev summit failed.", "1986-10-13", "Reagan-Gorbachev = Ronald Reagan USA GOV + Mikhail Gorbachev SUN GOV", NULL},
    {"The Russia-Ukraine talks failed.", NULL, "Russia-Ukraine = Russia RUS GOV + Ukraine UKR GOV", NULL},
    {"Armenia attacked Azerbaijan. Both sides suffered.", NULL, "Both sides = Armenia ARM GOV + Azerbaijan AZE GOV", NULL},
};

static const test_row PRONOUNS[] = {
    {"Angela Merkel visited Warsaw. She praised Poland.", "2012-02-14", "She = Angela Merkel DEU GOV", NULL},
    {"Emmanuel Macron visited Warsaw. He praised Poland.", "2022-02-14", "He = Emmanuel Macron FRA GOV", NULL},
    {"Russian soldiers crossed the border. They shelled Kharkiv.", NULL, "They = - RUS MIL", NULL},
    {"Vladimir Putin has to withdraw, Joe Biden said. \xE2\x80\x9CIt looks as if he will not.\xE2\x80\x9D", "2022-12-02", "he = Vladimir Putin RUS GOV", NULL},
    {"Tensions between Russia and the West rose.", "2022-02-14", "West = the West - GOV", NULL},
    {"A senior official left early.\n\nHaldor Brekke/Nordfoto via Norse Press\n\nThey said nothing.", "2022-02-14", "They = - - -", NULL},
    {"Stephen King praised Poland.", "2022-02-14", "Stephen King = Stephen King - -", NULL},
    {"King Charles praised Poland.", "2022-12-14", "King Charles = Charles III GBR GOV", NULL},
    {"Angela Merkel praised her aunt. The aunt lived in Hamburg.", "2012-02-14", "The aunt = - DEU CVL", NULL},
    {"My roommate is ill. He met Emmanuel Macron.", "2022-02-14", "He = - - -", NULL},
    {"Emmanuel Macron wrote to his sister. She praised him.", "2022-02-14", "him = Emmanuel Macron FRA GOV", NULL},
    {"Emmanuel Macron is the president. The company grew.", "2022-02-14", "the president = Emmanuel Macron FRA GOV", NULL},
    {"\"We will leave,\" Emmanuel Macron said.", "2022-02-14", "We = Emmanuel Macron FRA GOV", NULL},
    {"Iran closed the strait. It threatened Kuwait.", NULL, "It = Iran IRN GOV", NULL},
};

/* which of two who would do (rank.c), and those who are named only behind the pronoun */
static const test_row RANKED[] = {
    {"Haldor Brekke said on Monday that Jarmo Korhola wanted a ban. He said that the ban was wrong.", NULL, "He = Haldor Brekke - -", NULL},
    {"Emmanuel Macron greeted Olaf Scholz in Paris. Macron phoned Joe Biden, assuring him of his support.", "2022-02-14", "him = Joe Biden USA GOV", NULL},
    {"Vladimir Putin and Joe Biden met. Putin told reporters that he trusted him.", "2022-02-14", "him = Joe Biden USA GOV", NULL},
    {"Joe Biden left on Monday. Vladimir Putin said that his troops would stay.", "2022-02-14", "his = Vladimir Putin RUS GOV", NULL},
    {"Russia spoke. The metals group Brekkol said it has signed a contract.", NULL, "it = Brekkol - -", NULL},
    {"Iran spoke. The dealer had a boat with a mast, and Norway bought it.", NULL, "it = - - -", NULL},
    {"Emmanuel Macron left. In his speech, Olaf Scholz praised the army.", "2022-02-14", "his = Olaf Scholz DEU GOV", NULL},
    {"China protested. When it imposed the tariffs, Japan had asked for talks.", NULL, "it = Japan JPN GOV", NULL},
    {"Haldor Brekke stayed in Oslo. His daughter Quilda came with the guests. He spoke of taxes.", NULL, "He = Haldor Brekke - -", NULL},
};

static const test_row BODIES[] = {
    {"Moscow condemned the attack.", NULL, "Moscow = Russia RUS GOV", NULL},
    {"The German envoys met in Moscow.", NULL, "Moscow = place Russia RUS GOV", NULL},
    {"The Pentagon denied the report.", NULL, "The Pentagon = United States Department of Defense USA MIL", NULL},
    {"NATO condemned Russia.", NULL, "NATO = NATO IGO:NATO IGO", NULL},
    {"Kuwaiti police arrested the man.", NULL, "Kuwaiti police = Kuwaiti Police KWT COP", NULL},
    {"The rebels attacked the town.", NULL, "The rebels = - - REB", NULL},
    {"The Syrian rebels attacked the town.", NULL, "The Syrian rebels = - SYR REB", NULL},
    {"Three Syrians were arrested in Athens.", NULL, "Three Syrians = - SYR CVL", NULL},
    {"US officials left.", NULL, "US officials = - USA GOV", NULL},
    {"The German minister told us nothing.", NULL, "us = - - -", NULL},
    {"The Turkish government refused.", NULL, "The Turkish government = Government of Turkey TUR GOV", NULL},
    {"The government of the Netherlands refused.", NULL, "The government = Government of the Netherlands NLD GOV", NULL},
    {"The Finnish finance ministry refused to pay.", NULL, "The Finnish finance ministry = Ministry of Finance of Finland FIN GOV", NULL},
    {"Turkey is at war, and its army is busy. The Turkish people know that the country suffers.", NULL, "the country = Turkey TUR GOV", NULL},
    {"The US Treasury Department refused.", NULL, "The US Treasury Department = United States Department of the Treasury USA GOV", NULL},
    {"The Israeli Ministry of Defense refused.", NULL, "The Israeli Ministry of Defense = Ministry of Defence of Israel ISR GOV", NULL},
    {"In El Salvador the Ministry of Justice and Public Security refused.", NULL, "the Ministry of Justice and Public Security = Ministry of Justice of El Salvador SLV GOV", NULL},
    {"Police in El Salvador are afraid, reported El Mundo. The Ministry of Justice blamed the gangs.", NULL, "The Ministry of Justice = Ministry of Justice of El Salvador SLV GOV", NULL},
    {"The Russians attacked Ukraine.", NULL, "The Russians = Russia RUS GOV", NULL},
    {"The Russians who fled were arrested.", NULL, "The Russians = - RUS CVL", NULL},
    {"Hamas fighters attacked the town.", NULL, "Hamas fighters = Hamas PSE REB", NULL},
    {"The militant group Boko Haram attacked the town.", NULL, "The militant group Boko Haram = Boko Haram NGA REB", NULL},
    {"Boko Haram attacked the town. The group freed its captives.", NULL, "The group = Boko Haram NGA REB", NULL},
    {"UN officials left.", NULL, "UN officials = - IGO:UN IGO", NULL},
    {"Chinese leaders left.", NULL, "Chinese leaders = - CHN GOV", NULL},
    {"The Serbian opposition marched.", NULL, "The Serbian opposition = - SRB OPP", NULL},
};

/* nouns that stand without a country, and names that look like others */
static const test_row BELONG[] = {
    {"France, Germany and Norway met Japan. Allies refused. People wept.", NULL, "People = - - CVL", NULL},
    {"France, Germany and Norway met Japan. Governments refused.", NULL, "Governments = - - GOV", NULL},
    {"Norway is at war. Norway has closed its border with Sweden. Norway and Norwegian firms suffer. Many people left.", NULL, "Many people = - NOR CVL", NULL},
    {"France, Germany and Norway met Japan. In Oslo, people wept.", NULL, "people = - NOR CVL", NULL},
    {"Russia invited Norway. Troops from other members left Russia.", NULL, "Troops = - - MIL", NULL},
    {"The anti-Assad opposition rejected the plan of Turkey.", "2015-03-10", "The anti-Assad opposition = - SYR OPP", NULL},
    {"Russia praised Russia. Pro-Russian separatists attacked the town.", "2015-03-10", "Pro-Russian separatists = - - REB", NULL},
    {"The Syrian regime shelled the town. Washington, London and the Americans denounced the regime.", NULL, "the regime = Government of Syria SYR GOV", NULL},
    {"Police in London, Ontario, arrested two men.", NULL, "Police = London Police CAN COP", NULL},
    {"Voters in New England stayed at home.", NULL, "Voters = - USA CVL", NULL},
    {"He spoke in English.", NULL, "English = place English - -", NULL},
    {"Our Muslim brothers left.", NULL, "Muslim brothers = - - CVL", NULL},
    {"The Haldor Brekke Society condemned Iran. The mayor left for Tehran.", NULL, "The Haldor Brekke Society = Haldor Brekke Society - CVL", NULL},
    {"Reporters asked Sebastiao Spencer about it.", "2012-03-01", "Sebastiao Spencer = Sebastiao Spencer - -", NULL},
    {"Police in Delhi arrested Christopher Godfreyson. Christopher Godfreyson, a British citizen, denied it.", NULL, "Christopher Godfreyson = Christopher Godfreyson GBR CVL", NULL},
    {"The Wisconsin Alliance for Reform spent more.", NULL, "The Wisconsin Alliance for Reform = Wisconsin Alliance for Reform - -", NULL},
    {"As Chancellor Merkel tried to speak, people left.", NULL, "Chancellor Merkel = Angela Merkel DEU GOV", NULL},
    {"Another three US insurance executives pleaded guilty.", NULL, "Another three US insurance executives = - USA BUS", NULL},
    {"Militants fired at a police station in the town of Cizre.", NULL, "a police station = place - TUR COP", NULL},
    {"The group led a long insurgency against the Turkish state.", NULL, "a long insurgency = - TUR REB", NULL},
    {"Norway and Norway met Norway. He named the three countries.", NULL, "the three countries = - - GOV", NULL},
    {"LONDON: Nobel laureate Haldor Brekke left.", NULL, "Nobel laureate Haldor Brekke = Haldor Brekke - CVL", NULL},
    {"\"The bombs in Gaza are a shame,\" senator Haldor Brekke told Australia, Australia and Australia.", NULL, "senator Haldor Brekke = Haldor Brekke AUS LEG", NULL},
};

/* where a sentence is set, and whose organ, when the sentence itself doesn't say */
static const test_row SCENE[] = {
    {"In Sydney, 3,000 people marched for Gaza, Gaza and Gaza. Senator Haldor Brekke told the crowd to go home.", NULL, "Senator Haldor Brekke = Haldor Brekke AUS LEG", NULL},
    {"In Sydney, 3,000 people marched for Gaza, Gaza and Gaza. \"Women wept,\" Haldor Brekke said.", NULL, "Women = - PSE CVL", NULL},
    {"Pakistan met India, India, India and India. Pervez Musharraf spoke. The attack on parliament was a crime.", "2002-03-05", "parliament = Parliament of India IND LEG", NULL},
    {"Norway is at war. Norway has closed its border with Sweden. Norway and Norwegian firms suffer. Human rights groups wept.", NULL, "Human rights groups = - NOR NGO", NULL},
    {"EU countries met Norway. Tehran radio praised Iran and its fields.", NULL, "EU countries = - IGO:EU GOV", NULL},
    {"EU countries met Norway. Tehran radio praised Iran and its fields.", NULL, "its = Iran IRN GOV", NULL},
    {"\"Our brothers in Gaza suffer,\" said Indonesian minister Haldor Brekke.", NULL, "brothers = - PSE CVL", NULL},
    {"Vietnam met Norway, Norway, Norway and Norway. Vietnam was silent. In Oslo anti-government protests went on.", NULL, "government = Government of Norway NOR GOV", NULL},
    {"The Gujarat government met the Indian army. The state government said nothing.", NULL, "The state government = Government of Gujarat IND GOV", NULL},
    {"India, India and India. The state government said nothing.", NULL, "The state government = - IND GOV", NULL},
    {"Mexican inmates took two guards in Mexico and in Mexico, reported Der Spiegel. The authorities sent soldiers.", NULL, "The authorities = - MEX GOV", NULL},
    {"El Salvador praised members of the FES for their work.", NULL, "members = - - -", NULL},
    {"To the dismay of Nato, the fight with Isis went on.", NULL, "Nato = NATO IGO:NATO IGO", NULL},
    {"India, India and India. The Congress leaders met. The Congress refused.", "2002-03-12", "The Congress = Indian National Congress IND OPP", NULL},
    {"India, India and India. The Congress leaders met. The Congress refused.", "2002-03-12", "The Congress leaders = - IND OPP", NULL},
    {"Mexico, Mexico and Mexico. The Congress refused.", "2002-03-12", "The Congress = - MEX LEG", NULL},
    {"Syria, Syria and Syria. The Turkish-backed opposition fought.", NULL, "The Turkish-backed opposition = - SYR OPP", NULL},
    {"Syria, Syria and Syria. The Russian trained forces fought.", NULL, "The Russian trained forces = - SYR MIL", NULL},
    {"Norway praised Norway. One rebel official said no.", NULL, "One rebel official = - NOR REB", NULL},
    {"Pakistan accused India of a plot. Since they left Britain, the two countries have met twice.", NULL, "the two countries = Pakistan PAK GOV + India IND GOV", NULL},
    {"Two Norwegian groups refused.", NULL, "Two Norwegian groups = - NOR -", NULL},
    {"Reagan agreed on arms with Gorbachev at their summit.", "1986-10-12", "their = Ronald Reagan USA GOV + Mikhail Gorbachev SUN GOV", NULL},
};

/* phrases that take up what has been named, and titles */
static const test_row AGAIN[] = {
    {"Eleven Israeli rabbis met Benjamin Netanyahu. The rabbis praised the new houses in Norway.", "2017-12-27", "The rabbis = - ISR REL", NULL},
    {"Eleven Israeli rabbis met Benjamin Netanyahu. The rabbis who live in Norway were silent.", "2017-12-27", "The rabbis = - NOR REL", NULL},
    {"Samajwadi Party leader Haldor Brekke was in Oslo. He said the party would march.", "2002-03-12", "the party = Samajwadi Party IND OPP", NULL},
    {"Norway praised the Syrian regime. Norway said that regime forces had left.", NULL, "regime forces = - SYR MIL", NULL},
    {"A spokesman for Emmanuel Macron, Haldor Brekke, said nothing. He left.", "2022-02-14", "He = Haldor Brekke FRA GOV", NULL},
    {"The U.S. military shelled the town. The US army left.", NULL, "The US army = United States Army USA MIL", NULL},
    {"The International Committee for the Red Cross praised Norway.", NULL, "The International Committee for the Red Cross = International Committee of the Red Cross - NGO", NULL},
};

/* whole bodies and sides, ships, and sectors that the words around tell */
static const test_row SIDES[] = {
    {"Reagan and Gorbachev agreed on arms at their meeting.", "1986-10-12", "their = Ronald Reagan USA GOV + Mikhail Gorbachev SUN GOV", NULL},
    {"Reagan met the leaders of France and Japan.", "1986-10-12", "the leaders = France FRA GOV + Japan JPN GOV", NULL},
    {"EU leaders condemned Iran.", "2016-10-12", "EU leaders = European Union IGO:EU IGO", NULL},
    {"The anti-Assad Syrian forces attacked the town.", "2016-10-12", "The anti-Assad Syrian forces = - SYR REB", NULL},
    {"Abbas left for Gaza.", NULL, "Abbas = Mahmoud Abbas PSE GOV", NULL},
    {"Israel shelled Gaza.", "2014-07-12", "Gaza = Gaza Strip PSE -", NULL},
    {"Iran seized two Greek oil tankers.", "2022-06-12", "two Greek oil tankers = - GRC BUS", NULL},
    {"Samajwadi Party general secretary Haldor Brekke left.", NULL, "Samajwadi Party general secretary Haldor Brekke = Haldor Brekke IND PTY", NULL},
    {"Zimbabwean soldiers stood in Harare. Zimbabwe, Zimbabwe and Zimbabwe. South African President Jacob Zuma spoke. The military left.", "2017-11-16", "The military = Zimbabwean Armed Forces ZWE MIL", NULL},
};

/* old wire copy without capitals */
static const test_row LOWERCASE[] = {
    {"the unions have founded a body against the war. the new forum will march on friday, said its leader in delhi, and it has asked the ministers of india to hear it before the end of the month.", "2002-03-12", "the new forum = none, but |the unions |its |leader |delhi |it |the ministers |india |it", NULL},
    {"the united states condemned iran on monday. iran said that the united states was lying and that it had never sent any missiles to the rebels in lebanon.", "1987-04-14", "the united states = United States USA GOV", NULL},
    {"the united states condemned iran on monday. iran said that the united states was lying and that it had never sent any missiles to the rebels in lebanon.", "1987-04-14", "iran = Iran IRN GOV", NULL},
    {"president ronald reagan met soviet leader mikhail gorbachev in iceland on saturday. both men spoke for six hours about missiles and said that they would meet again before the end of the year.", "1986-10-12", "president ronald reagan = Ronald Reagan USA GOV", NULL},
    {"the new forum met in delhi on tuesday to speak of the many things that had gone wrong in the last year.", "2002-03-10", "the new forum = none, but |delhi", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_show_actor)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(PERSONS);
    ROWS(OFFICES);
    ROWS(SEVERAL);
    ROWS(PRONOUNS);
    ROWS(RANKED);
    ROWS(BODIES);
    ROWS(BELONG);
    ROWS(SCENE);
    ROWS(AGAIN);
    ROWS(SIDES);
    ROWS(LOWERCASE);
    int failed = test_list_run(l, "actor/actors");
    test_coder_close(&coder);
    free(l);
    return failed;
}
