/* test_coding.c: sentences -> who did what to whom. Every event of the sentence is in the row, and no other. */
#include "support/engine.h"

#include "event/event.h"

static const test_row ACTIVE[] = {
    {"Talking to newsmen, a Ugandan minister said that Israel had bombed Syria.", NULL, "ASSAULT ISR > SYR occurred", NULL},
    {"The Ugandan minister talked to the Kenyan president about Israel.", NULL, "CONSULT KEN,UGA > - occurred", NULL},
    {"Hezbollah launched rockets at northern Israel.", NULL, "ASSAULT LBN > ISR occurred", NULL},
    {"Speaking to the Tribune, two Kenyan and Ugandan ministers said that Israel had bombed Syria.", NULL, "ASSAULT ISR > SYR occurred", NULL},
    {"Speaking to the Kenyan president, a Ugandan minister said that Israel had bombed Syria.", NULL, "CONSULT KEN,UGA > - occurred; ASSAULT ISR > SYR occurred", NULL},
    {"Israel bombed an airfield in Syria.", NULL, "ASSAULT ISR > SYR occurred", NULL},
    {"Germany expelled four Russian diplomats.", NULL, "SANCTION DEU > RUS occurred", NULL},
    {"Turkey condemned the Greek government.", NULL, "ACCUSE TUR > GRC occurred", NULL},
    {"Japan sent medical supplies to Nepal.", NULL, "AID JPN > NPL occurred", NULL},
    {"Some 140,000 Russian troops are massed along the border with Ukraine.", NULL, "MOBILIZE RUS > UKR occurred", NULL},
    {"Israel withdrew its soldiers from Lebanon.", NULL, "RETREAT ISR > LBN occurred", NULL},
    {"Mali released three French soldiers.", NULL, "RETREAT MLI > FRA occurred", NULL},
    {"North Korea mobilised its reserves.", NULL, "MOBILIZE PRK > - occurred", NULL},
    {"Egypt praised Jordan.", NULL, "SUPPORT EGY > JOR occurred", NULL},
    {"Egyptian police arrested two Italian journalists.", NULL, "COERCE EGY > ITA occurred", NULL},
    {"The United States imposed sanctions on Venezuela.", NULL, "SANCTION USA > VEN occurred", NULL},
    {"Iran freed a British aid worker.", NULL, "RETREAT IRN > GBR occurred", NULL},
    {"Ethiopian troops withdrew from Somalia.", NULL, "RETREAT ETH > SOM occurred", NULL},
    {"Greek teachers went on strike.", NULL, "PROTEST GRC > - occurred", NULL},
    {"Sweden recognised Palestine.", NULL, "SUPPORT SWE > PSE occurred", NULL},
    {"Cuba rejected the American proposal.", NULL, "REJECT CUB > USA occurred", NULL},
    {"Brazil asked Argentina for help.", NULL, "REQUEST BRA > ARG occurred", NULL},
    {"Morocco broke off diplomatic relations with Iran.", NULL, "SANCTION MAR > IRN occurred", NULL},
    {"The Kurds accused Turkey of war crimes.", NULL, "ACCUSE ETH > TUR occurred; ASSAULT TUR > - alleged", NULL},
    {"The UN Security Council urged Sudan to stop the fighting.", NULL, "REQUEST IGO:UN > SDN occurred", NULL},
    {"Ukraine asked NATO for more weapons.", NULL, "REQUEST UKR > IGO:NATO occurred", NULL},
    {"Georgian students protested in Tbilisi.", NULL, "PROTEST GEO > - occurred", NULL},
    {"The Lithuanian president thanked Canada.", NULL, "SUPPORT LTU > CAN occurred", NULL},
    {"The European Union lifted sanctions on Belarus.", NULL, "RETREAT IGO:EU > BLR occurred", NULL},
    {"Kenya apologised to Tanzania.", NULL, "SUPPORT KEN > TZA occurred", NULL},
    {"Colombia extradited a drug lord to the United States.", NULL, "COOPERATE COL > USA occurred", NULL},
    {"Houthi rebels fired missiles at Saudi Arabia.", NULL, "ASSAULT YEM > SAU occurred", NULL},
};

static const test_row PASSIVE[] = {
    {"Aleppo was shelled by Russian forces.", NULL, "ASSAULT RUS > SYR occurred", NULL},
    {"Two Kenyan soldiers were killed by Somali militants.", NULL, "ASSAULT SOM > KEN occurred", NULL},
    {"Four Polish diplomats were expelled by Belarus.", NULL, "SANCTION BLR > POL occurred", NULL},
    {"The Spanish minister was criticised by Morocco.", NULL, "ACCUSE MAR > ESP occurred", NULL},
    {"Three Iranian sailors were detained by Saudi Arabia.", NULL, "COERCE SAU > IRN occurred", NULL},
    {"A French journalist was kidnapped in Mali.", NULL, "ASSAULT - > FRA occurred", NULL},
    {"Ukraine was supported by Poland.", NULL, "SUPPORT POL > UKR occurred", NULL},
    {"Hungary has been accused of corruption by the European Commission.", NULL, "ACCUSE IGO:EU > HUN occurred", NULL},
    {"Kuwait was invaded in 1990 by Iraq.", NULL, "ASSAULT IRQ > KWT occurred", NULL},
};

static const test_row NOMINAL[] = {
    {"The Israeli air strike on Lebanon caused alarm.", NULL, "ASSAULT ISR > LBN occurred", NULL},
    {"Russia's annexation of Crimea changed the map.", NULL, "COERCE RUS > UKR occurred", NULL},
    {"China's condemnation of Japan came swiftly.", NULL, "ACCUSE CHN > JPN occurred", NULL},
    {"Talks between Serbia and Kosovo took place in Brussels.", NULL, "CONSULT SRB,XKX > - occurred", NULL},
    {"The arrest of a Canadian by China made headlines.", NULL, "COERCE CHN > CAN occurred", NULL},
    {"The withdrawal of French troops from Niger was completed.", NULL, "RETREAT FRA > NER occurred", "the place that was left is no recipient"},
    {"An attack on the Indian embassy by the Taliban shook Kabul.", NULL, "ASSAULT AFG > IND occurred", NULL},
    {"Thailand's aid to Laos arrived by train.", NULL, "AID THA > LAO occurred", NULL},
    {"Iran's criticism of Bahrain was loud.", NULL, "ACCUSE IRN > BHR occurred", NULL},
};

static const test_row JOINED[] = {
    {"Ghana and Togo condemned Burkina Faso.", NULL, "ACCUSE GHA,TGO > BFA occurred", NULL},
    {"Iran attacked Iraq and threatened Kuwait.", NULL, "ASSAULT IRN > IRQ occurred; THREATEN IRN > KWT occurred", NULL},
    {"Russia arrested and deported two Lithuanian teachers.", NULL, "COERCE RUS > LTU occurred; COERCE RUS > LTU occurred", NULL},
    {"Norway criticised Hungary and Slovakia.", NULL, "ACCUSE NOR > HUN,SVK occurred", NULL},
    {"Gazprom agreed with Texaco on a price for gas.", NULL, "", NULL},
    {"Soldiers were charged with guarding the Peruvian border.", NULL, "", NULL}, /* their task */
    {"Gazprom agreed with Poland on a price for gas.", NULL, "AGREE RUS > POL occurred", NULL},
    {"France and Turkey have not spoken since January.", NULL, "CONSULT FRA,TUR > - negated", NULL},
    {"France, Germany and Italy met in Paris.", NULL, "CONSULT DEU,FRA,ITA > - occurred", NULL},
    {"Biden met Xi in Bali.", "2022-11-15", "CONSULT CHN,USA > - occurred", "Xi is a place"},
    {"Putin called Erdogan.", "2022-03-10", "CONSULT RUS,TUR > - occurred", NULL},
    {"Qatar signed an agreement with Chad.", NULL, "SUPPORT QAT,TCD > - occurred", NULL},
    {"Japan and South Korea held joint military exercises.", NULL, "COOPERATE JPN,KOR > - occurred", NULL},
    {"Both Denmark and Iceland supported Ukraine.", NULL, "SUPPORT DNK,ISL > UKR occurred", NULL},
};

static const test_row CONTROL[] = {
    {"Iran agreed to meet Saudi Arabia.", NULL, "AGREE IRN > SAU occurred", NULL},
    {"Washington vowed to sanction Moscow.", NULL, "THREATEN USA > RUS occurred", NULL},
    {"Norway promised to help Moldova.", NULL, "AGREE NOR > MDA occurred", NULL},
    {"Hungary refused to support Ukraine.", NULL, "REJECT HUN > UKR occurred", NULL},
    {"Britain threatened to expel the Iranian ambassador.", NULL, "THREATEN GBR > IRN occurred", NULL},
    {"Israel threatened to attack Lebanon.", NULL, "THREATEN ISR > LBN occurred", NULL},
    {"Venezuela was forced to release two American prisoners.", NULL, "RETREAT VEN > USA occurred", NULL},
    {"The Netherlands asked Croatia to extradite the suspect.", NULL, "REQUEST NLD > HRV occurred", NULL},
    {"Australia demanded that Indonesia release the pilot.", NULL, "REQUEST AUS > IDN occurred", NULL},
};

static const test_row RELATIVE[] = {
    {"The rebels who attacked Chad came from the north.", NULL, "ASSAULT REB > TCD occurred", NULL},
    {"The Polish activist whom Belarus jailed was a teacher.", NULL, "COERCE BLR > POL occurred", NULL},
    {"Iraq, which had invaded Kuwait, rebuilt its army.", NULL, "ASSAULT IRQ > KWT occurred", NULL},
    {"The Cuban writer who had criticised Spain moved to Lima.", NULL, "ACCUSE CUB > ESP occurred", NULL},
    {"Troops sent by Rwanda attacked Burundi.", NULL, "ASSAULT RWA > BDI occurred", "sent by: whose troops they are"},
};

static const test_row REPORTED[] = {
    {"Macron said France had sent weapons to Ukraine.", "2022-06-01", "AID FRA > UKR occurred", NULL},
    {"Kyiv said that Russian missiles struck Odesa.", NULL, "ASSAULT RUS > UKR occurred", NULL},
    {"According to Armenia, Azerbaijan attacked a border post.", NULL, "ASSAULT AZE > - occurred", NULL},
    {"Iran said it had released a German citizen.", NULL, "RETREAT IRN > DEU occurred", NULL},
    {"\"We have freed the Turkish pilots,\" the Lebanese minister said.", NULL, "RETREAT LBN > TUR occurred", NULL},
    {"Sudan says Ethiopia attacked its soldiers.", NULL, "ASSAULT ETH > SDN occurred", "its: of the one who is attacked"},
    {"The Syrian state agency reported that Israel had bombed the port.", NULL, "ASSAULT ISR > - occurred", NULL},
};

static const test_row SILENT[] = {
    {"Real Madrid attacked from the start and beat Sevilla 3-1. The striker scored twice in the first half. The coach praised the goalkeeper after the match.", NULL, "", NULL},
    {"Brazil defeated Germany 2-0 in the final in Yokohama.", NULL, "", NULL},
    {"England face Croatia in the semi-final on Wednesday.", NULL, "", NULL},
    {"The Spanish striker fired a shot over the bar. The goalkeeper saved a penalty. The team won the league match in the second half.", NULL, "", NULL},
    {"The film shows a German officer who falls in love.", NULL, "", NULL},
    {"The comedy attacks the vanity of actors.", NULL, "", NULL},
    {"The actor fired his agent before the premiere in London.", NULL, "", NULL},
    {"The Danish composer won a prize for her opera.", NULL, "", NULL},
    {"Shares in Tokyo were hit by a strong yen.", NULL, "", NULL},
    {"The Finnish economy grew by two percent.", NULL, "", NULL},
    {"The storm struck Jamaica on Monday.", NULL, "", NULL},
    {"A heat wave killed hundreds of cattle in Texas.", NULL, "", NULL},
    {"The minister struck a balance between work and sport.", NULL, "", NULL},
    {"The president was born in a village.", NULL, "", NULL},
    {"Spain lies south of France.", NULL, "", NULL},
    {"The Swiss bank launched a new card.", NULL, "", NULL},
    {"Inflation attacked the savings of Argentine families.", NULL, "", "inflation attacks nobody"},
};

/* ---- day, place, magnitude ---- */

static void show_dates(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        test_put(out, "%s%s %.*s", i > 1 ? "; " : "", att_event_type_name((att_event_type)e->type), e->date.value.len ? (int)e->date.value.len : 1,
                 e->date.value.len ? e->date.value.ptr : "-");
    }
}

/* 2022-02-16 is a Wednesday */
static const test_row DATES[] = {
    {"Israel attacked Syria on Monday.", "2022-02-16", "ASSAULT 2022-02-14", NULL},
    {"Israel will attack Syria on Monday.", "2022-02-16", "ASSAULT 2022-02-21", NULL},
    {"Israel attacked Syria on Wednesday.", "2022-02-16", "ASSAULT 2022-02-16", NULL},
    {"Israel attacked Syria on Thursday.", "2022-02-16", "ASSAULT 2022-02-10", NULL},
    {"Israel attacked Syria yesterday.", "2022-02-16", "ASSAULT 2022-02-15", NULL},
    {"Israel attacked Syria last week.", "2022-02-16", "ASSAULT 2022-02-07/2022-02-13", NULL},
    {"Israel attacked Syria in 2007.", "2022-02-16", "ASSAULT 2007", NULL},
    {"Israel attacked Syria in March 2019.", NULL, "ASSAULT 2019-03", NULL},
    {"Israel attacked Syria on 6 September 2007.", NULL, "ASSAULT 2007-09-06", NULL},
    {"Three days ago Israel attacked Syria.", "2022-02-16", "ASSAULT 2022-02-13", NULL},
    {"On Monday, Israel attacked Syria.", "2022-02-16", "ASSAULT 2022-02-14", NULL},
    {"Syria said on Tuesday that Israel had attacked an airfield on Sunday.", "2022-02-16", "ASSAULT 2022-02-13", NULL},
    {"Syria said on Tuesday that Israel had attacked an airfield.", "2022-02-16", "ASSAULT -", NULL},
    {"Iran condemned Israel on Tuesday.", "2022-02-16", "ACCUSE 2022-02-15", NULL},
    {"Turkey accused Greece on Tuesday of attacking a boat on Monday.", "2022-02-16", "ACCUSE 2022-02-15; ASSAULT 2022-02-14", NULL},
    {"Biden is to meet Putin on Thursday.", "2021-06-14", "AGREE 2021-06-17", NULL},
    {"Israel attacked Syria on Monday.", NULL, "ASSAULT -", NULL},
};

static void show_places(const att_doc *doc, const char *want, char *out)
{
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++) {
        const att_event *e = &doc->events.at[i];
        att_slice name = e->place ? doc->places.at[e->place].name : ATT_LIT("-");
        test_put(out, "%s%s %.*s", i > 1 ? "; " : "", att_event_type_name((att_event_type)e->type), (int)name.len, name.ptr);
    }
}

static const test_row PLACES[] = {
    {"Biden and Putin held talks in Geneva.", "2021-06-16", "CONSULT Geneva", NULL},
    {"Rebels attacked a barracks near Bamako.", NULL, "ASSAULT Bamako", NULL},
    {"Israel attacked an airfield outside Aleppo.", NULL, "ASSAULT Aleppo", NULL},
    {"Paris condemned Moscow.", NULL, "ACCUSE -", NULL},
    {"Police arrested a Polish reporter in Minsk.", NULL, "COERCE Minsk", NULL},
    {"In Baghdad, gunmen killed two Turkish engineers.", NULL, "ASSAULT Baghdad", NULL},
    {"A spokesman in Geneva said Eritrea had attacked Djibouti.", NULL, "ASSAULT -", NULL},
    {"Britain backs an international conference on the Middle East.", NULL, "SUPPORT -", NULL}, /* what the talks are about */
    {"Turkey showed solidarity with its brothers in Gaza.", NULL, "SUPPORT -", NULL},
    {"He blamed Iran for the attack in Yemen.", NULL, "ACCUSE -; ASSAULT Yemen", NULL},
    {"France promised help at a summit in Berlin.", NULL, "AGREE Berlin; CONSULT Berlin", NULL},
    {"Obama met officials from Japan on Monday.", NULL, "CONSULT -", NULL}, /* whence they are */
};

static void show_magnitudes(const att_doc *doc, const char *want, char *out)
{
    static const char *const KIND[ATT_MAG_COUNT] = {"killed", "injured", "detained", "participants", "displaced"};
    (void)want;
    for (uint32_t i = 1; i < doc->events.n; i++)
        for (uint32_t k = 0; k < ATT_MAG_COUNT; k++) {
            const att_range *r = &doc->events.at[i].magnitude[k];
            if (r->set) test_put(out, "%s%s %.10g..%.10g", *out ? "; " : "", KIND[k], r->low, r->high);
        }
}

static const test_row MAGNITUDES[] = {
    {"The Taliban killed 12 Afghan soldiers.", NULL, "killed 12..12", NULL},
    {"Belarusian police detained 40 protesters.", NULL, "detained 40..40", NULL},
    {"Some 2,000 Georgian students marched against the government.", NULL, "participants 2000..2000", NULL},
    {"The attack on Kenya wounded 30 people.", NULL, "injured 30..30", NULL},
    {"Israel attacked Syria on 12 May.", "2022-05-16", "", NULL},
    {"Turkish troops killed three Syrians.", NULL, "killed 3..3", NULL},
};

#define ROWS(table, show) test_list_rows(l, &coder, table, sizeof table / sizeof *table, show)

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(ACTIVE, test_put_events);
    ROWS(PASSIVE, test_put_events);
    ROWS(NOMINAL, test_put_events);
    ROWS(JOINED, test_put_events);
    ROWS(CONTROL, test_put_events);
    ROWS(RELATIVE, test_put_events);
    ROWS(REPORTED, test_put_events);
    ROWS(SILENT, test_put_events);
    ROWS(DATES, show_dates);
    ROWS(PLACES, show_places);
    ROWS(MAGNITUDES, show_magnitudes);
    int failed = test_list_run(l, "event/coding");
    test_coder_close(&coder);
    free(l);
    return failed;
}
