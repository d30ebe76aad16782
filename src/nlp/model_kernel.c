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

void att_leaky(float *y, size_t n)
{
    for (size_t i = 0; i < n; i++) y[i] = att_curve_leaky(y[i]);
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
    const int32_t *xf = zx, *xo = zx + hidden, *xg = xo + hidden, *hf = zh, *ho = zh + hidden, *hg = ho + hidden;
    const float *bf = bias, *bo = bias + hidden, *bg = bo + hidden;
    for (size_t i = 0; i < hidden; i++) {
        float f = att_curve_gate((float)xf[i] * x_unit + (float)hf[i] * h_unit + bf[i]);
        float o = att_curve_gate((float)xo[i] * x_unit + (float)ho[i] * h_unit + bo[i]);
        float g = att_curve_tanh((float)xg[i] * x_unit + (float)hg[i] * h_unit + bg[i]);
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

/* Every kernel below is the same walk: a block of `rows` rows against `panels` panels stays in registers while k runs. The
 * numbers are constants at each call, so that the loops over them disappear. */
#define INLINE static inline __attribute__((always_inline))

INLINE __attribute__((target("avx2"))) void block_avx2(int32_t *out, size_t ldo, const int16_t *a, size_t lda, const int16_t *w,
                                                       uint32_t n_in, int rows, int panels)
{
    __m256i s[4][4];
    size_t next = (size_t)n_in * ATT_PANEL;
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < 2 * panels; p++) s[r][p] = _mm256_setzero_si256();
    for (uint32_t k = 0; k < n_in; k += 2, w += 2 * ATT_PANEL)
        for (int r = 0; r < rows; r++) {
            __m256i x = _mm256_set1_epi32(pair_at(a + (size_t)r * lda + k));
            for (int p = 0; p < 2 * panels; p++) {
                __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(w + (size_t)(p / 2) * next + (p & 1) * 16));
                s[r][p] = _mm256_add_epi32(s[r][p], _mm256_madd_epi16(x, v));
            }
        }
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < 2 * panels; p++)
            _mm256_storeu_si256((__m256i *)(void *)(out + (size_t)r * ldo + p * 8), s[r][p]);
}

__attribute__((target("avx2"))) static void multiply_avx2(int32_t *out, const int16_t *a, size_t lda, const int16_t *w,
                                                          uint32_t rows, uint32_t n_in, uint32_t n_out)
{
    uint32_t r = 0, o;
    size_t panel = (size_t)n_in * ATT_PANEL;
    for (; r + 4 <= rows; r += 4)
        for (o = 0; o < n_out; o += 16) block_avx2(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 4, 1);
    for (; r < rows; r++) {
        for (o = 0; o + 32 <= n_out; o += 32) block_avx2(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 1, 2);
        for (; o < n_out; o += 16) block_avx2(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 1, 1);
    }
}

#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni")))

INLINE VNNI void block_vnni(int32_t *out, size_t ldo, const int16_t *a, size_t lda, const int16_t *w, uint32_t n_in, int rows,
                            int panels)
{
    __m512i s[8][6];
    size_t next = (size_t)n_in * ATT_PANEL;
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < panels; p++) s[r][p] = _mm512_setzero_si512();
    for (uint32_t k = 0; k < n_in; k += 2, w += 2 * ATT_PANEL)
        for (int r = 0; r < rows; r++) {
            __m512i x = _mm512_set1_epi32(pair_at(a + (size_t)r * lda + k));
            for (int p = 0; p < panels; p++)
                s[r][p] = _mm512_dpwssd_epi32(s[r][p], x, _mm512_loadu_si512((const void *)(w + (size_t)p * next)));
        }
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < panels; p++) _mm512_storeu_si512((void *)(out + (size_t)r * ldo + p * 16), s[r][p]);
}

VNNI static void multiply_vnni(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in,
                               uint32_t n_out)
{
    uint32_t r = 0, o;
    size_t panel = (size_t)n_in * ATT_PANEL;
    for (; r + 8 <= rows; r += 8) {
        for (o = 0; o + 32 <= n_out; o += 32) block_vnni(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 8, 2);
        for (; o < n_out; o += 16) block_vnni(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 8, 1);
    }
    for (; r < rows; r++) {
        for (o = 0; o + 96 <= n_out; o += 96) block_vnni(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 1, 6);
        for (; o < n_out; o += 16) block_vnni(out + (size_t)r * n_out + o, n_out, a + r * lda, lda, w + o / 16 * panel, n_in, 1, 1);
    }
}
#endif

att_kernel att_kernel_portable(void) { return (att_kernel){multiply_portable, cell_portable, "portable"}; }

att_kernel att_kernel_best(void)
{
#ifdef HAVE_X86
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return (att_kernel){multiply_vnni, cell_avx2, "avx512vnni"};
    if (__builtin_cpu_supports("avx2")) return (att_kernel){multiply_avx2, cell_avx2, "avx2"};
#endif
    return att_kernel_portable();
}
