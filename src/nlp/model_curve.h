/* model_curve.h: the two curves of the recurrent layers, built of + * / only: they give the same bits on every machine, and
 * the trainer learns with exactly what the program runs. */
#ifndef ATT_NLP_MODEL_CURVE_H
#define ATT_NLP_MODEL_CURVE_H

/* Rational approximation of tanh; exactly +-1, with slope 0, from |x| = 3 on. */
static inline float att_curve_tanh(float x)
{
    x = x < 3.0f ? x : 3.0f; /* this way round, what is not a number becomes 3 */
    x = x > -3.0f ? x : -3.0f;
    float q = x * x;
    return x * (27.0f + q) / (27.0f + 9.0f * q);
}

static inline float att_curve_gate(float x) { return 0.5f + 0.5f * att_curve_tanh(0.5f * x); }

static inline float att_curve_leaky(float x) { return x > 0.0f ? x : 0.125f * x; }

#endif
