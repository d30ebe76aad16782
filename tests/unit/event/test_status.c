/* test_status.c: sentences -> did it happen? Every event of the sentence is in the row, and no other. */
#include "support/engine.h"

#include "event/event.h"
#include "event/status.h"

static const test_row NEGATED[] = {
    {"Russia did not attack Ukraine.", NULL, "ASSAULT RUS > UKR negated", NULL},
    {"Egypt never invaded Sudan.", NULL, "ASSAULT EGY > SDN negated", NULL},
    {"Iran has not released the German prisoner.", NULL, "RETREAT IRN > DEU negated", NULL},
    {"There was no attack on Poland.", NULL, "ASSAULT - > POL negated", NULL},
    {"No country has attacked Malta.", NULL, "ASSAULT - > MLT negated", "no before the subject"},
    {"Neither Chad nor Sudan attacked Libya.", NULL, "ASSAULT SDN,TCD > LBY negated", NULL},
    {"Turkey failed to send aid to Libya.", NULL, "AID TUR > LBY negated", NULL},
    {"Sudan prevented an attack on Chad.", NULL, "ASSAULT - > TCD negated", NULL},
    {"Iran would never attack Turkey.", NULL, "ASSAULT IRN > TUR negated", NULL},
    {"Russia has never apologised to Finland.", NULL, "SUPPORT RUS > FIN negated", NULL},
    {"The talks between France and Italy did not take place.", NULL, "CONSULT FRA,ITA > - negated", NULL},
    {"Iran won't attack Turkey.", NULL, "ASSAULT IRN > TUR negated", NULL},
    {"Peru did not bomb Chile or arrest the Bolivian envoy.", NULL, "ASSAULT PER > CHL negated; COERCE PER > BOL negated", NULL},
    {"Malta no longer trains Libyan soldiers.", NULL, "AID MLT > LBY negated", NULL},
    {"Iran left the gulf without attacking Oman.", NULL, "ASSAULT IRN > OMN negated", NULL},
    {"Instead of attacking Oman, Iran expelled the Omani envoy.", NULL, "ASSAULT IRN > OMN negated; SANCTION IRN > OMN occurred", NULL},
    {"Latvia is not expected to expel the Cuban envoy.", NULL, "SANCTION LVA > CUB negated", NULL},
    {"This does not mean that Norway is bombing Libya.", NULL, "ASSAULT NOR > LBY negated", NULL},
};

static const test_row POSSIBLE[] = {
    {"Israel may attack Iran.", NULL, "ASSAULT ISR > IRN possible", NULL},
    {"Perhaps Cuba will attack Haiti.", NULL, "ASSAULT CUB > HTI possible", NULL},
    {"Norway might help Latvia.", NULL, "AID NOR > LVA possible", NULL},
    {"Japan could expel the Russian ambassador.", NULL, "SANCTION JPN > RUS possible", NULL},
    {"Cuba must free the American prisoner.", NULL, "RETREAT CUB > USA possible", NULL},
    {"Serbia should apologise to Kosovo.", NULL, "SUPPORT SRB > XKX possible", NULL},
    {"Iran can attack Turkey within days.", NULL, "ASSAULT IRN > TUR possible", NULL},
    {"A Russian invasion could happen at any time.", NULL, "ASSAULT RUS > - possible", NULL},
    {"An attack on Turkey by Iran is possible.", NULL, "ASSAULT IRN > TUR possible", NULL},
    {"Iran is likely to attack Turkey.", NULL, "ASSAULT IRN > TUR possible", NULL},
    {"Iran is unlikely to attack Turkey.", NULL, "ASSAULT IRN > TUR possible", NULL},
    {"Iran tried to attack Iraq.", NULL, "ASSAULT IRN > IRQ possible", NULL},
    {"It was not certain that Spain would expel the Cuban envoy.", NULL, "SANCTION ESP > CUB possible", NULL},
    {"Peru may arrest the Chilean spies and expel the Bolivian envoy.", NULL, "COERCE PER > CHL possible; SANCTION PER > BOL possible", NULL},
    {"There are fears that Sudan will attack Chad.", NULL, "ASSAULT SDN > TCD possible", NULL},
    {"It is doubtful that Russia attacked Latvia.", NULL, "ASSAULT RUS > LVA possible", NULL},
    {"Did Libya attack Tunisia?", NULL, "ASSAULT LBY > TUN possible", NULL},
    {"The threat of a Russian attack on Estonia has grown.", NULL, "ASSAULT RUS > EST possible", "a threat of an attack swallows the attack and has no parties of its own"},
};

static const test_row PLANNED[] = {
    {"Norway will sign once Malta expels the Libyan envoy.", NULL, "AGREE NOR > - planned; SANCTION MLT > LBY planned", NULL},
    {"Peru will bomb Haiti and expel the Cuban envoy.", NULL, "ASSAULT PER > HTI planned; SANCTION PER > CUB planned", NULL},
    {"There is no doubt that Sudan will attack Chad.", NULL, "ASSAULT SDN > TCD planned", NULL},
    {"The next talks between Spain and Cuba would be on Monday.", NULL, "AGREE CUB,ESP > - planned", NULL},
    {"China will invade Taiwan.", NULL, "ASSAULT CHN > TWN planned", NULL},
    {"France will send tanks to Ukraine.", NULL, "AGREE FRA > UKR planned", NULL},
    {"Macron is to meet Scholz in Bali.", "2022-11-10", "AGREE FRA > DEU planned", NULL},
    {"The Greek prime minister is to visit Turkey.", NULL, "AGREE GRC > TUR planned", NULL},
    {"Russia plans to attack Ukraine.", NULL, "ASSAULT RUS > UKR planned", NULL},
    {"Spain is going to expel the Cuban envoy.", NULL, "SANCTION ESP > CUB planned", NULL},
    {"Italy will not arrest the Libyan general, but Greece will arrest him.", NULL, "COERCE ITA > LBY negated; COERCE GRC > LBY planned", NULL},
    {"Algeria wants to invade Morocco.", NULL, "ASSAULT DZA > MAR planned", NULL},
    {"Iran is preparing to attack Iraq.", NULL, "ASSAULT IRN > IRQ planned", NULL},
    {"Iran is set to attack Turkey.", NULL, "ASSAULT IRN > TUR planned", NULL},
    {"Morocco decided to arrest the Spanish reporter.", NULL, "COERCE MAR > ESP planned", NULL},
    {"Moscow ordered its troops to attack Georgia.", NULL, "ASSAULT RUS > GEO planned", "an order to its own troops is taken for a request"},
    {"Ethiopia's plan to invade Eritrea is known.", NULL, "ASSAULT ETH > ERI planned", NULL},
    {"The planned visit of the Polish president to Japan drew attention.", NULL, "AGREE POL > JPN planned", "planned before a noun is not looked up"},
};

static const test_row CONDITIONAL[] = {
    {"If Iran attacks Israel, oil prices will rise.", NULL, "ASSAULT IRN > ISR conditional", NULL},
    {"Oil prices will rise if Iran attacks Israel.", NULL, "ASSAULT IRN > ISR conditional", NULL},
    {"Unless Serbia arrests the Bosnian general, trade will suffer.", NULL, "COERCE SRB > BIH conditional", NULL},
    {"Poland would attack Belarus if Belarus attacked Latvia.", NULL, "ASSAULT POL > BLR conditional; ASSAULT BLR > LVA conditional", NULL},
    {"Spain will meet Cuba if Haiti agrees.", NULL, "AGREE ESP > CUB conditional; AGREE HTI > - conditional", NULL},
    {"If Chad fails to release the French envoy, flights will stop.", NULL, "RETREAT TCD > FRA conditional", NULL},
    {"Kuwait bought tanks in case of an Iraqi attack.", NULL, "MOBILIZE KWT > IRQ occurred; ASSAULT IRQ > - conditional", NULL},
    {"A Russian attack on Georgia remains possible.", NULL, "ASSAULT RUS > GEO possible", NULL},
    {"Malta wants to see evidence that Russia is bombing Syria.", NULL, "ASSAULT RUS > SYR possible", NULL},
    {"Libya has not shown that it is serious about arresting the Sudanese general.", NULL, "COERCE LBY > SDN negated", NULL},
    {"Cuba promised not to send troops to attack Haiti.", NULL, "AGREE CUB > - occurred; ASSAULT CUB > HTI negated", NULL},
    {"Poland is storing gas in the event that Russia attacks Latvia.", NULL, "ASSAULT RUS > LVA conditional", NULL},
    {"In case Mali expels the French envoy, flights will stop.", NULL, "SANCTION MLI > FRA conditional", NULL},
};

static const test_row CONTESTED[] = {
    {"Russia denied that it had attacked Georgia.", NULL, "ASSAULT RUS > GEO denied", NULL},
    {"Pakistan denied bombing Afghanistan.", NULL, "ASSAULT PAK > AFG denied", "a bare gerund before a name is read as a noun"},
    {"Angola denied accusations that it had attacked Zambia.", NULL, "ACCUSE - > AGO occurred; ASSAULT AGO > ZMB denied", NULL},
    {"Angola has denied that it plans an attack and dismissed the warnings from Zambia.", NULL, "ASSAULT AGO > - denied; REJECT AGO > ZMB occurred; THREATEN ZMB > - occurred", NULL},
    {"Angola denied that it plans to invade Zambia.", NULL, "ASSAULT AGO > ZMB denied", NULL},
    {"Chad is believed to have attacked Sudan.", NULL, "ASSAULT TCD > SDN alleged", NULL},
    {"Chad allegedly attacked Sudan.", NULL, "ASSAULT TCD > SDN alleged", NULL},
    {"Burundi reportedly attacked Rwanda.", NULL, "ASSAULT BDI > RWA alleged", NULL},
    {"Ukraine accused Russia of attacking Kharkiv.", NULL, "ACCUSE UKR > RUS occurred; ASSAULT RUS > UKR alleged", NULL},
    {"Syria is suspected of attacking Turkey.", NULL, "ASSAULT SYR > TUR alleged", "suspected of: what hangs below has not occurred"},
    {"Officials described an alleged Eritrean attack on Djibouti.", NULL, "ASSAULT ERI > DJI alleged", NULL},
};

static const test_row GOING_ON[] = {
    {"Russia is bombing Syria.", NULL, "ASSAULT RUS > SYR ongoing", NULL},
    {"Iran kept bombing Iraq.", NULL, "ASSAULT IRN > IRQ ongoing", NULL},
    {"Ethiopia continued to attack Eritrea.", NULL, "ASSAULT ETH > ERI ongoing", NULL},
    {"Serbia and Kosovo are holding talks.", NULL, "CONSULT SRB,XKX > - ongoing", NULL},
};

static const test_row OCCURRED[] = {
    {"Kenya has arrested a Somali minister.", NULL, "COERCE KEN > SOM occurred", NULL},
    {"The papers may publish an account of the Russian attack on Georgia.", NULL, "ASSAULT RUS > GEO occurred", NULL},
    {"Norway could help the victims of the Russian attack on Georgia.", NULL, "AID NOR > CVL possible; ASSAULT RUS > GEO occurred", NULL},
    {"Spain may condemn the Russian invasion of Georgia.", NULL, "ACCUSE ESP > RUS possible; ASSAULT RUS > GEO occurred", NULL},
    {"The premier of Malta declined to comment on the talks with Libya.", NULL, "CONSULT LBY,MLT > - occurred", NULL},
    {"The Greek premier has had the chance to speak to the Turkish president.", NULL, "CONSULT GRC,TUR > - occurred", NULL},
    {"Japan was attacked by China.", NULL, "ASSAULT CHN > JPN occurred", NULL},
    {"Reports suggest that Serbia had attacked Kosovo.", NULL, "ASSAULT SRB > XKX occurred", NULL},
    {"Norway seeks a solution to the standoff between Serbia and Kosovo.", NULL, "REJECT SRB,XKX > - occurred", NULL},
    {"Turkey began bombing Syria.", NULL, "ASSAULT TUR > SYR occurred", NULL},
    {"Turkey resumed bombing Iraq.", NULL, "ASSAULT TUR > IRQ occurred", "a bare gerund before a name is read as a noun"},
    {"India has banned a Chinese newspaper.", NULL, "COERCE IND > CHN occurred", NULL},
    {"Libya managed to release the Korean sailors.", NULL, "RETREAT LBY > KOR occurred", NULL},
    {"The United States urged Israel to leave Gaza.", NULL, "REQUEST USA > ISR occurred", NULL},
    {"India threatened Pakistan with war.", NULL, "THREATEN IND > PAK occurred", NULL},
    {"Poland pledged not to attack Belarus.", NULL, "AGREE POL > BLR occurred", NULL},
    {"It is known that Iraq attacked Iran.", NULL, "ASSAULT IRQ > IRN occurred", NULL},
    {"Iran's leader confirmed that Iran had attacked Iraq.", NULL, "ASSAULT IRN > IRQ occurred", NULL},
};

/* Speech acts have occurred unless they themselves are denied, planned and so on. */
static const test_row SPEECH[] = {
    {"Turkey did not condemn Russia.", NULL, "ACCUSE TUR > RUS negated", NULL},
    {"\"I would urge Turkey to leave Syria,\" the Greek premier said.", NULL, "REQUEST GRC > TUR occurred", NULL},
    {"Turkey will condemn Russia.", NULL, "ACCUSE TUR > RUS planned", NULL},
    {"Turkey may reject the Swedish proposal.", NULL, "REJECT TUR > SWE possible", NULL},
    {"Qatar has not asked Egypt for help.", NULL, "REQUEST QAT > EGY negated", NULL},
    {"Poland will hear Russia's demands.", NULL, "REQUEST RUS > - occurred", NULL},
    {"Spain denied that it had threatened Morocco.", NULL, "THREATEN ESP > MAR denied", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_put_events)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(NEGATED);
    ROWS(POSSIBLE);
    ROWS(PLANNED);
    ROWS(CONDITIONAL);
    ROWS(CONTESTED);
    ROWS(GOING_ON);
    ROWS(OCCURRED);
    ROWS(SPEECH);
    int failed = test_list_run(l, "event/status");
    test_coder_close(&coder);
    free(l);
    return failed;
}
