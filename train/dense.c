#include "dense.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nlp/model_curve.h"

dense dense_new(uint32_t in, uint32_t out, mat_rng *r)
{
    dense d = {in, out, param_new(in, out, sqrtf(1.0f / (float)in), r), param_new(1, out, 0, r), NULL};
    d.wt = mat_alloc((size_t)in * out, sizeof(float));
    return d;
}

uint32_t dense_params(dense *d, param **list)
{
    list[0] = &d->w;
    list[1] = &d->b;
    return 2;
}

void dense_forward(const dense *d, const float *x, uint32_t rows, float *y, int add)
{
    if (!add)
        for (uint32_t i = 0; i < rows; i++) memcpy(y + (size_t)i * d->out, d->b.v, d->out * sizeof(float));
    gemm(y, d->out, x, d->in, 1, d->w.v, d->out, rows, d->out, d->in, 1);
}

void dense_backward(dense *d, const float *x, const float *dy, uint32_t rows, float *dx, int bias)
{
    gemm(d->w.g, d->out, x, 1, d->in, dy, d->out, d->in, d->out, rows, 1);
    for (uint32_t i = 0; bias && i < rows; i++)
        for (uint32_t j = 0; j < d->out; j++) d->b.g[j] += dy[(size_t)i * d->out + j];
    if (dx) {
        transpose(d->wt, d->w.v, d->in, d->out);
        gemm(dx, d->in, dy, d->out, 1, d->wt, d->in, rows, d->in, d->out, 1);
    }
}

void leaky(float *y, size_t n)
{
    for (size_t i = 0; i < n; i++) y[i] = att_curve_leaky(y[i]);
}

void leaky_back(float *dy, const float *y, size_t n)
{
    for (size_t i = 0; i < n; i++) dy[i] = y[i] > 0 ? dy[i] : 0.125f * dy[i];
}

float *room(float **p, size_t *cap, size_t n, int zero)
{
    if (n > *cap) {
        free(*p);
        *p = mat_alloc(n, sizeof(float));
        *cap = n;
    } else if (zero) {
        memset(*p, 0, n * sizeof(float));
    }
    return *p;
}
