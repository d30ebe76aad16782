/* Kernels for x86. All are the same walk: a block of rows against a block of panels stays in registers while k runs over the
 * inputs, two at a time. The sizes of blocks are constants at each call, so that the loops over them disappear. The panels are
 * the outer walk: a few of them stay in the first cache while all rows pass by. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("O3", "no-trapping-math")
#endif
#if defined(__clang__)
#pragma STDC FP_CONTRACT OFF
#endif
#include "nlp/model_kernel_int.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#ifdef __clang__
#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni"), min_vector_width(512)))
#else
#define VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512vnni,prefer-vector-width=512")))
#endif
/* A block of `count` rows from r on, and one step of the walk over rows with it. */
#define BLOCK(fn, count, panels) fn(out + (size_t)r * n_out + o, n_out, a + (size_t)r * lda, lda, w + (size_t)o * n_in, n_in, count, panels)
#define REST(fn, count, panels)     \
    case count:                     \
        BLOCK(fn, count, panels);   \
        break;

ATT_INLINE int pair_at(const int16_t *p)
{
    int v;
    __builtin_memcpy(&v, p, sizeof v);
    return v;
}

ATT_INLINE void block_sse2(int32_t *out, size_t ldo, const int16_t *a, size_t lda, const int16_t *w, uint32_t n_in, int rows,
                           int panels)
{
    __m128i s[2][4];
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < 4 * panels; p++) s[r][p] = _mm_setzero_si128();
    for (uint32_t k = 0; k < n_in; k += 2, w += 2 * ATT_PANEL)
        for (int r = 0; r < rows; r++) {
            __m128i x = _mm_set1_epi32(pair_at(a + (size_t)r * lda + k));
            for (int p = 0; p < 4 * panels; p++) {
                __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(w + p * 8));
                s[r][p] = _mm_add_epi32(s[r][p], _mm_madd_epi16(x, v));
            }
        }
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < 4 * panels; p++) _mm_storeu_si128((__m128i *)(void *)(out + (size_t)r * ldo + p * 4), s[r][p]);
}

static void multiply_sse2(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in,
                          uint32_t n_out)
{
    for (uint32_t o = 0, r; o < n_out; o += ATT_PANEL) {
        for (r = 0; r + 2 <= rows; r += 2) BLOCK(block_sse2, 2, 1);
        if (r < rows) BLOCK(block_sse2, 1, 1);
    }
}

ATT_INLINE AVX2 void block_avx2(int32_t *out, size_t ldo, const int16_t *a, size_t lda, const int16_t *w, uint32_t n_in, int rows,
                                int panels)
{
    __m256i s[4][4];
    size_t next = (size_t)n_in * ATT_PANEL;
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < 2 * panels; p++) s[r][p] = _mm256_setzero_si256();
    for (uint32_t k = 0; k < n_in; k += 2, w += 2 * ATT_PANEL)
        for (int r = 0; r < rows; r++) {
            __m256i x = _mm256_set1_epi32(pair_at(a + (size_t)r * lda + k));
            for (int p = 0; p < 2 * panels; p++) {
                const int16_t *at = w + (size_t)(p / 2) * next + (p & 1) * 16;
                __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)at);
                s[r][p] = _mm256_add_epi32(s[r][p], _mm256_madd_epi16(x, v));
            }
        }
    for (int r = 0; r < rows; r++)
        for (int p = 0; p < 2 * panels; p++)
            _mm256_storeu_si256((__m256i *)(void *)(out + (size_t)r * ldo + p * 8), s[r][p]);
}

/* One row alone takes two panels: its sums would else wait for each other. */
AVX2 static void multiply_avx2(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in,
                               uint32_t n_out)
{
    uint32_t o = 0, r = 0;
    for (; rows == 1 && o + 2 * ATT_PANEL <= n_out; o += 2 * ATT_PANEL) BLOCK(block_avx2, 1, 2);
    for (; o < n_out; o += ATT_PANEL) {
        for (r = 0; r + 4 <= rows; r += 4) BLOCK(block_avx2, 4, 1);
        switch (rows - r) {
            REST(block_avx2, 3, 1)
            REST(block_avx2, 2, 1)
            REST(block_avx2, 1, 1)
        }
    }
}

ATT_INLINE VNNI void block_vnni(int32_t *out, size_t ldo, const int16_t *a, size_t lda, const int16_t *w, uint32_t n_in, int rows,
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

#define ALL_ROWS(panels)                                                     \
    do {                                                                     \
        for (r = 0; r + 8 <= rows; r += 8) BLOCK(block_vnni, 8, panels);     \
        switch (rows - r) {                                                  \
            REST(block_vnni, 7, panels)                                      \
            REST(block_vnni, 6, panels)                                      \
            REST(block_vnni, 5, panels)                                      \
            REST(block_vnni, 4, panels)                                      \
            REST(block_vnni, 3, panels)                                      \
            REST(block_vnni, 2, panels)                                      \
            REST(block_vnni, 1, panels)                                      \
        }                                                                    \
    } while (0)

/* Three panels of eight rows are 24 sums, of the 32 registers that there are. */
VNNI static void multiply_vnni(int32_t *out, const int16_t *a, size_t lda, const int16_t *w, uint32_t rows, uint32_t n_in,
                               uint32_t n_out)
{
    uint32_t o = 0, r = 0;
    for (; rows == 1 && o + 6 * ATT_PANEL <= n_out; o += 6 * ATT_PANEL) BLOCK(block_vnni, 1, 6);
    for (; o + 3 * ATT_PANEL <= n_out; o += 3 * ATT_PANEL) ALL_ROWS(3);
    for (; o < n_out; o += ATT_PANEL) ALL_ROWS(1);
}

ATT_KERNEL_LOOPS(sse2, )
ATT_KERNEL_LOOPS(avx2, AVX2)
ATT_KERNEL_LOOPS(vnni, VNNI)

att_kernel att_kernel_x86(uint32_t i)
{
    att_kernel usable[3];
    uint32_t n = 0;
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        usable[n++] = ATT_KERNEL(vnni, "avx512vnni");
    if (__builtin_cpu_supports("avx2")) usable[n++] = ATT_KERNEL(avx2, "avx2");
    usable[n++] = ATT_KERNEL(sse2, "sse2");
    return i < n ? usable[i] : (att_kernel){0};
}
#else
att_kernel att_kernel_x86(uint32_t i)
{
    (void)i;
    return (att_kernel){0};
}
#endif
