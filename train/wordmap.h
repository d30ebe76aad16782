/* wordmap.h: 64-bit word hash -> number (0 = new). The hashes are taken as the words themselves. */
#ifndef ATT_TRAIN_WORDMAP_H
#define ATT_TRAIN_WORDMAP_H

#include <stdint.h>
#include <stdlib.h>

typedef struct { uint64_t *key; uint32_t *val, n, cap; } wordmap;

static inline uint32_t wordmap_slot(const wordmap *m, uint64_t k)
{
    uint32_t i = (uint32_t)k & (m->cap - 1);
    while (m->key[i] && m->key[i] != k) i = (i + 1) & (m->cap - 1);
    return i;
}

static inline uint32_t wordmap_get(const wordmap *m, uint64_t k) { return m->cap ? m->val[wordmap_slot(m, k)] : 0; }

static inline uint32_t *wordmap_put(wordmap *m, uint64_t k)
{
    if (m->n * 2 >= m->cap) {
        wordmap old = *m;
        m->cap = old.cap ? old.cap * 2 : 1024;
        m->key = calloc(m->cap, sizeof *m->key);
        m->val = calloc(m->cap, sizeof *m->val);
        if (!m->key || !m->val) abort();
        for (uint32_t i = 0; i < old.cap; i++)
            if (old.key[i]) {
                uint32_t s = wordmap_slot(m, old.key[i]);
                m->key[s] = old.key[i];
                m->val[s] = old.val[i];
            }
        free(old.key), free(old.val);
    }
    uint32_t s = wordmap_slot(m, k);
    if (!m->key[s]) m->key[s] = k, m->n++;
    return &m->val[s];
}

#endif
