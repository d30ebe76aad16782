#include "nlp/names_int.h"

/* Viterbi (1967). A name can't begin with I: the trainer gives such steps a weight that no score outdoes. */
void att_names_decode(const att_names_steps *steps, float *score, uint8_t (*from)[NAMES_STRIDE], uint32_t n, uint8_t *tags)
{
    const float(*step)[NAMES_STRIDE] = steps->at;
    for (uint32_t i = 0; i < n; i++) {
        const float *last = score + (size_t)(i ? i - 1 : 0) * NAMES_STRIDE;
        float *own = score + (size_t)i * NAMES_STRIDE;
        for (uint8_t b = 0; b < NAMES_TAGS; b++) {
            uint8_t best = NAMES_O; /* before the first word stands O */
            for (uint8_t a = 1; i && a < NAMES_TAGS; a++)
                if (last[a] + step[a][b] > last[best] + step[best][b]) best = a;
            own[b] += step[best][b] + (i ? last[best] : 0);
            from[i][b] = best;
        }
    }
    uint8_t tag = NAMES_O;
    for (uint8_t b = 1; n && b < NAMES_TAGS; b++)
        if (score[(size_t)(n - 1) * NAMES_STRIDE + b] > score[(size_t)(n - 1) * NAMES_STRIDE + tag]) tag = b;
    for (uint32_t i = n; i-- > 0;) {
        tags[i] = tag;
        tag = from[i][tag];
    }
}
