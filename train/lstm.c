#include "lstm.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nlp/model_curve.h"

lstm lstm_new(uint32_t in, uint32_t hidden, mat_rng *r)
{
    lstm l = {.in = in, .hidden = hidden};
    for (int d = 0; d < 2; d++) {
        l.wx[d] = param_new(in, 3 * hidden, sqrtf(1.0f / (float)in), r);
        l.wh[d] = param_new(hidden, 3 * hidden, sqrtf(1.0f / (float)hidden), r);
        l.b[d] = param_new(1, 3 * hidden, 0, r);
    }
    l.wt = mat_alloc((size_t)(in > hidden ? in : hidden) * 3 * hidden, sizeof(float));
    return l;
}

uint32_t lstm_params(lstm *l, param **out)
{
    uint32_t n = 0;
    for (int d = 0; d < 2; d++) {
        out[n++] = &l->wx[d];
        out[n++] = &l->wh[d];
        out[n++] = &l->b[d];
    }
    return n;
}

static void reserve(lstm *l, uint32_t rows)
{
    if (rows <= l->cap) return;
    uint32_t H = l->hidden;
    for (int d = 0; d < 2; d++) {
        free(l->z[d]), free(l->c[d]), free(l->prev[d]);
        l->z[d] = mat_alloc((size_t)rows * 3 * H, sizeof(float));
        l->c[d] = mat_alloc((size_t)rows * 2 * H, sizeof(float)); /* c, and c before */
        l->prev[d] = mat_alloc((size_t)rows * H, sizeof(float));
    }
    free(l->dz), free(l->out), free(l->dout);
    l->dz = mat_alloc((size_t)rows * 3 * H, sizeof(float));
    l->out = mat_alloc((size_t)rows * 2 * H, sizeof(float));
    l->dout = mat_alloc((size_t)rows * 2 * H, sizeof(float));
    l->cap = rows;
}

static void cell(float *restrict h, float *restrict c, const float *restrict z, uint32_t H)
{
    for (uint32_t i = 0; i < H; i++) {
        float f = att_curve_gate(z[i]), o = att_curve_gate(z[H + i]), g = att_curve_tanh(z[2 * H + i]);
        c[i] = f * c[H + i] + (1 - f) * g;
        h[i] = o * c[i];
    }
}

static uint32_t active(const layout *y, uint32_t t) { return t < y->n_steps ? y->off[t + 1] - y->off[t] : 0; }

static void run_direction(lstm *l, const layout *y, int d)
{
    uint32_t H = l->hidden;
    memset(l->prev[d], 0, (size_t)y->n_rows * H * sizeof(float));
    for (uint32_t k = 0; k < y->n_steps; k++) {
        uint32_t t = d ? y->n_steps - 1 - k : k, from = d ? t + 1 : t - 1;
        uint32_t n = k == 0 ? 0 : d ? active(y, from) : active(y, t), row = y->off[t];
        for (uint32_t s = 0; s < active(y, t); s++) {
            float *before = l->c[d] + (size_t)(row + s) * 2 * H + H;
            if (s < n) {
                memcpy(before, l->c[d] + (size_t)(y->off[from] + s) * 2 * H, H * sizeof(float));
                const float *h = l->out + (size_t)(y->off[from] + s) * 2 * H + d * H;
                memcpy(l->prev[d] + (size_t)(row + s) * H, h, H * sizeof(float));
            } else {
                memset(before, 0, H * sizeof(float));
            }
        }
        gemm(l->z[d] + (size_t)row * 3 * H, 3 * H, l->prev[d] + (size_t)row * H, H, 1, l->wh[d].v, 3 * H, n, 3 * H, H, 1);
        for (uint32_t s = 0; s < active(y, t); s++)
            cell(l->out + (size_t)(row + s) * 2 * H + d * H, l->c[d] + (size_t)(row + s) * 2 * H,
                 l->z[d] + (size_t)(row + s) * 3 * H, H);
    }
}

void lstm_forward(lstm *l, const layout *y, const float *x)
{
    uint32_t H3 = 3 * l->hidden;
    reserve(l, y->n_rows);
    for (int d = 0; d < 2; d++) {
        for (uint32_t i = 0; i < y->n_rows; i++) memcpy(l->z[d] + (size_t)i * H3, l->b[d].v, H3 * sizeof(float));
        gemm(l->z[d], H3, x, l->in, 1, l->wx[d].v, H3, y->n_rows, H3, l->in, 1);
        run_direction(l, y, d);
    }
    memset(l->dout, 0, (size_t)y->n_rows * 2 * l->hidden * sizeof(float));
}

static inline float slope(float x) /* of att_curve_tanh */
{
    x = x > 3.0f ? 3.0f : x;
    x = x < -3.0f ? -3.0f : x;
    float q = x * x, a = q - 9, b = q + 3;
    return a * a / (9 * b * b);
}

/* dh, dc (of c after) -> dz, and dc becomes that of c before */
static void cell_back(float *restrict dz, float *restrict dc, const float *restrict dh, const float *restrict c,
                      const float *restrict z, uint32_t H)
{
    for (uint32_t i = 0; i < H; i++) {
        float zf = z[i], zo = z[H + i], zg = z[2 * H + i];
        float f = att_curve_gate(zf), o = att_curve_gate(zo), g = att_curve_tanh(zg);
        float d = dc[i] + dh[i] * o;
        dz[H + i] = dh[i] * c[i] * 0.25f * slope(0.5f * zo);
        dz[i] = d * (c[H + i] - g) * 0.25f * slope(0.5f * zf);
        dz[2 * H + i] = d * (1 - f) * slope(zg);
        dc[i] = d * f;
    }
}

static void back_direction(lstm *l, const layout *y, int d)
{
    uint32_t H = l->hidden;
    float *dc = mat_alloc((size_t)y->n_sents * H, sizeof(float)), *dh = mat_alloc((size_t)y->n_sents * H, sizeof(float));
    transpose(l->wt, l->wh[d].v, H, 3 * H);
    for (uint32_t k = y->n_steps; k-- > 0;) {
        uint32_t t = d ? y->n_steps - 1 - k : k, row = y->off[t];
        uint32_t n = k == 0 ? 0 : d ? active(y, t + 1) : active(y, t);
        for (uint32_t s = 0; s < active(y, t); s++) {
            float *h = dh + (size_t)s * H;
            const float *add = l->dout + (size_t)(row + s) * 2 * H + d * H;
            for (uint32_t i = 0; i < H; i++) h[i] += add[i];
            cell_back(l->dz + (size_t)(row + s) * 3 * H, dc + (size_t)s * H, h, l->c[d] + (size_t)(row + s) * 2 * H,
                      l->z[d] + (size_t)(row + s) * 3 * H, H);
        }
        memset(dh, 0, (size_t)active(y, t) * H * sizeof(float));
        gemm(dh, H, l->dz + (size_t)row * 3 * H, 3 * H, 1, l->wt, H, n, H, 3 * H, 0);
        /* a sentence that begins here hands nothing on */
        for (uint32_t s = n; s < active(y, t); s++) memset(dc + (size_t)s * H, 0, H * sizeof(float));
    }
    free(dc), free(dh);
}

void lstm_backward(lstm *l, const layout *y, const float *x, float *dx)
{
    uint32_t H = l->hidden, T = y->n_rows;
    for (int d = 0; d < 2; d++) {
        back_direction(l, y, d);
        gemm(l->wx[d].g, 3 * H, x, 1, l->in, l->dz, 3 * H, l->in, 3 * H, T, 1);
        gemm(l->wh[d].g, 3 * H, l->prev[d], 1, H, l->dz, 3 * H, H, 3 * H, T, 1);
        for (uint32_t i = 0; i < T; i++)
            for (uint32_t j = 0; j < 3 * H; j++) l->b[d].g[j] += l->dz[(size_t)i * 3 * H + j];
        if (dx) {
            transpose(l->wt, l->wx[d].v, l->in, 3 * H);
            gemm(dx, l->in, l->dz, 3 * H, 1, l->wt, l->in, T, l->in, 3 * H, d);
        }
    }
}

void dropout(float *x, uint8_t *mask, size_t n, float p, mat_rng *r)
{
    uint32_t cut = (uint32_t)(p * 65536);
    float up = 1 / (1 - p);
    for (size_t i = 0; i < n; i += 4) {
        uint64_t bits = rng_next(r);
        for (size_t j = i; j < i + 4 && j < n; j++, bits >>= 16) mask[j] = (bits & 0xFFFF) >= cut;
    }
    for (size_t i = 0; i < n; i++) x[i] = mask[i] ? x[i] * up : 0;
}

void dropout_back(float *dx, const uint8_t *mask, size_t n, float p)
{
    float up = 1 / (1 - p);
    for (size_t i = 0; i < n; i++) dx[i] = mask[i] ? dx[i] * up : 0;
}
