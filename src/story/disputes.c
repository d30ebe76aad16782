#include "story/disputes.h"

#include "base/hash.h"

enum { TERMS = 64, KEYS = 160, RECENT = 400 };
static const uint32_t NONE = UINT32_MAX;

/* ---- terms ---- */

static bool is_party(att_slice term) { return term.len && att_is_upper((unsigned char)term.ptr[0]); }

/* Do two words have an alternative in common? */
static bool meet(att_slice x, att_slice y)
{
    att_slice a, b;
    while (att_split(&x, '|', &a)) {
        att_slice rest = y;
        while (att_split(&rest, '|', &b))
            if (att_eq(a, b)) return true;
    }
    return false;
}

static uint32_t words_of(att_slice terms, att_slice out[TERMS])
{
    uint32_t n = 0;
    while (n < TERMS && att_split(&terms, ' ', &out[n])) n += out[n].len != 0;
    return n;
}

uint32_t att_told_alike(att_slice terms, att_slice other)
{
    att_slice a[TERMS], b[TERMS];
    uint32_t n = words_of(terms, a), m = words_of(other, b), shared = 0, plain = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t j = 0; j < m; j++)
            if (meet(a[i], b[j])) {
                shared++, plain += !is_party(a[i]);
                break;
            }
    return shared >= 2 && plain && 2 * shared >= (n < m ? n : m) ? shared : 0;
}

/* ---- index: alternative -> claims, the latest first ---- */

typedef struct {
    uint32_t claim, next;
} posting;

typedef struct {
    att_map first; /* key -> index into at, from 1 */
    ATT_VEC(posting) at;
    att_arena *a;
} index_of;

static uint32_t keys_of(att_slice terms, att_slice out[KEYS])
{
    att_slice word, key;
    uint32_t n = 0;
    while (att_split(&terms, ' ', &word))
        while (!is_party(word) && n < KEYS && att_split(&word, '|', &key))
            if (key.len) out[n++] = key;
    return n;
}

static void put(index_of *x, uint32_t claim, att_slice terms)
{
    att_slice keys[KEYS];
    uint32_t n = keys_of(terms, keys);
    if (!x->at.n) *att_push(x->a, &x->at) = (posting){0, 0};
    for (uint32_t i = 0; i < n; i++) {
        bool fresh;
        uint32_t *first = att_map_put(&x->first, x->a, keys[i], &fresh);
        *att_push(x->a, &x->at) = (posting){claim, fresh ? 0 : *first};
        *first = x->at.n - 1;
    }
}

static bool near_in_time(att_day a, att_day b)
{
    return a == ATT_NO_DAY || b == ATT_NO_DAY || (a - b <= ATT_DISPUTE_DAYS && b - a <= ATT_DISPUTE_DAYS);
}

typedef bool (*may_be)(const att_told *claim, const att_told *x);

/* The claim most like x, the earliest of equals; NONE. */
static uint32_t best(const index_of *x, const att_told *claims, const att_told *told, may_be fits)
{
    att_slice keys[KEYS];
    uint32_t n = keys_of(told->terms, keys), found = NONE, most = 0;
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t *first = att_map_get(&x->first, keys[i]);
        uint32_t seen = 0;
        const posting *at = x->at.at;
        for (uint32_t p = first && at ? *first : 0; p && seen < RECENT; p = at[p].next, seen++) {
            uint32_t c = at[p].claim;
            if (!fits(&claims[c], told) || !near_in_time(claims[c].day, told->day)) continue;
            uint32_t shared = att_told_alike(claims[c].terms, told->terms);
            if (shared > most || (shared && shared == most && c < found)) most = shared, found = c;
        }
    }
    return found;
}

static bool same_claimant(const att_told *claim, const att_told *x)
{
    return !claim->by.len || !x->by.len || att_eq(claim->by, x->by);
}

static bool answerable(const att_told *claim, const att_told *answer)
{
    bool later = claim->day == ATT_NO_DAY || answer->day == ATT_NO_DAY || claim->day <= answer->day + 1;
    return claim->doc != answer->doc && !(claim->by.len && att_eq(claim->by, answer->by)) && later;
}

void att_disputes_group(const att_told *claims, uint32_t n, att_arena *a, uint32_t *group)
{
    index_of x = {.a = a};
    for (uint32_t i = 0; i < n; i++) {
        uint32_t c = best(&x, claims, &claims[i], same_claimant);
        group[i] = c == NONE ? i : group[c];
        put(&x, i, claims[i].terms);
    }
}

void att_disputes_link(const att_told *claims, uint32_t n, const att_told *answers, uint32_t m, att_arena *a, uint32_t *to)
{
    index_of x = {.a = a};
    for (uint32_t i = 0; i < n; i++) put(&x, i, claims[i].terms);
    for (uint32_t k = 0; k < m; k++) to[k] = best(&x, claims, &answers[k], answerable);
}
