/* mat.h: the trainer's sums. Single precision, one thread, a fixed order of additions: the same seed on the same kind of
 * machine gives the same model. Never linked into the program. */
#ifndef ATT_TRAIN_MAT_H
#define ATT_TRAIN_MAT_H

#include <stddef.h>
#include <stdint.h>

/* Memory or exit: a trainer has nothing better to do. Zeroed, 64-byte aligned. */
void *mat_alloc(size_t n, size_t size);

typedef struct { uint64_t s; } mat_rng;
uint64_t rng_next(mat_rng *r);
float rng_unit(mat_rng *r); /* [0, 1) */
float rng_normal(mat_rng *r);
uint32_t rng_below(mat_rng *r, uint32_t n);

/* A parameter with its gradient and Adam's two moments. cols is padded to 16 by who makes it. A sparse one (embedding
 * table) keeps a list of the rows that the batch touched, and only those are updated. */
typedef struct {
    float *v, *g, *m1, *m2;
    uint32_t rows, cols;
    int sparse;
    uint32_t *touched, n_touched;
    uint8_t *is_touched;
} param;

param param_new(uint32_t rows, uint32_t cols, float scale, mat_rng *r);
param param_sparse(uint32_t rows, uint32_t cols, float scale, mat_rng *r);
/* Row for reading a gradient into. */
float *param_touch(param *p, uint32_t row);

typedef struct { float lr, b1, b2, eps; uint32_t step; } adam;
/* Global gradient norm is clipped to max_norm; gradients are cleared. */
void adam_step(adam *a, param **ps, uint32_t n, float max_norm);

/* C[M x N] (+)= A[M x K] B[K x N]. A is read at a[m * ars + k * acs], so a transposed A costs nothing; B and C are row major
 * with leading dimensions; N is a multiple of 16. */
void gemm(float *c, size_t ldc, const float *a, size_t ars, size_t acs, const float *b, size_t ldb, uint32_t M, uint32_t N,
          uint32_t K, int add);
/* out[cols x rows] = in[rows x cols] transposed */
void transpose(float *out, const float *in, uint32_t rows, uint32_t cols);

#endif
