/* kb_load.c: the files of data/actors, and those of users, into the knowledge base. */
#include "actor/petrarch.h"
#include "actor/similar.h"
#include "base/civil.h"
#include "base/data.h"
#include "base/lexicon.h"

typedef struct {
    att_kb *kb;
    att_arena *a;
    att_lex lex;
} loader;

static bool is_capitals(att_slice s)
{
    uint32_t upper = 0;
    for (uint32_t i = 0; s.ptr && i < s.len; i++) {
        if (att_is_lower((unsigned char)s.ptr[i])) return false;
        if (att_is_upper((unsigned char)s.ptr[i])) upper++;
    }
    return upper > 0 && s.len <= 6;
}

static void link_person(loader *l, uint32_t id, att_slice key)
{
    char skel[ATT_SIMILAR_WORD];
    uint32_t n = att_skeleton(att_last_word(key), skel);
    bool fresh;
    uint32_t *first = att_map_get(&l->kb->skeletons, (att_slice){skel, n});
    if (!first) first = att_map_put(&l->kb->skeletons, l->a, att_copy(l->a, (att_slice){skel, n}), &fresh);
    l->kb->links.at[id].skeleton = *first;
    *first = id;
    first = att_map_put(&l->kb->first_names, l->a, att_sub(key, 0, att_find(key, ATT_LIT(" "), 0)), &fresh);
    l->kb->links.at[id].given = *first;
    *first = id;
}

static uint32_t add(loader *l, att_slice phrase, att_kb_entry e)
{
    char fold[ATT_FOLD_MAX];
    if (att_starts(phrase, "the ") && phrase.len > 6) phrase = att_sub(phrase, 4, phrase.len);
    uint32_t n = att_fold(phrase, fold);
    if (n == 0) return 0;
    att_slice key = att_copy(l->a, (att_slice){fold, n});
    e.capitals = is_capitals(phrase);
    /* of the roles only abbreviations of titles: "Rep. Smith", but not "the rep" */
    e.capital = (e.kind != ATT_KB_ROLE || att_ends(phrase, ".")) && !att_is_lower((unsigned char)phrase.ptr[0]);
    att_slice tail = att_last_word(phrase);
    e.tail_capital = tail.len && tail.len < phrase.len && att_is_upper((unsigned char)tail.ptr[0]);
    uint32_t *first = att_map_put(&l->kb->keys, l->a, key, NULL), last = 0;
    for (uint32_t i = *first; i; last = i, i = l->kb->entries.at[i].next) {
        att_kb_entry *o = &l->kb->entries.at[i];
        if (o->kind != e.kind || o->from != e.from || !att_eq(o->name, e.name) || !att_eq(o->office, e.office) || !att_eq(o->code, e.code)) continue;
        /* "NATO; Nato": either spelling will do */
        o->capitals &= e.capitals;
        o->capital &= e.capital;
        o->tail_capital &= e.tail_capital;
        return i;
    }
    uint32_t id = l->kb->entries.n;
    e.next = 0;
    *att_push(l->a, &l->kb->entries) = e;
    *att_push(l->a, &l->kb->office_next) = 0;
    *att_push(l->a, &l->kb->links) = (att_kb_link){.key = key};
    if (e.kind == ATT_KB_PERSON) link_person(l, id, key);
    if (last) l->kb->entries.at[last].next = id;
    else *first = id;
    uint32_t words = 1;
    for (uint32_t i = 0; i < key.len; i++) words += key.ptr[i] == ' ';
    uint32_t space = att_find(key, ATT_LIT(" "), 0);
    uint32_t *longest = att_map_put(&l->kb->first_words, l->a, att_sub(key, 0, space), NULL);
    if (*longest < words) *longest = words;
    return id;
}

/* "1999-12", "1994?" -> first or last day; open = no limit. */
static void read_term(const att_slice *f, att_day *from, att_day *to)
{
    att_day lo, hi;
    *from = INT32_MIN;
    *to = INT32_MAX;
    att_slice a = f[0], b = f[1];
    if (a.len && a.ptr[a.len - 1] == '?') a.len--;
    if (b.len && b.ptr[b.len - 1] == '?') b.len--;
    if (att_parse_iso(a, &lo, &hi)) *from = lo;
    if (att_parse_iso(b, &lo, &hi)) *to = hi;
}

static void count_fault(void *ctx, const char *name, uint32_t line, const char *what)
{
    att_kb *kb = ctx;
    (void)name;
    kb->faults++;
    if (!kb->first_fault) kb->first_fault_line = line, kb->first_fault = what;
}

static void open_lex(loader *l, const char *name, att_slice text, uint32_t fields)
{
    att_lex_open(&l->lex, name, text, fields);
    l->lex.fault = count_fault;
    l->lex.ctx = l->kb;
}

static void add_all(loader *l, att_slice list, att_kb_entry e)
{
    att_slice alt;
    while (att_lex_alt(&list, &alt)) add(l, alt, e);
}

static void load_countries(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, ATT_COUNTRY_FIELDS);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        att_kb_entry e = {.name = f[1], .code = f[0], .sector = ATT_LIT("GOV"), .kind = ATT_KB_COUNTRY, .role_kind = ATT_KIND_PLACE};
        read_term(f + 7, &e.from, &e.to);
        att_slice list = f[3], alt;
        if (att_lex_alt(&list, &alt)) e.office = alt;
        uint32_t id = add(l, f[1], e);
        e.office = (att_slice){0};
        *att_map_put(&l->kb->country_name, l->a, f[0], NULL) = id;
        uint32_t cow;
        if (att_to_u32(f[6], &cow) && cow < 1000) *att_map_put(&l->kb->cow, l->a, f[0], NULL) = cow;
        add_all(l, f[2], e);
        e.kind = ATT_KB_ADJECTIVE;
        add_all(l, f[3], e);
        e.kind = ATT_KB_CAPITAL;
        add_all(l, f[5], e);
        e.kind = ATT_KB_DEMONYM;
        e.sector = ATT_LIT("CVL");
        e.role_kind = ATT_KIND_GROUP;
        list = f[4];
        while (att_lex_alt(&list, &alt)) {
            uint32_t slash = att_find(alt, ATT_LIT("/"), 0);
            e.plural = false;
            add(l, att_sub(alt, 0, slash), e);
            e.plural = true;
            if (slash < alt.len) add(l, att_sub(alt, slash + 1, alt.len), e);
        }
    }
}

static void load_organs(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 4);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        att_kb_entry e = {.name = f[3], .code = f[1], .sector = f[2], .kind = ATT_KB_ORGAN, .from = INT32_MIN, .to = INT32_MAX, .role_kind = ATT_KIND_ORG};
        add_all(l, f[0], e);
    }
}

static void load_orgs(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 6);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        att_kb_entry e = {.name = f[0], .code = f[2], .sector = f[3], .kind = ATT_KB_ORG, .role_kind = ATT_KIND_ORG};
        read_term(f + 4, &e.from, &e.to);
        add(l, f[0], e);
        add_all(l, f[1], e);
    }
}

/* The surname, with the particle that belongs to it, is how articles call a person after the first mention. */
static void add_surname(loader *l, att_slice name, att_kb_entry e)
{
    att_slice last = att_kb_surname(l->kb, name, e.code, &e.family);
    uint32_t cut = name.len - last.len;
    if (cut == 0) return;
    e.kind = ATT_KB_SURNAME;
    static const char *const TOP[] = {"president", "prime minister", "general secretary", NULL};
    static const char *const WORDS[] = {"Islam", "Muslim", "Christian", "State", "Hit", "Union", "Party", "Bank", "Work",
                                        "Case", "Day", "Tax", "Way", "Than", "Man", "Street", "Fall", "Cash", "Gold", "Jesus", "Matter", "Constant", "Lower", "Gift", "Keys", NULL};
    if (att_in(last, WORDS)) return; /* what they mean nearly always */
    if (last.len < 3 && !(last.len == 2 && att_in(e.office, TOP))) return; /* Xi, but no other syllables */
    if (cut == 4 && att_starts(name, "Abu ")) return; /* "Abu Nidal" is one name */
    if (att_find(name, ATT_LIT(" of "), 0) < name.len) return; /* "Hussein of Jordan" is never called Jordan */
    add(l, last, e);
    if (e.family) return;
    static const char *const PARTICLES[] = {"de", "van", "von", "bin", "al", "el", "da", "del", "der", "le", "la", NULL};
    att_slice particle = att_last_word(att_sub(name, 0, cut - 1));
    if (particle.len < 4 && particle.len + 1 < cut && att_in(particle, PARTICLES)) add(l, att_sub(name, cut - 1 - particle.len, name.len), e);
}

/* "RUS/president" */
static att_slice office_key(att_arena *a, att_slice code, att_slice office)
{
    char *p = att_new(a, char, code.len + 1 + office.len);
    memcpy(p, code.ptr, code.len);
    p[code.len] = '/';
    memcpy(p + code.len + 1, office.ptr, office.len);
    return (att_slice){p, code.len + 1 + office.len};
}

static void load_persons(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 7);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        att_kb_entry e = {.name = f[0], .code = f[2], .sector = f[3], .office = f[4], .kind = ATT_KB_PERSON, .role_kind = ATT_KIND_PERSON};
        read_term(f + 5, &e.from, &e.to);
        uint32_t id = add(l, f[0], e);
        att_slice rest = f[1], alt;
        while (att_lex_alt(&rest, &alt)) {
            add(l, alt, e);
            add_surname(l, alt, e);
        }
        add_surname(l, f[0], e);
        if (!id || !f[4].len || !f[2].len) continue;
        uint32_t *first = att_map_put(&l->kb->offices, l->a, office_key(l->a, f[2], f[4]), NULL);
        l->kb->office_next.at[id] = *first;
        *first = id;
    }
}

static void load_roles(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 4);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        att_kb_entry e = {.sector = f[1], .office = f[3], .kind = ATT_KB_ROLE, .from = INT32_MIN, .to = INT32_MAX};
        e.role_kind = att_is(f[2], "person") ? ATT_KIND_PERSON : att_is(f[2], "body") ? ATT_KIND_ORG : ATT_KIND_GROUP;
        uint32_t slash = att_find(f[0], ATT_LIT("/"), 0);
        att_slice one = att_sub(f[0], 0, slash);
        e.name = one;
        if (one.len && !att_is(one, "-")) add(l, one, e);
        e.plural = true;
        if (slash < f[0].len && !att_is(att_sub(f[0], slash + 1, f[0].len), "-")) add(l, att_sub(f[0], slash + 1, f[0].len), e);
    }
}

static void load_bodies(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 2);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        *att_map_put(&l->kb->bodies, l->a, f[0], NULL) = l->kb->entries.n;
        *att_push(l->a, &l->kb->entries) = (att_kb_entry){.name = f[1]};
        *att_push(l->a, &l->kb->office_next) = 0;
        *att_push(l->a, &l->kb->links) = (att_kb_link){0};
    }
}

static uint8_t read_gender(att_slice s) { return att_is(s, "m") || att_is(s, "f") ? (uint8_t)s.ptr[0] : 0; }

static void load_nouns(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 3);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        uint32_t kind = att_is(f[1], "person") ? ATT_KIND_PERSON : att_is(f[1], "body") ? ATT_KIND_ORG : ATT_KIND_GROUP;
        *att_map_put(&l->kb->nouns, l->a, f[0], NULL) = kind | (uint32_t)read_gender(f[2]) << 8;
    }
}

static void load_given(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 2);
    while (att_lex_next(&l->lex)) *att_map_put(&l->kb->given, l->a, l->lex.fields[0], NULL) = read_gender(l->lex.fields[1]);
}

static void load_family(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 1);
    while (att_lex_next(&l->lex)) *att_map_put(&l->kb->family, l->a, l->lex.fields[0], NULL) = 1;
}

static void load_spellings(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 3);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        *att_push(l->a, &l->kb->spellings) = (att_kb_spelling){f[0], f[1], f[2]};
        bool known = false;
        for (uint32_t i = 0; i < l->kb->languages.n; i++) known |= att_eq(l->kb->languages.at[i], f[0]);
        if (!known) *att_push(l->a, &l->kb->languages) = f[0];
    }
}

static void load_wikidata(loader *l, const char *name, att_slice text)
{
    open_lex(l, name, text, 3);
    while (att_lex_next(&l->lex)) {
        const att_slice *f = l->lex.fields;
        uint32_t item;
        if (!att_starts(f[2], "Q") || !att_to_u32(att_sub(f[2], 1, f[2].len), &item)) continue;
        *att_map_put(&l->kb->wikidata, l->a, att_format(l->a, "%.*s/%.*s", (int)f[1].len, f[1].len ? f[1].ptr : "-", (int)f[0].len, f[0].ptr), NULL) = item;
    }
}

/* The files of data/actors and who reads them; organs before roles, so that "Bundestag" is the body and not just a parliament;
 * family names before persons. */
static const struct {
    const char *kind, *file;
    void (*load)(loader *l, const char *name, att_slice text);
} FILES[] = {{"countries", "actors/countries.txt", load_countries},
             {"family-names", "actors/family-names.txt", load_family},
             {"organs", "actors/organs.txt", load_organs},
             {"orgs", "actors/orgs.txt", load_orgs},
             {"persons", "actors/persons.txt", load_persons},
             {"roles", "actors/roles.txt", load_roles},
             {"bodies", "actors/bodies.txt", load_bodies},
             {"nouns", "actors/nouns.txt", load_nouns},
             {"given-names", "actors/given-names.txt", load_given},
             {"spellings", "actors/spellings.txt", load_spellings},
             {"wikidata", "actors/wikidata.txt", load_wikidata}};

/* Room for what the files hold: about one phrase for 32 bytes of text, half of them with a first word that no other has. */
static void reserve(att_kb *kb, att_arena *arena)
{
    uint32_t bytes = 0;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) bytes += att_data(FILES[i].file).len;
    att_reserve(arena, &kb->entries, bytes / 28);
    att_reserve(arena, &kb->office_next, bytes / 28);
    att_reserve(arena, &kb->links, bytes / 28);
    att_map_reserve(&kb->keys, arena, bytes / 28);
    att_map_reserve(&kb->first_words, arena, bytes / 64);
    uint32_t persons = att_data("actors/persons.txt").len;
    att_map_reserve(&kb->offices, arena, persons / 256);
    att_map_reserve(&kb->skeletons, arena, persons / 128);
    att_map_reserve(&kb->first_names, arena, persons / 128);
}

att_kb *att_kb_open(att_arena *arena)
{
    att_kb *kb = att_new(arena, att_kb, 1);
    loader l = {.kb = kb, .a = arena};
    reserve(kb, arena);
    (void)att_push(arena, &kb->entries);
    (void)att_push(arena, &kb->office_next);
    (void)att_push(arena, &kb->links);
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) FILES[i].load(&l, FILES[i].file, att_data(FILES[i].file));
    return kb;
}

/* "# kind: persons" in one of the comments at the head of a user's file. */
static att_slice kind_of_file(att_slice text)
{
    att_slice line, rest = text;
    while (att_split(&rest, '\n', &line) && line.len && line.ptr[0] == '#') {
        uint32_t at = att_find(line, ATT_LIT("kind:"), 0);
        if (at < line.len) return att_trim(att_sub(line, at + 5, line.len));
    }
    return (att_slice){0};
}

/* "ben ali" -> "Ben Ali"; names of up to three letters stay in capitals, as abbreviations are. */
static att_slice title_case(loader *l, att_slice s)
{
    att_slice out = att_copy(l->a, s);
    char *p = att_new(l->a, char, s.len + 1);
    memcpy(p, out.ptr, s.len);
    for (uint32_t i = 0; i < s.len; i++)
        if ((i == 0 || p[i - 1] == ' ' || p[i - 1] == '-' || s.len <= 3) && att_is_lower((unsigned char)p[i])) p[i] = (char)(p[i] - 32);
    return (att_slice){p, s.len};
}

/* A row of a PETRARCH dictionary: agents are role nouns; actors persons when the first word is a given name, else organisations. */
static void add_petrarch(void *ctx, const att_petrarch_row *r)
{
    loader *l = ctx;
    att_kb_entry e = {.from = r->from, .to = r->to};
    att_cameo_code(l->kb, att_copy(l->a, r->code), &e.code, &e.sector);
    if (r->agent) {
        if (!e.sector.len) att_cameo_code(l->kb, att_format(l->a, "XXX%.*s", (int)r->code.len, r->code.ptr), &e.code, &e.sector);
        e.code = (att_slice){0};
        e.kind = ATT_KB_ROLE;
        e.role_kind = ATT_KIND_PERSON;
        e.name = att_copy(l->a, r->name);
        (void)add(l, e.name, e);
        e.plural = true;
        if (r->plural.len) (void)add(l, r->plural, e);
        return;
    }
    e.name = title_case(l, r->main);
    att_slice name = title_case(l, r->name);
    uint32_t space = att_find(r->main, ATT_LIT(" "), 0);
    bool person = space < r->main.len && (att_kb_gender(l->kb, att_sub(r->main, 0, space)) || att_map_get(&l->kb->first_names, att_sub(r->main, 0, space)));
    e.kind = person ? ATT_KB_PERSON : ATT_KB_ORG;
    e.role_kind = person ? ATT_KIND_PERSON : ATT_KIND_ORG;
    (void)add(l, name, e);
    if (person) add_surname(l, name, e);
}

static bool count_petrarch_fault(void *ctx, uint32_t line, const char *what, const char *cure)
{
    (void)cure;
    count_fault(((loader *)ctx)->kb, NULL, line, what);
    return true;
}

att_err att_kb_add(att_kb *kb, att_arena *arena, const char *name, att_slice text)
{
    loader l = {.kb = kb, .a = arena};
    att_slice kind = kind_of_file(text);
    uint32_t before = kb->faults;
    kb->first_fault = NULL;
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        if (!att_is(kind, FILES[i].kind)) continue;
        FILES[i].load(&l, name, text);
        if (kb->faults > before) return (att_err){ATT_E_LEXICON, ATT_STAGE_ACTOR, kb->first_fault_line, 0, kb->first_fault};
        return ATT_FINE;
    }
    if (att_petrarch_is(text)) {
        const att_petrarch_sink sink = {add_petrarch, count_petrarch_fault, &l};
        (void)att_petrarch_read(arena, text, &sink);
        return kb->faults > before ? (att_err){ATT_E_LEXICON, ATT_STAGE_ACTOR, kb->first_fault_line, 0, kb->first_fault} : ATT_FINE;
    }
    return (att_err){ATT_E_LEXICON, ATT_STAGE_ACTOR, 1, 0, "begin the file with a comment '# kind: persons' (or countries, organs, orgs, roles)"};
}
