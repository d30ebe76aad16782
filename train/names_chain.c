/* names_chain.c: the gradient of a linear-chain conditional random field (Lafferty et al. 2001). */
#include <math.h>

#include "names_train.h"

void names_no_steps(att_names_steps *s)
{
    for (uint32_t a = 0; a < NAMES_TAGS; a++)
        for (uint32_t b = 0; b < NAMES_STRIDE; b++)
            s->at[a][b] = b && b < NAMES_TAGS && b % 2 == 0 && NAMES_KIND(a) != NAMES_KIND(b) ? NAMES_NEVER : 0;
}

static float add_log(float a, float b) { return a > b ? a + log1pf(expf(b - a)) : b + log1pf(expf(a - b)); }

double names_chain(const att_names_steps *step, uint32_t n, const float (*s)[NAMES_STRIDE], const uint8_t *gold, float (*grad)[NAMES_STRIDE],
                   att_names_steps *g, att_arena *scratch)
{
    float(*fw)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)n * NAMES_STRIDE);
    float(*bw)[NAMES_STRIDE] = (void *)att_new(scratch, float, (size_t)n * NAMES_STRIDE);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t b = 0; b < NAMES_TAGS; b++) {
            float z = i ? fw[i - 1][0] + step->at[0][b] : step->at[0][b];
            for (uint32_t a = 1; i && a < NAMES_TAGS; a++) z = add_log(z, fw[i - 1][a] + step->at[a][b]);
            fw[i][b] = z + s[i][b];
        }
    for (uint32_t i = n - 1; i-- > 0;)
        for (uint32_t a = 0; a < NAMES_TAGS; a++) {
            float z = step->at[a][0] + s[i + 1][0] + bw[i + 1][0];
            for (uint32_t b = 1; b < NAMES_TAGS; b++) z = add_log(z, step->at[a][b] + s[i + 1][b] + bw[i + 1][b]);
            bw[i][a] = z;
        }
    float all = fw[n - 1][0];
    for (uint32_t b = 1; b < NAMES_TAGS; b++) all = add_log(all, fw[n - 1][b]);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t a = 0; a < NAMES_TAGS; a++)
            for (uint32_t b = 0; b < NAMES_TAGS && (i || a == 0); b++)
                g->at[a][b] += expf((i ? fw[i - 1][a] : 0) + step->at[a][b] + s[i][b] + bw[i][b] - all) - ((i ? gold[i - 1] : 0) == a && gold[i] == b);
    float loss = all;
    for (uint32_t i = 0; i < n; i++) {
        loss -= s[i][gold[i]] + step->at[i ? gold[i - 1] : 0][gold[i]];
        for (uint32_t b = 0; b < NAMES_STRIDE; b++) grad[i][b] = b < NAMES_TAGS ? expf(fw[i][b] + bw[i][b] - all) - (b == gold[i]) : 0;
    }
    return loss;
}
