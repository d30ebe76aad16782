/* dense.h: y = x W + b, and the way back. */
#ifndef ATT_TRAIN_DENSE_H
#define ATT_TRAIN_DENSE_H

#include "mat.h"

typedef struct { uint32_t in, out; param w, b; float *wt; } dense;

dense dense_new(uint32_t in, uint32_t out, mat_rng *r);
uint32_t dense_params(dense *d, param **list);
/* y: rows x out; add: y holds something already (then no bias is added) */
void dense_forward(const dense *d, const float *x, uint32_t rows, float *y, int add);
/* dy -> gradients; dx (rows x in, may be NULL) is added to; bias: the bias took part */
void dense_backward(dense *d, const float *x, const float *dy, uint32_t rows, float *dx, int bias);

/* Leaky rectifier in place, and its way back (y after). */
void leaky(float *y, size_t n);
void leaky_back(float *dy, const float *y, size_t n);

/* Buffers that only grow: returns *p with room for n floats, zeroed if asked. */
float *room(float **p, size_t *cap, size_t n, int zero);

#endif
