#include "mat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *mat_alloc(size_t n, size_t size)
{
    size_t bytes = (n * size + 127) & ~(size_t)63;
    void *p = aligned_alloc(64, bytes);
    if (!p) {
        fprintf(stderr, "out of memory (%zu bytes)\n", bytes);
        exit(1);
    }
    return memset(p, 0, bytes);
}

uint64_t rng_next(mat_rng *r)
{
    uint64_t x = (r->s += 0x9E3779B97F4A7C15u);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

float rng_unit(mat_rng *r) { return (float)(rng_next(r) >> 40) * 0x1p-24f; }
uint32_t rng_below(mat_rng *r, uint32_t n) { return (uint32_t)((rng_next(r) >> 32) * n >> 32); }

float rng_normal(mat_rng *r)
{
    float s = 0; /* Irwin-Hall: near enough to the bell for initial weights */
    for (int i = 0; i < 12; i++) s += rng_unit(r);
    return s - 6;
}

param param_new(uint32_t rows, uint32_t cols, float scale, mat_rng *r)
{
    param p = {.rows = rows, .cols = cols};
    size_t n = (size_t)rows * cols;
    p.v = mat_alloc(n, sizeof(float));
    p.g = mat_alloc(n, sizeof(float));
    p.m1 = mat_alloc(n, sizeof(float));
    p.m2 = mat_alloc(n, sizeof(float));
    if (scale > 0)
        for (size_t i = 0; i < n; i++) p.v[i] = scale * rng_normal(r);
    return p;
}

param param_sparse(uint32_t rows, uint32_t cols, float scale, mat_rng *r)
{
    param p = param_new(rows, cols, scale, r);
    p.sparse = 1;
    p.touched = mat_alloc(rows, sizeof *p.touched);
    p.is_touched = mat_alloc(rows, 1);
    return p;
}

float *param_touch(param *p, uint32_t row)
{
    if (!p->is_touched[row]) {
        p->is_touched[row] = 1;
        p->touched[p->n_touched++] = row;
    }
    return p->g + (size_t)row * p->cols;
}

static double row_norm2(const float *g, size_t n)
{
    double s = 0;
    for (size_t i = 0; i < n; i++) s += (double)g[i] * g[i];
    return s;
}

static void update(const adam *a, param *p, size_t at, size_t n, float clip, float rate, float c2)
{
    float *restrict v = p->v + at, *restrict g = p->g + at, *restrict m1 = p->m1 + at, *restrict m2 = p->m2 + at;
    float b1 = a->b1, b2 = a->b2, eps = a->eps;
    for (size_t i = 0; i < n; i++) {
        float x = g[i] * clip;
        m1[i] = b1 * m1[i] + (1 - b1) * x;
        m2[i] = b2 * m2[i] + (1 - b2) * x * x;
        v[i] -= rate * m1[i] / (sqrtf(m2[i] * c2) + eps);
        g[i] = 0;
    }
}

void adam_step(adam *a, param **ps, uint32_t n, float max_norm)
{
    a->step++;
    double norm2 = 0;
    for (uint32_t i = 0; i < n; i++) {
        param *p = ps[i];
        if (!p->sparse) norm2 += row_norm2(p->g, (size_t)p->rows * p->cols);
        for (uint32_t t = 0; t < p->n_touched; t++) norm2 += row_norm2(p->g + (size_t)p->touched[t] * p->cols, p->cols);
    }
    float norm = (float)sqrt(norm2), clip = norm > max_norm ? max_norm / norm : 1;
    float rate = a->lr / (1 - powf(a->b1, (float)a->step)), c2 = 1 / (1 - powf(a->b2, (float)a->step));
    for (uint32_t i = 0; i < n; i++) {
        param *p = ps[i];
        if (!p->sparse) {
            update(a, p, 0, (size_t)p->rows * p->cols, clip, rate, c2);
            continue;
        }
        for (uint32_t t = 0; t < p->n_touched; t++) {
            update(a, p, (size_t)p->touched[t] * p->cols, p->cols, clip, rate, c2);
            p->is_touched[p->touched[t]] = 0;
        }
        p->n_touched = 0;
    }
}

typedef float vec __attribute__((vector_size(64), aligned(4), may_alias));

/* MR x NV vectors of C stay in registers over the whole K. */
static inline __attribute__((always_inline)) void kernel(uint32_t mr, uint32_t nv, float *c, size_t ldc, const float *a,
                                                         size_t ars, size_t acs, const float *b, size_t ldb, uint32_t K,
                                                         int add)
{
    vec acc[8][3];
    for (uint32_t m = 0; m < mr; m++)
        for (uint32_t v = 0; v < nv; v++)
            if (add)
                acc[m][v] = *(const vec *)(c + m * ldc + v * 16);
            else
                acc[m][v] = (vec){0};
    for (uint32_t k = 0; k < K; k++) {
        for (uint32_t m = 0; m < mr; m++) {
            float x = a[m * ars + k * acs];
            for (uint32_t v = 0; v < nv; v++) acc[m][v] += x * *(const vec *)(b + k * ldb + v * 16);
        }
    }
    for (uint32_t m = 0; m < mr; m++)
        for (uint32_t v = 0; v < nv; v++) *(vec *)(c + m * ldc + v * 16) = acc[m][v];
}

#define ROWS(mr)                                                                           \
    case mr:                                                                               \
        if (nv == 3) kernel(mr, 3, cc, ldc, aa, ars, acs, b + n, ldb, K, add);             \
        else if (nv == 2) kernel(mr, 2, cc, ldc, aa, ars, acs, b + n, ldb, K, add);        \
        else kernel(mr, 1, cc, ldc, aa, ars, acs, b + n, ldb, K, add);                     \
        break;

void gemm(float *c, size_t ldc, const float *a, size_t ars, size_t acs, const float *b, size_t ldb, uint32_t M, uint32_t N,
          uint32_t K, int add)
{
    for (uint32_t n = 0; n < N;) {
        uint32_t left = (N - n) / 16, nv = left >= 3 && left != 4 ? 3 : left >= 2 ? 2 : 1;
        for (uint32_t m = 0; m < M;) {
            uint32_t mr = M - m >= 8 ? 8 : M - m;
            float *cc = c + m * ldc + n;
            const float *aa = a + m * ars;
            switch (mr) {
                ROWS(1) ROWS(2) ROWS(3) ROWS(4) ROWS(5) ROWS(6) ROWS(7) ROWS(8)
            }
            m += mr;
        }
        n += nv * 16;
    }
}

void transpose(float *out, const float *in, uint32_t rows, uint32_t cols)
{
    for (uint32_t i = 0; i < rows; i += 16)
        for (uint32_t j = 0; j < cols; j++)
            for (uint32_t k = i; k < i + 16 && k < rows; k++) out[(size_t)j * rows + k] = in[(size_t)k * cols + j];
}
