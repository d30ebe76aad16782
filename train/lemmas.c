#include "lemmas.h"

#include <stdio.h>
#include <stdlib.h>

/* One kind of word: lower-case form, tag, capitals, and the rule that it asks for. */
typedef struct { att_slice lower; uint32_t tag, kase, rule, count; } kind;
typedef struct { uint64_t key; uint32_t rule, count, at; } vote; /* at: a kind that cast it */

static uint32_t rule_id(lemma_model *m, uint32_t base, uint32_t strip, att_slice end)
{
    att_slice spelled = att_format(&m->arena, "%u %u %.*s", base, strip, (int)end.len, end.ptr);
    bool fresh;
    uint32_t *id = att_map_put(&m->ids, &m->arena, spelled, &fresh);
    if (!fresh) return *id;
    *id = m->rules.n;
    if (m->text_len + end.len + 1 > m->text_cap) m->text = realloc(m->text, m->text_cap = m->text_cap * 2 + 4096);
    memcpy(m->text + m->text_len, end.ptr, end.len);
    *att_push(&m->arena, &m->rules) = (att_file_rule){(uint8_t)base, (uint8_t)strip, (uint16_t)end.len, m->text_len};
    m->text_len += end.len;
    return m->rules.n - 1;
}

/* The rule that makes lemma out of the word and keeps most of it. */
static uint32_t rule_for(lemma_model *m, const bank_word *w)
{
    static const uint32_t common[3] = {ATT_BASE_LOWER, ATT_BASE_FORM, ATT_BASE_TITLE};
    static const uint32_t proper[3] = {ATT_BASE_FORM, ATT_BASE_TITLE, ATT_BASE_LOWER};
    uint32_t best = 0, best_base = ATT_BASE_NOTHING, best_len = 0;
    char room[2 * ATT_LEMMA_SUFFIXES + 4096];
    for (int k = 0; k < 3; k++) {
        uint32_t base = w->upos == ATT_PROPN ? proper[k] : common[k], n = 0;
        att_slice s = att_lemma_base(base, w->form, w->lower, room);
        while (n < s.len && n < w->lemma.len && s.ptr[n] == w->lemma.ptr[n]) n++;
        if (n > best) best = n, best_base = base, best_len = s.len;
    }
    if (best == 0 || best_len - best > 255) return rule_id(m, ATT_BASE_NOTHING, 0, w->lemma);
    return rule_id(m, best_base, best_len - best, att_sub(w->lemma, best, w->lemma.len));
}

static int by_vote(const void *a, const void *b)
{
    const vote *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    return x->rule != y->rule ? (x->rule < y->rule ? -1 : 1) : (x->at > y->at) - (x->at < y->at);
}

/* What the table so far says of endings shorter than n, or of words not in it (n > all). */
static uint32_t by_ending(const lemma_model *m, const kind *k, uint32_t n)
{
    for (uint32_t i = n < k->lower.len + 1 ? n : k->lower.len + 1; i-- > 0;) {
        uint32_t r = wordmap_get(&m->table, att_lemma_end_key(k->lower, i, k->tag, att_lemma_end_case(k->tag, k->kase)));
        if (r) return r - 1;
    }
    return ATT_NO_RULE;
}

/* For each key the rule with most votes is put into the table, where nothing shorter says so already. ending: length, or
 * ATT_LEMMA_SUFFIXES + 1 for whole words of any case, + 2 for those of one case. */
static void elect(lemma_model *m, const kind *kinds, vote *v, uint32_t n, uint32_t ending)
{
    qsort(v, n, sizeof *v, by_vote);
    for (uint32_t i = 0; i < n;) {
        uint32_t best = 0, best_at = i, total = 0, j = i;
        while (j < n && v[j].key == v[i].key) {
            uint32_t c = 0, s = j;
            for (; j < n && v[j].key == v[s].key && v[j].rule == v[s].rule; j++) c += v[j].count;
            if (c > best) best = c, best_at = s;
            total += c;
        }
        const kind *k = &kinds[v[best_at].at];
        uint32_t known = by_ending(m, k, ending);
        if (ending == ATT_LEMMA_SUFFIXES + 2) {
            uint32_t any = wordmap_get(&m->table, att_lemma_word_key(k->lower, k->tag, ATT_CASE_ANY));
            if (any) known = any - 1;
        }
        bool sure = ending > ATT_LEMMA_SUFFIXES || ending == 0 || (best >= 2 && best * 2 > total);
        if (sure && v[best_at].rule != known) *wordmap_put(&m->table, v[i].key) = v[best_at].rule + 1;
        i = j;
    }
}

static kind *collect(lemma_model *m, const bank *b, uint32_t *count)
{
    wordmap seen = {0};
    kind *kinds = malloc(b->words * sizeof *kinds);
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->sents.n; i++)
        for (uint32_t j = 0; j < b->sents.at[i].n; j++) {
            const bank_word *w = &b->sents.at[i].w[j];
            if (att_is(w->lemma, "_") || w->lower.len > 2000) continue;
            uint32_t rule = rule_for(m, w), kase = att_lemma_case(w->form), tag = att_lemma_tag(w->upos, w->xpos);
            uint32_t *at = wordmap_put(&seen, att_hash2(att_lemma_word_key(w->lower, tag, kase), rule));
            if (!*at) kinds[n] = (kind){w->lower, tag, kase, rule, 0}, *at = ++n;
            kinds[*at - 1].count++;
        }
    free(seen.key), free(seen.val);
    *count = n;
    return kinds;
}

void lemmas_learn(lemma_model *m, const bank *b)
{
    att_arena_init(&m->arena, (size_t)1 << 30);
    uint32_t n, votes;
    kind *kinds = collect(m, b, &n);
    vote *v = malloc(n * sizeof *v);
    for (uint32_t end = 0; end <= ATT_LEMMA_SUFFIXES; end++) {
        votes = 0;
        for (uint32_t i = 0; i < n; i++) {
            const kind *k = &kinds[i];
            if (k->lower.len < end || m->rules.at[k->rule].base == ATT_BASE_NOTHING) continue;
            uint64_t key = att_lemma_end_key(k->lower, end, k->tag, att_lemma_end_case(k->tag, k->kase));
            v[votes++] = (vote){key, k->rule, 1, i}; /* a word is one vote, however common: rare words need the ending */
        }
        elect(m, kinds, v, votes, end);
    }
    for (uint32_t one_case = 0; one_case < 2; one_case++) {
        for (uint32_t i = 0; i < n; i++) {
            uint32_t kase = one_case ? kinds[i].kase : ATT_CASE_ANY;
            v[i] = (vote){att_lemma_word_key(kinds[i].lower, kinds[i].tag, kase), kinds[i].rule, kinds[i].count, i};
        }
        elect(m, kinds, v, n, ATT_LEMMA_SUFFIXES + 1 + one_case);
    }
    free(kinds), free(v);
    fprintf(stderr, "lemmas: %u rules, %u entries\n", m->rules.n, m->table.n);
}
