#include "sections.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *sections_bytes(sections *f, const char *net, const char *name, size_t bytes)
{
    att_file_section *s = &f->at[f->n];
    int len = snprintf(s->name, sizeof s->name, "%s%s%s", net, *net ? "." : "", name);
    if (len >= (int)sizeof s->name || f->n + 1 == ATT_MODEL_MAX_SECTIONS) abort();
    s->bytes = bytes;
    return f->data[f->n++] = mat_alloc(bytes + 1, 1);
}

static void *matrix(sections *f, const char *net, const char *name, att_file_matrix head, size_t unit)
{
    unsigned char *p = sections_bytes(f, net, name, sizeof head + unit * head.rows * head.cols);
    memcpy(p, &head, sizeof head);
    return p + sizeof head;
}

void sections_floats(sections *f, const char *net, const char *name, const float *v, uint32_t rows, uint32_t cols)
{
    memcpy(matrix(f, net, name, (att_file_matrix){ATT_FILE_FLOAT, rows, cols, 1, 1, {0}}, 4), v, sizeof(float) * rows * cols);
}

/* Eleven bits each: with inputs of eleven bits and 1024 of them the sums stay within 32 bits. */
static void weights(sections *f, const char *net, const char *name, const param *w, float in_scale)
{
    float top = 1e-6f;
    for (size_t i = 0; i < (size_t)w->rows * w->cols; i++) top = fmaxf(top, fabsf(w->v[i]));
    float scale = top / 1023;
    int16_t *q = matrix(f, net, name, (att_file_matrix){ATT_FILE_WEIGHTS, w->rows, w->cols, scale, in_scale, {0}}, 2);
    for (uint32_t o = 0; o < w->cols; o += ATT_PANEL)
        for (uint32_t k = 0; k < w->rows; k += 2)
            for (uint32_t j = 0; j < ATT_PANEL; j++)
                for (uint32_t i = 0; i < 2; i++) *q++ = (int16_t)lrintf(w->v[(size_t)(k + i) * w->cols + o + j] / scale);
}

void sections_dense(sections *f, const char *net, const char *name, const dense *d, float in_scale, int bias)
{
    char b[16];
    snprintf(b, sizeof b, "%s.b", name);
    weights(f, net, name, &d->w, in_scale);
    if (bias) sections_floats(f, net, b, d->b.v, 1, d->out);
}

void sections_table(sections *f, const char *net, const char *name, const float *v, uint32_t rows, uint32_t cols, float scale)
{
    int8_t *q = matrix(f, net, name, (att_file_matrix){ATT_FILE_INT8, rows, cols, scale, 0, {0}}, 1);
    for (size_t i = 0; i < (size_t)rows * cols; i++) q[i] = (int8_t)lrintf(fminf(fmaxf(v[i] / scale, -127), 127));
}

void sections_encoder(sections *f, const char *net, const encoder *e, float scale)
{
    if (e->word.rows) sections_table(f, net, "word", e->word.v, e->word.rows, WORD_DIM, scale);
    sections_table(f, net, "sub", e->sub.v, e->sub.rows, e->sub.cols, scale);
    if (e->shape.tag_dim) {
        sections_table(f, net, "upos", e->upos.v, e->upos.rows, e->upos.cols, scale);
        sections_table(f, net, "xpos", e->xpos.v, e->xpos.rows, e->xpos.cols, scale);
        sections_table(f, net, "feats", e->feats.v, e->feats.rows, e->feats.cols, scale);
    }
    if (e->shape.flag_dim) sections_table(f, net, "flags", e->flags.v, e->flags.rows, e->flags.cols, scale);
    memcpy(sections_bytes(f, net, "layers", 4), &e->shape.layers, 4);
    for (uint32_t i = 0; i < e->shape.layers; i++)
        for (int d = 0; d < 2; d++) {
            char x[8], h[8], b[8];
            snprintf(x, sizeof x, "%u%cx", i % 10, d ? 'b' : 'f');
            snprintf(b, sizeof b, "%u%cx.b", i % 10, d ? 'b' : 'f');
            snprintf(h, sizeof h, "%u%ch", i % 10, d ? 'b' : 'f');
            weights(f, net, x, &e->layer[i].wx[d], i ? ATT_UNIT_H : 1 / scale);
            weights(f, net, h, &e->layer[i].wh[d], ATT_UNIT_H);
            sections_floats(f, net, b, e->layer[i].b[d].v, 1, 3 * e->layer[i].hidden);
        }
}

unsigned char *sections_finish(sections *f, size_t *len)
{
    att_file_head head = {.magic = "", .format = ATT_MODEL_FORMAT, .oldest_reader = ATT_MODEL_OLDEST, .section_count = f->n};
    memcpy(head.magic, ATT_MODEL_MAGIC, 8);
    uint64_t at = sizeof head + f->n * sizeof f->at[0];
    for (uint32_t i = 0; i < f->n; i++) {
        at = (at + ATT_MODEL_ALIGN - 1) / ATT_MODEL_ALIGN * ATT_MODEL_ALIGN;
        f->at[i].offset = at;
        at += f->at[i].bytes;
    }
    head.file_bytes = at;
    unsigned char *all = mat_alloc(at, 1);
    memcpy(all, &head, sizeof head);
    memcpy(all + sizeof head, f->at, f->n * sizeof f->at[0]);
    for (uint32_t i = 0; i < f->n; i++) {
        memcpy(all + f->at[i].offset, f->data[i], f->at[i].bytes);
        free(f->data[i]);
    }
    head.checksum = att_model_checksum(all, at);
    memcpy(all, &head, sizeof head);
    *len = at;
    return all;
}
