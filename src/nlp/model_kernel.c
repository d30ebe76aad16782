/* The loops are plain C that compilers turn into vector code; gcc needs -O3 for that, and leave to compare without raising
 * floating-point exceptions that nobody reads; neither changes a result. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "no-trapping-math")
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif
#include "nlp/model_kernel_int.h"

void att_quantize(int16_t *to, const float *from, size_t n, float scale)
{
    for (size_t i = 0; i < n; i++) to[i] = att_to_int(from[i], scale);
}

void att_leaky(float *y, size_t n)
{
    for (size_t i = 0; i < n; i++) y[i] = att_curve_leaky(y[i]);
}

float att_largest(const float *v, size_t n)
{
    float lane[8]; /* eight at a time: one after the other would wait for every comparison */
    for (size_t k = 0; k < 8; k++) lane[k] = v[0];
    size_t i = 0;
    for (; i + 8 <= n; i += 8)
        for (size_t k = 0; k < 8; k++) lane[k] = lane[k] < v[i + k] ? v[i + k] : lane[k];
    for (; i < n; i++) lane[0] = lane[0] < v[i] ? v[i] : lane[0];
    for (size_t k = 1; k < 8; k++) lane[0] = lane[0] < lane[k] ? lane[k] : lane[0];
    return lane[0];
}

static void multiply(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in, uint32_t n_out)
{
    for (uint32_t o = 0; o < n_out; o += ATT_PANEL, w += (size_t)n_in * ATT_PANEL)
        for (uint32_t r = 0; r < rows; r++) {
            const int16_t *x = a + r * lda, *p = w;
            int32_t sum[ATT_PANEL] = {0};
            for (uint32_t k = 0; k < n_in; k += 2, p += 2 * ATT_PANEL)
                for (uint32_t j = 0; j < ATT_PANEL; j++) sum[j] += x[k] * p[2 * j] + x[k + 1] * p[2 * j + 1];
            for (uint32_t j = 0; j < ATT_PANEL; j++) out[(size_t)r * n_out + o + j] = sum[j];
        }
}

static void cell(const int32_t *zx, const int32_t *zh, const float *bias, float x_unit, float h_unit, float *c, int16_t *h,
                 uint32_t hidden)
{
    att_cell_body(zx, zh, bias, x_unit, h_unit, c, h, hidden);
}

att_kernel att_kernel_best(void) { return att_kernel_at(0); }

att_kernel att_kernel_at(uint32_t i)
{
    uint32_t special = 0;
    while (att_kernel_x86(special).name) special++;
    if (i < special) return att_kernel_x86(i);
    return i == special ? (att_kernel){multiply, cell, "portable"} : (att_kernel){0};
}
