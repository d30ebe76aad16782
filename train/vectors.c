/* vectors.c: word vectors from plain text, for what the treebanks never saw.
 *
 *   attache_vectors OUT MIN_COUNT EPOCHS SEED < ARTICLES.jsonl      (one article a line, with "title" and "text")
 *
 * Structured skip-gram with negative sampling (Mikolov et al. 2013; Ling et al. 2015: one output matrix per position, so
 * that the vectors know syntax): a word predicts the two words on each side. OUT: "ATTVEC1\0", u32 words, u32 size, then per
 * word u64 hash (features.h) and floats, the commonest word first. No text gets into OUT. */
#include <json-c/json.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "mat.h"
#include "nlp/features.h"
#include "wordmap.h"

enum { SIZE = 64, WINDOW = 2, SIDES = 2 * WINDOW, NEGATIVE = 6 };
static const uint32_t LINE_END = UINT32_MAX;

typedef struct { uint64_t hash; uint32_t count; } entry;
typedef struct {
    uint32_t *text, n, cap; /* ids, LINE_END between lines */
    wordmap map;
    entry *words;
    uint32_t n_words, cap_words;
} corpus;

static void add_word(corpus *c, const char *p, uint32_t n)
{
    char low[64];
    if (n == 0 || n > sizeof low) return;
    for (uint32_t i = 0; i < n; i++) low[i] = att_lower_ascii(p[i]);
    att_word_features f;
    att_word_features_of((att_slice){p, n}, (att_slice){low, n}, &f);
    uint32_t *id = wordmap_put(&c->map, f.word);
    if (*id == 0) {
        if (c->n_words == c->cap_words) c->words = realloc(c->words, (c->cap_words = c->cap_words * 2 + 1024) * sizeof(entry));
        c->words[c->n_words++] = (entry){f.word, 0};
        *id = c->n_words;
    }
    c->words[*id - 1].count++;
    if (c->n + 2 > c->cap) c->text = realloc(c->text, (size_t)(c->cap = c->cap * 2 + 65536) * sizeof(uint32_t));
    c->text[c->n++] = *id - 1;
}

/* Cuts like the treebanks do, roughly: punctuation, hyphens and clitics apart. */
static void add_chunk(corpus *c, const char *p, uint32_t n)
{
    while (n && strchr("\"'([{`$#", p[0])) add_word(c, p, 1), p++, n--;
    uint32_t end = n;
    while (end && strchr("\"')]},.;:!?%", p[end - 1])) end--;
    uint32_t beg = 0;
    for (uint32_t i = 1; i + 1 < end; i++)
        if ((p[i] == '-' || p[i] == '/') && att_is_alpha((unsigned char)p[i - 1]) && att_is_alpha((unsigned char)p[i + 1])) {
            add_word(c, p + beg, i - beg);
            add_word(c, p + i, 1);
            beg = i + 1;
        }
    uint32_t len = end - beg;
    const char *w = p + beg;
    uint32_t tail = 0;
    if (len > 3 && w[len - 3] == 'n' && w[len - 2] == '\'' && w[len - 1] == 't') tail = 3;
    else if (len > 2 && w[len - 2] == '\'') tail = 2;
    else if (len > 3 && w[len - 3] == '\'') tail = 3;
    add_word(c, w, len - tail);
    add_word(c, w + len - tail, tail);
    for (uint32_t i = end; i < n; i++) add_word(c, p + i, 1);
}

static void add_field(corpus *c, json_object *article, const char *name)
{
    json_object *field;
    if (!json_object_object_get_ex(article, name, &field)) return;
    const char *p = json_object_get_string(field);
    while (p && *p) {
        size_t gap = strspn(p, " \t\r\n"), n = strcspn(p + gap, " \t\r\n");
        if (n && n < 200) add_chunk(c, p + gap, (uint32_t)n);
        p += gap + n;
    }
    if (c->n) c->text[c->n++] = LINE_END; /* add_word keeps a place free */
    if (c->n + 2 > c->cap) c->text = realloc(c->text, (size_t)(c->cap = c->cap * 2 + 65536) * sizeof(uint32_t));
}

static void read_text(corpus *c)
{
    char *line = NULL;
    size_t cap = 0;
    while (getline(&line, &cap, stdin) > 0) {
        json_object *article = json_tokener_parse(line);
        if (!article) continue;
        add_field(c, article, "title");
        add_field(c, article, "text");
        json_object_put(article);
    }
    free(line);
}

static int by_count(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->count != y->count ? (x->count < y->count ? 1 : -1) : x->hash < y->hash ? -1 : x->hash > y->hash;
}

/* Renumbers by falling count; rare words leave the text. */
static void prune(corpus *c, uint32_t min_count)
{
    entry *sorted = malloc(c->n_words * sizeof *sorted);
    memcpy(sorted, c->words, c->n_words * sizeof *sorted);
    qsort(sorted, c->n_words, sizeof *sorted, by_count);
    uint32_t keep = 0;
    while (keep < c->n_words && sorted[keep].count >= min_count) keep++;
    wordmap fresh = {0};
    for (uint32_t i = 0; i < keep; i++) *wordmap_put(&fresh, sorted[i].hash) = i + 1;
    uint32_t out = 0;
    for (uint32_t i = 0; i < c->n; i++) {
        if (c->text[i] == LINE_END) { c->text[out++] = LINE_END; continue; }
        uint32_t id = wordmap_get(&fresh, c->words[c->text[i]].hash);
        if (id) c->text[out++] = id - 1;
    }
    c->n = out;
    c->n_words = keep;
    c->words = sorted;
}

static float *IN, *OUT;

static void pair(float *v, float *grad, float *u, float label, float rate)
{
    float acc[16] = {0}, dot = 0;
    for (int i = 0; i < SIZE; i += 16)
        for (int j = 0; j < 16; j++) acc[j] += v[i + j] * u[i + j];
    for (int j = 0; j < 16; j++) dot += acc[j];
    float g = (label - 1 / (1 + expf(-dot))) * rate;
    for (int i = 0; i < SIZE; i++) grad[i] += g * u[i];
    for (int i = 0; i < SIZE; i++) u[i] += g * v[i];
}

static void learn(const corpus *c, uint32_t epochs, mat_rng *r)
{
    enum { TABLE = 1 << 22 };
    uint32_t *table = malloc(TABLE * sizeof *table);
    double total = 0, sum = 0;
    for (uint32_t i = 0; i < c->n_words; i++) total += pow(c->words[i].count, 0.75);
    for (uint32_t i = 0, w = 0; i < TABLE; i++) {
        table[i] = w;
        if ((i + 1.0) / TABLE > (sum + pow(c->words[w].count, 0.75)) / total && w + 1 < c->n_words)
            sum += pow(c->words[w++].count, 0.75);
    }
    uint64_t done = 0, all = (uint64_t)epochs * c->n;
    for (uint32_t e = 0; e < epochs; e++)
        for (uint32_t i = 0; i < c->n; i++, done++) {
            uint32_t w = c->text[i];
            if (w == LINE_END) continue;
            /* common words are thinned out (t = 1e-3): there are plenty of them */
            double share = (double)c->words[w].count / c->n;
            if (share > 1e-3 && rng_unit(r) > sqrt(1e-3 / share)) continue;
            float rate = 0.05f * (1 - (float)done / (float)all) + 1e-4f, grad[SIZE] = {0};
            float *v = IN + (size_t)w * SIZE;
            for (int side = 0; side < 2; side++)
                for (uint32_t k = 1; k <= WINDOW; k++) {
                    if (side ? i + k >= c->n : i < k) break;
                    uint32_t ctx = side ? c->text[i + k] : c->text[i - k];
                    if (ctx == LINE_END) break;
                    float *out = OUT + (size_t)(side * WINDOW + k - 1) * c->n_words * SIZE;
                    pair(v, grad, out + (size_t)ctx * SIZE, 1, rate);
                    for (int q = 0; q < NEGATIVE; q++)
                        pair(v, grad, out + (size_t)table[rng_below(r, TABLE)] * SIZE, 0, rate);
                }
            for (int j = 0; j < SIZE; j++) v[j] += grad[j];
        }
    free(table);
}

int main(int argc, char **argv)
{
    if (argc != 5) return fprintf(stderr, "usage: attache_vectors OUT MIN_COUNT EPOCHS SEED < TEXT\n"), 2;
    corpus c = {0};
    read_text(&c);
    prune(&c, (uint32_t)atoi(argv[2]));
    fprintf(stderr, "%u words of text, %u kinds\n", c.n, c.n_words);
    mat_rng r = {(uint64_t)atoll(argv[4])};
    IN = mat_alloc((size_t)c.n_words * SIZE, sizeof(float));
    OUT = mat_alloc((size_t)c.n_words * SIZE * SIDES, sizeof(float));
    for (size_t i = 0; i < (size_t)c.n_words * SIZE; i++) IN[i] = (rng_unit(&r) - 0.5f) / SIZE;
    learn(&c, (uint32_t)atoi(argv[3]), &r);
    FILE *f = fopen(argv[1], "wb");
    if (!f) return perror(argv[1]), 1;
    uint32_t head[2] = {c.n_words, SIZE};
    fwrite("ATTVEC1", 1, 8, f);
    fwrite(head, 4, 2, f);
    for (uint32_t i = 0; i < c.n_words; i++) {
        fwrite(&c.words[i].hash, 8, 1, f);
        fwrite(IN + (size_t)i * SIZE, sizeof(float), SIZE, f);
    }
    return fclose(f) ? (perror(argv[1]), 1) : 0;
}
