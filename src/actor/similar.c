#include "actor/similar.h"
#include "actor/spelling.h"

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'j'; }

/* The sound that a consonant stands for in one transliteration or another; 0 = none. */
static char sound(char c)
{
    switch (c) {
    case 'g': case 'k': case 'q': case 'c': case 'x': return 'k';
    case 's': case 'z': return 's';
    case 'v': case 'w': return 'v';
    case 'd': case 't': return 't';
    case 'b': case 'p': return 'p';
    case 'h': return 0;
    default: return c;
    }
}

uint32_t att_skeleton(att_slice w, char out[ATT_SIMILAR_WORD])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < w.len && n < ATT_SIMILAR_WORD; i++) {
        char c = w.ptr[i];
        if (is_vowel(c)) {
            if (i == 0) out[n++] = 'a';
            continue;
        }
        /* Dzhokhar, Djokhar, Jokhar */
        uint32_t soft = c != 'd' ? 0 : i + 2 < w.len && memcmp(w.ptr + i, "dzh", 3) == 0 ? 3 : i + 1 < w.len && w.ptr[i + 1] == 'j' ? 2 : 0;
        if (soft) {
            if (i == 0) out[n++] = 'a';
            i += soft - 1;
            continue;
        }
        bool hiss = c == 't' && i + 2 < w.len && memcmp(w.ptr + i, "tch", 3) == 0;
        hiss |= c == 't' && i + 1 < w.len && (w.ptr[i + 1] == 's' || w.ptr[i + 1] == 'z'); /* Yeltsin, Jelzin */
        if (hiss) continue;
        char s = sound(c);
        if (c == 'c' && i + 1 == w.len && i && w.ptr[i - 1] == 'i') s = 's'; /* -ic, -ich, -itch */
        bool ch = (c == 'c' || c == 's') && i + 1 < w.len && w.ptr[i + 1] == 'h'; /* ch, sh, sch, tsch */
        if (ch) s = 's';
        if (c == 'p' && i + 1 < w.len && w.ptr[i + 1] == 'h') s = 'f';
        if (c == 'c' && i + 1 < w.len && (w.ptr[i + 1] == 'e' || w.ptr[i + 1] == 'i' || w.ptr[i + 1] == 'z')) s = 's';
        if (s && !(n && out[n - 1] == s)) out[n++] = s;
        if (c == 'x' && n < ATT_SIMILAR_WORD) out[n++] = 's'; /* Fox, Foks */
    }
    return n;
}

uint32_t att_letters_apart(att_slice a, att_slice b, uint32_t limit)
{
    enum { MAX = 64 };
    uint32_t d[3][MAX + 1];
    uint32_t more = a.len > b.len ? a.len - b.len : b.len - a.len;
    if (a.len > MAX || b.len > MAX || more > limit) return limit + 1;
    for (uint32_t j = 0; j <= b.len; j++) d[0][j] = j;
    for (uint32_t i = 1; i <= a.len; i++) {
        uint32_t *now = d[i % 3], *up = d[(i + 2) % 3], *upup = d[(i + 1) % 3], least = now[0] = i;
        for (uint32_t j = 1; j <= b.len; j++) {
            uint32_t best = up[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            if (up[j] + 1 < best) best = up[j] + 1;
            if (now[j - 1] + 1 < best) best = now[j - 1] + 1;
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1] && upup[j - 2] + 1 < best) best = upup[j - 2] + 1;
            now[j] = best;
            if (best < least) least = best;
        }
        if (least > limit) return limit + 1;
    }
    return d[a.len % 3][b.len] > limit ? limit + 1 : d[a.len % 3][b.len];
}

static att_slice first_word(att_slice s) { return att_sub(s, 0, att_find(s, ATT_LIT(" "), 0)); }

static bool same_skeleton(att_slice a, att_slice b)
{
    char x[ATT_SIMILAR_WORD], y[ATT_SIMILAR_WORD];
    uint32_t n = att_skeleton(a, x);
    return n == att_skeleton(b, y) && memcmp(x, y, n) == 0;
}

/* How far apart two words may be: short ones not at all. */
static uint32_t slack(att_slice w) { return w.len >= 9 ? 2 : w.len >= 5 ? 1 : 0; }

static bool words_alike(att_slice a, att_slice b, bool loose)
{
    if (att_eq(a, b)) return true;
    if (same_skeleton(a, b) && a.len > 2 && b.len > 2) return true;
    return att_letters_apart(a, b, 2) <= (loose ? slack(a.len < b.len ? a : b) : (a.len > 4));
}

/* Are these two spellings of one name? Surname and given name must both be alike, and one of them in its letters too. */
static bool names_alike(att_slice a, att_slice b, uint32_t *apart)
{
    att_slice sa = att_last_word(a), sb = att_last_word(b), ga = first_word(a), gb = first_word(b);
    bool given = att_eq(ga, gb), surname = att_eq(sa, sb);
    if (sa.len == a.len || sb.len == b.len) return false; /* one word says too little */
    if (!words_alike(sa, sb, given) || !words_alike(ga, gb, surname)) return false;
    *apart = att_letters_apart(a, b, 8);
    if (given && surname) return *apart <= 8; /* a middle name */
    return *apart * 3 <= (a.len < b.len ? a.len : b.len) + 2;
}

static bool serves(const att_kb_entry *e, att_day day) { return day != ATT_NO_DAY && e->from <= day && day <= e->to; }

static int rank(const att_kb_entry *e, att_day day)
{
    int score = serves(e, day) ? 12 : 0;
    if (day != ATT_NO_DAY && e->from > day) score -= 8;
    /* out of office: the nearer the end of the term, the likelier */
    if (day != ATT_NO_DAY && e->to < day && e->to != INT32_MAX) score -= day - e->to > 7300 ? 4 : 1;
    return score + (att_kb_leads(e->office) ? 3 : 0);
}

/* Puts a candidate in its place; of the terms of one person the best counts. */
static void offer(const att_kb *kb, att_found *found, uint32_t *n, att_day day, att_found f)
{
    f.entry = att_kb_term(kb, f.entry, day);
    f.score += rank(&kb->entries.at[f.entry], day);
    const att_kb_entry *e = &kb->entries.at[f.entry];
    for (uint32_t i = 0; i < *n; i++) {
        const att_kb_entry *o = &kb->entries.at[found[i].entry];
        if (!att_eq(o->name, e->name) || !att_eq(o->code, e->code)) continue;
        if (f.score <= found[i].score) return;
        memmove(found + i, found + i + 1, (--*n - i) * sizeof *found);
        break;
    }
    uint32_t at = *n;
    while (at && found[at - 1].score < f.score) at--;
    if (at == ATT_FOUND_MAX) return;
    if (*n < ATT_FOUND_MAX) ++*n;
    memmove(found + at + 1, found + at, (*n - 1 - at) * sizeof *found);
    found[at] = f;
}

/* Names with the same skeleton of the surname or the same given name. */
static void offer_similar(const att_kb *kb, att_slice key, att_day day, att_found *found, uint32_t *n)
{
    char skel[ATT_SIMILAR_WORD];
    att_slice surname = att_last_word(key), by[2] = {{skel, att_skeleton(surname, skel)}, first_word(key)};
    const att_map *maps[2] = {&kb->skeletons, &kb->first_names};
    for (int k = 0; k < 2; k++) {
        const uint32_t *first = att_map_get(maps[k], by[k]);
        uint32_t tried = 0;
        for (uint32_t i = first ? *first : 0; i && tried < ATT_SIMILAR_TRIED; i = k ? kb->links.at[i].given : kb->links.at[i].skeleton, tried++) {
            uint32_t apart = 0;
            if (!names_alike(key, kb->links.at[i].key, &apart)) continue;
            offer(kb, found, n, day, (att_found){i, ATT_FOUND_SIMILAR, apart, 60 - 3 * (int)apart});
        }
    }
}

/* A surname alone in another spelling ("Selenskyj"): long enough, and the same skeleton. */
static void offer_surnames(const att_kb *kb, att_slice key, att_day day, att_found *found, uint32_t *n)
{
    char skel[ATT_SIMILAR_WORD];
    att_slice by = {skel, att_skeleton(key, skel)};
    const uint32_t *first = by.len > 1 ? att_map_get(&kb->skeletons, by) : NULL;
    uint32_t tried = 0;
    for (uint32_t i = first ? *first : 0; i && tried < ATT_SIMILAR_TRIED; i = kb->links.at[i].skeleton, tried++) {
        uint32_t apart = att_letters_apart(key, att_last_word(kb->links.at[i].key), 5);
        if (apart * 3 > key.len + 2) continue;
        offer(kb, found, n, day, (att_found){i, ATT_FOUND_SIMILAR, apart, 40 - 3 * (int)apart});
    }
}

/* Letters apart of two names whose words may be joined or not ("Hu Jin Tao"). */
static uint32_t squeezed_apart(att_slice a, att_slice b)
{
    char x[ATT_FOLD_MAX], y[ATT_FOLD_MAX];
    uint32_t n = 0, m = 0;
    for (uint32_t i = 0; i < a.len; i++)
        if (a.ptr[i] != ' ') x[n++] = a.ptr[i];
    for (uint32_t i = 0; i < b.len; i++)
        if (b.ptr[i] != ' ') y[m++] = b.ptr[i];
    return att_letters_apart((att_slice){x, n}, (att_slice){y, m}, 2);
}

/* The last as many words of name as key has: "de Cuellar" of "Javier Perez de Cuellar". */
static att_slice tail(att_slice name, att_slice key)
{
    uint32_t words = 1, cut = name.len;
    for (uint32_t i = 0; i < key.len; i++) words += key.ptr[i] == ' ';
    while (cut && words) {
        cut--;
        if (name.ptr[cut] == ' ' && --words == 0) return att_sub(name, cut + 1, name.len);
    }
    return name;
}

/* Does the longer name begin or end with the whole of the shorter one? */
static bool within(att_slice shorter, att_slice longer)
{
    uint32_t rest = longer.len - shorter.len;
    bool begins = memcmp(longer.ptr, shorter.ptr, shorter.len) == 0 && longer.ptr[shorter.len] == ' ';
    return begins || (memcmp(longer.ptr + rest, shorter.ptr, shorter.len) == 0 && longer.ptr[rest - 1] == ' ');
}

/* The same words in another order ("Yayi Boni"), fewer ("Mario Abdo") or more of them ("Seretse Ian Khama"). */
static bool rearranged(att_slice key, att_slice name)
{
    att_slice rest = key, word;
    if (!memchr(key.ptr, ' ', key.len) || !memchr(name.ptr, ' ', name.len)) return false;
    if (key.len != name.len) return key.len < name.len ? within(key, name) : within(name, key);
    while (att_split(&rest, ' ', &word)) {
        att_slice of = name, w;
        bool found = false;
        while (!found && att_split(&of, ' ', &w)) found = att_eq(w, word);
        if (!found) return false;
    }
    return true;
}

/* The last resort of a question that somebody asked: a slip in a surname of one or more words, a first name, or words joined. */
static void offer_scan(const att_kb *kb, att_slice key, att_day day, att_found *found, uint32_t *n)
{
    if (key.len < 5) return;
    for (uint32_t i = 1; i < kb->entries.n; i++) {
        const att_kb_entry *e = &kb->entries.at[i];
        att_slice name = kb->links.at[i].key;
        if (e->kind != ATT_KB_PERSON || name.len == 0) continue;
        uint32_t end = att_letters_apart(key, tail(name, key), 2), whole = squeezed_apart(key, name), given = att_letters_apart(key, first_word(name), 2);
        uint32_t apart = whole < end ? whole : end;
        int score = 38;
        if (given < apart) apart = given, score = 32;
        if (apart && rearranged(key, name)) apart = 0;
        if (apart > slack(key)) continue;
        offer(kb, found, n, day, (att_found){i, ATT_FOUND_SIMILAR, apart, score - 5 * (int)apart});
    }
}

/* Whoever has exactly this folded name; under it whoever has it for a surname. */
static void offer_exact(const att_kb *kb, att_slice key, int surname_score, att_day day, att_found *found, uint32_t *n)
{
    for (uint32_t i = att_kb_find(kb, key); i; i = kb->entries.at[i].next) {
        const att_kb_entry *e = &kb->entries.at[i];
        if (e->kind == ATT_KB_ROLE || e->kind == ATT_KB_NONE) continue;
        bool surname = e->kind == ATT_KB_SURNAME;
        offer(kb, found, n, day, (att_found){i, surname ? ATT_FOUND_SURNAME : ATT_FOUND_NAME, 0, (surname ? surname_score : 100)});
    }
}

static void offer_alike(const att_kb *kb, att_slice key, att_day day, att_found *found, uint32_t *n)
{
    if (att_find(key, ATT_LIT(" "), 0) < key.len) offer_similar(kb, key, day, found, n);
    else if (*n == 0) offer_surnames(kb, key, day, found, n);
}

uint32_t att_kb_lookup(const att_kb *kb, att_slice name, att_day day, att_found found[ATT_FOUND_MAX])
{
    char fold[ATT_FOLD_MAX], spelt[ATT_FOLD_MAX];
    uint32_t n = 0;
    att_slice key = {fold, att_fold(name, fold)};
    if (key.len == 0) return 0;
    offer_exact(kb, key, 80, day, found, &n);
    if (n && found[0].how == ATT_FOUND_NAME) return n;
    att_slice bare = att_untitled(kb, key);
    if (bare.len < key.len) offer_exact(kb, bare, 40, day, found, &n);
    if (n && found[0].how == ATT_FOUND_NAME) return n;
    if (bare.len < key.len) offer_alike(kb, key, day, found, &n);
    offer_alike(kb, bare, day, found, &n);
    for (uint32_t i = 0; i < kb->languages.n && (n == 0 || found[0].apart > 2); i++) {
        uint32_t len = att_spell(kb, bare, kb->languages.at[i], spelt);
        att_slice ours = {spelt, len};
        if (ours.len) offer_exact(kb, ours, 60, day, found, &n);
        if (ours.len) offer_alike(kb, ours, day, found, &n);
    }
    if (n == 0 || found[0].score < 30) offer_scan(kb, bare, day, found, &n);
    return n;
}

/* Near enough to be taken for the same person without anybody looking: other people bear nearly the same names too. */
static bool surely(att_slice a, att_slice b)
{
    att_slice sa = att_last_word(a), sb = att_last_word(b), x = a, y = b, w;
    char skel[ATT_SIMILAR_WORD];
    uint32_t words = 0, apart = att_letters_apart(sa, sb, 3), least = sa.len < sb.len ? sa.len : sb.len;
    while (att_split(&x, ' ', &w)) words++;
    while (att_split(&y, ' ', &w)) words--;
    if (words) return false;
    return apart == 0 || apart <= (least >= 10 ? 2u : least >= 7 ? 1u : 0u) || (same_skeleton(sa, sb) && att_skeleton(sa, skel) >= 4 && apart <= 3);
}

uint32_t att_kb_similar(const att_kb *kb, att_slice name, att_day day)
{
    enum { YEARS = 7300 };
    char fold[ATT_FOLD_MAX];
    att_found found[ATT_FOUND_MAX];
    uint32_t n = 0;
    att_slice key = {fold, att_fold(name, fold)};
    if (key.len < 9 || att_find(key, ATT_LIT(" "), 0) == key.len) return 0;
    offer_similar(kb, key, day, found, &n);
    if (n == 0 || found[0].apart > 4 || !surely(key, kb->links.at[found[0].entry].key)) return 0;
    if (n > 1 && found[1].score >= found[0].score - 3) return 0;
    const att_kb_entry *e = &kb->entries.at[found[0].entry];
    bool then = day == ATT_NO_DAY || ((e->from == INT32_MIN || e->from < day + YEARS) && (e->to == INT32_MAX || e->to > day - YEARS));
    return then ? found[0].entry : 0;
}
