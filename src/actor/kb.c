#include "actor/kb.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* One code point without case and accents; 0 = drop it, ' ' = a border between words. */
static uint32_t fold_char(uint32_t cp)
{
    if (cp < 0x80 && att_is_alpha((unsigned char)cp)) return cp | 0x20;
    if (cp == '.' || cp == '\'' || cp == 0x2019 || cp == 0x2018 || cp == '`' || cp == 0xAD || cp == 0x02BC || cp == 0x02BB) return 0;
    if (cp < 0x80) return att_is_digit((unsigned char)cp) || cp == '&' ? cp : ' ';
    if (cp == 0x131 || cp == 0x130) return 'i';
    if (cp == 0x142 || cp == 0x141) return 'l';
    if (cp == 0xF8 || cp == 0xD8) return 'o';
    if (cp == 0x111 || cp == 0x110) return 'd';
    utf8proc_int32_t buf[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, buf, 8, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    if (n <= 0) return 0;
    utf8proc_category_t cat = utf8proc_category(buf[0]);
    bool word = (cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO) || cat == UTF8PROC_CATEGORY_ND;
    return word ? (uint32_t)buf[0] : ' ';
}

uint32_t att_fold(att_slice s, char out[ATT_FOLD_MAX])
{
    uint32_t n = 0, at = 0;
    while (at < s.len) {
        uint32_t len = 1, cp = (unsigned char)s.ptr[at];
        if (cp >= 0x80) cp = att_utf8_at(s, at, &len);
        cp = fold_char(cp);
        at += len;
        if (cp == 0 || (cp == ' ' && (n == 0 || out[n - 1] == ' '))) continue;
        if (n + 4 >= ATT_FOLD_MAX) return 0;
        if (cp < 0x80) out[n++] = (char)cp;
        else n += att_utf8_put(out + n, cp);
    }
    while (n && out[n - 1] == ' ') n--;
    return n;
}

uint32_t att_kb_find(const att_kb *kb, att_slice folded)
{
    const uint32_t *at = att_map_get(&kb->keys, folded);
    return at ? *at : 0;
}

uint32_t att_kb_office(const att_kb *kb, att_slice code, att_slice office, att_day day)
{
    char key[96];
    if (code.len == 0 || office.len == 0 || code.len + office.len + 1 > sizeof key) return 0;
    memcpy(key, code.ptr, code.len);
    key[code.len] = '/';
    memcpy(key + code.len + 1, office.ptr, office.len);
    const uint32_t *first = att_map_get(&kb->offices, (att_slice){key, code.len + 1 + office.len});
    uint32_t best = 0;
    for (uint32_t i = first ? *first : 0; i; i = kb->office_next.at[i]) {
        const att_kb_entry *e = &kb->entries.at[i];
        if (day == ATT_NO_DAY) continue; /* without a date nobody can be named */
        if (e->from == INT32_MIN || e->from > day || e->to < day) continue;
        if (!best || e->from > kb->entries.at[best].from) best = i;
    }
    return best;
}

bool att_kb_leads(att_slice office)
{
    static const char *const TOP[] = {"president", "prime minister", "chancellor", "leader", "supreme leader", "king", "queen", "general secretary", "secretary general",
                                      "premier", "taoiseach", "emir", "sultan", "emperor", "pope", "head of state", "chief executive",
                                      "state counsellor", NULL};
    return att_in(office, TOP);
}

/* Which of two terms of one person is meant on a day: 4 he leads in it, 3 he is next to who does, 2 he serves the state in it, 1 a party or a
 * cause, 0 neither. */
static int weight(const att_kb_entry *e, att_day day)
{
    static const char *const PARTS[] = {"PTY", "OPP", "SOC", "NGO", "JRN", "BUS", "CVL", "ELI", NULL};
    if (day == ATT_NO_DAY || e->from > day || e->to < day) return 0;
    static const char *const NEXT[] = {"foreign minister", "secretary of state", "crown prince", "vice president", NULL};
    if (att_kb_leads(e->office)) return 4;
    return att_in(e->office, NEXT) ? 3 : att_in(e->sector, PARTS) ? 1 : 2;
}

uint32_t att_kb_term(const att_kb *kb, uint32_t id, att_day day)
{
    char fold[ATT_FOLD_MAX];
    const att_kb_entry *e = &kb->entries.at[id];
    if (day == ATT_NO_DAY || weight(e, day) == 4) return id;
    uint32_t best = id, n = att_fold(e->name, fold);
    for (uint32_t i = att_kb_find(kb, (att_slice){fold, n}); i; i = kb->entries.at[i].next) {
        const att_kb_entry *o = &kb->entries.at[i], *b = &kb->entries.at[best];
        if (o->kind != ATT_KB_PERSON || !att_eq(o->name, e->name)) continue;
        int ow = weight(o, day), bw = weight(b, day);
        bool begun = o->from <= day, had = b->from <= day;
        if (ow || bw ? ow > bw : begun ? !had || o->to > b->to : !had && o->from < b->from) best = i;
    }
    return best;
}

uint16_t att_kb_cow(const att_kb *kb, att_slice code)
{
    const uint32_t *at = code.len == 3 ? att_map_get(&kb->cow, code) : NULL;
    return at ? (uint16_t)*at : 0;
}

uint32_t att_kb_wikidata(const att_kb *kb, att_slice name, att_slice code)
{
    char key[ATT_FOLD_MAX];
    if (!name.len || !code.len || name.len + code.len + 1 > sizeof key) return 0;
    memcpy(key, code.ptr, code.len);
    key[code.len] = '/';
    memcpy(key + code.len + 1, name.ptr, name.len);
    const uint32_t *at = att_map_get(&kb->wikidata, (att_slice){key, code.len + 1 + name.len});
    return at ? *at : 0;
}

uint32_t att_kb_faults(const att_kb *kb) { return kb->faults; }

att_slice att_kb_country(const att_kb *kb, att_slice code)
{
    const uint32_t *at = att_map_get(&kb->country_name, code);
    return at ? kb->entries.at[*at].name : (att_slice){0};
}

bool att_kb_noun(const att_kb *kb, att_slice lemma, uint8_t *kind, uint8_t *gender)
{
    const uint32_t *at = att_map_get(&kb->nouns, lemma);
    if (!at) return false;
    *kind = (uint8_t)(*at & 255);
    *gender = (uint8_t)(*at >> 8);
    return true;
}

uint8_t att_kb_gender(const att_kb *kb, att_slice given)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(given, fold);
    const uint32_t *at = att_map_get(&kb->given, (att_slice){fold, n});
    return at ? (uint8_t)*at : 0;
}

/* Countries where the family name comes first, and bodies that have officials from there. */
static bool family_first(att_slice code)
{
    static const char EAST[][4] = {"CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "SGP", "MYS"};
    if (code.len > 4) return att_starts(code, "IGO:");
    for (size_t i = 0; code.len == 3 && i < sizeof EAST / sizeof *EAST; i++)
        if (memcmp(code.ptr, EAST[i], 3) == 0) return true;
    return false;
}

att_slice att_kb_surname(const att_kb *kb, att_slice name, att_slice code, bool *common)
{
    char fold[ATT_FOLD_MAX];
    att_slice last = att_last_word(name);
    *common = false;
    if (!family_first(code) || last.len == name.len) return last;
    att_slice first = att_sub(name, 0, att_find(name, ATT_LIT(" "), 0));
    *common = att_map_get(&kb->family, (att_slice){fold, att_fold(first, fold)}) != NULL;
    if (*common) return first;
    *common = att_map_get(&kb->family, (att_slice){fold, att_fold(last, fold)}) != NULL;
    return last;
}

att_slice att_kb_adjective(const att_kb *kb, att_slice code)
{
    const uint32_t *at = att_map_get(&kb->country_name, code);
    if (!at) return (att_slice){0};
    const att_kb_entry *e = &kb->entries.at[*at];
    return e->office.len ? e->office : e->name;
}

att_slice att_kb_body(const att_kb *kb, att_slice role)
{
    const uint32_t *at = att_map_get(&kb->bodies, role);
    return at ? kb->entries.at[*at].name : (att_slice){0};
}

bool att_kb_role(const att_kb *kb, att_slice lemma, att_slice *sector)
{
    char fold[ATT_FOLD_MAX];
    uint32_t n = att_fold(lemma, fold);
    for (uint32_t i = n ? att_kb_find(kb, (att_slice){fold, n}) : 0; i; i = kb->entries.at[i].next)
        if (kb->entries.at[i].kind == ATT_KB_ROLE) {
            *sector = kb->entries.at[i].sector;
            return true;
        }
    return false;
}
