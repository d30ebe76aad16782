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

/* The i-th kernel for x86 that this machine can run, best first; zeros behind the last (and on other machines). */
att_kernel att_kernel_x86(uint32_t i);

#endif
