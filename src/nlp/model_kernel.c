/* The loops are plain C that compilers turn into vector code; gcc needs -O3 for that, and leave to compare without raising
 * floating-point exceptions that nobody reads; neither changes a result. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "no-trapping-math")
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif
#include "nlp/model_kernel_int.h"

static void multiply_portable(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in,
                              uint32_t n_out)
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

ATT_KERNEL_LOOPS(portable, )

att_kernel att_kernel_best(void) { return att_kernel_at(0); }

att_kernel att_kernel_at(uint32_t i)
{
    uint32_t special = 0;
    while (att_kernel_x86(special).name) special++;
    if (i < special) return att_kernel_x86(i);
    return i == special ? ATT_KERNEL(portable, "portable") : (att_kernel){0};
}
