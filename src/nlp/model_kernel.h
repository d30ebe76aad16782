/* model_kernel.h: the inner loops of the networks, in variants for the machine at hand.
 *
 * Weights and inputs are integers, so sums are exact and every variant gives the same bits; what is done in floating point
 * (model_curve.h) keeps one order of operations, without fused multiply-add.
 */
#ifndef ATT_NLP_MODEL_KERNEL_H
#define ATT_NLP_MODEL_KERNEL_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    /* out[rows x n_out] = a[rows x n_in] W; a has leading dimension lda; W packed as ATT_FILE_WEIGHTS. n_in even, n_out a
     * multiple of 16. */
    void (*multiply)(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in, uint32_t n_out);
    /* One step of the recurrent cell: z = zx * x_unit + zh * h_unit + bias -> new c (in place) and h, h as integers too. */
    void (*cell)(const int32_t *zx, const int32_t *zh, const float *bias, float x_unit, float h_unit, float *c, int16_t *h,
                 uint32_t hidden);
    /* y += sums * unit + bias; bias may be NULL (none). */
    void (*add)(float *y, const int32_t *sums, const float *bias, float unit, size_t n);
    /* Leaky rectifier (model_curve.h), in place. */
    void (*leaky)(float *y, size_t n);
    /* to[i] = round(from[i] * scale), kept within +-2047 */
    void (*quantize)(int16_t *to, const float *from, size_t n, float scale);
    /* x += the sum of `count` rows of embedding tables, n numbers each */
    void (*embed)(int16_t *x, const int8_t *const *row, size_t count, size_t n);
    /* The largest of n > 0 numbers. */
    float (*largest)(const float *v, size_t n);
    const char *name;
} att_kernel;

enum { ATT_UNIT_H = 2047 }; /* integer of 1.0 in the outputs of recurrent layers */

att_kernel att_kernel_best(void);
/* All that this machine can run, best first, the portable one last; zeros behind it. For tests and benchmarks. */
att_kernel att_kernel_at(uint32_t i);

#endif
