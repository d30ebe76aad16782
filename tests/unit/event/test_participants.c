/* test_participants.c: sides that stand outside the frame's own slots (roles_far.c, roles_around.c, roles_again.c, labour.c). */
#include "support/engine.h"

#include "event/event.h"

/* Behind other words than the frame lists. */
static const test_row FAR[] = {
    {"The Kenyan general turned himself in to the Ugandan police.", NULL, "RETREAT KEN > UGA occurred", NULL},
    {"Kenya has established diplomatic ties with Malta.", NULL, "SUPPORT KEN > MLT occurred", NULL},
    {"Canada gave Serbia a deadline.", NULL, "THREATEN CAN > SRB occurred", NULL},
    {"Israeli jets attacked in the north of the Gaza Strip.", NULL, "ASSAULT ISR > PSE occurred", NULL},
    {"Spain is willing to withdraw its troops from Somalia.", NULL, "AGREE ESP > SOM ongoing", NULL},
    {"Norway asked for Sweden's help.", NULL, "REQUEST NOR > SWE occurred", NULL},
    {"The Syrian opposition abandoned the Iran deal.", NULL, "SANCTION SYR > IRN occurred", NULL},
    {"Turkish jets bombed the rebel-held town.", NULL, "ASSAULT TUR > REB occurred", NULL},
    {"Russia vetoed a Japanese-drafted resolution.", NULL, "REJECT RUS > JPN occurred", NULL},
    {"Uganda condemned the clashes between Kenya and Somalia.", NULL, "ACCUSE UGA > KEN,SOM occurred; ASSAULT KEN,SOM > - occurred", NULL},
    {"The U.S. attack on Iraq began at dawn.", NULL, "ASSAULT USA > IRQ occurred", NULL},
};

/* Who acts with what: not the other side. */
static const test_row FORCES[] = {
    {"Chad mobilised the army.", NULL, "MOBILIZE TCD > - occurred", NULL},
    {"Rebels surrendered to Malian soldiers.", NULL, "RETREAT REB > MLI occurred", NULL},
    {"The German aircraft were moved to Jordan.", NULL, "MOBILIZE DEU > JOR occurred", NULL},
    {"Russia and Ukraine have destroyed their mines.", NULL, "ASSAULT RUS,UKR > - occurred", NULL},
    {"Ankara voiced Turkey's support for Qatar.", NULL, "SUPPORT TUR > QAT occurred", NULL},
};

/* Named by the words around an event noun or a participle. */
static const test_row AROUND[] = {
    {"The attack by Turkish troops killed six Syrian soldiers.", NULL, "ASSAULT TUR > SYR occurred; ASSAULT TUR > SYR occurred", NULL},
    {"Three Polish soldiers were killed in an attack by the Taliban.", NULL, "ASSAULT AFG > POL occurred; ASSAULT AFG > POL occurred", NULL},
    {"Danish soldiers came under attack.", NULL, "ASSAULT - > DNK occurred", NULL},
    {"Iran sanctions have hurt trade.", NULL, "SANCTION - > IRN occurred", NULL},
    {"US sanctions have hurt trade.", NULL, "SANCTION USA > - occurred", NULL},
    {"The demands of Kenya were rejected by Malta and its allies.", NULL, "REJECT MLT > KEN occurred", NULL},
    {"Biden promised that the United States would help Malta.", NULL, "AGREE USA > - occurred", NULL},
    {"Isis attacked Mosul.", NULL, "ASSAULT REB > IRQ occurred", NULL},
    {"Four Kenyan soldiers killed on the border a day earlier were buried.", NULL, "ASSAULT - > KEN occurred", NULL},
    {"Russia abandoned the Minsk accords.", NULL, "SANCTION RUS > - occurred", NULL},
    {"The Kenyan minister was on a tour of Uganda and Malta.", NULL, "CONSULT KEN > MLT,UGA occurred", NULL},
    {"Sudan thanked Kenya for the visit.", NULL, "SUPPORT SDN > KEN occurred; CONSULT KEN > - occurred", NULL},
    {"Sudan thanked the Kenyan soldiers for arresting a Somali general.", NULL, "SUPPORT SDN > KEN occurred; COERCE KEN > SOM occurred", NULL},
    {"Hungary faces criticism from Slovenia.", NULL, "ACCUSE SVN > HUN occurred", NULL},
    {"The withdrawal exposed Georgia to a Russian attack.", NULL, "ASSAULT RUS > GEO occurred", NULL},
    {"During a visit to Delhi, the Norwegian prime minister praised India.", NULL, "CONSULT NOR > IND occurred; SUPPORT NOR > IND occurred", NULL},
    {"After talks in Geneva, the Russian foreign minister criticised Estonia.", NULL, "CONSULT RUS > - occurred; ACCUSE RUS > EST occurred", NULL},
    {"The talks include Ghana and Togo.", NULL, "CONSULT GHA,TGO > - occurred", NULL},
    {"The Kenyan team at the talks with Uganda left.", NULL, "CONSULT KEN,UGA > - occurred", NULL},
    {"Parliament in Albania passed a resolution criticising Serbia.", NULL, "ACCUSE ALB > SRB occurred", NULL},
    {"The Colombian rebels are committed to peace.", NULL, "AGREE COL > - occurred", NULL},
    {"Two Dutch diplomats were expelled from Chad.", NULL, "SANCTION TCD > NLD occurred", NULL},
    {"Brazil obtained assurances from Peru.", NULL, "AGREE PER > BRA occurred", NULL},
    {"Denmark made plans to protect Kuwait.", NULL, "AGREE DNK > KWT occurred; AGREE DNK > KWT planned", NULL},
    {"Israel is targeting Lebanese civilians with bombings.", NULL, "ASSAULT ISR > LBN occurred", NULL},
    {"The Bolivian opposition wants a dignified exit for the Peruvian president.", NULL, "REQUEST BOL > PER ongoing", NULL},
    {"Discussions about the border are taking place with Bulgaria.", NULL, "CONSULT BGR > - occurred", NULL},
    {"It is shameful that Russia attacked Georgia.", NULL, "ACCUSE - > RUS ongoing; ASSAULT RUS > GEO occurred", NULL},
};

/* The place at the head of a wire story takes no part. */
static const test_row DATELINES[] = {
    {"HARARE, Zimbabwe - Zambia's opposition leader has rejected the Kenyan plan.", NULL, "REJECT ZMB > KEN occurred", NULL},
    {"ALGIERS, Algeria - Moroccan police have arrested four Italian journalists.", NULL, "COERCE MAR > ITA occurred", NULL},
};

/* What is no event, and whose. */
static const test_row WORDS[] = {
    {"The strike by Bolivian miners, whose union wants higher wages, went on.", NULL, "PROTEST BOL > - occurred", NULL},
    {"The strike by Israel on the Lebanese village lasted an hour.", NULL, "ASSAULT ISR > LBN occurred", NULL},
    {"The flood is a threat to Kenya.", NULL, "", NULL},
    {"Bolivian smugglers flew the drugs to Brazil.", NULL, "", NULL},
    {"Mexico recalled 90 workers.", NULL, "", NULL},
};

/* Event nouns that only refer back (roles_again.c). */
static const test_row AGAIN[] = {
    {"Norway condemned Chad. Norway and Sweden met in Oslo. The meeting lasted an hour.", NULL, "ACCUSE NOR > TCD occurred; CONSULT NOR,SWE > - occurred; CONSULT NOR,SWE > - occurred", NULL},
    {"Norway condemned Chad. Norway and Sweden met in Oslo. The meeting of the Kenyan parliament lasted an hour.", NULL, "ACCUSE NOR > TCD occurred; CONSULT NOR,SWE > - occurred; CONSULT KEN > - occurred", NULL},
    {"Chad bombed Kenya. The attack killed six Kenyan soldiers.", NULL, "ASSAULT TCD > KEN occurred; ASSAULT TCD > KEN occurred; ASSAULT TCD > KEN occurred", NULL},
    {"Norway condemned Chad. Chad bombed Kenya. The attacks on Malta went on.", NULL, "ACCUSE NOR > TCD occurred; ASSAULT TCD > KEN occurred; ASSAULT - > MLT occurred", NULL},
};

#define ROWS(table) test_list_rows(l, &coder, table, sizeof table / sizeof *table, test_put_events)

/* A name that no lexicon has is a side where the frame's slot holds it; it has a mention, and no code. */
static void unknown_name(void **state)
{
    test_coder *coder = *state;
    att_article a = test_article(att_slice_of("Danish police arrested Torben Vinterskov."), NULL);
    const att_doc *doc;
    att_err e = att_worker_code(&coder->worker, &a, ATT_NO_DAY, &doc);
    if (att_failed(e)) fail_msg("%s", e.msg);
    assert_int_equal(doc->events.n, 2);
    const att_event *ev = &doc->events.at[1];
    assert_int_equal(ev->recipients.n, 1);
    assert_true(att_eq(att_cut(doc, doc->mentions.at[ev->recipients.at[0]].span), att_slice_of("Torben Vinterskov")));
}

int main(void)
{
    test_coder coder;
    test_list *l = calloc(1, sizeof *l);
    test_coder_open(&coder);
    ROWS(FAR);
    ROWS(FORCES);
    ROWS(AROUND);
    ROWS(DATELINES);
    ROWS(WORDS);
    ROWS(AGAIN);
    test_list_add(l, "a name that no lexicon has", unknown_name, &coder);
    int failed = test_list_run(l, "event/participants");
    test_coder_close(&coder);
    free(l);
    return failed;
}
