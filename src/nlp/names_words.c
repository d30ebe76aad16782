/* names_words.c: the embedded dictionaries, cut into words. Only hashes are kept: two different words that share 32 bits of hash are one
 * in ten thousand runs of a false flag, which the other features outvote. */
#include "base/data.h"
#include "base/lexicon.h"
#include "nlp/names_int.h"

static const char *const TITLES[] = {
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "minister", "chancellor", "senator", "sen.", "rep.", "gen.",
    "general", "col.", "colonel", "king", "queen", "prince", "princess", "sheikh", "sheik", "emir", "pope", "sir", "lord", "lady", "judge",
    "spokesman", "spokeswoman", "secretary", "governor", "gov.", "mayor", "ambassador", "capt.", "captain", "lt.", "prof.", "professor",
    "rev.", "sgt.", "sergeant", "major", "maj.", "admiral", "premier", "imam", "ayatollah", "bishop", "archbishop", "cardinal", "rabbi",
    "st.", "congressman", "congresswoman", "leader", "chief", "director", "analyst", "sultan", "miss", "uncle", "aunt", "justice", NULL};
static const char *const ORG_HEADS[] = {
    "ministry", "party", "council", "bank", "university", "institute", "committee", "commission", "agency", "union", "front", "college",
    "army", "force", "forces", "department", "group", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "co", "co.", "company", "school",
    "organization", "organisation", "association", "federation", "court", "parliament", "senate", "congress", "assembly", "office", "navy",
    "center", "centre", "foundation", "brigade", "command", "guard", "guards", "movement", "alliance", "league", "times", "post", "club",
    "news", "journal", "house", "cartel", "nations", "service", "bureau", "fund", "society", "church", "tribune", "herald", "press", "fc",
    "administration", "coalition", "authority", "board", "corporation", "network", "airlines", "airways", "hospital", "international",
    "llc", "systems", "industries", "museum", "team", "trust", "laboratory", "laboratories", "militia", "corps", "division", NULL};
static const char *const LAND[] = {
    "county", "province", "district", "oblast", "governorate", "prefecture", "parish", "township", "island", "islands", "bay", "valley",
    "peninsula", "mountains", "mountain", "mount", "mt.", "river", "beach", "creek", "municipality", "canton", "heights", "village",
    "city", "town", "state", "region", "republic", "kingdom", "sea", "ocean", "gulf", "lake", "street", "avenue", "road", "square", "park",
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "airport", "bridge", "strait", "desert",
    "hill", "hills", "forest", "coast", "port", "fort", "border", "strip", "highway", "boulevard", "ave", "st", NULL};
/* Religions, ethnic groups, political families; nationalities come from countries.txt. */
static const char *const GROUPS[] = {
    "muslim", "muslims", "christian", "christians", "jewish", "jew", "jews", "sunni", "sunnis", "shiite", "shiites", "shia", "shi'ite",
    "shi'ites", "catholic", "catholics", "protestant", "protestants", "orthodox", "hindu", "hindus", "buddhist", "buddhists", "sikh", "sikhs",
    "kurd", "kurds", "kurdish", "arab", "arabs", "european", "europeans", "african", "africans", "asian", "asians", "tibetan", "tibetans",
    "chechen", "chechens", "tamil", "tamils", "uyghur", "uyghurs", "uighur", "uighurs", "rohingya", "yazidi", "yazidis", "druze", "alawite",
    "alawites", "pashtun", "pashtuns", "hutu", "hutus", "tutsi", "tutsis", "republican", "republicans", "democrat", "democrats", "communist",
    "communists", "socialist", "socialists", "tory", "tories", "nazi", "nazis", "islamist", "islamists", "soviet", "soviets", "basque",
    "basques", "catalan", "catalans", "zionist", "zionists", "baathist", "baathists", "ba'athist", "salafi", "salafist", "salafists", "mormon",
    "mormons", "methodist", "baptist", "anglican", "evangelical", "evangelicals", "latino", "latinos", "hispanic", "hispanics", "roma",
    "crimean", "balkan", "serb", "serbs", "croat", "croats", "bosniak", "bosniaks", "azeri", "azeris", "islamic", NULL};

static uint32_t short_of(uint64_t hash)
{
    uint32_t k = (uint32_t)(hash >> 32);
    return k ? k : 1;
}

static uint32_t slot_of(const att_names_table *t, uint32_t key)
{
    uint32_t i = key & t->mask;
    while (t->keys[i] && t->keys[i] != key) i = (i + 1) & t->mask;
    return i;
}

uint8_t att_names_get(const att_names_table *t, uint64_t hash) { return t->n ? t->flags[slot_of(t, short_of(hash))] : 0; }

static void table_open(att_names_table *t, att_arena *a, uint32_t bits)
{
    *t = (att_names_table){att_new(a, uint32_t, (size_t)1 << bits), att_new(a, uint8_t, (size_t)1 << bits), 0, (1u << bits) - 1};
}

/* Its flags, to be changed; a full table (more data than it was made for) takes nothing more. */
static uint8_t *table_at(att_names_table *t, uint64_t hash)
{
    uint32_t i = slot_of(t, short_of(hash));
    if (t->keys[i] == 0) {
        if (t->n >= t->mask / 4 * 3) return NULL;
        t->keys[i] = short_of(hash);
        t->n++;
    }
    return &t->flags[i];
}

static void flag(att_names_table *t, uint64_t hash, uint8_t bits)
{
    uint8_t *f = table_at(t, hash);
    if (f) *f |= bits;
}

static void flag_list(att_names_words *w, const char *const *list, uint8_t bits)
{
    for (; *list; list++) flag(&w->words, att_hash(att_slice_of(*list)), bits);
}

/* The next word of a name in lower case: hyphens and commas part words and are dropped, as att_names_lattice_make drops them. */
static bool next_word(att_slice *rest, char low[64], uint32_t *n)
{
    *n = 0;
    while (rest->len) {
        char c = rest->ptr[0];
        *rest = att_sub(*rest, 1, rest->len);
        if (c == ' ' || c == '-' || c == ',') {
            if (*n) return true;
        } else if (*n < 63) {
            low[(*n)++] = att_lower_ascii(c);
        }
    }
    return *n > 0;
}

/* A name and its words. first, middle, last: flags of its words by position; one: when there is only one. */
static void put_name(att_names_words *w, att_slice name, uint8_t phrase, uint8_t first, uint8_t last, uint8_t one)
{
    char low[64];
    uint32_t n, count = 0;
    uint64_t h = 0, head = 0, word = 0;
    while (count <= NAMES_PHRASE_MAX && next_word(&name, low, &n)) {
        word = att_hash((att_slice){low, n});
        if (count == 1) flag(&w->words, head, first);
        if (count > 1 && first == NAMES_W_INSIDE) flag(&w->words, word, first);
        h = att_names_phrase_step(h, word);
        if (count++ == 0) head = word;
    }
    if (count == 0 || count > NAMES_PHRASE_MAX) return;
    flag(&w->words, word, count == 1 ? one : last);
    flag(&w->phrases, h, phrase);
    uint8_t *longest = table_at(&w->begins, head);
    if (longest && *longest < count) *longest = (uint8_t)count;
}

static void put_names(att_names_words *w, att_slice list, uint8_t phrase, uint8_t first, uint8_t last, uint8_t one)
{
    att_slice alt;
    while (att_lex_alt(&list, &alt)) put_name(w, alt, phrase, first, last, one);
}

/* "Frenchman/Frenchmen; Frenchwoman/Frenchwomen" */
static void put_peoples(att_names_words *w, att_slice list)
{
    att_slice alt, one;
    while (att_lex_alt(&list, &alt))
        while (att_split(&alt, '/', &one)) put_name(w, att_trim(one), NAMES_P_NORP, 0, 0, NAMES_W_NORP);
}

static void read_countries(att_names_words *w)
{
    att_lex lex;
    att_lex_open(&lex, "actors/countries.txt", att_data("actors/countries.txt"), ATT_COUNTRY_FIELDS);
    while (att_lex_next(&lex)) {
        put_name(w, lex.fields[1], NAMES_P_LOC | NAMES_P_COUNTRY, 0, 0, NAMES_W_PLACE);
        put_names(w, lex.fields[2], NAMES_P_LOC | NAMES_P_COUNTRY, 0, 0, NAMES_W_PLACE);
        put_peoples(w, lex.fields[3]);
        put_peoples(w, lex.fields[4]);
        put_names(w, lex.fields[5], NAMES_P_LOC, 0, 0, NAMES_W_PLACE);
    }
}

void att_names_words_open(att_names_words *w, att_arena *a)
{
    att_lex lex;
    table_open(&w->words, a, 16);
    table_open(&w->phrases, a, 17);
    table_open(&w->begins, a, 16);
    flag_list(w, TITLES, NAMES_W_TITLE);
    flag_list(w, ORG_HEADS, NAMES_W_ORG);
    flag_list(w, LAND, NAMES_W_LAND);
    flag_list(w, GROUPS, NAMES_W_NORP);
    read_countries(w);
    att_lex_open(&lex, "place/places.txt", att_data("place/places.txt"), 7);
    while (att_lex_next(&lex)) {
        put_name(w, lex.fields[0], NAMES_P_LOC, 0, 0, NAMES_W_PLACE);
        put_names(w, lex.fields[1], NAMES_P_LOC, 0, 0, NAMES_W_PLACE);
    }
    att_lex_open(&lex, "actors/orgs.txt", att_data("actors/orgs.txt"), 6);
    while (att_lex_next(&lex)) {
        put_name(w, lex.fields[0], NAMES_P_ORG, NAMES_W_INSIDE, NAMES_W_INSIDE, 0);
        put_names(w, lex.fields[1], NAMES_P_ORG, NAMES_W_INSIDE, NAMES_W_INSIDE, 0);
    }
    att_lex_open(&lex, "actors/organs.txt", att_data("actors/organs.txt"), 4);
    while (att_lex_next(&lex)) put_names(w, lex.fields[0], NAMES_P_ORGAN, 0, 0, 0);
    att_lex_open(&lex, "actors/persons.txt", att_data("actors/persons.txt"), 7);
    while (att_lex_next(&lex)) {
        put_name(w, lex.fields[0], NAMES_P_PER, NAMES_W_GIVEN, NAMES_W_SURNAME, 0);
        put_names(w, lex.fields[1], NAMES_P_PER, 0, NAMES_W_SURNAME, NAMES_W_SURNAME);
    }
}
