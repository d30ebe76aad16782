/* model_kernel_int.h: what the kernels have in common, to be compiled once for each kind of machine. */
#ifndef ATT_NLP_MODEL_KERNEL_INT_H
#define ATT_NLP_MODEL_KERNEL_INT_H

#include "nlp/model_curve.h"
#include "nlp/model_format.h"
#include "nlp/model_kernel.h"

#define ATT_INLINE static inline __attribute__((always_inline))

ATT_INLINE int16_t att_to_int(float x, float scale)
{
    float v = x * scale;
    v = v < 2047.0f ? v : 2047.0f; /* this way round, what is not a number becomes 2047 */
    v = v > -2047.0f ? v : -2047.0f;
    return (int16_t)(int32_t)(v + (v < 0.0f ? -0.5f : 0.5f));
}

ATT_INLINE void att_cell_body(const int32_t *restrict zx, const int32_t *restrict zh, const float *restrict bias, float x_unit,
                              float h_unit, float *restrict c, int16_t *restrict h, uint32_t hidden)
{
    const int32_t *xf = zx, *xo = zx + hidden, *xg = xo + hidden, *hf = zh, *ho = zh + hidden, *hg = ho + hidden;
    const float *bf = bias, *bo = bias + hidden, *bg = bo + hidden;
    for (size_t i = 0; i < hidden; i++) {
        float f = att_curve_gate((float)xf[i] * x_unit + (float)hf[i] * h_unit + bf[i]);
        float o = att_curve_gate((float)xo[i] * x_unit + (float)ho[i] * h_unit + bo[i]);
        float g = att_curve_tanh((float)xg[i] * x_unit + (float)hg[i] * h_unit + bg[i]);
        c[i] = f * c[i] + (1.0f - f) * g;
        h[i] = att_to_int(o * c[i], (float)ATT_UNIT_H);
    }
}

ATT_INLINE void att_add_body(float *restrict y, const int32_t *restrict sums, const float *restrict bias, float unit, size_t n)
{
    if (bias)
        for (size_t i = 0; i < n; i++) y[i] = y[i] + ((float)sums[i] * unit + bias[i]);
    else
        for (size_t i = 0; i < n; i++) y[i] = y[i] + (float)sums[i] * unit;
}

ATT_INLINE void att_leaky_body(float *y, size_t n)
{
    for (size_t i = 0; i < n; i++) y[i] = att_curve_leaky(y[i]);
}

ATT_INLINE void att_quantize_body(int16_t *restrict to, const float *restrict from, size_t n, float scale)
{
    for (size_t i = 0; i < n; i++) to[i] = att_to_int(from[i], scale);
}

ATT_INLINE void att_embed_body(int16_t *restrict x, const int8_t *const *row, size_t count, size_t n)
{
    for (; count >= 4; count -= 4, row += 4) {
        const int8_t *r0 = row[0], *r1 = row[1], *r2 = row[2], *r3 = row[3];
        for (size_t i = 0; i < n; i++) x[i] = (int16_t)(x[i] + (r0[i] + r1[i] + (r2[i] + r3[i])));
    }
    for (; count; count--, row++) {
        const int8_t *r = row[0];
        for (size_t i = 0; i < n; i++) x[i] = (int16_t)(x[i] + r[i]);
    }
}

/* Sixteen at a time: one after the other would wait for every comparison. Which of equal numbers it is can't be seen. */
ATT_INLINE float att_largest_body(const float *v, size_t n)
{
    enum { LANES = 16 };
    float lane[LANES];
    for (size_t k = 0; k < LANES; k++) lane[k] = v[0];
    size_t i = 0;
    for (; i + LANES <= n; i += LANES)
        for (size_t k = 0; k < LANES; k++) lane[k] = lane[k] < v[i + k] ? v[i + k] : lane[k];
    for (; i < n; i++) lane[0] = lane[0] < v[i] ? v[i] : lane[0];
    for (size_t k = 1; k < LANES; k++) lane[0] = lane[0] < lane[k] ? lane[k] : lane[0];
    return lane[0];
}

/* All loops but multiply, named *_machine, for the kind of machine that `target` (an attribute, or nothing) names. */
#define ATT_KERNEL_LOOPS(machine, target)                                                                                              \
    target static void cell_##machine(const int32_t *zx, const int32_t *zh, const float *bias, float x_unit, float h_unit, float *c,   \
                                      int16_t *h, uint32_t hidden)                                                                     \
    {                                                                                                                                  \
        att_cell_body(zx, zh, bias, x_unit, h_unit, c, h, hidden);                                                                     \
    }                                                                                                                                  \
    target static void add_##machine(float *y, const int32_t *sums, const float *bias, float unit, size_t n)                           \
    {                                                                                                                                  \
        att_add_body(y, sums, bias, unit, n);                                                                                          \
    }                                                                                                                                  \
    target static void leaky_##machine(float *y, size_t n) { att_leaky_body(y, n); }                                                   \
    target static void quantize_##machine(int16_t *to, const float *from, size_t n, float scale) { att_quantize_body(to, from, n, scale); } \
    target static void embed_##machine(int16_t *x, const int8_t *const *row, size_t count, size_t n) { att_embed_body(x, row, count, n); } \
    target static float largest_##machine(const float *v, size_t n) { return att_largest_body(v, n); }

#define ATT_KERNEL(machine, label)                                                                                                     \
    ((att_kernel){multiply_##machine, cell_##machine, add_##machine, leaky_##machine, quantize_##machine, embed_##machine,             \
                  largest_##machine, label})

/* The i-th kernel for x86 that this machine can run, best first; zeros behind the last (and on other machines). */
att_kernel att_kernel_x86(uint32_t i);

#endif
