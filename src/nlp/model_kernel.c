/* The loops are plain C that compilers turn into vector code; gcc needs -O3 for that, and leave to
 * compare without raising floating-point exceptions that nobody reads; neither changes a result. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "no-trapping-math")
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif
#include "nlp/model_kernel.h"

#include "nlp/model_curve.h"
#include "nlp/model_format.h"

#if (defined(__x86_64__) || defined(__i386__)) && defined(__GNUC__)
#define HAVE_X86 1
#include <immintrin.h>
#endif

static inline __attribute__((always_inline)) int16_t to_int(float x, float scale)
{
    float v = x * scale;
    v = v < 2047.0f ? v : 2047.0f; /* this way round, what is not a number becomes 2047 */
    v = v > -2047.0f ? v : -2047.0f;
    return (int16_t)(int32_t)(v + (v < 0.0f ? -0.5f : 0.5f));
}

void att_quantize(int16_t *to, const float *from, size_t n, float scale)
{
    for (size_t i = 0; i < n; i++) to[i] = to_int(from[i], scale);
}

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

static inline __attribute__((always_inline)) void cell_body(const int32_t *restrict zx, const int32_t *restrict zh,
                                                            const float *restrict bias, float x_unit, float h_unit,
                                                            float *restrict c, int16_t *restrict h, uint32_t hidden)
{
    for (uint32_t i = 0; i < hidden; i++) {
        uint32_t io = hidden + i, ig = 2 * hidden + i;
        float f = att_curve_gate((float)zx[i] * x_unit + (float)zh[i] * h_unit + bias[i]);
        float o = att_curve_gate((float)zx[io] * x_unit + (float)zh[io] * h_unit + bias[io]);
        float g = att_curve_tanh((float)zx[ig] * x_unit + (float)zh[ig] * h_unit + bias[ig]);
        c[i] = f * c[i] + (1.0f - f) * g;
        h[i] = to_int(o * c[i], (float)ATT_UNIT_H);
    }
}

static void cell_portable(const int32_t *zx, const int32_t *zh, const float *bias, float x_unit, float h_unit, float *c,
                          int16_t *h, uint32_t hidden)
{
    cell_body(zx, zh, bias, x_unit, h_unit, c, h, hidden);
}

#ifdef HAVE_X86
__attribute__((target("avx2"))) static void cell_avx2(const int32_t *zx, const int32_t *zh, const float *bias, float x_unit,
                                                      float h_unit, float *c, int16_t *h, uint32_t hidden)
{
    cell_body(zx, zh, bias, x_unit, h_unit, c, h, hidden);
}

static inline int pair_at(const int16_t *p)
{
    int v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}

/* Four rows against one panel: eight sums stay in registers. */
__attribute__((target("avx2"))) static inline void four_rows(int32_t *out, size_t ldo, const int16_t *a, size_t lda,
                                                             const int16_t *p, uint32_t n_in)
{
    __m256i s[4][2];
    for (int r = 0; r < 4; r++) s[r][0] = s[r][1] = _mm256_setzero_si256();
    for (uint32_t k = 0; k < n_in; k += 2, p += 2 * ATT_PANEL) {
        __m256i w0 = _mm256_loadu_si256((const __m256i *)p), w1 = _mm256_loadu_si256((const __m256i *)(p + 16));
        for (int r = 0; r < 4; r++) {
            __m256i x = _mm256_set1_epi32(pair_at(a + (size_t)r * lda + k));
            s[r][0] = _mm256_add_epi32(s[r][0], _mm256_madd_epi16(x, w0));
            s[r][1] = _mm256_add_epi32(s[r][1], _mm256_madd_epi16(x, w1));
        }
    }
    for (int r = 0; r < 4; r++) {
        _mm256_storeu_si256((__m256i *)(out + (size_t)r * ldo), s[r][0]);
        _mm256_storeu_si256((__m256i *)(out + (size_t)r * ldo + 8), s[r][1]);
    }
}

__attribute__((target("avx2"))) static inline void one_row(int32_t *out, const int16_t *a, const int16_t *p, uint32_t n_in)
{
    __m256i s0 = _mm256_setzero_si256(), s1 = s0;
    for (uint32_t k = 0; k < n_in; k += 2, p += 2 * ATT_PANEL) {
        __m256i x = _mm256_set1_epi32(pair_at(a + k));
        s0 = _mm256_add_epi32(s0, _mm256_madd_epi16(x, _mm256_loadu_si256((const __m256i *)p)));
        s1 = _mm256_add_epi32(s1, _mm256_madd_epi16(x, _mm256_loadu_si256((const __m256i *)(p + 16))));
    }
    _mm256_storeu_si256((__m256i *)out, s0);
    _mm256_storeu_si256((__m256i *)(out + 8), s1);
}

__attribute__((target("avx2"))) static void multiply_avx2(int32_t *out, const int16_t *a, size_t lda, const int16_t *w,
                                                          uint32_t rows, uint32_t n_in, uint32_t n_out)
{
    for (uint32_t o = 0; o < n_out; o += ATT_PANEL, w += (size_t)n_in * ATT_PANEL) {
        uint32_t r = 0;
        for (; r + 4 <= rows; r += 4) four_rows(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w, n_in);
        for (; r < rows; r++) one_row(out + (size_t)r * n_out + o, a + r * lda, w, n_in);
    }
}
#endif

att_kernel att_kernel_portable(void) { return (att_kernel){multiply_portable, cell_portable, "portable"}; }

att_kernel att_kernel_best(void)
{
#ifdef HAVE_X86
    if (__builtin_cpu_supports("avx2")) return (att_kernel){multiply_avx2, cell_avx2, "avx2"};
#endif
    return att_kernel_portable();
}
