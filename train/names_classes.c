/* names_classes.c: words -> classes by their vectors, and the flags of the long lists. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "names_train.h"
#include "nlp/features.h"

enum { FINE = 1000, COARSE = 64, ROUNDS = 10, MOST_WORDS = 110000 };

static void unit(float *v, uint32_t n)
{
    float s = 1e-9f;
    for (uint32_t i = 0; i < n; i++) s += v[i] * v[i];
    s = 1 / sqrtf(s);
    for (uint32_t i = 0; i < n; i++) v[i] *= s;
}

/* Spherical k-means from the k commonest words. */
static void cluster(const float *v, uint32_t n, uint32_t size, uint32_t k, uint16_t *of)
{
    float *mid = malloc((size_t)k * size * sizeof *mid), *next = malloc((size_t)k * size * sizeof *next);
    memcpy(mid, v, (size_t)k * size * sizeof *mid);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        memset(next, 0, (size_t)k * size * sizeof *next);
        for (uint32_t i = 0; i < n; i++) {
            const float *x = v + (size_t)i * size;
            float best = -2;
            for (uint32_t c = 0; c < k; c++) {
                const float *m = mid + (size_t)c * size;
                float s = 0;
                for (uint32_t d = 0; d < size; d++) s += x[d] * m[d];
                if (s > best) best = s, of[i] = (uint16_t)(c + 1);
            }
            for (uint32_t d = 0; d < size; d++) next[(size_t)(of[i] - 1) * size + d] += x[d];
        }
        for (uint32_t c = 0; c < k; c++) unit(next + (size_t)c * size, size);
        memcpy(mid, next, (size_t)k * size * sizeof *mid);
    }
    free(mid);
    free(next);
}

void names_read_classes(names_trainer *t, const char *path)
{
    att_slice f = names_read_all(t, path);
    uint32_t head[2], mask = (1u << NAMES_SLOT_BITS) - 1;
    if (f.len < 16 || memcmp(f.ptr, "ATTVEC1", 8) != 0) names_die(path, "no file of attache_vectors");
    memcpy(head, f.ptr + 8, sizeof head);
    uint32_t n = head[0], size = head[1];
    if (n > MOST_WORDS) n = MOST_WORDS;
    if (n < FINE) names_die(path, "too few words");
    float *v = att_new(&t->keep, float, (size_t)n * size);
    uint64_t *hash = att_new(&t->keep, uint64_t, n);
    for (uint32_t i = 0; i < n; i++) {
        const char *p = f.ptr + 16 + (size_t)i * (8 + size * sizeof *v);
        memcpy(&hash[i], p, 8);
        memcpy(v + (size_t)i * size, p + 8, size * sizeof *v);
        unit(v + (size_t)i * size, size);
    }
    uint16_t *fine = att_new(&t->keep, uint16_t, n), *coarse = att_new(&t->keep, uint16_t, n);
    cluster(v, n, size, FINE, fine);
    cluster(v, n, size, COARSE, coarse);
    t->classes = att_new(&t->keep, att_names_class, (size_t)mask + 1);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t h = (uint32_t)(hash[i] >> 32), s = h & mask;
        while (t->classes[s].hash && t->classes[s].hash != h) s = (s + 1) & mask;
        if (h && !t->classes[s].hash) t->classes[s] = (att_names_class){h, fine[i], (uint8_t)coarse[i], 0};
    }
}

static uint64_t hash_of(att_slice word)
{
    att_word_features f;
    att_word_features_of(word, word, &f);
    return f.word;
}

static void flag(names_trainer *t, uint64_t hash, uint8_t bit, uint32_t *used)
{
    uint32_t mask = (1u << NAMES_SLOT_BITS) - 1, h = (uint32_t)(hash >> 32), s = h & mask;
    while (t->classes[s].hash && t->classes[s].hash != h) s = (s + 1) & mask;
    if (!t->classes[s].hash && (*used)++ > mask / 5 * 4) names_die("lists", "too many words for the table of classes");
    t->classes[s].hash = h;
    t->classes[s].lists |= bit;
}

/* Flags the words and names of a list; those without a vector get a slot too. */
void names_read_list(names_trainer *t, const char *folder, const char *file, uint8_t bit)
{
    char path[4096];
    uint32_t mask = (1u << NAMES_SLOT_BITS) - 1, n = 0;
    snprintf(path, sizeof path, "%s/%s", folder, file);
    att_slice line, rest = names_read_all(t, path);
    for (uint32_t i = 0; i <= mask; i++) n += t->classes[i].hash != 0;
    while (att_split(&rest, '\n', &line)) {
        if (line.len == 0 || line.ptr[0] == '#') continue;
        uint32_t first = att_find(line, ATT_LIT(" "), 0);
        if (first == line.len) {
            flag(t, hash_of(line), bit, &n);
            continue;
        }
        flag(t, hash_of(att_sub(line, 0, first)), NAMES_L_BEGINS, &n);
        uint64_t h = 0;
        att_slice word;
        while (att_split(&line, ' ', &word)) h = att_names_phrase_step(h, att_hash(word));
        flag(t, h, bit, &n);
    }
}
